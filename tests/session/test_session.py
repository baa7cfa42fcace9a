"""The one way of a change: run, undo, redo, tell, refuse."""

from decimal import Decimal

import pytest

from cchc_desktop.commands.criteria import (
    AddCriterion,
    MoveCriterion,
    RemoveCriterion,
    RenameCriterion,
    SetMaximum,
)
from cchc_desktop.commands.founding import OpenAssessment
from cchc_desktop.commands.losses import AddDeduction, EditDeduction
from cchc_desktop.commands.marks import (
    PasteMarks,
    SetExplanation,
    SetFigure,
    SetNotApplicable,
    SetPoints,
    SetSurveyResult,
)
from cchc_desktop.domain.changes import ChangeSet, altered
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import AssessmentLevel, Member
from cchc_desktop.session import Changed, Session
from cchc_desktop.session.touched import changes_by_sheet, touched_sheets
from cchc_desktop.wording import dossier
from tests.memory_store import MemoryStore
from tests.sample_session import ASSESSMENT, SHEET, fixed_clock, node, place, sample_session

D = Decimal
FULL = CchcError("Ổ đĩa đã đầy.", "Giải phóng ổ đĩa rồi thử lại.")


def total(session: Session) -> Decimal | None:
    return session.scores(SHEET, Round.FIRST).total.points


class Lock:
    """Locks the first appraisal of the sample's sheet."""

    title = "khóa"

    def plan(self, state: State) -> ChangeSet:
        return altered("sheet", state.sheets[SHEET], {"locked": (Round.FIRST,)})


class Nothing:
    title = "không gì"

    def plan(self, state: State) -> ChangeSet:
        return ChangeSet()


def test_a_change_is_written_before_anybody_hears_of_it() -> None:
    store = MemoryStore()
    session = sample_session(store)
    heard: list[Changed] = []
    titles: list[str] = []
    stop = session.listen(heard.append)
    session.listen(lambda event: titles.append(session.undo_title))
    session.run(SetFigure(place("7.3"), "numerator", D(100000)))
    (event,) = heard
    assert event.after is session.state
    assert titles == ["nhập số liệu 100.000"]
    assert store.head == store.written[-1][0].hash
    assert event.criteria == {node("7.3")}
    assert event.sheets == {SHEET}
    stop()
    session.undo()
    assert len(heard) == 1


def test_undo_and_redo_bring_every_value_back() -> None:
    session = sample_session()
    start = total(session)
    session.run(SetFigure(place("7.3"), "numerator", D(100000)))
    changed = total(session)
    assert session.undo_title == "nhập số liệu 100.000"
    assert session.undo()
    assert total(session) == start
    assert session.redo_title == "nhập số liệu 100.000"
    assert session.redo()
    assert total(session) == changed
    assert session.undo()
    assert session.undo()
    assert not session.state.assessments
    assert not session.undo()
    assert session.redo()
    assert total(session) == start
    assert session.redo()
    assert not session.redo()
    assert total(session) == changed


def test_a_new_step_forgets_what_could_be_done_again() -> None:
    session = sample_session()
    session.run(SetPoints(place("1.9"), D(6)))
    session.undo()
    session.run(SetPoints(place("1.9"), D(5)))
    assert session.redo_title == ""
    assert not session.redo()


def test_typing_in_one_field_is_one_step() -> None:
    session = sample_session()
    session.run(AddDeduction(place("1.9"), id="x"))
    for text in ("C", "Ch", "Chậm"):
        session.run(EditDeduction(SHEET, "x", reason=text), joins="reason-x")
    session.undo()
    (deduction,) = session.state.cell(SHEET).deductions[node("1.9"), Round.FIRST]
    assert deduction.reason == ""
    session.redo()
    (deduction,) = session.state.cell(SHEET).deductions[node("1.9"), Round.FIRST]
    assert deduction.reason == "Chậm"


def test_other_words_do_not_join() -> None:
    session = sample_session()
    session.run(SetPoints(place("1.9"), D(6)), joins="a")
    session.run(SetPoints(place("1.9"), D(5)), joins="b")
    session.undo()
    row = session.scores(SHEET, Round.FIRST)[node("1.9")]
    assert row.points == 6


def test_a_full_disk_leaves_everything_as_it_was() -> None:
    store = MemoryStore()
    session = sample_session(store)
    before, head, heard = session.state, store.head, list[Changed]()
    session.listen(heard.append)
    store.refusal = FULL
    with pytest.raises(CchcError, match="đầy"):
        session.run(SetPoints(place("1.9"), D(6)))
    assert session.state is before
    assert store.head == head
    assert not heard
    assert session.undo_title == "tạo hồ sơ mẫu Hải Dương 2022"
    with pytest.raises(CchcError, match="đầy"):
        session.undo()
    assert session.undo_title
    store.refusal = None
    assert session.run(SetPoints(place("1.9"), D(6)))


def test_a_step_that_changes_nothing_is_no_step() -> None:
    store = MemoryStore()
    session = sample_session(store)
    assert not session.run(Nothing())
    assert not session.run(SetPoints(place("1.9"), D("6.50")))
    assert len(store.written) == 1


def test_a_locked_round_cannot_be_walked_past() -> None:
    session = sample_session()
    session.run(AddDeduction(place("1.9"), "lý do", D("0.1"), id="x"))
    session.run(SetPoints(place("1.9"), D(6)))
    session.run(Lock())
    for command in (
        SetPoints(place("1.9"), D(5)),
        PasteMarks(SHEET, Round.FIRST, ((node("1.9"), D(5)),)),
        AddDeduction(place("1.9"), "khác"),
        EditDeduction(SHEET, "x", reason="khác"),
        RemoveCriterion(node("1.9")),
    ):
        with pytest.raises(CchcError, match="đã khóa"):
            session.run(command)
    session.run(SetPoints(place("1.9", Round.PUBLISHED), D(5)))


def test_a_locked_sheet_keeps_its_set_and_what_counts() -> None:
    session = sample_session()
    session.run(Lock())
    before = session.state
    for command in (
        SetMaximum(node("1.1"), D("0.4")),
        AddCriterion(ASSESSMENT, node("1"), "Mới"),
        RemoveCriterion(node("7.3")),
        MoveCriterion(node("7.3"), node("8.2")),
        SetNotApplicable(SHEET, node("7.3"), not_applicable=True),
    ):
        with pytest.raises(CchcError, match="khóa") as refusal:
            session.run(command)
        assert refusal.value.hint
    assert session.state is before
    session.run(RenameCriterion(node("7.3"), "Tên đúng chính tả"))
    session.run(SetSurveyResult(SHEET, node("8.2.1"), "points", D("1.3")))
    session.run(SetExplanation(SHEET, node("7.3"), "vì"))
    session.run(OpenAssessment(2026, AssessmentLevel.COMMUNE, "Xã A", id="khác"))
    session.run(AddCriterion("khác", "", "Lĩnh vực"))


def test_undo_cannot_walk_past_a_lock() -> None:
    store = MemoryStore()
    session = sample_session(store)
    session.run(SetPoints(place("1.9"), D(6)))
    other = Session(store, fixed_clock)
    other.run(Lock())
    session.state = other.state
    with pytest.raises(CchcError, match="đã khóa"):
        session.undo()


def test_undo_refuses_when_the_value_no_longer_stands() -> None:
    store = MemoryStore()
    session = sample_session(store)
    session.run(SetPoints(place("1.9"), D(6)))
    other = Session(store, fixed_clock)
    other.run(SetPoints(place("1.9"), D(5)))
    session.state = other.state
    with pytest.raises(CchcError, match="không hoàn tác được") as refusal:
        session.undo()
    assert refusal.value.hint == "Hoàn tác các bước mới hơn trước."
    assert session.undo_title == "nhập điểm 6"


@pytest.mark.parametrize(
    ("reason", "way_out"),
    [
        (dossier.FOLDER_READ_ONLY, "thư mục ghi được"),
        (dossier.FILE_READ_ONLY, "bỏ thuộc tính"),
        (dossier.DISK_FULL, "xóa bớt tệp"),
        (dossier.NEWER_READ_ONLY, "phiên bản mới"),
        ("Hồ sơ đang được an mở.", "ở nơi kia"),
    ],
)
def test_the_way_out_of_reading_only_fits_its_reason(reason: str, way_out: str) -> None:
    assert way_out in dossier.read_only_hint(reason)


def test_a_dossier_open_for_reading_refuses_with_the_reason() -> None:
    store = MemoryStore()
    session = sample_session(store)
    session.run(SetPoints(place("1.9"), D(6)))
    session.undo()
    store.read_only_reason = "Người khác đang mở hồ sơ này."
    for action in (lambda: session.run(SetPoints(place("1.9"), D(5))), session.undo, session.redo):
        with pytest.raises(CchcError, match="Người khác") as refusal:
            action()
        assert refusal.value.hint


def test_totals_of_every_round_go_with_the_change() -> None:
    store = MemoryStore()
    session = sample_session(store)
    session.run(SetPoints(place("1.9"), D(6)))
    totals = {t.round: t for t in store.totals()}
    assert totals[Round.FIRST].points == total(session)
    assert totals[Round.PUBLISHED].points == D("8.42")
    assert dict(totals[Round.FIRST].areas)[node("2")] == D("9.26")
    session.run(SetMaximum(node("1.1"), D("0.4")))
    assert {t.round: t for t in store.totals()}[Round.FIRST].points == total(session)


def test_who_works_is_entered_once_and_never_undone() -> None:
    store = MemoryStore()
    session = Session(store, fixed_clock, Member("m", "Thư ký"))
    session.run(OpenAssessment(2026, AssessmentLevel.COMMUNE, "Xã Gia Lộc"))
    assert set(session.state.members) == {"m"}
    session.undo()
    assert set(session.state.members) == {"m"}
    assert not session.state.assessments
    session.run(OpenAssessment(2026, AssessmentLevel.COMMUNE, "Xã Gia Lộc"))
    assert store.written[-1][0].actor == "m"
    assert [line.title for line in store.lines(2)][1].startswith("Hoàn tác")


def test_the_account_gets_its_name_with_the_next_change_and_keeps_it() -> None:
    store = MemoryStore()
    session = Session(store, fixed_clock, Member("os-an", "an"))
    session.run(OpenAssessment(2026, AssessmentLevel.COMMUNE, "Xã A"))
    session.works_as(Member("os-an", "Nguyễn Văn An", "Tổ thư ký"))
    assert session.worker == Member("os-an", "Nguyễn Văn An", "Tổ thư ký")
    assert session.state.members["os-an"].name == "an"
    session.undo()
    assert session.state.members["os-an"] == Member("os-an", "Nguyễn Văn An", "Tổ thư ký")
    session.redo()
    assert len(session.state.assessments) == 1
    session.undo()
    assert session.state.members["os-an"].name == "Nguyễn Văn An"
    later = Session(store, fixed_clock, Member("os-an", "an"))
    later.run(OpenAssessment(2027, AssessmentLevel.COMMUNE, "Xã A"))
    assert later.state.members["os-an"].name == "Nguyễn Văn An"


def test_another_person_takes_over_and_old_lines_stay_with_who_did_them() -> None:
    store = MemoryStore()
    session = Session(store, fixed_clock, Member("os-an", "An"))
    session.run(OpenAssessment(2026, AssessmentLevel.COMMUNE, "Xã A"))
    session.works_as(Member("m2", "Bình"))
    session.undo()
    session.redo()
    session.works_as(Member("m3", "Chi"))
    session.undo()
    assert [line.actor for line in store.lines(9)] == ["m3", "m2", "m2", "os-an"]
    assert {key: each.name for key, each in session.state.members.items()} == {
        "os-an": "An",
        "m2": "Bình",
        "m3": "Chi",
    }


def test_structure_is_rescored() -> None:
    session = sample_session()
    session.run(MoveCriterion(node("7.1"), node("8.2")))
    sheet = session.scores(SHEET, Round.FIRST)
    assert sheet[node("1")].maximum == D("9.5")
    session.run(RemoveCriterion(node("7.3")))
    assert node("7.3") not in session.scores(SHEET, Round.FIRST).rows


def test_scores_of_a_sheet_that_is_gone_are_forgotten() -> None:
    session = sample_session()
    session.scores(SHEET, Round.FIRST)
    session.undo()
    assert not session._sheets


def test_the_sheets_that_a_change_touches() -> None:
    session = sample_session()
    state = session.state
    rename = altered("criterion", state.criteria[node("1")], {"name": "x"})
    assert touched_sheets(state, rename) == {SHEET}
    title = altered("assessment", state.assessments[ASSESSMENT], {"title": "x"})
    assert touched_sheets(state, title) == {SHEET}
    assert touched_sheets(state, altered("sheet", state.sheets[SHEET], {"order": "z"})) == {SHEET}
    deduction = state.cell(SHEET).deductions[node("2.9"), Round.FIRST][0]
    assert changes_by_sheet(state, altered("deduction", deduction, {"reason": "x"})) == {SHEET}
    assert not changes_by_sheet(state, rename)


def test_closing_forgets_the_listeners() -> None:
    session = sample_session()
    heard: list[Changed] = []
    stop = session.listen(heard.append)
    session.close()
    stop()
    session.run(SetPoints(place("1.9"), D(6)))
    assert not heard


class OneRound:
    title = "chỉ còn một vòng"

    def plan(self, state: State) -> ChangeSet:
        return altered("assessment", state.assessments[ASSESSMENT], {"rounds": (Round.FIRST,)})


def test_totals_of_a_round_that_left_its_assessment_are_forgotten() -> None:
    session = sample_session()
    assert Round.PUBLISHED in session.totals[SHEET]
    session.run(OneRound())
    assert {key: set(rounds) for key, rounds in session.totals.items()} == {SHEET: {Round.FIRST}}
    session.undo()
    assert Round.PUBLISHED in session.totals[SHEET]
