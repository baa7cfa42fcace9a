"""The page of a paper whose numbers lead back to their criteria."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from cchc_desktop.overriding import override
from cchc_desktop.reports.origins import Source
from cchc_desktop.reports.spots import Spot
from ui.reports.source_card import SourceCard
from ui.shared.page_view import PageView


class PaperView(PageView):
    """Shows a page; a click or Tab on a number opens the card of its source."""

    went = Signal(str)  # id of the criterion to go to, "" for the whole sheet

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spots: tuple[Spot, ...] = ()
        self._paper_size = (1.0, 1.0)
        self._at = -1
        self.explain: Callable[[Spot], Source] | None = None
        self.card = SourceCard(self.viewport())
        self.card.went.connect(self._go)
        self.viewport().setMouseTracking(True)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._place_card)

    @property
    def spot(self) -> Spot | None:
        """The number whose card is open."""
        return self._spots[self._at] if 0 <= self._at < len(self._spots) else None

    def show_spots(self, spots: Sequence[Spot], size: tuple[float, float]) -> None:
        """Take the numbers of the page that shows, from top to bottom.

        Args:
            spots: the numbers.
            size: width and height of the page, in points.
        """
        kept = self.spot
        self._spots, self._paper_size = tuple(spots), size
        self._choose(self._spots.index(kept) if kept in self._spots else -1)

    def choose(self, spot: Spot) -> None:
        """Open the card of a number of this page."""
        self._choose(self._spots.index(spot))

    def spot_rect(self, spot: Spot) -> QRectF:
        """Return where a number lies in the viewport."""
        sheet, share = self.sheet(), self._share(spot)
        left, top = share.x() * sheet.width(), share.y() * sheet.height()
        size = QSizeF(share.width() * sheet.width(), share.height() * sheet.height())
        return QRectF(QPointF(sheet.left() + left, sheet.top() + top), size)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        found = self._spot_at(event.position())
        shape = Qt.CursorShape.PointingHandCursor if found >= 0 else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self._spot_at(event.position()))

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        spot = self.spot
        if spot is not None and arg__1.key() == Qt.Key.Key_Escape:
            self._choose(-1)
        elif spot is not None and arg__1.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go(self.card.criterion)
        else:
            super().keyPressEvent(arg__1)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Step through the numbers of the page; past the last one Tab goes on."""
        at = self._at + (1 if next else -1)
        if self._spots and 0 <= at < len(self._spots):
            self._choose(at)
            return True
        self._choose(-1)
        return super().focusNextPrevChild(next)

    @override
    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        super().resizeEvent(arg__1)
        self._place_card()

    def _share(self, spot: Spot) -> QRectF:
        """Return where a number lies as shares of the page."""
        wide, tall = self._paper_size
        left, top, width, height = spot.box
        return QRectF(left / wide, top / tall, width / wide, height / tall)

    def _spot_at(self, point: QPointF) -> int:
        rects = [self.spot_rect(spot) for spot in self._spots]
        return next((n for n, rect in enumerate(rects) if rect.contains(point)), -1)

    def _choose(self, at: int) -> None:
        self._at = at
        spot = self.spot
        if spot is None or self.explain is None:
            self.card.hide()
            self.mark((), ())
            self.setAccessibleDescription("")
        else:
            source = self.explain(spot)
            self.card.show_source(spot.text, source)
            self.setAccessibleDescription(self.card.accessibleName())
            share = self._share(spot)
            self.mark((share,), (share,))
            self._place_card()

    def _place_card(self) -> None:
        spot = self.spot
        if spot is not None:
            self.card.stand_at(self.spot_rect(spot).toAlignedRect())

    def _go(self, criterion: str) -> None:
        self._choose(-1)
        self.went.emit(criterion)
