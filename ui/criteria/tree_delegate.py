"""How a row of the set is painted and edited."""

from typing import Any, cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from cchc_desktop.domain.set_checks import Weight
from cchc_desktop.overriding import override
from ui.criteria.cell_editors import CellEditor
from ui.criteria.cells import NOT_SPLIT
from ui.criteria.columns import EDITABLE, ROW_HEIGHT, Column, Role
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.icons import pixmap
from ui.shared.numerals import draw_number

Index = QModelIndex | QPersistentModelIndex
CHEVRON = 21  # room of the chevron before a code
_PAD = 8
_NAME_STEP = 12
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_SIGNS = {Weight.OPEN: ("cho", "opentext"), Weight.WRONG: ("sai", "losttext")}
_KEEPS_EDITOR = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class CriteriaDelegate(QStyledItemDelegate):
    """Paints everything of a row, so that the view needs no indentation."""

    refused = Signal(object)  # CchcError: what was typed cannot be taken
    tabbed = Signal(str, int)  # Tab took a value: open this column of this node

    def __init__(self, desk: Desk, view: QTreeView) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, ROW_HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(cast("Any", option).rect)
        painter.save()
        self._paint_ground(painter, rect, cast("Any", option).state, index)
        painter.setFont(_font(index))
        painter.setPen(theme.color(_tone(index)))
        match index.column():
            case Column.CODE:
                self._paint_code(painter, rect, index)
            case Column.NAME:
                _paint_name(painter, rect, index)
            case Column.MAXIMUM:
                draw_number(painter, rect.adjusted(4, 0, -_PAD, 0), _text(index), 1)
            case Column.MARK:
                _paint_sign(painter, rect, index)
            case _:
                _paint_words(painter, rect.adjusted(_PAD, 0, -4, 0), _text(index))
        painter.restore()

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = CellEditor(self._desk, str(index.data(Role.ID)), index.column(), parent)
        editor.refused.connect(self.refused)
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, CellEditor) and not editor.isModified():
            editor.show_value(index.data(Qt.ItemDataRole.EditRole))

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, CellEditor):
            model.setData(index, editor.value(), Qt.ItemDataRole.EditRole)

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        rect = cast("Any", option).rect
        left = {Column.CODE: CHEVRON - 8, Column.NAME: _name_left(index) - 8}.get(
            Column(index.column()), 0
        )
        editor.setGeometry(rect.adjusted(left, 0, 0, -1))

    @override
    def eventFilter(self, object: QObject, event: QEvent) -> bool:
        if not isinstance(object, CellEditor):
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(object, event.key())
        is_leaving = isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut
        if is_leaving and cast("QFocusEvent", event).reason() not in _KEEPS_EDITOR:
            self._close(object, is_kept=object.is_acceptable())
        return False

    def _key(self, editor: CellEditor, key: int) -> bool:
        if key == Qt.Key.Key_Escape:
            self._close(editor, is_kept=False)
            return True
        if key not in _ENTER and key not in _TABS:
            return False
        if editor.is_acceptable():
            criterion, column = editor.criterion, editor.column
            self._close(editor, is_kept=True)
            if key in _TABS:
                self.tabbed.emit(criterion, _beside(column, _TABS[Qt.Key(key)]))
        return True

    def _close(self, editor: CellEditor, *, is_kept: bool) -> None:
        if editor.is_closing:
            return
        editor.is_closing = True
        if is_kept and editor.isModified():
            self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _paint_ground(
        self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag, index: Index
    ) -> None:
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, theme.color("soft" if is_selected else _ground(index)))
        painter.fillRect(
            QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("line")
        )
        if is_selected and index.column() == Column.CODE:
            painter.fillRect(
                QRectF(rect.left(), rect.top(), 3, rect.height()), theme.color("accent")
            )
        if state & QStyle.StateFlag.State_HasFocus and index.column() in EDITABLE:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(rect.adjusted(4, 2, -1, -2), 3, 3)

    def _paint_code(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        if index.data(Role.IS_BRANCH):
            is_open = self._view.isExpanded(index.sibling(index.row(), 0))
            name = "chevron-down" if is_open else "chevron-right"
            top = rect.top() + (rect.height() - 16) / 2
            painter.drawPixmap(QPointF(rect.left() + 5, top), pixmap(name, "text3"))
        _paint_words(painter, rect.adjusted(CHEVRON, 0, 0, 0), _text(index))


def _beside(column: int, step: int) -> int:
    place = EDITABLE.index(Column(column)) + step
    return EDITABLE[place % len(EDITABLE)]


def _text(index: Index) -> str:
    return str(index.data() or "")


def _ground(index: Index) -> str:
    if index.data(Role.DEPTH) == 0:
        return "band"
    return "sunken" if index.data(Role.IS_BRANCH) else "surface"


def _font(index: Index) -> Any:
    if index.column() in {Column.RULE, Column.METHOD}:
        return theme.font("small")
    if index.data(Role.DEPTH) == 0:
        return theme.font("body", 600)
    is_rest = bool(index.data(Role.IS_BALANCING)) and index.column() != Column.CODE
    return theme.font("body", 500 if index.data(Role.IS_BRANCH) else 400, italic=is_rest)


def _tone(index: Index) -> str:
    if index.column() == Column.MAXIMUM and _text(index) == "?":
        return "opentext"
    is_quiet = index.column() in {Column.RULE, Column.METHOD} or (
        index.column() == Column.CODE and not index.data(Role.IS_BRANCH)
    )
    return "text2" if is_quiet or index.data(Role.IS_BALANCING) else "text"


def _name_left(index: Index) -> int:
    return int(index.data(Role.DEPTH)) * _NAME_STEP


def _paint_name(painter: QPainter, rect: QRectF, index: Index) -> None:
    rest = f"{NOT_SPLIT}  " if index.data(Role.IS_BALANCING) else ""
    _paint_words(painter, rect.adjusted(_name_left(index), 0, -_PAD, 0), rest + _text(index))


def _paint_words(painter: QPainter, rect: QRectF, text: str) -> None:
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, _LEFT, shown)


def _paint_sign(painter: QPainter, rect: QRectF, index: Index) -> None:
    weight = index.data(Role.WEIGHT)
    if weight is not None:
        name, role = _SIGNS[Weight(weight)]
        painter.drawPixmap(
            QPointF(rect.center().x() - 8, rect.center().y() - 8), pixmap(name, role)
        )
