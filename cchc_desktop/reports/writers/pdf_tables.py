"""Tables of papers: horizontal rules only, numbers on a common decimal axis."""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph
from reportlab.platypus import Table as PdfTable

from cchc_desktop.reports.document import Align, Amount, Cell, Row, Shift, Table, Words
from cchc_desktop.reports.writers import pdf_style as style
from cchc_desktop.reports.writers.pdf_flowables import NumberPiece
from cchc_desktop.wording.numerals import shown

_DASH = "–"
_UP, _DOWN = "▲", "▼"
_MARK_GAP = 4
Command = tuple[object, ...]


def table_piece(table: Table) -> PdfTable:
    """Return a table as wide as its columns say."""
    cells = [[_head(column.head, column.align) for column in table.columns]]
    columns = [
        _column([row.cells[number] for row in table.rows]) for number in range(len(table.columns))
    ]
    cells.extend([list(row) for row in zip(*columns, strict=True)])
    piece = PdfTable(
        cells,
        colWidths=[column.width * mm for column in table.columns],
        hAlign="LEFT",
        repeatRows=1,
        spaceBefore=0,
        spaceAfter=0,
    )
    piece.setStyle([*_frame(), *_rules(table.rows)])
    return piece


def _frame() -> list[Command]:
    return [
        ("FONT", (0, 0), (-1, -1), style.REGULAR, style.TABLE_SIZE),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), style.PAD_RIGHT),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), style.PAD_TOP),
        ("BOTTOMPADDING", (0, 0), (-1, -1), style.PAD_BOTTOM),
    ]


def _rules(rows: tuple[Row, ...]) -> list[Command]:
    """Return the rules; later ones paint over earlier ones."""
    found: list[Command] = [
        ("LINEBELOW", (0, 1), (-1, -2), 0.25, style.HAIRLINE_GREY),
        ("LINEABOVE", (0, 0), (-1, 0), 0.8, style.BLACK),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, style.BLACK),
        ("LINEBELOW", (0, -1), (-1, -1), 0.8, style.BLACK),
    ]
    found.extend(
        ("LINEABOVE", (0, number), (-1, number), 0.5, style.BLACK)
        for number, row in enumerate(rows, 1)
        if row.is_total
    )
    return found


def _head(text: str, align: Align) -> Paragraph:
    look = style.paragraph_style(
        style.TABLE_HEAD_SIZE, style.TABLE_LEADING, right=align is Align.RIGHT, italic=True
    )
    return Paragraph(style.markup((Words(text),)), look)


def _column(cells: list[Cell]) -> list[Flowable]:
    amounts = [cell for cell in cells if isinstance(cell, Amount)]
    shifts = [cell for cell in cells if isinstance(cell, Shift)]
    tail = max((_tail_width(cell) for cell in amounts), default=0.0)
    mark = max((_shift_width(cell) for cell in shifts), default=0.0)
    return [_piece(cell, tail, mark) for cell in cells]


def _piece(cell: Cell, tail: float, mark: float) -> Flowable:
    match cell:
        case Words():
            look = style.paragraph_style(
                style.TABLE_SIZE, style.TABLE_LEADING, indent=cell.indent * style.INDENT
            )
            return Paragraph(style.markup((cell,)), look)
        case Amount():
            whole, decimals = _amount_text(cell)
            piece = NumberPiece(whole, decimals, tail, style.font(bold=cell.bold))
            piece.origin = None if cell.value is None else cell.origin
            return piece
        case Shift():
            piece = _shift(cell, mark)
            piece.origin = None if cell.by is None else cell.origin
            return piece


def _amount_text(cell: Amount) -> tuple[str, str]:
    if cell.value is None:
        return _DASH, ""
    whole, comma, decimals = shown(cell.value, cell.places, cell.places).partition(",")
    return whole, comma + decimals


def _tail_width(cell: Amount) -> float:
    return style.width_of(_amount_text(cell)[1], style.font(bold=cell.bold), style.TABLE_SIZE)


def _shift(cell: Shift, room: float) -> NumberPiece:
    font = style.font(bold=cell.bold)
    if not cell.by:
        return NumberPiece(_DASH if cell.by is None else "0", "", 0, font)
    return NumberPiece(str(abs(cell.by)), "", room, font, _UP if cell.by > 0 else _DOWN)


def _shift_width(cell: Shift) -> float:
    if not cell.by:
        return 0
    text = str(abs(cell.by))
    return style.width_of(text, style.font(bold=cell.bold), style.TABLE_SIZE) + _MARK_GAP
