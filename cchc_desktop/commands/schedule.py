"""Which rounds an assessment is scored in."""

from cchc_desktop.domain.changes import ChangeSet, altered
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import ROUNDS, Round
from cchc_desktop.domain.state import State
from cchc_desktop.records import record
from cchc_desktop.wording import marks as mark_words
from cchc_desktop.wording import schedule as words
from cchc_desktop.wording.dossier import round_name


@record
class ChooseRounds:
    """Set the rounds of an assessment; the order is always that of the year."""

    assessment: str
    rounds: tuple[Round, ...]

    @property
    def title(self) -> str:
        """The step in words."""
        return words.rounds_chosen()

    def plan(self, state: State) -> ChangeSet:
        """Change the rounds; one that was scored or locked stays."""
        assessment = state.assessments.get(self.assessment)
        if assessment is None:
            raise CchcError(mark_words.sheet_gone(), mark_words.reopen())
        wanted = tuple(each for each in ROUNDS if each in self.rounds)
        if not wanted:
            raise CchcError(words.no_round(), words.keep_one())
        for gone in assessment.rounds:
            if gone not in wanted and _is_used(state, self.assessment, gone):
                raise CchcError(words.round_used(round_name(gone.value)), words.clear_round())
        return altered("assessment", assessment, {"rounds": wanted})


def _is_used(state: State, assessment: str, in_round: Round) -> bool:
    for sheet in state.sheets_of(assessment):
        cell = state.cell(sheet.id)
        of_losses = (loss.round for loss in cell.records["deduction"].values())
        of_marks = (each for _, each in cell.marks)
        if in_round in sheet.locked or in_round in of_marks or in_round in of_losses:
            return True
    return any(
        each.assessment == assessment and each.round is in_round
        for each in state.rows["sitting"].values()
    )
