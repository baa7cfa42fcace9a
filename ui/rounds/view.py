"""The table of rounds: one painter for whole rows, ticks by Space or mouse, the total below."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
    QWidget,
)

from cchc_desktop.overriding import override
from ui.rounds.columns import NUMBERS, TITLES, Column, width_of
from ui.rounds.model import Index, RoundsModel
from ui.rounds.row_paint import PAD, RowPainter, RowState, Span
from ui.shared import theme
from ui.shared.numerals import codes_width
from ui.shared.workplace import WidthClass

ROW = 26
TOTAL = 28
_RULE = 3  # a double rule above the total
_LEAST_CODE = 44
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class RowHeight(QStyledItemDelegate):
    """Rows of one height; the view itself paints them."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        return QSize(40, ROW)


class RoundsHeader(QHeaderView):
    """Column titles, aligned as the cells below them.

    Args:
        parent: the table.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName("Tên cột")

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int, /) -> None:
        column = Column(logicalIndex)
        side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
        painter.save()
        painter.fillRect(rect, theme.color("surface"))
        line = QRectF(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, theme.color("line2"))
        painter.setFont(theme.font("small", 500))
        painter.setPen(theme.color("text3"))
        cell = rect.adjusted(PAD, 0, -PAD, -1)
        painter.drawText(cell, side | Qt.AlignmentFlag.AlignVCenter, TITLES[column])
        painter.restore()


class RoundsView(QTreeView):
    """The table; keys that it does not use itself go out by ``keyed``.

    Args:
        model: the lines.
        parent: the widget it lies in.
    """

    keyed = Signal(object)  # QKeyEvent; accepted where somebody used it
    chosen = Signal(str)  # another criterion is current
    tick_asked = Signal(str)  # the box of a criterion was clicked
    placed = Signal()  # columns lie elsewhere now

    def __init__(self, model: RoundsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self._painter = RowPainter()
        self._spans: tuple[Span, ...] = ()
        self.setModel(model)
        self.setItemDelegate(RowHeight(self))
        self._set_up()
        theme.switch.switched.connect(self._rebuild)

    @property
    def current(self) -> str:
        """The criterion that is current, "" where there is none."""
        line = self._lines.line_at(self.currentIndex())
        return line.key if line is not None and line.row is not None else ""

    @property
    def spans(self) -> tuple[Span, ...]:
        """The visible columns with left edge and width, looked up once a painting."""
        if not self._spans:
            self._spans = tuple(
                (column, float(self.columnViewportPosition(column)), float(width))
                for column in Column
                if (width := self.columnWidth(column)) and not self.isColumnHidden(column)
            )
        return self._spans

    def go(self, node: str) -> bool:
        """Make a criterion current and visible; return whether it shows at all."""
        index = self._lines.index_of(node, Column.CODE)
        if not index.isValid():
            return False
        self.selectionModel().setCurrentIndex(index, _SELECT)
        self.scrollTo(index)
        return True

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
        self._spans = ()
        self.placed.emit()

    @override
    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index, /) -> None:
        line = self._lines.line_at(index)
        row = QRectF(options.rect)
        row.setLeft(0)
        row.setWidth(self.viewport().width())
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
        self._spans = ()
        super().paintEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        event.ignore()
        self.keyed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)
            self.scrollTo(self.currentIndex())  # a press of the mouse alone moves no row

    @override
    def keyboardSearch(self, search: str, /) -> None:
        """Letters do not jump about: digits are points, and Ctrl+F searches."""

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = self._lines.line_at(index)
        if line is not None and line.row is not None and index.column() == Column.TICK:
            self.tick_asked.emit(line.key)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def viewportEvent(self, event: QEvent, /) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            QToolTip.showText(event.globalPos(), self.hint(index), self.viewport())
            return True
        return super().viewportEvent(event)

    def hint(self, index: QModelIndex) -> str:
        """Return the tooltip of a cell: a name that is cut."""
        line = self._lines.line_at(index)
        if line is None or line.row is None or index.column() != Column.NAME:
            return ""
        name = line.row.criterion.name
        return "" if self._painter.name_fits(name, self.columnWidth(Column.NAME)) else name

    @override
    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: Index, /
    ) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if self.current and not self._lines.is_moving:
            self.chosen.emit(self.current)

    @override
    def updateGeometries(self, /) -> None:
        super().updateGeometries()
        self._spans = ()
        self.placed.emit()

    def _set_up(self) -> None:
        self.setAccessibleName("So vòng")
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        header = RoundsHeader(self)
        self.setHeader(header)
        header.setFixedHeight(28)
        header.setMinimumSectionSize(20)
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _rebuild(self) -> None:
        self._painter = RowPainter()
        self.viewport().update()


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
        self.setFixedHeight(TOTAL + _RULE)
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
        painter.fillRect(self.rect(), theme.color("surface"))
        for top in (0, 2):
            painter.fillRect(QRectF(0, top, self.width(), 1), theme.color("inputline"))
        row = QRectF(0, _RULE, self.width(), TOTAL)
        self._painter.paint_total(painter, row, self._view.spans, self._model.ledger)
        painter.end()
