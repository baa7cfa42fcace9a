"""What main.py hands to the command line: storage, without naming it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from cchc_desktop.clock import now
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.units import Member
from cchc_desktop.records import record
from cchc_desktop.session import Session
from cchc_desktop.store import Store
from cchc_desktop.wording import dossier as words


@record
class StoreDoors:
    """How a dossier is opened and how a new one is made.

    Args:
        open_store: opens an existing dossier, for reading only where it must.
        create_store: makes a new, empty dossier; refuses a file that exists.
        actor: who works, by the account of the machine.
    """

    open_store: Callable[[Path], Store]
    create_store: Callable[[Path], Store]
    actor: Member

    def open_session(self, path: Path) -> Session:
        """Return a session on an existing dossier."""
        return Session(self.open_store(path), now, self.actor)

    @contextmanager
    def writing(self, path: Path) -> Iterator[Session]:
        """Open an existing dossier for a change, and close it in the end.

        Raises:
            CchcError: it can only be read.
        """
        session = self.open_session(path)
        try:
            if session.store.is_read_only:
                reason = words.read_only(session.store.read_only_reason)
                raise CchcError(reason, words.read_only_hint(session.store.read_only_reason))
            yield session
        finally:
            session.close()

    def create_session(self, path: Path) -> Session:
        """Return a session on a new, empty dossier."""
        return Session(self.create_store(path), now, self.actor)
