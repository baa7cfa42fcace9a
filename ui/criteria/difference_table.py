"""Two years' sets on the screen: both codes, both maxima, and what differs in words."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cchc_desktop.domain.set_difference import Difference, DifferenceRow
from cchc_desktop.overriding import override
from ui.criteria.difference_model import NUMBERS, ROW_ROLE, Column, DifferenceModel
from ui.shared import theme
from ui.shared.icons import pixmap
from ui.shared.numerals import draw_number
from ui.shared.row_table import RowTable

ROW = 26
_PAD, _STEP, _CHEVRON = 8, 12, 22
_WIDTHS = {0: 64, 1: 58, 3: 60, 4: 60, 5: 64, 6: 200}  # 8.1.1 by its arrow, two differences
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
SIGNS: Mapping[Difference, tuple[str, str]] = MappingProxyType(
    {
        Difference.GONE: ("gone", "losttext"),
        Difference.ADDED: ("plus", "oktext"),
        Difference.RULE: ("fx", "text2"),
        Difference.MAXIMUM: ("pen", "text2"),
        Difference.OTHER: ("pen", "text2"),
    }
)
"""Icon and tone of every difference, the weightiest first."""

Index = QModelIndex | QPersistentModelIndex


class DifferenceTable(RowTable):
    """Shows the rows; Enter, Space or a click on its arrow opens an area."""

    chosen = Signal(object)  # DifferenceRow

    def __init__(self, model: DifferenceModel, parent: QWidget | None = None) -> None:
        super().__init__("So sánh bộ tiêu chí hai năm", parent)
        self._model = model
        self._key = ""
        self.setModel(model)
        self.setItemDelegate(DifferenceDelegate(model, self))
        self._fit_columns()
        self.clicked.connect(self._clicked)
        self.selectionModel().currentRowChanged.connect(self._moved)
        model.modelReset.connect(self._restore)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._turn(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _clicked(self, index: Index) -> None:
        if index.column() == Column.OLD_CODE:
            self._turn(index.row())

    def _turn(self, at: int) -> None:
        if at >= 0:
            self._model.turn(at)

    def _moved(self, index: QModelIndex) -> None:
        if index.isValid():
            row = index.data(ROW_ROLE)
            self._key = row.key
            self.chosen.emit(row)

    def _restore(self) -> None:
        """Put the cursor back on its row, or on the first that differs."""
        place = self._model.place_of(self._key)
        if place < 0:
            rows = self._model.shown
            place = next((n for n, row in enumerate(rows) if row.found and not row.is_branch), 0)
        self.setCurrentIndex(self._model.index(place, Column.NAME))

    def _fit_columns(self) -> None:
        header = self.horizontalHeader()
        header.setFont(theme.font("small", 500))
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(20)
        header.setFixedHeight(40)
        header.setDefaultAlignment(_LEFT)
        for column in Column:
            is_name = column is Column.NAME
            mode = QHeaderView.ResizeMode.Stretch if is_name else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(column, mode)
            header.resizeSection(column, _WIDTHS.get(column, 200))


class DifferenceDelegate(QStyledItemDelegate):
    """Paints everything of a row."""

    def __init__(self, model: DifferenceModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(40, ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found = cast("Any", option)
        rect, row = QRectF(found.rect), cast("DifferenceRow", index.data(ROW_ROLE))
        is_selected = bool(found.state & QStyle.StateFlag.State_Selected)
        painter.save()
        ground = "soft" if is_selected else "band" if row.depth == 0 else "surface"
        painter.fillRect(rect, theme.color(ground))
        painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
        column, text = Column(index.column()), str(index.data())
        painter.setFont(_font(row, column))
        painter.setPen(theme.color(_tone(row, column)))
        if column in NUMBERS:
            draw_number(painter, rect.adjusted(4, 0, -_PAD, 0), text, 1)
        elif column is Column.WHAT:
            _paint_what(painter, rect, row, text)
        else:
            self._paint_words(painter, rect, index, row)
        if is_selected and column is Column.OLD_CODE:
            painter.fillRect(
                QRectF(rect.left(), rect.top(), 3, rect.height()), theme.color("accent")
            )
        painter.restore()

    def _paint_words(
        self, painter: QPainter, rect: QRectF, index: Index, row: DifferenceRow
    ) -> None:
        left, column = _PAD, index.column()
        if column == Column.OLD_CODE:
            left = _CHEVRON
            if row.depth == 0:
                name = "chevron-down" if self._model.is_open(row) else "chevron-right"
                spot = QPointF(rect.left() + 6, rect.center().y() - 7)
                painter.drawPixmap(spot, pixmap(name, "text2", 14))
        elif column == Column.NAME:
            left = _PAD + row.depth * _STEP
        _draw(painter, rect.adjusted(left, 0, -_PAD, 0), str(index.data()))


def _paint_what(painter: QPainter, rect: QRectF, row: DifferenceRow, text: str) -> None:
    sign = next((look for kind, look in SIGNS.items() if kind in row.found), None)
    left = 4
    if sign is not None and text:
        painter.setPen(theme.color(sign[1]))
        spot = QPointF(rect.left() + left, rect.center().y() - 7)
        painter.drawPixmap(spot, pixmap(sign[0], sign[1], 14))
        left += 20
    _draw(painter, rect.adjusted(left, 0, -4, 0), text)


def _draw(painter: QPainter, rect: QRectF, text: str) -> None:
    metrics = QFontMetricsF(painter.font())
    elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, _LEFT, elided)


def _font(row: DifferenceRow, column: Column) -> Any:
    if column is Column.WHAT:
        return theme.font("small")
    is_changed = column is Column.CHANGE and bool(row.change)
    found = theme.font("body", 600 if row.depth == 0 or is_changed else 400)
    found.setStrikeOut(column is Column.NAME and row.new is None)
    return found


def _tone(row: DifferenceRow, column: Column) -> str:
    is_old = column in {Column.OLD_CODE, Column.OLD_MAXIMUM} and row.depth > 0
    is_same = column is Column.CHANGE and not row.change
    return "text2" if is_old or is_same or column is Column.WHAT or row.new is None else "text"
