"""The preview: pages of PDF files and pictures, with zoom; other files by name and size."""

from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Document
from cchc_desktop.overriding import override
from cchc_desktop.progress import Progress
from ui.evidence.kinds import Kind, kind_of, shown_size
from ui.evidence.preview_wire import Fault
from ui.evidence.previews import Page, Previews, Wish
from ui.shared.buttons import ghost, tool
from ui.shared.frames import box_of, column, row_frame
from ui.shared.icons import IconLabel
from ui.shared.jobs import Job
from ui.shared.labels import label
from ui.shared.page_view import PageView
from ui.shared.zoom import next_size, zoom_button

_POINTS = 96 / 72
_REST = 120  # milliseconds without a change of size
_SAID = {
    Fault.DAMAGED: "Tệp hỏng hoặc không đúng định dạng nên không xem trước được.",
    Fault.LOCKED: "Tệp PDF có mật khẩu nên không xem trước được.",
    Fault.HUGE: "Trang quá lớn nên không xem trước được.",
    Fault.SLOW: "Tệp quá phức tạp, không vẽ được trang này trong 10 giây.",
    Fault.NO_CHILD: "Máy không mở được phần xem trước.",
}


class Preview(QWidget):
    """Shows one document at a page.

    Args:
        previews: makes the pages.
        parent: the widget it lies in.
    """

    open_asked = Signal()  # with the usual program
    more_asked = Signal(QWidget)  # the menu of the document, below this button

    def __init__(self, previews: Previews, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._previews = previews
        self._document: Document | None = None
        self._page, self._pages, self._zoom = 0, 0, 0
        self._cited = 0
        self._natural = 0.0
        self._running: tuple[Job, Wish] | None = None
        self._progress = Progress()
        self._shown: Wish | None = None
        self._build()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._ask)

    @property
    def sentence(self) -> str:
        """What is said in place of a page, "" while a page shows."""
        return self._said.text() if self._stack.currentIndex() == 1 else ""

    @property
    def where(self) -> str:
        """Which page shows: "Trang 3 / 5"."""
        return self._where.text()

    @property
    def is_busy(self) -> bool:
        """Whether a page is being made."""
        return self._running is not None or self._rest.isActive()

    @property
    def view(self) -> PageView:
        """The page."""
        return self._view

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
        elif kind_of(document.name).can_be_previewed:
            self._view.show_page(QImage(), 0)
            self._stack.setCurrentIndex(0)
            self._ask()
        else:
            self._say(f"{document.name}  ·  {shown_size(document.size)}", "")
        self._tell_place()

    def go_to(self, page: int) -> None:
        """Show a page of the document, counted from 0."""
        if self._pages and self._document is not None:
            self._page = max(0, min(page, self._pages - 1))
            self._ask()
            self._tell_place()

    def set_zoom(self, percent: int) -> None:
        """Show the page at a percentage of its size on paper; 0 fits the width."""
        self._zoom = percent
        self._ask()

    def set_tight(self, *, is_tight: bool) -> None:
        """Leave out what does not fit into 268 pixels; the list's menu still has it."""
        self._more.setVisible(not is_tight)

    def stop(self) -> None:
        """Give up what is being made and end the child."""
        self._rest.stop()
        self._drop_running()
        if self._running is not None:
            self._running[0].wait()
        self._previews.stop()

    def _build(self) -> None:
        self._bar = row_frame(32, (12, 0, 8, 0))
        box_of(self._bar).setSpacing(4)
        self._where = label("", "small", tone="text2")
        self._back = tool("chevron-left", "Trang trước", lambda: self.go_to(self._page - 1))
        self._next = tool("chevron-right", "Trang sau", lambda: self.go_to(self._page + 1))
        self._percent = zoom_button(self.set_zoom)
        self._closer = tool("zoom-in", "Phóng to", lambda: self._step_zoom(1))
        opener = tool("external", "Mở bằng chương trình khác", self.open_asked.emit)
        self._more = tool("more", "Việc với tài liệu này", self._ask_more)
        box = box_of(self._bar)
        for piece in (self._where, self._back, self._next):
            box.addWidget(piece)
        box.addStretch(1)
        for button in (self._percent, self._closer, opener, self._more):
            box.addWidget(button)
        self._view = PageView()
        self._view.resized.connect(self._resized)
        self._view.page_turned.connect(lambda step: self.go_to(self._page + step))
        self._view.zoomed.connect(self._step_zoom)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._build_words())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._bar)
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

    def _ask_more(self) -> None:
        self.more_asked.emit(self._more)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

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
        if not self._zoom and self._document is not None and self._stack.currentIndex() == 0:
            self._rest.start()

    def _wish(self) -> Wish | None:
        if self._document is None or not kind_of(self._document.name).can_be_previewed:
            return None
        ratio = self.devicePixelRatioF()
        scale = self._zoom / 100 * _POINTS * ratio if self._zoom else 0.0
        return Wish(self._document, self._page, round(self._view.page_room * ratio), scale)

    def _ask(self) -> None:
        wish = self._wish()
        if wish is None or self._running is not None or not self.isVisible():
            return
        known = self._previews.known(wish)
        if known is not None:
            self._show(wish, known)
            return
        self._progress = Progress()
        self._start(wish)

    def _start(self, wish: Wish) -> None:
        job = Job("")
        executor = ThreadPoolExecutor(1, thread_name_prefix="preview")
        self._running = (job, wish)
        job.done.connect(self._made)
        job.failed.connect(self._failed)
        job.ended.connect(self._ended)
        made = executor.submit(self._previews.make, wish, self._progress)
        job.start(executor, made, self._progress.cancel)

    def _made(self, page: Page) -> None:
        if self._running is not None:
            self._show(self._running[1], page)

    def _ended(self) -> None:
        if self._running is not None:
            self._running[0].deleteLater()
        self._running = None
        if self._wish() != self._shown and self._stack.currentIndex() == 0:
            self._ask()

    def _drop_running(self) -> None:
        if self._running is not None:
            self._progress.cancel()
            self._previews.interrupt()

    def _show(self, wish: Wish, page: Page) -> None:
        if self._document is None or wish.document.sha256 != self._document.sha256:
            return
        if page.fault is not Fault.NONE:
            self._say(_SAID[page.fault], "gone" if page.fault is Fault.DAMAGED else "")
            return
        is_other = self._shown is None or self._shown.page != wish.page
        self._shown = wish
        self._pages, self._natural = page.pages, page.natural_width
        self._page = min(self._page, page.pages - 1)
        self._stack.setCurrentIndex(0)
        self._view.show_page(page.image, self._width_of(wish, page), from_top=is_other)
        self._tell_place()

    def _width_of(self, wish: Wish, page: Page) -> int:
        """Return the logical width of a page; its own pixels where they are as good as that."""
        own = round(page.image.width() / self.devicePixelRatioF())
        wanted = self._view.page_room
        if self._zoom:
            wanted = max(1, round(self._natural * self._zoom / 100))
        is_small = kind_of(wish.document.name) is Kind.IMAGE and not self._zoom and own < wanted
        return own if is_small or abs(own - wanted) <= 2 else wanted

    def _failed(self, error: CchcError) -> None:
        self._say(error.sentence, "gone")

    def _say(self, sentence: str, icon_name: str) -> None:
        if self._document is not None:
            self._icon.set_icon(icon_name or kind_of(self._document.name).icon, "text3")
        for piece in (self._icon, self._opener):
            piece.setVisible(self._document is not None)
        self._said.setText(sentence)
        self._pages = 0
        self._stack.setCurrentIndex(1)
        self._tell_place()

    def _tell_place(self) -> None:
        has_pages = self._pages > 0
        is_pdf = self._document is not None and kind_of(self._document.name) is Kind.PDF
        for piece in (self._where, self._back, self._next):
            piece.setVisible(has_pages and is_pdf)
        self._percent.setVisible(has_pages)
        self._closer.setVisible(has_pages)
        self._where.setText(f"Trang {self._page + 1} / {self._pages}" if has_pages else "")
        self._back.setEnabled(self._page > 0)
        self._next.setEnabled(self._page < self._pages - 1)
        self._percent.setText(f"{self._shown_percent()} %")
