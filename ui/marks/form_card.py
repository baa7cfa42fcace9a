"""The card of a leaf: unit and round, points and loss, and the inputs of its rule."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from cchc_desktop.commands.last_year import TakeLastYear
from cchc_desktop.commands.marks import (
    ChooseLevel,
    Place,
    SetFigure,
    SetLost,
    SetNotApplicable,
    SetPoints,
    SetSurveyResult,
    SwapFigures,
)
from cchc_desktop.domain.last_year import figures_of_last_year, year_before
from cchc_desktop.domain.marks import Figure
from cchc_desktop.domain.rules.base import Entry, Gap
from cchc_desktop.domain.rules.checklist import Checklist
from cchc_desktop.domain.rules.levels import Levels
from cchc_desktop.domain.rules.trend import BEFORE, Trend
from cchc_desktop.domain.state import State
from cchc_desktop.overriding import override
from cchc_desktop.wording.dossier import round_name
from cchc_desktop.wording.gaps import not_applicable as not_counted
from cchc_desktop.wording.gaps import why_no_points
from cchc_desktop.wording.rounds import round_short
from ui.marks.explanation_card import ExplanationCard
from ui.marks.form_checklist import ChecklistRows
from ui.marks.form_facts import Facts, Look, look_of, tried_entry
from ui.marks.form_figures import FigureRows, FigureSheet
from ui.marks.form_last_year import LastYearLine
from ui.marks.form_levels import LevelRows
from ui.marks.form_pair import PointsPair
from ui.marks.form_survey import SurveyForm
from ui.marks.form_trouble import Mend, Trouble
from ui.marks.form_words import DERIVED, UNKNOWN, maximum_words, sentence
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.frames import band, box_of, fill, flush, frame, hairline, row
from ui.shared.icons import IconLabel
from ui.shared.labels import ElidedLabel, label, restyle, set_tone
from ui.shared.workplace import WidthClass

_AROUND_UNIT = 150  # pixels of the band for icons, margins and the maximum
_TO_MEND = frozenset({Gap.PART_OVER_WHOLE, Gap.WHOLE_IS_ZERO, Gap.FORMULA_FAULT})


class ScoreCard(QFrame):
    """Band, points and loss, inputs by rule; typing shows its result at once.

    Args:
        desk: where commands run.
        parent: the widget it lies in.
    """

    finished = Signal()  # Enter on the last input
    tried = Signal(object)  # Entry that is being typed, None for what stands

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._desk = desk
        self._facts: Facts | None = None
        self._before: tuple[int, Mapping[str, Decimal]] = (0, {})
        self._width = WidthClass.WIDE
        self._is_tight = False
        self._is_switched = False  # another unit or round, and nothing entered there yet
        self.pair = PointsPair()
        self.figures = FigureRows()
        self.last_year = LastYearLine()
        self.levels = LevelRows()
        self.checklist = ChecklistRows()
        self.survey = SurveyForm()
        self.gap = Trouble()
        self._lay_out()
        self._wire()

    @property
    def unit_words(self) -> str:
        """Which unit and round the band names."""
        return self._unit.text()

    @property
    def closed_words(self) -> str:
        """Why nothing can be typed, as it shows."""
        return self._closed.text()

    def show_facts(self, facts: Facts) -> None:
        """Show a leaf; fields in which a person types keep what was typed."""
        before = self._facts.place if self._facts is not None else None
        is_new = before != facts.place
        if before is not None:
            is_elsewhere = (before.sheet, before.round) != (facts.place.sheet, facts.place.round)
            self._is_switched = is_elsewhere or (self._is_switched and is_new)
        self._facts = facts
        if is_new:
            self._before = _last_year(self._desk.state, facts.place)
        self._show_band(facts)
        counts = facts.row.is_applicable
        self.pair.setVisible(counts)
        if counts:
            self._show_look(facts, look_of(facts))
        self._show_inputs(facts)
        self._show_closed(facts)

    def set_width_class(self, width: WidthClass, explanation: ExplanationCard) -> None:
        """Lay out for a width; in the middle one the explanation stands beside the inputs."""
        self._width = width
        is_medium = width is WidthClass.MEDIUM
        self._shape()
        if is_medium:
            self._body.addWidget(explanation, 9)
        else:
            self._body.removeWidget(explanation)
        explanation.set_aside(is_medium)
        if self._facts is not None:
            self.show_facts(self._facts)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._facts is not None and event.size().width() != event.oldSize().width():
            self._show_band(self._facts)

    def set_tight(self, tight: bool) -> None:
        """Spare room: the sentence goes below the fields, last year's figures go."""
        if tight != self._is_tight:
            self._is_tight = tight
            self._shape()
            if self._facts is not None:
                self._show_band(self._facts)

    def focus_first(self) -> None:
        """Put the cursor into the first input."""
        if self._facts is None or not self._facts.row.is_applicable:
            return
        for form in (self.figures, self.levels, self.checklist, self.survey):
            if form.isVisibleTo(self) and form.focus_first():
                return
        self.pair.focus_first()

    def take(self) -> None:
        """Take what is typed and not taken yet."""
        self.pair.take()
        self.figures.take()
        self.survey.take()

    def drop(self) -> None:
        """Forget what was typed: another criterion is about to show."""
        self.pair.drop()
        self.figures.drop()
        self.survey.drop()

    def _lay_out(self) -> None:
        self._unit = ElidedLabel("", "small", 600, "accent")
        self._maximum = label("", "small", 600)
        self._lock = IconLabel("lock", "text3")
        head = self._head = fill(band(), IconLabel("building", "accent"))
        box_of(head).addWidget(self._unit, 1)
        fill(head, self._lock, label("Tối đa", "small", 400, "text3"), self._maximum)
        self._line = hairline()
        self._closed = label("", "small", tone="text2", wrap=True)
        self._inputs = inputs = frame("plain", margins=(12, 8, 12, 12), gap=8)
        lines = (self.figures, self.last_year, self.levels, self.checklist, self.survey)
        pieces = (self.pair, self.gap, self._line, *lines)
        self._closed_line = row(self._closed)
        fill(inputs, *pieces, self._closed_line, None)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(0)
        self._body.addWidget(inputs, 11)
        outer = flush(QVBoxLayout(self))
        outer.addWidget(head)
        outer.addLayout(self._body)

    def _wire(self) -> None:
        self.pair.points_taken.connect(self._write_points)
        self.pair.lost_taken.connect(self._write_lost)
        self.pair.live.connect(self._live_pair)
        self.figures.taken.connect(self._write_figure)
        self.figures.live.connect(self._live_figures)
        self.levels.chosen.connect(self._write_level)
        self.checklist.ticked.connect(self._write_tick)
        self.survey.taken.connect(self._write_survey)
        self.figures.finished.connect(self._leave_figures)
        self.last_year.asked.connect(self._take_last_year)
        for form in (self.levels, self.checklist, self.survey):
            form.finished.connect(self.finished)
        self.pair.entered.connect(self.finished)

    def _shape(self) -> None:
        is_spare = self._is_tight or self._width is WidthClass.MEDIUM
        self.figures.set_narrow(is_spare, with_before=not is_spare)
        self.pair.set_beside(not is_spare)
        box_of(self._inputs).setContentsMargins(12, 6 if is_spare else 8, 12, 6 if is_spare else 12)

    def _show_band(self, facts: Facts) -> None:
        self._unit.setFont(theme.font("small", 700 if self._is_switched else 600))
        whole = f"{facts.unit}   ·   {round_name(facts.place.round)}"
        room = self.width() - _AROUND_UNIT
        has_room = self._unit.fontMetrics().horizontalAdvance(whole) <= room
        self._unit.setText(
            whole if has_room else f"{facts.unit} · {round_short(facts.place.round)}"
        )
        restyle(self._head, "kind", "bandnew" if self._is_switched else "band")
        words = maximum_words(facts)
        self._maximum.setText(words.removesuffix(DERIVED) if self._is_tight else words)
        set_tone(self._maximum, "opentext" if words == UNKNOWN else "text")
        self._lock.setVisible(not facts.is_editable)

    def _show_look(self, facts: Facts, look: Look) -> None:
        self.pair.show_look(facts, look)
        self._show_words(facts, look)
        self._show_gap(facts, look)

    def _show_words(self, facts: Facts, look: Look) -> None:
        is_tight = self._width is WidthClass.MEDIUM and not look.is_open
        self.pair.show_words("" if is_tight else sentence(facts, look))

    def _show_gap(self, facts: Facts, look: Look) -> None:
        if look.gap is None or look.gap is Gap.NOT_ENTERED:
            self.gap.say("")
            return
        words = why_no_points(look.gap)
        mends: tuple[Mend, ...] = ()
        if facts.is_editable and look.gap is Gap.PART_OVER_WHOLE:
            mends = (("Đổi chỗ?", self.swap),)
        elif facts.is_editable and look.gap is Gap.WHOLE_IS_ZERO:
            mends = (("Đánh dấu không áp dụng", self._take_out),)
        tone = "losttext" if look.gap is Gap.PART_OVER_WHOLE else "opentext"
        self.gap.say(_sentence(words), mends, tone)

    def _show_inputs(self, facts: Facts) -> None:
        counts, criterion = facts.row.is_applicable, facts.criterion
        rule = criterion.rule
        asked = () if criterion.is_survey else rule.figures()
        specs = tuple(spec for spec in asked if not spec.is_toggle)
        self.figures.setVisible(counts and bool(specs))
        self.levels.setVisible(counts and isinstance(rule, Levels))
        self.survey.setVisible(counts and criterion.is_survey)
        self.checklist.setVisible(counts and isinstance(rule, Checklist))
        has_inputs = bool(asked) or criterion.is_survey or isinstance(rule, Levels)
        self._line.setVisible(counts and has_inputs)
        entry = facts.row.entry()
        values = {key: figure.value for key, figure in entry.figures.items()}
        self.figures.show_sheet(FigureSheet(specs, values, *self._before, facts.is_editable))
        self.last_year.setVisible(counts and isinstance(rule, Trend))
        if isinstance(rule, Trend):
            self.last_year.show_figure(self._desk.state, facts)
        if isinstance(rule, Levels):
            choice = entry.mark.choice if entry.mark else ""
            is_typed = facts.row.is_typed
            self.levels.show_levels(rule, choice, is_typed=is_typed, is_editable=facts.is_editable)
        if isinstance(rule, Checklist):
            self.checklist.show_items(rule, values, is_editable=facts.is_editable)
        if criterion.is_survey:
            self.survey.show_result(facts)

    def _show_closed(self, facts: Facts) -> None:
        words = facts.closed
        if not facts.row.is_applicable:
            why = not_counted()
            mends: tuple[Mend, ...] = (("Tính lại tiêu chí này", self._take_in),)
            self.gap.say(_sentence(why), mends if facts.is_editable else (), "text2")
        self._closed.setText(words)
        self._closed_line.setVisible(bool(words))

    def _live_pair(self, points: Decimal | None, lost: Decimal | None) -> None:
        if self._facts is not None:
            look = Look(points, lost, is_open=True, gap=None)
            self._show_words(self._facts, look)

    def _live_figures(self) -> None:
        if self._facts is None:
            return
        entry: Entry = tried_entry(self._facts, self.figures.values)
        self._show_look(self._facts, look_of(self._facts, entry))
        self.tried.emit(entry)

    def _write_points(self, points: Decimal | None) -> None:
        if self._facts is not None and not self._desk.run(SetPoints(self._facts.place, points)):
            self.pair.keep_points()

    def _write_lost(self, lost: Decimal | None) -> None:
        if self._facts is not None and not self._desk.run(SetLost(self._facts.place, lost)):
            self.pair.keep_lost()

    def _write_figure(self, key: str, value: Decimal | None) -> None:
        if self._facts is None:
            return
        old = self._facts.row.entry().figures.get(key, Figure(Decimal(0)))
        if isinstance(self._facts.criterion.rule, Trend) and key == BEFORE:
            old = Figure(old.value)  # a figure typed over is not taken from the year before
        command = SetFigure(self._facts.place, key, value, old.source, old.as_of)
        if not self._desk.run(command):
            self.figures.keep(key)

    def _take_last_year(self, unit: str) -> None:
        if self._facts is not None:
            self.figures.drop()
            self._desk.run(TakeLastYear(self._facts.place, unit))

    def _write_tick(self, key: str, is_ticked: bool) -> None:
        self._write_figure(key, Decimal(int(is_ticked)))
        if self._facts is not None:
            self.show_facts(self._facts)

    def _leave_figures(self) -> None:
        facts = self._facts
        if facts is not None and facts.is_editable and facts.row.gap in _TO_MEND:
            self.figures.hold()
        else:
            self.finished.emit()

    def _write_level(self, key: str) -> None:
        if self._facts is None:
            return
        self._desk.run(ChooseLevel(self._facts.place, key))
        if self._facts is not None:
            self.show_facts(self._facts)
        if not key:
            self.pair.focus_first()

    def _write_survey(self, key: str, value: Decimal | None, source: str) -> None:
        if self._facts is None:
            return
        place = self._facts.place
        command = SetSurveyResult(place.sheet, place.criterion, key, value, source)
        if not self._desk.run(command):
            self.survey.keep(key)

    def swap(self) -> None:
        """Exchange b and a."""
        self.take()
        if self._facts is not None:
            self._desk.run(SwapFigures(self._facts.place))

    def _take_out(self) -> None:
        self._set_not_applicable(not_applicable=True)

    def _take_in(self) -> None:
        self._set_not_applicable(not_applicable=False)

    def _set_not_applicable(self, *, not_applicable: bool) -> None:
        if self._facts is not None:
            place = self._facts.place
            self._desk.run(
                SetNotApplicable(place.sheet, place.criterion, not_applicable=not_applicable)
            )


def _last_year(state: State, place: Place) -> tuple[int, Mapping[str, Decimal]]:
    figures = figures_of_last_year(state, place.sheet, place.criterion)
    return year_before(state, place.sheet), figures


def _sentence(words: str) -> str:
    """Words as a sentence; a letter of the formula stays small."""
    is_letter = words[1:2] == " "
    start = words if is_letter else f"{words[:1].upper()}{words[1:]}"
    return start if start.endswith("?") else f"{start}."
