"""The small box that asks for a code and goes there (Ctrl+G)."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from cchc_desktop.domain.text import clean
from cchc_desktop.overriding import override
from ui.shared import theme
from ui.shared.labels import label, restyle, say_or_hide


class CodeField(QLineEdit):
    """One code; Esc closes the box."""

    closed = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class CodeBox(QFrame):
    """Asks for a code over the tree.

    Args:
        parent: the widget it lies over.
    """

    asked = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAutoFillBackground(True)
        self._field = CodeField(self)
        self._field.setFont(theme.font("body"))
        self._field.setAccessibleName("Đến mã tiêu chí")
        self._field.setPlaceholderText("ví dụ 7.3")
        self._field.setFixedWidth(120)
        self._why = label("", "small", 400, "losttext")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(label("Đến mã", "body", 500))
        row.addWidget(self._field)
        row.addWidget(self._why)
        self._field.returnPressed.connect(self._ask)
        self._field.textEdited.connect(lambda: self.refuse(""))
        self._field.closed.connect(self.close_box)
        self.hide()

    @property
    def field(self) -> QLineEdit:
        """The field that is typed into."""
        return self._field

    def open_box(self, at: QPoint) -> None:
        """Show the box, empty, with the cursor in it."""
        self.refuse("")
        self._field.clear()
        self.move(at)
        self.show()
        self.raise_()
        self._field.setFocus()

    def close_box(self) -> None:
        """Hide the box."""
        self.hide()
        self.closed.emit()

    def refuse(self, why: str) -> None:
        """Say why there is nowhere to go; "" takes it back."""
        restyle(self._field, "bad", "1" if why else "0")
        say_or_hide(self._why, why)
        self.adjustSize()

    def _ask(self) -> None:
        self.asked.emit(clean(self._field.text()))
