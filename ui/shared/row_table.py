"""A table whose delegate paints every cell: rows of one height, chosen whole, nothing else."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from ui.shared.rows import ROW, SELECT_ROW


class RowTable(QTableView):
    """The table; a subclass gives it model, delegate and head.

    Args:
        name: accessible name.
        parent: the widget it lies in.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(ROW)
        self.verticalHeader().setDefaultSectionSize(ROW)

    def choose(self, index: QModelIndex) -> bool:
        """Make a row current and visible; return whether there is one."""
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, SELECT_ROW)
            self.scrollTo(index)
        return index.isValid()
