"""Whether contents are whole, and what leans on them."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from cchc_desktop.domain.evidence import Document, DocumentFile, Link
from cchc_desktop.domain.state import State
from cchc_desktop.records import record


class Condition(StrEnum):
    """How a content is found, the worst first."""

    DAMAGED = "damaged"
    MISSING = "missing"
    WHOLE = "whole"


@record
class Inspected:
    """What was found of one content.

    Args:
        sha256: the hash it was entered with.
        found: the hash of what is stored now; "" where nothing is.
        size: how many bytes are stored now.
        has_backup: whether the backup folder holds the same content.
    """

    sha256: str
    found: str
    size: int
    has_backup: bool = False

    @property
    def condition(self) -> Condition:
        """How the content is found."""
        if self.found == self.sha256:
            return Condition.WHOLE
        return Condition.DAMAGED if self.size else Condition.MISSING


@record
class ContentUse:
    """One file of a document that has a content, and where the document is used.

    Args:
        document: the document.
        name: name of the file.
        sha256: hash of the content.
        size: bytes it was entered with.
        links: the criteria it proves, of all sheets.
    """

    document: Document
    name: str
    sha256: str
    size: int
    links: tuple[Link, ...] = ()


def content_uses(state: State) -> tuple[ContentUse, ...]:
    """Return every file of every document outside the bin, in the order they came."""
    links: dict[str, list[Link]] = {}
    for link in state.links():
        links.setdefault(link.document, []).append(link)
    further: dict[str, list[DocumentFile]] = {}
    for file in sorted(
        state.rows["document_file"].values(), key=lambda each: (each.order, each.id)
    ):
        further.setdefault(file.document, []).append(file)
    found = []
    for document in state.documents.values():
        if not document.is_binned:
            mine = tuple(links.get(document.id, ()))
            files: list[Document | DocumentFile] = [document, *further.get(document.id, ())]
            found += [ContentUse(document, f.name, f.sha256, f.size, mine) for f in files]
    return tuple(found)


def contents_in_use(state: State) -> frozenset[str]:
    """Return the hashes of all contents that any record names, those in the bin too."""
    files = state.rows["document_file"].values()
    return frozenset(each.sha256 for each in (*state.documents.values(), *files))


def codes_of(state: State, links: Iterable[Link]) -> tuple[str, ...]:
    """Return the codes of the criteria that links name, each once."""
    nodes = (state.criteria.get(link.criterion) for link in links)
    return tuple(dict.fromkeys(node.code for node in nodes if node is not None))


def left_without(
    uses: Sequence[ContentUse], inspected: Mapping[str, Inspected]
) -> frozenset[tuple[str, str]]:
    """Return sheet and criterion of those that had documents and have no whole one now.

    Args:
        uses: all contents with their links.
        inspected: what was found, by hash; a content that is not in it counts as whole.
    """
    standing: dict[tuple[str, str], bool] = {}
    for use in uses:
        seen = inspected.get(use.sha256)
        is_whole = seen is None or seen.condition is Condition.WHOLE
        for link in use.links:
            place = (link.sheet, link.criterion)
            standing[place] = standing.get(place, False) or is_whole
    return frozenset(place for place, is_whole in standing.items() if not is_whole)
