"""The table of Tiến độ: rows, the axis in its head, and how it is sorted."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cchc_desktop.overriding import override
from ui.shared import theme
from ui.shared.row_table import RowTable
from ui.shared.rows import paint_ground
from ui.shared.titles import LEFT, PAD, RIGHT, Titles
from ui.shared.workplace import WidthClass
from ui.track.axis import Axis
from ui.track.columns import ALL, NARROW, NARROW_TRACK, SORTABLE, Column
from ui.track.dates import DateLabel, date_labels
from ui.track.model import TrackModel
from ui.track.row_paint import RowPainter, track_rect

HEAD = 44


class TrackTable(RowTable):
    """Shows the rows; Enter opens the unit's sheet, Ctrl+C copies its reminder.

    Args:
        model: the rows.
        parent: the widget it lies in.
    """

    opened = Signal(str)  # a key
    copied = Signal(str)
    menu_asked = Signal(str, object)  # a key, the spot on the screen

    def __init__(self, model: TrackModel, parent: QWidget | None = None) -> None:
        super().__init__("Bảng tiến độ", parent)
        self._model = model
        self._is_narrow = False
        self.setModel(model)
        self.setHorizontalHeader(TrackHeader(model, self))
        self.setItemDelegate(_Delegate(model, self))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.fit_columns()
        self.doubleClicked.connect(lambda index: self.opened.emit(model.key_at(index.row())))
        theme.switch.switched.connect(self._rebuild)

    @property
    def current(self) -> str:
        """Key of the chosen row, "" where there is none."""
        return self._model.key_at(self.currentIndex().row())

    def go(self, key: str) -> bool:
        """Choose a row; return whether it shows."""
        at = self._model.place_of(key)
        return at >= 0 and self.choose(self._model.index(at, 0))

    def set_width_class(self, width: WidthClass) -> None:
        """Show the columns of a width class."""
        self._is_narrow = width is WidthClass.NARROW
        self._model.show_columns(NARROW if self._is_narrow else ALL)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Give every column its width; the name takes the rest, the track gives way to it."""
        columns = self._model.columns
        others = sum(column.value for column in columns if column is not Column.TRACK)
        most = NARROW_TRACK if self._is_narrow else Column.TRACK.value
        track = max(NARROW_TRACK, min(self.viewport().width() - others, most))
        own = {Column.NAME: 0, Column.TRACK: track}
        self.fit(own.get(column, column.value) for column in columns)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.opened.emit(self.current)
        elif event.matches(QKeySequence.StandardKey.Copy) and self.current:
            self.copied.emit(self.current)
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.current:
            self.menu_asked.emit(self.current, event.globalPos())

    def _rebuild(self) -> None:
        self.setItemDelegate(_Delegate(self._model, self))
        self.viewport().update()


class _Delegate(QStyledItemDelegate):
    """Paints every cell."""

    def __init__(self, model: TrackModel, parent: TrackTable) -> None:
        super().__init__(parent)
        self._model, self._table = model, parent
        self._cells = RowPainter(model)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        rect: QRect = option.rect
        whole = QRectF(rect)
        is_chosen = index.row() == self._table.currentIndex().row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = "soft" if is_chosen else "surface"
        paint_ground(painter, whole, role, barred=is_chosen and index.column() == 0)
        place = (self._model.order[index.row()], self._model.columns[index.column()])
        self._cells.cell(painter, whole.adjusted(0, 0, 0, -1), place, is_chosen=is_chosen)
        painter.restore()


class TrackHeader(Titles):
    """Titles and the five dates of the axis; a click sorts.

    Args:
        model: the rows.
        parent: the table.
    """

    def __init__(self, model: TrackModel, parent: QWidget) -> None:
        super().__init__(parent, height=HEAD)
        self._model = model
        self.setSectionsClickable(True)
        self.sectionClicked.connect(self._sort)

    def _sort(self, section: int) -> None:
        column = self._model.columns[section]
        if column in SORTABLE:
            self._model.sort_by(column)
            self.viewport().update()

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int, /) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        super().paintSection(painter, rect, logicalIndex)

    @override
    def paint_title(self, painter: QPainter, cell: QRectF, section: int, words: str) -> None:
        column, sorted_by = self._model.columns[section], self._model.sorted_by
        if column is Column.TRACK:
            self._axis(painter, cell.adjusted(-PAD, 0, PAD, 0))
            return
        if sorted_by is not None and sorted_by[0] is column:
            words = f"{words} {'↓' if sorted_by[1] else '↑'}".strip()
        room = cell.adjusted(4 if column is Column.NEXT else 0, 0, 0, 0)
        is_right = column in {Column.SCORED, Column.DUE}
        painter.drawText(room, RIGHT if is_right else LEFT, words)

    def _axis(self, painter: QPainter, cell: QRectF) -> None:
        course = self._model.book.course
        if course is None:
            return
        axis = Axis(course.assessment)
        for label in date_labels(axis, cell, _width):
            self._date(painter, label)
        today = axis.at(self._model.book.today)
        if today is not None:
            whole = track_rect(cell)
            x = round(whole.left() + today * whole.width())
            _mark(painter, QPointF(x, cell.bottom()))

    def _date(self, painter: QPainter, label: DateLabel) -> None:
        room, end = label.room, label.room.bottom()
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text3"))
        painter.drawText(room.adjusted(0, 4, 0, 0), label.side, label.words)
        painter.setFont(theme.font("small", 600))
        painter.setPen(theme.color("text"))
        painter.drawText(room.adjusted(0, 20, 0, 0), label.side, label.day)
        painter.fillRect(QRectF(label.x - 0.5, end - 5, 1, 5), theme.color("line2"))


def _width(words: str, day: str) -> float:
    """Return how wide a date is with its words."""
    light, strong = QFontMetricsF(theme.font("small")), QFontMetricsF(theme.font("small", 600))
    return max(light.horizontalAdvance(words), strong.horizontalAdvance(day))


def _mark(painter: QPainter, spot: QPointF) -> None:
    """Paint the sign of today at the head of its line."""
    points = [(-4.0, -6.0), (4.0, -6.0), (0.0, 0.0)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent"))
    painter.drawPolygon(QPolygonF([QPointF(spot.x() + x, spot.y() + y) for x, y in points]))
