"""Bars as vectors: what was reached is solid, what was lost is hatched."""

from dataclasses import replace
from decimal import Decimal

from reportlab.platypus import Flowable

from cchc_desktop.domain.text import nfc
from cchc_desktop.overriding import override
from cchc_desktop.reports.document import Bar, BarChart, Quantity
from cchc_desktop.reports.writers import pdf_style as style
from cchc_desktop.reports.writers.pdf_spots import remember
from cchc_desktop.wording.numerals import shown

_LABELS, _NAME_AT, _RESERVE = 98, 19, 26
_PITCH, _THICK = 12.3, 8.2
_LEGEND, _AXIS = 18, 14
_NAME_SIZE, _INSIDE_SIZE, _TICK_SIZE = 9.5, 8.5, 8.5
_LEAST_INSIDE, _LEAST_BAR = 28, 1.2
_HATCH_STEP, _HATCH_WIDTH = 2.6, 0.45
_STEPS = (1, 2, 5)
_MOST_TICKS = 4
_WIDTH = 104 / 25.4 * 72


class ChartPiece(Flowable):
    """Horizontal bars on one scale from zero."""

    def __init__(self, chart: BarChart) -> None:
        super().__init__()
        self._chart = chart
        self._top = max([bar.got + bar.lost for bar in chart.bars] + [Decimal(0)]) or Decimal(1)
        self.width = _WIDTH
        self._plot = len(chart.bars) * _PITCH
        self.height = self._plot + _AXIS + (_LEGEND if chart.legend else 4)
        self._scale = (_WIDTH - _LABELS - self._reserve()) / float(self._top)

    @override
    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        """Draw legend, scale and bars."""
        if self._chart.legend:
            self._draw_legend()
        self._draw_scale()
        for number, bar in enumerate(self._chart.bars):
            self._draw_bar(bar, _AXIS + self._plot - (number + 0.5) * _PITCH)

    def _reserve(self) -> float:
        """Return the room right of the longest bar: a number, or two where one is outside."""
        rough = (_WIDTH - _LABELS - _RESERVE) / float(self._top)
        outside = [bar for bar in self._chart.bars if float(bar.got) * rough < _LEAST_INSIDE]
        longest = max((float(bar.got + bar.lost) for bar in outside), default=0)
        short = longest * rough + 48 - (_WIDTH - _LABELS - _RESERVE)
        return _RESERVE + max(0.0, short)

    def _draw_legend(self) -> None:
        canvas = self.canv
        at, left = self.height - 11, float(_LABELS)
        for number, text in enumerate(self._chart.legend):
            if number == 0:
                canvas.setFillColor(style.BAR_GREY)
                canvas.rect(left, at, 14, 7, stroke=0, fill=1)
            else:
                self._hatch(left, at, 14, 7)
            canvas.setFillColor(style.BLACK)
            canvas.setFont(style.REGULAR, _NAME_SIZE)
            canvas.drawString(left + 18, at + 0.6, text)
            left += 18 + style.width_of(text, style.REGULAR, _NAME_SIZE) + 14

    def _draw_scale(self) -> None:
        canvas = self.canv
        step = _tick_step(self._top)
        value, right = Decimal(0), 0.0
        while value <= self._top:
            at = _LABELS + float(value) * self._scale
            canvas.setStrokeColor(style.GRID_GREY if value else style.BLACK)
            canvas.setLineWidth(0.4 if value else 0.6)
            canvas.line(at, _AXIS, at, _AXIS + self._plot)
            text = shown(value)
            canvas.setFillColor(style.BLACK)
            canvas.setFont(style.REGULAR, _TICK_SIZE)
            canvas.drawCentredString(at, 2.5, text)
            right = at + style.width_of(text, style.REGULAR, _TICK_SIZE) / 2
            value += step
        canvas.setFont(style.ITALIC, _TICK_SIZE)
        canvas.drawString(right + 4, 2.5, self._chart.unit)

    def _draw_bar(self, bar: Bar, middle: float) -> None:
        canvas = self.canv
        baseline, low = middle - 3.1, middle - _THICK / 2
        room = _LABELS - _NAME_AT - 4
        canvas.setFillColor(style.BLACK)
        canvas.setFont(style.REGULAR, _NAME_SIZE)
        code = style.fitted_text(nfc(bar.code), style.REGULAR, _NAME_SIZE, _NAME_AT)
        canvas.drawString(0, baseline, code)
        name = style.fitted_text(nfc(bar.name), style.REGULAR, _NAME_SIZE, room)
        canvas.drawString(_NAME_AT, baseline, name)
        got = float(bar.got) * self._scale
        lost = max(_LEAST_BAR, float(bar.lost) * self._scale) if bar.lost else 0.0
        canvas.setFillColor(style.BAR_GREY)
        canvas.rect(_LABELS, low, got, _THICK, stroke=0, fill=1)
        if lost:
            self._hatch(_LABELS + got, low, lost, _THICK)
        self._numbers(bar, (got, lost), middle)

    def _numbers(self, bar: Bar, lengths: tuple[float, float], middle: float) -> None:
        canvas = self.canv
        got, lost = lengths
        places = self._chart.places
        inside, outside = shown(bar.got, places, places), shown(bar.lost, places, places)
        at = _LABELS + got + lost + 3
        width = style.width_of(outside, style.BOLD, _NAME_SIZE)
        self._patch(at, middle, width)
        canvas.setFillColor(style.BLACK)
        canvas.setFont(style.BOLD, _NAME_SIZE)
        canvas.drawString(at, middle - 3.1, outside)
        self._remember(bar, (at, middle - 3.1, width, _NAME_SIZE), outside, Quantity.LOST)
        inner = style.width_of(inside, style.BOLD, _INSIDE_SIZE)
        if got >= _LEAST_INSIDE:
            canvas.setFillColor(style.WHITE)
            canvas.setFont(style.BOLD, _INSIDE_SIZE)
            canvas.drawRightString(_LABELS + got - 3, middle - 2.9, inside)
            box = (_LABELS + got - 3 - inner, middle - 2.9, inner, _INSIDE_SIZE)
            self._remember(bar, box, inside, Quantity.POINTS)
            return
        text = f"({self._chart.legend[0]} {inside})" if self._chart.legend else f"({inside})"
        at += width + 3
        self._patch(at, middle, style.width_of(text, style.REGULAR, _INSIDE_SIZE))
        canvas.setFillColor(style.BLACK)
        canvas.setFont(style.REGULAR, _INSIDE_SIZE)
        canvas.drawString(at, middle - 2.9, text)
        box = (at, middle - 2.9, style.width_of(text, style.REGULAR, _INSIDE_SIZE), _INSIDE_SIZE)
        self._remember(bar, box, inside, Quantity.POINTS)

    def _remember(
        self, bar: Bar, box: tuple[float, float, float, float], text: str, quantity: Quantity
    ) -> None:
        if bar.origin is not None:
            remember(self.canv, box, text, replace(bar.origin, quantity=quantity))

    def _patch(self, left: float, middle: float, width: float) -> None:
        self.canv.setFillColor(style.WHITE)
        self.canv.rect(left - 1, middle - 4.5, width + 2, 9, stroke=0, fill=1)

    def _hatch(self, left: float, low: float, width: float, height: float) -> None:
        canvas = self.canv
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(left, low, width, height)
        canvas.setFillColor(style.WHITE)
        canvas.clipPath(path, stroke=0, fill=1)
        canvas.setStrokeColor(style.HATCH_GREY)
        canvas.setLineWidth(_HATCH_WIDTH)
        at = left - height
        while at < left + width:
            canvas.line(at, low, at + height, low + height)
            at += _HATCH_STEP
        canvas.restoreState()
        canvas.setStrokeColor(style.HATCH_GREY)
        canvas.setLineWidth(0.5)
        canvas.rect(left, low, width, height, stroke=1, fill=0)


def _tick_step(top: Decimal) -> Decimal:
    """Return the least of 1, 2, 5, 10 ... (or 0.1, 0.2 ...) that needs few ticks."""
    power = Decimal(1).scaleb(top.adjusted() - 1)
    while True:
        for step in _STEPS:
            if top / (step * power) <= _MOST_TICKS:
                return step * power
        power *= 10
