"""The table of a sitting's items: painted cells, two of them typed into."""

from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cchc_desktop.domain.sitting_rows import ItemRow
from cchc_desktop.overriding import override
from ui.shared import theme
from ui.shared.fields import NumberField
from ui.shared.icons import pixmap
from ui.shared.labels import restyle
from ui.shared.numerals import draw_number
from ui.shared.row_table import RowTable
from ui.shared.rows import ROW, Index, paint_ground
from ui.shared.titles import LEFT, PAD, RIGHT, Titles
from ui.shared.workplace import WidthClass
from ui.sitting.items_model import DASH, NUMBERS, ROUND_OF, Column, ItemsModel

_WIDTHS: Mapping[Column, int] = {
    Column.CODE: 52,
    Column.UNIT: 130,
    Column.SELF: 68,
    Column.FIRST: 58,
    Column.SECOND: 58,
    Column.PROPOSED: 66,
    Column.POINTS: 84,
    Column.STATE: 166,
}
_STRETCHED = {Column.NAME: 3, Column.NOTE: 2}
_SLOTS = {Column.POINTS: 3}
_DECIDING: Mapping[int, int] = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2}
_CTRL = Qt.KeyboardModifier.ControlModifier


class ItemDelegate(QStyledItemDelegate):
    """Paints a cell; the proposal is typed as a number, the note as words."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        return QSize(40, ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        model = index.model()
        if not isinstance(model, ItemsModel):
            return
        row, column = model.rows[index.row()], Column(index.column())
        cell = QRectF(option.rect)
        is_on = bool(option.state & QStyle.StateFlag.State_Selected)
        role = "soft" if is_on else "surface"
        paint_ground(painter, cell, role, barred=is_on and column is Column.CODE)
        self._paint_text(painter, cell, model.text(row, column), (row, column))

    @override
    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index, /
    ) -> QWidget:
        model = index.model()
        if index.column() != Column.PROPOSED or not isinstance(model, ItemsModel):
            words = QLineEdit(parent)
            words.setFont(theme.font("body"))
            restyle(words, "cell", "1")
            return words
        found = model.rows[index.row()].row
        field = NumberField(name="Điểm đề nghị", parent=parent)
        field.set_maximum(found.maximum if found is not None else None)
        restyle(field, "cell", "1")
        return field

    @override
    def setEditorData(self, editor: QWidget, index: Index, /) -> None:
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, NumberField):
            editor.set_value(value)
            editor.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(str(value))

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index, /) -> None:
        if isinstance(editor, NumberField):
            if editor.take():
                model.setData(index, editor.value)
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def _paint_text(
        self, painter: QPainter, cell: QRectF, text: str, found: tuple[ItemRow, Column]
    ) -> None:
        row, column = found
        weight, role = _look(row, column, text)
        font = theme.font("body", weight)
        painter.setFont(font)
        painter.setPen(theme.color(role))
        if column in NUMBERS and text != DASH:
            draw_number(painter, cell.adjusted(0, 0, -PAD, 0), text, _SLOTS.get(column, 2))
            return
        if column in NUMBERS:
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, text)
            return
        if column is Column.STATE and row.item.is_decided:
            icon = ("warn", "opentext") if row.is_changed else ("du", "oktext")
            painter.drawPixmap(int(cell.left()) + PAD, int(cell.top()) + 5, pixmap(*icon))
            cell = cell.adjusted(22, 0, 0, 0)
        room = cell.adjusted(PAD, 0, -PAD, 0)
        cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, LEFT, cut)


class ItemsView(RowTable):
    """The table; Ctrl and a digit decide, Delete takes off the list.

    Args:
        model: the items.
        parent: the panel.
    """

    chosen = Signal(str)  # another item is current, "" for none
    decided = Signal(int)  # Ctrl+1 or Ctrl+2
    removed = Signal()

    def __init__(self, model: ItemsModel, parent: QWidget | None = None) -> None:
        super().__init__("Tiêu chí của phiên họp", parent)
        self._items = model
        self._laid_out: tuple[object, ...] = ()
        self.setModel(model)
        self.setItemDelegate(ItemDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        header = Titles(self, lambda column: RIGHT if column in NUMBERS else LEFT)
        self.setHorizontalHeader(header)
        for column in Column:
            is_wide = column in _STRETCHED
            kind = QHeaderView.ResizeMode.Stretch if is_wide else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(column, kind)
        theme.switch.switched.connect(self._repaint)

    @property
    def current(self) -> str:
        """Id of the current item, "" where there is none."""
        at = self.currentIndex().row()
        return self._items.rows[at].item.id if 0 <= at < len(self._items.rows) else ""

    @property
    def selected(self) -> tuple[str, ...]:
        """Ids of the selected items, in order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self._items.rows[at].item.id for at in rows if at < len(self._items.rows))

    def go(self, item: str) -> None:
        """Make an item current."""
        at = self._items.row_of(item)
        if at >= 0:
            self.choose(self._items.index(at, Column.CODE))

    def lay_out(self, width: WidthClass) -> None:
        """Show the columns that a width, the rounds and the units ask for."""
        asked = (width, self._items.before, self._items.has_units)
        if asked == self._laid_out:
            return
        self._laid_out = asked
        is_narrow = width is WidthClass.NARROW
        for column in Column:
            hidden = column in ROUND_OF and ROUND_OF[column] not in self._items.before
            hidden |= column is Column.UNIT and not self._items.has_units
            hidden |= is_narrow and column is Column.UNIT
            hidden |= width is not WidthClass.WIDE and column is Column.NOTE
            self.setColumnHidden(column, hidden)
            if column in _WIDTHS:
                self.setColumnWidth(column, _WIDTHS[column])

    @override
    def event(self, e: QEvent, /) -> bool:
        is_key = e.type() is QEvent.Type.ShortcutOverride and isinstance(e, QKeyEvent)
        if is_key and isinstance(e, QKeyEvent) and _deciding(e):
            e.accept()  # the menu has these keys for workplaces
            return True
        return super().event(e)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        number = _deciding(event)
        if number:
            self.decided.emit(number)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def currentChanged(self, current: Index, previous: Index, /) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self.current)

    def _repaint(self) -> None:
        self.viewport().update()


def _deciding(event: QKeyEvent) -> int:
    """Return which decision Ctrl and a digit ask for, 0 for another key."""
    return _DECIDING.get(event.key(), 0) if event.modifiers() & _CTRL else 0


def _look(row: ItemRow, column: Column, text: str) -> tuple[int, str]:
    """Return weight and colour role of a cell."""
    if text == DASH:
        return 400, "off"
    if column is Column.POINTS:
        return 600, "text"
    if column is Column.PROPOSED:
        return 500, "accent"
    if column is Column.STATE:
        is_done = row.item.is_decided and not row.is_changed
        return 400, "text" if is_done else "opentext"
    return 400, "text" if column is Column.NAME else "text2"
