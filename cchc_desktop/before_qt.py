"""What the window needs besides Qt, for the front door to load before Qt.

Qt's Python layer reads the source of every module that is loaded after it.
"""

import gc
import logging
from collections.abc import Callable
from concurrent import futures

from cchc_desktop import clock, log, overriding, progress, settings
from cchc_desktop.domain import errors, text
from cchc_desktop.wording import numerals

MODULES = (
    logging, futures, clock, log, overriding, progress, settings, errors, text, numerals,
)  # fmt: skip


def keep_all(load_more: Callable[[], object] | None) -> None:
    """Look for no garbage while the window is loaded: nothing of that is any.

    Args:
        load_more: loads what else is wanted before Qt.
    """
    gc.disable()
    if load_more is not None:
        load_more()
