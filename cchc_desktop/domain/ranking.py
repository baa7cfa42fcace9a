"""Ranks: published where they are stored, else computed within a group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.points import compared


@dataclass(frozen=True, slots=True)
class Standing:
    """A rank of so many units, with its change (+ is better) and where it comes from."""

    rank: int
    of: int
    change: int | None
    source: str

    @property
    def before(self) -> int | None:
        """The rank of the year before, where the change is known."""
        return None if self.change is None else self.rank + self.change


PUBLISHED = "published"
COMPUTED = "computed"


def published_standing(cell: SheetCell, criterion: str, year: int) -> Standing | None:
    """Return the published rank of a node ("" the total) in a year."""
    result = cell.result_of(criterion, year)
    if result is None or result.rank is None or result.of is None:
        return None
    return Standing(result.rank, result.of, result.rank_change, PUBLISHED)


def ranks(values: Mapping[str, Decimal]) -> dict[str, int]:
    """Return the standard ranks (1-2-2-4) by falling value, compared at 12 places."""
    looked_at = {key: compared(value) for key, value in values.items()}
    falling: Sequence[Decimal] = sorted(looked_at.values(), reverse=True)
    first: dict[Decimal, int] = {}
    for place, value in enumerate(falling, 1):
        first.setdefault(value, place)
    return {key: first[value] for key, value in looked_at.items()}
