"""A whole set goes in, out, or to another year: the menu of the toolbar and what it does."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QWidget

from cchc_desktop.commands.codes import RenumberCriteria
from cchc_desktop.commands.sample import bundled_set
from cchc_desktop.commands.sets import CopyAssessment, ImportSet, ReplaceSet
from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.set_draft import SetDraft, draft_of
from cchc_desktop.domain.text import fold
from cchc_desktop.exchange.problems import Problem
from cchc_desktop.exchange.set_files import read_set_file, set_file
from cchc_desktop.reports.writers.files import write_whole
from cchc_desktop.wording import criteria as words
from ui.criteria.set_dialogs import CopyDialog, ImportDialog, ProblemsDialog
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.paths import documents_folder

_SUFFIX = ".json"
_FILTER = f"Bộ tiêu chí (*{_SUFFIX})"
_READING, _WRITING = "nhập bộ tiêu chí", "xuất bộ tiêu chí"  # what errors are about
_UNDO = "Hoàn tác bằng Ctrl+Z."


class SetFiles:
    """Import, export and copy of the desk's set.

    Args:
        desk: the open dossier.
        tell: says what was done.
        owner: the workplace; dialogs stand above it.
    """

    def __init__(self, desk: Desk, tell: Callable[[str], object], owner: QWidget) -> None:
        self._desk, self._tell, self._owner = desk, tell, owner
        self.actions = {
            "import": _action("Nhập bộ tiêu chí…", self.take_in, owner),
            "bundled": _action("Nhập bộ cấp tỉnh 2022 có sẵn…", self.take_bundled, owner),
            "export": _action("Xuất bộ tiêu chí…", self.give_out, owner),
            "copy": _action("Sao sang năm mới…", self.copy, owner),
            "renumber": _action("Đánh lại mã cả bộ", self.renumber, owner),
        }
        self.menu = QMenu(owner)
        self.menu.setFont(theme.font("small"))
        self.menu.addActions(list(self.actions.values()))

    def refresh(self) -> None:
        """Enable what can be done."""
        is_writable = not self._desk.session.store.is_read_only
        has_set = bool(self._desk.assessment)
        for name in ("import", "bundled"):
            self.actions[name].setEnabled(is_writable)
        self.actions["export"].setEnabled(has_set)
        for name in ("copy", "renumber"):
            self.actions[name].setEnabled(is_writable and has_set)

    def take_in(self) -> None:
        """Ask for a file, say what is wrong in it, or ask where its set goes."""
        folder = str(documents_folder())
        name, _ = QFileDialog.getOpenFileName(self._owner, "Nhập bộ tiêu chí", folder, _FILTER)
        if name:
            self._read(Path(name))

    def take_bundled(self) -> None:
        """Ask where the set that comes with the program goes."""
        self._offer(bundled_set(), ())

    def give_out(self) -> None:
        """Ask where the set goes and write it there."""
        try:
            draft = draft_of(self._desk.state, self._desk.assessment)
        except CchcError as error:
            self._desk.report(error)
            return
        title = self._desk.state.assessments[self._desk.assessment].title
        parts = [word for word in fold(f"bo tieu chi {title}").split() if word.isalnum()]
        proposed = documents_folder() / f"{'-'.join(parts)}{_SUFFIX}"
        name, _ = QFileDialog.getSaveFileName(
            self._owner, "Xuất bộ tiêu chí", str(proposed), _FILTER
        )
        if name:
            path = Path(name) if name.endswith(_SUFFIX) else Path(f"{name}{_SUFFIX}")
            self._write(path, set_file(draft))

    def copy(self) -> None:
        """Ask for the year and copy the set there."""
        dialog = CopyDialog(self._desk, self._owner)
        if _agreed(dialog):
            self._run(dialog.command())

    def renumber(self, branch: str = ROOT) -> None:
        """Number what lies below a branch anew, and say how many codes changed."""
        desk = self._desk
        before = {node.id: node.code for node, _ in desk.tree.walk}
        if desk.run(RenumberCriteria(desk.assessment, branch)):
            count = sum(before.get(node.id) != node.code for node, _ in desk.tree.walk)
            self._tell(words.renumbered_now(count) if count else words.in_order())

    def _read(self, path: Path) -> None:
        try:
            draft, problems = read_set_file(path)
        except CchcError as error:
            self._desk.report(error, lambda: self._read(path), _READING)
            return
        self._desk.settle(_READING)
        if draft is None:
            _agreed(ProblemsDialog(path.name, problems, self._owner))
            return
        self._offer(draft, problems)

    def _offer(self, draft: SetDraft, warnings: Sequence[Problem]) -> None:
        dialog = ImportDialog(self._desk, draft, warnings, self._owner)
        if _agreed(dialog):
            self._run(dialog.command())

    def _write(self, path: Path, body: bytes) -> None:
        try:
            write_whole(path, body)
        except CchcError as error:
            self._desk.report(error, lambda: self._write(path, body), _WRITING)
            return
        self._desk.settle(_WRITING)
        self._tell(f"Đã ghi bộ tiêu chí vào {path.name}.")

    def _run(self, command: ImportSet | ReplaceSet | CopyAssessment) -> None:
        desk = self._desk
        if not desk.run(command):
            return
        key = command.assessment if isinstance(command, ReplaceSet) else command.id
        desk.open_assessment(key)
        title = desk.state.assessments[key].title
        self._tell(f"{title}: {len(desk.tree)} mục. {_UNDO}")


def _agreed(dialog: QDialog) -> bool:
    is_agreed = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return is_agreed


def _action(text: str, step: Callable[[], None], owner: QWidget) -> QAction:
    action = QAction(text, owner)
    action.triggered.connect(lambda _=False: step())
    return action
