"""The heads of the matrix: units or codes over the columns, the frozen part before the rows."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from cchc_desktop.domain.criteria import ROOT, Criterion
from cchc_desktop.overriding import override
from cchc_desktop.wording.effects import maximum_text
from cchc_desktop.wording.numerals import shown
from ui.matrix.axes import Spot, Way
from ui.matrix.measure import CELL, CODE, FX, HEAD, MAXIMUM, ROW, Frozen
from ui.matrix.model import MatrixModel
from ui.matrix.short_names import head_of
from ui.shared import theme
from ui.shared.icons import pixmap
from ui.shared.numerals import draw_number
from ui.shared.rows import paint_ground, told
from ui.shared.titles import LEFT, PAD, RIGHT, Titles

_CHEVRON = 21
_INDENT = 4
_UNSIGNED = frozenset({"manual", "survey"})  # rules without the sign of a computed row
_CENTER = Qt.AlignmentFlag.AlignCenter


class ColumnHead(Titles):
    """Names over the columns in two lines; the current one is underlined.

    Args:
        model: the matrix.
        parent: the table.
    """

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(parent, height=HEAD)
        self._model = model
        self._current = -1
        self._lines: dict[str, tuple[str, ...]] = {}
        self.setMinimumSectionSize(CELL)
        self.setDefaultSectionSize(CELL)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        model.reshaped.connect(self._lines.clear)

    def show_current(self, column: int) -> None:
        """Underline the current column."""
        if column != self._current:
            self._current = column
            self.viewport().update()

    @override
    def paint_title(self, painter: QPainter, cell: QRectF, section: int, words: str) -> None:
        whole = cell.adjusted(-PAD, 0, PAD, 1)
        if section == self._current:
            under = QRectF(whole.left(), whole.bottom() - 3, whole.width(), 3)
            painter.fillRect(under, theme.color("accent"))
        painter.setPen(theme.color("text" if section == self._current else "text2"))
        room = whole.adjusted(2, 2, -2, -3)
        lines = self.lines_of(section)
        metrics = QFontMetricsF(painter.font())
        shown_ = (metrics.elidedText(x, Qt.TextElideMode.ElideRight, room.width()) for x in lines)
        painter.drawText(room, _CENTER, "\n".join(shown_))

    def lines_of(self, section: int) -> tuple[str, ...]:
        """Return what stands over a column."""
        axes = self._model.axes
        if axes.way is Way.UNITS:
            node = axes.nodes[section][0]
            effect, maximum = axes.tree.effects[node.id].value, axes.tree.maxima[node.id]
            if effect:
                return (node.code, maximum_text(effect, maximum))
            return (node.code, "" if maximum is None else f"/{shown(maximum, None, 1)}")
        sheet = axes.sheets[section]
        found = self._lines.get(sheet.id)
        if found is None:
            metrics = QFontMetricsF(theme.font("small", 500))
            room = CELL - 4
            found = head_of(
                axes.name_of(sheet),
                axes.short_name_of(sheet),
                lambda line: metrics.horizontalAdvance(line) <= room,
            )
            self._lines[sheet.id] = found
        return found


class RowHead(QHeaderView):
    """The frozen part: code, name, whether it is computed, maximum; or the units.

    Args:
        model: the matrix.
        parent: the table.
    """

    toggled = Signal(str)  # a branch
    pressed_at = Signal(int)  # a row

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._model = model
        self._current = -1
        self.frozen = Frozen(200)
        self.setAccessibleName("Tiêu chí và đơn vị")
        self.setMinimumSectionSize(ROW)
        self.setDefaultSectionSize(ROW)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_frozen(self, frozen: Frozen) -> None:
        """Take another width."""
        self.frozen = frozen
        self.setFixedWidth(frozen.width)

    def show_current(self, row: int) -> None:
        """Mark the current row."""
        if row != self._current:
            self._current = row
            self.viewport().update()

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int, /) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRectF(rect)
        axes = self._model.axes
        if axes.way is Way.CRITERIA:
            node, depth = axes.nodes[logicalIndex]
            is_branch = axes.tree.is_branch(node.id)
            self._ground(
                painter,
                row,
                logicalIndex,
                ("sunken" if depth else "band") if is_branch else "surface",
            )
            self._criterion(painter, row, node, depth)
        else:
            self._ground(painter, row, logicalIndex, "surface")
            self._unit(painter, row, logicalIndex)
        edge = QRectF(row.right() - 1, row.top(), 1, row.height())
        painter.fillRect(edge, theme.color("line2"))
        painter.restore()

    @override
    def mousePressEvent(self, e: QMouseEvent, /) -> None:
        at = self.logicalIndexAt(e.position().toPoint())
        axes = self._model.axes
        if at < 0:
            return
        if axes.way is Way.CRITERIA and axes.tree.is_branch(axes.nodes[at][0].id):
            self.toggled.emit(axes.nodes[at][0].id)
        else:
            self.pressed_at.emit(at)

    @override
    def viewportEvent(self, e: QEvent, /) -> bool:
        return told(e, self.viewport(), self.hint) or super().viewportEvent(e)

    def hint(self, at: QPoint) -> str:
        """Return the whole name of a row at a place, "" where there is none."""
        row = self.logicalIndexAt(at)
        return str(self._model.headerData(row, Qt.Orientation.Vertical)) if row >= 0 else ""

    def _ground(self, painter: QPainter, row: QRectF, at: int, role: str) -> None:
        is_current = at == self._current
        paint_ground(painter, row, "soft" if is_current else role, barred=is_current)

    def _criterion(self, painter: QPainter, row: QRectF, node: Criterion, depth: int) -> None:
        axes = self._model.axes
        is_branch = axes.tree.is_branch(node.id)
        weight = 400 if not is_branch else 500 if depth else 600
        if is_branch:
            name = "chevron-right" if node.id in axes.collapsed else "chevron-down"
            spot = QPointF(row.left() + 4, row.top() + (row.height() - 16) / 2)
            painter.drawPixmap(spot, pixmap(name, "text3"))
        painter.setFont(theme.font("body", weight))
        painter.setPen(theme.color("text" if is_branch else "text2"))
        painter.drawText(_part(row, _CHEVRON, CODE - _CHEVRON), LEFT, node.code)
        painter.setPen(theme.color("text"))
        self._elided(painter, _part(row, CODE, self.frozen.name), node.name, depth)
        if not is_branch and node.rule.kind not in _UNSIGNED:
            spot = QPointF(row.left() + self.frozen.fx_left + (FX - 14) / 2, row.top() + 6)
            painter.drawPixmap(spot, pixmap("fx", "text2", 14))
        words = maximum_text(axes.tree.effects[node.id].value, axes.tree.maxima[node.id])
        painter.setPen(theme.color("opentext" if words == "?" else "text2"))
        cell = _part(row, self.frozen.maximum_left, MAXIMUM - PAD)
        draw_number(painter, cell, words, 1)

    def _unit(self, painter: QPainter, row: QRectF, at: int) -> None:
        axes = self._model.axes
        sheet = axes.sheets[at]
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text3"))
        painter.drawText(_part(row, PAD, CODE - 2 * PAD), RIGHT, str(at + 1))
        painter.setPen(theme.color("text"))
        self._elided(painter, _part(row, CODE, self.frozen.name), axes.name_of(sheet), 0)
        if not self._model.book.is_ready(sheet.id):
            return
        look = self._model.book.look(Spot(sheet.id, ROOT))
        painter.setFont(theme.font("body", 600))
        cell = _part(row, self.frozen.fx_left, FX + MAXIMUM - PAD)
        draw_number(painter, cell, look.text or "–", look.slots)

    def _elided(self, painter: QPainter, room: QRectF, text: str, depth: int) -> None:
        room = room.adjusted(PAD + _INDENT * depth, 0, -PAD, 0)
        metrics = QFontMetricsF(painter.font())
        words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, LEFT, words)


class Corner(QWidget):
    """Titles of the frozen part.

    Args:
        model: the matrix.
        parent: the table.
    """

    def __init__(self, model: MatrixModel, head: RowHead, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._head = model, head

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        row = QRectF(self.rect())
        frozen = self._head.frozen
        painter.fillRect(row, theme.color("surface"))
        painter.fillRect(QRectF(0, row.bottom() - 1, row.width(), 1), theme.color("line2"))
        painter.fillRect(QRectF(row.right() - 1, 0, 1, row.height()), theme.color("line2"))
        painter.setFont(theme.font("small", 500))
        painter.setPen(theme.color("text3"))
        is_units = self._model.axes.way is Way.UNITS
        code, name, last = ("STT", "Đơn vị", "Tổng") if is_units else ("Mã", "Nội dung", "Tối đa")
        painter.drawText(_part(row, PAD, CODE), LEFT, code)
        painter.drawText(_part(row, CODE + PAD, frozen.name), LEFT, name)
        painter.drawText(_part(row, frozen.fx_left, FX + MAXIMUM - PAD), RIGHT, last)
        painter.end()


def _part(row: QRectF, left: float, width: float) -> QRectF:
    return QRectF(row.left() + left, row.top(), width, row.height() - 1)
