"""The rows over the league: views and settings, then groups and what is ranked by."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from cchc_desktop.overriding import override
from cchc_desktop.wording.ranking import OTHER_MAXIMA, other_maxima, ties_name
from ui.rank.standings import BY_INDEX, Standings, choices_of
from ui.rank.table_model import number
from ui.shared import theme
from ui.shared.buttons import ghost, tool
from ui.shared.combos import Combo
from ui.shared.desk import Desk
from ui.shared.labels import ElidedLabel, label
from ui.shared.pills import Chip
from ui.shared.segments import Segments

_HEIGHT = 40
_ROOM_FOR_CAPTION = 920


class LeagueBar(QFrame):
    """What can be done with the units: add, rename, take away, how ranks are counted."""

    add_asked = Signal()
    rename_asked = Signal()
    remove_asked = Signal()
    settings_asked = Signal()
    side_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_HEIGHT)
        self.extent = label("", "small", tone="text3")
        self.ties = ghost("", self.settings_asked.emit)
        self.ties.setToolTip("Cách xếp hạng, xếp loại")
        self.ties.setFont(theme.font("small"))
        self.add = ghost("Thêm đơn vị…", self.add_asked.emit, "plus")
        self.more = tool("more", "Việc khác với đơn vị", self._open)
        self.menu = QMenu(self)
        self.menu.setFont(theme.font("small"))
        for words, asked in (
            ("Đổi tên đơn vị…", self.rename_asked),
            ("Bỏ đơn vị khỏi đợt đánh giá…", self.remove_asked),
            ("Cách xếp hạng, xếp loại…", self.settings_asked),
        ):
            self.menu.addAction(words).triggered.connect(asked)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 12, 0)
        box.setSpacing(8)
        box.addWidget(self.extent)
        box.addStretch(1)
        self.details = ghost("Chi tiết", self.side_asked.emit)
        self.details.setToolTip("Ẩn hoặc hiện bên phải (F9)")
        for piece in (self.ties, self.add, self.details, self.more):
            box.addWidget(piece)

    def show_standings(self, standings: Standings, *, can_edit: bool) -> None:
        """Show extremes and tie rule; grey what cannot be done."""
        self.ties.set_text(f"Đồng hạng {ties_name(standings.settings.ties.value)}")
        found = standings.indexes
        if found:
            high, low = number(max(found), 2, 2), number(min(found), 2, 2)
            self.extent.setText(f"Chỉ số cao nhất {high}  ·  thấp nhất {low}")
        self.extent.setVisible(len(found) > 1)
        for piece in (self.ties, self.add, self.more):
            piece.setEnabled(can_edit)

    def _open(self) -> None:
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))


class FilterBar(QFrame):
    """Which units are shown, what they are ranked by, points or percent.

    Args:
        desk: for the criterion that can be ranked by.
        standings: the league.
        parent: the workplace.
    """

    changed = Signal()
    percent_chosen = Signal(bool)

    def __init__(self, desk: Desk, standings: Standings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._standings = desk, standings
        self.setFixedHeight(_HEIGHT)
        self.chips: dict[str, Chip] = {}
        self.by = Combo("Xếp theo")
        self.by.setFixedWidth(132)
        self.by.activated.connect(self._choose_by)
        self.percent = Segments("Điểm từng lĩnh vực", ("Điểm", "% tối đa"))
        self.percent.setToolTip("Điểm từng lĩnh vực tính bằng phần trăm của điểm tối đa")
        self.percent.chosen.connect(lambda at: self.percent_chosen.emit(bool(at)))
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(16, 0, 12, 0)
        self._box.setSpacing(8)
        self._caption = label("Xếp theo", "small", tone="text2")
        for piece in (self._caption, self.by):
            self._box.addWidget(piece)
        self.why = ElidedLabel("", "small", tone="opentext")  # why the choice is not followed
        self.why.setToolTip(OTHER_MAXIMA)
        self._box.addWidget(self.why, 1)
        self._box.addWidget(self.percent)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._caption.setVisible(event.size().width() >= _ROOM_FOR_CAPTION)

    def refresh(self) -> None:
        """Show groups with their counts, and what can be ranked by."""
        standings = self._standings
        wanted = {"": standings.count_all}
        if len(standings.groups) > 1:
            wanted |= standings.groups
        if list(wanted) != list(self.chips):
            self._build_chips(list(wanted))
        for group, count in wanted.items():
            self.chips[group].set_count(count)
            self.chips[group].setChecked(group == standings.group)
        nodes = self._desk.tree.nodes  # what is ranked by stays in the list
        more = [nodes[key] for key in (self._desk.criterion, standings.by) if key in nodes]
        self.by.show_choices(choices_of((*standings.areas, *more)), standings.by)
        is_other = standings.league.is_by_index and standings.by != BY_INDEX
        self.why.setText(other_maxima(standings.league.odd_maxima) if is_other else "")

    def show_areas(self, *, shown: bool) -> None:
        """Offer points or percent of the areas where they show."""
        self.percent.setVisible(shown)

    def _build_chips(self, groups: list[str]) -> None:
        for chip in self.chips.values():
            self._box.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {}
        for at, group in enumerate(groups):
            chip = Chip(self._standings.name_of_group(group) if group else "Tất cả")
            chip.clicked.connect(self._chooser(group))
            self.chips[group] = chip
            self._box.insertWidget(at, chip)

    def _chooser(self, group: str) -> Callable[[], None]:
        return lambda: self.choose_group(group)

    def choose_group(self, group: str) -> None:
        """Show one group alone, "" all."""
        self._standings.group = group
        self.changed.emit()

    def _choose_by(self) -> None:
        self._standings.by = self.by.currentData()
        self.changed.emit()
