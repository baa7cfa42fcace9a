"""Pages for the preview: content to a temporary file, then pixels or text, off the UI thread."""

import tempfile
from collections import OrderedDict
from contextlib import suppress
from pathlib import Path
from threading import Lock

from PySide6.QtGui import QImage

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Document
from cchc_desktop.domain.file_kinds import HEAD, FileKind, kind_of_bytes
from cchc_desktop.domain.finding import found_in
from cchc_desktop.domain.texts import ExtractedText, TextFault
from cchc_desktop.exchange.page_child import PageChild
from cchc_desktop.exchange.page_wire import Fault, FoundPlace, PageRequest
from cchc_desktop.exchange.text_child import TextChild
from cchc_desktop.progress import Progress
from cchc_desktop.records import record
from cchc_desktop.store import Vault

_TRIES = 3  # looks in a document whose child was taken away meanwhile
_KEPT = 6
_KEPT_TEXTS = 3
_TEXT_LIMIT = 20.0  # seconds for the text of a file that somebody waits for
_MOST_TEXT = 400_000  # characters of a page of text
_MOST_SMALL = 32 * 1024**2  # bytes of a file that gets a small picture
_DOT = 72 / 96  # points of a pixel at 100 %
_DRAWN = frozenset({FileKind.PDF, FileKind.IMAGE})
_NO_PAGE = {FileKind.PROGRAM: Fault.PROGRAM, FileKind.UNKNOWN: Fault.UNKNOWN}


@record
class Wish:
    """One page wanted: the document, the page from 0, pixels wide or pixels for each point."""

    document: Document
    page: int
    width: int
    scale: float = 0.0


@record
class Page:
    """One page to show: its picture or its text, how many there are; or the fault.

    Args:
        image: pixels; none where it is text.
        pages: how many the file has.
        natural_width: pixels wide at 100 %.
        fault: why there is none.
        kind: what the file is by its content.
        text: the words of the page, where it is text.
    """

    image: QImage
    pages: int = 1
    natural_width: float = 0.0
    fault: Fault = Fault.NONE
    kind: FileKind = FileKind.UNKNOWN
    text: str = ""


class Previews:
    """Makes pages; keeps the last ones and one temporary file.

    Args:
        vault: content of the documents.
        child: renders pages and pictures.
        texts: reads the text of office files.
    """

    def __init__(
        self, vault: Vault, child: PageChild | None = None, texts: TextChild | None = None
    ) -> None:
        self._vault = vault
        self._child = child or PageChild()
        self._reader = texts or TextChild(_TEXT_LIMIT)
        self._turn = Lock()
        self._interrupts = 0
        self._pages: OrderedDict[tuple[str, int, int, float], Page] = OrderedDict()
        self._texts: OrderedDict[str, ExtractedText] = OrderedDict()
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._copied: tuple[str, Path, FileKind] | None = None

    def known(self, wish: Wish) -> Page | None:
        """Return a page that was made before, at once."""
        return self._pages.get(_key(wish))

    def make(self, wish: Wish, progress: Progress) -> Page:
        """Return a page; waits for disk and child, so it is called in a thread.

        Raises:
            CchcError: the content is not there or is damaged.
            CancelledError: another page is wanted meanwhile.
        """
        with self._turn:
            kind, path = self._copy(wish.document, progress)
            progress.step(0, 0)
            page = self._made(kind, path, wish)
            progress.step(0, 0)  # an answer of a child that was interrupted says nothing
            if page.fault is Fault.NONE:
                self._keep(wish, page)
            return page

    def thumbnail(self, document: Document, width: int, progress: Progress) -> QImage:
        """Return a small first page, null where there is none; called in a thread.

        Raises:
            CchcError: the content is not there or is damaged.
        """
        if document.size > _MOST_SMALL:
            return QImage()
        with self._turn:
            kind = kind_of_bytes(next(self._vault.chunks(document.sha256), b"")[:HEAD])
            if kind not in _DRAWN:
                return QImage()
            try:
                path = self._written(document, f"{document.sha256[:32]}.small", progress)
            except OSError:  # no room: then without
                return QImage()
            page = self._drawn(path, Wish(document, 0, width), kind)
            with suppress(OSError):
                path.unlink()
            progress.step(0, 0)
            return page.image

    def find(
        self, document: Document, words: str, progress: Progress, first: int = 0
    ) -> tuple[FoundPlace, ...]:
        """Return where words stand in a document; called in a thread.

        In a text a place has no boxes: who shows it finds the words again. Of a PDF the ``first``
        pages are looked through, all where it is 0.

        Raises:
            CchcError: the content is not there or is damaged.
        """
        with self._turn:
            kind, path = self._copy(document, progress)
            if kind is FileKind.PDF and path is not None:
                wanted = PageRequest(str(path), 0, 0, words=words, first=first)
                return self._found(wanted, progress)
            if path is None or kind is FileKind.IMAGE:
                return ()
            pages = self._text(path, document.sha256).pages
            return tuple(
                FoundPlace(number, ())
                for number, page in enumerate(pages)
                for _ in found_in(page[:_MOST_TEXT], words)
            )

    def _found(self, wanted: PageRequest, progress: Progress) -> tuple[FoundPlace, ...]:
        """Ask again where a page that was given up took the child along."""
        found: tuple[FoundPlace, ...] = ()
        for _ in range(_TRIES):
            before = self._interrupts
            found = self._child.find(wanted)
            if found or before == self._interrupts:
                break
            progress.step(0, 0)
        return found

    def interrupt(self) -> None:
        """Give up the page that is being made."""
        self._interrupts += 1
        if self._turn.locked():
            self._child.interrupt()
            self._reader.interrupt()

    def stop(self) -> None:
        """End the children and remove the temporary file."""
        self._child.stop()
        self._reader.interrupt()
        with self._turn:
            self._reader.stop()
            self._copied = None
            if self._folder is not None:
                self._folder.cleanup()
            self._folder = None

    def _made(self, kind: FileKind, path: Path | None, wish: Wish) -> Page:
        if path is None:
            return Page(QImage(), fault=_NO_PAGE[kind], kind=kind)
        return self._drawn(path, wish, kind) if kind in _DRAWN else self._read(path, wish, kind)

    def _drawn(self, path: Path, wish: Wish, kind: FileKind) -> Page:
        answer = self._child.ask(PageRequest(str(path), wish.page, wish.width, wish.scale))
        if answer.fault is not Fault.NONE:
            return Page(QImage(), fault=answer.fault, kind=kind)
        image = QImage(
            answer.pixels, answer.width, answer.height, answer.stride, QImage.Format.Format_RGB32
        ).copy()
        return Page(image, answer.pages, answer.points / _DOT, kind=kind)

    def _read(self, path: Path, wish: Wish, kind: FileKind) -> Page:
        found = self._text(path, wish.document.sha256)
        if found.fault is not TextFault.NONE:
            return Page(QImage(), fault=Fault[found.fault.name], kind=kind)
        text = found.pages[min(wish.page, len(found.pages) - 1)][:_MOST_TEXT]
        return Page(QImage(), len(found.pages), kind=kind, text=text)

    def _text(self, path: Path, sha256: str) -> ExtractedText:
        if sha256 not in self._texts:
            found = self._reader.ask(path)
            if not found.pages:
                return found
            self._texts[sha256] = found
            while len(self._texts) > _KEPT_TEXTS:
                self._texts.popitem(last=False)
        return self._texts[sha256]

    def _copy(self, document: Document, progress: Progress) -> tuple[FileKind, Path | None]:
        """Return what a content is, and a copy of it where it can be shown."""
        if self._copied is not None and self._copied[0] == document.sha256:
            return self._copied[2], self._copied[1]
        chunks = self._vault.chunks(document.sha256)
        kind = kind_of_bytes(next(chunks, b"")[:HEAD])
        if kind in _NO_PAGE:
            for _ in chunks if document.size <= _MOST_SMALL else ():
                progress.step(0, 0)  # a damaged content says so at its end
            return kind, None
        before = self._copied
        self._copied = None
        try:
            path = self._written(document, f"{document.sha256[:32]}.bin", progress)
        except OSError as error:
            raise CchcError(
                "Máy không đủ chỗ tạm để mở xem trước tài liệu này.",
                "Xóa bớt tệp trên ổ đĩa của Windows rồi thử lại.",
            ) from error
        if before is not None:
            with suppress(OSError):
                before[1].unlink()
        self._copied = (document.sha256, path, kind)
        return kind, path

    def _written(self, document: Document, name: str, progress: Progress) -> Path:
        """Write a content to the temporary folder; on a full disk nothing of it stays."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="cchc-", ignore_cleanup_errors=True)
        path = Path(self._folder.name) / name
        done = 0
        try:
            with path.open("wb") as file:
                for data in self._vault.chunks(document.sha256):
                    file.write(data)
                    done += len(data)
                    progress.step(done, document.size)
        except BaseException:
            with suppress(OSError):
                path.unlink()
            raise
        return path

    def _keep(self, wish: Wish, page: Page) -> None:
        self._pages[_key(wish)] = page
        self._pages.move_to_end(_key(wish))
        while len(self._pages) > _KEPT:
            self._pages.popitem(last=False)


def _key(wish: Wish) -> tuple[str, int, int, float]:
    return (wish.document.sha256, wish.page, 0 if wish.scale else wish.width, wish.scale)
