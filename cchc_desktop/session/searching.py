"""Searching a whole dossier: documents by what is known of them and by their text, criteria."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice

from cchc_desktop.domain.evidence import Document, Link
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import fold
from cchc_desktop.domain.texts import Excerpt, Query, excerpt_of
from cchc_desktop.records import record
from cchc_desktop.session.session import Session

MOST_HITS = 200
_NO_QUERY = Query()
_Links = Mapping[str, tuple[Link, ...]]
_Files = Mapping[str, Sequence[tuple[Document, str]]]


@record
class DocumentHit:
    """A document that holds what was looked for.

    Args:
        document: the document.
        file: name of the file the words stand in.
        page: number of the page, from 1; 0 where what is known of it holds the words.
        text: all words of the page, or what is known.
        links: the criteria it proves.
    """

    document: Document
    file: str
    page: int
    text: str
    links: tuple[Link, ...]


@record
class CriterionHit:
    """A criterion that holds what was looked for in its code, name, basis or guidance."""

    criterion: str
    assessment: str
    text: str


@record
class Hits:
    """What a search found, the best first."""

    documents: tuple[DocumentHit, ...] = ()
    criteria: tuple[CriterionHit, ...] = ()
    query: Query = _NO_QUERY

    def excerpt(self, hit: DocumentHit | CriterionHit) -> Excerpt:
        """Return the words around what was looked for; for the hits that show."""
        return excerpt_of(hit.text, self.query.phrases)


class Finder:
    """Searches an open dossier; what is folded once stays until the state changes.

    Args:
        session: the open dossier.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._documents: dict[str, tuple[Document, str]] = {}
        self._criteria: dict[str, tuple[object, str]] = {}
        self._ties: tuple[State, _Links, _Files] | None = None

    def search(self, text: str) -> Hits:
        """Return what holds every word or phrase of a text, accents or not."""
        query, state = Query.of(text), self._session.state
        if not query.phrases:
            return Hits()
        links, files = self._tied(state)
        found = chain(self._by_facts(query, state, links), self._by_text(query, links, files))
        documents = tuple(islice(found, MOST_HITS))
        criteria = tuple(self._by_criteria(query, state))
        return Hits(documents, criteria, query)

    def _tied(self, state: State) -> tuple[_Links, _Files]:
        """Return what hangs together, gathered once a state: each search would make it anew."""
        if self._ties is None or self._ties[0] is not state:
            self._ties = (state, _links(state), _files(state))
        return self._ties[1], self._ties[2]

    def _by_facts(self, query: Query, state: State, links: _Links) -> Iterator[DocumentHit]:
        for document in state.documents.values():
            if document.is_binned:
                continue
            known = self._documents.get(document.id)
            if known is None or known[0] is not document:
                folded = fold("\n".join(_facts(document)))
                known = self._documents[document.id] = (document, folded)
            if query.matches(known[1]):
                words = " · ".join(fact for fact in _facts(document) if fact)
                mine = links.get(document.id, ())
                yield DocumentHit(document, document.name, 0, words, mine)

    def _by_text(self, query: Query, links: _Links, files: _Files) -> Iterator[DocumentHit]:
        for hit in self._session.store.texts.search(query, MOST_HITS):
            for document, name in files.get(hit.sha256, ()):
                mine = links.get(document.id, ())
                yield DocumentHit(document, name, hit.page, hit.text, mine)

    def _by_criteria(self, query: Query, state: State) -> Iterator[CriterionHit]:
        for node in state.criteria.values():
            known = self._criteria.get(node.id)
            facts = (node.code, node.name, node.legal_basis, node.guidance, node.evidence_required)
            if known is None or known[0] is not node:
                known = self._criteria[node.id] = (node, fold("\n".join(facts)))
            if query.matches(known[1]):
                words = " · ".join(fact for fact in facts if fact)
                yield CriterionHit(node.id, node.assessment, words)


def _facts(document: Document) -> tuple[str, ...]:
    return (
        document.number, document.type_name, document.subject, document.issuer, document.name,
        document.note,
    )  # fmt: skip


def _links(state: State) -> _Links:
    found: dict[str, list[Link]] = {}
    for link in state.links():
        found.setdefault(link.document, []).append(link)
    return {document: tuple(links) for document, links in found.items()}


def _files(state: State) -> _Files:
    """Return the documents that hold a content, by its hash, with the file's name."""
    found: dict[str, list[tuple[Document, str]]] = {}
    for document in state.documents.values():
        if not document.is_binned:
            found.setdefault(document.sha256, []).append((document, document.name))
    for file in state.rows["document_file"].values():
        document = state.documents[file.document]
        if not document.is_binned:
            found.setdefault(file.sha256, []).append((document, file.name))
    return found
