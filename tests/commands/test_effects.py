"""Making a criterion a bonus or a penalty: one step, live, refused in words where it cannot be."""

from decimal import Decimal

import pytest

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.criteria import AddCriterion, MoveCriterion, SetMaximum, SetRule
from cchc_desktop.commands.effects import SetEffect, SetMayExceed
from cchc_desktop.commands.evidence import AttachDocument, Content
from cchc_desktop.commands.losses import AddDeduction
from cchc_desktop.commands.marks import Place, SetLost, SetPoints
from cchc_desktop.commands.rounds import LockRound
from cchc_desktop.commands.sets import CopyAssessment, ImportSet, ReplaceSet
from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.rules.deduction import DeductionRule
from cchc_desktop.domain.set_draft import draft_of
from cchc_desktop.headless.scores import scores_of
from cchc_desktop.session import Session
from cchc_desktop.session.history import history_of
from tests.effects_dossier import ASSESSMENT, OTHER, SHEET, effects_session, points
from tests.rounds_dossier import clock
from tests.sample_session import node, sample_session

D = Decimal
FULL = (points("1.1", "40"), points("1.2", "20"), points("2.1", "40"))


def total(session: Session, sheet: str = SHEET) -> Decimal | None:
    return session.scores(sheet, Round.FIRST).total.points


def at(code: str) -> Place:
    return Place(SHEET, code, Round.FIRST)


def refusal(session: Session, command: Command) -> str:
    before = session.state
    with pytest.raises(CchcError) as caught:
        session.run(command)
    assert session.state is before
    assert caught.value.hint
    return caught.value.sentence


def test_an_effect_is_one_step_that_counts_every_unit_anew() -> None:
    marks = (points("1.1", "30"), points("2.1", "40"), points("2.1", "20", OTHER))
    session = effects_session(*marks)
    session.run(SetEffect("2", Effect.BONUS))
    assert session.scores(SHEET, Round.FIRST).total.maximum == 60
    assert session.totals[OTHER][Round.FIRST].points == 20
    assert session.undo_title == "đổi loại điểm thành điểm thưởng"
    history = history_of(session.store, session.state, SHEET, "2")
    assert history[0].details == ("loại điểm: thường → điểm thưởng",)
    session.undo()
    assert session.scores(SHEET, Round.FIRST).total.maximum == 100
    assert session.redo()
    session.run(SetEffect("2", Effect.NORMAL))
    assert session.scores(SHEET, Round.FIRST).total.maximum == 100


def test_totals_may_exceed_by_one_step() -> None:
    session = effects_session(*FULL, points("9.1", "2"))
    assert total(session) == 100
    session.run(SetMayExceed(ASSESSMENT, may_exceed=True))
    assert total(session) == session.totals[SHEET][Round.FIRST].points == 102
    session.undo()
    assert total(session) == session.totals[SHEET][Round.FIRST].points == 100
    assert not session.run(SetMayExceed(ASSESSMENT, may_exceed=False))
    assert "không còn" in refusal(session, SetMayExceed("nowhere", may_exceed=True))


def test_what_stands_in_a_bonus_is_a_bonus() -> None:
    session = effects_session()
    for effect in (Effect.NORMAL, Effect.PENALTY):
        said = refusal(session, SetEffect("9.1", effect))
        assert said == "Mục 9 là điểm thưởng nên mọi mục bên trong cũng là điểm thưởng."
    assert not session.run(SetEffect("9.1", Effect.BONUS))
    session.run(AddCriterion(ASSESSMENT, "9", "Thưởng khác", maximum=D(1), id="n"))
    assert session.state.tree(ASSESSMENT).effects["n"] is Effect.BONUS
    session.run(MoveCriterion("2.1", "9"))
    assert session.state.tree(ASSESSMENT).effects["2.1"] is Effect.BONUS
    session.run(MoveCriterion("2.1", ROOT))
    assert session.state.tree(ASSESSMENT).effects["2.1"] is Effect.NORMAL


def test_a_penalty_has_no_place_in_a_bonus() -> None:
    session = effects_session()
    assert "không nằm trong mục điểm thưởng" in refusal(session, MoveCriterion("1.3", "9"))
    assert "không nằm trong mục điểm thưởng" in refusal(session, SetEffect("1", Effect.BONUS))
    assert "không dùng cho điểm trừ thêm" in refusal(session, SetRule("1.3", DeductionRule()))
    session.run(SetRule("1.1", DeductionRule()))
    assert "không dùng cho điểm trừ thêm" in refusal(session, SetEffect("1.1", Effect.PENALTY))
    assert "không còn" in refusal(session, SetEffect("nowhere", Effect.BONUS))


def test_a_part_that_is_not_split_is_no_bonus() -> None:
    session = sample_session()
    assert "phần chưa tách" in refusal(session, SetEffect(node("7.9"), Effect.BONUS))
    assert "phần chưa tách" in refusal(session, SetEffect(node("7"), Effect.PENALTY))
    assert "phần chưa tách" in refusal(session, _ordinary_over_a_rest(session))


def _ordinary_over_a_rest(session: Session) -> Command:
    """Return the step that moves a rest into a bonus."""
    session.run(AddCriterion(session.state.criteria[node("7")].assessment, ROOT, "Thưởng", id="n"))
    session.run(SetEffect("n", Effect.BONUS))
    return MoveCriterion(node("7.9"), "n")


def test_a_rest_that_would_not_hold_its_points_refuses_an_ordinary_criterion() -> None:
    session = sample_session()
    rest = session.state.tree("hd2022").maxima[node("7.9")]
    assert rest is not None
    session.run(AddCriterion("hd2022", node("7"), "Thưởng", id="n"))
    session.run(SetEffect("n", Effect.BONUS))
    session.run(SetMaximum("n", rest))
    assert session.state.tree("hd2022").maxima[node("7.9")] == rest
    session.run(SetPoints(Place("hd2022-tinh", node("7.9"), Round.FIRST), rest))
    assert "quá tối đa mới 0" in refusal(session, SetEffect("n", Effect.NORMAL))


def test_the_loss_of_a_penalty_is_what_it_takes_and_a_bonus_has_none() -> None:
    session = effects_session(*FULL)
    session.run(SetEffect("1.2", Effect.PENALTY))
    session.run(SetLost(at("1.2"), D(3)))
    assert session.scores(SHEET, Round.FIRST)["1.2"].points == 3
    assert total(session) == 77
    assert "không có phần bị trừ" in refusal(session, SetLost(at("9.1"), D(1)))
    assert "2,5" in refusal(session, SetPoints(at("9.1"), D("2.5")))


def test_a_round_is_locked_without_a_word_about_bonuses_nobody_claims() -> None:
    session = effects_session(*FULL)
    for code in ("1.1", "1.2", "2.1"):
        session.run(AttachDocument(SHEET, code, Content(f"{code}.pdf", code * 20, 1), clock()))
    session.run(LockRound(SHEET, Round.FIRST))
    assert "đã khóa" in refusal(session, SetEffect("2", Effect.BONUS))
    assert "đã khóa" in refusal(session, SetMayExceed(ASSESSMENT, may_exceed=True))


def test_a_penalty_without_a_reason_keeps_a_round_open() -> None:
    session = effects_session(*FULL)
    session.run(SetEffect("1.2", Effect.PENALTY))
    for code in ("1.1", "2.1"):
        session.run(AttachDocument(SHEET, code, Content(f"{code}.pdf", code * 20, 1), clock()))
    assert "1.2" in refusal(session, LockRound(SHEET, Round.FIRST))
    session.run(AddDeduction(at("1.2"), "báo cáo chậm"))
    session.run(LockRound(SHEET, Round.FIRST))


def test_copies_and_files_carry_effects_and_the_limit() -> None:
    session = effects_session(may_exceed=True)
    draft = draft_of(session.state, ASSESSMENT)
    assert draft.may_exceed
    session.run(CopyAssessment(ASSESSMENT, 2027, "copy"))
    session.run(ImportSet(draft, 2028, id="new"))
    session.run(ReplaceSet("copy", draft))
    for key in ("copy", "new"):
        tree = session.state.tree(key)
        assert tree.may_exceed
        assert session.state.assessments[key].may_exceed
        assert [each.value for each in tree.effects.values()].count("bonus") == 3


def test_the_scores_as_json_name_effects_and_what_the_total_holds() -> None:
    session = effects_session(*FULL, points("9.1", "2"))
    (found,) = scores_of(session, Round.FIRST)["assessments"]
    unit = found["units"][0]
    assert found["may_exceed"] is False
    assert (unit["total"], unit["bonus"], unit["penalty"], unit["excess"]) == ("100", "2", "0", "2")
    assert "không vượt điểm tối đa nên tính 100" in unit["explanation"]
    effects = {each["code"]: each["effect"] for each in unit["criteria"]}
    assert (effects["1"], effects["9.1"], effects["1.3"]) == ("", "bonus", "penalty")
