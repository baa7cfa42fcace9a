"""Fonts, measures and colours of printed papers."""

from functools import cache
from html import escape

from reportlab.lib.colors import Color
from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from cchc_desktop.domain.text import nfc
from cchc_desktop.reports.document import Words
from resources import resource

REGULAR, BOLD, ITALIC, BOLD_ITALIC = "Tinos", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"
TOP, BOTTOM, LEFT, RIGHT = 20 * mm, 20 * mm, 30 * mm, 15 * mm

BLACK = Color(0, 0, 0)
WHITE = Color(1, 1, 1)
BAR_GREY = Color(0.38, 0.38, 0.38)
HATCH_GREY = Color(0.2, 0.2, 0.2)
HAIRLINE_GREY = Color(0.6, 0.6, 0.6)
GRID_GREY = Color(0.8, 0.8, 0.8)

TABLE_SIZE, TABLE_LEADING, TABLE_HEAD_SIZE = 10.5, 12.5, 9.5
PAD_TOP, PAD_BOTTOM, PAD_RIGHT = 0.4, 1.8, 6
INDENT = 11
LEAST_SIZE = 9


@cache
def register_fonts() -> None:
    """Tell reportlab of the fonts, once a process."""
    for name in (REGULAR, BOLD, ITALIC, BOLD_ITALIC):
        file = f"fonts/{'Tinos-Regular' if name == REGULAR else name}.ttf"
        pdfmetrics.registerFont(TTFont(name, str(resource(file))))
    pdfmetrics.registerFontFamily(
        REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD_ITALIC
    )


def font(*, bold: bool = False, italic: bool = False) -> str:
    """Return a font's name."""
    if bold:
        return BOLD_ITALIC if italic else BOLD
    return ITALIC if italic else REGULAR


def width_of(text: str, name: str, size: float) -> float:
    """Return how wide a line is, in points."""
    return float(pdfmetrics.stringWidth(text, name, size))


def fitted_size(text: str, name: str, size: float, room: float) -> float:
    """Return the size, made smaller where the text would be wider than its room (never < 9)."""
    width = width_of(text, name, size)
    return size if width <= room else max(LEAST_SIZE, size * room / width)


def fitted_text(text: str, name: str, size: float, room: float) -> str:
    """Return the text, cut with an ellipsis where it is wider than its room."""
    if width_of(text, name, size) <= room:
        return text
    while text and width_of(f"{text}…", name, size) > room:
        text = text[:-1]
    return f"{text.rstrip(' ,;')}…"


def paragraph_style(
    size: float, leading: float, *, right: bool = False, italic: bool = False, indent: float = 0
) -> ParagraphStyle:
    """Return the style of a paragraph in the paper's font."""
    return ParagraphStyle(
        "",
        fontName=font(italic=italic),
        fontSize=size,
        leading=leading,
        alignment=TA_RIGHT if right else TA_LEFT,
        leftIndent=indent,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
        textColor=BLACK,
    )


def text_style() -> ParagraphStyle:
    """Return the style of the text of a paper: 13 pt, justified, first line indented."""
    look = paragraph_style(13, 16)
    look.alignment, look.firstLineIndent, look.spaceBefore, look.spaceAfter = TA_JUSTIFY, 28, 3, 3
    return look


def line_style() -> ParagraphStyle:
    """Return the style of a line of a list in the text."""
    look = paragraph_style(13, 16, indent=37)
    look.firstLineIndent, look.spaceAfter = -9, 1
    return look


def markup(runs: tuple[Words, ...]) -> str:
    """Return runs as paragraph markup; every datum is escaped."""
    return "".join(_run(run) for run in runs)


def _run(run: Words) -> str:
    text = escape(nfc(run.text), quote=False)
    if run.bold:
        text = f"<b>{text}</b>"
    return f"<i>{text}</i>" if run.italic else text
