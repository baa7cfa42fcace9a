"""What every command is: a frozen value with a title and a pure plan."""

from typing import Protocol

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.state import State


class Command(Protocol):
    """What a user can do, as a value."""

    @property
    def title(self) -> str:
        """The step in Vietnamese, as undo and journal show it."""
        ...

    def plan(self, state: State) -> ChangeSet:
        """Return the changes; nothing has happened yet.

        Raises:
            CchcError: it cannot be done in this state.
        """
        ...


def is_final(command: Command) -> bool:
    """Return whether a command is a step that nobody can take back, as it says itself."""
    return bool(getattr(command, "is_final", False))
