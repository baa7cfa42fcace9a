"""The page of agencies in charge: their list, and the part of the set that each one has."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QMenu,
    QStackedWidget,
    QWidget,
)

from cchc_desktop.commands.agencies import RemoveAgency
from cchc_desktop.domain.agencies import (
    ended_in_charge,
    is_in_force,
    part_of,
    scored_of_part,
    without_agency,
)
from cchc_desktop.domain.text import fold, sort_key
from cchc_desktop.domain.units import Agency
from cchc_desktop.overriding import override
from cchc_desktop.wording import agencies as words
from ui.shared import theme
from ui.shared.buttons import ghost, normal, primary, tool
from ui.shared.desk import Desk
from ui.shared.dialogs import show_dialog
from ui.shared.frames import box_of, fill, frame, hairline
from ui.shared.icons import IconLabel
from ui.shared.labels import ElidedLabel, label
from ui.shared.list_table import Cell, Head, Line, ListModel, ListTable
from ui.shared.pages import lay_page, nothing_yet
from ui.shared.texts import TextField
from ui.shared.workplace import WidthClass
from ui.units.agency_dialogs import AddAgenciesDialog, MergeAgenciesDialog
from ui.units.agency_side import AgencySide
from ui.units.pasted import copied_list

_HEADS = (
    Head("Cơ quan tham mưu"),
    Head("Tên ngắn", 120),
    Head("Tiêu chí", 72, "right"),
    Head("Đã chấm", 84, "right"),
)


class AgenciesPage(QWidget):
    """Lists the agencies; what each has in charge stands beside.

    Args:
        desk: the desk.
        parent: the view.
    """

    place_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_narrow = False
        self.model = ListModel(_HEADS, self)
        self.table = ListTable(self.model, "Bảng cơ quan tham mưu", many=True)
        self.side = AgencySide(desk)
        self.dialog: QDialog | None = None
        self._pages = QStackedWidget()
        self.count = label("", "small", 600, "text2")
        self.missing = ElidedLabel("", "small", tone="opentext")
        self._warn = IconLabel("cho", "open")
        self._lay_out()
        self.table.chosen.connect(lambda _key: self._show_chosen())
        self.table.opened.connect(lambda _key: self.open_agency())
        self.table.delete_asked.connect(self.remove)
        self.side.part_asked.connect(self._open_part)
        self.search.textChanged.connect(lambda _text: self.refresh())

    @property
    def agency(self) -> Agency | None:
        """The agency that is chosen."""
        return self._desk.state.agencies.get(self.table.current)

    def refresh(self) -> None:
        """Show the agencies as they stand."""
        typed = fold(self.search.text()).split()
        agencies = sorted(self._desk.state.agencies.values(), key=lambda a: sort_key(a.name))
        found = [
            each
            for each in agencies
            if all(word in fold(f"{each.name} {each.short_name}") for word in typed)
        ]
        self.model.show([self._line(each) for each in found])
        self._pages.setCurrentIndex(0 if agencies else 1)
        if self.agency is None and found:
            self.table.go(found[0].id)
        many = f"{len(found)} / {len(agencies)}" if typed else str(len(agencies))
        self.count.setText(f"{many} cơ quan")
        told = "  ·  ".join(self._warnings()) if agencies else ""
        self._warn.setVisible(bool(told))
        self.missing.setText(told)
        self._show_chosen()

    def set_width_class(self, width: WidthClass) -> None:
        """Leave the part out where the window is narrow."""
        self._is_narrow = width is WidthClass.NARROW
        self.table.setColumnHidden(1, self._is_narrow)
        self.paste.setVisible(not self._is_narrow)
        self._show_chosen()

    def leave(self) -> None:
        """Take what is typed."""
        self.side.take_all()

    def ask(self, dialog: QDialog) -> None:
        """Open one of the dialogs."""
        self.dialog = dialog
        show_dialog(dialog)

    def open_agency(self) -> None:
        """Go to the names of the chosen agency; where they do not show, give it criteria."""
        if self._is_narrow:
            self.side.ask_criteria()
        else:
            self.side.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self) -> None:
        """Take the chosen agency away, where nothing names it."""
        if self.agency is not None and self.drop.isEnabled():
            self._desk.run(RemoveAgency(self.agency.id))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _warnings(self) -> Iterator[str]:
        """Say which criteria nobody has in charge, and which agencies stand no more."""
        desk = self._desk
        ended = ended_in_charge(desk.state, desk.assessment) if desk.assessment else ()
        if ended:
            yield words.ended(tuple(each.short_name or each.name for each in ended))
        left = without_agency(desk.tree)
        if left:
            codes = ", ".join(leaf.code for leaf in left)
            yield f"{len(left)} tiêu chí chưa giao cơ quan: {codes}"

    def _line(self, agency: Agency) -> Line:
        part = part_of(self._desk.tree, agency.id)
        scored, of = (0, 0)
        if part and self._desk.sheet:
            scored, of = scored_of_part(self._desk.scores, agency.id)
        is_open = scored < of
        found = self._desk.state.assessments.get(self._desk.assessment)
        stands = found is None or is_in_force(agency, found.year)
        return Line(agency.id, (
            Cell(agency.name, "text" if stands else "text3", weight=500),
            Cell(agency.short_name, "text2"),
            Cell(str(len(part)) if part else "–", "text" if part else "off"),
            Cell(f"{scored}/{of}" if of else "", "opentext" if is_open else "text2"),
        ))  # fmt: skip

    def _show_chosen(self) -> None:
        agency = self.agency
        can_edit = not self._desk.session.store.is_read_only
        for button, enabled in (
            (self.add, True), (self.first, True), (self.paste, True),
            (self.merge, agency is not None), (self.drop, agency is not None),
        ):  # fmt: skip
            button.setEnabled(can_edit and enabled)
        self.side.setVisible(not self._is_narrow and bool(self._desk.state.agencies))
        self.side.show_agency(agency)

    def _open_part(self, agency: str) -> None:
        self._desk.ask_part(agency)
        self.place_asked.emit("score")

    def _ask_add(self) -> None:
        self.ask(AddAgenciesDialog(self._desk, self))

    def _ask_paste(self) -> None:
        dialog = AddAgenciesDialog(self._desk, self)
        dialog.names.setPlainText(copied_list())
        self.ask(dialog)

    def _ask_merge(self) -> None:
        self.ask(MergeAgenciesDialog(self._desk, self.table.selected, self))

    def _open_menu(self, at: QPoint) -> None:
        if self.agency is None:
            return
        menu = QMenu(self)
        menu.setFont(theme.font("small"))
        menu.aboutToHide.connect(menu.deleteLater)
        key = self.agency.id
        menu.addAction("Mở phần của cơ quan trong Chấm điểm", lambda: self._open_part(key))
        menu.addAction("Giao tiêu chí…", self.side.ask_criteria)
        menu.popup(self.table.viewport().mapToGlobal(at))

    def _empty(self) -> QWidget:
        self.first = primary("Thêm cơ quan", self._ask_add, "plus")
        hint = "Cơ quan tham mưu điền phần tiêu chí được giao trong bảng chấm của tỉnh."
        return nothing_yet("Chưa có cơ quan tham mưu nào", hint, self.first)

    def _lay_out(self) -> None:
        self.add = normal("Thêm cơ quan", self._ask_add, "plus")
        self.merge = ghost("Gộp…", self._ask_merge, "merge")
        self.drop = tool("trash", "Bỏ cơ quan (Del)", self.remove)
        self.search = TextField("Tìm cơ quan", "Tìm cơ quan")
        self.search.setFixedWidth(140)
        self.search.setClearButtonEnabled(True)
        self.paste = ghost("Dán danh sách", self._ask_paste, "paste")
        bar = frame("surfacerow", vertical=False, margins=(12, 0, 8, 0), gap=8)
        bar.setFixedHeight(40)
        fill(bar, self.add, self.merge, self.drop, None, self.search, self.paste)
        foot = frame("panel", vertical=False, margins=(16, 0, 12, 0), gap=8)
        foot.setFixedHeight(28)
        fill(foot, self.count, 8, self._warn)
        box_of(foot).addWidget(self.missing, 1)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty())
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._open_menu)
        lay_page(self, (bar, self._pages, hairline(), foot), self.side)
        self.setFocusProxy(self.table)
