"""The list at the left of the view: sections with what stands in them and how many."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cchc_desktop.overriding import override
from cchc_desktop.records import record
from ui.shared import theme

WIDTH = 204
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_HEAD, _ENTRY = 36, 30
_PAD = 12
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


@record
class Entry:
    """A line of the list; without a key it is the head of a section."""

    key: str
    label: str
    count: int | None = None


class ContentsModel(QAbstractListModel):
    """Adapter of the lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """Show other lines; where only counts differ, nothing moves."""
        same = [each.key for each in self.entries] == [each.key for each in entries]
        if not same:
            self.beginResetModel()
        self.entries = tuple(entries)
        if not same:
            self.endResetModel()
        elif entries:
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))

    def place_of(self, key: str) -> int:
        """Return the line of a key, -1 where there is none."""
        keys = [each.key for each in self.entries]
        return keys.index(key) if key in keys else -1

    @override
    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.entries)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return entry.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.label if entry.count is None else f"{entry.label}, {entry.count}"
        return None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        if index.isValid() and self.entries[index.row()].key:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class Contents(QListView):
    """Shows the lines; a line that is chosen leads to its page."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = ContentsModel(self)
        self.setModel(self._lines)
        self.setItemDelegate(_Line(self._lines, self))
        self.setAccessibleName("Đơn vị, người làm việc và phân công")
        self.setFixedWidth(WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._moved)
        theme.switch.switched.connect(self.viewport().update)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The lines that show."""
        return self._lines.entries

    @property
    def current(self) -> str:
        """Key of the chosen line, "" where there is none."""
        index = self.currentIndex()
        return self.entries[index.row()].key if index.isValid() else ""

    def show_entries(self, entries: Sequence[Entry], current: str) -> None:
        """Show lines, one of them chosen, without telling anyone."""
        self._lines.show(entries)
        at = self._lines.place_of(current)
        if at >= 0 and current != self.current:
            with QSignalBlocker(self.selectionModel()):
                self.selectionModel().setCurrentIndex(self._lines.index(at), _SELECT)
            self.viewport().update()

    def choose(self, key: str) -> None:
        """Choose a line."""
        at = self._lines.place_of(key)
        if at >= 0:
            self.selectionModel().setCurrentIndex(self._lines.index(at), _SELECT)

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid() and self.entries[current.row()].key:
            self.chosen.emit(self.entries[current.row()].key)


class _Line(QStyledItemDelegate):
    """Paints a line: its name, and how many at the right."""

    def __init__(self, model: ContentsModel, parent: Contents) -> None:
        super().__init__(parent)
        self._model, self._list = model, parent

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index, /) -> QSize:
        return QSize(WIDTH, _ENTRY if self._model.entries[index.row()].key else _HEAD)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry, rect = self._model.entries[index.row()], QRectF(option.rect)
        painter.save()
        if entry.key:
            self._entry(painter, rect, entry, is_on=entry.key == self._list.current)
        else:
            if index.row():
                line = QRectF(rect.left() + _PAD, rect.top() + 4, rect.width() - 2 * _PAD, 1)
                painter.fillRect(line, theme.color("line"))
            painter.setFont(theme.font("small", 600))
            painter.setPen(theme.color("text3"))
            painter.drawText(rect.adjusted(_PAD, 8, -_PAD, 0), _LEFT, entry.label)
        painter.restore()

    def _entry(self, painter: QPainter, rect: QRectF, entry: Entry, *, is_on: bool) -> None:
        if is_on:
            painter.fillRect(rect, theme.color("soft"))
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()),
                             theme.color("accent"))  # fmt: skip
        room = rect.adjusted(_PAD, 0, -_PAD, 0)
        if entry.count is not None:
            painter.setFont(theme.font("small", 500))
            painter.setPen(theme.color("text2"))
            painter.drawText(room, _RIGHT, str(entry.count))
            wide = painter.fontMetrics().horizontalAdvance(str(entry.count))
            room.adjust(0, 0, -wide - 6, 0)
        painter.setFont(theme.font("body", 600 if is_on else 400))
        painter.setPen(theme.color("text"))
        elide = Qt.TextElideMode.ElideRight
        words = painter.fontMetrics().elidedText(entry.label, elide, int(room.width()))
        painter.drawText(room, _LEFT, words)
