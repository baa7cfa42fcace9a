"""A table of plain words to look through: what a step would do, line by line."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from cchc_desktop.records import record
from ui.shared import theme

_ROW = 26


@record
class Line:
    """One line: its cells, and whether the last one says that something is left to do."""

    cells: tuple[str, ...]
    is_open: bool = False


def plain_table(name: str, heads: Sequence[tuple[str, int]], lines: Sequence[Line]) -> QTableWidget:
    """Return a table that nobody edits.

    Args:
        name: accessible name.
        heads: words and width of each column; 0 takes what is left.
        lines: its lines.
    """
    table = QTableWidget(len(lines), len(heads))
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels([words for words, _ in heads])
    _dress(table)
    for column, (_, wide) in enumerate(heads):
        if wide:
            table.setColumnWidth(column, wide)
        else:
            stretch = QHeaderView.ResizeMode.Stretch
            table.horizontalHeader().setSectionResizeMode(column, stretch)
    for at, line in enumerate(lines):
        for column, text in enumerate(line.cells):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            if line.is_open and column == len(heads) - 1:
                item.setForeground(theme.color("opentext"))
            table.setItem(at, column, item)
    return table


def _dress(table: QTableWidget) -> None:
    head = table.horizontalHeader()
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    head.setFont(theme.font("small"))
    head.setHighlightSections(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW)
    table.setProperty("kind", "problems")
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setFont(theme.font("small"))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
