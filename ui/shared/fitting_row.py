"""A row that leaves out what it has no room for."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from cchc_desktop.overriding import override
from ui.shared.frames import Margins


class FittingRow(QFrame):
    """Pieces beside each other; what may give way is hidden, one after the other, until all fits.

    Args:
        height: pixels.
        margins: left, top, right, bottom.
        parent: the widget it lies in.
    """

    def __init__(self, height: int, margins: Margins, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surfacerow")
        self.setFixedHeight(height)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(*margins)
        self._box.setSpacing(8)
        self._giving_way: tuple[QWidget, ...] = ()
        self._instead: QWidget | None = None
        policy = self.sizePolicy()  # it gives way itself, whatever its pieces want
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.setSizePolicy(policy)

    def fill(self, left: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        """Put pieces to both ends of the row."""
        for piece in left:
            self._box.addWidget(piece)
        self._box.addStretch(1)
        for piece in right:
            self._box.addWidget(piece)

    def give_way(self, pieces: Sequence[QWidget], instead: QWidget | None = None) -> None:
        """Say which pieces hide where there is no room, the first one first.

        Args:
            pieces: what may give way.
            instead: a piece of the row that shows only while others give way, and leads to them.
        """
        self._giving_way, self._instead = tuple(pieces), instead
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = [piece for piece in (*self._giving_way, self._instead) if piece is not None]
        rest = sum(self._wide(piece) for piece in shown if not piece.isHidden())
        room = self.width() - (self._box.sizeHint().width() - rest)
        hints = [self._wide(piece) for piece in self._giving_way]
        is_whole = sum(hints) <= room
        if self._instead is not None:
            self._instead.setHidden(is_whole)
            room -= 0 if is_whole else self._wide(self._instead)
        for number, piece in enumerate(self._giving_way):
            piece.setVisible(sum(hints[number:]) <= room)

    def _wide(self, piece: QWidget) -> int:
        return piece.sizeHint().width() + self._box.spacing()
