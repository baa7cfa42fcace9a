"""A preview for a hall: the page alone, its words large; whoever shows it names the document."""

import math

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontInfo

from cchc_desktop.domain.evidence import Document
from cchc_desktop.exchange.page_wire import Fault
from cchc_desktop.overriding import override
from ui.evidence.preview import Preview
from ui.evidence.previews import Previews
from ui.shared import theme


class StagePreview(Preview):
    """Shows one page of one document without a bar of its own.

    Args:
        previews: makes the pages.
    """

    placed = Signal(int, int)  # page and pages from 1; 0 and 0 while there is none

    def __init__(self, previews: Previews) -> None:
        super().__init__(previews)
        self._bar.hide()
        self._opener.hide()

    @override
    def show_document(self, document: Document | None, page: int = 0) -> None:
        super().show_document(document, page)
        self._bar.hide()

    @override
    def turn(self, step: int) -> None:
        """Scroll on (1) or back (-1); past the end the next page shows."""
        bar = self.scrolled.verticalScrollBar()
        end = bar.maximum() if step > 0 else bar.minimum()
        if bar.value() == end:
            super().turn(step)
        else:
            bar.setValue(bar.value() + step * max(40, bar.pageStep() * 4 // 5))

    def scale(self, pixels: int) -> None:
        """Write its own words, and the text of a file that has no pages, with so many pixels."""
        font = self._said.font()
        font.setPixelSize(pixels)
        self._said.setFont(font)
        own = QFontInfo(theme.font("body")).pixelSize()
        self._text.set_percent(math.ceil(100 * pixels / own))

    @override
    def _say(self, sentence: str, icon_name: str) -> None:
        super()._say(sentence, icon_name)
        self._opener.hide()

    @override
    def _say_fault(self, fault: Fault, document: Document) -> None:
        super()._say_fault(fault, document)
        self._opener.hide()  # nothing is opened before the hall

    @override
    def _tell_place(self) -> None:
        super()._tell_place()
        has_pages = self._pages > 0
        self.placed.emit(self._page + 1 if has_pages else 0, self._pages)
