"""The page of a group of units: table in the middle, the chosen unit at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from cchc_desktop.commands.unit_book import DropUnits, RemoveGroup
from cchc_desktop.domain.text import fold
from cchc_desktop.domain.units import Unit
from ui.shared.buttons import primary
from ui.shared.desk import Desk
from ui.shared.dialogs import show_dialog
from ui.shared.frames import box_of, fill, frame, hairline
from ui.shared.icons import IconLabel
from ui.shared.labels import ElidedLabel, label
from ui.shared.pages import lay_page, nothing_yet
from ui.shared.workplace import WidthClass
from ui.units.dialogs import (
    AddUnitsDialog,
    EnterUnitsDialog,
    MergeDialog,
    RenameGroupDialog,
    SplitDialog,
)
from ui.units.groups import ENDED, group_name_of, units_of
from ui.units.pasted import copied_list
from ui.units.side import INFO, UnitDialog, UnitSide
from ui.units.table import UnitTable
from ui.units.table_model import UnitModel
from ui.units.toolbar import UnitBar


class UnitsPage(QWidget):
    """Shows the units of one group.

    Args:
        desk: the desk.
        parent: the view.
    """

    moved = Signal(str)  # to another group, led by a unit's relatives

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._group = self._wanted = self._unit = ""
        self._is_narrow = False
        self.model = UnitModel(desk, self)
        self.bar = UnitBar()
        self.table = UnitTable(self.model)
        self.side = UnitSide(desk)
        self.count = label("", "small", 600, "text2")
        self.findings = ElidedLabel("", "small", tone="opentext")
        self._warn = IconLabel("warn", "open")
        self.dialog: QDialog | None = None
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def group(self) -> str:
        """The group that shows."""
        return self._group

    @property
    def unit(self) -> Unit | None:
        """The unit that is chosen."""
        return self._desk.state.units.get(self._unit)

    def show_group(self, group: str) -> None:
        """Show another group."""
        if group != self._group:
            self._group, self._unit, self._wanted = group, "", ""
            self.bar.search.clear()

    def search(self, text: str) -> None:
        """Show only units with these words in their name, accents or not."""
        self._wanted = text
        self.refresh()

    def refresh(self) -> None:
        """Show the units as they stand."""
        every = units_of(self._desk, self._group)
        words = fold(self._wanted).split()
        found = [
            unit
            for unit in every
            if all(word in fold(f"{unit.name} {unit.short_name}") for word in words)
        ]
        self.model.show(found)
        self._pages.setCurrentIndex(0 if every else 1)
        shown = {unit.id for unit in found}
        if self._unit not in shown:
            self._unit = found[0].id if found else ""
        if self._unit:
            self.table.go(self._unit)
        many = f"{len(found)} / {len(every)}" if words else str(len(every))
        self.count.setText(f"{many} đơn vị")
        self._show_findings()
        self._show_chosen()

    def set_width_class(self, width: WidthClass) -> None:
        """Leave the editor out where there is no room; Enter shows it in a dialog there."""
        self._is_narrow = width is WidthClass.NARROW
        self.bar.set_narrow(narrow=self._is_narrow)
        self.table.show_narrow(narrow=self._is_narrow)
        self._show_chosen()

    def leave(self) -> None:
        """Take what is typed."""
        self.side.info.take_all()

    def ask(self, dialog: QDialog) -> None:
        """Open one of the dialogs."""
        self.dialog = dialog
        show_dialog(dialog)

    def choose(self, unit: str) -> None:
        """Make a unit the chosen one."""
        self._unit = unit
        self._show_chosen()

    def open_unit(self) -> None:
        """Go to the fields of the chosen unit; where they do not show, in a dialog."""
        if self.unit is None:
            return
        if self._is_narrow:
            self.ask(UnitDialog(self._desk, self._unit, self))
        else:
            self.side.tabs.setCurrentIndex(INFO)
            self.side.info.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_merge(self) -> None:
        """Ask into which unit the selected ones are merged."""
        if self.table.selected:
            self.ask(MergeDialog(self._desk, self.table.selected, "", self))

    def drop(self) -> None:
        """Take the selected units out of the dossier, where nothing hangs on them."""
        if self.table.selected and self.bar.drop.isEnabled():
            self._desk.run(DropUnits(self.table.selected))

    def _show_chosen(self) -> None:
        unit = self.unit
        can_edit = not self._desk.session.store.is_read_only
        can_split = unit is not None and not unit.successors
        self.bar.show_state(can_edit=can_edit, has_unit=unit is not None, can_split=can_split)
        self.first.setEnabled(can_edit)
        self.side.setVisible(not self._is_narrow and self._pages.currentIndex() == 0)
        sheet = self.model.sheet_of(unit.id) if unit is not None else ""
        self.side.show_unit(unit, sheet)

    def _show_findings(self) -> None:
        found = [each.sentence for each in self.side.info.findings.all]
        self._warn.setVisible(bool(found))
        self.findings.setText("  ·  ".join(found))

    def _ask_add(self) -> None:
        self.ask(AddUnitsDialog(self._desk, self._group, self))

    def _ask_paste(self) -> None:
        dialog = AddUnitsDialog(self._desk, self._group, self)
        dialog.names.setPlainText(copied_list())
        self.ask(dialog)

    def _go_to(self, unit: str) -> None:
        """Show another unit, in its group where it is not in this one."""
        self._unit = unit
        if self.model.place_of(unit) < 0:
            found = self._desk.state.units[unit]
            shown = {each.id for each in units_of(self._desk, found.group)}
            self._group = found.group if unit in shown else ENDED
            self._wanted = ""
            self.moved.emit(self._group)
        self.refresh()

    def _connect(self) -> None:
        bar, desk = self.bar, self._desk
        self.table.chosen.connect(self.choose)
        self.table.opened.connect(self.open_unit)
        bar.search.textChanged.connect(self.search)
        bar.add_asked.connect(self._ask_add)
        bar.paste_asked.connect(self._ask_paste)
        bar.merge_asked.connect(self.ask_merge)
        bar.split_asked.connect(lambda: self.ask(SplitDialog(desk, self._unit, self)))
        bar.enter_asked.connect(lambda: self.ask(EnterUnitsDialog(desk, self._group, self)))
        bar.group_asked.connect(lambda: self.ask(RenameGroupDialog(desk, self._group, self)))
        bar.group_dropped.connect(lambda: desk.run(RemoveGroup(self._group)))
        bar.drop_asked.connect(self.drop)
        self.side.info.merge_asked.connect(
            lambda: self.ask(MergeDialog(desk, (), self._unit, self))
        )
        self.side.info.unit_asked.connect(self._go_to)
        keys = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(self.drop)

    def _empty(self) -> QWidget:
        self.first = primary("Thêm đơn vị", self._ask_add, "plus")
        hint = "Gõ hoặc dán danh sách từ Excel, mỗi dòng một đơn vị."
        return nothing_yet("Chưa có đơn vị nào trong nhóm này", hint, self.first)

    def _lay_out(self) -> None:
        foot = frame("panel", vertical=False, margins=(16, 0, 12, 0), gap=8)
        foot.setFixedHeight(28)
        fill(foot, self.count, 8, self._warn)
        box_of(foot).addWidget(self.findings, 1)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty())
        lay_page(self, (self.bar, self._pages, hairline(), foot), self.side)
        self.setFocusProxy(self.table)

    @property
    def title(self) -> str:
        """The name of the group."""
        return group_name_of(self._desk.state, self._group)
