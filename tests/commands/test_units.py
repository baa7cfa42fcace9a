"""Units are added, renamed, taken away; each step is undone whole."""

from decimal import Decimal

import pytest

from cchc_desktop.commands.founding import OpenAssessment
from cchc_desktop.commands.marks import Place, SetPoints
from cchc_desktop.commands.units import (
    AddUnits,
    RemoveUnit,
    RenameUnit,
    SetRankSettings,
    what_goes_along,
)
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.ranking import Ties, league_of
from cchc_desktop.domain.rating import RankSettings, rank_settings
from cchc_desktop.domain.units import AssessmentLevel, Sheet
from cchc_desktop.session import Session
from cchc_desktop.session.league import LeagueBook
from tests.sample_session import ASSESSMENT, SHEET, node, sample_session

D = Decimal
GROUP = "Huyện, thị xã, thành phố"
TWELVE = tuple(f"Huyện {n}" for n in range(1, 13))


@pytest.fixture
def session() -> Session:
    return sample_session()


def names(session: Session) -> list[str]:
    state = session.state
    return [state.units[sheet.unit].name for sheet in state.sheets_of(ASSESSMENT)]


def sheet_of(session: Session, name: str) -> Sheet:
    state = session.state
    sheets = state.sheets_of(ASSESSMENT)
    return next(sheet for sheet in sheets if state.units[sheet.unit].name == name)


def test_twelve_units_are_added_in_one_step(session: Session) -> None:
    first = names(session)
    session.run(AddUnits(ASSESSMENT, GROUP, (*TWELVE, "", "  ")))
    assert names(session) == [*first, *TWELVE]
    assert session.undo_title == "thêm 12 đơn vị"
    session.undo()
    assert names(session) == first
    session.redo()
    assert names(session) == [*first, *TWELVE]
    session.run(AddUnits(ASSESSMENT, GROUP.upper(), ("Thành phố Chí Linh",)))
    assert names(session)[-1] == "Thành phố Chí Linh"
    assert len(session.state.rows["unit_group"]) == 2


def test_very_many_units_keep_short_order_keys(session: Session) -> None:
    session.run(AddUnits(ASSESSMENT, GROUP, tuple(f"Xã {n}" for n in range(3321))))
    assert names(session)[1:4] == ["Xã 0", "Xã 1", "Xã 2"]
    assert max(len(sheet.order) for sheet in session.state.sheets.values()) < 8


@pytest.mark.parametrize("twice", [("A", "a"), ("Huyện 1",), ("  huyện   1 ",)])
def test_two_units_of_one_name_in_a_group_are_refused(
    session: Session, twice: tuple[str, ...]
) -> None:
    session.run(AddUnits(ASSESSMENT, GROUP, TWELVE))
    before = session.state
    with pytest.raises(CchcError, match="đã có đơn vị"):
        session.run(AddUnits(ASSESSMENT, GROUP, twice))
    assert session.state is before
    session.run(AddUnits(ASSESSMENT, "Xã, phường", twice[-1:]))  # another group may


def test_units_without_a_name_are_refused(session: Session) -> None:
    for command in (AddUnits(ASSESSMENT, GROUP, ("",)), AddUnits("x", GROUP, ("A",))):
        with pytest.raises(CchcError):
            session.run(command)


def test_a_unit_of_an_earlier_year_is_reused(session: Session) -> None:
    session.run(AddUnits(ASSESSMENT, "Xã, phường", ("Xã A",)))
    opening = OpenAssessment(2023, AssessmentLevel.COMMUNE, "Xã B")
    session.run(opening)
    session.run(AddUnits(opening.id, "Xã, phường", ("Xã A",)))
    sheets = [s for s in session.state.sheets.values() if s.assessment == opening.id]
    unit = sheet_of(session, "Xã A").unit
    assert unit in {sheet.unit for sheet in sheets}
    session.run(RemoveUnit(sheet_of(session, "Xã A").id))
    assert unit in session.state.units  # the other year still scores it


def test_a_unit_is_renamed_unless_another_has_the_name(session: Session) -> None:
    session.run(AddUnits(ASSESSMENT, GROUP, TWELVE))
    unit = sheet_of(session, "Huyện 3").unit
    session.run(RenameUnit(unit, " Huyện  Nam Sách "))
    assert "Huyện Nam Sách" in names(session)
    for command in (RenameUnit(unit, "huyện 4"), RenameUnit(unit, " "), RenameUnit("x", "A")):
        with pytest.raises(CchcError):
            session.run(command)
    session.run(RenameUnit(unit, "huyện nam sách"))


def test_a_removed_unit_takes_its_entries_along_and_comes_back_with_them(session: Session) -> None:
    session.run(AddUnits(ASSESSMENT, GROUP, ("Huyện 1",)))
    before = session.state.cell(SHEET).records
    assert what_goes_along(session.state.cell(SHEET)).startswith("14 kết quả chấm và 25")
    assert what_goes_along(session.state.cell(sheet_of(session, "Huyện 1").id)) == ""
    assert session.totals[SHEET][Round.FIRST].points is not None
    session.run(RemoveUnit(SHEET))
    assert names(session) == ["Huyện 1"]
    assert SHEET not in session.totals
    for command in (RemoveUnit(SHEET), RemoveUnit(sheet_of(session, "Huyện 1").id)):
        with pytest.raises(CchcError):
            session.run(command)
    session.undo()
    assert session.state.cell(SHEET).records == before
    assert session.totals[SHEET][Round.FIRST].is_complete


def test_ranks_follow_a_mark_at_once(session: Session) -> None:
    session.run(AddUnits(ASSESSMENT, "Tỉnh", ("Tỉnh B",)))
    other = sheet_of(session, "Tỉnh B").id
    sheets = session.state.sheets_of(ASSESSMENT)
    for leaf in session.state.tree(ASSESSMENT).leaves:
        maximum = session.state.tree(ASSESSMENT).maxima[leaf.id]
        if not leaf.is_survey and maximum is not None:
            session.run(SetPoints(Place(other, leaf.id, Round.FIRST), maximum))
    book = LeagueBook(session)
    found = {each.key: each for each in book.contenders(sheets, Round.FIRST)}
    assert found[SHEET].is_complete
    assert not found[other].is_complete
    by_one = book.contenders(sheets, Round.FIRST, node("7.3"))
    league = league_of(by_one)
    assert [row.contender.key for row in league.rows] == [other, SHEET]
    session.run(SetPoints(Place(other, node("7.3"), Round.FIRST), D(0)))
    league = league_of(book.contenders(sheets, Round.FIRST, node("7.3")))
    assert [row.rank for row in league.rows if row.contender.key == SHEET] == [1]


def test_settings_are_kept_and_refused_in_words(session: Session) -> None:
    four = (D(90), D(80), D(70), D(50))

    def now() -> RankSettings:
        return rank_settings(session.state.rows["setting"], ASSESSMENT)

    session.run(SetRankSettings(ASSESSMENT, Ties.DENSE, four))
    assert now() == RankSettings(Ties.DENSE, four)
    session.run(SetRankSettings(ASSESSMENT, Ties.STANDARD, (None,) * 4))
    assert now() == RankSettings()
    session.undo()
    assert now().thresholds == four
    for bad in ((D(90), None, D(70), D(50)), (D(90), D(90), D(70), D(50)), (D(101), *four[1:])):
        with pytest.raises(CchcError):
            session.run(SetRankSettings(ASSESSMENT, Ties.DENSE, bad))
