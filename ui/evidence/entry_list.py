"""The list of documents: rows of 44 pixels, number first and subject second."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cchc_desktop.overriding import override
from ui.evidence.entries import ENTRY, NO_NUMBER, EntriesModel, Entry
from ui.evidence.kinds import kind_of
from ui.evidence.thumbnails import HEIGHT, WIDTH, Thumbnails
from ui.shared import theme
from ui.shared.icons import pixmap

ROW = 44
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_ICON, _WORDS, _END = 12, 44, 12


class EntryList(QListView):
    """Documents of the criterion: Enter opens, F2 renames, Delete takes away.

    Args:
        model: the documents.
        small: small pictures of their first pages.
        parent: the widget it lies in.
    """

    chosen = Signal(object)  # Entry | None
    opened = Signal()
    removed = Signal()
    renamed = Signal()
    menu_asked = Signal(object)  # QPoint on the screen

    def __init__(
        self, model: EntriesModel, small: Thumbnails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_EntryDelegate(small, self))
        small.made.connect(self._repaint)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Tài liệu kiểm chứng của tiêu chí")
        self.selectionModel().currentChanged.connect(self._tell)
        self.doubleClicked.connect(self.opened.emit)
        theme.switch.switched.connect(self._repaint)

    @property
    def entry(self) -> Entry | None:
        """The chosen document."""
        found = self.currentIndex().data(ENTRY)
        return found if isinstance(found, Entry) else None

    def choose(self, row: int) -> None:
        """Choose a row; -1 chooses none."""
        self.setCurrentIndex(self.model().index(row, 0))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.entry is not None:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and self.entry is not None:
            self.removed.emit()
        elif event.key() == Qt.Key.Key_F2 and self.entry is not None:
            self.renamed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def contextMenuEvent(self, arg__1: QContextMenuEvent) -> None:
        spot = arg__1.globalPos()
        if arg__1.reason() == QContextMenuEvent.Reason.Keyboard:
            rect = self.visualRect(self.currentIndex())
            spot = self.viewport().mapToGlobal(rect.center())
        if self.entry is not None:
            self.menu_asked.emit(spot)

    def _tell(self) -> None:
        self.chosen.emit(self.entry)

    def _repaint(self) -> None:
        self.viewport().update()


class _EntryDelegate(QStyledItemDelegate):
    """Paints a document."""

    def __init__(self, small: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._small = small

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, ROW)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry = index.data(ENTRY)
        if not isinstance(entry, Entry):
            return
        state = QStyle.StateFlag(option.state)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, is_chosen=is_chosen)
        self._paint_sign(painter, rect, entry, is_chosen=is_chosen)
        _paint_words(painter, rect, entry)
        if is_chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _paint_sign(
        self, painter: QPainter, rect: QRectF, entry: Entry, *, is_chosen: bool
    ) -> None:
        """Paint the first page small, or the sign of the file's kind."""
        image = self._small.image_of(entry.document)
        if image is None:
            role = "accent" if is_chosen else "text2"
            icon = pixmap(kind_of(entry.document.name).icon, role, 20)
            painter.drawPixmap(QPointF(rect.left() + _ICON, rect.top() + (ROW - 20) / 2), icon)
            return
        tall = min(HEIGHT, WIDTH * image.height() / image.width())
        wide = tall * image.width() / image.height()
        spot = QRectF(rect.left() + (_WORDS - wide) / 2, rect.top() + (ROW - tall) / 2, wide, tall)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(spot, image)
        painter.setPen(theme.color("line2"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(spot)

    def _paint_ground(self, painter: QPainter, rect: QRectF, *, is_chosen: bool) -> None:
        painter.fillRect(rect, theme.color("soft" if is_chosen else "surface"))
        line = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(line, theme.color("line"))
        if is_chosen:
            bar = QRectF(rect.left(), rect.top(), 3, rect.height() - 1)
            painter.fillRect(bar, theme.color("accent"))


def _paint_words(painter: QPainter, rect: QRectF, entry: Entry) -> None:
    top = QRectF(rect.left(), rect.top() + 3, rect.width() - _END, 20)
    below = QRectF(rect.left(), rect.top() + 21, rect.width() - _END, 18)
    small = QFontMetricsF(theme.font("small"))
    wide = max(small.horizontalAdvance(entry.issued), small.horizontalAdvance(entry.page))
    painter.setFont(theme.font("small"))
    painter.setPen(theme.color("text2"))
    painter.drawText(top, _RIGHT, entry.issued)
    painter.setPen(theme.color("text3"))
    painter.drawText(below, _RIGHT, entry.page)
    room = rect.width() - _WORDS - _END - wide - 12
    _draw(painter, top, room, (entry.document.title, "body", 500, "text"))
    tone = "opentext" if entry.subject == NO_NUMBER else "text3"
    _draw(painter, below, room, (entry.subject, "small", 400, tone))


def _draw(painter: QPainter, line: QRectF, room: float, what: tuple[str, str, int, str]) -> None:
    text, role, weight, tone = what
    font = theme.font(role, weight)
    painter.setFont(font)
    painter.setPen(theme.color(tone))
    elided = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
    painter.drawText(line.adjusted(_WORDS, 0, 0, 0), _LEFT, elided)
