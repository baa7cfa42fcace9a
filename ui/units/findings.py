"""What is wrong with the units, worked out once for the same units and sheets."""

from operator import is_

from cchc_desktop.domain.unit_checks import UnitFinding, unit_findings
from ui.shared.desk import Desk

_TABLES = ("unit", "sheet", "assessment")


class UnitFindings:
    """Remembers the findings while the tables they are read from are the same objects.

    Args:
        desk: the desk.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._seen: tuple[object, ...] = ()
        self._found: tuple[UnitFinding, ...] = ()

    @property
    def all(self) -> tuple[UnitFinding, ...]:
        """All findings of the dossier's units."""
        seen = tuple(self._desk.state.rows[table] for table in _TABLES)
        if len(self._seen) != len(seen) or not all(map(is_, self._seen, seen)):
            self._seen, self._found = seen, unit_findings(self._desk.state)
        return self._found

    def of(self, unit: str) -> tuple[str, ...]:
        """Return what is wrong with a unit, in sentences."""
        return tuple(found.sentence for found in self.all if unit in (found.unit, *found.others))
