"""The fields of a document with the guesses below each; nothing is written here."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.dates import parse_date
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.guesses import Guess, Source, words_on_page
from cchc_desktop.domain.text import clean
from cchc_desktop.overriding import override
from ui.describe.chips import HEIGHT, GuessChip
from ui.shared.frames import column, row
from ui.shared.labels import label, restyle, say_or_hide
from ui.shared.texts import TextField

CAPTIONS: Mapping[str, tuple[str, str]] = {
    "number": ("Số, ký hiệu", "ví dụ 55/TB-VPCP"),
    "issued_on": ("Ngày ban hành", "ngày/tháng/năm"),
    "issuer": ("Cơ quan ban hành", ""),
    "subject": ("Trích yếu", ""),
}
_MOST_CHIPS = 3


class GuessedField(QWidget):
    """One field: caption, line, guesses.

    Args:
        name: a key of ``CAPTIONS``.
        number: its place, from 1.
    """

    typed = Signal()
    entered = Signal()
    paged = Signal(int)  # PgUp (-1), PgDn (1)

    def __init__(self, name: str, number: int) -> None:
        super().__init__()
        self.name, self._number = name, number
        caption, hint = CAPTIONS[name]
        self.line = TextField(caption, hint)
        self.line.textEdited.connect(self._edited)
        self.line.entered.connect(self.entered)
        self.line.installEventFilter(self)
        self.chips: list[GuessChip] = []
        self.aside = label("", "small", tone="text3")
        self._reason = label("", "small", tone="losttext", wrap=True)
        self._reason.hide()
        words = label(caption, "small", tone="text2")
        words.setBuddy(self.line)
        self._row = QWidget()
        self._row.setFixedHeight(HEIGHT)
        self._row_box = QHBoxLayout(self._row)
        self._row_box.setContentsMargins(0, 0, 0, 0)
        self._row_box.setSpacing(6)
        self._row_box.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(row(words, None, self.aside))
        box.addWidget(column(self.line, 3, self._row, self._reason))

    @property
    def text(self) -> str:
        """What stands in the field, as one clean line."""
        return clean(self.line.text())

    def put(self, text: str) -> None:
        """Show a text."""
        self.line.set_text(text)
        self.line.take()
        self._mark()
        self.refuse("")

    def offer(self, guesses: Sequence[Guess]) -> None:
        """Show guesses in place of those before."""
        for chip in self.chips:
            self._row_box.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [GuessChip(each, self._number, self._row) for each in guesses[:_MOST_CHIPS]]
        for at, chip in enumerate(self.chips):
            self._row_box.insertWidget(at, chip)
            chip.clicked.connect(lambda _checked, chip=chip: self.take(chip))
            chip.moved.connect(lambda step, chip=chip: self._move(chip, step))
            chip.left.connect(self.line.setFocus)
            chip.show()
        self._mark()

    def take(self, chip: GuessChip) -> None:
        """Put a guess into the field; the cursor is there again."""
        self.put(chip.guess.text)
        self.line.setFocus()
        self.typed.emit()

    def refuse(self, reason: str) -> None:
        """Say why what stands here cannot be taken; "" where it can."""
        restyle(self.line, "bad", "1" if reason else "0")
        say_or_hide(self._reason, reason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = watched is self.line and event.type() is QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent):
            return self._pressed(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _pressed(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Down and self.chips:
            offered = (chip for chip in self.chips if not chip.isChecked())
            next(offered, self.chips[0]).setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.paged.emit(-1 if key == Qt.Key.Key_PageUp else 1)
            return True
        return False

    def _move(self, chip: GuessChip, step: int) -> None:
        at = self.chips.index(chip) + step
        if 0 <= at < len(self.chips):
            self.chips[at].setFocus(Qt.FocusReason.TabFocusReason)
        elif at < 0:
            self.line.setFocus()

    def _edited(self) -> None:
        self.refuse("")
        self._mark()
        self.typed.emit()

    def _mark(self) -> None:
        for chip in self.chips:
            chip.setChecked(clean(chip.guess.text) == self.text)


class GuessedFields(QWidget):
    """Number, date, issuer and subject of one document."""

    typed = Signal()
    entered = Signal()
    paged = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.fields = {name: GuessedField(name, at) for at, name in enumerate(CAPTIONS, start=1)}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(7)
        for field in self.fields.values():
            box.addWidget(field)
            field.typed.connect(self.typed)
            field.entered.connect(self.entered)
            field.paged.connect(self.paged)

    @property
    def texts(self) -> dict[str, str]:
        """What stands in the fields."""
        return {name: field.text for name, field in self.fields.items()}

    @property
    def day(self) -> date | None:
        """The day of issue, None where none, or no day, stands there."""
        try:
            return parse_date(self.fields["issued_on"].text)
        except CchcError:
            return None

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Show the texts of a document."""
        for name, field in self.fields.items():
            field.put(texts.get(name, ""))

    def fill(self, guesses: Sequence[Guess], before: Sequence[Guess], *, into: bool) -> None:
        """Offer guesses below the fields.

        Args:
            guesses: of the document itself, the best first.
            before: what the file before had.
            into: whether the best one goes into a field that is empty.
        """
        for name, field in self.fields.items():
            own = [guess for guess in guesses if guess.field == name]
            if into and own and not field.text:
                field.put(own[0].text)
            earlier = [guess for guess in before if guess.field == name]
            same = {clean(guess.text) for guess in own}
            field.offer([*own[:2], *(each for each in earlier if each.text not in same)])

    def on_page(self) -> list[tuple[int, tuple[str, ...]]]:
        """Return the number of each field with the words of its guess on the first page."""
        found = []
        for number, field in enumerate(self.fields.values(), start=1):
            chips = (chip.guess for chip in field.chips if chip.guess.source is Source.PAGE)
            guess = next(chips, None)
            if guess is not None:
                found.append((number, words_on_page(guess)))
        return found

    def take_before(self) -> None:
        """Put what the file before had into the field with the cursor."""
        for field in self.fields.values():
            inside = field.line.hasFocus() or any(chip.hasFocus() for chip in field.chips)
            for chip in field.chips:
                if inside and chip.guess.source is Source.BEFORE:
                    field.take(chip)
                    return

    def refuse_day(self) -> bool:
        """Say why the day cannot be taken; return whether that is so."""
        field = self.fields["issued_on"]
        try:
            parse_date(field.text)
        except CchcError as error:
            field.refuse(error.words)
            field.line.setFocus()
            return True
        return False

    def focus_first(self) -> None:
        """Put the cursor into the first field that is empty, else into the last."""
        lines = [field.line for field in self.fields.values()]
        empty = (line for line in lines if not line.text().strip())
        next(empty, lines[-1]).setFocus(Qt.FocusReason.TabFocusReason)
