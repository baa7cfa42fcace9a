"""Who appraises each criterion of the set, what nobody appraises, and how much each has."""

from collections.abc import Mapping

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.commands.appraisal import Unassign
from cchc_desktop.domain.appraisal import (
    Appraiser,
    appraisers_of,
    assigned_to,
    assignments_of,
    coverage_of,
    who,
)
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.people import Assignment, appraised_by, uncovered, wants_appraiser
from cchc_desktop.overriding import override
from cchc_desktop.wording.people import coverage
from ui.people.ask import CopyPeopleDialog, copy_sources
from ui.people.choose_parts import ChooseAppraiserDialog
from ui.people.foot import Foot
from ui.people.seen import is_seen, people_seen
from ui.shared.buttons import ghost, normal
from ui.shared.desk import Desk
from ui.shared.dialogs import show_dialog
from ui.shared.frames import column, fill, flush, frame, hairline
from ui.shared.labels import label
from ui.shared.list_table import Cell, Head, Line, ListModel, ListTable
from ui.shared.pages import lay_page
from ui.shared.pills import Chip
from ui.shared.workplace import WidthClass

_HEADS = (Head("Mã", 64), Head("Nội dung"), Head("Người thẩm định", 232), Head("Ghi chú", 132))
_LOADS = (Head("Người thẩm định"), Head("Tiêu chí", 76, "right"))
_WHO, _NOTE, _WIDER = 2, 3, 108
_SIDE = 316
_INDENT = 12
_NOBODY = "chưa có"
_EMPTY = "Chưa có tiêu chí. Thêm tiêu chí trong Bộ tiêu chí."
_HOW = (
    "Chọn lĩnh vực hoặc tiêu chí rồi bấm Giao. Tiêu chí con theo người của cấp trên, trừ tiêu chí"
    " được giao riêng."
)


class PartsPage(QWidget):
    """The set with who appraises what; several lines can be given at once.

    Args:
        desk: session and assessment.
        parent: the view.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_narrow = False
        self.model = ListModel(_HEADS, self)
        self.table = ListTable(self.model, "Người thẩm định theo tiêu chí", many=True)
        self.loads = ListModel(_LOADS, self)
        self.loads_table = ListTable(self.loads, "Khối lượng của từng người")
        self.foot = Foot()
        self.missing = Chip("Chưa có người", "thieu", "opentext")
        self.dialog: QDialog | None = None
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._seen: tuple[object, ...] = ()
        self.refresh()

    def refresh(self) -> None:
        """Show the set as it stands, where anything has moved."""
        if not is_seen(self._seen, self._desk):
            self._show()

    def _show(self) -> None:
        state, desk = self._desk.state, self._desk
        self._seen = people_seen(desk)
        tree = desk.tree
        assignments = assignments_of(state, desk.assessment)
        wanting = {node.id for node in uncovered(tree, assignments)}
        by, own = appraised_by(tree, assignments), {each.criterion for each in assignments}
        if self.missing.isChecked():
            kept = {above.id for node in wanting for above in tree.path(node)}
        else:
            kept = {node.id for node, _ in tree.walk}
        self.model.show(
            [
                self._line(node, depth, by[node.id], is_own=node.id in own)
                for node, depth in tree.walk
                if node.id in kept
            ]
        )
        self._pages.setCurrentIndex(0 if len(tree) else 1)
        self.missing.set_count(len(wanting))
        self.loads.show([self._load(each, by) for each in appraisers_of(state, desk.assessment)])
        self.foot.say(coverage(*coverage_of(state, desk.assessment)))
        self._show_chosen()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def set_width_class(self, width: WidthClass) -> None:
        """Leave the loads and the notes out where the window is narrow."""
        self._is_narrow = width is WidthClass.NARROW
        self.side.setVisible(not self._is_narrow)
        self.table.setColumnHidden(_NOTE, self._is_narrow)
        wider = _WIDER if width is WidthClass.WIDE else 0
        for at in (_WHO, _NOTE):
            self.table.setColumnWidth(at, _HEADS[at].width + wider)

    def ask(self, dialog: QDialog) -> None:
        """Open one of the dialogs."""
        self.dialog = dialog
        show_dialog(dialog)

    def ask_appraiser(self) -> None:
        """Ask who appraises what is selected."""
        if self.give.isEnabled():
            self.ask(ChooseAppraiserDialog(self._desk, self.table.selected, self))

    def _follow(self) -> None:
        """Show the set anew while it shows."""
        if self.isVisible():
            self.refresh()

    def _line(
        self, node: Criterion, depth: int, by: tuple[Assignment, ...], *, is_own: bool
    ) -> Line:
        names = ", ".join(dict.fromkeys(who(self._desk.state, each) for each in by))
        notes = "; ".join(each.note for each in by if each.note) if is_own else ""
        is_leaf = not self._desk.tree.is_branch(node.id)
        if names:
            told = Cell(names, "text" if is_own else "text3", 500 if is_own else 400)
        elif not wants_appraiser(node):
            told = Cell("khảo sát, không thẩm định", "text3")
        else:
            told = Cell(_NOBODY if is_leaf else "", "opentext")
        weight = 600 if not depth else 500 if not is_leaf else 400
        name = Cell(node.short_name or node.name, "text", weight, _INDENT * depth)
        cells = (Cell(node.code, "text", weight), name, told, Cell(notes, "text3"))
        return Line(node.id, cells, 0 if not depth else 2 if is_leaf else 1)

    def _load(self, appraiser: Appraiser, by: Mapping[str, tuple[Assignment, ...]]) -> Line:
        count = sum(1 for leaf in self._desk.tree.leaves if any(map(appraiser.has, by[leaf.id])))
        key = appraiser.agency or min(appraiser.members, default=appraiser.name)
        return Line(key, (Cell(appraiser.name), Cell(str(count), "text", 600)))

    def _show_chosen(self) -> None:
        can_edit = not self._desk.session.store.is_read_only
        chosen = self.table.selected
        own = assigned_to(self._desk.state, chosen)
        self.give.setEnabled(can_edit and bool(chosen))
        self.take_away.setEnabled(can_edit and bool(own))
        self.copy.setEnabled(can_edit and bool(copy_sources(self._desk)))

    def _take_away(self) -> None:
        own = assigned_to(self._desk.state, self.table.selected)
        if own and self.take_away.isEnabled():
            self._desk.run(Unassign(tuple(each.id for each in own)))

    def _ask_copy(self) -> None:
        self.ask(CopyPeopleDialog(self._desk, self))

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.table.opened.connect(lambda _key: self.ask_appraiser())
        self.table.delete_asked.connect(self._take_away)
        self.missing.clicked.connect(self._show)
        self._desk.changed.connect(self._follow)
        self._desk.place_switched.connect(self._follow)

    def _lay_out(self) -> None:
        self.give = normal("Giao thẩm định…", self.ask_appraiser, "people")
        self.take_away = ghost("Bỏ giao", self._take_away, "close")
        self.copy = ghost("Chép từ đợt khác…", self._ask_copy, "copy")
        bar = frame("surfacerow", vertical=False, margins=(12, 0, 8, 0), gap=6)
        bar.setFixedHeight(40)
        fill(bar, self.give, self.take_away, self.missing, None, self.copy)
        empty = label(_EMPTY, tone="text3", wrap=True)
        empty.setContentsMargins(16, 16, 16, 16)
        self._pages.addWidget(self.table)
        self._pages.addWidget(column(empty, None))
        self.side = self._side()
        lay_page(self, (bar, self._pages, self.foot), self.side)
        self.setFocusProxy(self.table)

    def _side(self) -> QFrame:
        side = QFrame()
        side.setProperty("kind", "panelright")
        side.setFixedWidth(_SIDE)
        box = flush(QVBoxLayout(side))
        words = label("Khối lượng", "h3", 600)
        more = label(_HOW, "small", tone="text2", wrap=True)
        box.addWidget(column(words, more, margins=(16, 10, 16, 10), gap=4))
        box.addWidget(hairline())
        box.addWidget(self.loads_table, 1)
        return side
