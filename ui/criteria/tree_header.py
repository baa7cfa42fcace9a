"""The head of the tree: every word stands above the words of its column."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from cchc_desktop.overriding import override
from ui.criteria.columns import Column
from ui.shared import theme

_PADDING = 8  # of the style sheet; names begin at the very edge of their column


class CriteriaHeader(QHeaderView):
    """Columns of fixed width; the name takes the rest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFont(theme.font("small", 500))
        self.setHighlightSections(False)
        self.setMinimumSectionSize(20)
        self.setStretchLastSection(False)
        self.setSectionsMovable(False)
        self.setSectionsClickable(False)

    def fix_columns(self) -> None:
        """Let the name take what the other columns leave; the model must be set."""
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        shift = _PADDING if logicalIndex == Column.NAME else 0
        super().paintSection(painter, rect.adjusted(-shift, 0, 0, 0), logicalIndex)
