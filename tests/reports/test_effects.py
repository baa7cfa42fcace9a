"""Bonuses and penalties on paper: every column adds up, and what is left out is said."""

from decimal import Decimal

from cchc_desktop.domain.marks import Figure, Mark, Round
from cchc_desktop.domain.points import ZERO
from cchc_desktop.reports.areas import PLACES
from cchc_desktop.reports.document import Amount, BarChart, Document, Note, Table, Words
from cchc_desktop.reports.summary import summary
from cchc_desktop.session import Session
from tests.effects_dossier import SHEET, effects_session, points
from tests.reports.dossiers import STAMP, blocks_of, tables_of

D = Decimal
FULL = (points("1.1", "40"), points("1.2", "20"), points("2.1", "40"))
LATE = Mark(SHEET, "1.3", Round.FIRST, figures={"x": Figure(D(1))})


def paper(session: Session) -> Document:
    return summary(session.state, SHEET, Round.FIRST, STAMP)


def columns(table: Table) -> list[list[Decimal]]:
    return [
        [cell.value or ZERO for cell in cells if isinstance(cell, Amount)]
        for cells in zip(*(row.cells for row in table.rows), strict=True)
        if all(isinstance(cell, Amount) and cell.places == PLACES for cell in cells)
    ]


def names(table: Table) -> list[str]:
    return [row.cells[1].text for row in table.rows if isinstance(row.cells[1], Words)]


def test_the_areas_add_up_with_bonus_penalty_and_what_is_left_out() -> None:
    areas = tables_of(paper(effects_session(*FULL, LATE, points("9.1", "2"))))[0]
    assert names(areas) == [
        "Chỉ đạo, điều hành", "Thủ tục hành chính", "Điểm thưởng (nhiều nhất 3)",
        "Phần vượt 100, không tính", "Tổng",
    ]  # fmt: skip
    found = columns(areas)
    assert [column[-1] for column in found] == [D(100), D(100), D("0.5")]
    assert all(sum(column[:-1], ZERO) == column[-1] for column in found)
    assert found[1][2:4] == [D(2), D("-1.5")]


def test_a_note_says_what_bonuses_do_to_the_total() -> None:
    document = paper(effects_session(*FULL, LATE, points("9.1", "2")))
    notes = [b for b in blocks_of(document) if isinstance(b, Note)]
    texts = [words.text for note in notes for words in note.runs]
    assert "Cộng điểm thưởng 2; trừ thêm 0,5; không vượt 100, bỏ 1,5." in texts
    plain = paper(effects_session(*FULL))
    assert "thưởng 2" not in str(plain)


def test_a_penalty_is_a_bar_of_loss_alone() -> None:
    session = effects_session(*FULL, LATE, points("9.1", "2"))
    (chart,) = [b for b in blocks_of(paper(session)) if isinstance(b, BarChart)]
    bars = {bar.code: (bar.got, bar.lost) for bar in chart.bars}
    assert bars["9"] == (D(2), ZERO)


def test_penalties_over_a_cap_close_the_sum_of_the_losses() -> None:
    late = Mark(SHEET, "1.3", Round.FIRST, figures={"x": Figure(D(4))})
    tables = tables_of(paper(effects_session(points("1.2", "0.5"), late)))
    methods = tables[1]
    rows = [(row.cells[0], row.cells[1]) for row in methods.rows]
    listed = {a.text: b.value for a, b in rows if isinstance(a, Words) and isinstance(b, Amount)}
    assert listed["Trừ thêm vượt trần, không tính"] == D("-1.5")
    assert listed["Cộng"] == D(20)
