"""Commands of the rounds: taking earlier points, other points, causes, locks, dates."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.criteria import SetMaximum
from cchc_desktop.commands.documents import AddFile, RemoveFile
from cchc_desktop.commands.evidence import (
    AttachDocument,
    Content,
    DescribeDocument,
    DetachDocument,
)
from cchc_desktop.commands.losses import AddDeduction
from cchc_desktop.commands.marks import SetExplanation, SetNote, SetPoints
from cchc_desktop.commands.rounds import (
    DecidePoints,
    LockRound,
    ReturnSheet,
    SetCause,
    SetDays,
    TakePreviousRound,
    TakeRound,
    UnlockRound,
)
from cchc_desktop.domain.checks import FindingKind, findings
from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Cause, Figure, Round
from cchc_desktop.domain.texts import ExtractedText, TextFault
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from tests.rounds_dossier import ASSESSMENT, SHEET, place, rounds_session
from tests.sample_session import place as sample_place
from tests.sample_session import sample_session

D = Decimal
SECOND = Round.SECOND
UNDECIDED = ("1.2", "2.1", "3.2", "4.1", "5.2", "7.1")


@pytest.fixture
def session() -> Session:
    return rounds_session()


def points(session: Session, code: str, in_round: Round = SECOND) -> Decimal | None:
    return session.scores(SHEET, in_round)[code].points


def test_one_criterion_takes_the_self_score_with_its_reasons(session: Session) -> None:
    session.run(TakeRound(SHEET, ("2.1",), SECOND, Round.SELF))
    assert points(session, "2.1") == D("3.5")
    (reason,) = session.state.cell(SHEET).deductions["2.1", SECOND]
    assert (reason.reason, reason.amount) == ("Thiếu tài liệu", None)
    assert session.undo_title == "công nhận điểm tự chấm"
    assert points(session, "1.2") is None


def test_a_branch_keeps_the_first_appraisal_and_skips_what_is_scored(session: Session) -> None:
    session.run(TakeRound(SHEET, ("1",), SECOND, Round.FIRST))
    assert points(session, "1.2") == D("1.75")
    assert points(session, "1.5") == D("1.25")
    assert session.undo_title == "giữ như lần 1"
    assert session.state.cell(SHEET).mark("1.9", SECOND) is None


def test_all_is_one_step_that_undo_takes_back_as_one(session: Session) -> None:
    before = session.state.cell(SHEET).records
    session.run(TakeRound(SHEET, (ROOT,), SECOND, Round.SELF))
    assert [points(session, code) for code in UNDECIDED] == [
        D(each) for each in ("2.5", "3.5", "2.25", "2.5", "3", "2.75")
    ]
    assert points(session, "6.1") == D("2.25")
    assert session.state.cell(SHEET).mark("2.2", SECOND) is None
    session.undo()
    assert session.state.cell(SHEET).records == before


def test_what_is_scored_is_decided_anew_when_asked(session: Session) -> None:
    session.run(TakeRound(SHEET, ("6.1", "1.1"), SECOND, Round.SELF, again=True))
    assert points(session, "6.1") == D("2.75")
    assert session.undo_title == "công nhận điểm tự chấm: 2 tiêu chí"
    keys = list(session.state.cell(SHEET).records["deduction"])
    session.run(TakeRound(SHEET, ("6.1", "1.1"), SECOND, Round.SELF, again=True))
    assert list(session.state.cell(SHEET).records["deduction"]) == keys


def test_reasons_that_give_points_by_themselves_are_taken_with_them() -> None:
    session = sample_session()
    taken = sample_place("7.2", Round.PUBLISHED)
    session.run(TakeRound(taken.sheet, (taken.criterion,), Round.PUBLISHED, Round.FIRST))
    first = session.scores(taken.sheet, Round.FIRST)[taken.criterion]
    later = session.scores(taken.sheet, Round.PUBLISHED)[taken.criterion]
    assert (later.points, later.lost) == (first.points, first.lost)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (TakeRound(SHEET, ("1.1",), SECOND, Round.SELF), "Không có tiêu chí nào"),
        (TakeRound(SHEET, ("1.9", "2.2"), SECOND, Round.SELF, again=True), "Không có tiêu chí nào"),
        (TakeRound(SHEET, ("1.1",), Round.SELF, Round.FIRST), "không đứng trước vòng Tự chấm"),
        (TakeRound("x", ("1.1",), SECOND, Round.SELF), "không còn trong hồ sơ"),
        (TakeRound(SHEET, ("x",), SECOND, Round.SELF), "không còn trong bộ tiêu chí"),
        (DecidePoints(place("2.1"), D(5)), "vượt tối đa 4"),
        (DecidePoints(place("1.9"), D(1)), "khảo sát không chấm trực tiếp"),
        (SetCause(place("1"), Cause.EXPIRED), "tổng các tiêu chí con"),
        (LockRound("x", SECOND), "không còn trong hồ sơ"),
        (LockRound(SHEET, Round.SHEET), "không có vòng đó"),
        (LockRound(SHEET, Round.PUBLISHED), "chưa có điểm nào"),
        (UnlockRound("x", SECOND), "không còn trong hồ sơ"),
        (SetDays("x", (None,) * 5), "không còn trong hồ sơ"),
    ],
)
def test_what_cannot_be_done_is_refused_in_words(
    session: Session, command: Command, said: str
) -> None:
    before = session.state
    with pytest.raises(CchcError, match=said):
        session.run(command)
    assert session.state is before


def test_other_points_stand_alone(session: Session) -> None:
    session.run(TakeRound(SHEET, ("2.1",), SECOND, Round.SELF))
    session.run(DecidePoints(place("2.1"), D("3.25")))
    assert points(session, "2.1") == D("3.25")
    assert session.undo_title == "quyết định điểm khác 3,25"


def test_other_points_stand_where_figures_gave_points_before() -> None:
    session = sample_session()
    at = sample_place("7.3", Round.PUBLISHED)
    session.run(TakeRound(at.sheet, (at.criterion,), Round.PUBLISHED, Round.FIRST))
    mark = session.state.cell(at.sheet).mark(at.criterion, Round.PUBLISHED)
    assert mark is not None
    assert all(isinstance(figure, Figure) for figure in mark.figures.values())
    session.run(DecidePoints(at, D("0.5")))
    assert session.scores(at.sheet, Round.PUBLISHED)[at.criterion].points == D("0.5")


def test_a_cause_is_coded_and_taken_away(session: Session) -> None:
    session.run(SetCause(place("2.1"), Cause.LATE_DATA))
    assert session.undo_title == "nguyên nhân lệch: số liệu nộp muộn"
    session.run(SetCause(place("2.1"), None))
    assert session.undo_title == "bỏ nguyên nhân lệch"
    assert session.state.cell(SHEET).mark("2.1", SECOND) is None


def test_locking_and_unlocking_stand_in_the_journal() -> None:
    store = MemoryStore()
    session = rounds_session(store)
    session.run(LockRound(SHEET, Round.FIRST))
    assert session.state.sheets[SHEET].locked == (Round.FIRST,)
    assert not session.run(LockRound(SHEET, Round.FIRST))
    with pytest.raises(CchcError, match="đã khóa"):
        session.run(SetPoints(place("1.1", Round.FIRST), D(1)))
    session.run(UnlockRound(SHEET, Round.FIRST))
    assert not session.run(UnlockRound(SHEET, Round.FIRST))
    session.run(SetNote(place("1.1", Round.FIRST), "sửa được"))
    assert [line.command for line in store.lines(3)] == ["SetNote", "UnlockRound", "LockRound"]


def test_a_round_with_gaps_is_not_locked_and_the_gaps_are_listed(session: Session) -> None:
    session.run(SetPoints(place("1.2"), D(1)))
    session.run(SetPoints(place("7.1"), D(1)))
    with pytest.raises(CchcError) as refused:
        session.run(LockRound(SHEET, SECOND))
    assert "còn 2 chỗ thiếu: 1.2: bị trừ 2 điểm, chưa có lý do. 7.1:" in refused.value.sentence
    for code in ("1.2", "7.1"):
        session.run(AddDeduction(place(code), "Thiếu báo cáo"))
    assert session.run(LockRound(SHEET, SECOND))


def test_a_set_that_does_not_add_up_is_scored_and_locked_but_not_published() -> None:
    session = rounds_session()
    session.run(SetMaximum("6", D(4)))
    (areas_own,) = [
        each.sentence
        for each in findings(session.scores(SHEET, SECOND), session.state.cell(SHEET), 2022)
        if each.kind is FindingKind.MAXIMA_DIFFER
    ]
    session.run(TakeRound(SHEET, (ROOT,), SECOND, Round.FIRST))
    session.run(LockRound(SHEET, SECOND))
    session.run(TakeRound(SHEET, (ROOT,), Round.PUBLISHED, Round.SECOND))
    with pytest.raises(CchcError) as refused:
        session.run(LockRound(SHEET, Round.PUBLISHED))
    assert areas_own in refused.value.sentence
    session.run(UnlockRound(SHEET, SECOND))
    session.run(SetMaximum("6", D(3)))
    assert session.run(LockRound(SHEET, Round.PUBLISHED))


def test_a_round_on_documents_of_another_year_is_not_locked(session: Session) -> None:
    late = Content("tb.pdf", "e" * 64, 9)
    (before,) = session.state.cell(SHEET).links["1.1"][:1]
    session.run(DetachDocument(SHEET, before.id))
    session.run(AttachDocument(SHEET, "1.1", late, datetime(2023, 2, 1, tzinfo=UTC), "late"))
    assert LockRound(SHEET, Round.FIRST).plan(session.state)
    session.run(DescribeDocument("late", "55/TB-VPCP", date(2023, 2, 24)))
    with pytest.raises(CchcError, match=r"1\.1: tài liệu duy nhất ngoài năm 2022"):
        session.run(LockRound(SHEET, Round.FIRST))
    session.run(SetExplanation(SHEET, "1.1", "Văn bản ban hành sau, nói về năm 2022"))
    assert session.run(LockRound(SHEET, Round.FIRST))


def test_a_round_on_damaged_documents_is_not_locked_and_they_are_named(session: Session) -> None:
    links = session.state.cell(SHEET).links["1.1"]
    documents = [session.state.documents[each.document] for each in links]
    damaged = frozenset(each.sha256 for each in documents)
    for code in session.state.cell(SHEET).links:
        if code != "1.1":
            session.run(SetExplanation(SHEET, code, "Văn bản giấy còn đủ"))
    assert LockRound(SHEET, Round.FIRST).plan(session.state)
    with pytest.raises(CchcError, match=f"1.1: {documents[0].title} hỏng hoặc không đọc được"):
        session.run(LockRound(SHEET, Round.FIRST, damaged))
    session.run(SetExplanation(SHEET, "1.1", "Tệp gốc đã gửi qua trục"))
    assert session.run(LockRound(SHEET, Round.FIRST, damaged))


@pytest.mark.parametrize(
    ("fault", "is_refused"),
    [(TextFault.DAMAGED, True), (TextFault.LOCKED, True), (TextFault.NO_TEXT, False)],
)
def test_the_session_tells_the_lock_what_it_knows_of_contents(
    fault: TextFault, *, is_refused: bool
) -> None:
    store = MemoryStore()
    session = rounds_session(store)
    (link,) = session.state.cell(SHEET).links["1.1"]
    document = session.state.documents[link.document]
    for code in session.state.cell(SHEET).links:
        if code != "1.1":
            session.run(SetExplanation(SHEET, code, "Văn bản giấy còn đủ"))
    store.texts.keep(document.sha256, ExtractedText((), fault))
    if is_refused:
        with pytest.raises(CchcError, match=f"1.1: {document.title} hỏng hoặc không đọc được"):
            session.run(LockRound(SHEET, Round.FIRST))
    else:
        assert session.run(LockRound(SHEET, Round.FIRST))


def test_a_damaged_annex_keeps_a_round_open_too(session: Session) -> None:
    (document,) = {each.document for each in session.state.cell(SHEET).links["1.1"]}
    annex = Content("phu-luc.pdf", "f" * 64, 5)
    session.run(AddFile(document, annex, datetime(2022, 3, 1, tzinfo=UTC), id="annex"))
    assert LockRound(SHEET, Round.FIRST).plan(session.state)
    with pytest.raises(CchcError, match=r"tệp kèm phu-luc\.pdf"):
        session.run(LockRound(SHEET, Round.FIRST, frozenset({"f" * 64})))
    better = Content("phu-luc-2.pdf", "e" * 64, 6)
    session.run(RemoveFile("annex"))
    session.run(AddFile(document, better, datetime(2022, 3, 2, tzinfo=UTC), is_newer=True))
    before = frozenset(each.sha256 for each in session.state.files_of(document))
    assert session.run(LockRound(SHEET, Round.FIRST, before)), "a newer file took its place"


def test_dates_follow_each_other(session: Session) -> None:
    days = (None, date(2023, 1, 20), None, date(2023, 2, 20), None)
    session.run(SetDays(ASSESSMENT, days))
    found = session.state.assessments[ASSESSMENT]
    assert (found.opens_on, found.self_until, found.explained_until) == (
        None,
        date(2023, 1, 20),
        date(2023, 2, 20),
    )
    assert session.undo_title == "đặt các mốc thời gian"
    with pytest.raises(CchcError, match="Hạn giải trình đứng trước hạn tự chấm"):
        session.run(SetDays(ASSESSMENT, (None, date(2023, 2, 20), None, date(2023, 1, 1), None)))


def test_the_round_before_brings_its_reasons_unless_the_round_has_its_own(
    session: Session,
) -> None:
    session.run(TakePreviousRound(place("2.1")))
    (reason,) = session.state.cell(SHEET).deductions["2.1", SECOND]
    assert (points(session, "2.1"), reason.reason) == (D("2.75"), "Thiếu tài liệu")
    session.run(AddDeduction(place("7.1"), "Số liệu muộn"))
    session.run(TakePreviousRound(place("7.1")))
    (own,) = session.state.cell(SHEET).deductions["7.1", SECOND]
    assert (points(session, "7.1"), own.reason) == (D("2.25"), "Số liệu muộn")


def test_a_sheet_goes_back_to_its_unit_with_a_reason(session: Session) -> None:
    session.run(LockRound(SHEET, Round.SELF))
    session.run(ReturnSheet(SHEET, "  Thiếu  tài liệu mục 2.1 "))
    assert session.state.sheets[SHEET].locked == ()
    (line,) = session.store.lines(1)
    assert line.title == "trả lại đơn vị tự chấm: Thiếu tài liệu mục 2.1"
    session.undo()
    assert session.state.sheets[SHEET].locked == (Round.SELF,)


@pytest.mark.parametrize(
    ("locks", "reason", "sentence"),
    [
        ((), "Thiếu tài liệu", "Đơn vị chưa chốt tự chấm nên không có gì để trả lại."),
        ((Round.SELF,), "  ", "Chưa ghi lý do trả lại."),
        (
            (Round.SELF, Round.FIRST),
            "Thiếu tài liệu",
            "Vòng thẩm định lần 1 đã khóa nên không trả lại được bảng tự chấm.",
        ),
    ],
)
def test_a_sheet_does_not_go_back(
    session: Session, locks: tuple[Round, ...], reason: str, sentence: str
) -> None:
    for each in locks:
        session.run(LockRound(SHEET, each))
    with pytest.raises(CchcError) as refused:
        session.run(ReturnSheet(SHEET, reason))
    assert refused.value.sentence == sentence
    assert refused.value.hint
