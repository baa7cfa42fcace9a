"""Totals of other provinces: read from any table, ranked with the own one."""

from datetime import date
from decimal import Decimal

import pytest

from cchc_desktop.commands.known_totals import PasteKnownTotals, RemoveKnownTotals
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.known_totals import OWN, KnownRow, known_league, known_of, read_lines
from cchc_desktop.domain.ranking import Contender, gap_above
from cchc_desktop.domain.units import KnownTotal
from tests.sample_session import ASSESSMENT, sample_session

D = Decimal
DAY = date(2023, 4, 19)


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("Hòa Bình\t84,73\t38", KnownRow("Hòa Bình", D("84.73"), 38)),
        ("39\tHòa Bình\t84.73", KnownRow("Hòa Bình", D("84.73"))),
        ("39. Hòa Bình 84,73 38", KnownRow("Hòa Bình", D("84.73"), 38)),
        ("Hòa Bình; 84,730 ;tăng", KnownRow("Hòa Bình", D("84.730"))),
        ("Thành phố  Hồ Chí Minh 83", KnownRow("Thành phố Hồ Chí Minh", D(83))),
        ("Bà Rịa - Vũng Tàu   90,1", KnownRow("Bà Rịa - Vũng Tàu", D("90.1"))),
    ],
)
def test_a_line_is_read_as_tables_give_it(line: str, row: KnownRow) -> None:
    found = read_lines(line)
    assert found.rows == (row,)
    assert not found.problems


def test_what_cannot_be_read_is_told_by_line_and_the_own_province_is_left_out() -> None:
    text = "Tỉnh\tĐiểm\n\n12\nSơn La\nSơn La\t184,6\nHải Dương\t83,52\nA\t80\ntỉnh a\t81\n"
    found = read_lines(text, "Tỉnh Hải Dương")
    assert found.rows == (KnownRow("A", D(80)),)
    numbers = [problem.partition(":")[0] for problem in found.problems]
    assert numbers == ["Dòng 1", "Dòng 3", "Dòng 4", "Dòng 5", "Dòng 8"]


def test_the_own_total_is_compared_as_the_others_are_printed() -> None:
    known = [KnownTotal("a", "x", "A", D("83.52")), KnownTotal("b", "x", "B", D("83.66"))]
    league = known_league(Contender(OWN, D("83.516747")), known)
    ranks = {row.contender.key: row.rank for row in league.rows}
    assert ranks == {"b": 1, "a": 2, OWN: 2}
    gap = gap_above(league, OWN)
    assert gap is not None
    assert gap.points == D("0.14")
    unknown = known_league(Contender(OWN, None, None, is_complete=False), known)
    assert unknown.rows[-1].rank is None


def test_a_pasted_table_is_one_step_and_a_second_one_alters_it() -> None:
    session = sample_session()
    session.run(PasteKnownTotals(ASSESSMENT, (KnownRow("A", D(80), 3), KnownRow("B", D(90))), DAY))
    later = date(2023, 5, 1)
    session.run(
        PasteKnownTotals(ASSESSMENT, (KnownRow("Tỉnh A", D(81)), KnownRow("C", D(1))), later)
    )
    a, b, c = known_of(session.state, ASSESSMENT)
    assert (a.name, a.total, a.rank_before, a.entered_on) == ("A", D(81), 3, later)
    assert (b.entered_on, c.name) == (DAY, "C")
    assert not session.run(PasteKnownTotals(ASSESSMENT, (KnownRow("a", D(81)),), DAY))
    session.run(RemoveKnownTotals((b.id, "gone")))
    assert len(known_of(session.state, ASSESSMENT)) == 2
    session.undo()
    session.undo()
    assert [each.total for each in known_of(session.state, ASSESSMENT)] == [D(80), D(90)]
    with pytest.raises(CchcError):
        session.run(PasteKnownTotals(ASSESSMENT, (), DAY))
