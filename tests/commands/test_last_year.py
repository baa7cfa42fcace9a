"""Last year's figure of a trend comes from the dossier, with where it comes from."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from cchc_desktop.commands.criteria import RecodeCriterion, RenameCriterion, SetRule
from cchc_desktop.commands.last_year import TakeLastYear
from cchc_desktop.commands.marks import Place, SetFigure, SetSurveyResult
from cchc_desktop.commands.sets import CopyAssessment
from cchc_desktop.domain.checks import FindingKind
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.last_year import (
    figures_of_last_year,
    is_large_change,
    last_figures,
    last_year_findings,
)
from cchc_desktop.domain.marks import Figure, Round
from cchc_desktop.domain.rules import Rule
from cchc_desktop.domain.rules.external import External
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.rules.ratio import Ratio
from cchc_desktop.domain.rules.trend import BEFORE, NOW, Trend
from cchc_desktop.headless.check import faults_of
from cchc_desktop.session import Session
from tests.sample_session import ASSESSMENT, SHEET, node, sample_session

D = Decimal
TREND = Trend(rise=D("1"), same=D("0.5"), fall=D(0), label="Tỷ lệ hài lòng", unit="%")
LEAF = node("7.1")
DAY = date(2022, 12, 15)


class TwoYears:
    """The sample of 2022 with a trend at 7.1, copied to 2023."""

    def __init__(self) -> None:
        self.session: Session = sample_session()
        self.session.run(SetRule(LEAF, TREND))
        copy = CopyAssessment(ASSESSMENT, 2023)
        self.session.run(copy)
        (sheet,) = self.session.state.sheets_of(copy.id)
        leaf = self.session.state.tree(copy.id).by_code("7.1")
        assert leaf is not None
        self.place = Place(sheet.id, leaf.id, Round.FIRST)

    def enter_2022(self, value: str, in_round: Round = Round.FIRST) -> None:
        place = Place(SHEET, LEAF, in_round)
        self.session.run(SetFigure(place, NOW, D(value), "Sở Nội vụ", DAY))

    def taken(self) -> Figure | None:
        mark = self.session.state.cell(self.place.sheet).mark(self.place.criterion, Round.FIRST)
        return mark.figures.get(BEFORE) if mark else None

    def found(self) -> Sequence[str]:
        state = self.session.state
        findings = list(last_year_findings(state, self.place.sheet, Round.FIRST))
        assert {each.kind for each in findings} <= {FindingKind.LAST_YEAR_DIFFERS}
        return [each.sentence for each in findings]

    def refusal(self, place: Place) -> str:
        before = self.session.state
        with pytest.raises(CchcError) as caught:
            self.session.run(TakeLastYear(place))
        assert self.session.state is before
        return caught.value.words


@pytest.fixture
def years() -> TwoYears:
    return TwoYears()


def test_the_figure_of_the_last_round_is_taken_with_its_source_in_one_step(years: TwoYears) -> None:
    years.enter_2022("80.5", Round.FIRST)
    years.enter_2022("81.25", Round.SECOND)
    years.session.run(TakeLastYear(years.place))
    assert years.taken() == Figure(D("81.25"), "lấy từ Chỉ số 2022, tiêu chí 7.1", DAY)
    assert years.session.undo_title == "lấy số năm trước"
    years.session.undo()
    assert years.taken() is None


def test_a_figure_that_was_changed_there_later_is_told(years: TwoYears) -> None:
    years.enter_2022("80")
    years.session.run(TakeLastYear(years.place))
    assert not years.found()
    years.enter_2022("82.5")
    told = "7.1: số năm trước đang dùng 80, Chỉ số 2022 (tiêu chí 7.1) ghi 82,5."
    assert years.found() == [told]
    assert any(line.endswith(told) for line in faults_of(years.session))
    years.session.run(TakeLastYear(years.place))
    assert not years.found()


def test_a_typed_figure_is_compared_too(years: TwoYears) -> None:
    years.enter_2022("80")
    years.session.run(SetFigure(years.place, BEFORE, D(79)))
    assert len(years.found()) == 1


def test_without_a_figure_there_nothing_is_taken_and_nothing_told(years: TwoYears) -> None:
    assert "chưa có số của tiêu chí này trong Chỉ số 2022" in years.refusal(years.place)
    years.session.run(SetFigure(years.place, BEFORE, D(79)))
    assert not years.found()
    assert "không so với năm trước" in years.refusal(Place(SHEET, node("7.3"), Round.FIRST))
    assert not list(last_year_findings(years.session.state, "nowhere", Round.SELF))


@pytest.mark.parametrize(
    "change", [RenameCriterion(LEAF, "Tên khác"), RecodeCriterion(LEAF, "7.8")]
)
def test_the_criterion_is_the_same_by_code_and_name(
    years: TwoYears, change: RenameCriterion | RecodeCriterion
) -> None:
    years.enter_2022("80")
    years.session.run(change)
    assert not last_figures(years.session.state, years.place.sheet, years.place.criterion)


@pytest.mark.parametrize(
    ("rule", "key", "expected"),
    [
        (External("Bộ Nội vụ"), External("x").figures()[0].key, D("0.7")),
        (Ratio(), "numerator", None),
        (Manual(), "", None),
    ],
)
def test_another_rule_gives_the_one_figure_it_asks_for(
    years: TwoYears, rule: Rule, key: str, expected: Decimal | None
) -> None:
    years.session.run(SetRule(LEAF, rule))
    if key:
        years.session.run(SetFigure(Place(SHEET, LEAF, Round.FIRST), key, D("0.7")))
    found = last_figures(years.session.state, years.place.sheet, years.place.criterion)
    assert [each.figure.value for each in found] == ([] if expected is None else [expected])


def test_a_survey_gives_its_index() -> None:
    years = TwoYears()
    survey = next(n for n in years.session.state.tree(ASSESSMENT).leaves if n.is_survey)
    years.session.run(SetSurveyResult(SHEET, survey.id, "index", D("84.5")))
    assessment = years.session.state.sheets[years.place.sheet].assessment
    leaf = years.session.state.tree(assessment).by_code(survey.code)
    assert leaf is not None
    years.session.run(SetRule(leaf.id, TREND))
    years.session.run(TakeLastYear(Place(years.place.sheet, leaf.id, Round.FIRST)))
    mark = years.session.state.cell(years.place.sheet).mark(leaf.id, Round.FIRST)
    assert mark is not None
    assert mark.figures[BEFORE].value == D("84.5")


def test_last_years_figures_stand_by_code_and_a_large_change_is_one_over_a_half(
    years: TwoYears,
) -> None:
    years.enter_2022("80")
    state = years.session.state
    figures = figures_of_last_year(state, years.place.sheet, years.place.criterion)
    assert figures[NOW] == D(80)
    assert figures_of_last_year(state, SHEET, LEAF) == {}
    assert is_large_change(D(100), D(151))
    assert not is_large_change(D(100), D(150))
    assert not is_large_change(D(0), D(5))
