"""A paper without a format: what it says, not how it looks; writers turn it into files."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from cchc_desktop.records import record


class Quantity(StrEnum):
    """What a number says of its criterion; an amount is what its source says."""

    POINTS = "points"
    MAXIMUM = "maximum"
    LOST = "lost"
    SHARE = "share"
    RANK = "rank"
    SHIFT = "shift"
    AMOUNT = "amount"


@record
class Origin:
    """Where a number came from, so that a preview can lead back to it.

    Args:
        criterion: id of the node, "" for the total.
        source: the source in words.
        quantity: what the number says.
        round: name of the round it belongs to, "" for the round of the paper.
    """

    criterion: str
    source: str
    quantity: Quantity = Quantity.AMOUNT
    round: str = ""


@record
class Words:
    """Words of one emphasis: a cell of a table, or a run of a paragraph."""

    text: str
    bold: bool = False
    italic: bool = False
    indent: int = 0
    origin: Origin | None = None


@record
class Amount:
    """A number on the decimal axis of its column; None prints a dash."""

    value: Decimal | None
    places: int
    bold: bool = False
    origin: Origin | None = None


@record
class Shift:
    """A change of rank, above zero is better; None prints a dash."""

    by: int | None
    bold: bool = False
    origin: Origin | None = None


Cell = Words | Amount | Shift


class Align(StrEnum):
    """On which side a column's head stands."""

    LEFT = "left"
    RIGHT = "right"


@record
class Column:
    """A column of a table: its head, its width in mm, its side."""

    head: str
    width: int
    align: Align = Align.LEFT


@record
class Row:
    """A row of a table; a part belongs to the row above and does not add to the total."""

    cells: tuple[Cell, ...]
    is_part: bool = False
    is_total: bool = False


@record
class Table:
    """A table with one head."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@record
class Figure:
    """One figure of the figures row: a label above, words after and below the number."""

    label: str
    value: str
    after: str
    note: str
    is_main: bool = False
    origin: Origin | None = None


@record
class Figures:
    """The few figures that a reader remembers."""

    items: tuple[Figure, ...]


@record
class Bar:
    """One bar: what was reached, and what was lost beside it."""

    code: str
    name: str
    got: Decimal
    lost: Decimal
    origin: Origin | None = None


@record
class BarChart:
    """Bars below each other on one scale from zero.

    Args:
        bars: in the order in which they stand.
        places: decimal places of the numbers.
        unit: what the scale counts.
        legend: words of the got and the lost part; empty without a legend.
    """

    bars: tuple[Bar, ...]
    places: int
    unit: str
    legend: tuple[str, ...] = ()


@record
class Heading:
    """The head of a section; a large one stands over text of 13 pt."""

    text: str
    is_large: bool = False


@record
class Note:
    """Small print beside or below a table."""

    runs: tuple[Words, ...]


@record
class Paragraph:
    """A paragraph of the text, justified, its first line indented."""

    runs: tuple[Words, ...]


@record
class Lines:
    """Short lines below each other, each after a dash."""

    items: tuple[str, ...]


@record
class Signatures:
    """Who signs, left and right: the post in capitals, and the name below the signature."""

    left: tuple[str, str]
    right: tuple[str, str]


@record
class Signed:
    """Nơi nhận at the left; at the right who signs: the office, then the post held, the name.

    Args:
        recipients: lines of the list, the archive last.
        posts: the office over the signature, then what stands under it.
        name: who signs.
    """

    recipients: tuple[str, ...]
    posts: tuple[str, ...]
    name: str


@record
class Numbered:
    """Numbered items, each made of runs."""

    items: tuple[tuple[Words, ...], ...]


@record
class Beside:
    """Two stacks of blocks beside each other; the left one takes ``width`` mm."""

    left: tuple["Block", ...]
    right: tuple["Block", ...]
    width: int


@record
class NextPaper:
    """The end of one paper and the head of the next: letters that are printed together."""

    head: "Head"
    kind: str
    subject: str


Text = Heading | Note | Numbered | Paragraph | Lines
Block = Figures | Table | BarChart | Beside | Signatures | Signed | NextPaper | Text


@record
class Head:
    """The head of an official paper (decree 30/2020): issuer left, country and motto right.

    Number and day stand below them, where the paper has any.
    """

    superior: str
    issuer: tuple[str, ...]
    country: str
    motto: str
    number: str = ""
    dated: str = ""


@record
class Document:
    """A paper.

    Args:
        title: its title as a file property.
        author: its author as a file property.
        printed_at: when it was made.
        head: the official head.
        kind: what kind of paper it is, in capitals.
        subject: what it is about.
        foot: words at the left and the right of the foot.
        bodies: the same content, ever shorter; a writer takes the first that fits.
        most_pages: how many pages it may take.
        language: of its words.
    """

    title: str
    author: str
    printed_at: datetime
    head: Head
    kind: str
    subject: str
    foot: tuple[str, str]
    bodies: tuple[tuple[Block, ...], ...]
    most_pages: int = 1
    language: str = "vi-VN"
