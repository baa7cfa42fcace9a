"""What is missing or does not add up on the sheet of the desk."""

from operator import is_

from cchc_desktop.domain.checks import Finding
from cchc_desktop.domain.coverage import ground_of, unsound_findings
from cchc_desktop.domain.known_findings import KnownFindings
from cchc_desktop.domain.last_year import last_year_findings
from cchc_desktop.domain.people_checks import unappraised
from cchc_desktop.domain.sitting_rows import sitting_findings
from ui.shared.desk import Desk


class SheetFindings:
    """Finds them once a state; what did not change is not looked at again.

    Args:
        desk: the desk.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known = KnownFindings()
        self._of: tuple[object, ...] = ()
        self._found: tuple[Finding, ...] = ()

    @property
    def all(self) -> tuple[Finding, ...]:
        """The findings of the sheet and round that the desk stands at."""
        desk = self._desk
        of = (desk.state, desk.sheet, desk.round, desk.content_faults)
        if len(self._of) != len(of) or not all(map(is_, self._of, of)):
            self._of, self._found = of, self._find()
        return self._found

    def _find(self) -> tuple[Finding, ...]:
        desk = self._desk
        if not desk.assessment:
            return ()
        year = desk.state.assessments[desk.assessment].year
        ground = ground_of(desk.state, year, desk.content_faults)
        found = self._known.of(desk.scores, desk.cell, year)
        found += tuple(unsound_findings(desk.scores, ground))
        found += tuple(sitting_findings(desk.state, desk.sheet, desk.session.scores))
        found += tuple(last_year_findings(desk.state, desk.sheet, desk.round))
        return found + unappraised(desk.state, desk.assessment)
