"""Bars of what points stand on: documents, explanations, to be looked at, missing, not counted."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cchc_desktop.domain.coverage import Proof, Sums
from cchc_desktop.domain.points import ZERO
from cchc_desktop.overriding import override
from cchc_desktop.wording.coverage import PROOFS
from cchc_desktop.wording.numerals import shown
from ui.shared import theme
from ui.shared.numerals import hatch_brush

HEIGHT = 12
_GAP = 1.0
_LEAST = 4.0  # pixels; the smallest part stays visible


def paint_segment(painter: QPainter, rect: QRectF, proof: Proof) -> None:
    """Paint one part of a bar, or its sign in the legend."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    if proof is Proof.DOCUMENTS:
        painter.fillRect(rect, theme.color("got"))
    elif proof is Proof.EXPLAINED:
        painter.fillRect(rect, theme.color("gotsoft"))
        _edge(painter, rect, "got")
    elif proof is Proof.REVIEW:
        painter.fillRect(rect, theme.color("opensoft"))
        painter.fillRect(rect, hatch_brush("open"))
        _edge(painter, rect, "open")
    elif proof is Proof.MISSING:
        _edge(painter, rect, "opentext", Qt.PenStyle.DashLine)
    elif proof is Proof.UNSPLIT:
        painter.fillRect(rect, theme.color("unsel"))
        _edge(painter, rect, "line2")
    else:
        painter.fillRect(rect, hatch_brush("line2"))
        _edge(painter, rect, "line2")
    painter.restore()


def paint_bar(painter: QPainter, rect: QRectF, sums: Sums, scale: float) -> None:
    """Paint the parts of some points beside each other.

    Args:
        painter: paints.
        rect: where the bar begins, and its height.
        sums: the points.
        scale: pixels for one point.
    """
    left = rect.left()
    for proof, points in parts_of(sums):
        wide = max(_LEAST, float(points) * scale - _GAP)
        paint_segment(painter, QRectF(left, rect.top(), wide, rect.height()), proof)
        left += wide + _GAP


def parts_of(sums: Sums) -> Sequence[tuple[Proof, Decimal]]:
    """Return the parts that have points, in the order of the legend."""
    return [(proof, sums.of(proof)) for proof in Proof if sums.of(proof) > ZERO]


def said(sums: Sums) -> str:
    """Say a bar for a screen reader."""
    return "; ".join(f"{PROOFS[proof]}: {shown(points)}" for proof, points in parts_of(sums))


def _edge(
    painter: QPainter, rect: QRectF, role: str, style: Qt.PenStyle = Qt.PenStyle.SolidLine
) -> None:
    pen = QPen(theme.color(role), 1, style)
    if style is Qt.PenStyle.DashLine:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


class CoverageBar(QWidget):
    """One bar over the whole width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sums = Sums()
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_sums(self, sums: Sums) -> None:
        """Show other points."""
        self._sums = sums
        self.setAccessibleName(said(sums))
        self.setToolTip(said(sums))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        whole = float(self._sums.whole)
        if not whole:
            return
        painter = QPainter(self)
        scale = (self.width() - 6 * _LEAST) / whole
        paint_bar(painter, QRectF(self.rect()), self._sums, scale)
        painter.end()


class LegendSign(QWidget):
    """The sign of one kind in the legend.

    Args:
        proof: the kind.
        parent: the widget it lies in.
    """

    def __init__(self, proof: Proof, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proof = proof
        self.setFixedSize(22, HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        paint_segment(painter, QRectF(self.rect()), self._proof)
        painter.end()
