"""The head bar: which assessment, unit and round; search; the figures that matter."""

from operator import is_

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.rounds import earlier_rounds
from cchc_desktop.domain.units import Assessment
from cchc_desktop.overriding import override
from cchc_desktop.session.league import LeagueBook
from cchc_desktop.wording.dossier import round_name
from cchc_desktop.wording.rounds import round_short
from ui.shared.buttons import tool
from ui.shared.combos import Combo
from ui.shared.desk import Desk
from ui.shared.workplace import WidthClass
from ui.window.bars import Head
from ui.window.figures import (
    Figure,
    computed_words,
    published_words,
    rank_words,
    round_words,
)
from ui.window.search import SearchField

_LENT_ROOM = 2  # what each combo gives a row that is lent by a workplace
_MOST = 216  # what a combo asks for at most
_AROUND = 48  # both margins, and the space before the figures
_ALL_FIGURES = 1060  # a bar narrower than this has no room for the published total
_GAPS = {WidthClass.NARROW: 10, WidthClass.MEDIUM: 16, WidthClass.WIDE: 24}


class HeadBar(Head):
    """Shows and switches the place of the desk.

    Args:
        desk: the desk.
        parent: the window.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "head")
        self._desk = desk
        self._book = LeagueBook(desk.session)
        self._has_lent = False
        self._assessments = Combo("Đợt đánh giá", 500)
        self._units = Combo("Đơn vị", 500)
        self._rounds = Combo("Vòng chấm", 500)
        self.search = SearchField(desk)
        self._glass = tool("search", "Tìm (Ctrl+F)", self.open_search)
        self.earlier = {
            each: Figure(round_short(each.value))
            for each in (Round.SELF, Round.FIRST, Round.SECOND)
        }
        self.this_round = Figure("Vòng này")
        self.published = Figure("Công bố")
        self.rank = Figure("Hạng")
        self._build()
        self._assessments.activated.connect(self._switch_assessment)
        self._units.activated.connect(self._switch)
        self._rounds.activated.connect(self._switch)
        self.search.gone.connect(self._found)
        self.search.all_wanted.connect(self._wanted)
        self.search.closed.connect(self._close_search)
        desk.changed.connect(self._changed)
        desk.place_switched.connect(self._switched)
        self.set_width_class(WidthClass.MEDIUM)
        self.refresh()

    @property
    @override
    def is_searching(self) -> bool:
        return self.search.hasFocus()

    @override
    def open_search(self) -> None:
        if self._width is WidthClass.NARROW:
            self._show_search(shown=True)
        self.search.setFocus()
        self.search.selectAll()

    def _show_search(self, *, shown: bool) -> None:
        """In a narrow window search and figures take turns."""
        self._glass.setVisible(not shown)
        self.search.setVisible(shown)
        if shown:
            for figure in self._all_figures:
                figure.hide()
        else:
            self._refresh_figures()

    def _close_search(self) -> None:
        self.search_closed.emit()  # the work takes the keys before the field goes
        if self._width is WidthClass.NARROW and self.search.isVisible():
            self._show_search(shown=False)

    @override
    def set_width_class(self, width: WidthClass) -> None:
        self._width = width
        is_narrow = width is WidthClass.NARROW
        self.setFixedHeight(40 if is_narrow else 56)
        self._layout.setSpacing(8)
        self._fit_combos()
        self.search.setVisible(not is_narrow)
        self.search.set_long_hint(long=width is WidthClass.WIDE)
        self.search.setFixedWidth({0: 320, 1: 200, 2: 320}[width])
        self._glass.setVisible(is_narrow)
        self._figures.setSpacing(_GAPS[width])
        for figure in self._all_figures:
            figure.set_width_class(width)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh_figures()
        self._fit_combos()

    @override
    def show_lent(self, row: QWidget | None) -> None:
        if row is not None and not self.isAncestorOf(row):
            self._layout.insertWidget(self._layout.indexOf(self._glass) + 1, row)
            row.show()
        self._has_lent = row is not None
        self._layout.setSpacing(4 if self._has_lent else 8)
        self._fit_combos()

    def _fit_combos(self) -> None:
        is_narrow = self._width is WidthClass.NARROW
        wides = (132, 140, 140) if is_narrow else (140, 152, 152)
        for combo, wide in zip(self.combos, wides, strict=True):
            least = wide - (_LENT_ROOM if self._has_lent else 0)
            combo.hug(least, _MOST)
            if is_narrow and combo is self._units:
                combo.hug(least, min(_MOST, max(least, self._room_for_units())))

    def _room_for_units(self) -> int:
        """Return what year, round and figures leave to the name of the unit."""
        others = [each for each in (*self.combos, self.search, self._glass) if not each.isHidden()]
        others.remove(self._units)
        pieces = sum(each.sizeHint().width() + self._layout.spacing() for each in others)
        return self.width() - pieces - self._figures.sizeHint().width() - _AROUND

    def refresh(self) -> None:
        """Show the place and its figures."""
        desk = self._desk
        self._seen = self._tables()
        self._shown = desk.assessment
        years = sorted(desk.state.assessments.values(), key=lambda a: (-a.year, a.title))
        self._assessments.show_choices([(a.title, a.id) for a in years], desk.assessment)
        sheets = desk.state.sheets_of(desk.assessment) if desk.assessment else ()
        units = [(desk.state.units[sheet.unit].name, sheet.id) for sheet in sheets]
        self._units.show_choices(units, desk.sheet)
        self._refresh_rounds()
        self._refresh_figures()

    def _refresh_rounds(self) -> None:
        desk = self._desk
        assessment = desk.state.assessments.get(desk.assessment)
        rounds = assessment.rounds if assessment is not None else ()
        sheet = desk.state.sheets.get(desk.sheet)
        locked = sheet.locked if sheet is not None else ()
        self._rounds.show_choices(
            [(_round_words(r, locked), r.value) for r in rounds], desk.round.value
        )
        self._fit_combos()

    def _refresh_figures(self) -> None:
        desk = self._desk
        assessment = desk.state.assessments.get(desk.assessment)
        if assessment is None:
            for figure in self._all_figures:
                figure.show_words(None)
            return
        cell = desk.state.cell(desk.sheet)
        self.this_round.show_words(round_words(desk.scores))
        has_room = self._width is not WidthClass.NARROW or self.width() >= _ALL_FIGURES
        published = published_words(cell, assessment.year) if has_room else None
        self.published.show_words(published)
        is_wide = self._width is not WidthClass.NARROW
        self._refresh_earlier(assessment, has_room=is_wide and published is None)
        published_rank = rank_words(cell, assessment.year)
        self.rank.show_words(published_rank or computed_words(desk, self._book))

    def _refresh_earlier(self, assessment: Assessment, *, has_room: bool) -> None:
        """Show the rounds before this one, each over its own denominator."""
        desk = self._desk
        before = earlier_rounds(assessment.rounds, desk.round) if has_room else ()
        is_first = True
        for each, figure in self.earlier.items():
            scores = desk.session.scores(desk.sheet, each) if each in before else None
            words = round_words(scores) if scores is not None and scores.total.points else None
            figure.show_words(words)
            figure.set_first(first=is_first)
            is_first = is_first and words is None
        self.this_round.set_first(first=is_first)

    def _build(self) -> None:
        self.combos = (self._assessments, self._units, self._rounds)
        self._all_figures = (*self.earlier.values(), self.this_round, self.published, self.rank)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(16, 0, 16, 0)
        for piece in (*self.combos, self.search, self._glass):
            self._layout.addWidget(piece)
        self._layout.addStretch(1)
        self._figures = QHBoxLayout()
        for figure in self._all_figures:
            self._figures.addWidget(figure)
        self._layout.addLayout(self._figures)

    def _wanted(self, text: str) -> None:
        if self._width is WidthClass.NARROW:
            self._show_search(shown=False)
        QTimer.singleShot(0, self.search, self.search.show_wanted)  # the completer writes last
        self.search_wanted.emit(text)

    def _found(self, criterion: str) -> None:
        if self._width is WidthClass.NARROW:
            self._show_search(shown=False)
        QTimer.singleShot(0, self.search, self.search.clear)  # the completer writes last
        self.went.emit(criterion)

    def _changed(self, event: object) -> None:
        if (
            all(map(is_, self._seen, self._tables()))
            and self._units.currentData() == self._desk.sheet
        ):
            self._refresh_figures()  # thousands of names stay as they are
        else:
            self.refresh()

    def _switched(self) -> None:
        """Show another sheet or round; among the same units no name is looked up again."""
        desk = self._desk
        if all(map(is_, self._seen, self._tables())) and desk.assessment == self._shown:
            self._units.choose(desk.sheet)
            self._refresh_rounds()
            self._refresh_figures()
        else:
            self.refresh()

    def _tables(self) -> tuple[object, ...]:
        state = self._desk.state
        return state.assessments, state.units, state.sheets

    def _switch_assessment(self) -> None:
        sheets = self._desk.state.sheets_of(self._assessments.currentData())
        if sheets:
            rounds = self._desk.state.assessments[sheets[0].assessment].rounds
            wanted = self._desk.round if self._desk.round in rounds else rounds[0]
            self._desk.switch(sheets[0].id, wanted)

    def _switch(self) -> None:
        sheet, in_round = self._units.currentData(), self._rounds.currentData()
        if sheet and in_round:
            self._desk.switch(sheet, Round(in_round))


def _round_words(in_round: Round, locked: tuple[Round, ...]) -> str:
    """Name a round; a locked one says so."""
    is_locked = in_round in locked
    return f"{round_short(in_round.value)} (đã khóa)" if is_locked else round_name(in_round.value)
