"""The table of provinces: the own row pinned above, bars of the distance to it."""

from decimal import Decimal

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cchc_desktop.overriding import override
from cchc_desktop.wording.numerals import shown
from ui.rank.provinces import ProvinceRow, Provinces
from ui.rank.row_paint import PAD, triangle
from ui.shared import theme
from ui.shared.numerals import draw_number
from ui.shared.row_table import RowTable
from ui.shared.rows import ROW, paint_ground

_TITLE = 28
_TITLES = ("Hạng", "Tỉnh, thành phố", "Nhóm", "Tổng điểm", "", "Bậc", "Cách", "Nguồn")
_WIDTHS = (52, 0, 52, 77, 64, 60, 300, 132)
_NAME, _BEFORE, _APART = 1, 4, 6
LESS = (2, 4, 7)
"""Columns that can be done without: group, rank of the year before, source."""
_LEFT_TITLES = (_NAME, 7)
_FAR = Decimal("1.05")  # longer bars are cut
_HALF = 100.0  # pixels of the longest bar
_PASSED = "sẽ vượt"
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_CENTER = Qt.AlignmentFlag.AlignCenter


class ProvincesModel(QAbstractTableModel):
    """Adapter of the provinces.

    Args:
        provinces: the rows.
        parent: the table.
    """

    def __init__(self, provinces: Provinces, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.provinces = provinces

    def refresh(self) -> None:
        """Show the rows as they stand."""
        self.layoutAboutToBeChanged.emit()
        old = [(i, self.provinces.rows[i.row()].key) for i in self.persistentIndexList()]
        self.provinces.refresh()
        for index, key in old:
            at = self.provinces.league.place_of(key)
            new = self.createIndex(at, index.column()) if at >= 0 else QModelIndex()
            self.changePersistentIndex(index, new)
        self.layoutChanged.emit()

    @override
    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.provinces.rows)

    @override
    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(_TITLES)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return words(self.provinces.rows[index.row()])[index.column()]
        return None

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return title_of(self.provinces, section)
        return None


def title_of(provinces: Provinces, column: int) -> str:
    """Return the title of a column; ranks of the year before stand below that year."""
    return provinces.year_before if column == _BEFORE else _TITLES[column]


def words(row: ProvinceRow) -> tuple[str, ...]:
    """Return what the cells of a row say."""
    apart = "" if row.apart is None or row.is_own else shown(row.apart, 2, 2, sign=True)
    change = "" if row.change is None else str(abs(row.change)) if row.change else "="
    return (
        "–" if row.rank is None else str(row.rank),
        row.name,
        row.group or "–",
        "–" if row.total is None else shown(row.total, None, 2),
        "" if row.before is None else str(row.before),
        change,
        apart,
        row.source,
    )


class ProvinceDelegate(QStyledItemDelegate):
    """Paints every cell of the provinces.

    Args:
        provinces: the rows.
        parent: the table.
    """

    def __init__(self, provinces: Provinces, parent: QTableView) -> None:
        super().__init__(parent)
        self._provinces, self._table = provinces, parent

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self._provinces.rows[index.row()]
        is_chosen = row.is_own or index.row() == self._table.currentIndex().row()
        rect: QRect = option.rect
        painter.save()
        role = "soft" if is_chosen else "surface"
        paint_ground(painter, QRectF(rect), role, barred=is_chosen and index.column() == 0)
        trial = self._provinces.trial
        is_passed = trial is not None and row.key in trial.passed
        paint_cell(painter, QRectF(rect), row, index.column(), is_passed=is_passed)
        painter.restore()


def paint_cell(
    painter: QPainter, cell: QRectF, row: ProvinceRow, column: int, *, is_passed: bool = False
) -> None:
    """Paint what a cell says on whatever ground there is; a province that is passed says so."""
    text = words(row)[column]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    room = cell.adjusted(PAD, 0, -PAD, -1)
    is_bold = column in (0, 3) or (column == _NAME and (row.is_own or row.is_typed))
    if column == _NAME and is_passed:
        room = _pill(painter, room, text)
    painter.setFont(theme.font("body", 600 if is_bold else 400))
    painter.setPen(QPen(theme.color(_role(row, column))))
    if column == _APART:
        _apart(painter, room, row, text)
    elif column == 3:
        draw_number(painter, room, text, 2)
    elif column in _LEFT_TITLES:
        elide = Qt.TextElideMode.ElideRight
        fitted = painter.fontMetrics().elidedText(text, elide, int(room.width()))
        painter.drawText(room, _LEFT, fitted)
    else:
        painter.drawText(room, _CENTER if column == 2 else _RIGHT, text)
    if column == 0 and row.is_tied:
        painter.setFont(theme.font("body"))
        painter.setPen(QPen(theme.color("text3")))
        painter.drawText(cell.adjusted(14, 0, 0, 0), _LEFT, "=")
    if column == 5 and row.change:
        spot = QPointF(cell.left() + 14, cell.center().y())
        triangle(painter, spot, _role(row, column), up=row.change > 0)


def _pill(painter: QPainter, room: QRectF, name: str) -> QRectF:
    """Paint “sẽ vượt” after a name; return the room that is left to the name."""
    painter.setFont(theme.font("small", 500))
    wide = painter.fontMetrics().horizontalAdvance(_PASSED) + 12
    name_wide = QFontMetrics(theme.font("body")).horizontalAdvance(name)
    left = room.left() + min(name_wide + 10, room.width() - wide)
    pill = QRectF(left, room.center().y() - 9, wide, 18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("soft"))
    painter.drawRoundedRect(pill, 4, 4)
    painter.setPen(theme.color("accent"))
    painter.drawText(pill, _CENTER, _PASSED)
    return room.adjusted(0, 0, left - room.right() - 4, 0)


def _role(row: ProvinceRow, column: int) -> str:
    if row.is_typed and column == 7:
        return "opentext"
    if column == 5:
        change = row.change or 0
        return "oktext" if change > 0 else "losttext" if change < 0 else "text3"
    return "text3" if column in (4, 7) else "text"


def _apart(painter: QPainter, room: QRectF, row: ProvinceRow, text: str) -> None:
    """Paint the distance from a common zero; a bar that is cut has a slanted end."""
    zero = room.left() + room.width() * 0.45
    painter.fillRect(QRectF(zero, room.top(), 1, room.height() + 1), theme.color("line2"))
    if row.is_own:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawEllipse(QPointF(zero + 0.5, room.center().y()), 4, 4)
        return
    if row.apart is None:
        return
    painter.drawText(room, _RIGHT, text)
    is_cut = abs(row.apart) > _FAR
    length = float(min(abs(row.apart), _FAR) / _FAR) * _HALF
    left = zero + 1 if row.apart > 0 else zero - length
    bar = QRectF(left, room.center().y() - 4, max(length, 1.0), 8)
    painter.setPen(QPen(theme.color("inputline"), 1))
    painter.setBrush(theme.color("softline" if row.apart > 0 else "unsel"))
    painter.drawRect(bar)
    if is_cut:
        end = bar.right() - 14 if row.apart > 0 else bar.left() + 14
        painter.setPen(QPen(theme.color("surface"), 3))
        painter.drawLine(QPointF(end - 3, bar.bottom() + 2), QPointF(end + 3, bar.top() - 2))


class PinnedRow(QWidget):
    """Titles and the own province above the table, closed by a double rule.

    While points are being typed the province stands there a second time, as it would be.

    Args:
        provinces: the rows.
        table: the table whose columns it shares.
        parent: the view.
    """

    def __init__(
        self, provinces: Provinces, table: QTableView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._provinces, self._table = provinces, table
        self.refresh()
        table.horizontalHeader().geometriesChanged.connect(self.update)
        theme.switch.switched.connect(self.update)

    @property
    def rows(self) -> tuple[ProvinceRow, ...]:
        """What stands above the table."""
        trial = self._provinces.trial
        return (self._provinces.own,) if trial is None else (self._provinces.own, trial.row)

    def refresh(self) -> None:
        """Show the rows as they stand."""
        self.setFixedHeight(_TITLE + ROW * len(self.rows) + 3)
        self.setAccessibleName("; ".join(" ".join(words(row)) for row in self.rows))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        for column in range(len(_TITLES)):
            if self._table.isColumnHidden(column):
                continue
            left, wide = self._table.columnViewportPosition(column), self._table.columnWidth(column)
            self._title(painter, QRectF(left, 0, wide, _TITLE), column)
            for place, row in enumerate(self.rows):
                cell = QRectF(left, _TITLE + ROW * place, wide, ROW)
                paint_ground(painter, cell, "soft", barred=column == 0)
                if row.is_typed:
                    painter.fillRect(cell, theme.color("glow"))
                paint_cell(painter, cell, row, column)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillRect(QRectF(0, _TITLE - 1, self.width(), 1), theme.color("line2"))
        for top in (3, 1):
            line = QRectF(0, self.height() - top, self.width(), 1)
            painter.fillRect(line, theme.color("inputline"))
        painter.end()

    def _title(self, painter: QPainter, cell: QRectF, column: int) -> None:
        side = _LEFT if column in _LEFT_TITLES else _CENTER if column == 2 else _RIGHT
        painter.setFont(theme.font("small", 500))
        painter.setPen(theme.color("text3"))
        painter.drawText(cell.adjusted(PAD, 0, -PAD, -1), side, title_of(self._provinces, column))


def provinces_table(model: ProvincesModel) -> QTableView:
    """Return a table on the provinces."""
    table = RowTable("Bảng xếp hạng các tỉnh", named=_NAME)
    table.setModel(model)
    table.setItemDelegate(ProvinceDelegate(model.provinces, table))
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    table.horizontalHeader().hide()  # the pinned row has the titles
    table.horizontalHeader().setMinimumSectionSize(20)
    table.fit(_WIDTHS)
    return table
