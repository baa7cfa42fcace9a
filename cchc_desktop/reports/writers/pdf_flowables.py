"""Pieces of a paper that reportlab does not have: head, title, figures, numbers on an axis."""

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from cchc_desktop.domain.text import nfc
from cchc_desktop.overriding import override
from cchc_desktop.reports.document import Figure, Figures, Head, Origin, Signatures, Signed
from cchc_desktop.reports.writers import pdf_style as style
from cchc_desktop.reports.writers.pdf_spots import remember
from cchc_desktop.wording import signing as words

_HEAD_STEP, _HEAD_FIRST, _HEAD_BELOW = 16, 12, 8
_HEAD_SIZE, _MOTTO_SIZE = 12, 13
_DATED_STEP = 24
_SIGN_BEFORE, _SIGN_ROOM, _SIGN_SIZE = 18, 64, 13
_SIGNED_BEFORE, _SIGN_FREE, _SIGN_STEP, _SIGN_COLUMN = 12, 56, 16, 80 * mm
_TO_HEAD_SIZE, _TO_SIZE, _TO_STEP = 12, 11, 13.5
_LEFT_WIDTH, _RIGHT_WIDTH = 70 * mm, 90 * mm
_RULE, _RULE_DROP, _RULE_SHARE = 0.75, 5.5, 0.4
_TITLE_SIZE, _TITLE_LEADING, _TITLE_BEFORE, _TITLE_AFTER = 14, 17, 6, 10
_TITLE_RULE_DROP = 7
_FIGURES_HEIGHT, _FIGURES_BELOW = 59, 3
_FIGURE_GAP = 20


class _Fixed(Flowable):
    """A piece as wide as the frame, of a height known beforehand."""

    def __init__(self, height: float) -> None:
        super().__init__()
        self.height = height
        self.width = 0.0

    @override
    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self.width = available_width
        return available_width, self.height


class HeadPiece(_Fixed):
    """The official head: two columns, each centred on its own axis, on shared baselines."""

    def __init__(self, head: Head) -> None:
        issuer = [(nfc(line), style.BOLD) for line in head.issuer]
        superior = [(nfc(head.superior), style.REGULAR)] if head.superior else []
        self._left = [part for line in [*superior, *issuer] for part in _broken(*line)]
        self._head = head
        self._lines = max(2, len(self._left))
        below = _DATED_STEP if head.number or head.dated else 0
        super().__init__(_HEAD_FIRST + (self._lines - 1) * _HEAD_STEP + below + _HEAD_BELOW)

    def draw(self) -> None:
        """Draw both columns."""
        axis = _LEFT_WIDTH / 2
        for number, (text, font, size) in enumerate(self._left):
            self._centred(axis, number, (text, font, size))
        widest = max(style.width_of(*line) for line in self._left)
        self._rule(axis, len(self._left) - 1, widest * _RULE_SHARE)
        axis = self.width - _RIGHT_WIDTH / 2
        motto = (self._head.motto, style.BOLD, _MOTTO_SIZE)
        self._centred(axis, 0, (self._head.country, style.BOLD, _HEAD_SIZE))
        self._centred(axis, 1, motto)
        self._rule(axis, 1, style.width_of(*motto))
        self._draw_dated(axis)

    def _draw_dated(self, axis: float) -> None:
        """Draw number and day on one line below both columns."""
        baseline = self._baseline(self._lines - 1) - _DATED_STEP
        number, dated = nfc(self._head.number), nfc(self._head.dated)
        self.canv.setFont(style.REGULAR, _HEAD_SIZE)
        self.canv.drawCentredString(_LEFT_WIDTH / 2, baseline, number)
        size = style.fitted_size(dated, style.ITALIC, _MOTTO_SIZE, _RIGHT_WIDTH)
        self.canv.setFont(style.ITALIC, size)
        self.canv.drawCentredString(axis, baseline, dated)

    def _baseline(self, number: int) -> float:
        return self.height - _HEAD_FIRST - number * _HEAD_STEP

    def _centred(self, axis: float, number: int, line: tuple[str, str, float]) -> None:
        text, font, size = line
        self.canv.setFont(font, size)
        self.canv.drawCentredString(axis, self._baseline(number), text)

    def _rule(self, axis: float, number: int, length: float) -> None:
        _line(self.canv, axis - length / 2, self._baseline(number) - _RULE_DROP, length)


class TitlePiece(_Fixed):
    """Kind and subject, centred, with a rule below; long lines are balanced."""

    def __init__(self, kind: str, subject: str, width: float) -> None:
        subject_lines = balanced(nfc(subject), width)
        self._lines = [*balanced(nfc(kind), width), *subject_lines]
        longest = max(style.width_of(text, style.BOLD, _TITLE_SIZE) for text in subject_lines)
        self._rule_length = longest * _RULE_SHARE
        depth = _TITLE_BEFORE + len(self._lines) * _TITLE_LEADING
        super().__init__(depth + _TITLE_RULE_DROP - 3 + _TITLE_AFTER)

    def draw(self) -> None:
        """Draw the lines and the rule."""
        baseline = self.height - _TITLE_BEFORE
        self.canv.setFont(style.BOLD, _TITLE_SIZE)
        for text in self._lines:
            baseline -= _TITLE_LEADING
            self.canv.drawCentredString(self.width / 2, baseline + 3, text)
        length = self._rule_length
        _line(self.canv, (self.width - length) / 2, baseline + 3 - _TITLE_RULE_DROP, length)


class FiguresPiece(_Fixed):
    """The figures row: large numbers on one baseline, rules between."""

    def __init__(self, figures: Figures) -> None:
        super().__init__(_FIGURES_HEIGHT + _FIGURES_BELOW)
        self._items = figures.items

    def draw(self) -> None:
        """Draw the figures from left to right, the free room shared out between them."""
        widths = [_figure_width(item) for item in self._items]
        gaps = len(widths) - 1
        gap = max(_FIGURE_GAP, (self.width - sum(widths)) / (gaps + 1)) if gaps else 0
        room = (self.width - gap * gaps) / max(1.0, sum(widths))
        left = 0.0
        for item, natural in zip(self._items, widths, strict=True):
            width = natural * min(1.0, room)
            if left:
                self._separator(left - gap / 2)
            self._figure(item, left, width)
            left += width + gap

    def _separator(self, at: float) -> None:
        self.canv.setStrokeColor(style.HAIRLINE_GREY)
        self.canv.setLineWidth(0.25)
        self.canv.line(at, _FIGURES_BELOW + 4, at, self.height)

    def _figure(self, item: Figure, left: float, width: float) -> None:
        top = self.height
        size = _number_size(item)
        canvas = self.canv
        canvas.setFont(style.REGULAR, 10)
        canvas.drawString(left, top - 7.8, item.label)
        canvas.setFont(style.BOLD, size)
        canvas.drawString(left, top - 39.8, item.value)
        number = style.width_of(item.value, style.BOLD, size)
        remember(canvas, (left, top - 39.8, number, size), item.value, item.origin)
        after = f" {nfc(item.after)}"
        after_size = style.fitted_size(after, style.REGULAR, 13, width - number)
        canvas.setFont(style.REGULAR, after_size)
        canvas.drawString(left + number, top - 39.8, after)
        note = nfc(item.note)
        note_size = style.fitted_size(note, style.REGULAR, 10, width)
        canvas.setFont(style.REGULAR, note_size)
        canvas.drawString(left, top - 54.5, note)


class SignaturesPiece(_Fixed):
    """Two signatures beside each other, with room to sign between post and name."""

    def __init__(self, signatures: Signatures) -> None:
        super().__init__(_SIGN_BEFORE + _SIGN_ROOM + 2 * _SIGN_SIZE)
        self._signatures = signatures

    def draw(self) -> None:
        """Draw posts and names, each pair on its own axis."""
        top, quarter = self.height - _SIGN_BEFORE - _SIGN_SIZE, self.width / 4
        self.canv.setFont(style.BOLD, _SIGN_SIZE)
        pairs = ((quarter, self._signatures.left), (3 * quarter, self._signatures.right))
        for axis, (post, name) in pairs:
            self.canv.drawCentredString(axis, top, nfc(post))
            text = style.fitted_text(nfc(name), style.BOLD, _SIGN_SIZE, self.width / 2)
            self.canv.drawCentredString(axis, top - _SIGN_ROOM, text)


class SignedPiece(_Fixed):
    """Nơi nhận left, the signature centred in a column of 80 mm right (decree 30/2020)."""

    def __init__(self, signed: Signed) -> None:
        self._signed = signed
        left = _TO_SIZE + len(signed.recipients) * _TO_STEP
        under = len(signed.posts[1:]) * _SIGN_STEP
        right = _SIGN_SIZE + _SIGN_FREE + under + _SIGN_STEP
        super().__init__(_SIGNED_BEFORE + max(left, right))

    def draw(self) -> None:
        """Draw both columns from one first baseline."""
        top = self.height - _SIGNED_BEFORE - _SIGN_SIZE
        self.canv.setFont(style.BOLD_ITALIC, _TO_HEAD_SIZE)
        self.canv.drawString(0, top, words.RECIPIENTS)
        self.canv.setFont(style.REGULAR, _TO_SIZE)
        for number, line in enumerate(self._signed.recipients, 1):
            self.canv.drawString(0, top - number * _TO_STEP, f"- {nfc(line)}")
        axis, baseline = self.width - _SIGN_COLUMN / 2, top
        office, *under = self._signed.posts
        self._centred(axis, baseline, office)
        baseline -= _SIGN_FREE
        for line in (*under, self._signed.name):
            self._centred(axis, baseline, line)
            baseline -= _SIGN_STEP

    def _centred(self, axis: float, baseline: float, line: str) -> None:
        size = style.fitted_size(nfc(line), style.BOLD, _SIGN_SIZE, _SIGN_COLUMN)
        text = style.fitted_text(nfc(line), style.BOLD, size, _SIGN_COLUMN)
        self.canv.setFont(style.BOLD, size)
        self.canv.drawCentredString(axis, baseline, text)


class NumberPiece(_Fixed):
    """A number whose comma stands on its column's axis.

    Args:
        whole: digits left of the axis, or a dash.
        tail: comma and decimals.
        room: width of the column's longest decimals.
        font: name of the font.
        mark: a sign at the left, ``mark_room`` from the right edge.
    """

    def __init__(self, whole: str, tail: str, room: float, font: str, mark: str = "") -> None:
        super().__init__(style.TABLE_LEADING)
        self.origin: Origin | None = None  # where it came from, for the preview
        self._whole, self._tail, self._room = whole, tail, room
        self._font, self._mark = font, mark

    def draw(self) -> None:
        """Draw the number; its baseline is that of a paragraph beside it."""
        baseline = style.TABLE_LEADING - style.TABLE_SIZE
        canvas = self.canv
        if self._mark:
            canvas.setFont(self._font, style.TABLE_SIZE * 0.8)
            canvas.drawRightString(self.width - self._room, baseline, self._mark)
        canvas.setFont(self._font, style.TABLE_SIZE)
        axis = self.width if self._mark else self.width - self._room
        start = axis - style.width_of(self._whole, self._font, style.TABLE_SIZE)
        text = self._whole + self._tail
        canvas.drawString(start, baseline, text)
        width = style.width_of(text, self._font, style.TABLE_SIZE)
        remember(canvas, (start, baseline, width, style.TABLE_SIZE), text, self.origin)


def balanced(text: str, width: float) -> list[str]:
    """Return a title's lines: as few as fit, then as even as they can be."""
    words = text.split()
    lines = _wrapped(words, width)
    if len(lines) == 1:
        return [" ".join(words)]
    narrowest = width
    while narrowest > 0 and len(_wrapped(words, narrowest - 4)) == len(lines):
        narrowest -= 4
    return [" ".join(line) for line in _wrapped(words, narrowest)]


def _wrapped(words: list[str], width: float) -> list[list[str]]:
    lines: list[list[str]] = [[]]
    for word in words:
        tried = " ".join([*lines[-1], word])
        if lines[-1] and style.width_of(tried, style.BOLD, _TITLE_SIZE) > width:
            lines.append([word])
        else:
            lines[-1].append(word)
    return lines


def _broken(text: str, font: str) -> list[tuple[str, str, float]]:
    """Return a line of the left column, made smaller or cut where it is too wide."""
    size = style.fitted_size(text, font, _HEAD_SIZE, _LEFT_WIDTH)
    return [(style.fitted_text(text, font, size, _LEFT_WIDTH), font, size)]


def _number_size(item: Figure) -> float:
    return 39 if item.is_main else 27


def _figure_width(item: Figure) -> float:
    number = style.width_of(item.value, style.BOLD, _number_size(item))
    after = style.width_of(f" {nfc(item.after)}", style.REGULAR, 13)
    return max(number + after, style.width_of(nfc(item.note), style.REGULAR, 10))


def _line(canvas: Canvas, left: float, at: float, length: float) -> None:
    canvas.setStrokeColor(style.BLACK)
    canvas.setLineWidth(_RULE)
    canvas.line(left, at, left + length, at)
