"""The preview: pages of PDF files, pictures and text, with zoom and search; else name and size."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Document
from cchc_desktop.domain.file_kinds import FileKind
from cchc_desktop.exchange.page_wire import Fault
from cchc_desktop.overriding import override
from ui.evidence.find_bar import FindBar
from ui.evidence.finding import Finding
from ui.evidence.kinds import kind_of, shown_size
from ui.evidence.preview_bar import PreviewBar
from ui.evidence.preview_keys import command_of
from ui.evidence.previews import Page, Previews, Wish
from ui.evidence.text_view import TextView
from ui.shared.buttons import ghost
from ui.shared.frames import box_of, column, flush
from ui.shared.icons import IconLabel
from ui.shared.jobs import Job, run_beside
from ui.shared.labels import label
from ui.shared.page_view import PageView
from ui.shared.timers import later
from ui.shared.zoom import next_size

_POINTS = 96 / 72
_REST = 120  # milliseconds without a change of size
_DRAWN, _WORDS, _TEXT = 0, 1, 2  # what the stack shows
_SAID = {
    Fault.DAMAGED: "Tệp hỏng hoặc không đúng định dạng nên không xem trước được.",
    Fault.LOCKED: "Tệp có mật khẩu nên không xem trước được.",
    Fault.TOO_LARGE: "Tệp quá lớn nên không xem trước được.",
    Fault.SLOW: "Tệp quá phức tạp, không mở được trong thời gian cho phép.",
    Fault.NO_CHILD: "Máy không mở được phần xem trước.",
    Fault.PROGRAM: "Đây là chương trình, không phải tài liệu, nên không được mở.",
    Fault.NO_TEXT: "Tệp không có chữ nào để xem.",
}


class Preview(QWidget):
    """Shows one document at a page.

    Args:
        previews: makes the pages.
        parent: the widget it lies in.
        is_full: whether it has the whole screen, and leaves it where it would else ask for it.
    """

    open_asked = Signal()  # with the usual program
    more_asked = Signal(QWidget)  # the menu of the document, below this button
    full_asked = Signal()

    def __init__(
        self, previews: Previews, parent: QWidget | None = None, *, is_full: bool = False
    ) -> None:
        super().__init__(parent)
        self.previews, self._is_full = previews, is_full
        self._document: Document | None = None
        self._kind = FileKind.UNKNOWN
        self._page, self._pages, self._zoom = 0, 0, 0
        self._cited = 0
        self._natural = 0.0
        self._running: tuple[Job, Wish] | None = None
        self._is_dropped = False  # what runs is given up
        self._shown: Wish | None = None
        self._build()
        self._rest = later(self, _REST, self._ask)

    @property
    def sentence(self) -> str:
        """What is said in place of a page, "" while a page shows."""
        return self._said.text() if self._stack.currentIndex() == _WORDS else ""

    @property
    def where(self) -> str:
        """Which page shows: "Trang 3 / 5"."""
        return self._bar.where

    @property
    def page(self) -> int:
        """Number of the page that shows, from 0."""
        return self._page

    @property
    def document(self) -> Document | None:
        """The document that shows."""
        return self._document

    @property
    def is_busy(self) -> bool:
        """Whether a page is being made."""
        return self._running is not None or self._rest.isActive() or self.finding.is_busy

    @property
    def view(self) -> PageView:
        """The page."""
        return self._view

    @property
    def text(self) -> TextView:
        """The page where it is text."""
        return self._text

    @property
    def scrolled(self) -> QAbstractScrollArea:
        """What scrolls now: the page or the text."""
        return self._text if self._stack.currentIndex() == _TEXT else self._view

    def show_document(self, document: Document | None, page: int = 0) -> None:
        """Show a document.

        Args:
            document: the document, None for none.
            page: the page from 0 where it is cited.
        """
        before, cited = self._document, self._cited
        self._document, self._cited = document, page
        if document is not None and before is not None and document.sha256 == before.sha256:
            if page != cited:
                self.go_to(page)
            return
        self._page, self._pages, self._shown = max(0, page), 0, None
        self._drop_running()
        self._bar.setVisible(document is not None)
        if document is None:
            self._say("", "")
        else:
            self._view.show_page(QImage(), 0)
            self._stack.setCurrentIndex(_DRAWN)
            self._ask()
        self.finding.reset()
        self._tell_place()

    def show_found(self, document: Document | None, page: int, words: str) -> None:
        """Show a document at a page, counted from 0, with words marked that a search found."""
        self._find_bar.put(words if document is not None else "")
        self.show_document(document, page)
        self.finding.search(page)

    def go_to(self, page: int) -> None:
        """Show a page of the document, counted from 0; how many there are may come later."""
        if self._document is not None:
            self._page = max(0, min(page, self._pages - 1) if self._pages else page)
            self._ask()
            self._tell_place()

    def turn(self, step: int) -> None:
        """Show the next page (1) or the one before (-1)."""
        self.go_to(self._page + step)

    def set_zoom(self, percent: int) -> None:
        """Show the page at a percentage of its size on paper; 0 fits the width."""
        self._zoom = percent
        self._text.set_percent(percent or 100)
        self._ask()
        self._tell_place()

    def set_tight(self, *, is_tight: bool) -> None:
        """Leave out what does not fit into 268 pixels; the list's menu still has it."""
        self._bar.set_tight(is_tight=is_tight)

    def rest(self) -> None:
        """Give up what is being made; the children stay for others."""
        self._rest.stop()
        self._drop_running()
        if self._running is not None:
            self._running[0].wait()
        self.finding.stop()

    def stop(self) -> None:
        """Give up what is being made and end the children."""
        self.rest()
        self.previews.stop()

    def _build(self) -> None:
        self._bar = PreviewBar()
        self._bar.turned.connect(self.turn)
        self._bar.zoomed.connect(self.set_zoom)
        self._bar.zoom_stepped.connect(self._step_zoom)
        self._bar.full_asked.connect(self._ask_full)
        self._bar.open_asked.connect(self.open_asked.emit)
        self._bar.more_asked.connect(self.more_asked.emit)
        self._view, self._text = PageView(), TextView()
        self._view.resized.connect(self._resized)
        for page in (self._view, self._text):
            page.page_turned.connect(self.turn)
            page.zoomed.connect(self._step_zoom)
        self._find_bar = FindBar()
        self._bar.find_asked.connect(self._find_bar.open_search)
        self.finding = Finding(self.previews, self._find_bar, lambda: self._document, self)
        self.finding.gone_to.connect(self.go_to)
        self.finding.marked.connect(self._mark)
        self._stack = QStackedWidget()
        for piece in (self._view, self._build_words(), self._text):
            self._stack.addWidget(piece)
        outer = flush(QVBoxLayout(self))
        outer.addWidget(self._bar)
        outer.addWidget(self._find_bar)
        outer.addWidget(self._stack, 1)

    def _build_words(self) -> QWidget:
        self._icon = IconLabel("file", "text3", 20)
        self._said = label("", "small", tone="text2", wrap=True)
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._opener = ghost("Mở bằng chương trình khác", self.open_asked.emit, "external")
        words = column(None, self._icon, 8, self._said, 4, self._opener, None)
        words.setContentsMargins(16, 0, 16, 0)
        box_of(words).setAlignment(self._icon, Qt.AlignmentFlag.AlignHCenter)
        box_of(words).setAlignment(self._opener, Qt.AlignmentFlag.AlignHCenter)
        return words

    @override
    def event(self, event: QEvent) -> bool:
        is_mine = isinstance(event, QKeyEvent) and self._command(event) is not None
        if is_mine and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # before the window's own search and full screen
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = self._command(event)
        if command is None:
            super().keyPressEvent(event)
        elif command == "find":
            self._find_bar.open_search()
        elif command == "full":
            self._ask_full()
        elif command == "close":
            self._find_bar.close_search()
            self.scrolled.setFocus()
        else:
            self.finding.step(1 if command == "next" else -1)

    def _command(self, event: QKeyEvent) -> str | None:
        if self._document is None:
            return None
        return command_of(event, is_searching=not self._find_bar.isHidden())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def _ask_full(self) -> None:
        if self._pages or self._is_full:
            self.full_asked.emit()

    def _step_zoom(self, step: int) -> None:
        now = self._shown_percent()
        size = next_size(now, step)
        if size != now:
            self.set_zoom(size)

    def _shown_percent(self) -> int:
        if self._zoom or not self._natural:
            return self._zoom or 100
        return round(self._view.page_room * 100 / self._natural)

    def _resized(self) -> None:
        if not self._zoom and self._document is not None and self._stack.currentIndex() == _DRAWN:
            self._rest.start()

    def _wish(self) -> Wish | None:
        if self._document is None:
            return None
        ratio = self.devicePixelRatioF()
        scale = self._zoom / 100 * _POINTS * ratio if self._zoom else 0.0
        return Wish(self._document, self._page, round(self._view.page_room * ratio), scale)

    def _ask(self) -> None:
        wish = self._wish()
        if wish is None or self._running is not None or not self.isVisible():
            return
        known = self.previews.known(wish)
        if known is not None:
            self._show(wish, known)
            return
        job = run_beside(self.previews.make, wish)
        self._running = (job, wish)
        job.done.connect(self._made)
        job.failed.connect(self._failed)
        job.ended.connect(self._ended)

    def _made(self, page: Page) -> None:
        if self._running is not None:
            self._show(self._running[1], page)

    def _ended(self) -> None:
        """Ask again where another page is wanted meanwhile, not where the program had a fault."""
        is_other = self._is_dropped
        if self._running is not None:
            job, asked = self._running
            is_other = is_other or asked != self._wish()
            job.deleteLater()
        self._running, self._is_dropped = None, False
        if is_other and self._wish() != self._shown and self._stack.currentIndex() != _WORDS:
            self._ask()

    def _drop_running(self) -> None:
        if self._running is not None:
            self._is_dropped = True
            self._running[0].cancel()
            self.previews.interrupt()

    def _show(self, wish: Wish, page: Page) -> None:
        if self._document is None or wish.document.sha256 != self._document.sha256:
            return
        self._kind = page.kind
        if page.fault is not Fault.NONE:
            self._say_fault(page.fault, self._document)
            return
        is_other = self._shown is None or self._shown.page != wish.page
        self._shown = wish
        self._pages, self._natural = page.pages, page.natural_width
        self._page = min(self._page, page.pages - 1)
        if page.image.isNull():
            self._text.show_text(page.text)
            self._stack.setCurrentIndex(_TEXT)
        else:
            self._stack.setCurrentIndex(_DRAWN)
            self._view.show_page(page.image, self._width_of(wish, page), from_top=is_other)
        self._mark()
        self._tell_place()

    def _mark(self) -> None:
        """Mark what is looked for on the page that shows."""
        if self._stack.currentIndex() == _TEXT:
            self._text.mark(self._find_bar.words, self.finding.number_on(self._page))
        elif self._shown is not None:
            self._view.mark(*self.finding.boxes(self._shown.page))

    def _width_of(self, wish: Wish, page: Page) -> int:
        """Return the logical width of a page; its own pixels where they are as good as that."""
        own = round(page.image.width() / self.devicePixelRatioF())
        wanted = self._view.page_room
        if self._zoom:
            wanted = max(1, round(self._natural * self._zoom / 100))
        is_small = page.kind is FileKind.IMAGE and not self._zoom and own < wanted
        return own if is_small or abs(own - wanted) <= 2 else wanted

    def _failed(self, error: CchcError) -> None:
        if self._running is not None and self._running[1].document == self._document:
            self._say(error.sentence, "gone")

    def _say_fault(self, fault: Fault, document: Document) -> None:
        named = f"{document.name}  ·  {shown_size(document.size)}"
        icon = "gone" if fault in (Fault.DAMAGED, Fault.PROGRAM) else ""
        self._say(_SAID.get(fault, named), icon)
        self._opener.setVisible(fault is not Fault.PROGRAM)

    def _say(self, sentence: str, icon_name: str) -> None:
        if self._document is not None:
            self._icon.set_icon(icon_name or kind_of(self._document.name).icon, "text3")
        for piece in (self._icon, self._opener):
            piece.setVisible(self._document is not None)
        self._said.setText(sentence)
        self._pages = 0
        self._stack.setCurrentIndex(_WORDS)
        self._tell_place()

    def _tell_place(self) -> None:
        has_many = self._kind is not FileKind.IMAGE and (
            self._kind is FileKind.PDF or self._pages > 1
        )
        self._bar.show_place(self._page, self._pages, self._shown_percent(), has_many=has_many)
