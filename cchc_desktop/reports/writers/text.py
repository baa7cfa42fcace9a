"""Documents as plain text, for a message or a note; UTF-8 with a mark that every editor knows."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from cchc_desktop.reports.document import (
    BarChart,
    Beside,
    Block,
    Cell,
    Document,
    Figures,
    Head,
    Heading,
    Lines,
    NextPaper,
    Note,
    Numbered,
    Paragraph,
    Shift,
    Signatures,
    Signed,
    Table,
    Words,
)
from cchc_desktop.reports.texts import points_text
from cchc_desktop.reports.writers.files import write_whole
from cchc_desktop.wording.numerals import shown

_DASH, _NEXT = "–", " | "


def write_text(document: Document, path: Path) -> None:
    """Write a document to a text file, whole or not at all.

    Raises:
        CchcError: the file cannot be written.
    """
    write_whole(path, text_of(document).encode("utf-8-sig"))


def text_of(document: Document) -> str:
    """Return the words of a document's fullest body, one line a row of a table."""
    lines = [*_head(document.head), document.kind, document.subject, ""]
    for block in document.bodies[0]:
        lines += [*_block(block), ""]
    return "\n".join([*lines, *document.foot, ""])


def _head(head: Head) -> Iterator[str]:
    yield from (line for line in (head.superior, *head.issuer) if line)
    yield from (head.country, head.motto)
    yield from (line for line in (head.number, head.dated) if line)
    yield ""


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Table | BarChart | Figures):
        yield from _numbers(block)
    elif isinstance(block, Beside):
        for each in (*block.left, *block.right):
            yield from _block(each)
    elif isinstance(block, NextPaper):
        yield from (*_head(block.head), block.kind, block.subject)
    elif isinstance(block, Signatures):
        yield from (_NEXT.join(part for part in side if part) for side in (block.left, block.right))
    elif isinstance(block, Signed):
        yield from (*block.recipients, *block.posts, block.name)
    else:
        yield from _text(block)


def _numbers(block: Table | BarChart | Figures) -> Iterator[str]:
    if isinstance(block, Table):
        yield _NEXT.join(column.head for column in block.columns)
        yield from (_NEXT.join(_cell(cell) for cell in row.cells) for row in block.rows)
    elif isinstance(block, BarChart):
        for bar in block.bars:
            got, lost = points_text(bar.got, block.places), points_text(bar.lost, block.places)
            yield _NEXT.join((bar.code, bar.name, got, lost))
    else:
        for item in block.items:
            yield " ".join(p for p in (f"{item.label}:", item.value, item.after, item.note) if p)


def _text(block: Heading | Note | Numbered | Paragraph | Lines) -> Iterator[str]:
    if isinstance(block, Heading):
        yield block.text
    elif isinstance(block, Lines):
        yield from (f"- {item}" for item in block.items)
    elif isinstance(block, Numbered):
        yield from (f"{number}. {_runs(item)}" for number, item in enumerate(block.items, 1))
    else:
        yield _runs(block.runs)


def _runs(runs: Sequence[Words]) -> str:
    return "".join(run.text for run in runs)


def _cell(cell: Cell) -> str:
    if isinstance(cell, Words):
        return f"{'  ' * cell.indent}{cell.text}"
    if isinstance(cell, Shift):
        return _DASH if cell.by is None else f"{cell.by:+d}"
    return _DASH if cell.value is None else shown(cell.value, cell.places)
