"""Painting a row of Tiến độ: pill, track, figures."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from cchc_desktop.domain.rounds import Status
from cchc_desktop.domain.track import OF_THE_UNIT, OVER, Fill, TrackRow
from ui.shared import theme
from ui.shared.icons import pixmap
from ui.shared.numerals import paint_hatched
from ui.track.axis import GAP, PAD, Axis
from ui.track.columns import Column
from ui.track.model import TrackModel

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_CENTER = Qt.AlignmentFlag.AlignCenter
_BAR, _RADIUS, _MARGIN = 8, 2, 8
_ENDED = frozenset({Status.APPROVED, Status.PUBLISHED})


class RowPainter:
    """Paints cells with fonts made once.

    Args:
        model: the rows.
    """

    def __init__(self, model: TrackModel) -> None:
        self._model = model
        self._body = {weight: theme.font("body", weight) for weight in (400, 600)}
        self._small = {weight: theme.font("small", weight) for weight in (400, 500, 600)}

    def cell(
        self, painter: QPainter, cell: QRectF, place: tuple[str, Column], *, is_chosen: bool
    ) -> None:
        """Paint one cell.

        Args:
            painter: where it is painted.
            cell: its rectangle.
            place: key of the row, and the column.
            is_chosen: whether the row is chosen.
        """
        key, column = place
        words = self._model.words(key, column)
        if column is Column.NAME:
            weight = 600 if is_chosen else 400
            room = cell.adjusted(_MARGIN, 0, -_MARGIN, 0)
            self._line(painter, room, words, (self._body[weight], "text"))
            return
        row = self._model.book.row(key)
        late = row.late(self._model.book.today)
        if column is Column.STATUS:
            self._pill(painter, cell, words, _look(row, late))
        elif column is Column.TRACK:
            self._track(painter, cell, row)
        elif column is Column.LATE:
            if late:
                spot = QPointF(cell.center().x() - 8, cell.center().y() - 8)
                painter.drawPixmap(spot, pixmap("sai", "losttext"))
        else:
            self._words(painter, cell, words, (column, row, late))

    def _words(
        self, painter: QPainter, cell: QRectF, words: str, about: tuple[Column, TrackRow, int]
    ) -> None:
        column, row, late = about
        if column is Column.NEXT:
            role = "losttext" if late and row.step in OF_THE_UNIT else "text2"
            room = cell.adjusted(_MARGIN + 4, 0, -4, 0)
            self._line(painter, room, words, (self._small[400], role))
            return
        is_late_day = column is Column.DUE and bool(late)
        role = "losttext" if is_late_day else "text2"
        painter.setFont(self._small[600 if is_late_day else 400])
        painter.setPen(theme.color(role))
        painter.drawText(cell.adjusted(0, 0, -_MARGIN, 0), _RIGHT, words)

    def _line(self, painter: QPainter, room: QRectF, words: str, look: tuple[QFont, str]) -> None:
        font, role = look
        elide = Qt.TextElideMode.ElideRight
        painter.setFont(font)
        painter.setPen(theme.color(role))
        text = QFontMetricsF(font).elidedText(words, elide, room.width())
        painter.drawText(room, _LEFT, text)

    def _pill(self, painter: QPainter, cell: QRectF, words: str, look: tuple[str, str]) -> None:
        tone, ground = look
        font = self._small[500]
        width = QFontMetricsF(font).horizontalAdvance(words) + 13
        pill = QRectF(cell.left() + _MARGIN, cell.center().y() - 10, width, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(pill, 4, 4)
        painter.setFont(font)
        painter.setPen(theme.color(tone))
        painter.drawText(pill, _CENTER, words)

    def _track(self, painter: QPainter, cell: QRectF, row: TrackRow) -> None:
        book = self._model.book
        if book.course is None:
            return
        axis = Axis(book.course.assessment)
        whole = track_rect(cell)
        for phase in range(OVER):
            left = whole.left() + axis.stops[phase] * whole.width()
            right = whole.left() + axis.stops[phase + 1] * whole.width() - GAP
            bar = QRectF(left, whole.center().y() - _BAR / 2, right - left, _BAR)
            share = row.done / row.of if row.of else 1.0
            _paint_phase(painter, bar, row.fill(phase, book.today), share)
        at = axis.at(book.today)
        if at is not None:
            x = round(whole.left() + at * whole.width())
            painter.fillRect(QRectF(x - 1, cell.top(), 2, cell.height() + 1), theme.color("accent"))


def track_rect(cell: QRectF) -> QRectF:
    """Return where in a cell the axis runs."""
    return cell.adjusted(PAD, 0, -PAD, 0)


def _paint_phase(painter: QPainter, bar: QRectF, fill: Fill, share: float) -> None:
    if fill is Fill.FUTURE:
        painter.setPen(QPen(theme.color("line2"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        return
    is_done = fill is Fill.DONE
    painter.setPen(Qt.PenStyle.NoPen if is_done else QPen(theme.color("softline"), 0.6))
    painter.setBrush(theme.color("softline" if is_done else "gotsoft"))
    painter.drawRoundedRect(bar, _RADIUS, _RADIUS)
    if fill is Fill.DONE:
        return
    got = QRectF(bar.left(), bar.top(), bar.width() * share, bar.height())
    if fill is Fill.LATE and share < 1:
        rest = QRectF(got.right(), bar.top(), bar.right() - got.right(), bar.height())
        paint_hatched(painter, rest)
    if got.width() > 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("got"))
        painter.drawRoundedRect(got, _RADIUS, _RADIUS)


def _look(row: TrackRow, late: int) -> tuple[str, str]:
    """Return colour roles of the words and the ground of a status."""
    if late and row.step in OF_THE_UNIT:
        return "losttext", "lostsoft"
    if row.status is Status.EXPLANATION_ASKED:
        return "opentext", "opensoft"
    if row.status in _ENDED:
        return "oktext", "oksoft"
    return "text2", "unsel"
