"""What a list of changes reaches: sheets whose scores it can move, criteria that it names."""

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.state import State
from cchc_desktop.domain.tables import CELL_TABLES


def touched_sheets(state: State, changes: ChangeSet) -> frozenset[str]:
    """Return the sheets whose scores the changes can move."""
    found = set(changes_by_sheet(state, changes))
    assessments = set()
    for change in changes.changes:
        if change.table == "criterion":
            assessments |= _assessments_of(state, change.key, change.old, change.new)
        elif change.table == "sheet":
            found.add(change.key)
        elif change.table == "assessment":
            assessments.add(change.key)
    if assessments:
        found |= {sheet.id for sheet in state.sheets.values() if sheet.assessment in assessments}
    return frozenset(found)


def changes_by_sheet(state: State, changes: ChangeSet) -> set[str]:
    """Return the sheets whose cells the changes name."""
    found = set()
    for change in changes.changes:
        if change.table == "mark":
            found.add(change.key.partition("/")[0])
        elif change.table in CELL_TABLES:
            found |= {
                str(value["sheet"])
                for value in (change.old, change.new)
                if isinstance(value, dict) and "sheet" in value
            } or {state.sheet_with(change.table, change.key)} - {""}
    return found


def _assessments_of(state: State, key: str, *values: object) -> set[str]:
    if key in state.criteria:
        return {state.criteria[key].assessment}
    return {str(value["assessment"]) for value in values if isinstance(value, dict)}


def named_criteria(changes: ChangeSet) -> frozenset[str]:
    """Return the criteria that the changes name."""
    found: set[str] = set()
    for change in changes.changes:
        if change.table == "criterion":
            found.add(change.key)
        elif change.table == "mark":
            found.add(change.key.split("/")[1])
        found |= _named(change.old, change.new)
    return frozenset(found)


def _named(*values: object) -> set[str]:
    return {
        str(value["criterion"])
        for value in values
        if isinstance(value, dict) and value.get("criterion")
    }
