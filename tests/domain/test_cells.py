"""A cell decodes what is looked at, forgets it when many are decoded, and reads the same again."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from decimal import Decimal
from typing import Any

import pytest

from cchc_desktop.commands.marks import SetPoints
from cchc_desktop.domain.cells import Decoded, Row, SheetCell
from cchc_desktop.domain.changes import altered, made, removed
from cchc_desktop.domain.fields import record_to_json
from cchc_desktop.domain.marks import Mark, Round
from cchc_desktop.domain.scoring import Context, score
from tests.sample_session import SHEET, node, place, sample_session

D = Decimal

STATE = sample_session().state
CELL = STATE.cell(SHEET)


class Rows:
    """Rows of the sample, and which tables were asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def rows(self, table: str, criteria: AbstractSet[str] | None = None) -> Iterable[Row]:
        self.asked.append(table)
        return [
            (key, record_to_json(each))
            for key, each in CELL.table(table).items()
            if criteria is None or each.criterion in criteria
        ]

    def records(self, table: str) -> Mapping[str, Any]:
        self.asked.append(table)
        return dict(CELL.table(table))


def test_what_was_entered_for_some_criteria_alone() -> None:
    codes = {node("7.3"), node("1.9")}
    edits = SetPoints(place("1.9"), D("6.125")).plan(STATE)
    edited = SheetCell(Rows()).with_changes(edits.changes)
    forgotten = SheetCell(Rows()).with_changes(edits.changes)
    forgotten.forget()
    for cell in (CELL, SheetCell(Rows()), edited, forgotten):
        part = cell.only(codes)
        for table, rows in cell.records.items():
            wanted = {key: each for key, each in rows.items() if each.criterion in codes}
            assert part.table(table) == wanted
    assert SheetCell(Rows()).only(codes).mark(node("7.3"), Round.FIRST) is not None


@pytest.mark.parametrize("in_round", [Round.FIRST, Round.PUBLISHED])
def test_a_node_scored_alone_has_the_row_that_it_has_in_the_whole(in_round: Round) -> None:
    tree = STATE.tree_of_sheet(SHEET)
    whole = score(tree, CELL, Context(in_round))
    for each in tree.nodes:
        part = tree.subtree(each)
        row = score(part, CELL.only(part.nodes.keys()), Context(in_round))[each]
        same = whole[each]
        assert (row.points, row.maximum, row.lost) == (same.points, same.maximum, same.lost)
        assert (row.is_complete, row.is_applicable) == (same.is_complete, same.is_applicable)


def test_a_table_is_decoded_when_it_is_first_looked_at_and_no_other() -> None:
    rows = Rows()
    cell = SheetCell(rows)
    assert rows.asked == []
    assert cell.table("deduction") == CELL.table("deduction")
    assert cell.deductions == CELL.deductions
    assert rows.asked == ["deduction"]
    assert cell.is_decoded("deduction")
    assert not cell.is_decoded("mark")


def test_what_was_forgotten_reads_the_same_again() -> None:
    cell = SheetCell(Rows())
    marks, deductions = cell.marks, cell.deductions
    cell.forget()
    assert not cell.is_decoded("mark")
    assert cell.marks == marks
    assert cell.marks is not marks
    assert cell.deductions == deductions


def test_an_edited_cell_forgets_without_losing_the_edit() -> None:
    edits = SetPoints(place("1.9"), D("6.125")).plan(STATE)
    cell = SheetCell(Rows()).with_changes(edits.changes)
    expected = STATE.applied(edits).cell(SHEET).records
    cell.forget()
    assert cell.records == expected
    again = cell.with_changes(edits.inverted().changes)
    cell.forget()
    again.forget()
    assert again.records == CELL.records
    assert cell.records == expected


def test_the_cell_before_stays_as_it_was() -> None:
    edits = SetPoints(place("1.9"), D("6.125")).plan(STATE)
    before = SheetCell(Rows())
    after = before.with_changes(edits.changes)
    before.forget()
    assert before.records == CELL.records
    assert after.records != CELL.records


def test_only_so_many_cells_stay_decoded() -> None:
    decoded = Decoded(2)
    cells = [SheetCell(Rows(), decoded) for _ in range(4)]
    for cell in cells:
        assert cell.marks
        assert cell.links == CELL.links
    assert [cell.is_decoded("mark") for cell in cells] == [False, False, True, True]
    cells[0].table("link")
    assert [cell.is_decoded("mark") for cell in cells] == [False, False, False, True]


def test_cells_that_an_edit_left_behind_do_not_count() -> None:
    decoded = Decoded(1000)
    cell = SheetCell(Rows(), decoded)
    for number in range(5):
        mark = cell.table("mark")[place("1.9").sheet + "/" + place("1.9").criterion + "/first"]
        cell = cell.with_changes(altered("mark", mark, {"points": D(number) / 8}).changes)
    assert sum(each() is not None for each in decoded._cells) == 1


def test_a_cell_of_nothing_takes_its_first_mark() -> None:
    mark = Mark("s", "c", Round.FIRST, points=D(1))
    cell = SheetCell().with_changes(made("mark", [mark]).changes)
    cell.forget()
    assert cell.mark("c", Round.FIRST) == mark
    assert len(cell.records) == 4
    assert set(cell.records) == {"mark", "deduction", "link", "published"}


def test_counts_and_requests_follow_every_kind_of_change() -> None:
    cell = SheetCell(Rows())
    before, asked = cell.scored, cell.asked
    assert asked == {}
    new = Mark(SHEET, "new", Round.SECOND, points=D(1), explanation_requested=True)
    with_mark = cell.with_changes(made("mark", [new]).changes)
    assert with_mark.scored[Round.SECOND] == before[Round.SECOND] + 1
    assert with_mark.asked == {("new", Round.SECOND): new}
    request = altered("mark", new, {"explanation_requested": False})
    answered = with_mark.with_changes(request.changes)
    assert answered.asked == {}
    assert answered.scored == with_mark.scored
    without = answered.with_changes(removed("mark", [answered.marks["new", Round.SECOND]]).changes)
    assert (without.scored, without.asked) == (before, asked)


def test_counts_stand_where_no_mark_moves() -> None:
    cell = SheetCell(Rows())
    counts = cell.scored, cell.asked
    deduction = next(iter(cell.records["deduction"].values()))
    other = cell.with_changes(altered("deduction", deduction, {"reason": "khác"}).changes)
    assert (other.scored, other.asked) == counts
