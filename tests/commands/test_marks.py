"""Scoring commands: what they change, and what they refuse in words."""

from decimal import Decimal

import pytest

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.criteria import SetMaximum
from cchc_desktop.commands.evidence import (
    AttachDocument,
    CitePage,
    Content,
    DescribeDocument,
    DetachDocument,
    LinkDocument,
    RenameDocument,
)
from cchc_desktop.commands.founding import FoundDossier, OpenAssessment
from cchc_desktop.commands.losses import AddDeduction, EditDeduction, RemoveDeduction
from cchc_desktop.commands.marks import (
    ChooseLevel,
    ClearMarks,
    PasteMarks,
    Place,
    RequestExplanation,
    SetExplanation,
    SetFigure,
    SetLost,
    SetNotApplicable,
    SetNote,
    SetPoints,
    SetSurveyResult,
    SwapFigures,
)
from cchc_desktop.commands.rounds import TakePreviousRound
from cchc_desktop.domain.changes import ChangeSet, made
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Method, Round
from cchc_desktop.domain.rules.deduction import DeductionRule
from cchc_desktop.domain.scoring import ScoreRow
from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import AssessmentLevel
from cchc_desktop.session import Session
from tests.sample_session import SHEET, fixed_clock, node, place, sample_session

D = Decimal
FIRST, PUBLISHED = Round.FIRST, Round.PUBLISHED


@pytest.fixture
def session() -> Session:
    return sample_session()


def row(session: Session, code: str, in_round: Round = FIRST) -> ScoreRow:
    return session.scores(SHEET, in_round)[node(code)]


def test_points_and_lost_follow_each_other(session: Session) -> None:
    session.run(SetPoints(place("1.9"), D("6.25")))
    assert row(session, "1.9").lost == D("0.25")
    session.run(SetLost(place("1.9"), D("0.75")))
    assert row(session, "1.9").points == D("5.75")
    session.run(SetLost(place("1.9"), None))
    assert row(session, "1.9").points is None


def test_an_unknown_maximum_takes_the_loss_alone(session: Session) -> None:
    from_unknown = Criterion(
        "x", "hd2022", node("1"), "zz", "1.5", "Chưa biết tối đa", maximum=None
    )
    session.run(FoundMore(from_unknown))
    session.run(SetLost(Place(SHEET, "x", FIRST), D("0.5")))
    found = session.scores(SHEET, FIRST)["x"]
    assert (found.points, found.lost) == (None, D("0.5"))
    session.run(SetPoints(Place(SHEET, "x", FIRST), D(3)))
    found = session.scores(SHEET, FIRST)["x"]
    assert (found.points, found.lost) == (D(3), None)


class FoundMore:
    title = "thêm"

    def __init__(self, criterion: Criterion) -> None:
        self.criterion = criterion

    def plan(self, state: State) -> ChangeSet:
        return made("criterion", [self.criterion])


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (SetPoints(place("7.3"), D("1.6")), "vượt tối đa 1,5"),
        (SetPoints(place("7.3"), D("-0.1")), "nhỏ hơn 0"),
        (SetPoints(place("7.3"), D("0.1234567890123")), "quá 12 chữ số"),
        (SetPoints(place("7"), D(1)), "là tổng"),
        (SetPoints(place("8.2.1"), D(1)), "khảo sát không chấm trực tiếp"),
        (SetLost(place("8.2.1"), D(1)), "khảo sát không chấm trực tiếp"),
        (SetLost(place("7.3"), D(2)), "vượt tối đa"),
        (SetPoints(place("9.9"), D(1)), "không còn trong bộ tiêu chí"),
        (SetPoints(Place("x", node("7.3"), FIRST), D(1)), "không còn trong hồ sơ"),
        (SetFigure(place("7.3"), "khác", D(1)), "không dùng số liệu"),
        (SetFigure(place("7.3"), "numerator", D(-1)), "nhỏ hơn 0"),
        (SwapFigures(place("1.1")), "hai số liệu"),
        (SwapFigures(place("7.3", PUBLISHED)), "hai số liệu"),
        (ChooseLevel(place("1.2"), "muc-9"), "không có trong quy tắc"),
        (ChooseLevel(place("7.3"), "muc-1"), "không có trong quy tắc"),
        (SetSurveyResult(SHEET, node("7.3"), "index", D(1)), "không dùng số liệu"),
        (SetSurveyResult(SHEET, node("8.2.1"), "khác", D(1)), "không dùng số liệu"),
        (SetSurveyResult(SHEET, node("8.2.1"), "index", D(101)), "vượt tối đa 100"),
        (SetSurveyResult(SHEET, node("8.2.1"), "points", D(2)), "vượt tối đa 1,5"),
        (TakePreviousRound(place("1.9")), "chưa có điểm"),
        (PasteMarks(SHEET, FIRST, ((node("1.9"), D(1)), (node("7.1"), D(9)))), "vượt tối đa"),
        (AddDeduction(place("7.3"), amount=D(-1)), "nhỏ hơn 0"),
        (EditDeduction(SHEET, "x", amount=D(-1)), "nhỏ hơn 0"),
        (EditDeduction(SHEET, "x"), "không còn trong hồ sơ"),
        (RemoveDeduction(SHEET, "x"), "không còn trong hồ sơ"),
        (DescribeDocument("x"), "không còn trong hồ sơ"),
        (DetachDocument(SHEET, "x"), "không còn trong hồ sơ"),
        (LinkDocument(SHEET, node("7.3"), "x"), "không còn trong hồ sơ"),
        (OpenAssessment(1999, AssessmentLevel.COMMUNE, "Xã"), "từ 2000 đến 2100"),
        (OpenAssessment(2025, AssessmentLevel.COMMUNE, "  "), "tên đơn vị"),
        (FoundDossier("x", ()), "đã có dữ liệu"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_hint(
    session: Session, command: Command, words: str
) -> None:
    before = session.state
    assert command.title
    with pytest.raises(CchcError, match=words) as refusal:
        session.run(command)
    assert refusal.value.hint
    assert session.state is before


def test_figures_move_the_points_and_can_be_taken_away(session: Session) -> None:
    session.run(SetFigure(place("7.3"), "numerator", D(100000), source=" Cổng  DVC "))
    mark = session.state.cell(SHEET).mark(node("7.3"), FIRST)
    assert mark is not None
    assert mark.figures["numerator"].source == "Cổng DVC"
    session.run(SetFigure(place("7.3"), "numerator", None))
    session.run(SetFigure(place("7.3"), "denominator", None))
    assert session.state.cell(SHEET).mark(node("7.3"), FIRST) is None
    assert row(session, "7.3").points is None


def test_figures_typed_the_wrong_way_round_are_swapped(session: Session) -> None:
    session.run(SetFigure(place("7.1"), "numerator", D(40)))
    assert row(session, "7.1").points is None
    session.run(SwapFigures(place("7.1")))
    assert row(session, "7.1").points == D("0.75")


def test_a_chosen_level_gives_its_points(session: Session) -> None:
    session.run(ChooseLevel(place("1.2"), "muc-2"))
    assert row(session, "1.2").points == 1
    session.run(ChooseLevel(place("1.2"), ""))
    assert row(session, "1.2").points is None


def test_the_entered_survey_value_is_the_source(session: Session) -> None:
    session.run(SetSurveyResult(SHEET, node("8.2.1"), "index", D(80), "SIPAS"))
    assert row(session, "8.2.1").points == D("1.2")
    assert row(session, "8.2.1", PUBLISHED).points == D("1.2")
    session.run(SetSurveyResult(SHEET, node("8.2.1"), "points", D("1.3")))
    assert row(session, "8.2.1").points == D("1.3")
    session.run(SetSurveyResult(SHEET, node("8.2.1"), "points", None))
    assert row(session, "8.2.1").points is None


def test_not_applicable_goes_and_comes_back(session: Session) -> None:
    session.run(SetNotApplicable(SHEET, node("7.3"), not_applicable=True))
    assert session.scores(SHEET, FIRST).total.maximum == D("98.5")
    session.run(SetNotApplicable(SHEET, node("7.3"), not_applicable=False))
    assert session.scores(SHEET, FIRST).total.maximum == 100


def test_notes_and_explanations_are_kept(session: Session) -> None:
    session.run(SetNote(place("7.3"), " Xem lại\nngày 3 "))
    session.run(SetExplanation(SHEET, node("7.3"), "Vì mất điện"))
    session.run(RequestExplanation(SHEET, node("7.3"), requested=True))
    session.run(RequestExplanation(SHEET, node("7.3"), requested=False))
    cell = session.state.cell(SHEET)
    first, of_sheet = cell.mark(node("7.3"), FIRST), cell.mark(node("7.3"), Round.SHEET)
    assert first is not None
    assert of_sheet is not None
    assert first.note == "Xem lại\nngày 3"
    assert of_sheet.explanation == "Vì mất điện"


def test_clearing_keeps_notes_and_empties_surveys(session: Session) -> None:
    session.run(SetNote(place("7.3"), "giữ"))
    codes = ("7.3", "8.2.1", "1.1", "3.9")
    session.run(ClearMarks(SHEET, tuple(node(code) for code in codes), FIRST))
    assert all(row(session, code).points is None for code in ("7.3", "8.2.1", "1.1"))
    mark = session.state.cell(SHEET).mark(node("7.3"), FIRST)
    assert mark is not None
    assert mark.note == "giữ"
    assert ClearMarks(SHEET, (node("1.1"),), FIRST).title == "xóa điểm"
    session.undo()
    assert row(session, "7.3").points is not None


def test_a_pasted_block_is_one_step(session: Session) -> None:
    block = ((node("1.9"), D(6)), (node("2.9"), D(9)))
    session.run(PasteMarks(SHEET, FIRST, block))
    assert row(session, "2.9").points == 9
    assert session.undo_title == "dán điểm 2 tiêu chí"
    session.undo()
    assert row(session, "1.9").points == D("6.5")
    assert row(session, "2.9").points == D("9.26")


def test_the_round_before_is_taken_whole(session: Session) -> None:
    later = place("7.3", PUBLISHED)
    session.run(TakePreviousRound(later))
    assert row(session, "7.3", PUBLISHED).points == row(session, "7.3").points


def test_losses_are_added_changed_and_removed(session: Session) -> None:
    session.run(AddDeduction(place("7.9"), "  Thiếu  IPv6 ", D("0.1"), ("Sở Nội vụ",), id="x"))
    listed = session.state.cell(SHEET).deductions[node("7.9"), FIRST]
    assert listed[-1].id == "x"
    assert listed[-1].reason == "Thiếu IPv6"
    assert row(session, "7.9").points == D("7.48")
    session.run(
        EditDeduction(
            SHEET, "x", D("0.2"), "khác", ("Sở Mới", "sở mới", " "), ("UBND xã A",),
            Method.APPRAISAL,
        )
    )  # fmt: skip
    edited = session.state.cell(SHEET).records["deduction"]["x"]
    names = {agency.name for agency in session.state.agencies.values()}
    assert {"Sở Mới", "UBND xã A"} <= names
    assert "sở mới" not in names
    assert len(edited.agencies) == 1
    assert edited.method is Method.APPRAISAL
    session.run(RemoveDeduction(SHEET, "x"))
    assert row(session, "7.9").points == D("7.58")


CONTENT = Content("../Bản quét.pdf", "a" * 64, 10)


def attach(session: Session, code: str = "7.3", content: Content = CONTENT) -> None:
    session.run(AttachDocument(SHEET, node(code), content, fixed_clock()))


def test_a_document_is_linked_described_and_detached(session: Session) -> None:
    attach(session)
    (document,) = session.state.documents.values()
    (link,) = session.state.cell(SHEET).links[node("7.3")]
    assert document.name == "Bản quét.pdf"
    session.run(DescribeDocument(document.id, "55/TB", None, "Bộ", " trích  yếu "))
    session.run(RenameDocument(document.id, "Thông báo 55"))
    session.run(CitePage(SHEET, link.id, "3"))
    (renamed,) = session.state.documents.values()
    assert renamed.name == "Thông báo 55.pdf"
    assert renamed.subject == "trích yếu"
    session.run(RenameDocument(document.id, "Khác.PDF"))
    session.run(DetachDocument(SHEET, link.id))
    assert not session.state.cell(SHEET).links
    session.undo()
    (back,) = session.state.documents.values()
    assert back.name == "Khác.PDF"
    assert session.state.cell(SHEET).links[node("7.3")][0].page == "3"


def test_the_same_content_is_one_document_with_two_links(session: Session) -> None:
    attach(session)
    attach(session, "7.1")
    (document,) = session.state.documents.values()
    with pytest.raises(CchcError, match="đã gắn"):
        attach(session)
    (link,) = session.state.cell(SHEET).links[node("7.1")]
    session.run(DetachDocument(SHEET, link.id))
    assert set(session.state.documents) == {document.id}
    attach(session, "7.3", Content("khác", "b" * 64, 1))
    links = session.state.cell(SHEET).links[node("7.3")]
    assert [each.order for each in links] == sorted(each.order for each in links)
    with pytest.raises(CchcError, match="để trống"):
        session.run(RenameDocument(document.id, " "))
    other = next(d for d in session.state.documents.values() if d.name == "khác")
    session.run(RenameDocument(other.id, "không đuôi"))
    assert session.state.documents[other.id].name == "không đuôi"


def test_a_branch_takes_no_document(session: Session) -> None:
    with pytest.raises(CchcError, match="là tổng"):
        attach(session, "7")


def test_a_new_year_opens_with_its_unit() -> None:
    session = sample_session()
    session.run(OpenAssessment(2026, AssessmentLevel.COMMUNE, " Xã  Gia Lộc "))
    assessment = next(a for a in session.state.assessments.values() if a.year == 2026)
    assert assessment.title == "Cấp xã 2026"
    (sheet,) = session.state.sheets_of(assessment.id)
    assert session.state.units[sheet.unit].name == "Xã Gia Lộc"


def test_a_criterion_pasted_twice_takes_the_last_points(session: Session) -> None:
    before = session.state
    pasted = ((node("1.9"), D("0.1")), (node("7.3"), D("0.3")), (node("1.9"), D("0.2")))
    session.run(PasteMarks(SHEET, PUBLISHED, pasted))
    assert row(session, "1.9", PUBLISHED).points == D("0.2")
    session.undo()
    assert session.state.cell(SHEET).records == before.cell(SHEET).records


def test_a_criterion_cleared_twice_is_cleared(session: Session) -> None:
    session.run(ClearMarks(SHEET, (node("7.3"), node("7.3")), FIRST))
    assert row(session, "7.3").points is None


def test_points_by_loss_forget_a_loss_typed_without_a_maximum(session: Session) -> None:
    unknown = Criterion("x", "hd2022", "", "zz", "9", "Chưa biết tối đa", maximum=None)
    session.run(FoundMore(unknown))
    session.run(SetLost(Place(SHEET, "x", FIRST), D("0.5")))
    session.run(SetMaximum("x", D(2)))
    session.run(SetLost(Place(SHEET, "x", FIRST), D("0.25")))
    session.run(SetMaximum("x", None))
    found = session.scores(SHEET, FIRST)["x"]
    assert (found.points, found.lost) == (D("1.75"), None)


def test_the_losses_that_gave_the_points_are_taken_from_the_round_before(
    session: Session,
) -> None:
    unknown = Criterion(
        "x", "hd2022", node("1"), "zz", "1.5", "Trừ theo khoản", maximum=D(2), rule=DeductionRule()
    )
    session.run(FoundMore(unknown))
    session.run(AddDeduction(Place(SHEET, "x", FIRST), "chậm", D("0.5"), ("Sở Nội vụ",)))
    session.run(TakePreviousRound(Place(SHEET, "x", PUBLISHED)))
    assert session.scores(SHEET, PUBLISHED)["x"].points == D("1.5")
    (taken,) = session.scores(SHEET, PUBLISHED)["x"].deductions
    (first,) = session.scores(SHEET, FIRST)["x"].deductions
    assert (taken.reason, taken.agencies, taken.order) == ("chậm", first.agencies, first.order)
    assert taken.id != first.id
    session.undo()
    assert session.scores(SHEET, PUBLISHED)["x"].points is None


def test_losses_of_the_round_itself_stay_when_the_round_before_is_taken(session: Session) -> None:
    listed = Criterion(
        "x", "hd2022", node("1"), "zz", "1.5", "Trừ theo khoản", maximum=D(2), rule=DeductionRule()
    )
    session.run(FoundMore(listed))
    session.run(AddDeduction(Place(SHEET, "x", FIRST), "chậm", D("0.5")))
    session.run(AddDeduction(Place(SHEET, "x", PUBLISHED), "thiếu", D("0.25")))
    with pytest.raises(CchcError, match="chưa có điểm"):
        session.run(TakePreviousRound(Place(SHEET, "x", PUBLISHED)))
    assert session.scores(SHEET, PUBLISHED)["x"].points == D("1.75")


def test_agencies_that_differ_by_a_tone_stay_two(session: Session) -> None:
    for number, name in enumerate(("UBND xã Thanh Hà", "UBND xã Thạnh Hà", "ubnd  xã thanh hà")):
        session.run(AddDeduction(place("7.9"), "lý do", D("0.1"), (name,), id=f"x{number}"))
    found = session.state.cell(SHEET).records["deduction"]
    named = [session.state.agencies[found[f"x{n}"].agencies[0]].name for n in range(3)]
    assert named == ["UBND xã Thanh Hà", "UBND xã Thạnh Hà", "UBND xã Thanh Hà"]


def test_a_round_with_listed_losses_alone_is_the_last_one(session: Session) -> None:
    assert session.state.last_round(SHEET) is FIRST
    session.run(AddDeduction(place("7.9", PUBLISHED), "lý do", D("0.1")))
    assert session.state.last_round(SHEET) is PUBLISHED
