"""What shows the pages of the evidence: handed in, because another folder draws them."""

from collections.abc import Callable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.evidence import Document
from cchc_desktop.records import record


@record
class Stage:
    """A widget that shows one page of one document.

    Args:
        widget: the widget.
        show: shows a document at a page counted from 0; None shows nothing.
        turn: scrolls on (1) or back (-1), past the end to the next page.
        scale: writes its own words with so many pixels.
        stop: gives up what is being made.
        placed: tells page and pages, counted from 1; 0 and 0 while there is none.
    """

    widget: QWidget
    show: Callable[[Document | None, int], None]
    turn: Callable[[int], None]
    scale: Callable[[int], None]
    stop: Callable[[], None]
    placed: SignalInstance


MakeStage = Callable[[], Stage]
