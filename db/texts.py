"""The text of contents in the dossier: pages as they were read, and an index of folded words."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing
from itertools import islice
from pathlib import Path

from cchc_desktop.domain.texts import (
    ExtractedText,
    Query,
    TextFault,
    TextHit,
    fold_by_character,
)
from db.trouble import told

Writing = Callable[[], AbstractContextManager[sqlite3.Connection]]
_RANKED = """
    SELECT p.id, p.sha256
    FROM (SELECT rowid, rank FROM page_search WHERE page_search MATCH ? ORDER BY rank LIMIT ?) AS s
    JOIN extracted_page AS p ON p.id = s.rowid
    ORDER BY s.rank, p.id
"""
_ANY = """
    SELECT p.id, p.sha256 FROM page_search AS s JOIN extracted_page AS p ON p.id = s.rowid
    WHERE page_search MATCH ? ORDER BY s.rowid LIMIT ?
"""
_PAGE = "SELECT sha256, page, text FROM extracted_page WHERE id = ?"
_COUNT = "SELECT count(*) FROM (SELECT 1 FROM page_search WHERE page_search MATCH ? LIMIT ?)"
_MOST_RANKED = 1000  # among more pages the best are not told apart: it would take too long
_MOST_SEEN = 6000  # pages looked at where a few contents have nearly all of them
_MOST_EACH = 3  # pages of one content: no long report keeps the others from being found
_FORGET = "INSERT INTO page_search (page_search, rowid, folded) VALUES ('delete', ?, ?)"


class StoredTexts:
    """Texts on the dossier's own connection.

    Args:
        path: the dossier, for what goes wrong.
        database: its connection.
        writing: begins a transaction that writes.
    """

    def __init__(self, path: Path, database: sqlite3.Connection, writing: Writing) -> None:
        self._path, self._database, self._writing = path, database, writing
        self._faults: Mapping[str, TextFault] | None = None  # as on disk, until something is kept

    def missing(self, sha256s: Iterable[str]) -> list[str]:
        """Return those contents, in order, that nobody has read yet."""
        known = self.faults()
        return [sha256 for sha256 in dict.fromkeys(sha256s) if sha256 not in known]

    def keep(self, sha256: str, text: ExtractedText) -> None:
        """Keep what was read of a content, in place of what was kept before.

        Raises:
            CchcError: the disk is full, the file is gone or cannot be written.
        """
        pages = [(page, _storable(words)) for page, words in enumerate(text.pages, 1)]
        self._faults = None
        with self._writing() as conn:
            _forget(conn, sha256)
            conn.execute(
                "INSERT INTO extracted (sha256, pages, fault) VALUES (?, ?, ?)",
                (sha256, len(pages), text.fault.value),
            )
            for page, words in pages:
                made = conn.execute(
                    "INSERT INTO extracted_page (sha256, page, text) VALUES (?, ?, ?)",
                    (sha256, page, words),
                )
                conn.execute(
                    "INSERT INTO page_search (rowid, folded) VALUES (?, ?)",
                    (made.lastrowid, fold_by_character(words)),
                )

    def forget(self, sha256s: Iterable[str]) -> None:
        """Take away what was read of contents.

        Raises:
            CchcError: the disk is full, the file is gone or cannot be written.
        """
        self._faults = None
        with self._writing() as conn:
            for sha256 in sha256s:
                _forget(conn, sha256)

    def faults(self) -> Mapping[str, TextFault]:
        """Return why contents gave no text, by hash; NONE for those that did."""
        if self._faults is None:
            with told(self._path):
                rows = self._database.execute("SELECT sha256, fault FROM extracted").fetchall()
            self._faults = {str(sha256): TextFault(fault) for sha256, fault in rows}
        return self._faults

    def pages_of(self, sha256: str) -> Sequence[str]:
        """Return the text of each page of a content; none where nobody has read it."""
        with told(self._path):
            rows = self._database.execute(
                "SELECT text FROM extracted_page WHERE sha256 = ? ORDER BY page", [sha256]
            ).fetchall()
        return [str(text) for (text,) in rows]

    def first_page_of(self, sha256: str) -> str:
        """Return the text of the first page of a content, "" where there is none."""
        with told(self._path):
            row = self._database.execute(
                "SELECT text FROM extracted_page WHERE sha256 = ? ORDER BY page LIMIT 1", [sha256]
            ).fetchone()
        return str(row[0]) if row is not None else ""

    def search(self, query: Query, most: int) -> Sequence[TextHit]:
        """Return the pages that hold all of a query, the best first where they are not many.

        Of one content come a few pages alone; in the document itself the others are gone through.
        """
        if not query.phrases:
            return ()
        match = _match(query)
        with told(self._path):
            (count,) = self._database.execute(_COUNT, [match, _MOST_RANKED]).fetchone()
            pages = _RANKED if count < _MOST_RANKED else _ANY
            with closing(self._database.execute(pages, [match, _MOST_SEEN])) as found:
                keys = [key for key, _ in islice(_few_of_each(found), most)]
            rows = [self._database.execute(_PAGE, [key]).fetchone() for key in keys]
        return [TextHit(str(sha256), int(page), str(text)) for sha256, page, text in rows]


def _few_of_each(pages: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield the first pages of each content."""
    seen: Counter[str] = Counter()
    for key, sha256 in pages:
        seen[sha256] += 1
        if seen[sha256] <= _MOST_EACH:
            yield key, sha256


def _forget(conn: sqlite3.Connection, sha256: str) -> None:
    rows = conn.execute("SELECT id, text FROM extracted_page WHERE sha256 = ?", (sha256,))
    conn.executemany(_FORGET, [(key, fold_by_character(text)) for key, text in rows.fetchall()])
    conn.execute("DELETE FROM extracted_page WHERE sha256 = ?", (sha256,))
    conn.execute("DELETE FROM extracted WHERE sha256 = ?", (sha256,))


def _match(query: Query) -> str:
    """Return the query in FTS5's words: each phrase quoted, the last one open."""
    quoted = ['"' + phrase.replace('"', " ") + '"' for phrase in query.phrases]
    return " ".join(quoted) + ("*" if query.is_open else "")


def _storable(words: str) -> str:
    return words.replace("\x00", " ").encode("utf-8", "replace").decode()
