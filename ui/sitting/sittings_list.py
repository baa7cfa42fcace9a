"""The left of the view: the sittings of the assessment, the newest first."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cchc_desktop.overriding import override
from cchc_desktop.records import record
from ui.shared import theme
from ui.shared.numerals import draw_number
from ui.sitting.items_model import Index

ROW = 44
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@record
class Entry:
    """One sitting of the list: its name, its round, how much is decided."""

    id: str
    name: str
    what: str
    done: int
    count: int


class _EntryDelegate(QStyledItemDelegate):
    """Paints name and count over what is decided and in which round."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index, /) -> QSize:
        return QSize(100, ROW)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        entry = index.data(Qt.ItemDataRole.UserRole)
        cell = QRectF(option.rect)
        is_on = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(cell, theme.color("soft" if is_on else "surface"))
        if is_on:
            painter.fillRect(QRectF(cell.left(), cell.top(), 3, ROW), theme.color("accent"))
        line = QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1)
        painter.fillRect(line, theme.color("line"))
        if not isinstance(entry, Entry):
            return
        upper, lower = cell.adjusted(16, 4, -12, -21), cell.adjusted(16, 21, -12, -4)
        painter.setFont(theme.font("body", 500))
        painter.setPen(theme.color("text"))
        painter.drawText(upper, _LEFT, entry.name)
        is_open = entry.done < entry.count
        painter.setFont(theme.font("small", 600 if is_open else 400))
        painter.setPen(theme.color("opentext" if is_open else "text3"))
        draw_number(painter, upper, f"{entry.done} / {entry.count}", 0)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text3"))
        painter.drawText(lower, _LEFT, entry.what)


class SittingsList(QListWidget):
    """Sittings to choose from.

    Args:
        parent: the panel.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self.setAccessibleName("Các phiên họp")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_EntryDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._tell)

    def show_entries(self, entries: Sequence[Entry], current: str) -> None:
        """Show sittings without telling anyone."""
        wanted = (tuple(entries), current)
        if wanted == self._shown:
            return
        self._shown = wanted
        with QSignalBlocker(self):
            self.clear()
            for entry in entries:
                words = f"{entry.name}, {entry.what}, đã quyết {entry.done} trên {entry.count}"
                item = QListWidgetItem()
                item.setData(Qt.ItemDataRole.UserRole, entry)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
                self.addItem(item)
                if entry.id == current:
                    self.setCurrentItem(item)

    def _tell(self) -> None:
        entry = self.currentIndex().data(Qt.ItemDataRole.UserRole)
        if isinstance(entry, Entry):
            self.chosen.emit(entry.id)
