"""Painting the rows of the register."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from cchc_desktop.domain.register import Entry, Standing
from cchc_desktop.records import record
from ui.documents.columns import Column
from ui.documents.ledger import DASH, NOT_LINKED, Ledger
from ui.shared import theme
from ui.shared.icons import pixmap
from ui.shared.rows import paint_ground
from ui.shared.titles import LEFT, PAD, RIGHT

Span = tuple[Column, float, float]  # column, left, width
_PILL = 20.0
LOOKS: Mapping[Standing, tuple[str, str]] = {
    Standing.UNREADABLE: ("broken", "losttext"),
    Standing.OUT_OF_YEAR: ("offyear", "opentext"),
    Standing.UNLINKED: ("link", "opentext"),
    Standing.DUPLICATE: ("dup", "opentext"),
    Standing.LACKING: ("describe", "opentext"),
    Standing.IN_FORCE: ("du", "oktext"),
    Standing.COMPLETE: ("du", "oktext"),
}
"""Icon and colour role of each standing."""


@record
class RowState:
    """How a row stands."""

    is_selected: bool = False
    is_current: bool = False
    has_ring: bool = False
    icon: str = "file"


class RowPainter:
    """Fonts of the theme that shows, and one function a kind of cell."""

    def __init__(self) -> None:
        self._body = {weight: theme.font("body", weight) for weight in (400, 500)}
        self._small = {weight: theme.font("small", weight) for weight in (400, 500, 600)}
        self._metrics = {weight: QFontMetricsF(font) for weight, font in self._body.items()}
        self._small_metrics = {w: QFontMetricsF(font) for w, font in self._small.items()}

    def paint(
        self,
        painter: QPainter,
        row: QRectF,
        spans: Sequence[Span],
        found: tuple[Ledger, Entry, RowState],
    ) -> None:
        """Paint a document over the full width, then each visible cell."""
        ledger, entry, state = found
        role = "soft" if state.is_selected else "surface"
        paint_ground(painter, row, role, barred=state.is_current)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for column, left, width in spans:
            cell = QRectF(left, row.top(), width, row.height() - 1)
            if column is Column.ICON:
                role = "accent" if state.is_selected else "text2"
                spot = QPointF(cell.left() + 12, cell.center().y() - 8)
                painter.drawPixmap(spot, pixmap(state.icon, role))
            elif column is Column.USES:
                self._uses(painter, cell, ledger.codes(entry), is_on=state.is_selected)
            elif column is Column.STATE:
                self._standing(painter, cell, entry.standing, ledger.standing_words(entry))
            else:
                self._words(painter, cell, column, ledger.text(entry, column), entry)
        if state.has_ring:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(row.adjusted(1, 1, -1, -2))

    def fits(self, text: str, column: Column, width: float) -> bool:
        """Return whether a text has room in a cell of some width."""
        weight = 500 if column is Column.NUMBER else 400
        return self._metrics[weight].horizontalAdvance(text) <= width - 2 * PAD

    def _words(
        self, painter: QPainter, cell: QRectF, column: Column, text: str, entry: Entry
    ) -> None:
        is_file_name = column is Column.SUBJECT and not entry.document.subject
        weight = 500 if column is Column.NUMBER and text != DASH else 400
        role = "off" if text == DASH else "text"
        if is_file_name or (column in (Column.DAY, Column.ISSUER) and text != DASH):
            role = "text2"
        painter.setFont(self._body[weight])
        painter.setPen(theme.color(role))
        room = cell.adjusted(PAD, 0, -PAD, 0)
        metrics = self._metrics[weight]
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, RIGHT if column is Column.DAY else LEFT, cut)

    def _uses(self, painter: QPainter, cell: QRectF, codes: Sequence[str], *, is_on: bool) -> None:
        left = cell.left() + PAD
        if not codes:
            painter.setFont(self._small[400])
            painter.setPen(theme.color("opentext"))
            painter.drawText(QRectF(left, cell.top(), cell.width(), cell.height()), LEFT,
                             NOT_LINKED)  # fmt: skip
            return
        wide = self._small_metrics[600].horizontalAdvance(codes[0]) + 16
        pill = QRectF(left, cell.center().y() - _PILL / 2, wide, _PILL)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface" if is_on else "soft"))
        painter.drawRoundedRect(pill, 4, 4)
        painter.setFont(self._small[600])
        painter.setPen(theme.color("accent"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, codes[0])
        if len(codes) > 1:
            painter.setFont(self._small[400])
            painter.setPen(theme.color("text3"))
            rest = QRectF(pill.right() + 6, cell.top(), 40, cell.height())
            painter.drawText(rest, LEFT, f"+{len(codes) - 1}")

    def _standing(self, painter: QPainter, cell: QRectF, standing: Standing, text: str) -> None:
        icon_name, role = LOOKS[standing]
        spot = QPointF(cell.left() + PAD, cell.center().y() - 8)
        painter.drawPixmap(spot, pixmap(icon_name, role))
        painter.setFont(self._small[500])
        painter.setPen(theme.color(role))
        room = cell.adjusted(PAD + 22, 0, -PAD, 0)
        cut = self._small_metrics[500].elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, LEFT, cut)
