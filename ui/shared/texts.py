"""Fields that take words: one line or several, taken when typing rests or the field is left."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from cchc_desktop.domain.text import nfc
from cchc_desktop.overriding import override
from ui.shared import theme
from ui.shared.undo_keys import is_for_window

REST = 400  # milliseconds without a key


class TextField(QLineEdit):
    """One line of words; Esc brings back what stood there when the field was entered.

    Args:
        name: accessible name.
        placeholder: what an empty field says.
        parent: the widget it lies in.
    """

    taken = Signal(str)
    entered = Signal()  # Enter: the cursor may go on

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.font("body"))
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._last = self._first = ""
        self._rest = _rest_timer(self)
        self._rest.timeout.connect(self.take)
        self.textEdited.connect(self._typed)

    def set_text(self, text: str) -> None:
        """Show other words, unless a person is typing here."""
        if self._rest.isActive() or text == self._last == self.text():
            return
        self._last = text
        if text != nfc(self.text()):
            self.setText(text)
            self.setCursorPosition(0)

    def take(self) -> None:
        """Take what stands in the field, if it is new."""
        self._rest.stop()
        text = nfc(self.text())
        if text != self._last:
            self._last = text
            self.taken.emit(text)

    @override
    def event(self, arg__1: QEvent) -> bool:
        return is_for_window(arg__1, lambda: nfc(self.text()) != self._last) or super().event(
            arg__1
        )

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if arg__1.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
            self.entered.emit()
        elif arg__1.key() == Qt.Key.Key_Escape and nfc(self.text()) != self._first:
            self.setText(self._first)
            self.take()
        else:
            super().keyPressEvent(arg__1)

    def _typed(self) -> None:
        self._rest.start()

    @override
    def focusInEvent(self, arg__1: QFocusEvent) -> None:
        super().focusInEvent(arg__1)
        self._first = nfc(self.text())

    @override
    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        super().focusOutEvent(arg__1)
        self.take()


class TextArea(QPlainTextEdit):
    """Several lines of words; Tab goes on to the next field.

    Args:
        name: accessible name.
        placeholder: what an empty field says.
        parent: the widget it lies in.
    """

    taken = Signal(str)

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(theme.font("body"))
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self._last = ""
        self._is_filling = False
        self._rest = _rest_timer(self)
        self._rest.timeout.connect(self.take)
        self.textChanged.connect(self._changed)

    def set_text(self, text: str) -> None:
        """Show other words, unless a person is typing here."""
        if self._rest.isActive() or text == self._last == self.toPlainText():
            return
        self._last = text
        if text != nfc(self.toPlainText()):
            self._is_filling = True
            self.setPlainText(text)
            self._is_filling = False

    def take(self) -> None:
        """Take what stands in the field, if it is new."""
        self._rest.stop()
        text = nfc(self.toPlainText())
        if text != self._last:
            self._last = text
            self.taken.emit(text)

    @override
    def event(self, e: QEvent) -> bool:
        return is_for_window(e, lambda: nfc(self.toPlainText()) != self._last) or super().event(e)

    @override
    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        self.take()

    def _changed(self) -> None:
        if not self._is_filling:
            self._rest.start()


def _rest_timer(parent: QObject) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(REST)
    return timer
