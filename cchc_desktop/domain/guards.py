"""Locks, looked at on the ChangeSet, so that undo, redo and import cannot walk past them."""

from cchc_desktop.domain.changes import WHOLE, Change, ChangeSet
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import Sheet
from cchc_desktop.wording.dossier import (
    proof_locked,
    proof_locked_hint,
    round_locked,
    round_locked_hint,
    round_name,
    set_locked,
    set_locked_hint,
)

_SCORED_BY = {
    "criterion": {WHOLE, "maximum", "rule", "rounding", "parent", "is_balancing", "effect"},
    "assessment": {"may_exceed"},
}
_COUNTED_BY = "not_applicable"


def refuse_locked(state: State, changes: ChangeSet, *, takes_back: bool = False) -> None:
    """Refuse what would move the points of a locked round, or take away what proves them.

    That is: marks and losses of the round itself, "không áp dụng", the maxima, rules, effects
    and places of the criteria, whether bonuses may lift totals over their maximum, and the
    documents and files that prove a criterion of the sheet. A survey's result and more documents
    may come in later; texts may always be mended.

    Args:
        state: the state before.
        changes: what is to change.
        takes_back: the last step is undone: what it linked came after the lock, which is
            otherwise undone first.

    Raises:
        CchcError: a sheet's round is locked.
    """
    if not any(sheet.locked for sheet in state.sheets.values()):
        return
    for change in changes.changes:
        if change.field in _SCORED_BY.get(change.table, ()):
            _refuse_set(state, change)
            continue
        if not takes_back and change.field == WHOLE and change.new is None:
            _refuse_proof(state, change)
        sheet_id, in_round = _place(state, change)
        sheet = state.sheets.get(sheet_id)
        if sheet is None:
            continue
        if in_round in sheet.locked:
            raise _locked(state, sheet, in_round)
        if in_round == Round.SHEET and sheet.locked and _changes_what_counts(change):
            raise _locked(state, sheet, sheet.locked[0])


def _locked(state: State, sheet: Sheet, in_round: str) -> CchcError:
    unit = state.units[sheet.unit].name
    return CchcError(round_locked(round_name(in_round), unit), round_locked_hint())


def _refuse_set(state: State, change: Change) -> None:
    assessment = _assessment(state, change)
    for sheet in state.sheets.values():
        if sheet.assessment == assessment and sheet.locked:
            unit = state.units[sheet.unit].name
            raise CchcError(set_locked(round_name(sheet.locked[0]), unit), set_locked_hint())


def _refuse_proof(state: State, change: Change) -> None:
    """Refuse to take a document from a locked sheet, or a file from such a document."""
    old = change.old if isinstance(change.old, dict) else {}
    document = str(old.get("document", ""))
    proved = []
    if change.table == "link":
        proved = [(str(old.get("sheet", "")), str(old.get("criterion", "")))]
    elif change.table == "document_file":
        proved = _proved_by(state, document)
    for sheet_id, criterion in proved:
        sheet = state.sheets.get(sheet_id)
        if sheet is not None and sheet.locked:
            where = state.criteria[criterion].code, round_name(sheet.locked[0])
            said = proof_locked(
                state.documents[document].title, where, state.units[sheet.unit].name
            )
            raise CchcError(said, proof_locked_hint())


def _proved_by(state: State, document: str) -> list[tuple[str, str]]:
    """Return sheet and criterion where a document stands, of the sheets with a lock."""
    locked = (sheet.id for sheet in state.sheets.values() if sheet.locked)
    links = (link for key in locked for link in state.cell(key).table("link").values())
    return [(link.sheet, link.criterion) for link in links if link.document == document]


def _assessment(state: State, change: Change) -> str:
    if change.table == "assessment":
        return change.key
    if change.key in state.criteria:
        return state.criteria[change.key].assessment
    made = change.new if isinstance(change.new, dict) else {}
    return str(made.get("assessment", ""))


def _changes_what_counts(change: Change) -> bool:
    if change.field == _COUNTED_BY:
        return True
    values = (value for value in (change.old, change.new) if isinstance(value, dict))
    return change.field == WHOLE and any(value.get(_COUNTED_BY) for value in values)


def _place(state: State, change: Change) -> tuple[str, str]:
    if change.table == "mark":
        sheet, _, in_round = change.key.split("/")
        return sheet, in_round
    if change.table == "deduction":
        for value in (change.old, change.new):
            if isinstance(value, dict):
                return str(value.get("sheet", "")), str(value.get("round", ""))
        sheet = state.sheet_with("deduction", change.key)
        if sheet:
            return sheet, state.cell(sheet).table("deduction")[change.key].round.value
    return "", ""
