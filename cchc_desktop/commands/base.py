"""What every command is: a frozen value with a title and a pure plan."""

from collections.abc import Callable, Mapping
from typing import Protocol, cast

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.state import State
from cchc_desktop.domain.texts import TextFault


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


def knowing(command: Command, faults: Callable[[], Mapping[str, TextFault]]) -> Command:
    """Return a command that judges documents with what is known of their contents.

    Args:
        command: any command; one that judges documents has a method ``knowing``.
        faults: returns why contents cannot be read or are damaged, by hash.
    """
    told = getattr(command, "knowing", None)
    return command if told is None else cast("Command", told(faults()))


def is_final(command: Command) -> bool:
    """Return whether a command is a step that nobody can take back, as it says itself."""
    return bool(getattr(command, "is_final", False))
