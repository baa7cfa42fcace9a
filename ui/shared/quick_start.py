"""What a start leaves out: a fifth of the time until a dossier shows.

PySide6 puts a function of its own before every import, so that a module can ask for its
``__feature__``, and then reads the source of each module that is loaded. No module of this program
asks for one. And nothing that is loaded is garbage, so Python need not look for any.
"""

import builtins
import gc

from PySide6 import QtCore  # noqa: F401  # only then is PySide6's function in place


def begin() -> None:
    """Import as Python does, and look for no garbage until the application is made."""
    gc.disable()
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
