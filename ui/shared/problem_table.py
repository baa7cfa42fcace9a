"""What is wrong in a file, as a list: line, place, sentence."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from cchc_desktop.exchange.problems import Problem
from cchc_desktop.overriding import override
from ui.shared import theme

_HEADINGS = ("Dòng", "Chỗ", "Điều cần xem")
_WIDTHS = (64, 232)
_ROW = 26
_MOST_WRAPPED = 200  # more rows are not measured one by one
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class ProblemModel(QAbstractTableModel):
    """Problems as rows; they never change."""

    def __init__(self, problems: Sequence[Problem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems = problems

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._problems)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_HEADINGS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        problem = self._problems[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (str(problem.line), problem.place, problem.sentence)[index.column()]
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return problem.words
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def problem_table(problems: Sequence[Problem], height: int) -> QTableView:
    """Return the list of problems, ready to be laid out.

    Args:
        problems: what is wrong.
        height: height of the list in pixels.
    """
    table = QTableView()
    table.setProperty("kind", "problems")
    table.setAccessibleName("Các điều cần xem trong tệp")
    table.setFont(theme.font("small"))
    table.setFixedHeight(height)
    table.setModel(ProblemModel(problems, table))
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW)
    header = table.horizontalHeader()
    header.setFont(theme.font("small", 500))
    header.setHighlightSections(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    header.setStretchLastSection(True)
    for column, width in enumerate(_WIDTHS):
        header.resizeSection(column, width)
    if len(problems) <= _MOST_WRAPPED:
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table
