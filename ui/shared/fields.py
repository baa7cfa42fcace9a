"""The field that takes a number: decimal comma, unit inside, refusals beside it."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.numbers import NumberKind, parse, shown, typed
from cchc_desktop.overriding import override
from ui.shared import theme
from ui.shared.labels import restyle
from ui.shared.undo_keys import is_for_window

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_UNIT_GAP = 6


class NumberField(QLineEdit):
    """One number, or nothing.

    Enter and leaving the field take the value; Esc brings the old one back. What cannot be
    taken stays in the field with a vermilion edge, and ``reason_changed`` says why.

    Args:
        kind: how a dot is read.
        unit: words inside the field at the right, "hồ sơ".
        maximum: the largest value that can be taken, None for no limit.
        name: accessible name.
        parent: the widget it lies in.
    """

    taken = Signal(object)  # Decimal | None: Enter, or left after a change
    typing = Signal(object)  # Decimal | None: while typing, None where it is no number yet
    refused = Signal(object)  # CchcError
    reason_changed = Signal(str)  # why it is refused, "" once it is not
    entered = Signal()  # Enter took the value: the cursor may go on

    def __init__(
        self,
        kind: NumberKind = NumberKind.POINTS,
        unit: str = "",
        maximum: Decimal | None = None,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kind, self._unit, self._maximum = kind, "", maximum
        self._value: Decimal | None = None
        self._check: Callable[[Decimal], None] | None = None
        self._reason = ""
        self._is_dirty = False
        self.setFont(theme.font("body", 500))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName(name)
        self.set_unit(unit)
        self.textEdited.connect(self._typed)

    @property
    def value(self) -> Decimal | None:
        """The value that was last shown or taken."""
        return self._value

    @property
    def reason(self) -> str:
        """Why what stands in the field cannot be taken; "" where it can."""
        return self._reason

    @property
    def is_dirty(self) -> bool:
        """Whether something was typed that is not taken yet."""
        return self._is_dirty

    def set_value(self, value: Decimal | None) -> None:
        """Show a value; while a person types, only remember it for Esc."""
        self._value = value
        if not self._is_dirty:
            self._show(value)
            self._set_reason("")

    def set_kind(self, kind: NumberKind) -> None:
        """Change how a dot is read."""
        self._kind = kind

    def set_maximum(self, maximum: Decimal | None) -> None:
        """Change the largest value that can be taken."""
        self._maximum = maximum

    def set_check(self, check: Callable[[Decimal], None] | None) -> None:
        """Refuse also what a function refuses with a CchcError."""
        self._check = check

    def set_unit(self, unit: str) -> None:
        """Change the words inside the field at the right."""
        self._unit = unit
        wide = QFontMetrics(theme.font("small")).horizontalAdvance(unit)
        self.setTextMargins(0, 0, wide + _UNIT_GAP if unit else 0, 0)
        self.update()

    def set_calculated(self, *, calculated: bool) -> None:
        """Show it sunken: its value is computed; it can still be typed over unless read-only."""
        restyle(self, "calc", "1" if calculated else "0")

    def refuse(self, error: CchcError) -> None:
        """Keep what was typed, and say why it cannot be taken."""
        self._is_dirty = True
        self._set_reason(error.words)
        self.refused.emit(error)

    def take(self) -> bool:
        """Take what stands in the field; return whether it could be taken."""
        try:
            value = self._read()
        except CchcError as error:
            self.refuse(error)
            return False
        self._is_dirty = False
        self._value = value
        self._set_reason("")
        self.taken.emit(value)
        if not self._is_dirty:
            self._show(self._value)
        return not self._is_dirty

    def restore(self) -> None:
        """Bring the old value back."""
        self._is_dirty = False
        self._show(self._value)
        self._set_reason("")
        self.selectAll()
        self.typing.emit(self._value)

    @override
    def event(self, arg__1: QEvent) -> bool:
        return is_for_window(arg__1, lambda: self._is_dirty) or super().event(arg__1)

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        key = arg__1.key()
        if key in _ENTER and not arg__1.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.isReadOnly() or self.take():
                self.entered.emit()
        elif key == Qt.Key.Key_Escape and self._is_dirty:
            self.restore()
        elif _is_pad_dot(arg__1) and not self.isReadOnly():
            self.insert(",")
            self.textEdited.emit(self.text())
        else:
            super().keyPressEvent(arg__1)

    @override
    def focusInEvent(self, arg__1: QFocusEvent) -> None:
        super().focusInEvent(arg__1)
        if arg__1.reason() is not Qt.FocusReason.MouseFocusReason and not self._is_dirty:
            self.selectAll()

    @override
    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        super().focusOutEvent(arg__1)
        keeps = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if self._is_dirty and arg__1.reason() not in keeps:
            self.take()

    @override
    def paintEvent(self, arg__1: QPaintEvent) -> None:
        super().paintEvent(arg__1)
        if not self._unit:
            return
        painter = QPainter(self)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text3"))
        room = QRectF(0, 0, self.width() - 9, self.height())
        painter.drawText(
            room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._unit
        )
        painter.end()

    def _typed(self) -> None:
        self._is_dirty = True
        try:
            value = self._read()
        except CchcError:
            self.typing.emit(None)
            return
        self._set_reason("")
        self.typing.emit(value)

    def _read(self) -> Decimal | None:
        text = self.text().strip()
        if not text:
            return None
        value = parse(text, self._kind, self._maximum)
        if self._maximum is not None and not 0 <= value <= self._maximum:
            most = shown(self._maximum)
            raise CchcError(f"{shown(value)} nằm ngoài khoảng 0 đến {most}.", "Esc: giá trị cũ.")
        if self._check is not None:
            self._check(value)
        return value

    def _show(self, value: Decimal | None) -> None:
        text = "" if value is None else typed(value, self._kind)
        if text != self.text():
            self.setText(text)

    def _set_reason(self, reason: str) -> None:
        if reason == self._reason:
            return
        self._reason = reason
        restyle(self, "bad", "1" if reason else "0")
        self.setAccessibleDescription(reason)
        self.setToolTip(reason)
        self.reason_changed.emit(reason)


def _is_pad_dot(event: QKeyEvent) -> bool:
    from_pad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
    return from_pad and event.key() in (Qt.Key.Key_Period, Qt.Key.Key_Comma)
