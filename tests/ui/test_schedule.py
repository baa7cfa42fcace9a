"""The page of rounds and dates: taken as typed, with what is left and who is late."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.rounds import LockRound
from cchc_desktop.commands.schedule import ChooseRounds
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.rounds import Status
from tests.rounds_dossier import SHEET, rounds_session
from tests.sample_session import ASSESSMENT, sample_session
from tests.ui.league import league_desk
from tests.ui.screens import grab
from ui.rounds.schedule import SchedulePage
from ui.shared.desk import Desk

TODAY = date(2023, 2, 13)


def page_on(qtbot: QtBot, desk: Desk) -> SchedulePage:
    page = SchedulePage(desk, TODAY)
    qtbot.addWidget(page)
    page.resize(1278, 640)
    desk.changed.connect(page.refresh)
    page.show()
    return page


def type_day(page: SchedulePage, place: int, text: str) -> None:
    page.fields[place].setText(text)
    page.fields[place].take()


def test_dates_are_taken_as_typed_with_the_days_left(qtbot: QtBot) -> None:
    desk = league_desk()
    page = page_on(qtbot, desk)
    for place, text in enumerate(("01/12/2022", "31/01/2023", "13/02/2023", "20/2/2023", "")):
        type_day(page, place, text)
    assessment = desk.state.assessments["so"]
    assert assessment.explained_until == date(2023, 2, 20)
    assert [each.text() for each in page.left] == [
        "đã qua 74 ngày", "đã qua 13 ngày", "hôm nay", "còn 7 ngày", "",
    ]  # fmt: skip
    assert page.statuses[Status.FIRST].text() == "20"
    type_day(page, 2, "12/02/2023")
    assert page.late.text() == "20 đơn vị quá hạn"
    type_day(page, 3, "01/02/2023")
    assert "đứng trước" in page.trouble.text()
    assert desk.state.assessments["so"].explained_until == date(2023, 2, 20)
    type_day(page, 3, "mai")
    assert page.trouble.text()
    type_day(page, 3, "20/02/2023")
    assert page.trouble.isHidden()
    grab(page, "vong-va-han")


def test_rounds_are_chosen_and_one_with_points_stays(qtbot: QtBot) -> None:
    desk = league_desk()
    page = page_on(qtbot, desk)
    assert page.scored[Round.FIRST].text() == "20/20 đơn vị"
    page.rounds[Round.SELF].click()
    assert list(desk.state.assessments["so"].rounds) == [Round.SELF, Round.FIRST]
    said: list[str] = []
    desk.failed.connect(lambda error, _retry: said.append(error.sentence))
    page.rounds[Round.FIRST].click()
    assert "đã có điểm" in said[0]
    assert page.rounds[Round.FIRST].isChecked()
    page.rounds[Round.SELF].click()
    assert list(desk.state.assessments["so"].rounds) == [Round.FIRST]


def test_very_many_units_are_not_gone_through(qtbot: QtBot) -> None:
    page = page_on(qtbot, league_desk(401))
    assert page.late.text().startswith("401 đơn vị")
    assert page.statuses[Status.FIRST].isHidden()


def test_locked_sheets_are_counted(qtbot: QtBot) -> None:
    desk = Desk(rounds_session())
    page = page_on(qtbot, desk)
    assert page.locked[Round.SECOND].text() == "–"
    desk.run(LockRound(SHEET, Round.SECOND))
    assert page.locked[Round.SECOND].text() == "1/1 đơn vị"
    assert page.locked[Round.FIRST].text() == "–"
    page.leave()


def test_what_cannot_be_chosen_is_refused_in_words() -> None:
    session = sample_session()
    for bad in (ChooseRounds(ASSESSMENT, ()), ChooseRounds("x", (Round.FIRST,)),
                ChooseRounds(ASSESSMENT, (Round.PUBLISHED,))):  # fmt: skip
        with pytest.raises(CchcError) as caught:
            session.run(bad)
        assert caught.value.hint
    session.run(ChooseRounds(ASSESSMENT, (Round.SECOND, Round.FIRST)))
    assert session.state.assessments[ASSESSMENT].rounds == (Round.FIRST, Round.SECOND)
    session.undo()
    assert session.undo_title != LockRound.__name__
    assert session.state.assessments[ASSESSMENT].rounds == (Round.FIRST, Round.PUBLISHED)
