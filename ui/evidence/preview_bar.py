"""The bar above a preview: which page, how large, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.shared.buttons import tool
from ui.shared.labels import label
from ui.shared.zoom import zoom_button

_MANY = 10  # pages whose numbers leave no room for the word before them in a tight bar


class PreviewBar(QFrame):
    """Says where the preview is; its buttons ask for what is behind them."""

    turned = Signal(int)  # +1 or -1
    zoomed = Signal(int)  # percent, 0 fits the width
    zoom_stepped = Signal(int)  # +1 or -1
    find_asked = Signal()
    full_asked = Signal()
    open_asked = Signal()
    more_asked = Signal(QWidget)  # the menu of the document, below this button

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "row")
        self.setFixedHeight(32)
        self._where = label("", "small", tone="text2")
        self._back = tool("chevron-left", "Trang trước", lambda: self.turned.emit(-1))
        self._next = tool("chevron-right", "Trang sau", lambda: self.turned.emit(1))
        self._percent = zoom_button(self.zoomed.emit)
        self._closer = tool("zoom-in", "Phóng to", lambda: self.zoom_stepped.emit(1))
        self._finder = tool("search", "Tìm trong tài liệu (Ctrl+F)", self.find_asked.emit)
        self._full = tool("full", "Toàn màn hình (F11)", self.full_asked.emit)
        self._opener = tool("external", "Mở bằng chương trình khác", self.open_asked.emit)
        self._more = tool("more", "Việc với tài liệu này", self._ask_more)
        self._is_tight = False
        box = QHBoxLayout(self)
        box.setContentsMargins(10, 0, 8, 0)
        box.setSpacing(4)
        for piece in (self._where, self._back, self._next):
            box.addWidget(piece)
        box.addStretch(1)
        for button in (
            self._percent, self._closer, self._finder, self._full, self._opener, self._more,
        ):  # fmt: skip
            box.addWidget(button)

    @property
    def where(self) -> str:
        """Which page shows: "Trang 3 / 5"."""
        return self._where.text()

    def set_tight(self, *, is_tight: bool) -> None:
        """Leave out what does not fit into 268 pixels; keys and the list's menu still have it.

        The menu of the size has every step of the zoom.
        """
        self._is_tight = is_tight
        self._more.setVisible(not is_tight)
        for button in (self._closer, self._finder):
            button.setVisible(not is_tight and not self._full.isHidden())

    def show_place(self, page: int, pages: int, percent: int, *, has_many: bool) -> None:
        """Say which page shows.

        Args:
            page: its number from 0.
            pages: how many there are, 0 while none shows.
            percent: how large it is.
            has_many: whether its kind of file has pages at all.
        """
        has_pages = pages > 0
        for piece in (self._where, self._back, self._next):
            piece.setVisible(has_pages and has_many)
        for button in (self._percent, self._full):
            button.setVisible(has_pages)
        for button in (self._closer, self._finder):
            button.setVisible(has_pages and not self._is_tight)
        self._where.setText(self._place_words(page, pages))
        self._back.setEnabled(page > 0)
        self._next.setEnabled(page < pages - 1)
        self._percent.setText(f"{percent} %")

    def _place_words(self, page: int, pages: int) -> str:
        if not pages:
            return ""
        many = self._is_tight and pages >= _MANY
        return f"{page + 1} / {pages}" if many else f"Trang {page + 1} / {pages}"

    def _ask_more(self) -> None:
        self.more_asked.emit(self._more)
