"""The bridge between the window and the session: where the user is, and one event a change."""

from collections.abc import Callable, Mapping
from operator import is_

from PySide6.QtCore import QObject, Signal

from cchc_desktop.commands.base import Command
from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.criteria import CriteriaTree
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.guards import refuse_locked
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.scoring import ScoreSheet
from cchc_desktop.domain.state import State
from cchc_desktop.domain.texts import TextFault
from cchc_desktop.session import Changed, Session
from ui.shared.jobs import Job


class Desk(QObject):
    """What lies on the desk: one session, one sheet, one round, one criterion.

    Panels read the state and the scores here, run commands here, and listen to its signals;
    they never keep a state of their own.
    """

    changed = Signal(object)  # Changed, once after every change
    place_switched = Signal()  # another sheet or round
    criterion_chosen = Signal(str)  # another criterion
    faults_found = Signal()  # contents were found damaged, or whole again
    part_asked = Signal(str)  # only the criteria that this agency has in charge are to show
    failed = Signal(object, object)  # CchcError, the function that tries again
    settled = Signal(object)  # the CchcError that was told, whose trouble is over

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.sheet = ""
        self.round = Round.FIRST
        self.criterion = ""
        self.part = ""
        self.unsound: frozenset[str] = frozenset()  # hashes of contents found damaged since
        self._stood_in = ""  # the assessment before the change that is told of
        self._judged: tuple[object, ...] = (None, None)  # what the faults were gathered from
        self._faults: Mapping[str, TextFault] = {}
        self._told: dict[str, CchcError] = {}  # by what it is about
        self._stop = session.listen(self._tell)
        self._open_first_sheet()

    @property
    def state(self) -> State:
        """The state as it stands."""
        return self.session.state

    @property
    def assessment(self) -> str:
        """Id of the assessment of the sheet, "" where there is none."""
        sheet = self.state.sheets.get(self.sheet)
        return sheet.assessment if sheet is not None else ""

    @property
    def tree(self) -> CriteriaTree:
        """The criteria tree of the sheet."""
        return self.state.tree(self.assessment)

    @property
    def scores(self) -> ScoreSheet:
        """The scores of the sheet in the round, rows reused from last time."""
        return self.session.scores(self.sheet, self.round)

    @property
    def cell(self) -> SheetCell:
        """What was entered for the sheet."""
        return self.state.cell(self.sheet)

    @property
    def content_faults(self) -> Mapping[str, TextFault]:
        """Why contents cannot be read, by hash: as their text says, or the check of the dossier."""
        seen = (self.session.store.texts.faults(), self.unsound)
        if not all(map(is_, seen, self._judged)):
            self._judged = seen
            read = {sha256: fault for sha256, fault in seen[0].items() if fault}
            faults = read | dict.fromkeys(self.unsound, TextFault.DAMAGED)
            if faults != self._faults:
                self._faults = faults
        return self._faults

    @property
    def is_editable(self) -> bool:
        """Whether marks of this sheet and round may be changed."""
        sheet = self.state.sheets.get(self.sheet)
        is_open = sheet is not None and self.round not in sheet.locked
        return is_open and not self.session.store.is_read_only

    def run(self, command: Command, joins: str = "") -> bool:
        """Run a command; a refusal is told by ``failed``. Return whether it went through."""
        return self._attempt(lambda: self.session.run(command, joins))

    def refusal(self, command: Command) -> CchcError | None:
        """Return why a command would be refused now; None where it would go through."""
        try:
            refuse_locked(self.state, command.plan(self.state))
        except CchcError as error:
            return error
        return None

    def undo(self) -> bool:
        """Take back the last step."""
        return self._attempt(self.session.undo)

    def redo(self) -> bool:
        """Do the last undone step again."""
        return self._attempt(self.session.redo)

    def report(
        self, error: CchcError, retry: Callable[[], object] | None = None, about: str = ""
    ) -> None:
        """Show an error that a panel met.

        Args:
            error: what went wrong.
            retry: tries again.
            about: what it is about; ``settle`` with the same words ends it.
        """
        if about:
            self._told[about] = error
        self.failed.emit(error, retry)

    def settle(self, about: str) -> None:
        """Take away what was told of a matter: it went well now, with the right file or place."""
        error = self._told.pop(about, None)
        if error is not None:
            self.settled.emit(error)

    def follow(self, job: Job, retry: Callable[[], object] | None = None, about: str = "") -> None:
        """Tell when a job fails, until one of the same title, or about the same, goes well."""
        about = about or job.title
        job.failed.connect(lambda error: self.report(error, retry, about))
        job.done.connect(lambda _: self.settle(about))

    def choose(self, criterion: str) -> None:
        """Go to a criterion."""
        if criterion != self.criterion and criterion in self.tree:
            self.criterion = criterion
            self.criterion_chosen.emit(criterion)

    def switch(self, sheet: str, in_round: Round) -> None:
        """Go to another sheet or round; the criterion stays, in another set by its code.

        A sheet that cannot be read is told, and the desk stays where it is.
        """
        if (sheet, in_round) == (self.sheet, self.round) or not self._can_read(sheet):
            return
        code = self.tree[self.criterion].code if self.criterion in self.tree else ""
        self.sheet, self.round = sheet, in_round
        self._stood_in = self.assessment
        if self.criterion not in self.tree:
            same = self.tree.by_code(code)
            self.criterion = same.id if same is not None else self._first_area()
        self.place_switched.emit()

    def open_assessment(self, assessment: str) -> None:
        """Go to the first sheet of an assessment, in the round it stands in."""
        sheet = self.state.sheets_of(assessment)[0].id
        self.switch(sheet, self.state.last_round(sheet))

    def ask_part(self, agency: str) -> None:
        """Ask to see only the criteria of an agency in charge; a tree made later sees them too."""
        self.part = agency
        self.part_asked.emit(agency)

    def leave(self) -> None:
        """Stop listening; the session is about to close."""
        self._stop()

    def _can_read(self, sheet: str) -> bool:
        try:
            self.state.cell(sheet).read()
        except CchcError as error:
            self.report(CchcError(error.sentence, error.hint))
            self.place_switched.emit()  # who chose the sheet shows the old one again
            return False
        return True

    def _attempt(self, action: Callable[[], bool]) -> bool:
        try:
            action()
        except CchcError as error:
            self.failed.emit(error, lambda: self._attempt(action))
            return False
        return True

    def _tell(self, event: Changed) -> None:
        is_gone = self.sheet not in self.state.sheets
        if is_gone and not self._stays():
            self._open_first_sheet()
        if self.criterion not in self.tree:
            self.criterion = self._first_area()
        self._stood_in = self.assessment
        if is_gone:
            self.place_switched.emit()
        self.changed.emit(event)

    def _stays(self) -> bool:
        """Go to another unit of the same assessment and round, where there is one."""
        left = self.state.sheets_of(self._stood_in)
        if left:
            self.sheet = left[0].id
        return bool(left)

    def _first_area(self) -> str:
        return self.tree.children_of("")[0] if len(self.tree) else ""

    def _open_first_sheet(self) -> None:
        self.sheet, self.criterion = self.state.newest_sheet(), ""
        if self.sheet:
            self.round = self.state.last_round(self.sheet)
            first = self.tree.leaves[:1]
            self.criterion = first[0].id if first else ""
        self._stood_in = self.assessment
