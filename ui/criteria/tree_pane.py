"""The left half: toolbar, tree and total row, or what to do where there is no criterion."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.commands.branching import entered_at
from cchc_desktop.commands.codes import DuplicateCriterion
from cchc_desktop.commands.criteria import AddCriterion, MoveCriterion, RemoveCriterion
from cchc_desktop.domain.criteria import ROOT, CriteriaTree
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.wording import criteria as words
from cchc_desktop.wording.set_files import entries
from ui.criteria.columns import Column
from ui.criteria.edits import (
    add_below,
    add_beside,
    inward_command,
    neighbour,
    outward_command,
    step_command,
)
from ui.criteria.foot import SetFoot
from ui.criteria.question import Question
from ui.criteria.set_files import SetFiles
from ui.criteria.toolbar import SetToolbar, tree_actions
from ui.criteria.tree_view import CriteriaView
from ui.shared.buttons import normal, primary
from ui.shared.desk import Desk
from ui.shared.frames import column, flush, row
from ui.shared.labels import label
from ui.shared.workplace import WidthClass

_Step = TypeVar("_Step", AddCriterion, MoveCriterion)
_Planner = Callable[[CriteriaTree, str], MoveCriterion | None]


class TreePane(QFrame):
    """Where the set is built: every step is a command of the desk."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setProperty("kind", "panel")
        self.view = CriteriaView(desk)
        self.actions_by_name = tree_actions(self.view, self._steps())
        self.files = SetFiles(desk, self._tell, self)
        self.toolbar = SetToolbar(self.actions_by_name, self.files.menu)
        self.question = Question()
        self.foot = SetFoot(desk, self.view)
        self.first_button = primary("Thêm lĩnh vực đầu tiên", self._add, "plus")
        self.bundled_button = normal("Nhập bộ cấp tỉnh 2022 có sẵn…", self.files.take_bundled)
        self._pages = QStackedWidget()
        self._moved = ""  # id of a node whose code may be numbered anew
        self._lay_out()
        self.view.refused.connect(self._tell_refusal)
        self.view.criteria.move_asked.connect(self._ask_move)
        self.refresh()

    @property
    def is_empty(self) -> bool:
        """Whether the page for an empty set shows."""
        return self._pages.currentIndex() == 1

    def refresh(self) -> None:
        """Show sums, buttons and the empty page as the set stands."""
        is_empty = not len(self._desk.tree)
        self._pages.setCurrentIndex(1 if is_empty else 0)
        self.setFocusProxy(self.first_button if is_empty else self.view)
        self.foot.refresh()
        self.toolbar.tell("")
        if self._moved and self.question.text:
            self._offer_code()
        self.refresh_actions()

    def refresh_actions(self) -> None:
        """Enable what can be done with the chosen row."""
        tree, chosen = self._desk.tree, self._desk.criterion
        is_open = not self._desk.session.store.is_read_only and bool(self._desk.assessment)
        has_row = is_open and chosen in tree
        able = dict.fromkeys(self.actions_by_name, has_row) | {"add": is_open}
        if has_row:
            able["up"] = step_command(tree, chosen, -1) is not None
            able["down"] = step_command(tree, chosen, 1) is not None
            able["inward"] = inward_command(tree, chosen) is not None
            able["outward"] = outward_command(tree, chosen) is not None
            able["duplicate"] = not tree[chosen].is_balancing
            branch = self._branch()
            code = tree[branch].code if branch != ROOT else ""
            self.actions_by_name["renumber"].setText(words.renumber_in(code))
        for name, action in self.actions_by_name.items():
            action.setEnabled(able[name])
        self.first_button.setEnabled(is_open)
        self.bundled_button.setEnabled(not self._desk.session.store.is_read_only)
        self.files.refresh()

    def set_width_class(self, width: WidthClass) -> None:
        """Take the columns of a window width."""
        self.view.set_width_class(width)
        self.toolbar.set_width_class(width)

    def _steps(self) -> dict[str, Callable[[], object]]:
        return {
            "add": self._add,
            "add_below": self._add_below,
            "up": lambda: self._move(lambda tree, node: step_command(tree, node, -1)),
            "down": lambda: self._move(lambda tree, node: step_command(tree, node, 1)),
            "inward": lambda: self._move(inward_command),
            "outward": lambda: self._move(outward_command),
            "rename": self._edit,
            "duplicate": self._duplicate,
            "renumber": lambda: self.files.renumber(self._branch()),
            "remove": self._remove,
        }

    def _add(self) -> None:
        desk = self._desk
        self._add_node(add_beside(desk.assessment, desk.tree, desk.criterion))

    def _add_below(self) -> None:
        desk = self._desk
        command = add_below(desk.assessment, desk.tree, desk.criterion)
        self._below(command, "Thêm cấp con", self._add_node)

    def _add_node(self, command: AddCriterion) -> None:
        if self._desk.run(command):
            self._desk.choose(command.id)
            self.view.show_chosen()
            self.view.edit_cell(command.id, Column.NAME)

    def _edit(self) -> None:
        self.view.edit_cell(self.view.chosen, max(Column.CODE, self.view.currentIndex().column()))

    def _move(self, plan: _Planner) -> None:
        desk = self._desk
        command = plan(desk.tree, desk.criterion) if desk.criterion in desk.tree else None
        if command is not None:
            self._ask_move(command)

    def _ask_move(self, command: MoveCriterion) -> None:
        """Move a node; ask first where it goes below a leaf that was scored."""
        self._below(command, "Chuyển", self._move_now)

    def _move_now(self, command: MoveCriterion) -> None:
        desk, was = self._desk, self._desk.tree[command.criterion].parent
        if not desk.run(command):
            return
        self.view.scrollTo(self.view.currentIndex())
        if was != command.parent:
            self._moved = command.criterion
            self._offer_code()

    def _offer_code(self) -> None:
        """Offer to number a branch anew while a node that was moved has the code of its old one."""
        tree, criterion = self._desk.tree, self._moved
        parent = tree[criterion].parent if criterion in tree else ROOT
        code = tree[parent].code if parent != ROOT else ""
        if criterion in tree and not _belongs(tree[criterion].code, code):
            answer = (words.renumber_in(code), lambda: self.files.renumber(parent))
            text = words.keeps_old_code(tree[criterion].code, code)
            self.question.ask(text, answer, no="Để mã cũ", waits=False)
        elif criterion:
            self._moved = ""
            self.question.close_question()

    def _duplicate(self) -> None:
        desk = self._desk
        command = DuplicateCriterion(desk.criterion)
        if desk.run(command):
            desk.choose(command.id)
            self.view.show_chosen()

    def _branch(self) -> str:
        """Return the branch that is numbered anew: the chosen one, or the one of the leaf."""
        tree, chosen = self._desk.tree, self._desk.criterion
        return chosen if tree.is_branch(chosen) else tree[chosen].parent

    def _is_possible(self, command: AddCriterion | MoveCriterion | RemoveCriterion) -> bool:
        refused = self._desk.refusal(command)
        if refused is not None:
            self._tell_refusal(refused)
        return refused is None

    def _remove(self) -> None:
        desk = self._desk
        node = desk.tree[desk.criterion]
        if not self._is_possible(RemoveCriterion(node.id)):
            return
        ids = {node.id, *(each.id for each in desk.tree.below(node.id))}
        gone = entries(entered_at(desk.state, desk.assessment, ids))
        if not gone:
            self._remove_now(node.id, gone)
            return
        answer = ("Xóa", lambda: self._remove_now(node.id, gone))
        self.question.ask(words.goes_along(node.code, gone), answer)

    def _remove_now(self, criterion: str, gone: str) -> None:
        desk = self._desk
        code, heir = desk.tree[criterion].code, neighbour(desk.tree, criterion)
        if desk.run(RemoveCriterion(criterion)):
            if heir != ROOT:
                desk.choose(heir)
            self.toolbar.tell(words.removed_along(code, gone))

    def _below(self, command: _Step, verb: str, go_on: Callable[[_Step], None]) -> None:
        """Put a node below a parent; ask first where marks go or documents may go down."""
        desk, parent = self._desk, command.parent
        if not self._is_possible(command):
            return
        is_leaf = parent in desk.tree and not desk.tree.is_branch(parent)
        counts = entered_at(desk.state, desk.assessment, {parent}) if is_leaf else {}
        documents = counts.pop("link", 0)
        for kept in ("published", "assignment"):
            counts.pop(kept, 0)
        if not counts and not documents:
            go_on(command)
            return
        code = desk.tree[parent].code
        text = words.becomes_sum(code, entries(counts), documents)
        if documents:
            taking = replace(command, takes_documents=True)
            down = ("Chuyển xuống mục con", lambda: go_on(taking))
            self.question.ask(text, down, (f"Để ở {code}", lambda: go_on(command)))
        else:
            self.question.ask(text, (verb, lambda: go_on(command)))

    def _tell(self, text: str) -> None:
        self.toolbar.tell(text)

    def _tell_refusal(self, error: CchcError) -> None:
        self.toolbar.tell(error.words, "losttext")

    def _lay_out(self) -> None:
        tree = column(self.view, self.foot)
        head = label("Chưa có tiêu chí", "title", 600)
        more = label(
            "Bộ tiêu chí bắt đầu bằng các lĩnh vực, cộng lại thành 100 điểm.", tone="text2"
        )
        for line in (head, more):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        ways = (row(None, each, None) for each in (self.first_button, self.bundled_button))
        empty = column(None, head, more, *ways, None, gap=12)
        self._pages.addWidget(tree)
        self._pages.addWidget(empty)
        box = flush(QVBoxLayout(self))
        box.addWidget(self.toolbar)
        box.addWidget(self.question)
        box.addWidget(self._pages, 1)


def _belongs(code: str, above: str) -> bool:
    """Return whether a code is one of a branch's: 7.3 of 7, 7 of the whole set."""
    return code.startswith(f"{above}.") if above else "." not in code
