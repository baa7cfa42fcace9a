"""The page of a paper with its toolbar: which page, back, next, zoom."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from ui.reports.paper import Paper
from ui.reports.paper_view import PaperView
from ui.shared import theme
from ui.shared.buttons import tool
from ui.shared.frames import box_of, flush, frame
from ui.shared.labels import ElidedLabel, label
from ui.shared.timers import later
from ui.shared.zoom import next_size, zoom_button

_POINTS = 96 / 72
_REST = 120  # milliseconds without a change of size


class PaperPane(QWidget):
    """Shows one paper, a page at a time.

    Args:
        title: what kind of paper it is.
        parent: the workplace.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper: Paper | None = None
        self._page = self._zoom = 0
        self._build(title)
        self._rest = later(self, _REST, self._show)
        theme.switch.switched.connect(self._show)
        self._tell()

    @property
    def where(self) -> str:
        """Which page shows: "Trang 1 / 1"."""
        return self._where.text()

    @property
    def zoom_text(self) -> str:
        """How large the page shows."""
        return self._percent.text()

    @property
    def sentence(self) -> str:
        """What is said in place of a page, "" while a page shows."""
        return self._said.text() if self._stack.currentIndex() == 1 else ""

    def set_title(self, title: str) -> None:
        """Say which kind of paper shows; another one begins at its first page."""
        self._title.setText(title)
        self.view.setAccessibleName(f"Xem trước {title.lower()}")
        self._page = 0

    def show_paper(self, paper: Paper) -> None:
        """Show a paper at the page where the one before it was."""
        before = self._paper
        self._paper = paper
        self._page = min(self._page, paper.pages - 1)
        self._stack.setCurrentIndex(0)
        self._show()
        if before is not None:
            before.close()

    def let_go(self) -> None:
        """Close the paper; nothing shows any more."""
        if self._paper is not None:
            self._paper.close()
            self._paper = None

    def say(self, sentence: str) -> None:
        """Say why there is no page."""
        self._said.setText(sentence)
        self._stack.setCurrentIndex(1)
        self._tell()

    def go_to(self, page: int) -> None:
        """Show a page, counted from 0."""
        if self._paper is not None:
            self._page = max(0, min(page, self._paper.pages - 1))
            self._show(from_top=True)

    def set_zoom(self, percent: int) -> None:
        """Show the page at a percentage of its size on paper; 0 fits the width."""
        self._zoom = percent
        self._show()

    def step_zoom(self, step: int) -> None:
        """Show the page one size larger or smaller."""
        now = self._shown_percent()
        size = next_size(now, step)
        if size != now:
            self.set_zoom(size)

    def _build(self, title: str) -> None:
        self.view = PaperView()
        self.view.setAccessibleName(f"Xem trước {title.lower()}")
        self.view.resized.connect(self._resized)
        self.view.page_turned.connect(lambda step: self.go_to(self._page + step))
        self.view.zoomed.connect(self.step_zoom)
        self._said = label("", "body", tone="text2", wrap=True)
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._said.setMargin(32)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._said)
        outer = flush(QVBoxLayout(self))
        outer.addWidget(self._build_bar(title))
        outer.addWidget(self._stack, 1)

    def _build_bar(self, title: str) -> QFrame:
        bar = frame("head", vertical=False, margins=(16, 0, 8, 0), gap=6)
        bar.setFixedHeight(40)
        self._where = label("", "small", tone="text2")
        self._back = tool("chevron-left", "Trang trước", lambda: self.go_to(self._page - 1))
        self._next = tool("chevron-right", "Trang sau", lambda: self.go_to(self._page + 1))
        self._percent = zoom_button(self.set_zoom)
        self._closer = tool("zoom-in", "Phóng to", lambda: self.step_zoom(1))
        box = box_of(bar)
        self._title = label(title, "h3", 600)
        box.addWidget(self._title)
        box.addWidget(ElidedLabel("đúng bản PDF sẽ lưu", "small", tone="text3"), 1)
        for piece in (self._where, self._back, self._next, self._percent, self._closer):
            box.addWidget(piece)
        return bar

    def _shown_percent(self) -> int:
        if self._zoom or self._paper is None:
            return self._zoom or 100
        return round(self.view.page_room * 100 / (self._paper.width(self._page) * _POINTS))

    def _resized(self) -> None:
        if not self._zoom and self._paper is not None:
            self._rest.start()

    def _show(self, _: object = None, *, from_top: bool = False) -> None:
        if self._paper is None:
            self.view.show_page(QImage(), 0)
            self.view.show_spots((), (1, 1))
            return
        room = self.view.page_room
        if self._zoom:
            room = round(self._paper.width(self._page) * _POINTS * self._zoom / 100)
        ratio = self.devicePixelRatioF()
        image = self._paper.image(self._page, max(1, round(room * ratio)))
        self.view.show_page(image, room, from_top=from_top)
        spots = [spot for spot in self._paper.spots if spot.page == self._page]
        self.view.show_spots(spots, self._paper.size(self._page))
        self._tell()

    def _tell(self) -> None:
        pages = self._paper.pages if self._paper is not None else 0
        is_shown = pages > 0 and self._stack.currentIndex() == 0
        for piece in (self._where, self._back, self._next, self._percent, self._closer):
            piece.setVisible(is_shown)
        self._where.setText(f"Trang {self._page + 1} / {pages}" if pages else "")
        self._back.setEnabled(self._page > 0)
        self._next.setEnabled(self._page < pages - 1)
        self._percent.setText(f"{self._shown_percent()} %" if self._zoom else "vừa bề ngang")
