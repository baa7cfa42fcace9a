"""The score tree of the workplace "Chấm điểm": filters, tree, total."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QVBoxLayout, QWidget

from cchc_desktop.commands.marks import SetNotApplicable
from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.session import Changed
from ui.marks.area_strip import AreaStrip
from ui.marks.code_box import CodeBox
from ui.marks.empty_tree import EmptyTree
from ui.marks.filter_row import EMPTY, NO_PART, Filter, FilterRow, found_by
from ui.marks.part_bar import PartBar
from ui.marks.parts import branch_key, charge_key, nodes_of, part_named, scored_of
from ui.marks.score_keys import ScoreKeys
from ui.marks.score_model import ScoreModel
from ui.marks.score_view import ScoreView
from ui.marks.total_row import TotalRow
from ui.shared.desk import Desk
from ui.shared.frames import flush
from ui.shared.workplace import WidthClass

_NAMED = frozenset({"assignment", "council_member", "agency", "criterion"})


class ScoreTreePanel(QFrame):
    """Scores of all criteria, typed and looked at in one place.

    Args:
        desk: where the user is, and where commands run.
        parent: the widget it lies in.
    """

    chart_asked = Signal()
    figure_asked = Signal(str)  # the form opens the first figure of this criterion
    reason_asked = Signal(str)  # the form opens the reasons of this criterion
    files_pasted = Signal()  # files or a picture for the evidence of the current criterion
    structure_asked = Signal(str)  # the criterion is to be edited in Bộ tiêu chí

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._desk = desk
        self._width = WidthClass.MEDIUM
        self._filter = Filter.ALL
        self._part = ""
        self._nodes: frozenset[str] = frozenset()
        self.model = ScoreModel(desk, self)
        self.view = ScoreView(self.model, self)
        self.keys = ScoreKeys(desk, self.model, self.view)
        self.filters = FilterRow(desk, self.model, self)
        self.total = TotalRow(self.model, self.view, self)
        self.part_bar = PartBar(self)
        self._empty = EmptyTree(self)
        self._code = CodeBox(self)
        self._lay_out()
        self._connect()
        self.set_width_class(self._width)
        self._reloaded()
        self._show_part_of(desk.part)

    @property
    def area_strip(self) -> AreaStrip:
        """The strip of areas that a narrow window shows over the tree."""
        return self.filters.strip

    def set_width_class(self, width: WidthClass) -> None:
        """Show the columns and filters of a width class."""
        self._width = width
        self.filters.set_width_class(width)
        self.total.setVisible(width is not WidthClass.NARROW)  # the head bar has the total
        has_earlier = self.model.ledger.earlier_round is not None
        self.view.set_width_class(width, has_earlier=has_earlier)

    def set_filter(self, kind: Filter) -> None:
        """Show only some rows; they stay until the filter is chosen again."""
        self._filter = kind
        found = found_by(kind, self.model.ledger)
        if self._part:
            mine = self._nodes
            found = [each for each in found if each in mine] if found is not None else [*mine]
        self.model.show_only(found)
        self.filters.show_filter(kind, self._part)
        if found is not None:
            self.view.expandAll()
        self._show_empty(is_filtered=found is not None and not found)
        self.view.go(self._desk.criterion)

    def set_part(self, key: str) -> None:
        """Show one part of the set alone, "" for all of it."""
        part = part_named(self._desk, key)
        self._part = part.key if part is not None else ""
        self._nodes = nodes_of(self._desk, self._part)
        self.part_bar.say(part.said if part else "", len(self._nodes))
        self._count_part()
        self.set_filter(self._filter)

    def show_losses(self, branch: str) -> None:
        """Show only the criteria of a branch that lost points."""
        self._filter = Filter.LOST
        self.set_part(branch_key(branch))

    def go_to_code(self) -> None:
        """Ask for a code and go there."""
        self.keys.entry.cancel()
        self._code.open_box(QPoint(12, self.view.y() + self.view.header().height() + 4))

    def go_unfinished(self) -> None:
        """Go to the next criterion without points."""
        self.keys.go_unfinished()

    def take(self) -> bool:
        """Take what is being typed; return whether nothing is left open."""
        return self.keys.entry.take()

    def focus_tree(self) -> None:
        """Put the cursor into the tree."""
        self.view.setFocus()

    def _lay_out(self) -> None:
        box = flush(QVBoxLayout(self))
        box.addWidget(self.filters)
        box.addWidget(self.part_bar)
        stack = QGridLayout()
        stack.addWidget(self.view, 0, 0)
        stack.addWidget(self._empty, 0, 0, Qt.AlignmentFlag.AlignCenter)
        box.addLayout(stack, 1)
        box.addWidget(self.total)

    def _connect(self) -> None:
        desk, view, keys, filters = self._desk, self.view, self.keys, self.filters
        view.chosen.connect(desk.choose)
        view.customContextMenuRequested.connect(self._open_menu)
        desk.criterion_chosen.connect(self._follow_criterion)
        self.model.scored.connect(self._scored)
        self.model.reloaded.connect(self._reloaded)
        keys.figure_asked.connect(self.figure_asked)
        keys.reason_asked.connect(self.reason_asked)
        keys.files_pasted.connect(self.files_pasted)
        keys.code_asked.connect(self.go_to_code)
        filters.filtered.connect(self.set_filter)
        filters.part_chosen.connect(self.set_part)
        self.part_bar.dropped.connect(lambda: self.set_part(""))
        desk.part_asked.connect(self._show_part_of)
        desk.changed.connect(self._follow_people)
        filters.chart_asked.connect(self.chart_asked)
        filters.open_asked.connect(view.expandAll)
        filters.close_asked.connect(view.collapseAll)
        filters.copy_asked.connect(self._copy_all)
        self._code.asked.connect(self._go_to)
        self._code.closed.connect(view.setFocus)
        self._empty.filter_dropped.connect(self._show_everything)
        self._empty.structure_asked.connect(lambda: self.structure_asked.emit(ROOT))

    def _follow_criterion(self, node: str) -> None:
        if node in self.model.ledger.tree and node != self.view.current:
            self._go_anywhere(node)

    def _scored(self) -> None:
        self.filters.show_counts(self.model.ledger)
        self._count_part()
        self.view.glow(self.model.ledger.revalued)

    def _count_part(self) -> None:
        if self._part and self._nodes <= self.model.ledger.tree.nodes.keys():
            self.part_bar.count(*scored_of(self.model.ledger.scores, self._nodes))

    def _show_part_of(self, agency: str) -> None:
        if agency:
            self._filter = Filter.ALL
            self.set_part(charge_key(agency))

    def _reloaded(self) -> None:
        """Another sheet, round or tree lies here."""
        ledger = self.model.ledger
        has_earlier = ledger.earlier_round is not None
        self.view.set_width_class(self._width, has_earlier=has_earlier)
        self.filters.show_counts(ledger)
        if self._part:
            self.set_part(self._part)
        elif self._filter is not Filter.ALL:
            self.set_filter(self._filter)
        self._show_empty(is_filtered=False)
        self._open_first()
        self._follow_criterion(self._desk.criterion)

    def _open_first(self) -> None:
        """Open the path to the criterion where nothing is open yet."""
        here = self._desk.criterion
        if not self.view.current and here in self.model.ledger.tree:
            self.view.go(here)

    def _show_empty(self, *, is_filtered: bool) -> None:
        if is_filtered:
            self._empty.show_filtered(EMPTY[self._filter] or NO_PART)
        elif not len(self.model.ledger.tree):
            self._empty.show_no_criteria()
        else:
            self._empty.hide()

    def _go_to(self, code: str) -> None:
        found = self._desk.tree.by_code(code)
        if found is None:
            self._code.refuse(f"Không có mã “{code}”.")
            return
        self._code.close_box()
        self._go_anywhere(found.id)

    def _go_anywhere(self, node: str) -> None:
        """Go to a node even where a filter hides it."""
        if node not in self.model.outline:
            self._show_everything()
        self.view.go(node)

    def _show_everything(self) -> None:
        self._filter = Filter.ALL
        self.set_part("")

    def _follow_people(self, event: Changed) -> None:
        """Show a part anew where other criteria belong to it now."""
        if self._part and any(change.table in _NAMED for change in event.changes.changes):
            self.set_part(self._part)

    def _copy_all(self) -> None:
        self.view.selectAll()
        self.keys.copy()

    def _open_menu(self, at: QPoint) -> None:
        node = self.model.node_of(self.view.indexAt(at))
        if not node:
            return
        menu = self.menu_of(node)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def menu_of(self, node: str) -> QMenu:
        """Return the context menu of a node."""
        ledger = self.model.ledger
        menu = QMenu(self)
        menu.addAction("Sửa tiêu chí…", lambda: self.structure_asked.emit(node))
        menu.addSeparator()
        if not ledger.is_branch(node):
            is_out = not ledger[node].is_applicable
            out = menu.addAction("Không áp dụng")
            out.setCheckable(True)
            out.setChecked(is_out)
            out.setEnabled(ledger.is_editable)
            command = SetNotApplicable(self._desk.sheet, node, not_applicable=not is_out)
            out.triggered.connect(lambda: self._desk.run(command))
            clear = menu.addAction("Xóa điểm", self.keys.clear)
            clear.setEnabled(ledger.is_editable)
        else:
            count = len(nodes_of(self._desk, branch_key(node)) & {*ledger.lossy()})
            text = f"Xem các tiêu chí bị trừ ({count})"
            menu.addAction(text, lambda: self.show_losses(node)).setEnabled(count > 0)
        menu.addAction("Sao chép", self.keys.copy)
        paste = menu.addAction("Dán điểm", self.keys.paste)
        paste.setEnabled(ledger.is_editable)
        return menu
