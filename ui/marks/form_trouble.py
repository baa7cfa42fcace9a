"""The line below a field: why it is refused, and buttons that mend it."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.numbers import AmbiguousNumberError, shown
from cchc_desktop.wording.numerals import plain
from ui.shared.buttons import Button, normal
from ui.shared.fields import NumberField
from ui.shared.labels import label, set_tone

Mend = tuple[str, Callable[[], object]]


class Trouble(QWidget):
    """Words of a refusal and its buttons; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = label("", "small", tone="losttext", wrap=True)
        self._buttons: list[Button] = []
        self._mends: tuple[str, ...] = ()
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self._words)
        box.addLayout(self._row)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The buttons that mend it."""
        return tuple(self._buttons)

    def say(self, text: str, mends: Sequence[Mend] = (), tone: str = "losttext") -> None:
        """Say why, with buttons; "" hides it.

        Args:
            text: the reason.
            mends: words and action of each button.
            tone: colour role of the words.
        """
        names = tuple(name for name, _ in mends)
        if text != self._words.text() or names != self._mends:
            self._words.setText(text)
            self._mends = names
            self._show_buttons(mends)
        set_tone(self._words, tone)
        self.setVisible(bool(text))

    def _show_buttons(self, mends: Sequence[Mend]) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [normal(name, action) for name, action in mends]
        for button in self._buttons:
            self._row.addWidget(button)


def watch(field: NumberField, trouble: Trouble) -> None:
    """Say below a field why it is refused; two readings of a number become two buttons."""
    field.reason_changed.connect(trouble.say)
    field.refused.connect(partial(_offer_readings, field, trouble))


def keep(field: NumberField, before: Decimal | None) -> None:
    """Keep what was typed after a refused write; Esc brings the old value back."""
    field.refuse(CchcError("Chưa ghi được vào hồ sơ.", "Nhấn Enter để thử lại, Esc: giá trị cũ."))
    field.set_value(before)


def _offer_readings(field: NumberField, trouble: Trouble, error: CchcError) -> None:
    if not isinstance(error, AmbiguousNumberError):
        return
    mends = [(shown(value), partial(_take_reading, field, value)) for value in error.readings]
    trouble.say(error.sentence, mends)


def _take_reading(field: NumberField, value: Decimal) -> None:
    field.setText(plain(value).replace(".", ","))
    if field.take():
        field.entered.emit()
