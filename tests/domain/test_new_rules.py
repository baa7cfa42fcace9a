"""What a criterion starts with under another rule, and the words of every parameter."""

from dataclasses import fields
from decimal import Decimal

import pytest

from cchc_desktop.domain.new_rules import (
    new_band,
    new_checklist_item,
    new_formula_figure,
    new_score_level,
    starting_rule,
)
from cchc_desktop.domain.points import Rounding, RoundingMode
from cchc_desktop.domain.rules import RULES
from cchc_desktop.domain.rules.bands import Band, BandInput, Bands
from cchc_desktop.domain.rules.by_formula import FormulaFigure
from cchc_desktop.domain.rules.checklist import ChecklistItem
from cchc_desktop.domain.rules.levels import ScoreLevel
from cchc_desktop.domain.rules.ratio import Between, Excess
from cchc_desktop.wording.rule_forms import (
    CHOICES,
    ITEM_FIELDS,
    RULE_CHOICES,
    RULE_FIELDS,
    rounding_name,
    rule_short,
)

D = Decimal


@pytest.mark.parametrize("kind", RULES)
@pytest.mark.parametrize("maximum", [None, D("1.5")])
def test_a_starting_rule_has_no_faults(kind: str, maximum: Decimal | None) -> None:
    rule = starting_rule(kind, maximum)
    assert rule.kind == kind
    assert rule.check(maximum) == ()


def test_levels_start_with_everything_and_nothing() -> None:
    rule = starting_rule("levels", D("1.5"))
    assert [level.points for level in getattr(rule, "levels", ())] == [D("1.5"), D(0)]


def test_a_level_to_add_has_its_own_key_and_name() -> None:
    levels = (ScoreLevel("muc-3", "Mức 4", D(1)), ScoreLevel("a", "b", D(0)))
    assert new_score_level(levels) == ScoreLevel("muc-5", "Mức 5", D(0))


def test_a_band_to_add_begins_where_the_last_one_ends() -> None:
    assert new_band(()) == Band(D(0))
    assert new_band((Band(D(1), D(1), D(10)),)) == Band(D(0), D(11), D(11))
    assert new_band((Band(D(1), D(1)),)) == Band(D(0))
    bands = (Band(D(1), D(1), D(10)),)
    assert Bands(bands=(*bands, new_band(bands))).check(D(1)) == ()


@pytest.mark.parametrize("kind", RULES)
def test_every_parameter_of_every_rule_has_words(kind: str) -> None:
    assert {field.name for field in fields(RULES[kind])} == set(RULE_FIELDS[kind])
    assert rule_short(kind, has_base=False)
    assert kind == "sum" or RULE_CHOICES[kind]


def test_every_choice_of_a_parameter_has_words() -> None:
    for name, values in (("between", Between), ("excess", Excess), ("over", BandInput)):
        assert set(CHOICES[name]) == {value.value for value in values}
    assert set(ITEM_FIELDS["levels"]) == {"label", "points"}
    assert set(ITEM_FIELDS["bands"]) == {"least", "most", "points"}
    assert rule_short("ratio", has_base=True) == "Mức nền + tỷ lệ"


def test_roundings_have_names() -> None:
    assert rounding_name(Rounding().mode, 0) == "Không làm tròn"
    assert rounding_name(RoundingMode.HALF_UP, 2) == "Làm tròn còn 2 số lẻ"
    assert rounding_name(RoundingMode.TRUNCATE, 3) == "Cắt còn 3 số lẻ"


def test_items_and_figures_to_add_have_their_own_names() -> None:
    items = (ChecklistItem("muc-2", "Nội dung 3", D(1)),)
    assert new_checklist_item(items) == ChecklistItem("muc-4", "Nội dung 4", D(0))
    figures = (FormulaFigure("so_lieu_2", "Số liệu 2"),)
    assert new_formula_figure(figures) == FormulaFigure("so_lieu_3", "Số liệu 3")
