"""Try a rule: figures in, unrounded points out, held beside the points that stand."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.formula import inserted
from cchc_desktop.domain.marks import Figure, Mark
from cchc_desktop.domain.points import settled
from cchc_desktop.domain.rules import Rule
from cchc_desktop.domain.rules.base import Entry, FigureSpec, Gap
from cchc_desktop.domain.rules.by_formula import ByFormula
from cchc_desktop.domain.rules.levels import Levels
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.scoring import ScoreRow, same_points
from cchc_desktop.wording.gaps import why_no_points
from cchc_desktop.wording.numerals import shown_cut
from ui.criteria.value_editors import shrinkable
from ui.shared.combos import Combo
from ui.shared.desk import Desk
from ui.shared.fields import NumberField
from ui.shared.icons import IconLabel
from ui.shared.labels import ElidedLabel, label, set_tone

_EQUAL = "bằng điểm đang chấm"
_DIFFERENT = "khác điểm đang chấm"
_FIELD_WIDTH = 88
_MOST_ACROSS = 3  # figures in one line
_TONES = "text2", "accent"  # of a label alone, of a name


class RuleTrial(QFrame):
    """Figures prefilled with the marks that stand; nothing typed here is kept."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rule: Rule = Manual()
        self._row: ScoreRow | None = None
        self._built: tuple[object, ...] = ()
        self._is_narrow = False
        self._values: dict[str, Decimal | None] = {}
        self.fields: dict[str, NumberField] = {}
        self.choice: Combo | None = None
        self._inputs = QWidget()
        self._result = ElidedLabel("", "body", 600)
        self._tick = IconLabel("du", "ok")
        self._verdict = label("", "small", 500, "oktext")
        self.setProperty("kind", "explanation")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(12, 8, 12, 8)
        self._box.setSpacing(6)
        self._title = label("", "body", 600)
        self._runs = ElidedLabel("", "small")
        self._box.addLayout(self._head())
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(8)
        self._body.addWidget(self._inputs)
        self._body.addWidget(self._line(), 1)
        self._box.addLayout(self._body)
        self._inserted = label("", "small", tone="text2", wrap=True)
        self._box.addWidget(self._inserted)

    @property
    def rule(self) -> Rule:
        """The rule that it runs."""
        return self._rule

    @property
    def runs(self) -> str:
        """Which formula it runs while the typed one has a fault, else ""."""
        return self._runs.text()

    @property
    def inserted(self) -> str:
        """A formula with the figures put in, "" where there is none."""
        return self._inserted.text()

    @property
    def result(self) -> str:
        """The unrounded points, or why there are none."""
        return self._result.text()

    @property
    def verdict(self) -> str:
        """How the points compare with those that stand, "" where nothing stands."""
        return self._verdict.text()

    def show_rule(self, criterion: Criterion, rule: Rule) -> None:
        """Try a rule for a criterion; fields start with the marks that stand.

        A formula that cannot be read is not run: the criterion's own keeps counting.
        """
        is_formula = isinstance(rule, ByFormula)
        self._title.setText("Thử công thức" if is_formula else "Thử quy tắc")
        is_faulty = any(problem.field == "formula" for problem in rule.check(None))
        stands = criterion.rule
        self._runs.setText(
            f"theo công thức đang chấm: {stands.formula}"
            if is_faulty and isinstance(stands, ByFormula)
            else ""
        )
        rule = stands if is_faulty else rule
        self._rule, self._row = rule, self._desk.scores.rows.get(criterion.id)
        levels = rule.levels if isinstance(rule, Levels) else ()
        wanted = (criterion.id, rule.kind, rule.figures(), levels, self._mark())
        if wanted != self._built:
            self._built = wanted
            self._build()
        self.setVisible(bool(self.fields) or self.choice is not None)
        self._show_result()

    def set_narrow(self, *, narrow: bool) -> None:
        """Put the result below the figures where there is no room beside them."""
        self._is_narrow = narrow
        self._turn()

    def _turn(self) -> None:
        across = self._is_short() and self.choice is None and not self._is_narrow
        way = QBoxLayout.Direction
        self._body.setDirection(way.LeftToRight if across else way.TopToBottom)

    def _is_short(self) -> bool:
        """Whether all figures have room in one line: few, each named by one letter."""
        figures = self._rule.figures()
        return len(figures) <= _MOST_ACROSS and all(len(self._name(f)) == 1 for f in figures)

    def _name(self, spec: FigureSpec) -> str:
        """Return what a figure is called in the rule: its letter, or its name in a formula."""
        return spec.key if isinstance(self._rule, ByFormula) else spec.letter

    def _mark(self) -> Mark | None:
        return self._row.entry().mark if self._row is not None else None

    def _build(self) -> None:
        """Make the fields anew; the old ones go when Qt is done with them."""
        old, self._inputs = self._inputs, QWidget()
        self._body.replaceWidget(old, self._inputs)
        old.hide()
        old.deleteLater()
        self.fields, self.choice, self._values = {}, None, {}
        grid = QGridLayout(self._inputs)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        last = 0
        for place, spec in enumerate(self._rule.figures()):
            line, start = (0, 2 * place) if self._is_short() else (place, 0)
            name = self._name(spec)
            words = label(name or spec.label, "body", 600 if name else 400, _TONES[bool(name)])
            grid.addWidget(words, line, start)
            grid.addWidget(self._field(spec), line, start + 1)
            last = max(last, start + 2)
            if name == spec.key != spec.label and not self._is_short():
                grid.addWidget(ElidedLabel(spec.label, "small", tone="text2"), line, last)
        if isinstance(self._rule, Levels):
            self.choice = self._levels(self._rule)
            grid.addWidget(self.choice, 0, 0)
            last = 0
        grid.setColumnStretch(last, 1)
        self._turn()

    def _field(self, spec: FigureSpec) -> NumberField:
        mark = self._mark()
        figure = mark.figures.get(spec.key) if mark is not None else None
        field = NumberField(spec.kind, spec.unit if not self._name(spec) else "", name=spec.label)
        field.setFixedWidth(_FIELD_WIDTH)
        field.setToolTip(spec.label)
        self._values[spec.key] = figure.value if figure is not None else None
        field.set_value(self._values[spec.key])
        field.typing.connect(self._typed(spec.key))
        self.fields[spec.key] = field
        return field

    def _levels(self, rule: Levels) -> Combo:
        mark = self._mark()
        found = shrinkable(Combo("Mức"))
        choices: list[tuple[str, object]] = [(level.label, level.key) for level in rule.levels]
        found.show_choices(choices, mark.choice if mark is not None else "")
        found.activated.connect(self._show_result)
        return found

    def _typed(self, key: str) -> Callable[[Decimal | None], None]:
        def take(value: Decimal | None) -> None:
            self._values[key] = value
            self._show_result()

        return take

    def _entry(self) -> Entry:
        stands = self._row.entry() if self._row is not None else Entry(None)
        typed = stands.mark.points if stands.mark is not None else None
        figures = {key: Figure(value) for key, value in self._values.items() if value is not None}
        choice = str(self.choice.currentData() or "") if self.choice is not None else ""
        tried = Mark("", "", self._desk.round, typed, choice=choice, figures=figures)
        return Entry(stands.maximum, tried, stands.deductions)

    def _show_result(self) -> None:
        self._show_inserted()
        outcome = self._rule.score(self._entry())
        stands = self._row.points if self._row is not None else None
        if outcome.points is None or self._row is None or stands is None:
            no_points = why_no_points(outcome.gap or Gap.NOT_ENTERED)
            self._result.setText(no_points if outcome.points is None else shown_cut(outcome.points))
            self._show_verdict("", is_equal=False)
            return
        self._result.setText(shown_cut(outcome.points))
        points = self._row.criterion.rounding.of(settled(outcome.points))
        is_equal = same_points(points, stands)
        self._show_verdict(_EQUAL if is_equal else _DIFFERENT, is_equal=is_equal)

    def _show_inserted(self) -> None:
        rule, figures = self._rule, {k: v for k, v in self._values.items() if v is not None}
        is_whole = isinstance(rule, ByFormula) and len(figures) == len(rule.inputs)
        self._inserted.setVisible(is_whole)
        if isinstance(rule, ByFormula) and is_whole:
            self._inserted.setText(f"Thay số: {inserted(rule.formula, figures)}")

    def _show_verdict(self, words: str, *, is_equal: bool) -> None:
        self._verdict.setText(words)
        set_tone(self._verdict, "oktext" if is_equal else "text3")
        self._tick.setVisible(is_equal)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._runs, 1)
        return head

    def _line(self) -> QWidget:
        line = QWidget()
        grid = QGridLayout(line)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        pieces = (label("=", tone="text2"), self._result, self._tick, self._verdict)
        for place, piece in enumerate(pieces):
            grid.addWidget(piece, 0, place)
        grid.setColumnStretch(1, 1)
        return line
