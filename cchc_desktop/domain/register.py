"""The register of documents: where each is used, what its description lacks, whether it counts."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from operator import is_

from cchc_desktop.domain.evidence import Document, DocumentFile, Link
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import fold
from cchc_desktop.domain.texts import TextFault
from cchc_desktop.records import record

DESCRIBED = ("number", "issued_on", "issuer", "subject")
"""The fields that a description has to have."""

UNREADABLE = frozenset({TextFault.DAMAGED, TextFault.LOCKED, TextFault.PROGRAM})
"""Faults of a content that nobody can read."""

Faults = Mapping[str, TextFault]
_Keys = tuple[tuple[str, ...], ...]
_Fault = tuple[TextFault, str]  # with the name of the further file whose it is


class Standing(StrEnum):
    """How a document stands, the worst first."""

    UNREADABLE = "unreadable"
    OUT_OF_YEAR = "out_of_year"
    UNLINKED = "unlinked"
    DUPLICATE = "duplicate"
    LACKING = "lacking"
    IN_FORCE = "in_force"
    COMPLETE = "complete"


@record
class Entry:
    """One document of the register.

    Args:
        document: the document.
        links: where it is used, of all sheets.
        years: the years it is used for and not in force in.
        missing: how many fields of ``DESCRIBED`` are empty.
        twin: id of another document with the same content, or the same number and day; "".
        fault: why its content cannot be read, NONE where it can.
        is_older: it was issued before the years it is used for.
        broken_file: name of its further file that nobody can read, where ``fault`` is that file's.
    """

    document: Document
    links: tuple[Link, ...] = ()
    years: tuple[int, ...] = ()
    missing: int = 0
    twin: str = ""
    fault: TextFault = TextFault.NONE
    is_older: bool = False
    broken_file: str = ""

    @property
    def standings(self) -> tuple[Standing, ...]:
        """Everything that holds of it, the worst first; the last one where nothing is wrong."""
        holds = (
            (Standing.UNREADABLE, self.fault in UNREADABLE),
            (Standing.OUT_OF_YEAR, bool(self.years)),
            (Standing.UNLINKED, not self.links),
            (Standing.DUPLICATE, bool(self.twin)),
            (Standing.LACKING, bool(self.missing)),
        )
        found = tuple(standing for standing, is_so in holds if is_so)
        return found or (Standing.IN_FORCE if self.is_older else Standing.COMPLETE,)

    @property
    def standing(self) -> Standing:
        """The worst that holds of it."""
        return self.standings[0]


def missing_fields(document: Document) -> int:
    """Return how many fields of its description are empty."""
    return sum(1 for name in DESCRIBED if not getattr(document, name))


def faulty_files(state: State, faults: Faults) -> Mapping[str, Sequence[DocumentFile]]:
    """Return, by document, the further files of it that nobody can read; not those before it."""
    bad = unreadable_of(faults)
    found: dict[str, list[DocumentFile]] = {}
    for file in state.rows["document_file"].values() if bad else ():
        if file.sha256 in bad and not file.is_before:
            found.setdefault(file.document, []).append(file)
    return found


def unreadable_of(faults: Faults) -> frozenset[str]:
    """Return the hashes of contents that nobody can read."""
    return frozenset(sha256 for sha256, fault in faults.items() if fault in UNREADABLE)


class Register:
    """Entries by document; what did not change since the last look is not worked out again."""

    def __init__(self) -> None:
        self._links = _LinkBook()
        self._twins = _TwinBook()
        self._entries: Mapping[str, Entry] = {}
        self._seen: tuple[object, ...] = ()

    def of(self, state: State, faults: Faults) -> Mapping[str, Entry]:
        """Return the documents that count, in the order in which they came.

        Args:
            state: the dossier.
            faults: why contents gave no text, by hash.
        """
        links = self._links.of(state)
        seen = (state.documents, state.rows["document_file"], links, state.sheets,
                state.assessments, faults)  # fmt: skip
        if _are_same(seen, self._seen):
            return self._entries
        years = {key: state.assessments[s.assessment].year for key, s in state.sheets.items()}
        known = self._entries if _are_same(seen[3:], self._seen[3:]) else {}
        files = faulty_files(state, faults)
        counted = _counted(state.documents.values())
        twins = self._twins.of(counted, state.rows["document_file"].values())
        found: dict[str, Entry] = {}
        for document in counted:
            before, linked = known.get(document.id), links.get(document.id, ())
            twin = twins.get(document.id, "")
            fault = _fault(document, files.get(document.id, ()), faults)
            if before is None or not _stands(before, document, linked, (twin, *fault)):
                used = tuple(sorted({years[link.sheet] for link in linked}))
                before = _entry(document, linked, used, twin, fault)
            found[document.id] = before
        self._entries, self._seen = found, seen
        return found


def _counted(documents: Iterable[Document]) -> list[Document]:
    """Return the documents outside the bin, in the order in which they came."""
    found = [each for each in documents if not each.is_binned]
    found.sort(key=lambda each: (each.added_at, each.id))
    return found


def _fault(document: Document, files: Sequence[DocumentFile], faults: Faults) -> _Fault:
    """Return what keeps it from being read: its own content, else a further file of it."""
    own = faults.get(document.sha256, TextFault.NONE)
    if own in UNREADABLE or not files:
        return own, ""
    return faults[files[0].sha256], files[0].name


def _stands(
    entry: Entry, document: Document, links: tuple[Link, ...], rest: tuple[str, TextFault, str]
) -> bool:
    known = (entry.twin, entry.fault, entry.broken_file)
    return entry.document is document and entry.links is links and known == rest


def _are_same(now: tuple[object, ...], before: tuple[object, ...]) -> bool:
    return len(now) == len(before) and all(map(is_, now, before))


def _entry(
    document: Document,
    links: tuple[Link, ...],
    years: tuple[int, ...],
    twin: str,
    fault: _Fault,
) -> Entry:
    outside = tuple(year for year in years if not document.is_in_force(year))
    issued = document.issued_on
    is_older = issued is not None and bool(years) and issued.year < years[0]
    missing = missing_fields(document)
    return Entry(document, links, outside, missing, twin, fault[0], is_older, fault[1])


class _LinkBook:
    """Links by document; a sheet whose cell is the same is not looked at again."""

    def __init__(self) -> None:
        self._sheets: dict[str, tuple[object, Mapping[str, Link]]] = {}
        self._found: dict[str, tuple[Link, ...]] = {}

    def of(self, state: State) -> Mapping[str, tuple[Link, ...]]:
        """Return the links by document, the same object while no link changed."""
        sheets: dict[str, tuple[object, Mapping[str, Link]]] = {}
        is_other = self._sheets.keys() != state.cells.keys()
        for sheet, cell in state.cells.items():
            before = self._sheets.get(sheet)
            if before is not None and before[0] is cell.token:
                sheets[sheet] = before
                continue
            links = cell.table("link")
            is_same = before is not None and (before[1] is links or before[1] == links)
            is_other = is_other or not is_same
            sheets[sheet] = (cell.token, links)
        self._sheets = sheets
        if is_other:
            self._found = self._grouped()
        return self._found

    def _grouped(self) -> dict[str, tuple[Link, ...]]:
        found: dict[str, list[Link]] = {}
        for _, links in self._sheets.values():
            for link in links.values():
                found.setdefault(link.document, []).append(link)
        before = self._found
        grouped = {key: tuple(group) for key, group in found.items()}
        return {
            key: before[key] if before.get(key) == group else group
            for key, group in grouped.items()
        }


class _TwinBook:
    """Documents that are likely one and the same; keys of unchanged ones are kept."""

    def __init__(self) -> None:
        self._keys: dict[str, tuple[Document, _Keys]] = {}

    def of(self, documents: Iterable[Document], files: Iterable[DocumentFile]) -> Mapping[str, str]:
        """Return the other document of each that has one."""
        keys: dict[str, tuple[Document, _Keys]] = {}
        owners: dict[tuple[str, ...], list[str]] = {}
        for document in documents:
            before = self._keys.get(document.id)
            if before is None or before[0] is not document:
                before = (document, _keys(document))
            keys[document.id] = before
            for key in before[1]:
                owners.setdefault(key, []).append(document.id)
        for file in files:
            if file.document in keys:
                owners.setdefault((file.sha256,), []).append(file.document)
        self._keys = keys
        found: dict[str, str] = {}
        for group in owners.values():
            alike = tuple(dict.fromkeys(group))
            for place, each in enumerate(alike if len(alike) > 1 else ()):
                found.setdefault(each, alike[1 if place == 0 else 0])
        return found


def _keys(document: Document) -> _Keys:
    keys: list[tuple[str, ...]] = [(document.sha256,)]
    if document.number and document.issued_on is not None:
        day = document.issued_on.isoformat()
        keys.append(("".join(fold(document.number).split()), day))
    return tuple(keys)
