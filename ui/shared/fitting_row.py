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

    def give_way(self, pieces: Sequence[QWidget]) -> None:
        """Say which pieces hide where there is no room, the first one first."""
        self._giving_way = tuple(pieces)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        hints = [piece.sizeHint().width() + self._box.spacing() for piece in self._giving_way]
        hidden = [piece.isHidden() for piece in self._giving_way]
        rest = self._box.sizeHint().width() - sum(
            hint for hint, is_hidden in zip(hints, hidden, strict=True) if not is_hidden
        )
        room = self.width() - rest
        for number, piece in enumerate(self._giving_way):
            piece.setVisible(sum(hints[number:]) <= room)
