"""A table whose delegate paints every cell: rows of one height, chosen whole, nothing else."""

from collections.abc import Iterable

from PySide6.QtCore import QElapsedTimer, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from cchc_desktop.domain.text import fold
from cchc_desktop.overriding import override
from ui.shared.rows import ROW, SELECT_ROW, keep_in_sight


class RowTable(QTableView):
    """The table; a subclass gives it model, delegate and head.

    Args:
        name: accessible name.
        parent: the widget it lies in.
        named: the column of names; letters that are typed go to the next name with such a word.
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, named: int = 0) -> None:
        super().__init__(parent)
        self._named, self._typed, self._since = named, "", QElapsedTimer()
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

    def fit(self, widths: Iterable[int]) -> None:
        """Give every column its width; 0 takes what the others leave."""
        header = self.horizontalHeader()
        for column, width in enumerate(widths):
            mode = QHeaderView.ResizeMode.Fixed if width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)
            if width:
                header.resizeSection(column, width)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        keep_in_sight(self, event)

    @override
    def keyboardSearch(self, search: str) -> None:
        is_on = self._since.isValid() and not self._since.hasExpired(_pause())
        self._since.start()
        self._typed = self._typed + fold(search) if is_on else fold(search)
        at = self._next(self._typed)
        if at is None and is_on:  # a new word begins
            self._typed = fold(search)
            at = self._next(self._typed)
        if at is not None:
            self.choose(self.model().index(at, 0))

    def _next(self, typed: str) -> int | None:
        """Return the next row with a word that begins so; more letters may stay on their row."""
        model, start = self.model(), self.currentIndex().row() + (len(typed) == 1)
        for step in range(model.rowCount()):
            at = (max(0, start) + step) % model.rowCount()
            name = fold(str(model.index(at, self._named).data()))
            if f" {name}".find(f" {typed}") >= 0:
                return at
        return None


def _pause() -> int:
    return QGuiApplication.styleHints().keyboardInputInterval()
