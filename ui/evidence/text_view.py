"""A page of text in the preview: words alone, with the places that were looked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QTextCharFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from cchc_desktop.domain.finding import found_in
from cchc_desktop.overriding import override
from ui.shared import theme

_TAB = 24  # letters from one column of a table to the next
_MOST_MARKED = 500


class TextView(QPlainTextEdit):
    """Shows the text of a file; nothing of it can be changed."""

    page_turned = Signal(int)  # +1 or -1
    zoomed = Signal(int)  # +1 or -1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Chữ trong tài liệu")
        self.setProperty("kind", "paper")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._spans: list[tuple[int, int]] = []
        self.set_percent(100)

    def set_percent(self, percent: int) -> None:
        """Write letters of a size."""
        font = QFont(theme.font("body"))
        font.setPointSizeF(font.pointSizeF() * percent / 100)
        self.setFont(font)
        self.setTabStopDistance(_TAB * self.fontMetrics().averageCharWidth())

    def show_text(self, text: str) -> None:
        """Show other words, from their top."""
        if text != self.toPlainText():
            self._spans = []
            self.setExtraSelections([])
            self.setPlainText(text)

    def mark(self, words: str, current: int) -> None:
        """Mark the places of some words, and go to one of them.

        Args:
            words: what is looked for; "" marks nothing.
            current: which of the places, -1 for none.
        """
        self._spans = found_in(self.toPlainText(), words)[:_MOST_MARKED] if words else []
        self.setExtraSelections(
            [self._selection(span, is_current=at == current) for at, span in enumerate(self._spans)]
        )
        if 0 <= current < len(self._spans):
            cursor = self.textCursor()
            cursor.setPosition(self._spans[current][0])
            self.setTextCursor(cursor)
            self.centerCursor()

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if e.key() == Qt.Key.Key_PageDown and bar.value() == bar.maximum():
            self.page_turned.emit(1)
        elif e.key() == Qt.Key.Key_PageUp and bar.value() == bar.minimum():
            self.page_turned.emit(-1)
        else:
            super().keyPressEvent(e)

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        if e.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if e.angleDelta().y() > 0 else -1)
            e.accept()
        else:
            super().wheelEvent(e)

    def _selection(self, span: tuple[int, int], *, is_current: bool) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.document())
        cursor.setPosition(span[0])
        cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setBackground(theme.color("found"))
        look.setForeground(Qt.GlobalColor.black)
        look.setFontUnderline(is_current)
        found = QTextEdit.ExtraSelection()
        found.cursor = cursor
        found.format = look
        return found
