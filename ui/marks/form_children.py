"""The children of a branch as a small table: a row is a button that goes to its criterion."""

from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from cchc_desktop.domain.losses import is_lossy
from cchc_desktop.domain.scoring import ScoreRow, ScoreSheet
from cchc_desktop.overriding import override
from cchc_desktop.records import record
from cchc_desktop.wording.effects import maximum_text, signed_points, spoken_sign
from cchc_desktop.wording.numerals import shown
from ui.marks.signs import SIGN_ROLES, Sign, sign_words
from ui.shared import theme
from ui.shared.icons import pixmap
from ui.shared.numerals import draw_number
from ui.shared.tab_order import follow

_ROW, _HEAD, _TIGHT = 26, 28, 400
_CODE, _MAXIMUM, _POINTS, _LOST, _SIGN = 52, 56, 64, 68, 28
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_PAD = 10
_NONE: Mapping[str, Sign] = MappingProxyType({})


@record
class _Cells:
    """Where the columns of a row lie."""

    code: QRectF
    name: QRectF
    maximum: QRectF
    points: QRectF
    lost: QRectF
    sign: QRectF


def _cells(width: int, height: int) -> _Cells:
    spare = 12 if width < _TIGHT else 0
    code, wide = _CODE - spare, (_MAXIMUM - spare, _POINTS - spare, _LOST - spare)
    sign = 0 if spare else _SIGN
    lost = width - _PAD - sign - wide[2]
    points = lost - wide[1]
    maximum = points - wide[0]
    return _Cells(
        QRectF(0, 0, code, height),
        QRectF(code + 8, 0, max(24, maximum - code - 8), height),
        QRectF(maximum, 0, wide[0] - 8, height),
        QRectF(points, 0, wide[1], height),
        QRectF(lost, 0, wide[2], height),
        QRectF(width - _PAD - 16, (height - 16) / 2, sign and 16, sign and 16),
    )


class ChildRow(QAbstractButton):
    """One child: code, name, maximum, points, loss with a thin bar below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: ScoreRow | None = None
        self._sign = Sign.NONE
        self.setFixedHeight(_ROW)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_row(self, row: ScoreRow, sign: Sign = Sign.NONE) -> None:
        """Show a child's score, and what it asks for."""
        self._row, self._sign = row, sign
        criterion = row.criterion
        points, lost = _figure(row.points), _figure(row.lost)
        self.setAccessibleName(
            f"{criterion.code} {criterion.name}: {points} trên {_figure(row.maximum)} điểm, "
            f"bị trừ {lost}"
            if row.is_counted
            else f"{criterion.code} {criterion.name}: {points}, "
            f"{spoken_sign(row.effect.value)}, nhiều nhất {_figure(row.maximum)}"
        )
        words = sign_words(sign)
        self.setToolTip(f"{criterion.name}: {words}" if words else criterion.name)
        self.setAccessibleDescription(words)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, _ROW)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        row = self._row
        if row is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect(), theme.color("hover"))
        painter.fillRect(QRectF(0, _ROW - 1, self.width(), 1), theme.color("line"))
        cells = _cells(self.width(), _ROW)
        self._paint_words(painter, cells, row)
        self._paint_figures(painter, cells, row)
        if self._sign is not Sign.NONE and not cells.sign.isEmpty():
            icon = pixmap(self._sign.value, SIGN_ROLES[self._sign])
            painter.drawPixmap(cells.sign.topLeft(), icon)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_words(self, painter: QPainter, cells: _Cells, row: ScoreRow) -> None:
        criterion = row.criterion
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text2"))
        painter.drawText(cells.code, _RIGHT, criterion.code)
        font = theme.font("body", italic=criterion.is_balancing)
        painter.setFont(font)
        painter.setPen(theme.color("text2" if criterion.is_balancing else "text"))
        name = f"(phần chưa tách)  {criterion.name}" if criterion.is_balancing else criterion.name
        fitted = QFontMetricsF(font).elidedText(
            name, Qt.TextElideMode.ElideRight, cells.name.width() - 8
        )
        painter.drawText(cells.name, _LEFT, fitted)

    def _paint_figures(self, painter: QPainter, cells: _Cells, row: ScoreRow) -> None:
        if not row.is_applicable:
            painter.setFont(theme.font("small", italic=True))
            painter.setPen(theme.color("text3"))
            painter.drawText(cells.points.united(cells.lost), _RIGHT, "không áp dụng")
            return
        painter.setFont(theme.font("body", italic=row.criterion.is_balancing))
        effect, is_unknown = row.effect.value, row.maximum is None and row.is_counted
        painter.setPen(theme.color("opentext" if is_unknown else "text2"))
        draw_number(painter, cells.maximum, maximum_text(effect, row.maximum), 1)
        painter.setFont(theme.font("body", 500))
        painter.setPen(theme.color("text"))
        points = "–" if row.points is None else signed_points(effect, row.points, 3)
        draw_number(painter, cells.points, points, 3)
        self._paint_lost(painter, cells.lost, row)

    def _paint_lost(self, painter: QPainter, cell: QRectF, row: ScoreRow) -> None:
        is_lost = is_lossy(row)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("losttext" if is_lost else "text3"))
        draw_number(painter, cell, _column(row.lost), 3)
        if is_lost and row.maximum and row.lost is not None:
            bar = QRectF(cell.right() - 50, _ROW - 4, 50, 2)
            painter.fillRect(bar, theme.color("line2"))
            share = min(1.0, float(row.lost / row.maximum))
            painter.fillRect(
                QRectF(bar.left(), bar.top(), bar.width() * share, 2), theme.color("lost")
            )


class _Line(QWidget):
    """The head of the table, or its total."""

    def __init__(self, *, is_total: bool) -> None:
        super().__init__()
        self._is_total = is_total
        self._row: ScoreRow | None = None
        self.setFixedHeight(_HEAD)

    def show_total(self, row: ScoreRow) -> None:
        self._row = row
        self.setAccessibleName(f"Cộng: {_figure(row.points)} trên {_figure(row.maximum)} điểm")
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        cells = _cells(self.width(), _HEAD)
        if self._is_total:
            self._paint_total(painter, cells)
        else:
            self._paint_head(painter, cells)
        painter.end()

    def _paint_head(self, painter: QPainter, cells: _Cells) -> None:
        painter.fillRect(QRectF(0, _HEAD - 1, self.width(), 1), theme.color("line2"))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text3"))
        painter.drawText(cells.code.adjusted(_PAD, 0, 0, 0), _LEFT, "Mã")
        painter.drawText(cells.name, _LEFT, "Nội dung")
        for cell, words in ((cells.maximum, "Tối đa"), (cells.points, "Điểm"),
                            (cells.lost, "Bị trừ")):  # fmt: skip
            painter.drawText(cell, _RIGHT, words)

    def _paint_total(self, painter: QPainter, cells: _Cells) -> None:
        if self._row is None:
            return
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.color("text3"))
        painter.fillRect(QRectF(0, 2, self.width(), 1), theme.color("line2"))
        painter.setFont(theme.font("body", 600))
        painter.setPen(theme.color("text"))
        has_cap = not self._row.is_counted and self._row.criterion.maximum is not None
        painter.drawText(cells.name, _LEFT, "Cộng, có trần" if has_cap else "Cộng")
        draw_number(painter, cells.maximum, maximum_text("", self._row.maximum), 1)
        draw_number(painter, cells.points, _column(self._row.points), 3)
        painter.setPen(theme.color("losttext"))
        draw_number(painter, cells.lost, _column(self._row.lost), 3)


class ChildTable(QFrame):
    """Head, one row a child, total."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._children: tuple[str, ...] = ()
        self.rows: list[ChildRow] = []
        self._total = _Line(is_total=True)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(1, 1, 1, 1)
        self._box.setSpacing(0)
        self._box.addWidget(_Line(is_total=False))
        self._box.addWidget(self._total)

    def show_children(
        self, sheet: ScoreSheet, parent: str, signs: Mapping[str, Sign] = _NONE
    ) -> None:
        """Show the children of a branch, with the signs of some."""
        self._children = sheet.tree.children_of(parent)
        while len(self.rows) < len(self._children):
            row = ChildRow(self)
            row.clicked.connect(partial(self._choose, len(self.rows)))
            self._box.insertWidget(1 + len(self.rows), row)
            self.rows.append(row)
            follow(self, self.rows)
        for number, row in enumerate(self.rows):
            if number < len(self._children):
                child = self._children[number]
                row.show_row(sheet[child], signs.get(child, Sign.NONE))
            row.setVisible(number < len(self._children))
        self._total.show_total(sheet[parent])

    def _choose(self, number: int, _checked: object = None) -> None:
        self.chosen.emit(self._children[number])


def _figure(value: Decimal | None) -> str:
    return "–" if value is None else shown(value, 3)


def _column(value: Decimal | None) -> str:
    return "–" if value is None else shown(value, 3, 1 if value else 0)
