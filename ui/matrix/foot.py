"""Under the matrix: totals of the units in the same columns, and what the looks of cells mean."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.overriding import override
from ui.matrix.axes import Spot, Way
from ui.matrix.body_paint import PAD, CellPainter, CellState
from ui.matrix.cells import DASH, CellLook, Kind
from ui.matrix.measure import CELL, CODE
from ui.matrix.model import MatrixModel
from ui.matrix.view import MatrixView
from ui.shared import theme
from ui.shared.numerals import draw_number
from ui.shared.rows import RULE, TOTAL, paint_foot

_WORDS = "Cộng điểm đã có"
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_SAMPLE = "1,0"
_BOX, _ICON_BOX = 46, 58
_GAP, _LEAST_GAP, _MOST_NARROWER = 12.0, 6.0, 12.0
_LEGEND: tuple[tuple[str, CellLook, CellState], ...] = (
    ("tự gõ", CellLook(Kind.TYPED, _SAMPLE, _SAMPLE), CellState()),
    ("tính", CellLook(Kind.COMPUTED, _SAMPLE, _SAMPLE), CellState()),
    ("chưa chấm", CellLook(Kind.MISSING, "", ""), CellState()),
    ("khóa", CellLook(Kind.TYPED, _SAMPLE, _SAMPLE, is_locked=True), CellState()),
    ("không áp dụng", CellLook(Kind.OUT, "", ""), CellState()),
    ("vừa đổi", CellLook(Kind.TYPED, _SAMPLE, _SAMPLE), CellState(is_fresh=True)),
    ("chờ", CellLook(Kind.TYPED, _SAMPLE, _SAMPLE, is_asked=True), CellState()),
    ("khảo sát", CellLook(Kind.SURVEY, _SAMPLE, _SAMPLE), CellState()),
)


class TotalRow(QWidget):
    """Totals of the visible units, pinned under the matrix.

    Args:
        model: the matrix.
        view: the table whose columns it shares.
        parent: the widget it lies in.
    """

    def __init__(self, model: MatrixModel, view: MatrixView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._view = model, view
        self.setAccessibleName(_WORDS)
        self.setFixedHeight(TOTAL + RULE)
        model.reread.connect(self._reread)
        model.reshaped.connect(self._fit)
        view.placed.connect(self.update)
        view.scored.connect(self.update)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        paint_foot(painter, self)
        painter.setFont(theme.font("body", 600))
        painter.setPen(theme.color("text"))
        frozen = self._view.rows.frozen
        painter.drawText(QRectF(CODE + 8, RULE, frozen.name, TOTAL), _LEFT, _WORDS)
        painter.setClipRect(frozen.width, 0, self._view.viewport().width(), self.height())
        self._totals(painter, frozen.width)
        painter.end()

    def _totals(self, painter: QPainter, left: int) -> None:
        axes, offset = self._model.axes, self._view.horizontalOffset()
        last = (offset + self._view.viewport().width()) // CELL + 1
        for column in range(max(0, offset // CELL), min(axes.columns, last)):
            sheet = axes.sheets[column].id
            if not self._model.book.is_ready(sheet):
                continue
            look = self._model.book.look(Spot(sheet, ROOT))
            cell = QRectF(left + column * CELL - offset, RULE, CELL - PAD, TOTAL)
            draw_number(painter, cell, look.text or DASH, look.slots)

    def _reread(self, _sheets: object) -> None:
        self.update()

    def _fit(self) -> None:
        self.setVisible(self._model.axes.way is Way.CRITERIA)
        self.update()


class Legend(QWidget):
    """What the looks of the cells mean, in one row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(28)
        self.setAccessibleName("Chú thích các loại ô")
        words = [words for words, _, _ in _LEGEND]
        self.setAccessibleDescription(", ".join(words))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.color("line"))
        cells, metrics = CellPainter(), QFontMetricsF(theme.font("small"))
        gap, narrower = self._measures(metrics)
        left = gap
        for words, look, state in _LEGEND:
            has_icon = look.is_locked or look.is_asked
            box = QRectF(left, 4, (_ICON_BOX if has_icon else _BOX) - narrower, 20)
            cells.paint(painter, box, look, state)
            painter.setPen(theme.color("line2"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("text2"))
            wide = metrics.horizontalAdvance(words)
            painter.drawText(QRectF(box.right() + 6, 0, wide + 2, self.height()), _LEFT, words)
            left = box.right() + 6 + wide + gap
        painter.end()

    def _measures(self, metrics: QFontMetricsF) -> tuple[float, float]:
        """Return the gap between two samples, and how much narrower each is for want of room."""
        words = sum(metrics.horizontalAdvance(words) + 6 for words, _, _ in _LEGEND)
        samples = sum(
            _ICON_BOX if look.is_locked or look.is_asked else _BOX for _, look, _ in _LEGEND
        )
        rest = self.width() - words - samples
        gap = max(_LEAST_GAP, min(_GAP, rest / (len(_LEGEND) + 1)))
        lacking = max(0.0, gap * (len(_LEGEND) + 1) - rest)
        return gap, min(_MOST_NARROWER, lacking / len(_LEGEND))
