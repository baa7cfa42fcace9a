"""One lost amount with its reason, the agencies in charge, and how it was found."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.overriding import override
from cchc_desktop.records import record
from ui.shared import theme
from ui.shared.labels import label, set_tone
from ui.shared.pills import Pill

_NO_REASON = "chưa ghi lý do"
_NOT_WRITTEN = "chưa ghi"


@record
class LossWords:
    """What a row says; empty words say "chưa ghi"."""

    amount: str
    reason: str
    agencies: str
    at_fault: str
    method: str
    is_editable: bool


class LossRow(QFrame):
    """A row of the losses; a click, Enter or F2 opens it for editing."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "row")
        self._is_editable = False
        self.amount = label("", "body", 600, "losttext")
        self.amount.setFixedWidth(46)
        self.amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.reason = label("", "body", wrap=True)
        self.agencies = label("", "small", tone="text3", wrap=True)
        self.at_fault = label("", "small", tone="text3", wrap=True)
        self.method = Pill("", "text2", "unsel")
        self.method.set_role("cap")
        words = QVBoxLayout()
        words.setSpacing(0)
        for piece in (self.reason, self.agencies, self.at_fault):
            words.addWidget(piece)
        self._box = box = QHBoxLayout(self)
        self.set_dense(dense=False)
        box.setSpacing(12)
        box.addWidget(self.amount, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(words, 1)
        box.addWidget(self.method, 0, Qt.AlignmentFlag.AlignTop)

    def show_words(self, words: LossWords) -> None:
        """Show a loss."""
        self._is_editable = words.is_editable
        self.amount.setText(words.amount)
        self.reason.setText(words.reason or _NO_REASON)
        set_tone(self.reason, "text" if words.reason else "opentext")
        self.agencies.setText(f"Cơ quan tham mưu: {words.agencies or _NOT_WRITTEN}")
        self.at_fault.setText(f"Đơn vị để xảy ra: {words.at_fault}")
        self.at_fault.setVisible(bool(words.at_fault))
        self.method.set_text(words.method)
        self.method.setVisible(bool(words.method))
        self.setAccessibleName(f"Bị trừ {words.amount}: {words.reason or _NO_REASON}")
        policy = Qt.FocusPolicy.StrongFocus if words.is_editable else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        self.setToolTip("Bấm để sửa" if words.is_editable else "")

    def set_dense(self, dense: bool) -> None:
        """Spare height: less air above and below."""
        air = 2 if dense else 6
        self._box.setContentsMargins(12, air, 12, air)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._is_editable and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space)
        if self._is_editable and event.key() in keys:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        super().paintEvent(arg__1)
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 4, 4)
        painter.end()
