"""What shows the pages of the document: handed in, because another folder draws them."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.evidence import Document
from cchc_desktop.records import record


@record
class PageParts:
    """A widget that shows the pages of one document.

    Args:
        widget: the widget, with a bar of its own.
        page: what takes the keyboard to scroll.
        show: shows a document, and says which file of the queue it is; None shows nothing.
        tie: marks words of the first page, each with its number; of several ways to write one, the
            first that stands there.
        stop: gives up what is being made.
        small: a small first page of a document; None where there is none yet, which is then made
            while nobody waits.
        watch_small: calls a function whenever another small page is there.
    """

    widget: QWidget
    page: QWidget
    show: Callable[[Document | None, str], None]
    tie: Callable[[Sequence[tuple[int, tuple[str, ...]]]], None]
    stop: Callable[[], None]
    small: Callable[[Document], QImage | None]
    watch_small: Callable[[Callable[[], object]], object]
