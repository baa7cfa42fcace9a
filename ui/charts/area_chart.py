"""The panel "Điểm theo lĩnh vực": what every area got and lost, live.

It loads pyqtgraph, so the window imports this module when the chart is first shown.
"""

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from cchc_desktop.overriding import override
from ui.charts.area_plot import AreaPlot
from ui.charts.area_rows import area_rows, as_table
from ui.shared import theme
from ui.shared.copying import copying_menu, pop_up
from ui.shared.desk import Desk
from ui.shared.frames import box_of, frame
from ui.shared.labels import label
from ui.shared.numerals import paint_hatched
from ui.shared.timers import later

_HEAD = 36


class AreaChartPanel(QFrame):
    """Bars of the areas; a click goes to the area, the right button copies picture or data.

    Args:
        desk: where the user is.
        parent: the widget it lies in.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._desk = desk
        self.plot = AreaPlot()
        self.plot.setAccessibleName("Điểm theo lĩnh vực")
        self.plot.chosen.connect(desk.choose)
        self.plot.menu_asked.connect(self._show_menu)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 4)
        outer.setSpacing(0)
        outer.addWidget(self._build_head())
        outer.addWidget(self.plot, 1)
        self._turn = later(self, 0, self.refresh)
        for signal in (desk.changed, desk.place_switched, desk.criterion_chosen):
            signal.connect(self._turn.start)
        theme.switch.switched.connect(self._turn.start)
        self.refresh()

    def refresh(self) -> None:
        """Show the scores as they stand; what is hidden waits until it is shown."""
        if self.isVisible():
            desk = self._desk
            rows = area_rows(desk.state, desk.sheet, desk.scores) if desk.sheet else ()
            is_known = desk.criterion in desk.tree
            chosen = desk.tree.area_of(desk.criterion).id if is_known else ""
            self.plot.show_rows(rows, chosen)

    def menu(self) -> QMenu:
        """Return the menu of the right button."""
        return copying_menu(self, self._table)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._turn.start()

    def _build_head(self) -> QFrame:
        head = frame("panel", vertical=False, margins=(16, 0, 16, 0), gap=6)
        head.setFixedHeight(_HEAD)
        box = box_of(head)
        box.addWidget(label("Điểm theo lĩnh vực", "body", 600))
        box.addStretch(1)
        for is_lost, words in ((False, "được"), (True, "bị trừ")):
            box.addWidget(_Swatch(is_lost=is_lost))
            box.addWidget(label(words, "small", tone="text2"))
            box.addSpacing(10)
        box.addSpacing(24)
        box.addWidget(label("hạng", "small", tone="text2"))
        return head

    def _show_menu(self, spot: QPoint) -> None:
        pop_up(self.menu(), spot)

    def _table(self) -> str:
        desk = self._desk
        return as_table(area_rows(desk.state, desk.sheet, desk.scores))


class _Swatch(QWidget):
    """How got or lost points look."""

    def __init__(self, *, is_lost: bool) -> None:
        super().__init__()
        self._is_lost = is_lost
        self.setFixedSize(14, 10)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._is_lost:
            paint_hatched(painter, QRectF(self.rect()))
        else:
            painter.fillRect(self.rect(), theme.color("got"))
        painter.end()
