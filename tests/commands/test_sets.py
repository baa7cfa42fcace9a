"""Whole sets: imported, put in the place of another, copied to a year."""

from dataclasses import replace
from decimal import Decimal

import pytest

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.criteria import RemoveCriterion
from cchc_desktop.commands.criterion_info import EditCriterion
from cchc_desktop.commands.founding import OpenAssessment
from cchc_desktop.commands.marks import Place, SetPoints
from cchc_desktop.commands.sets import CopyAssessment, ImportSet, ReplaceSet, entries_of
from cchc_desktop.domain.changes import ChangeSet, altered, made
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.rules.total import Total
from cchc_desktop.domain.set_draft import SetDraft, draft_of
from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import Agency, AssessmentLevel, Sheet, Unit
from cchc_desktop.session import Session
from tests.db.samples import same
from tests.memory_store import MemoryStore
from tests.sample_session import ASSESSMENT, SHEET, fixed_clock, node, sample_session


@pytest.fixture
def session() -> Session:
    return sample_session()


@pytest.fixture
def draft(session: Session) -> SetDraft:
    return draft_of(session.state, ASSESSMENT)


class Changing:
    """A step that makes given changes."""

    title = "đổi"

    def __init__(self, changes: ChangeSet) -> None:
        self.changes = changes

    def plan(self, state: State) -> ChangeSet:
        return self.changes


def refusal(session: Session, command: Command) -> str:
    before = session.state
    with pytest.raises(CchcError) as caught:
        session.run(command)
    assert session.state is before
    return caught.value.words


def test_an_imported_set_is_a_new_assessment_with_the_units_of_its_level(
    session: Session, draft: SetDraft
) -> None:
    second = made("unit", [Unit("u2", "Tỉnh B", "tinh")])
    session.run(Changing(second + made("sheet", [Sheet("s2", ASSESSMENT, "u2", "z")])))
    command = ImportSet(draft, 2026)
    session.run(command)
    found = session.state.assessments[command.id]
    assert (found.title, found.year, found.level) == ("Cấp tỉnh 2026", 2026, "province")
    assert (found.set_title, found.is_reconstructed) == ("Bộ tiêu chí 2022", True)
    sheets = session.state.sheets_of(command.id)
    assert [sheet.unit for sheet in sheets] == ["hai-duong", "u2"]
    assert not session.scores(sheets[0].id, Round.SELF).total.points
    assert replace(draft_of(session.state, command.id), year=2022) == draft
    assert set(session.state.criteria) > {n.id for n, _ in session.state.tree(command.id).walk}
    assert session.undo_title == "nhập bộ tiêu chí “Bộ tiêu chí 2022” cho năm 2026"


def test_undo_takes_the_whole_import_back(session: Session, draft: SetDraft) -> None:
    before = session.state
    session.run(ImportSet(draft))
    assert "Cấp tỉnh 2022 (2)" in {a.title for a in session.state.assessments.values()}
    session.undo()
    assert same(session.state, before)


def test_a_level_without_units_gets_one(session: Session, draft: SetDraft) -> None:
    command = ImportSet(draft, level=AssessmentLevel.COMMUNE)
    session.run(command)
    (sheet,) = session.state.sheets_of(command.id)
    unit = session.state.units[sheet.unit]
    assert unit.name == "Xã (chưa đặt tên)"
    assert session.state.rows["unit_group"][unit.group].name == "Xã, phường"
    session.run(Changing(ChangeSet()))
    bare = replace(session.state.assessments[command.id], id="không bảng chấm", year=2030)
    session.run(Changing(made("assessment", [bare])))
    again = ImportSet(draft, 2031, AssessmentLevel.COMMUNE)
    session.run(again)
    assert [each.unit for each in session.state.sheets_of(again.id)] == [unit.id]


def test_an_import_needs_a_year_and_a_level(session: Session, draft: SetDraft) -> None:
    assert "không nêu năm" in refusal(session, ImportSet(replace(draft, year=0)))
    assert "không nêu cấp" in refusal(session, ImportSet(replace(draft, level=None)))
    assert "2000 đến 2100" in refusal(session, ImportSet(draft, 1999))
    assert ImportSet(replace(draft, title="")).title == "nhập bộ tiêu chí 2022"


def test_agencies_are_found_by_name_and_made_with_their_short_name(draft: SetDraft) -> None:
    session = Session(MemoryStore(), fixed_clock)
    session.run(OpenAssessment(2026, AssessmentLevel.COMMUNE, "Xã A", id="a"))
    session.run(Changing(made("agency", [Agency("kh", "sở kế hoạch và đầu tư")])))
    stated = replace(draft, agencies=(Agency("x", "Văn phòng UBND tỉnh", "VP"),))
    session.run(ReplaceSet("a", stated))
    assert {(agency.name, agency.short_name) for agency in session.state.agencies.values()} == {
        ("sở kế hoạch và đầu tư", ""),
        ("Sở Thông tin và Truyền thông", ""),
        ("Văn phòng UBND tỉnh", "VP"),
    }


def test_a_set_is_replaced_while_nothing_stands_on_it(session: Session, draft: SetDraft) -> None:
    command = CopyAssessment(ASSESSMENT, 2023)
    session.run(command)
    before = session.state
    small = replace(draft, title="Bộ mới", criteria=draft.criteria[:1], legal_basis=" QĐ 1 ")
    session.run(ReplaceSet(command.id, small))
    assert [n.code for n, _ in session.state.tree(command.id).walk] == ["1"]
    found = session.state.assessments[command.id]
    assert (found.set_title, found.legal_basis, found.year) == ("Bộ mới", "QĐ 1", 2023)
    assert session.undo_title == "thay bằng bộ tiêu chí “Bộ mới”"
    session.undo()
    assert same(session.state, before)
    assert ReplaceSet("", replace(draft, title="")).title == "thay bộ tiêu chí"


def test_a_set_with_marks_is_not_replaced_and_the_refusal_counts_them(
    session: Session, draft: SetDraft
) -> None:
    words = refusal(session, ReplaceSet(ASSESSMENT, draft))
    for part in ("14 kết quả chấm", "25 khoản bị trừ", "35 kết quả công bố", "điểm cũ giữ nguyên"):
        assert part in words
    copy = CopyAssessment(ASSESSMENT, 2023)
    session.run(copy)
    (sheet,) = session.state.sheets_of(copy.id)
    leaf = next(n for n in session.state.tree(copy.id).leaves if n.rule.kind == "ratio")
    session.run(SetPoints(Place(sheet.id, leaf.id, Round.FIRST), Decimal("0.1")))
    assert entries_of(session.state, copy.id) == {"mark": 1}
    assert "1 kết quả chấm;" in refusal(session, ReplaceSet(copy.id, draft))
    assert "không có kỳ đánh giá" in refusal(session, ReplaceSet("nowhere", draft))


def test_a_copy_carries_the_set_and_the_units_but_no_marks(session: Session) -> None:
    fields = {"guidance": "Chấm theo\nbáo cáo"}
    session.run(
        Changing(altered("criterion", session.state.criteria[node("7.3")], fields)
                 + altered("sheet", session.state.sheets[SHEET], {"locked": (Round.FIRST,)}))
    )  # fmt: skip
    command = CopyAssessment(ASSESSMENT, 2023)
    session.run(command)
    old, new = (session.state.assessments[key] for key in (ASSESSMENT, command.id))
    assert (new.title, new.set_title, new.year) == ("Cấp tỉnh 2023", "Bộ tiêu chí 2023", 2023)
    assert (new.issuer, new.place, new.legal_basis) == (old.issuer, old.place, old.legal_basis)
    assert (new.published_on, new.published_units) == (None, 0)
    (sheet,) = session.state.sheets_of(command.id)
    assert (sheet.unit, sheet.locked) == ("hai-duong", ())
    assert not any(session.state.cell(sheet.id).records.values())

    def told(tree_of: str) -> list[Criterion]:
        found = draft_of(session.state, tree_of).criteria
        assert any(each.guidance for each in found)
        return list(found)

    assert told(command.id) == told(ASSESSMENT)
    keys = {n.id for n, _ in session.state.tree(command.id).walk}
    assert len(keys) == 31
    assert not keys & {n.id for n, _ in session.state.tree(ASSESSMENT).walk}
    assert session.undo_title == "sao bộ tiêu chí sang năm 2023"
    assert session.state.criteria[node("7.3")].agencies


def test_a_copy_is_one_step_and_leaves_the_source_alone(session: Session) -> None:
    before = session.state
    command = CopyAssessment(ASSESSMENT, 2023)
    session.run(command)
    leaf = session.state.tree(command.id).by_code("7.3")
    assert leaf is not None
    session.run(RemoveCriterion(leaf.id))
    assert node("7.3") in session.state.tree(ASSESSMENT)
    session.undo()
    session.undo()
    assert same(session.state, before)


def test_a_copy_goes_to_another_year(session: Session) -> None:
    assert "đã là của năm 2022" in refusal(session, CopyAssessment(ASSESSMENT, 2022))
    assert "2000 đến 2100" in refusal(session, CopyAssessment(ASSESSMENT, 3000))
    assert "không có kỳ đánh giá" in refusal(session, CopyAssessment("nowhere", 2023))
    session.run(Changing(altered("assessment", session.state.assessments[ASSESSMENT],
                                 {"title": "Đợt chính"})))  # fmt: skip
    session.run(CopyAssessment(ASSESSMENT, 2023))
    session.run(CopyAssessment(ASSESSMENT, 2023))
    titles = {each.title for each in session.state.assessments.values()}
    assert titles == {"Đợt chính", "Đợt chính 2023", "Đợt chính 2023 (2)"}


def test_a_branch_that_says_it_is_a_sum_keeps_no_rule_of_its_own(session: Session) -> None:
    rows = (
        Criterion("1", "", "", "", "1", "Lĩnh vực", rule=Total()),
        Criterion("1.1", "", "1", "", "1.1", "Tiêu chí"),
    )
    command = ImportSet(SetDraft("Bộ", 2026, AssessmentLevel.COMMUNE, criteria=rows))
    session.run(command)
    area = session.state.tree(command.id).by_code("1")
    assert area is not None
    assert area.rule == Manual()


def test_two_criteria_of_one_code_cannot_be_exported(session: Session) -> None:
    twin = replace(session.state.criteria[node("1.2")], id="twin", code="1.1")
    session.run(Changing(made("criterion", [twin])))
    with pytest.raises(CchcError, match=r"cùng mang mã 1\.1"):
        draft_of(session.state, ASSESSMENT)
    with pytest.raises(CchcError, match="không có kỳ"):
        draft_of(session.state, "nowhere")


def test_agencies_renamed_in_the_dossier_are_exported_by_their_name(session: Session) -> None:
    key = node("1.1")
    session.run(EditCriterion(key, "1.1", "Báo cáo", agencies=("Sở Mới",)))
    draft = draft_of(session.state, ASSESSMENT)
    assert next(n for n in draft.criteria if n.code == "1.1").agencies == ("Sở Mới",)
    assert Agency("Sở Mới", "Sở Mới") in draft.agencies
