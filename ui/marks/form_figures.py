"""The figures that a rule asks for: letter, label, field with its unit, last year's figure."""

from collections.abc import Mapping
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.last_year import is_large_change
from cchc_desktop.domain.numbers import NumberKind
from cchc_desktop.domain.points import HUNDRED, ZERO
from cchc_desktop.domain.rules.base import FigureSpec
from cchc_desktop.records import record
from cchc_desktop.wording import marks as mark_words
from cchc_desktop.wording.numerals import shown
from ui.marks.form_trouble import Trouble, keep, watch
from ui.shared import theme
from ui.shared.fields import NumberField
from ui.shared.labels import label, restyle, set_tone
from ui.shared.tab_order import follow

_FIELD, _NARROW_FIELD = 128, 116


@record
class FigureSheet:
    """What the figure rows show.

    Args:
        specs: the figures that the rule asks for.
        values: figures entered, by key.
        year: the year before.
        before: figures of the year before, by key.
        is_editable: whether they may be typed.
    """

    specs: tuple[FigureSpec, ...]
    values: Mapping[str, Decimal]
    year: int
    before: Mapping[str, Decimal]
    is_editable: bool


class _Line:
    """The widgets of one figure."""

    def __init__(self, grid: QGridLayout, place: int) -> None:
        self.letter = label("", "body", 600, "accent")
        self.name = label("", "body", wrap=True)
        self.field = NumberField(NumberKind.COUNT)
        self.before = label("", "small", tone="text3")
        pieces: tuple[QWidget, ...] = (self.letter, self.name, self.field, self.before)
        for column, piece in enumerate(pieces):
            grid.addWidget(piece, place, column)
        self.pieces = pieces

    def show_spec(self, spec: FigureSpec, sheet: FigureSheet) -> None:
        self.letter.setText(spec.letter)
        self.name.setText(spec.label)
        self.field.setAccessibleName(f"{spec.letter} {spec.label}".strip())
        self.field.set_kind(spec.kind)
        self.field.set_maximum(HUNDRED if spec.kind is NumberKind.PERCENT else None)
        self.field.set_check(partial(_refuse, spec))
        self.field.set_unit(spec.unit)
        self.field.setReadOnly(not sheet.is_editable)
        restyle(self.field, "flat", "0" if sheet.is_editable else "1")
        value = sheet.values.get(spec.key)
        self.field.set_value(value)
        self._show_before(sheet, sheet.before.get(spec.key), value)

    def _show_before(
        self, sheet: FigureSheet, before: Decimal | None, value: Decimal | None
    ) -> None:
        self.before.setText(f"{sheet.year}: {'–' if before is None else shown(before)}")
        is_large = before is not None and value is not None and is_large_change(before, value)
        set_tone(self.before, "opentext" if is_large else "text3")
        self.before.setToolTip("Thay đổi trên 50 % so với năm trước." if is_large else "")


class FigureRows(QWidget):
    """One row a figure; Enter goes from figure to figure, then out."""

    taken = Signal(str, object)  # key, Decimal | None
    live = Signal()  # a figure is being typed
    finished = Signal()  # Enter on the last figure

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trouble = Trouble()
        self._lines: list[_Line] = []
        self._sheet = FigureSheet((), {}, 0, {}, is_editable=False)
        self._typing: dict[str, Decimal | None] = {}
        self._has_before = True
        self._is_narrow = False
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(self._grid)
        box.addWidget(self.trouble)

    @property
    def fields(self) -> tuple[NumberField, ...]:
        """The fields that show, in order."""
        return tuple(line.field for line in self._lines[: len(self._sheet.specs)])

    @property
    def values(self) -> dict[str, Decimal | None]:
        """All figures by key, as they are typed this moment."""
        return {
            spec.key: self._typing.get(spec.key, self._sheet.values.get(spec.key))
            for spec in self._sheet.specs
        }

    def show_sheet(self, sheet: FigureSheet) -> None:
        """Show figures; a field in which a person types keeps what was typed."""
        self._sheet = sheet
        while len(self._lines) < len(sheet.specs):
            self._add_line()
        for line, spec in zip(self._lines, sheet.specs, strict=False):
            line.show_spec(spec, sheet)
            if not line.field.is_dirty:
                self._typing.pop(spec.key, None)
        self._show_pieces()

    def set_narrow(self, narrow: bool, *, with_before: bool) -> None:
        """Make the fields narrower, with or without last year's figure."""
        self._has_before = with_before
        for line in self._lines:
            self._shape(line, narrow=narrow)
        self._is_narrow = narrow
        self._grid.setVerticalSpacing(4 if narrow else 8)
        self._show_pieces()

    def focus_first(self) -> bool:
        """Put the cursor into the first empty figure, else the first; return whether there is."""
        fields = self.fields
        if not fields:
            return False
        empty = next((field for field in fields if field.value is None), fields[0])
        empty.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def hold(self) -> None:
        """Keep the cursor in the last figure, ready to be typed over."""
        last = self.fields[-1]
        last.setFocus(Qt.FocusReason.OtherFocusReason)
        last.selectAll()

    def keep(self, key: str) -> None:
        """The write of a figure was refused: keep what was typed."""
        for spec, field in zip(self._sheet.specs, self.fields, strict=True):
            if spec.key == key:
                keep(field, self._sheet.values.get(key))

    def take(self) -> None:
        """Take what is typed and not taken yet."""
        for field in self.fields:
            if field.is_dirty:
                field.take()

    def drop(self) -> None:
        """Forget what was typed: another criterion is about to show."""
        self._typing.clear()
        for field in self.fields:
            if field.is_dirty:
                field.restore()
        self._typing.clear()
        self.trouble.say("")

    def _add_line(self) -> None:
        number = len(self._lines)
        line = _Line(self._grid, number)
        self._lines.append(line)
        self._shape(line, narrow=self._is_narrow)
        watch(line.field, self.trouble)
        line.field.typing.connect(partial(self._type, number))
        line.field.taken.connect(partial(self._take, number))
        line.field.entered.connect(partial(self._enter, number))
        follow(self, [each.field for each in self._lines])

    def _shape(self, line: _Line, *, narrow: bool) -> None:
        line.field.setFixedWidth(_NARROW_FIELD if narrow else _FIELD)
        line.name.setFont(theme.font("small" if narrow else "body"))
        line.name.setContentsMargins(0, 0, 0, 0)

    def _show_pieces(self) -> None:
        for number, line in enumerate(self._lines):
            is_used = number < len(self._sheet.specs)
            for piece in line.pieces:
                piece.setVisible(is_used)
            line.before.setVisible(is_used and self._has_before)
            line.letter.setVisible(is_used and bool(line.letter.text()))

    def _type(self, number: int, value: Decimal | None) -> None:
        self._typing[self._sheet.specs[number].key] = value
        self.live.emit()

    def _take(self, number: int, value: Decimal | None) -> None:
        key = self._sheet.specs[number].key
        self._typing.pop(key, None)
        if value != self._sheet.values.get(key):
            self.taken.emit(key, value)

    def _enter(self, number: int) -> None:
        fields = self.fields
        if number + 1 < len(fields):
            fields[number + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.finished.emit()


def _refuse(spec: FigureSpec, value: Decimal) -> None:
    if value < ZERO:
        raise CchcError(mark_words.figure_negative(), mark_words.figure_range())
    spec.refuse_part(value)
