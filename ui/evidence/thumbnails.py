"""Small pictures of first pages for a list: made while nobody waits, the last ones kept."""

from collections import OrderedDict

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Document
from ui.evidence.previews import Previews
from ui.shared.jobs import Job, run_beside
from ui.shared.timers import later

WIDTH, HEIGHT = 26, 36
_PIXELS = 68  # two for each pixel of the widest place they stand in, the strip of files
MOST_KEPT = 300
_MOST_WAITING = 40
_MOST_TRIES = 2  # one may be given up for a page that somebody waits for
_REST = 600  # milliseconds in which nobody looks at another list


class Thumbnails(QObject):
    """Makes one after the other, with the child of the preview.

    Args:
        previews: makes pages.
        parent: the list.
    """

    made = Signal(str)  # hash of the content

    def __init__(self, previews: Previews, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._previews = previews
        self._kept: OrderedDict[str, QImage] = OrderedDict()
        self._tries: dict[str, int] = {}
        self._waiting: OrderedDict[str, Document] = OrderedDict()
        self._job: Job | None = None
        self._rest = later(self, _REST, self._next)

    @property
    def is_busy(self) -> bool:
        """Whether one is being made, or waits."""
        return self._job is not None or self._rest.isActive()

    def image_of(self, document: Document) -> QImage | None:
        """Return a small first page; None where there is none yet, which is then made."""
        sha256 = document.sha256
        if sha256 in self._kept:
            self._kept.move_to_end(sha256)
            return self._kept[sha256]
        if self._tries.get(sha256, 0) < _MOST_TRIES and sha256 not in self._waiting:
            self._waiting[sha256] = document
            while len(self._waiting) > _MOST_WAITING:
                self._waiting.popitem(last=False)  # it has left the screen
            if self._job is None:
                self._rest.start()
        return None

    def stop(self) -> None:
        """Make no more."""
        self._rest.stop()
        self._waiting.clear()
        if self._job is not None:
            self._job.wait()

    def _next(self) -> None:
        if self._job is not None or not self._waiting:
            return
        sha256, document = self._waiting.popitem()
        self._tries[sha256] = self._tries.get(sha256, 0) + 1
        job = self._job = run_beside(self._previews.thumbnail, document, _PIXELS)
        job.done.connect(lambda image: self._keep(sha256, image))
        job.failed.connect(self._failed)
        job.ended.connect(self._ended)

    def _keep(self, sha256: str, image: QImage) -> None:
        if not image.isNull():
            self._kept[sha256] = image
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
            self.made.emit(sha256)

    def _failed(self, _error: CchcError) -> None:
        """Say nothing: whoever opens the document is told."""

    def _ended(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        self._next()
