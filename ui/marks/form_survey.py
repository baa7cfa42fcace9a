"""A survey's result: source, index, announced points; typed only after asking for it."""

from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.domain.marks import Figure
from cchc_desktop.domain.numbers import NumberKind
from cchc_desktop.domain.points import HUNDRED
from cchc_desktop.domain.rules.base import Entry
from cchc_desktop.domain.rules.survey import INDEX, READY_POINTS, Survey
from cchc_desktop.wording.numerals import shown
from ui.marks.form_facts import Facts
from ui.marks.form_trouble import Trouble, keep, watch
from ui.shared.buttons import normal
from ui.shared.fields import NumberField
from ui.shared.frames import column, row
from ui.shared.labels import ElidedLabel, label
from ui.shared.texts import TextField

_CAPTION = 112
_NOTE = "Tiêu chí khảo sát, đơn vị không tự chấm; kết quả dùng cho mọi vòng."


class SurveyForm(QWidget):
    """Facts of a survey's result, and the fields that open with "Nhập kết quả khảo sát"."""

    taken = Signal(str, object, str)  # key, Decimal | None, source
    live = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points = NumberField(NumberKind.POINTS, "điểm", name="Điểm đã công bố")
        self.index = NumberField(NumberKind.PERCENT, "%", HUNDRED, name="Chỉ số khảo sát")
        self.source = TextField("Nguồn kết quả khảo sát", "Ví dụ: Kết quả SIPAS đã công bố")
        self.trouble = Trouble()
        self.button = normal("Nhập kết quả khảo sát", self.open, "survey")
        self._figures: dict[str, Figure] = {}
        self._criterion = ""
        self._is_open = False
        self._is_editable = False
        self._lay_out()
        for key, field in self._fields.items():
            watch(field, self.trouble)
            field.taken.connect(partial(self._take, key))
            field.typing.connect(lambda _: self.live.emit())
            field.entered.connect(self.finished)
        self.source.taken.connect(self._take_source)
        self.source.entered.connect(self.points.setFocus)

    @property
    def _fields(self) -> dict[str, NumberField]:
        return {READY_POINTS: self.points, INDEX: self.index}

    @property
    def values(self) -> dict[str, Decimal | None]:
        """The result as it stands."""
        return {key: figure.value for key, figure in self._figures.items()}

    def show_result(self, facts: Facts) -> None:
        """Show the result of a criterion."""
        entry = facts.row.entry()
        is_new = facts.criterion.id != self._criterion
        if is_new:
            self._criterion, self._is_open = facts.criterion.id, False
        self._figures = dict(entry.figures)
        self._is_editable = facts.is_editable
        self.points.set_maximum(facts.row.maximum)
        for key, field in self._fields.items():
            figure = self._figures.get(key)
            field.set_value(figure.value if figure else None)
        source = self._source()
        if is_new or (self._figures and not self.source.hasFocus()):
            self.source.set_text(source)
        self._show_facts(facts, entry, source)
        self._show_state()

    def open(self) -> None:
        """Open the fields of the result."""
        self._is_open = True
        self._show_state()
        self.points.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> bool:
        """Put the cursor into the result, where it is open, else on its button."""
        target: QWidget = self.points if self._is_open else self.button
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def keep(self, key: str) -> None:
        """The write of a result was refused: keep what was typed."""
        keep(self._fields[key], self.values.get(key))

    def take(self) -> None:
        """Take what is typed and not taken yet; the source first, figures then carry it."""
        self.source.take()
        for field in self._fields.values():
            if field.is_dirty:
                field.take()

    def drop(self) -> None:
        """Forget what was typed: another criterion is about to show."""
        for field in self._fields.values():
            if field.is_dirty:
                field.restore()
        self.trouble.say("")

    def _lay_out(self) -> None:
        self._facts = {name: ElidedLabel() for name in ("source", "index", "points")}
        self._view = column(
            *(
                row(_caption(words), (self._facts[name]), gap=8)
                for name, words in (
                    ("source", "Nguồn"),
                    ("index", "Chỉ số khảo sát"),
                    ("points", "Điểm đã công bố"),
                )
            ),
            gap=2,
        )
        for field in self._fields.values():
            field.setFixedWidth(116)
        self._editor = column(
            row(_caption("Nguồn"), self.source, gap=8),
            row(_caption("Điểm đã công bố"), self.points, None, gap=8),
            row(_caption("hoặc Chỉ số"), self.index, None, gap=8),
            gap=8,
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(label(_NOTE, "small", tone="text2", wrap=True))
        for piece in (self._view, self._editor, self.trouble, row(self.button, None)):
            box.addWidget(piece)

    def _show_facts(self, facts: Facts, entry: Entry, source: str) -> None:
        rule = facts.criterion.rule
        index = rule.index_of(entry) if isinstance(rule, Survey) else None
        points = self.values.get(READY_POINTS)
        derived = " (suy ra)" if index is not None and INDEX not in self._figures else ""
        self._facts["source"].setText(source or "chưa ghi")
        self._facts["index"].setText(
            "chưa có" if index is None else f"{shown(index, 2)} %{derived}"
        )
        self._facts["points"].setText("chưa có" if points is None else shown(points))

    def _show_state(self) -> None:
        self._view.setVisible(not self._is_open)
        self._editor.setVisible(self._is_open)
        self.button.setVisible(self._is_editable and not self._is_open)
        has_result = bool(self._figures)
        self.button.set_text("Sửa kết quả khảo sát" if has_result else "Nhập kết quả khảo sát")

    def _source(self) -> str:
        return next((figure.source for figure in self._figures.values() if figure.source), "")

    def _take(self, key: str, value: Decimal | None) -> None:
        if value != self.values.get(key):
            self.taken.emit(key, value, self.source.text())

    def _take_source(self, source: str) -> None:
        for key, figure in self._figures.items():
            self.taken.emit(key, figure.value, source)


def _caption(words: str) -> QWidget:
    found = label(words, "small", tone="text3", wrap=True)
    found.setFixedWidth(_CAPTION)
    return found
