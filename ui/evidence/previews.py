"""Pages for the preview: content to a temporary file, then pixels, off the UI thread."""

import tempfile
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageReader

from cchc_desktop.domain.evidence import Document
from cchc_desktop.progress import Progress
from cchc_desktop.store import Vault
from ui.evidence.kinds import Kind, kind_of
from ui.evidence.preview_child import PageChild
from ui.evidence.preview_wire import Fault, PageRequest

_KEPT = 6
_MOST_IMAGE = 8_000  # pixels of an edge
_IMAGE_MEMORY = 256  # MB that one picture may take while it is read
_FORMATS = frozenset({b"png", b"jpeg", b"jpg", b"bmp", b"gif", b"webp", b"tiff", b"tif"})
_DOT = 72 / 96  # points of a pixel at 100 %


@dataclass(frozen=True, slots=True)
class Wish:
    """One page wanted: the document, the page from 0, pixels wide or pixels for each point."""

    document: Document
    page: int
    width: int
    scale: float = 0.0


@dataclass(frozen=True, slots=True)
class Page:
    """One page to show: its picture, how many there are, its width at 100 %; or the fault."""

    image: QImage
    pages: int = 1
    natural_width: float = 0.0
    fault: Fault = Fault.NONE


class Previews:
    """Makes pages; keeps the last ones and one temporary file.

    Args:
        vault: content of the documents.
        child: renders pages of PDF files.
    """

    def __init__(self, vault: Vault, child: PageChild | None = None) -> None:
        self._vault = vault
        self._child = child or PageChild()
        self._turn = Lock()
        self._pages: OrderedDict[tuple[str, int, int, float], Page] = OrderedDict()
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._copied: tuple[str, Path] | None = None

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
            path = self._copy(wish.document, progress)
            progress.step(0, 0)
            is_pdf = kind_of(wish.document.name) is Kind.PDF
            page = self._pdf(path, wish) if is_pdf else read_image(path, wish)
            progress.step(0, 0)  # an answer of a child that was interrupted says nothing
            if page.fault is Fault.NONE:
                self._keep(wish, page)
            return page

    def interrupt(self) -> None:
        """Give up the page that is being made."""
        if self._turn.locked():
            self._child.interrupt()

    def stop(self) -> None:
        """End the child and remove the temporary file."""
        self._child.stop()
        with self._turn:
            self._copied = None
            if self._folder is not None:
                self._folder.cleanup()
            self._folder = None

    def _pdf(self, path: Path, wish: Wish) -> Page:
        answer = self._child.ask(PageRequest(str(path), wish.page, wish.width, wish.scale))
        if answer.fault is not Fault.NONE:
            return Page(QImage(), fault=answer.fault)
        image = QImage(
            answer.pixels, answer.width, answer.height, answer.stride, QImage.Format.Format_RGB32
        ).copy()
        return Page(image, answer.pages, answer.points / _DOT)

    def _copy(self, document: Document, progress: Progress) -> Path:
        if self._copied is not None and self._copied[0] == document.sha256:
            return self._copied[1]
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="cchc-", ignore_cleanup_errors=True)
        before = self._copied
        self._copied = None
        path = Path(self._folder.name) / f"{document.sha256[:32]}.bin"
        done = 0
        with path.open("wb") as file:
            for data in self._vault.chunks(document.sha256):
                file.write(data)
                done += len(data)
                progress.step(done, document.size)
        if before is not None:
            with suppress(OSError):
                before[1].unlink()
        self._copied = (document.sha256, path)
        return path

    def _keep(self, wish: Wish, page: Page) -> None:
        self._pages[_key(wish)] = page
        self._pages.move_to_end(_key(wish))
        while len(self._pages) > _KEPT:
            self._pages.popitem(last=False)


def read_image(path: Path, wish: Wish) -> Page:
    """Return a picture, made smaller while it is read where it is larger than wanted."""
    QImageReader.setAllocationLimit(_IMAGE_MEMORY)
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if reader.format().data() not in _FORMATS:  # a drawing (svg) could name other files
        return Page(QImage(), fault=Fault.DAMAGED)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(_fitted(size, wish))
    image = reader.read()
    if image.isNull():
        is_huge = size.isValid() and size.width() * size.height() * 4 > _IMAGE_MEMORY * 1024**2
        return Page(QImage(), fault=Fault.HUGE if is_huge else Fault.DAMAGED)
    natural = size.width() if size.isValid() else image.width()
    return Page(image, 1, float(natural))


def _fitted(size: QSize, wish: Wish) -> QSize:
    wide = wish.scale * _DOT * size.width() if wish.scale else float(wish.width)
    share = min(1.0, wide / size.width(), _MOST_IMAGE / max(size.width(), size.height()))
    return QSize(max(1, round(size.width() * share)), max(1, round(size.height() * share)))


def _key(wish: Wish) -> tuple[str, int, int, float]:
    return (wish.document.sha256, wish.page, 0 if wish.scale else wish.width, wish.scale)
