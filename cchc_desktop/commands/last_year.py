"""Last year's figure, taken over from the dossier instead of being typed."""

from cchc_desktop.commands.marks import Place, SetFigure, criterion_to_score
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.last_year import last_figures, year_before
from cchc_desktop.domain.rules.trend import BEFORE, Trend
from cchc_desktop.domain.state import State
from cchc_desktop.records import record
from cchc_desktop.wording import last_year as words
from cchc_desktop.wording.marks import look_at_rule


@record
class TakeLastYear:
    """Copy the figure of the year before into a trend, with where it comes from.

    Args:
        place: the criterion of a sheet and its round.
        unit: id of a unit that was merged into this one, to take its figure; "" for its own.
    """

    place: Place
    unit: str = ""

    @property
    def title(self) -> str:
        """The step in words."""
        return words.taken()

    def plan(self, state: State) -> ChangeSet:
        """Give the mark the figure that the unit, or one it took over from, had."""
        criterion = criterion_to_score(state, self.place)
        if not isinstance(criterion.rule, Trend):
            raise CchcError(words.no_trend(), look_at_rule())
        found = last_figures(state, self.place.sheet, criterion.id)
        last = next((each for each in found if each.unit == self.unit), None)
        if last is None:
            year = year_before(state, self.place.sheet)
            raise CchcError(words.nothing_there(year), words.type_it())
        figure = last.figure
        command = SetFigure(self.place, BEFORE, figure.value, last.source, figure.as_of)
        return command.plan(state)
