"""The total, pinned under the tree in the same columns."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.explanation import as_text, explain_total
from cchc_desktop.overriding import override
from ui.marks.columns import Column
from ui.marks.row_paint import RowPainter, RowState
from ui.marks.score_model import ScoreModel
from ui.marks.score_view import ScoreView
from ui.shared import theme
from ui.shared.rows import RULE, TOTAL, paint_foot


class TotalRow(QWidget):
    """Sum over the areas.

    Args:
        model: the scores.
        view: the tree whose columns it shares.
        parent: the widget it lies in.
    """

    def __init__(self, model: ScoreModel, view: ScoreView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._view = model, view
        self._painter = RowPainter()
        self.setFixedHeight(TOTAL + RULE)
        model.scored.connect(self._show)
        model.reloaded.connect(self._show)
        view.placed.connect(self.update)
        theme.switch.switched.connect(self._rebuild)
        self._show()

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, TOTAL + RULE)

    @override
    def event(self, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            self.setToolTip(self._hint())
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        row = paint_foot(painter, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._model.look(ROOT)
        self._painter.cells(painter, row, self._view.spans, look, RowState())
        painter.end()

    def _show(self) -> None:
        look = self._model.look(ROOT)
        self.setAccessibleName(look.name)
        columns = (Column.MAXIMUM, Column.POINTS, Column.LOST, Column.EVIDENCE)
        said = [look.spoken(column) for column in columns]
        self.setAccessibleDescription(", ".join([*said, *filter(None, (look.remark,))]))
        self.update()

    def _hint(self) -> str:
        """Return the numbers, and how bonuses and penalties lead to them."""
        said, scores = self.accessibleDescription(), self._model.ledger.scores
        if not scores.tree.has_effects:
            return said
        return f"{said}\n{as_text(explain_total(scores))}"

    def _rebuild(self) -> None:
        self._painter = RowPainter()
        self.update()
