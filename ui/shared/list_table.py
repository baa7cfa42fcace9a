"""A plain table of painted lines: people, agencies, criteria with who has them in charge."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.steps import Outline, steps_between
from cchc_desktop.overriding import override
from cchc_desktop.records import record
from ui.shared import theme
from ui.shared.icons import pixmap
from ui.shared.model_moves import follow
from ui.shared.row_table import RowTable
from ui.shared.rows import ROW, Index, paint_ground
from ui.shared.titles import LEFT, PAD, RIGHT, Titles

TALL_ROW = 44
_PILL = 20.0
_SIGN = 16
_GROUNDS = ("band", "sunken", "surface")
_NOWHERE = QModelIndex()
_DISPLAY = Qt.ItemDataRole.DisplayRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_TOLD = (_DISPLAY, Qt.ItemDataRole.ToolTipRole, _SPOKEN)
_SIDES = {
    "left": LEFT,
    "center": Qt.AlignmentFlag.AlignCenter,
    "right": RIGHT,
}


@record
class Head:
    """One column: its title, its width (0 takes what is left), its side."""

    title: str
    width: int = 0
    side: str = "left"


@record
class Cell:
    """What one cell says, in a colour role and a weight.

    Args:
        text: its words.
        tone: their colour role.
        weight: their weight.
        indent: pixels before them.
        sign: an icon that stands in place of them.
        icon: an icon before them.
        under: a second, quiet line; the row is taller then.
        is_codes: the words are codes: the first stands on a pill, the others are counted.
    """

    text: str
    tone: str = "text"
    weight: int = 400
    indent: int = 0
    sign: str = ""
    icon: str = ""
    under: str = ""
    is_codes: bool = False


@record
class Line:
    """One line: its key, its cells, and its level (0 area, 1 criterion, 2 plain).

    ``spoken`` is the whole line for a screen reader that comes to its first cell.
    """

    key: str
    cells: tuple[Cell, ...]
    level: int = 2
    spoken: str = ""


class ListModel(QAbstractTableModel):
    """Lines by their keys; moves, insertions and removals keep what is selected.

    Args:
        heads: the columns.
        parent: the table.
    """

    def __init__(self, heads: Sequence[Head], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)
        self._lines: Mapping[str, Line] = {}
        self._outline = Outline()

    @property
    def outline(self) -> Outline:
        """The keys that are shown."""
        return self._outline

    @property
    def heads(self) -> tuple[Head, ...]:
        """The columns."""
        return self._heads

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the lines, in order."""
        return tuple(self._outline.children_of(ROOT))

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines; those that stand stay where they are selected."""
        before = self._lines
        self._lines = {line.key: line for line in lines}
        wanted = {ROOT: tuple(self._lines)} if self._lines else {}
        follow(self, self, steps_between(self._outline.structure(), wanted))
        for row, line in enumerate(lines):
            if before.get(line.key, line) != line:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._heads) - 1))

    def line_at(self, row: int) -> Line | None:
        """Return the line of a row; None outside, or while it goes."""
        keys = self._outline.children_of(ROOT)
        return self._lines.get(keys[row]) if 0 <= row < len(keys) else None

    def index_of(self, node: str, column: int = 0) -> QModelIndex:
        """Return the index of a line; ROOT and unknown keys give the invalid one."""
        if node not in self._outline:
            return QModelIndex()
        return self.index(self._outline.place_of(node), column)

    def is_tall(self, row: int) -> bool:
        """Return whether a row has two lines."""
        line = self.line_at(row)
        return line is not None and any(cell.under for cell in line.cells)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._outline.children_of(ROOT))

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        line = self.line_at(index.row()) if role in _TOLD else None
        if line is None:
            return None
        if role == _SPOKEN and not index.column() and line.spoken:
            return line.spoken
        cell = line.cells[index.column()]
        return f"{cell.text}, {cell.under}" if cell.under and role == _SPOKEN else cell.text

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _DISPLAY:
            return self._heads[section].title
        return None


class _Painter(QStyledItemDelegate):
    """Paints cells on the ground of their level."""

    def __init__(self, model: ListModel, parent: QTableView) -> None:
        super().__init__(parent)
        self._model, self._table = model, parent

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = self._model.line_at(index.row())
        if line is None:
            return
        rect: QRect = option.rect
        cell, found = QRectF(rect), line.cells[index.column()]
        is_chosen = self._table.selectionModel().isRowSelected(index.row())
        painter.save()
        paint_ground(painter, cell, "soft" if is_chosen else _GROUNDS[line.level])
        if index.column() == 0 and index.row() == self._table.currentIndex().row():
            bar = QRectF(cell.left(), cell.top(), 3, cell.height())
            painter.fillRect(bar, theme.color("accent" if is_chosen else "line2"))
        side = _SIDES[self._model.heads[index.column()].side]
        if found.is_codes:
            _say_codes(painter, cell, found.text, ground="surface" if is_chosen else "soft")
        else:
            _say(painter, cell, found, side)
        painter.restore()


def _say(painter: QPainter, cell: QRectF, found: Cell, side: Qt.AlignmentFlag) -> None:
    """Paint words, elided where there is no room, or the sign that stands for them."""
    if found.sign:
        spot = QPointF(cell.center().x() - _SIGN / 2, cell.center().y() - _SIGN / 2)
        painter.drawPixmap(spot, pixmap(found.sign, found.tone, _SIGN))
        return
    room = cell.adjusted(PAD + found.indent, 0, -PAD, -1)
    if found.icon:
        spot = QPointF(room.left(), cell.center().y() - _SIGN / 2)
        painter.drawPixmap(spot, pixmap(found.icon, found.tone, _SIGN))
        room.adjust(_SIGN + 6, 0, 0, 0)
    if found.under:
        half = cell.height() / 2
        _write(painter, room.adjusted(0, half, 0, -4), ("small", 400, "text2"), found.under, side)
        room.adjust(0, 4, 0, 1 - half)
    _write(painter, room, ("body", found.weight, found.tone), found.text, side)


def _write(
    painter: QPainter,
    room: QRectF,
    look: tuple[str, int, str],
    words: str,
    side: Qt.AlignmentFlag,
) -> None:
    role, weight, tone = look
    font = theme.font(role, weight)
    painter.setFont(font)
    painter.setPen(QPen(theme.color(tone)))
    elide = Qt.TextElideMode.ElideRight
    painter.drawText(room, side, QFontMetricsF(font).elidedText(words, elide, room.width()))


def _say_codes(painter: QPainter, cell: QRectF, text: str, *, ground: str) -> None:
    """Paint the first code on a pill, and how many others there are."""
    first, *others = text.split(", ")
    font = theme.font("small", 600)
    wide = QFontMetricsF(font).horizontalAdvance(first) + 16
    pill = QRectF(cell.left() + PAD, cell.center().y() - _PILL / 2, wide, _PILL)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(ground))
    painter.drawRoundedRect(pill, 4, 4)
    painter.setFont(font)
    painter.setPen(QPen(theme.color("accent")))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, first)
    if others:
        rest = QRectF(pill.right() + 6, cell.top(), cell.right() - pill.right() - 6, cell.height())
        _write(painter, rest, ("small", 400, "text3"), f"+{len(others)}", _SIDES["left"])


class ListTable(RowTable):
    """The table; the current line is told by its key.

    Args:
        model: the lines.
        name: accessible name.
        many: whether several lines can be selected.
        parent: the page.
    """

    chosen = Signal(str)
    opened = Signal(str)  # Enter or a double click on a line
    ticked = Signal(str)  # Space on a line
    delete_asked = Signal()

    def __init__(
        self, model: ListModel, name: str, *, many: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._lines = model
        self.setModel(model)
        self.setItemDelegate(_Painter(model, self))
        if many:
            self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        heads = model.heads
        self.setHorizontalHeader(Titles(self, lambda column: _SIDES[heads[column].side]))
        self.fit(head.width for head in heads)
        self.selectionModel().currentRowChanged.connect(self._tell)
        self.doubleClicked.connect(lambda _index: self.opened.emit(self.current))

    @property
    def current(self) -> str:
        """The key of the current line, "" where there is none."""
        line = self._lines.line_at(self.currentIndex().row())
        return line.key if line is not None else ""

    @property
    def selected(self) -> tuple[str, ...]:
        """The keys of the selected lines, in order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(line.key for row in rows if (line := self._lines.line_at(row)))

    def go(self, key: str) -> bool:
        """Make a line current and visible; return whether it shows at all."""
        return self.choose(self._lines.index_of(key))

    def fit_rows(self) -> None:
        """Give rows of two lines their height; for a table that has some, after it was shown."""
        for row in range(self._lines.rowCount()):
            height = TALL_ROW if self._lines.is_tall(row) else ROW
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current:
            self.opened.emit(self.current)
        elif event.key() == Qt.Key.Key_Space and self.current and not event.modifiers():
            self.ticked.emit(self.current)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self.viewport().update()
        self.chosen.emit(self.current)
