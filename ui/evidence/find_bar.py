"""Searching in the document that shows: a field, how many places, the next and the one before."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from ui.shared.buttons import tool
from ui.shared.labels import label
from ui.shared.timers import later

_REST = 250  # milliseconds without a key


class FindBar(QFrame):
    """One line below the bar of a preview; hidden until somebody searches."""

    words_changed = Signal(str)
    stepped = Signal(int)  # +1 or -1
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "row")
        self.setFixedHeight(36)
        self.field = QLineEdit()
        self.field.setPlaceholderText("Tìm trong tài liệu này")
        self.field.setAccessibleName("Tìm trong tài liệu này")
        self.field.setClearButtonEnabled(True)
        self._count = label("", "small", tone="text3")
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 2, 8, 2)
        box.setSpacing(4)
        box.addWidget(self.field, 1)
        box.addWidget(self._count)
        box.addWidget(tool("chevron-up", "Chỗ trước (Shift+F3)", lambda: self.stepped.emit(-1)))
        box.addWidget(tool("chevron-down", "Chỗ sau (F3)", lambda: self.stepped.emit(1)))
        box.addWidget(tool("close", "Thôi tìm (Esc)", self.close_search))
        self._rest = later(self, _REST, self._tell)
        self.field.textEdited.connect(lambda _: self._rest.start())
        self.field.returnPressed.connect(self._entered)
        self._told = ""
        self.hide()

    @property
    def words(self) -> str:
        """What is looked for, "" while the bar is hidden."""
        return "" if self.isHidden() else self.field.text().strip()

    @property
    def said(self) -> str:
        """What it says about the places."""
        return self._count.text()

    @property
    def is_waiting(self) -> bool:
        """Whether somebody types."""
        return self._rest.isActive()

    def open_search(self) -> None:
        """Show the bar, and take keys."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._rest.start(0)

    def put(self, words: str) -> None:
        """Show the bar with words that were looked for elsewhere; hide it where there are none."""
        self._rest.stop()
        self.field.setText(words)
        self.setVisible(bool(words))
        self._told = self.words

    def close_search(self) -> None:
        """Hide the bar."""
        if not self.isHidden():
            self.hide()
            self._told = ""
            self.closed.emit()

    def tell(self, at: int, count: int, *, is_full: bool) -> None:
        """Say which of the places shows: "3 / 12"."""
        if not self.words:
            self._count.setText("")
        elif count:
            more = "+" if is_full else ""
            self._count.setText(f"{at + 1} / {count}{more}")
        else:
            self._count.setText("không thấy")

    def tell_busy(self) -> None:
        """Say that it is being looked for."""
        self._count.setText("đang tìm…")

    def _entered(self) -> None:
        if self._rest.isActive() or self.words != self._told:
            self._tell()
        else:
            self.stepped.emit(1)

    def _tell(self) -> None:
        self._rest.stop()
        self._told = self.words
        self.words_changed.emit(self.words)
