"""A Store that keeps everything in memory, for tests of the core and the window."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.integrity import Inspected
from cchc_desktop.domain.journal import JournalLine
from cchc_desktop.domain.state import State
from cchc_desktop.domain.texts import (
    ExtractedText,
    Query,
    TextFault,
    TextHit,
    fold_by_character,
)
from cchc_desktop.progress import Progress
from cchc_desktop.store import Staged, Trail, UnitTotal


class MemoryVault:
    """Content by hash, in a dictionary."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}
        self.kept: dict[str, bytes] = {}  # the backup folder

    def stage(self, path: Path, progress: Progress) -> Staged:
        body = path.read_bytes()
        progress.step(len(body), len(body))
        sha256 = hashlib.sha256(body).hexdigest()
        was_known = sha256 in self.contents
        self.contents[sha256] = body
        return Staged(sha256, len(body), was_known)

    def chunks(self, sha256: str) -> Iterator[bytes]:
        if sha256 not in self.contents:
            raise CchcError("Không thấy nội dung tài liệu.")
        yield self.contents[sha256]

    def save_copy(self, sha256: str, target: Path) -> None:
        target.write_bytes(b"".join(self.chunks(sha256)))

    def inspect(self, sha256s: Iterable[str], progress: Progress) -> Iterator[Inspected]:
        for sha256 in dict.fromkeys(sha256s):
            progress.step(0, 1)
            body = self.contents.get(sha256, b"")
            found = hashlib.sha256(body).hexdigest() if body else ""
            yield Inspected(sha256, found, len(body), sha256 in self.kept)

    def repair(self, sha256: str, path: Path | None, progress: Progress) -> None:
        body = self.kept[sha256] if path is None else path.read_bytes()
        if hashlib.sha256(body).hexdigest() != sha256:
            raise CchcError("Tệp này không phải tệp gốc: mã băm khác lúc thêm vào.")
        self.contents[sha256] = body

    def purge(self, sha256s: Iterable[str], progress: Progress) -> None:
        for sha256 in sha256s:
            self.contents.pop(sha256, None)

    def damaged(self, progress: Progress) -> Sequence[str]:
        return [s for s, body in self.contents.items() if hashlib.sha256(body).hexdigest() != s]


class MemoryTexts:
    """Texts by hash, searched page by page."""

    def __init__(self) -> None:
        self.kept: dict[str, ExtractedText] = {}

    def missing(self, sha256s: Iterable[str]) -> list[str]:
        return [sha256 for sha256 in dict.fromkeys(sha256s) if sha256 not in self.kept]

    def keep(self, sha256: str, text: ExtractedText) -> None:
        self.kept[sha256] = text

    def forget(self, sha256s: Iterable[str]) -> None:
        for sha256 in sha256s:
            self.kept.pop(sha256, None)

    def faults(self) -> Mapping[str, TextFault]:
        return {sha256: text.fault for sha256, text in self.kept.items()}

    def pages_of(self, sha256: str) -> Sequence[str]:
        return self.kept[sha256].pages if sha256 in self.kept else ()

    def first_page_of(self, sha256: str) -> str:
        return next(iter(self.pages_of(sha256)), "")

    def search(self, query: Query, most: int) -> Sequence[TextHit]:
        found = [
            TextHit(sha256, number, page)
            for sha256, text in self.kept.items()
            for number, page in enumerate(text.pages, 1)
            if query.matches(fold_by_character(page))
        ]
        return found[:most]


class MemoryStore:
    """One dossier in memory; ``refusal`` makes the next writes fail like a full disk."""

    def __init__(self, path: Path = Path("ho-so.cchc"), read_only_reason: str = "") -> None:
        self.path = path
        self.read_only_reason = read_only_reason
        self.vault = MemoryVault()
        self.texts = MemoryTexts()
        self.refusal: CchcError | None = None
        self.settling: CchcError | None = None  # refuses totals alone
        self.is_discarded = False
        self.written: list[tuple[JournalLine, ChangeSet]] = []
        self._totals: dict[tuple[str, str], UnitTotal] = {}
        self._state = State()

    @property
    def is_read_only(self) -> bool:
        return bool(self.read_only_reason)

    @property
    def head(self) -> str:
        return self.written[-1][0].hash if self.written else ""

    def load(self) -> State:
        return self._state

    def write(self, changes: ChangeSet, line: JournalLine, totals: Sequence[UnitTotal]) -> None:
        if self.refusal is not None:
            raise self.refusal
        self._state = self._state.applied(changes)
        self.written.append((line, changes))
        self.settle(totals)

    def settle(self, totals: Sequence[UnitTotal]) -> None:
        if self.settling is not None:
            raise self.settling
        sheets = {t.sheet for t in totals}
        self._totals = {key: t for key, t in self._totals.items() if key[0] not in sheets}
        self._totals.update({(t.sheet, t.round): t for t in totals})

    def changes_of(self, line_hash: str) -> ChangeSet:
        return next(changes for line, changes in self.written if line.hash == line_hash)

    def lines(self, most: int) -> Sequence[JournalLine]:
        return [line for line, _ in reversed(self.written)][:most]

    def trail(self) -> Trail:
        first = self.written[0][0].hash if self.written else ""
        return Trail(first, self.head, len(self.written))

    def holds(self, line_hash: str) -> bool:
        return any(line.hash == line_hash for line, _ in self.written)

    def totals(self) -> Sequence[UnitTotal]:
        return tuple(self._totals.values())

    def faults(self) -> Sequence[str]:
        return ()

    def has_moved_on(self) -> bool:
        return False

    def rest(self) -> bool:
        return True

    def close(self) -> None:
        pass

    def discard(self) -> None:
        self.is_discarded = True
