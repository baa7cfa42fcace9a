"""The tree as a table for Excel and back: tab-separated lines, matched by code or by order."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from cchc_desktop.commands.marks import check_points
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.numbers import NumberKind, parse, typed
from cchc_desktop.domain.scoring import same_points
from cchc_desktop.domain.text import clean
from cchc_desktop.records import record
from ui.marks.ledger import Ledger
from ui.marks.open_criteria import refusal, typing_refusal


@record
class Block:
    """What a pasted block gives: points by criterion, and how many lines were passed over."""

    points: tuple[tuple[str, Decimal], ...]
    passed_over: int


def copied(ledger: Ledger, nodes: Iterable[str]) -> str:
    """Return rows as a table: code, name, points, lost points."""
    lines = []
    for node in nodes:
        row = ledger[node]
        cells = (row.criterion.code, row.criterion.name, _typed(row.points), _typed(row.lost))
        lines.append("\t".join(cells))
    return "\n".join(lines)


def pasted(ledger: Ledger, text: str, in_order: Sequence[str]) -> Block:
    """Return the points of a pasted block; nothing is changed yet.

    Args:
        ledger: the scores that the block is meant for.
        text: tab-separated lines. Where a line begins with a code of the tree the block is
            matched by code and the first number after it counts; else each line is one number.
        in_order: criteria that can be scored, from the current row on, for a block without codes.

    Raises:
        CchcError: a cell that cannot be taken; the whole block is refused and the cell named.
    """
    lines = [[clean(cell) for cell in line.split("\t")] for line in text.splitlines()]
    lines = [line for line in lines if any(line)]
    codes = {node.code: node.id for node, _ in reversed(ledger.tree.walk)}
    if any(line[0] in codes and len(line) > 1 for line in lines):
        return _by_code(ledger, lines, codes)
    return _by_order(ledger, lines, in_order)


def pasted_words(block: Block) -> str:
    """Say what a block gave."""
    given = f"Đã dán điểm của {len(block.points)} tiêu chí" if block.points else "Không có điểm mới"
    rest = f", bỏ qua {block.passed_over} dòng" if block.passed_over else ""
    return f"{given}{rest}." + (" Ctrl+Z để lấy lại." if block.points else "")


def _by_code(ledger: Ledger, lines: list[list[str]], codes: dict[str, str]) -> Block:
    found: dict[str, Decimal] = {}
    passed_over = 0
    for number, line in enumerate(lines, 1):
        node = codes.get(line[0])
        if node is None and number > 1:
            raise CchcError(
                f"Dòng {number} của khối dán: bảng chấm không có mã “{line[0]}”.",
                "Chưa dán gì. Sửa mã trong Excel rồi dán lại.",
            )
        cell = _first_number(line) if node is not None else ""
        if node is None or not cell or _is_derived(ledger, node):
            passed_over += 1
            continue
        value = _value(ledger, node, cell, number)
        if same_points(value, ledger[node].points):
            passed_over += 1
            continue
        _refuse_computed(ledger, node, number)
        found[node] = value
    return Block(tuple(found.items()), passed_over)


def _by_order(ledger: Ledger, lines: list[list[str]], in_order: Sequence[str]) -> Block:
    if len(lines) > len(in_order):
        raise CchcError(
            f"Khối dán có {len(lines)} dòng, từ dòng đang chọn chỉ còn "
            f"{len(in_order)} tiêu chí chấm được.",
            "Chưa dán gì. Chọn dòng bắt đầu, hoặc dán kèm cột mã.",
        )
    found = []
    passed_over = 0
    for number, (line, node) in enumerate(zip(lines, in_order, strict=False), 1):
        cell = next((cell for cell in line if cell), "")
        value = _value(ledger, node, cell, number)
        if same_points(value, ledger[node].points):
            passed_over += 1
            continue
        _refuse_computed(ledger, node, number)
        found.append((node, value))
    return Block(tuple(found), passed_over)


def _is_derived(ledger: Ledger, node: str) -> bool:
    """Sums, surveys and what does not apply stay as they are."""
    return bool(refusal(ledger, node)) and ledger.is_editable


def _first_number(line: list[str]) -> str:
    """Return the points cell: the first number after the code, else the first cell after a name."""
    rest = line[1:]
    for cell in rest:
        if cell and cell[0] in "0123456789,.-\u2212":
            return cell
    return rest[1] if len(rest) > 1 else ""


def _value(ledger: Ledger, node: str, cell: str, number: int) -> Decimal:
    row = ledger[node]
    try:
        value = parse(cell, NumberKind.POINTS, row.maximum)
        if not same_points(value, row.points):
            check_points(value, row.maximum)
    except CchcError as error:
        raise _at(number, row.criterion.code, error) from error
    return value


def _refuse_computed(ledger: Ledger, node: str, number: int) -> None:
    why = typing_refusal(ledger, node)
    if why:
        raise _at(number, ledger[node].criterion.code, CchcError(why))


def _at(number: int, code: str, error: CchcError) -> CchcError:
    return CchcError(
        f"Dòng {number} của khối dán (tiêu chí {code}): {error.sentence}",
        f"Chưa dán gì. {error.hint}".strip(),
    )


def _typed(value: Decimal | None) -> str:
    return "" if value is None else typed(value, NumberKind.POINTS)
