"""A strip of area cells for narrow windows: code, share got, a click goes there."""

from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.points import HUNDRED, compared, printed, share_of
from cchc_desktop.domain.scoring import ScoreRow
from cchc_desktop.overriding import override
from cchc_desktop.wording.effects import signed_points
from cchc_desktop.wording.numerals import shown
from ui.marks.score_model import ScoreModel
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.numerals import hatch_brush

_WIDTH, _HEIGHT, _GAP = 54, 28, 4
_MOST = 99  # never rounded up to 100 while something is lost
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class AreaCell(QAbstractButton):
    """One area: its code, how much of its maximum it has got, and a bar of both parts."""

    def __init__(self, area: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.area = area
        self._percent = ""
        self._share = 0.0
        self._row: ScoreRow | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setCheckable(True)
        self.setMinimumWidth(36)
        self.setMaximumWidth(_WIDTH)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_row(self, row: ScoreRow) -> None:
        """Show an area's score."""
        if row is self._row:
            return
        self._row = row
        self.setText(row.criterion.code)
        percent = percent_got(row)
        self._percent = "–" if percent is None else f"{percent} %"
        if not row.is_counted and row.points is not None:
            self._percent = signed_points(row.effect.value, row.points, 2)
        self._share = 0.0 if percent is None else _share(row)
        self.setToolTip(f"{row.criterion.code} {row.criterion.name}: {self._percent}")
        self.setAccessibleName(f"Lĩnh vực {row.criterion.code}: được {self._percent}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_here = self.isChecked()
        width = 1.5 if is_here or self.hasFocus() else 1.0
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.color("accent" if width > 1 else "line2"), width))
        painter.setBrush(theme.color("soft" if is_here else "surface"))
        painter.drawRoundedRect(frame, 4, 4)
        words = frame.adjusted(6, 0, -5, -5)
        painter.setFont(theme.font("small", 600))
        painter.setPen(theme.color("text"))
        painter.drawText(words, _LEFT, self.text())
        painter.setFont(theme.font("small", 500 if is_here else 400))
        painter.setPen(theme.color("text2"))
        painter.drawText(words, _RIGHT, self._percent)
        bar = QRectF(frame.left() + 5, frame.bottom() - 6, frame.width() - 10, 3)
        painter.fillRect(bar, theme.color("lostsoft"))
        painter.fillRect(bar, hatch_brush("lost", 3, 1))
        bar.setWidth(bar.width() * self._share)
        painter.fillRect(bar, theme.color("got"))
        painter.end()


class AreaStrip(QWidget):
    """The areas side by side.

    Args:
        desk: where the user is.
        model: the scores.
        parent: the widget it lies in.
    """

    def __init__(self, desk: Desk, model: ScoreModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._model = desk, model
        self._cells: list[AreaCell] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self.setAccessibleName("Các lĩnh vực")
        model.scored.connect(self._scored)
        model.reloaded.connect(self.refresh)
        desk.criterion_chosen.connect(self._mark_here)
        self.refresh()

    def refresh(self) -> None:
        """Show the areas as they stand."""
        ledger = self._model.ledger
        areas = ledger.tree.children_of(ROOT)
        if [cell.area for cell in self._cells] != list(areas):
            self._rebuild(areas)
        for cell in self._cells:
            cell.show_row(ledger[cell.area])
        self._mark_here()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _scored(self) -> None:
        if self.isVisible():  # what is hidden waits until it is shown
            self.refresh()

    def _rebuild(self, areas: tuple[str, ...]) -> None:
        for cell in self._cells:
            self._row.removeWidget(cell)
            cell.deleteLater()
        self._cells = [AreaCell(area, self) for area in areas]
        for cell in self._cells:
            cell.clicked.connect(self._go)
            self._row.addWidget(cell)

    def _go(self) -> None:
        cell = self.sender()
        if isinstance(cell, AreaCell):
            self._desk.choose(cell.area)
        self._mark_here()

    def _mark_here(self) -> None:
        tree, here = self._desk.tree, self._desk.criterion
        area = tree.area_of(here).id if here in tree else ""
        for cell in self._cells:
            cell.setChecked(cell.area == area)


def percent_got(row: ScoreRow) -> str | None:
    """Return the points in whole percent of the maximum; None where one is unknown."""
    if row.points is None or not row.maximum:
        return None
    exact = share_of(row.points, row.maximum, HUNDRED)
    whole = printed(exact, 0)
    if compared(exact) < HUNDRED:
        whole = min(whole, Decimal(_MOST))
    return shown(whole)


def _share(row: ScoreRow) -> float:
    if not row.maximum or row.effect is Effect.PENALTY:
        return 0.0
    return min(1.0, float((row.points or 0) / row.maximum))
