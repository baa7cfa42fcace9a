"""Between front door, window and open dossier: what each hands to the other, and no more.

The window shows before sessions, criteria and panels are loaded; so nothing here names them.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.records import record
from cchc_desktop.settings import Settings


class Frame(Protocol):
    """What the window does for the dossier that is open in it."""

    settings: Settings
    asks_who: bool  # whether a person sits before it who can be asked for the name

    def remember(self, found: Settings) -> None:
        """Take other settings and write them."""
        ...

    def show_step(self, key: str, title: str) -> None:
        """Say which step "undo" or "redo" would take; "" where there is none."""
        ...

    def enable(self, entries: Mapping[str, bool]) -> None:
        """Grey entries of the menu, or not."""
        ...

    def show_title(self, title: str) -> None:
        """Show the words of the title bar."""
        ...

    @property
    def room(self) -> QWidget:
        """Where what shows a dossier lies."""
        ...

    def act(self, key: str) -> None:
        """Do what an entry of the menu does."""
        ...

    def open_dossier(self, path: Path) -> bool:
        """Open a dossier in place of the one that is open; return whether it went."""
        ...


class Carrying(Protocol):
    """What takes documents out of the dossier and brings them in."""

    def give_out(self) -> None:
        """Ask what goes out and where, and begin."""
        ...

    def take_in(self) -> None:
        """Ask where exported documents lie, and begin to look at them."""
        ...

    def make_book(self) -> None:
        """Ask for which area and where, and begin."""
        ...

    def leave(self) -> None:
        """Take no more answers; the session is about to close."""
        ...


class Opened(Protocol):
    """A dossier that is open in the window."""

    @property
    def widget(self) -> QWidget:
        """What shows it; fills the window."""
        ...

    @property
    def path(self) -> Path:
        """Where its file lies."""
        ...

    @property
    def saved(self) -> datetime | None:
        """When its last change was written."""
        ...

    @property
    def help_key(self) -> str:
        """Key of the help for the screen that shows."""
        ...

    def begin(self) -> None:
        """Go to work; its widget shows now."""
        ...

    def act(self, key: str) -> None:
        """Do what an entry of the menu does."""
        ...

    def show_error(self, error: CchcError, retry: Callable[[], object]) -> None:
        """Show what went wrong in its bar."""
        ...

    def put_to_rest(self) -> None:
        """Make the file whole by itself at once, where a change waits for that."""
        ...

    def leave(self) -> None:
        """Take what is typed, stop what runs; its widget is about to go."""
        ...

    def close(self) -> None:
        """Close its file."""
        ...


class Ready(Protocol):
    """A dossier whose file is open; no window shows it yet."""

    def show_in(self, frame: Frame) -> Opened:
        """Return it as it shows in a window."""
        ...

    def close(self) -> None:
        """Close its file."""
        ...


@record
class NewDossier:
    """What a person chose for a new dossier.

    Args:
        level: a value of ``AssessmentLevel``.
        year: the year that is scored.
        unit: name of the unit that is scored.
    """

    level: str
    year: int
    unit: str


def _nothing() -> None:
    return None


class Backups(Protocol):
    """What brings a lost dossier back."""

    def newest_backup(self, dossier: Path) -> datetime | None:
        """Return when the newest backup of a lost dossier was made; None without."""
        ...

    def restore_newest(self, dossier: Path) -> None:
        """Put that backup in the place of the lost dossier."""
        ...


@record
class Doors:
    """Functions that open and create dossiers.

    Args:
        open: opens a dossier; CchcError says why it cannot.
        create_sample: writes the sample dossier to a path.
        create_empty: writes a dossier without criteria to a path.
        load: loads what the others need, so that they are quick; may be called in a thread.
        backups: returns what knows of backups, loaded when a dossier cannot be opened.
    """

    open: Callable[[Path], Ready]
    create_sample: Callable[[Path], None]
    create_empty: Callable[[Path, NewDossier], None]
    load: Callable[[], object] = _nothing
    backups: Callable[[], Backups | None] = lambda: None
