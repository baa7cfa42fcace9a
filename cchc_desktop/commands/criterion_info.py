"""Editing what the set says of one criterion: texts, required evidence, last day, agencies."""

from datetime import date

from cchc_desktop.commands.agencies import refuse_ended
from cchc_desktop.commands.criteria import check_code, check_name, find_criterion
from cchc_desktop.commands.losses import agency_changes
from cchc_desktop.domain.changes import ChangeSet, altered
from cchc_desktop.domain.marks import Method
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import clean, nfc
from cchc_desktop.records import record
from cchc_desktop.wording import criteria as words


@record
class EditCriterion:
    """Change the texts of a node, its method, its agencies and its last day.

    Args:
        criterion: the node.
        code, name, short_name, legal_basis, guidance, note, method: its new fields.
        agencies: names of the agencies in charge; unknown ones are made in the same step.
        evidence_required: which documents prove it.
        due: last day for its evidence, or None.
    """

    criterion: str
    code: str
    name: str
    short_name: str = ""
    legal_basis: str = ""
    guidance: str = ""
    note: str = ""
    method: Method | None = None
    agencies: tuple[str, ...] = ()
    evidence_required: str = ""
    due: date | None = None

    @property
    def title(self) -> str:
        """The step in words."""
        return words.edited(clean(self.name))

    def plan(self, state: State) -> ChangeSet:
        """Give the node all these fields."""
        node = find_criterion(state, self.criterion)
        check_name(self.name)
        check_code(state, node, self.code)
        fresh, agencies = agency_changes(state, self.agencies)
        refuse_ended(state, set(agencies) - set(node.agencies), node.assessment)
        fields = {
            "code": clean(self.code),
            "name": clean(self.name),
            "short_name": clean(self.short_name),
            "legal_basis": clean(self.legal_basis),
            "guidance": nfc(self.guidance).strip(),
            "note": nfc(self.note).strip(),
            "method": self.method,
            "agencies": agencies,
            "evidence_required": nfc(self.evidence_required).strip(),
            "due": self.due,
        }
        return fresh + altered("criterion", node, fields)
