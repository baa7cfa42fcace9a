"""The view “Đơn vị”: the league with its bars, the chosen unit beside it, or what to do first."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.rank.ask import (
    AddUnitsDialog,
    RankSettingsDialog,
    RemoveUnitDialog,
    RenameUnitDialog,
)
from ui.rank.bars import FilterBar, LeagueBar
from ui.rank.mean_row import MeanRow
from ui.rank.side import UnitSide
from ui.rank.standings import Standings
from ui.rank.table_model import LeagueModel
from ui.rank.table_view import LeagueTable
from ui.rank.way_up import way_up
from ui.shared.ask import AskDialog
from ui.shared.buttons import primary
from ui.shared.desk import Desk
from ui.shared.dialogs import show_dialog
from ui.shared.frames import column, flush, row
from ui.shared.labels import label
from ui.shared.workplace import WidthClass

_ADD = "Thêm các đơn vị cùng chấm theo bộ tiêu chí này để xếp hạng."
_FIRST_CRITERIA = "Chưa có tiêu chí. Thêm tiêu chí trong Bộ tiêu chí, rồi thêm các đơn vị."


class UnitsView(QWidget):
    """The league of the units of the desk's assessment.

    Args:
        desk: session, assessment, round; its sheet is the chosen row.
        parent: the workplace.
    """

    sheet_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.standings = Standings(desk)
        self.model = LeagueModel(self.standings, self)
        self.table = LeagueTable(self.model)
        self.bar = LeagueBar()
        self.filters = FilterBar(desk, self.standings)
        self.means = MeanRow(self.model, self.table)
        self.side = UnitSide()
        self.first_button = primary("Thêm đơn vị…", self.ask_units, "plus")
        self.dialog: AskDialog | None = None
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def is_empty(self) -> bool:
        """Whether the page for a single unit shows."""
        return self._pages.currentIndex() == 1

    def follow(self) -> None:
        """Show where the desk is; rank anew only where points can have moved."""
        if self._stands():
            self.filters.refresh()
            self._show_chosen()
        else:
            self.refresh()

    def refresh(self) -> None:
        """Rank anew and show it."""
        desk = self._desk
        self._seen = self._place()
        self.model.refresh()
        can_edit = bool(desk.sheet) and not desk.session.store.is_read_only
        has_league = self.standings.count_all > 1 and bool(self.standings.areas)
        self._pages.setCurrentIndex(0 if has_league else 1)
        self._side_shown()
        self.bar.show_standings(self.standings, can_edit=can_edit)
        self.first_button.setEnabled(can_edit and bool(self.standings.areas))
        self._hint.setText(_ADD if self.standings.areas else _FIRST_CRITERIA)
        self.filters.refresh()
        self.means.refresh()
        self._show_chosen()

    @property
    def hint(self) -> str:
        """What the page of an only unit says to do."""
        return self._hint.text()

    def set_width_class(self, width: WidthClass) -> None:
        """In a narrow window the panel shows only while it is asked for."""
        self._is_narrow = self._is_side_hidden = width is WidthClass.NARROW
        self._side_shown()

    def toggle_right(self) -> None:
        """Show or hide the panel."""
        self._is_side_hidden = not self._is_side_hidden
        self._side_shown()

    def ask_units(self) -> None:
        """Ask for more units."""
        self._ask(AddUnitsDialog(self._desk, self))

    def _stands(self) -> bool:
        """Whether nothing has moved since it was ranked."""
        seen, place = self._seen, self._place()
        return seen[0] is place[0] and seen[1:] == place[1:]

    def _place(self) -> tuple[object, ...]:
        return self._desk.state, self._desk.assessment, self._desk.round

    def _side_shown(self) -> None:
        self.side.setVisible(not self._is_side_hidden and not self.is_empty)
        self.bar.details.setVisible(self._is_narrow and not self.is_empty)
        has_areas = self._is_side_hidden or not self._is_narrow  # else the panel says them
        self.table.show_areas(shown=has_areas)
        self.filters.show_areas(shown=has_areas)

    def _show_chosen(self) -> None:
        sheet = self._desk.sheet
        at = self.standings.league.place_of(sheet)
        way = way_up(self.standings, sheet)
        self.table.show_chosen(sheet, way)
        if at >= 0:
            self.side.show_unit(self.standings, self.standings.row(at), way, self._desk.scores)

    def _choose(self, sheet: str) -> None:
        self._desk.switch(sheet, self._desk.round)

    def _step(self, by: int) -> None:
        at = self.standings.league.place_of(self._desk.sheet) + by
        if 0 <= at < len(self.standings):
            self._choose(self.standings.sheet_at(at))

    def _percent(self, shown: bool) -> None:
        self.model.is_percent = shown
        self.table.viewport().update()
        self.means.refresh()

    def _ask(self, dialog: AskDialog) -> None:
        self.dialog = dialog
        show_dialog(dialog)

    def _connect(self) -> None:
        desk, bar = self._desk, self.bar
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(self.sheet_asked)
        self.side.sheet_asked.connect(self.sheet_asked)
        self.side.step_asked.connect(self._step)
        self.filters.changed.connect(self.refresh)
        self.filters.percent_chosen.connect(self._percent)
        bar.side_asked.connect(self.toggle_right)
        bar.add_asked.connect(self.ask_units)
        bar.rename_asked.connect(lambda: self._ask(RenameUnitDialog(desk, self)))
        bar.remove_asked.connect(lambda: self._ask(RemoveUnitDialog(desk, self)))
        bar.settings_asked.connect(lambda: self._ask(RankSettingsDialog(desk, self)))

    def _lay_out(self) -> None:
        self._is_narrow = self._is_side_hidden = False
        words = label("Mới có một đơn vị trong đợt đánh giá này", "title", 600)
        self._hint = label(_ADD, tone="text2")
        for line in (words, self._hint):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        empty = column(None, words, self._hint, row(None, self.first_button, None), None, gap=12)
        self._pages.addWidget(column(self.filters, self.table, self.means))
        self._pages.addWidget(empty)
        left = QFrame()
        left.setProperty("kind", "panel")
        box = flush(QVBoxLayout(left))
        box.addWidget(self._pages, 1)
        outer = flush(QHBoxLayout(self))
        outer.addWidget(left, 1)
        outer.addWidget(self.side)
        self.setFocusProxy(self.table)
