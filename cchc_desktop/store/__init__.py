"""What the core asks of storage, as Protocols; db/ answers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Protocol

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.integrity import Inspected
from cchc_desktop.domain.journal import JournalLine
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.state import State
from cchc_desktop.domain.texts import ExtractedText, Query, TextFault, TextHit
from cchc_desktop.progress import Progress
from cchc_desktop.records import record


@record
class UnitTotal:
    """The derived total of one sheet in one round, with the points of its areas by id.

    One that ``is_stale`` waits to be worked out: criteria or rules changed since.
    """

    sheet: str
    round: Round
    points: Decimal | None
    maximum: Decimal | None
    is_complete: bool
    areas: tuple[tuple[str, Decimal | None], ...] = ()
    is_stale: bool = False


@record
class Trail:
    """How far a copy of a dossier has come.

    Args:
        origin: hash of the journal's first line, the same in every copy; "" where it is empty.
        head: hash of its last line.
        length: count of its lines.
    """

    origin: str
    head: str
    length: int


@record
class Staged:
    """Content that stands in the dossier but belongs to no document yet."""

    sha256: str
    size: int
    was_known: bool = False


class Vault(Protocol):
    """Content of evidence files, by hash."""

    def stage(self, path: Path, progress: Progress) -> Staged:
        """Copy a file's content into the dossier in small transactions; may run in a thread.

        Raises:
            CchcError: the file is empty, gone, changed while being read, too large, no room.
        """
        ...

    def chunks(self, sha256: str) -> Iterator[bytes]:
        """Yield a content's bytes, a MiB at a time.

        Raises:
            CchcError: the content is not there or is damaged.
        """
        ...

    def save_copy(self, sha256: str, target: Path) -> None:
        """Write a content to a file: temporary name first, then renamed."""
        ...

    def damaged(self, progress: Progress) -> Sequence[str]:
        """Return hashes whose stored bytes do not match."""
        ...

    def inspect(self, sha256s: Iterable[str], progress: Progress) -> Iterator[Inspected]:
        """Yield what is found of each content, all of its bytes read; may run in a thread.

        Args:
            sha256s: the hashes it was entered with.
            progress: told contents.
        """
        ...

    def repair(self, sha256: str, path: Path | None, progress: Progress) -> None:
        """Put a whole content in the place of a damaged or missing one; may run in a thread.

        Args:
            sha256: the hash it was entered with.
            path: the original file; None for the one in the backup folder.
            progress: told bytes.

        Raises:
            CchcError: the file has another hash, is not there, or there is no room.
        """
        ...

    def purge(self, sha256s: Iterable[str], progress: Progress) -> None:
        """Drop contents that no record names any more and make the file smaller.

        Raises:
            CchcError: the file is gone or cannot be written.
        """
        ...


class Texts(Protocol):
    """The text of contents, derived from them, with an index to search it."""

    def missing(self, sha256s: Iterable[str]) -> list[str]:
        """Return those contents, in order, that nobody has read yet."""
        ...

    def keep(self, sha256: str, text: ExtractedText) -> None:
        """Keep what was read of a content, in one transaction, in place of what was kept before.

        Raises:
            CchcError: the disk is full, the file is gone or cannot be written.
        """
        ...

    def forget(self, sha256s: Iterable[str]) -> None:
        """Take away what was read of contents.

        Raises:
            CchcError: the disk is full, the file is gone or cannot be written.
        """
        ...

    def faults(self) -> Mapping[str, TextFault]:
        """Return why contents gave no text, by hash; NONE for those that did.

        It is the same object until something else is kept.
        """
        ...

    def pages_of(self, sha256: str) -> Sequence[str]:
        """Return the text of each page of a content; none where nobody has read it."""
        ...

    def first_page_of(self, sha256: str) -> str:
        """Return the text of the first page of a content, "" where there is none."""
        ...

    def search(self, query: Query, most: int) -> Sequence[TextHit]:
        """Return the pages that hold all of a query, the best first where they are not many.

        Args:
            query: what is looked for.
            most: how many pages at most.
        """
        ...


class Store(Protocol):
    """One open dossier."""

    @property
    def path(self) -> Path:
        """Where the dossier's file is."""
        ...

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be written."""
        ...

    @property
    def read_only_reason(self) -> str:
        """Why, in Vietnamese: who holds it, or where it lies; "" where it can be written."""
        ...

    @property
    def head(self) -> str:
        """Hash of the journal's last line, "" before the first."""
        ...

    @property
    def vault(self) -> Vault:
        """Content of evidence files."""
        ...

    @property
    def texts(self) -> Texts:
        """Text of contents, for searching."""
        ...

    def load(self) -> State:
        """Return the state on disk."""
        ...

    def write(self, changes: ChangeSet, line: JournalLine, totals: Sequence[UnitTotal]) -> None:
        """Write changes, journal line, head and totals in one transaction, or nothing.

        Args:
            changes: the list of changes.
            line: its line in the journal.
            totals: all rounds of every sheet that they name; other rounds of it are forgotten.

        Raises:
            CchcError: the disk is full, the file is gone or cannot be written.
        """
        ...

    def settle(self, totals: Sequence[UnitTotal]) -> None:
        """Write totals that were worked out anew: derived, so without a line in the journal.

        Args:
            totals: all rounds of every sheet that they name.

        Raises:
            CchcError: the disk is full, the file is gone or cannot be written.
        """
        ...

    def changes_of(self, line_hash: str) -> ChangeSet:
        """Return the changes of a journal line."""
        ...

    def lines(self, most: int) -> Sequence[JournalLine]:
        """Return the newest lines, newest first."""
        ...

    def trail(self) -> Trail:
        """Return how far this copy of the dossier has come."""
        ...

    def holds(self, line_hash: str) -> bool:
        """Return whether a line stands in the journal."""
        ...

    def totals(self) -> Sequence[UnitTotal]:
        """Return the derived totals as they stand on disk."""
        ...

    def faults(self) -> Sequence[str]:
        """Return faults of the file itself, in Vietnamese: integrity, keys, journal chain.

        May run in a thread.
        """
        ...

    def has_moved_on(self) -> bool:
        """Return whether somebody else wrote since all was read; False where only we write.

        Raises:
            CchcError: it cannot be read any more.
        """
        ...

    def rest(self) -> bool:
        """Put every commit into the file itself, so that a plain copy of it is whole.

        Returns:
            Whether the file is whole; where it is not, call it again later.
        """
        ...

    def close(self) -> None:
        """Close the file; it is then one single file."""
        ...

    def discard(self) -> None:
        """Close the file and take it away: it was made just now and its first step failed."""
        ...
