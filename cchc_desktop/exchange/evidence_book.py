"""Tập TLKC as one PDF: cover, stamped documents, bookmarks; foreign files stay in a child."""

import secrets
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence_book import Book, BookEntry, cited_pages
from cchc_desktop.domain.texts import TextFault
from cchc_desktop.exchange.book_child import BookChild
from cchc_desktop.exchange.extraction import is_whole, no_temporary_room
from cchc_desktop.progress import Progress
from cchc_desktop.records import record
from cchc_desktop.store import Vault
from cchc_desktop.wording import evidence_book as words
from cchc_desktop.wording import takeout as takeout_words


@record
class Located:
    """Where a content stands in the book.

    Args:
        pages: how many it has, 0 where it is not in the book.
        first: its first page in the book, from 1.
        fault: why it is not in it.
    """

    pages: int = 0
    first: int = 0
    fault: TextFault = TextFault.NONE


Places = Mapping[str, Located]
Cover = Callable[[Places], bytes]


@record
class MadeBook:
    """A book that was written: its file, its pages, where each content stands by its hash."""

    path: Path
    pages: int
    places: Places

    @property
    def apart(self) -> int:
        """How many documents are not in it."""
        return sum(1 for place in self.places.values() if not place.pages)


def left_out(book: Book, made: MadeBook) -> tuple[str, ...]:
    """Return the files that are not in a book, each once, with the number it goes by and why."""
    found: dict[str, str] = {}
    for entry in book.entries:
        place = made.places[entry.sha256]
        if not place.pages:
            line = words.left_out(entry.stamp, entry.title, place.fault.value)
            found.setdefault(entry.sha256, line)
    return tuple(found.values())


def make_book(vault: Vault, book: Book, cover: Cover, out: Path, progress: Progress) -> MadeBook:
    """Write a book; waits, so the window calls it in a thread.

    Args:
        vault: where the contents stand.
        book: what goes into it.
        cover: makes the first pages, once it is known where everything stands.
        out: the file.
        progress: told after each document.

    Raises:
        CchcError: it cannot be written, or is too large; nothing of it stays.
        CancelledError: the user stopped the work; nothing of it stays.
    """
    part = out.with_name(f".{secrets.token_hex(6)}.part")
    pace = _Pace(progress, 2 * len(book.contents) + 1)
    child = BookChild(tell=pace.hear)
    try:
        with tempfile.TemporaryDirectory(prefix="cchc-") as folder:
            binder = _Binder(book, Path(folder), child)
            binder.gather(vault, pace)
            pages = binder.bind(cover, part)
        progress.step(1, 1)
        part.replace(out)
    except OSError as error:
        raise CchcError(takeout_words.disk_lost(), takeout_words.check_place()) from error
    finally:
        child.stop()
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return MadeBook(out, pages, binder.places)


class _Pace:
    """How far the book is: each document is made plain, then joined, then all are written."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def reach(self, done: int) -> None:
        """Say how many steps are done.

        Raises:
            CancelledError: the user stopped the work.
        """
        self._done = done
        self._progress.step(done, self._total)

    def hear(self, joined: int) -> None:
        """Hear of the child, which works on; how many documents it joined.

        Raises:
            CancelledError: the user stopped the work.
        """
        self._progress.step(self._done + joined, self._total)


class _Binder:
    """Gathers the documents of a book, then binds them."""

    def __init__(self, book: Book, folder: Path, child: BookChild) -> None:
        self._contents, self._folder, self._child = book.contents, folder, child
        self._entries = book.entries
        self.places: dict[str, Located] = {}

    def gather(self, vault: Vault, pace: _Pace) -> None:
        """Make plain pages of every document that has any.

        Raises:
            CchcError: there is no room for them.
        """
        copy = self._folder / "content"
        for done, sha256 in enumerate(self._contents):
            pace.reach(done)
            try:
                vault.save_copy(sha256, copy)
            except CchcError as error:
                if is_whole(vault, sha256):
                    raise no_temporary_room() from error
                self.places[sha256] = Located(fault=TextFault.DAMAGED)
                continue
            found = self._child.ask("plain", source=str(copy), target=str(self._plain(sha256)))
            if found.get("disk"):
                raise no_temporary_room()
            fault = TextFault(found.get("fault", ""))
            self.places[sha256] = Located(found.get("pages", 0), fault=fault)
        pace.reach(len(self._contents))

    def bind(self, cover: Cover, out: Path) -> int:
        """Write the book; a document that spoils it is left out. Return its pages.

        Raises:
            CchcError: it cannot be written, or is too large.
            CancelledError: the user stopped the work.
        """
        while True:
            front = self._front(cover)
            inside = [sha256 for sha256, place in self.places.items() if place.pages]
            parts = [self._part(sha256) for sha256 in inside]
            found = self._child.ask(
                "join", cover=str(front), parts=parts, outline=self._outline(), out=str(out)
            )
            if "pages" in found:
                return int(found["pages"])
            if found.get("bad") is None or found["fault"] == TextFault.TOO_LARGE:
                raise _refusal(found)
            self.places[inside[found["bad"]]] = Located(fault=TextFault.DAMAGED)

    def _front(self, cover: Cover) -> Path:
        """Write the cover; it says on which pages documents begin, and takes some itself."""
        path, taken = self._folder / "cover.pdf", 1
        while True:
            self._locate(taken)
            path.write_bytes(cover(self.places))
            pages = self._child.ask("count", path=str(path)).get("pages", taken)
            if pages == taken:
                return path
            taken = pages

    def _locate(self, taken: int) -> None:
        for sha256, place in self.places.items():
            self.places[sha256] = replace(place, first=taken + 1 if place.pages else 0)
            taken += place.pages

    def _part(self, sha256: str) -> dict[str, Any]:
        entries = self._contents[sha256]
        cited = frozenset[int]().union(*(cited_pages(each.cited) for each in entries))
        return {
            "path": str(self._plain(sha256)),
            "stamp": words.stamp(tuple(each.stamp for each in entries)),
            "cited": sorted(cited),
        }

    def _outline(self) -> list[dict[str, Any]]:
        found = []
        inside = [each for each in self._entries if self.places[each.sha256].pages]
        for (code, name), entries in groupby(inside, key=lambda each: (each.code, each.name)):
            items = [self._item(entry) for entry in entries]
            found.append({"title": words.area(code, name), "items": items})
        return found

    def _item(self, entry: BookEntry) -> dict[str, Any]:
        first = self.places[entry.sha256].first
        return {"title": f"{entry.stamp}  {entry.title}", "page": first - 1}

    def _plain(self, sha256: str) -> Path:
        return self._folder / f"{sha256}.pdf"


def _refusal(found: Mapping[str, Any]) -> CchcError:
    if found.get("disk"):
        return CchcError(takeout_words.disk_lost(), takeout_words.check_place())
    return CchcError(words.too_large(), words.choose_part())
