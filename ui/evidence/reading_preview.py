"""A preview to read from: wide, named at the left of its bar, guessed words marked on page 1."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QSizePolicy

from cchc_desktop.domain.evidence import Document
from cchc_desktop.overriding import override
from cchc_desktop.progress import Progress
from ui.evidence.full_preview import FullPreview
from ui.evidence.kinds import kind_of
from ui.evidence.preview import Preview
from ui.evidence.previews import Page, Previews, Wish
from ui.shared.frames import box_of
from ui.shared.icons import IconLabel
from ui.shared.jobs import Job, run_beside
from ui.shared.labels import ElidedLabel, label

Wanted = tuple[tuple[int, tuple[str, ...]], ...]
Tied = tuple[tuple[int, QRectF], ...]


class ReadingPreview(Preview):
    """Shows one document of several.

    Args:
        previews: makes the pages.
    """

    def __init__(self, previews: Previews) -> None:
        self._wanted: Wanted = ()
        self._tied: Tied = ()
        self._tying: tuple[Job, str, Wanted] | None = None
        super().__init__(previews)
        self._bar.set_tight(is_tight=True)
        self._bar.setFixedHeight(36)
        self._file_icon = IconLabel("file", "text2")
        self._name = ElidedLabel("", "body", 600)
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._place = label("", "small", tone="text3")
        self.full_asked.connect(self._show_full)
        box = box_of(self._bar)
        box.insertWidget(0, self._file_icon)
        box.insertSpacing(1, 4)
        box.insertWidget(2, self._name)
        box.insertSpacing(3, 4)
        box.insertWidget(4, self._place)
        box.insertSpacing(5, 8)
        box.insertStretch(6, 100)

    @property
    def tied(self) -> tuple[int, ...]:
        """The numbers of the words that are marked on the first page."""
        return tuple(number for number, _ in self._tied)

    @property
    @override
    def is_busy(self) -> bool:
        return super().is_busy or self._tying is not None

    def show_file(self, document: Document | None, place: str) -> None:
        """Show a document, and say which of several it is."""
        self._wanted, self._tied = (), ()
        if document is not None:
            self._file_icon.set_icon(kind_of(document.name).icon, "text2")
            self._name.setText(document.name)
            self._place.setText(place)
        self.show_document(document)

    def tie(self, wanted: Sequence[tuple[int, tuple[str, ...]]]) -> None:
        """Mark words of the first page, each with its number, once the page shows.

        Args:
            wanted: a number, and the ways in which the words may be written.
        """
        if tuple(wanted) != self._wanted:
            self._wanted, self._tied = tuple(wanted), ()
            self._look()

    @override
    def rest(self) -> None:
        super().rest()
        if self._tying is not None:
            self._tying[0].wait()

    @override
    def _show(self, wish: Wish, page: Page) -> None:
        super()._show(wish, page)
        self._look()

    @override
    def _mark(self) -> None:
        super()._mark()
        self.view.number(self._tied if self._shown is not None and self._shown.page == 0 else ())

    def _look(self) -> None:
        """Look for the words in a thread, after the page itself."""
        document = self.document
        is_shown = document is not None and self._pages > 0 and not self._tied
        if document is None or not is_shown or not self._wanted or self._tying is not None:
            return
        job = run_beside(places_of, self.previews, document, self._wanted)
        self._tying = (job, document.sha256, self._wanted)
        job.done.connect(self._take_tied)
        job.ended.connect(self._end_tying)

    def _take_tied(self, found: Tied) -> None:
        document = self.document
        asked = self._tying[1:] if self._tying is not None else None
        if document is not None and asked == (document.sha256, self._wanted):
            self._tied = found
            self._mark()

    def _end_tying(self) -> None:
        before, self._tying = self._tying, None
        if before is None:
            return
        before[0].deleteLater()
        now = self.document.sha256 if self.document is not None else ""
        if before[1:] != (now, self._wanted):
            self._look()

    def _show_full(self) -> None:
        if self.document is not None:
            full = FullPreview(self.previews, self.document, self.page, self)
            full.left.connect(self.go_to)
            full.showFullScreen()


def places_of(previews: Previews, document: Document, wanted: Wanted, progress: Progress) -> Tied:
    """Return where words stand on the first page of a document, as shares of it; waits."""
    found = []
    for number, ways in wanted:
        for words in ways:
            progress.step(0, 0)
            places = previews.find(document, words, progress, first=1)
            boxes = [QRectF(a, b, c - a, d - b) for a, b, c, d in places[0].boxes] if places else []
            if boxes:
                found += [(number, boxes[0])]
                break
    return tuple(found)
