"""How a hit is painted: title, what else is known, the words with the hits marked, codes."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cchc_desktop.domain.texts import Excerpt
from cchc_desktop.overriding import override
from ui.results.lines import LINE, Group, Line
from ui.shared import theme
from ui.shared.icons import pixmap

HEAD, ROW = 26, 54
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_MARGIN, _WORDS = 16, 48
_MOST_CODES = 2


class LineDelegate(QStyledItemDelegate):
    """Paints heads of groups and hits."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(160, HEAD if isinstance(index.data(LINE), Group) else ROW)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line, rect = index.data(LINE), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Group):
            _paint_group(painter, rect, line)
        elif isinstance(line, Line):
            state = QStyle.StateFlag(option.state)
            _paint_line(painter, rect, line, state)
        painter.restore()


def _paint_group(painter: QPainter, rect: QRectF, group: Group) -> None:
    painter.fillRect(rect, theme.color("band"))
    _under(painter, rect)
    inner = rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
    wide = _draw(painter, inner, (group.title, "small", 600, "text"))
    _draw(painter, inner.adjusted(wide + 8, 0, 0, 0), (group.count, "small", 400, "text3"))


def _paint_line(painter: QPainter, rect: QRectF, line: Line, state: QStyle.StateFlag) -> None:
    is_chosen = bool(state & QStyle.StateFlag.State_Selected)
    painter.fillRect(rect, theme.color("soft" if is_chosen else "surface"))
    _under(painter, rect)
    if is_chosen:
        bar = QRectF(rect.left(), rect.top(), 3, rect.height() - 1)
        painter.fillRect(bar, theme.color("accent"))
    role = "accent" if is_chosen else "text2"
    painter.drawPixmap(QPointF(rect.left() + _MARGIN, rect.top() + 8), pixmap(line.icon, role, 20))
    top = QRectF(rect.left() + _WORDS, rect.top() + 6, rect.width() - _WORDS - _MARGIN, 20)
    end = _paint_codes(painter, top, line, ground="surface" if is_chosen else "soft")
    room = top.adjusted(0, 0, -end, 0)
    wide = _draw(painter, room, (line.title, "body", 600, "text"))
    _draw(painter, room.adjusted(wide + 10, 0, 0, 0), (line.aside, "small", 400, "text2"))
    below = QRectF(top.left(), rect.top() + 28, top.width(), 18)
    _paint_excerpt(painter, below, line.excerpt)
    if is_chosen and state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -2))


def _under(painter: QPainter, rect: QRectF) -> None:
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("line"))


def _paint_codes(painter: QPainter, line: QRectF, found: Line, ground: str) -> float:
    """Paint page and codes at the right; return how wide they are."""
    font = theme.font("small", 600)
    metrics, right = QFontMetricsF(font), line.right()
    more = len(found.codes) - _MOST_CODES
    if more > 0:
        words = f"+{more}"
        right -= QFontMetricsF(theme.font("small")).horizontalAdvance(words)
        _draw(painter, QRectF(right, line.top(), 40, 20), (words, "small", 400, "text2"))
        right -= 6
    for code in reversed(found.codes[:_MOST_CODES]):
        wide = metrics.horizontalAdvance(code) + 14
        pill = QRectF(right - wide, line.top(), wide, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(pill, 4, 4)
        painter.setFont(font)
        painter.setPen(theme.color("accent"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, code)
        right -= wide + 6
    painter.setFont(theme.font("small"))
    painter.setPen(theme.color("text2"))
    painter.drawText(QRectF(line.left(), line.top(), right - line.left(), 20), _RIGHT, found.page)
    paged = QFontMetricsF(theme.font("small")).horizontalAdvance(found.page)
    return line.right() - right + paged + 12


def _paint_excerpt(painter: QPainter, line: QRectF, excerpt: Excerpt) -> None:
    """Paint one line of words; what was looked for has the ground of a marker."""
    plain, bold = theme.font("small"), theme.font("small", 600)
    x, at = line.left(), 0
    pieces: list[tuple[str, bool]] = []
    for begin, end in (*excerpt.spans, (len(excerpt.text), len(excerpt.text))):
        if begin < at:
            continue
        pieces += [(excerpt.text[at:begin], False), (excerpt.text[begin:end], True)]
        at = end
    for text, is_hit in pieces:
        font = bold if is_hit else plain
        metrics = QFontMetricsF(font)
        room = line.right() - x
        if not text or room < metrics.horizontalAdvance("…"):
            continue
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        wide = metrics.horizontalAdvance(shown)
        if is_hit:
            painter.fillRect(QRectF(x - 1, line.top() + 1, wide + 2, 17), theme.color("found"))
        painter.setFont(font)
        painter.setPen("#17212B" if is_hit else theme.color("text2"))
        painter.drawText(QRectF(x, line.top(), wide + 4, line.height()), _LEFT, shown)
        x += wide


def _draw(painter: QPainter, line: QRectF, what: tuple[str, str, int, str]) -> float:
    """Draw words with an ellipsis where they have no room; return how wide they are."""
    text, role, weight, tone = what
    font = theme.font(role, weight)
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, line.width()))
    painter.setFont(font)
    painter.setPen(theme.color(tone))
    painter.drawText(line, _LEFT, shown)
    return metrics.horizontalAdvance(shown)
