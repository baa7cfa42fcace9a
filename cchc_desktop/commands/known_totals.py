"""Totals of other provinces, entered or taken away in one step."""

from datetime import date

from cchc_desktop.domain.changes import ChangeSet, altered, made, removed
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.ids import new_id
from cchc_desktop.domain.known_totals import KnownRow, known_of, same_province
from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import KnownTotal
from cchc_desktop.records import record
from cchc_desktop.wording import ranking as words


@record
class PasteKnownTotals:
    """Enter totals of provinces; one that stands gets its new total.

    Args:
        assessment: id of the assessment.
        rows: what was read.
        entered_on: the day, shown as their source.
    """

    assessment: str
    rows: tuple[KnownRow, ...]
    entered_on: date

    @property
    def title(self) -> str:
        """The step in words."""
        return words.totals_pasted(len(self.rows))

    def plan(self, state: State) -> ChangeSet:
        """Make new totals, alter those of the same province."""
        if not self.rows or self.assessment not in state.assessments:
            raise CchcError(words.nothing_to_enter(), words.how_to_paste())
        stands = {same_province(row.name): row for row in known_of(state, self.assessment)}
        changes = ChangeSet()
        fresh: dict[str, KnownTotal] = {}
        for row in self.rows:
            name = same_province(row.name)
            old = stands.get(name)
            if old is None:
                fresh[name] = KnownTotal(
                    new_id(), self.assessment, row.name, row.total, row.rank_before, self.entered_on
                )
            elif (old.total, old.rank_before) != (row.total, row.rank_before or old.rank_before):
                before = row.rank_before or old.rank_before
                fields = {"total": row.total, "rank_before": before, "entered_on": self.entered_on}
                changes += altered("known_total", old, fields)
        return changes + made("known_total", fresh.values())


@record
class RemoveKnownTotals:
    """Take totals of provinces away."""

    ids: tuple[str, ...]

    @property
    def title(self) -> str:
        """The step in words."""
        return words.totals_removed(len(self.ids))

    def plan(self, state: State) -> ChangeSet:
        """Remove those that stand."""
        rows = state.rows["known_total"]
        return removed("known_total", [rows[key] for key in self.ids if key in rows])
