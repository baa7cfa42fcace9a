"""Places of words in the document that shows: found in a thread, walked through with F3."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, Signal

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Document
from cchc_desktop.exchange.page_wire import FoundPlace
from ui.evidence.find_bar import FindBar
from ui.evidence.previews import Previews
from ui.shared.jobs import Job, run_beside

MOST_PLACES = 500


class Finding(QObject):
    """Searches for what the bar says.

    Args:
        previews: who reads documents.
        bar: where the words are typed.
        document: the document that shows.
        parent: its owner.
    """

    gone_to = Signal(int)  # the page of the current place
    marked = Signal()  # other places, or another one is current

    def __init__(
        self,
        previews: Previews,
        bar: FindBar,
        document: Callable[[], Document | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._previews, self._bar, self._document = previews, bar, document
        self._job: Job | None = None
        self._asked = ("", "")
        self._at = -1
        self._first_page = 0
        self.places: tuple[FoundPlace, ...] = ()
        bar.words_changed.connect(lambda _: self.search())
        bar.stepped.connect(self.step)
        bar.closed.connect(self.clear)

    @property
    def is_busy(self) -> bool:
        """Whether it is looking."""
        return self._job is not None or self._bar.is_waiting

    def search(self, page: int = -1) -> None:
        """Look for the words of the bar in the document that shows.

        Args:
            page: where reading goes on; -1 keeps what it was.
        """
        self._first_page = page if page >= 0 else self._first_page
        document = self._document()
        wanted = (document.sha256 if document else "", self._bar.words)
        if page >= 0 and wanted == self._asked:
            self._choose()
        if self._job is not None or wanted == self._asked:
            return
        self._asked = wanted
        self.places, self._at = (), -1
        if document is None or not self._bar.words:
            self._tell()
            return
        self._bar.tell_busy()
        job = self._job = run_beside(self._previews.find, document, self._bar.words)
        job.done.connect(self._found)
        job.failed.connect(self._failed)
        job.ended.connect(self._ended)

    def step(self, by: int) -> None:
        """Go to the next place (1) or the one before (-1), around the ends."""
        if self.places:
            self._at = (self._at + by) % len(self.places)
            self._tell()
            self.gone_to.emit(self.places[self._at].page)

    def clear(self) -> None:
        """Forget the places."""
        self._asked = ("", "")
        self.places, self._at = (), -1
        self._tell()

    def reset(self) -> None:
        """Another document shows: look for the same words in it."""
        self.places, self._at, self._first_page = (), -1, 0
        self._asked = ("", "")
        if self._bar.words:
            self.search(0)

    def boxes(self, page: int) -> tuple[list[QRectF], list[QRectF]]:
        """Return the boxes of all places of a page, and of the current one."""
        every = [_rect(box) for each in self.places if each.page == page for box in each.boxes]
        current = self.places[self._at] if self._at >= 0 else None
        shows = current is not None and current.page == page
        return every, [_rect(box) for box in current.boxes] if current and shows else []

    def number_on(self, page: int) -> int:
        """Return which of a page's places is current, -1 where it is none of them."""
        if self._at < 0 or self.places[self._at].page != page:
            return -1
        return sum(each.page == page for each in self.places[: self._at])

    def stop(self) -> None:
        """Give up."""
        if self._job is not None:
            self._previews.interrupt()
            self._job.wait()

    def _found(self, places: tuple[FoundPlace, ...]) -> None:
        document = self._document()
        if document is None or document.sha256 != self._asked[0]:
            return
        self.places = places
        self._choose()

    def _choose(self) -> None:
        """Go to the first place from the page on where reading goes on."""
        later = (at for at, place in enumerate(self.places) if place.page >= self._first_page)
        self._at = next(later, 0) if self.places else -1
        self._tell()
        if self.places:
            self.gone_to.emit(self.places[self._at].page)

    def _failed(self, _error: CchcError) -> None:
        self._tell()

    def _ended(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
        self._job = None
        document = self._document()
        if (document.sha256 if document else "", self._bar.words) != self._asked:
            self.search()

    def _tell(self) -> None:
        self._bar.tell(self._at, len(self.places), is_full=len(self.places) >= MOST_PLACES)
        self.marked.emit()


def _rect(box: tuple[float, float, float, float]) -> QRectF:
    left, top, right, bottom = box
    return QRectF(left, top, right - left, bottom - top)
