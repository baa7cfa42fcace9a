"""Repairs (nhiệm vụ khắc phục): done on a day, or open again."""

from datetime import date

from cchc_desktop.domain.changes import ChangeSet, altered
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.state import State
from cchc_desktop.records import record
from cchc_desktop.wording import tasks as words


@record
class SetTaskDone:
    """Say on which day a task was done; None opens it again."""

    task: str
    done_on: date | None

    @property
    def title(self) -> str:
        """The step in words."""
        return words.done(self.done_on)

    def plan(self, state: State) -> ChangeSet:
        """Give the task its day."""
        found = state.tasks.get(self.task)
        if found is None:
            raise CchcError(words.gone(), words.undo_removal())
        return altered("task", found, {"done_on": self.done_on})
