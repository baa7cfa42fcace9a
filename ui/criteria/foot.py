"""The row below the tree: the sum of the areas against the points of the whole set."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.set_checks import WHOLE_SET, areas_total
from cchc_desktop.overriding import override
from cchc_desktop.wording.effects import areas_beside
from cchc_desktop.wording.numerals import shown
from cchc_desktop.wording.set_checks import areas_sum
from ui.criteria.columns import Column
from ui.criteria.tree_view import CriteriaView
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.numerals import draw_number

_HEIGHT = 28
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class SetFoot(QWidget):
    """The total row, pinned under the tree, on the tree's columns."""

    def __init__(self, desk: Desk, view: CriteriaView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._view = desk, view
        self._text = self._total = ""
        self._fits = True
        self.setFixedHeight(_HEIGHT)
        view.columns_moved.connect(self.update)
        self.refresh()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text

    @property
    def fits(self) -> bool:
        """Whether the areas add up to the whole set."""
        return self._fits

    def refresh(self) -> None:
        """Add the areas up anew."""
        tree = self._desk.tree
        total = areas_total(tree)
        counted, areas = len(tuple(tree.alike(ROOT))), len(tree.children_of(ROOT))
        self._text = areas_sum(counted, total, WHOLE_SET) + areas_beside(areas - counted)
        self._total = "?" if total is None else shown(total, None, 1)
        self._fits = total == WHOLE_SET
        self.setAccessibleName(f"{self._text}. {self._total}")
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        for top in (0, 3):
            painter.fillRect(QRectF(0, top, self.width(), 1), theme.color("line2"))
        painter.setFont(theme.font("body", 600))
        painter.setPen(theme.color("text" if self._fits else "opentext"))
        view = self._view
        left = view.columnViewportPosition(Column.NAME)
        number = view.columnViewportPosition(Column.MAXIMUM)
        height = self.height() - 3
        room = number - left
        words = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, 3, room, height), _LEFT, words)
        wide = view.columnWidth(Column.MAXIMUM)
        draw_number(painter, QRectF(number + 4, 3, wide - 12, height), self._total, 1)
        painter.end()
