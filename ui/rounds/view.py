"""The table of rounds: one painter for whole rows, ticks by Space or mouse, the total below."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from cchc_desktop.overriding import override
from ui.rounds.columns import NUMBERS, Column, width_of
from ui.rounds.model import RoundsModel
from ui.rounds.row_paint import RowPainter, RowState
from ui.shared.numerals import codes_width
from ui.shared.row_tree import RowTree
from ui.shared.rows import RULE, TOTAL, Index, paint_foot
from ui.shared.titles import LEFT, PAD, RIGHT, Titles
from ui.shared.workplace import WidthClass

_LEAST_CODE = 44


class RoundsView(RowTree[Column]):
    """The table; keys that it does not use itself go out by ``keyed``.

    Args:
        model: the lines.
        parent: the widget it lies in.
    """

    chosen = Signal(str)  # another criterion is current
    tick_asked = Signal(str)  # the box of a criterion was clicked

    def __init__(self, model: RoundsModel, parent: QWidget | None = None) -> None:
        super().__init__("So vòng", Column, parent)
        self._lines = model
        self._painter = RowPainter()
        self.setModel(model)
        titles = Titles(self, lambda column: RIGHT if column in NUMBERS else LEFT)
        self.setHeader(titles)
        titles.stretch_only(Column.NAME)

    @property
    def current(self) -> str:
        """The criterion that is current, "" where there is none."""
        line = self._lines.line_at(self.currentIndex())
        return line.key if line is not None and line.row is not None else ""

    def go(self, node: str) -> bool:
        """Make a criterion current and visible; return whether it shows at all."""
        return self.choose(self._lines.index_of(node, Column.CODE))

    def set_width_class(self, width: WidthClass) -> None:
        """Show the columns of a width class and of the rounds of the assessment."""
        ledger = self._lines.ledger
        rounds = ledger.near if width is WidthClass.NARROW else ledger.rounds
        for column in Column:
            pixels = width_of(column, width, rounds)
            self.setColumnHidden(column, not pixels and column is not Column.NAME)
            if pixels:
                self.setColumnWidth(column, pixels)
        self.fit_codes()

    def fit_codes(self) -> None:
        """Give the codes as much room as the longest one needs."""
        codes = (row.criterion.code for row in self._lines.ledger.rows.values())
        self.setColumnWidth(Column.CODE, codes_width(codes, _LEAST_CODE, PAD))
        self.forget_spans()
        self.placed.emit()

    @override
    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index, /) -> None:
        line = self._lines.line_at(index)
        row = self.whole(options)
        if line is None or line.row is None:
            if line is not None:
                self._painter.paint_group(painter, row, line)
            return
        is_current = line.key == self.current
        state = RowState(is_current, line.key in self._lines.ticked, is_current and self.hasFocus())
        found = (line.row, state)
        self._painter.paint_row(painter, row, self.spans, self._lines.ledger, found)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        self.forget_spans()
        super().paintEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = self._lines.line_at(index)
        if line is not None and line.row is not None and index.column() == Column.TICK:
            self.tick_asked.emit(line.key)

    @override
    def hint(self, index: QModelIndex) -> str:
        """Return the tooltip of a cell: a name that is cut."""
        line = self._lines.line_at(index)
        if line is None or line.row is None or index.column() != Column.NAME:
            return ""
        name = line.row.criterion.name
        return "" if self._painter.name_fits(name, self.columnWidth(Column.NAME)) else name

    @override
    def renew_painter(self) -> None:
        self._painter = RowPainter()

    @override
    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        if self.current and not self._lines.is_moving:
            self.chosen.emit(self.current)


class TotalRow(QWidget):
    """Totals of every round, pinned under the table in the same columns.

    Args:
        model: the lines.
        view: the table.
        parent: the widget it lies in.
    """

    def __init__(self, model: RoundsModel, view: RoundsView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._view = model, view
        self._painter = RowPainter()
        self.setFixedHeight(TOTAL + RULE)
        model.dataChanged.connect(self.show_totals)
        view.placed.connect(self.update)
        self.show_totals()

    def show_totals(self) -> None:
        """Show the totals as they stand."""
        words = self._model.ledger.denominators()
        self.setAccessibleName(self._model.ledger.total(Column.NAME))
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        row = paint_foot(painter, self)
        self._painter.paint_total(painter, row, self._view.spans, self._model.ledger)
        painter.end()
