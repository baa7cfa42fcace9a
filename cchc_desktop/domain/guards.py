"""Locks, looked at on the ChangeSet, so that undo, redo and import cannot walk past them."""

from cchc_desktop.domain.changes import Change, ChangeSet
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.state import State
from cchc_desktop.wording.dossier import round_locked, round_locked_hint, round_name


def refuse_locked(state: State, changes: ChangeSet) -> None:
    """Refuse changes of marks and losses in a locked round.

    Raises:
        CchcError: a sheet's round is locked.
    """
    for change in changes.changes:
        sheet_id, in_round = _place(state, change)
        sheet = state.sheets.get(sheet_id)
        if sheet is not None and in_round in sheet.locked:
            unit = state.units[sheet.unit].name
            raise CchcError(round_locked(round_name(in_round), unit), round_locked_hint())


def _place(state: State, change: Change) -> tuple[str, str]:
    if change.table == "mark":
        sheet, _, in_round = change.key.split("/")
        return sheet, in_round
    if change.table == "deduction":
        for value in (change.old, change.new):
            if isinstance(value, dict):
                return str(value.get("sheet", "")), str(value.get("round", ""))
        for sheet, cell in state.cells.items():
            found = cell.records["deduction"].get(change.key)
            if found is not None:
                return sheet, found.round.value
    return "", ""
