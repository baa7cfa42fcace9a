"""The tables of a dossier: one explicit list that state, disk, journal and merge look at."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from cchc_desktop.domain.changes import WHOLE, Change, conflict
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.evidence import Document, DocumentFile, Link
from cchc_desktop.domain.fields import (
    is_empty,
    record_from_json,
    record_to_json,
    to_json,
    with_fields,
)
from cchc_desktop.domain.marks import Deduction, Mark
from cchc_desktop.domain.people import Assignment, CouncilMember
from cchc_desktop.domain.sittings import Sitting, SittingItem
from cchc_desktop.domain.units import (
    Agency,
    Assessment,
    KnownTotal,
    Member,
    Published,
    Setting,
    Sheet,
    Task,
    Unit,
    UnitGroup,
)

PLAIN_TABLES: Mapping[str, type[Any]] = MappingProxyType(
    {
        "assessment": Assessment,
        "unit_group": UnitGroup,
        "unit": Unit,
        "agency": Agency,
        "member": Member,
        "sheet": Sheet,
        "criterion": Criterion,
        "document": Document,
        "document_file": DocumentFile,
        "task": Task,
        "setting": Setting,
        "known_total": KnownTotal,
        "council_member": CouncilMember,
        "assignment": Assignment,
        "sitting": Sitting,
        "sitting_item": SittingItem,
    }
)
"""Tables kept whole in the state, parents before the tables that name them."""

CELL_TABLES: Mapping[str, type[Any]] = MappingProxyType(
    {"mark": Mark, "deduction": Deduction, "link": Link, "published": Published}
)
"""Tables kept per sheet; each record has a ``sheet``."""

TABLES: Mapping[str, type[Any]] = MappingProxyType({**PLAIN_TABLES, **CELL_TABLES})


def changed_record(record_type: type[Any], record: Any, change: Change) -> Any:
    """Return the record after a change, or None where it is taken away.

    Raises:
        CchcError: the old value no longer stands.
    """
    if change.field == WHOLE:
        before = None if record is None else record_to_json(record)
        if before != change.old:
            raise conflict()
        return None if change.new is None else record_from_json(record_type, _fields(change))
    if record is None:
        raise conflict()
    before_value = to_json(getattr(record, change.field))
    if (None if is_empty(before_value) else before_value) != change.old:
        raise conflict()
    return with_fields(record, {change.field: change.new})


def _fields(change: Change) -> dict[str, Any]:
    if not isinstance(change.new, dict):
        raise TypeError(f"a whole record is a dictionary: {change.table}")
    return change.new
