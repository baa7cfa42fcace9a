"""The book of a league says what a fresh one would, whatever was asked of it before."""

from decimal import Decimal

from cchc_desktop.commands.marks import Place, SetPoints
from cchc_desktop.commands.units import AddUnits, RemoveUnit
from cchc_desktop.domain.marks import Round
from cchc_desktop.session import Session
from cchc_desktop.session.league import LeagueBook
from tests.sample_session import ASSESSMENT, node, sample_session

OTHERS = ("Tỉnh B", "Tỉnh C", "Tỉnh D")


def with_others() -> tuple[Session, list[str]]:
    session = sample_session()
    session.run(AddUnits(ASSESSMENT, "Tỉnh", OTHERS[:2]))
    session.run(AddUnits(ASSESSMENT, "Xã", OTHERS[2:]))
    return session, [sheet.id for sheet in session.state.sheets_of(ASSESSMENT)]


def holds(book: LeagueBook, session: Session) -> bool:
    everyone = session.state.sheets_of(ASSESSMENT)
    for sheets in (everyone, everyone[::-1], everyone[1:], (), book.peers(everyone[0].id)):
        for in_round in session.state.assessments[ASSESSMENT].rounds:
            fresh = LeagueBook(session).contenders(sheets, in_round)
            if book.contenders(sheets, in_round) != fresh:
                return False
    return True


def test_edits_undo_and_units_that_come_and_go_are_followed() -> None:
    session, sheets = with_others()
    book = LeagueBook(session)
    assert holds(book, session)
    for sheet in sheets[1:]:
        session.run(SetPoints(Place(sheet, node("7.3"), Round.FIRST), Decimal(1)))
        assert holds(book, session)
    session.undo()
    assert holds(book, session)
    session.run(RemoveUnit(sheets[1]))
    assert holds(book, session)
    session.undo()
    assert holds(book, session)


def test_a_unit_is_ranked_among_its_own_group() -> None:
    session, sheets = with_others()
    book = LeagueBook(session)
    for at in (0, 1, 2, 3, 1, 0, 3):
        peers = [peer.id for peer in book.peers(sheets[at])]
        assert peers == (sheets[1:3] if at in {1, 2} else [sheets[at]])
        assert book.has_other_groups
