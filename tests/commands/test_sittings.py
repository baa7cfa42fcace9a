"""Sittings: called, filled, put in order; decisions are marks and undo in one step."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.criteria import AddCriterion, RemoveCriterion
from cchc_desktop.commands.decisions import DecideItem, ReopenItem
from cchc_desktop.commands.marks import SetNotApplicable, SetPoints
from cchc_desktop.commands.rounds import LockRound
from cchc_desktop.commands.sets import CopyAssessment
from cchc_desktop.commands.sittings import (
    AddItems,
    CallSitting,
    EditSitting,
    MoveItem,
    NoteItem,
    ProposePoints,
    RemoveItems,
    RemoveSitting,
    SittingFacts,
    facts_of,
)
from cchc_desktop.commands.units import AddUnits, RemoveUnit
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.sitting_rows import (
    item_rows,
    items_of,
    sitting_findings,
    sittings_of,
    undecided,
)
from cchc_desktop.domain.sittings import Attendee, Ruling
from cchc_desktop.headless.check import faults_of
from cchc_desktop.session import Session
from cchc_desktop.session.history import history_of
from tests.rounds_dossier import ASSESSMENT, SHEET, place
from tests.sitting_dossier import FACTS, SITTING, decide, item_of, noon, sitting_session

D = Decimal
SECOND = Round.SECOND
OPEN = ["1.2", "2.1", "3.2", "4.1", "5.2", "7.1"]


@pytest.fixture
def session() -> Session:
    return sitting_session()


def codes(session: Session, sitting: str = SITTING) -> list[str]:
    return [item.criterion for item in items_of(session.state, sitting)]


def points(session: Session, code: str, in_round: Round = SECOND) -> Decimal | None:
    return session.scores(SHEET, in_round)[code].points


def refused(session: Session, command: Command) -> str:
    before = session.state
    with pytest.raises(CchcError) as caught:
        session.run(command)
    assert session.state is before
    return caught.value.sentence


def test_what_the_round_still_decides_comes_before_the_sitting_in_one_step(
    session: Session,
) -> None:
    assert codes(session) == OPEN
    session.undo()
    session.undo()
    assert codes(session) == []
    assert sittings_of(session.state, ASSESSMENT)[0].present[0].name == "Ngô Văn Ẩn"
    assert [each.name for each in session.state.sittings[SITTING].absent] == ["Đỗ Minh Ước"]


@pytest.mark.parametrize(
    ("ruling", "typed", "expected"),
    [(Ruling.ACCEPTED, "", "3.5"), (Ruling.KEPT, "", "2.75"), (Ruling.OTHER, "3.25", "3.25")],
)
def test_a_decision_is_the_mark_of_the_round_and_one_undo_step(
    session: Session, ruling: Ruling, typed: str, expected: str
) -> None:
    before = session.state
    decide(session, "2.1", ruling, typed, "Chấp nhận hai văn bản")
    assert points(session, "2.1") == D(expected)
    item = item_of(session, "2.1")
    assert (item.ruling, item.points, item.decided_at) == (ruling, D(expected), noon())
    assert item.note == "Chấp nhận hai văn bản"
    session.undo()
    assert session.state.sitting_items == before.sitting_items
    assert session.state.cell(SHEET).records == before.cell(SHEET).records
    session.redo()
    assert points(session, "2.1") == D(expected)


def test_taking_a_round_takes_its_reasons_of_loss_along(session: Session) -> None:
    decide(session, "2.1", Ruling.KEPT)
    reasons = session.state.cell(SHEET).deductions["2.1", SECOND]
    assert [each.reason for each in reasons] == ["Thiếu tài liệu"]


def test_a_decision_is_taken_back_and_taken_anew(session: Session) -> None:
    decide(session, "2.1", Ruling.OTHER, "3.25", "lý do")
    decide(session, "2.1", Ruling.ACCEPTED)
    assert item_of(session, "2.1").note == "lý do"
    assert points(session, "2.1") == D("3.5")
    session.run(ReopenItem(item_of(session, "2.1").id))
    assert points(session, "2.1") is None
    assert not item_of(session, "2.1").is_decided
    again = ReopenItem(item_of(session, "2.1").id)
    assert refused(session, again) == "2.1 chưa được quyết định trong phiên họp này."


def test_a_decision_for_publication_keeps_the_newest_appraisal(session: Session) -> None:
    session.run(CallSitting(ASSESSMENT, Round.PUBLISHED, id="cong-bo"))
    session.run(AddItems("cong-bo", ((SHEET, "6.1"), (SHEET, "2.1"))))
    first, second = items_of(session.state, "cong-bo")
    session.run(DecideItem(first.id, Ruling.KEPT, noon()))
    assert points(session, "6.1", Round.PUBLISHED) == D("2.25")
    session.run(DecideItem(second.id, Ruling.KEPT, noon()))
    assert points(session, "2.1", Round.PUBLISHED) == D("2.75")


def test_points_that_the_round_has_already_are_what_is_proposed(session: Session) -> None:
    session.run(AddItems(SITTING, ((SHEET, "6.1"),)))
    assert item_of(session, "6.1").proposed == D("2.25")
    session.run(ProposePoints(item_of(session, "6.1").id, None))
    assert item_of(session, "6.1").proposed is None
    over = ProposePoints(item_of(session, "6.1").id, D(4))
    assert "4" in refused(session, over)


def test_surveys_branches_and_what_does_not_apply_are_refused_in_words(session: Session) -> None:
    def add(code: str) -> str:
        return refused(session, AddItems(SITTING, ((SHEET, code),)))

    assert add("1.9") == "1.9 lấy điểm khảo sát, Hội đồng không quyết định."
    assert add("2") == "2 là tổng của các tiêu chí con, không quyết định trực tiếp."
    assert add("2.2") == "2.2 không áp dụng cho đơn vị này."
    assert add("nowhere") == "Tiêu chí này không còn trong bộ tiêu chí."
    assert add("2.1") == "Không có tiêu chí nào để đưa thêm vào phiên họp."
    gone = AddItems(SITTING, (("nowhere", "2.1"),))
    assert "bảng chấm" in refused(session, gone).lower()
    session.run(SetNotApplicable(SHEET, "2.1", not_applicable=True))
    decided = DecideItem(item_of(session, "2.1").id, Ruling.KEPT, noon())
    assert refused(session, decided) == "2.1 không áp dụng cho đơn vị này."
    rows = item_rows(session.state, session.state.sittings[SITTING], session.scores)
    row = next(each for each in rows if each.criterion.id == "2.1")
    assert row.row is None
    assert row.refusal.startswith("2.1 không áp dụng cho đơn vị này.")


def test_a_locked_round_is_refused_even_where_the_points_would_stay(session: Session) -> None:
    decide(session, "2.1", Ruling.KEPT)
    session.run(LockRound(SHEET, SECOND))
    again = DecideItem(item_of(session, "2.1").id, Ruling.KEPT, noon(), note="x")
    assert refused(session, again).startswith("Vòng Thẩm định lần 2 của Sở Tài nguyên và MT")
    assert refused(session, ReopenItem(again.item)).startswith("Vòng Thẩm định lần 2")
    assert undecided(session.state, session.scores, (SHEET,), SECOND) == ()
    session.run(NoteItem(again.item, "ghi sau"))
    assert refused(session, NoteItem("nowhere", "x")) == "Tiêu chí này không còn trong phiên họp."


def test_what_cannot_be_taken_is_refused_in_words(session: Session) -> None:
    session.run(SetPoints(place("2.1", Round.SELF), None))
    session.run(SetPoints(place("2.1", Round.FIRST), None))
    item = item_of(session, "2.1").id
    assert refused(session, DecideItem(item, Ruling.ACCEPTED, noon())) == (
        "2.1 chưa có điểm tự chấm để lấy."
    )
    assert refused(session, DecideItem(item, Ruling.KEPT, noon())) == (
        "2.1 chưa có điểm thẩm định ở vòng trước để giữ."
    )
    assert refused(session, DecideItem(item, Ruling.OTHER, noon())) == (
        "Chưa gõ điểm quyết định cho 2.1."
    )
    assert "4,5" in refused(session, DecideItem(item, Ruling.OTHER, noon(), D("4.5")))


def test_sittings_are_for_rounds_that_appraise(session: Session) -> None:
    wrong = "Hội đồng không quyết định ở vòng tự chấm."
    assert refused(session, CallSitting(ASSESSMENT, Round.SELF)) == wrong
    assert refused(session, CallSitting("nowhere", SECOND))
    nameless = SittingFacts(attendees=(Attendee(" "),))
    assert refused(session, CallSitting(ASSESSMENT, SECOND, nameless)) == (
        "Người dự họp chưa có họ tên."
    )


def test_facts_change_at_will_but_the_round_only_before_the_first_decision(
    session: Session,
) -> None:
    assert facts_of(session.state.sittings[SITTING]) == FACTS
    moved = replace(FACTS, held_on=date(2023, 2, 25), place="  Phòng   3 ", note=" a\nb ")
    session.run(EditSitting(SITTING, moved, Round.PUBLISHED))
    sitting = session.state.sittings[SITTING]
    assert (sitting.place, sitting.note, sitting.round) == ("Phòng 3", "a\nb", Round.PUBLISHED)
    session.undo()
    decide(session, "2.1", Ruling.KEPT)
    assert refused(session, EditSitting(SITTING, FACTS, Round.PUBLISHED)) == (
        "Phiên họp đã quyết định tiêu chí nên không đổi vòng được."
    )
    session.run(EditSitting(SITTING, moved))
    assert session.state.sittings[SITTING].held_on == date(2023, 2, 25)
    assert refused(session, EditSitting("nowhere", FACTS)) == (
        "Phiên họp này không còn trong hồ sơ."
    )


def test_the_order_of_a_sitting_changes(session: Session) -> None:
    first, second, third = (item_of(session, code).id for code in OPEN[:3])
    session.run(MoveItem(third, first))
    assert codes(session)[:3] == ["3.2", "1.2", "2.1"]
    session.run(MoveItem(third))
    assert codes(session)[-1] == "3.2"
    assert not session.run(MoveItem(third))
    assert not session.run(MoveItem(second, second))
    session.run(RemoveItems((first, "nowhere")))
    assert "1.2" not in codes(session)
    assert refused(session, RemoveItems((first,))) == "Tiêu chí này không còn trong phiên họp."


def test_a_removed_sitting_leaves_its_marks(session: Session) -> None:
    decide(session, "2.1", Ruling.KEPT)
    session.run(RemoveSitting(SITTING))
    assert not session.state.sittings
    assert not session.state.sitting_items
    assert points(session, "2.1") == D("2.75")
    session.undo()
    assert item_of(session, "2.1").is_decided


def test_items_go_with_their_criterion_and_their_unit(session: Session) -> None:
    session.run(RemoveCriterion("2.1"))
    assert "2.1" not in codes(session)
    session.run(AddCriterion(ASSESSMENT, "4.1", "Tiêu chí con"))
    assert "4.1" not in codes(session)
    session.run(AddUnits(ASSESSMENT, "", ("Sở Y tế",)))
    session.run(RemoveUnit(SHEET))
    assert codes(session) == []


def test_another_assessment_is_not_decided(session: Session) -> None:
    session.run(CopyAssessment(ASSESSMENT, 2023, "sn2023"))
    sheet = session.state.sheets_of("sn2023")[0].id
    leaf = session.state.tree("sn2023").leaves[0].id
    assert refused(session, AddItems(SITTING, ((sheet, leaf),))) == (
        "Tiêu chí thuộc đợt đánh giá khác."
    )


def test_a_mark_that_changed_after_its_sitting_is_found(session: Session) -> None:
    decide(session, "2.1", Ruling.OTHER, "3.25")
    assert not list(sitting_findings(session.state, SHEET, session.scores))
    session.run(SetPoints(place("2.1"), D(3)))
    (finding,) = sitting_findings(session.state, SHEET, session.scores)
    assert finding.criterion == "2.1"
    assert finding.sentence == "2.1: phiên họp ngày 24/02/2023 quyết 3,25, điểm hiện nay 3."
    rows = item_rows(session.state, session.state.sittings[SITTING], session.scores)
    assert [row.criterion.id for row in rows if row.is_changed] == ["2.1"]
    session.run(CallSitting(ASSESSMENT, SECOND, SittingFacts(date(2023, 2, 28)), "sau"))
    session.run(AddItems("sau", ((SHEET, "2.1"),)))
    (later,) = items_of(session.state, "sau")
    session.run(DecideItem(later.id, Ruling.OTHER, noon().replace(hour=15), D(3)))
    assert not list(sitting_findings(session.state, SHEET, session.scores))
    assert [each.id for each in sittings_of(session.state, ASSESSMENT)] == ["sau", SITTING]


def test_the_history_of_a_criterion_says_what_the_council_did(session: Session) -> None:
    session.run(NoteItem(item_of(session, "2.1").id, "xem công văn"))
    decide(session, "2.1", Ruling.KEPT)
    entries = history_of(session.store, session.state, SHEET, "2.1")
    assert entries[0].title == "Hội đồng quyết: giữ như vòng trước"
    assert "quyết định của Hội đồng: chưa quyết định → giữ như vòng trước" in entries[0].details
    assert "điểm: trống → 2,75" in entries[0].details
    said = [detail for entry in entries for detail in entry.details]
    assert "ghi chú biên bản: trống → xem công văn" in said
    assert "điểm đề nghị với Hội đồng: trống → 3,25" in said
    assert "đưa vào phiên họp" in said
    assert not any("nội dung khác" in detail for detail in said)


def test_check_tells_a_mark_that_changed_after_its_sitting(session: Session) -> None:
    decide(session, "2.1", Ruling.KEPT)
    session.run(SetPoints(place("2.1"), D(3)))
    assert any("phiên họp ngày 24/02/2023 quyết 2,75" in said for said in faults_of(session))
