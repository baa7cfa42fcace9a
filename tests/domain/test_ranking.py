"""Ranks: ties, index, what is unranked, points to the next rank, ratings."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.fields import record_to_json
from cchc_desktop.domain.ranking import (
    PUBLISHED,
    Contender,
    League,
    Standing,
    Ties,
    gap_above,
    gap_below,
    league_of,
    mean,
    published_standing,
    standing_among,
)
from cchc_desktop.domain.rating import (
    RankSettings,
    Rating,
    rank_settings,
    setting_name,
    to_setting,
)
from cchc_desktop.domain.units import Published

D = Decimal
HUNDRED = D(100)
FOUR = (D(90), D(80), D(70), D(50))


def of(*points: str, maximum: Decimal = HUNDRED) -> tuple[Contender, ...]:
    return tuple(Contender(f"u{n}", D(text), maximum) for n, text in enumerate(points, 1))


def placed(league: League) -> list[int | None]:
    by_key = {row.contender.key: row.rank for row in league.rows}
    return [by_key[key] for key in sorted(by_key)]


def test_equal_units_share_a_rank_and_the_next_skips_or_not() -> None:
    units = of("90", "88", "88", "70")
    assert placed(league_of(units)) == [1, 2, 2, 4]
    assert placed(league_of(units, Ties.DENSE)) == [1, 2, 2, 3]
    assert [row.is_tied for row in league_of(units).rows] == [False, True, True, False]


def test_thirds_are_equal_at_twelve_places() -> None:
    third = D(1) / D(3)
    units = (Contender("a", third * 3, HUNDRED), Contender("b", D(1), HUNDRED))
    assert {row.rank for row in league_of(units).rows} == {1}


def test_units_are_ranked_by_index_where_any_maximum_differs() -> None:
    units = (Contender("a", D("68.32"), D(84)), Contender("b", D(80), HUNDRED))
    league = league_of(units)
    assert league.is_by_index
    assert [row.contender.key for row in league.rows] == ["a", "b"]
    value = league.rows[0].value
    assert value is not None
    assert round(value, 2) == D("81.33")


def test_units_without_complete_points_are_listed_unranked_at_the_end() -> None:
    units = (
        Contender("a", D(99), HUNDRED, is_complete=False),
        Contender("b", None, HUNDRED, is_complete=False),
        Contender("c", D(1), HUNDRED),
        Contender("d", D(0), D(0)),  # nothing applies to it
    )
    league = league_of(units)
    assert league.of == 1
    assert [(row.contender.key, row.rank) for row in league.rows] == [
        ("c", 1), ("a", None), ("b", None), ("d", None),
    ]  # fmt: skip
    assert gap_above(league, "a") is gap_below(league, "a") is None
    assert gap_above(league, "c") is gap_below(league, "c") is gap_above(league, "x") is None


def test_an_incomplete_unit_does_not_decide_how_the_others_are_ranked() -> None:
    units = (*of("2", "1"), Contender("x", D(1), D(50), is_complete=False))
    assert not league_of(units).is_by_index


@pytest.mark.parametrize(
    ("own", "above", "points"),
    [("88.54", "88.89", "0.35"), ("88.541", "88.89", "0.35"), ("88.5", "88.500000000001", "0.01")],
)
def test_points_to_the_next_rank_are_rounded_up(own: str, above: str, points: str) -> None:
    gap = gap_above(league_of(of(own, above)), "u1")
    assert gap is not None
    assert gap.points == D(points)
    assert gap.neighbour.contender.key == "u2"


def test_a_gap_of_the_index_is_told_in_points_of_the_units_own_maximum() -> None:
    units = (Contender("a", D("76.37"), D(87)), Contender("b", D("88.54"), HUNDRED))
    gap = gap_above(league_of(units), "a")
    assert gap is not None
    assert gap.points == D("0.66")  # 88,54 % of 87 is 77,0298
    below = gap_below(league_of(units), "b")
    assert below is not None
    assert round(below.points, 2) == D("0.76")


def test_a_tied_unit_looks_past_its_equals() -> None:
    league = league_of(of("90", "88", "88", "70"))
    above, below = gap_above(league, "u3"), gap_below(league, "u2")
    assert above is not None
    assert below is not None
    assert above.neighbour.contender.key == "u1"
    assert below.neighbour.contender.key == "u4"


@given(st.lists(st.decimals(0, 100, places=3), min_size=1, max_size=30), st.sampled_from(Ties))
def test_reaching_the_gap_reaches_the_rank(points: list[Decimal], ties: Ties) -> None:
    units = tuple(Contender(str(n), value, HUNDRED) for n, value in enumerate(points))
    league = league_of(units, ties)
    for unit, row in zip(units, (league.rows[league.place_of(u.key)] for u in units), strict=True):
        better = {value for value in points if value > (unit.points or 0)}
        assert row.rank == 1 + (
            len(better) if ties is Ties.DENSE else sum(v > (unit.points or 0) for v in points)
        )
        alone = standing_among(units, unit.key, ties)
        assert (None if len(units) == 1 else row.rank) == (alone.rank if alone else None)
        gap = gap_above(league, unit.key)
        assert (gap is None) == (not better)
        if gap is not None:
            reached = (unit.points or D(0)) + gap.points
            assert min(better) <= reached < min(better) + D("0.01")


def test_the_mean_leaves_out_what_is_not_known() -> None:
    assert mean([D(1), None, D(2)]) == D("1.5")
    assert mean([None]) is None


def test_nothing_is_rated_before_thresholds_are_set() -> None:
    assert RankSettings().rating(D(99)) is None
    assert RankSettings(thresholds=FOUR).rating(None) is None


@pytest.mark.parametrize(
    ("index", "rating"),
    [
        ("90", Rating.EXCELLENT),
        ("89.9999999999999", Rating.EXCELLENT),
        ("89.99", Rating.GOOD),
        ("70", Rating.FAIR),
        ("50", Rating.AVERAGE),
        ("49.99", Rating.WEAK),
    ],
)
def test_a_threshold_belongs_to_its_rating(index: str, rating: Rating) -> None:
    assert RankSettings(thresholds=FOUR).rating(D(index)) is rating


@pytest.mark.parametrize("settings", [RankSettings(), RankSettings(Ties.DENSE, FOUR)])
def test_settings_survive_the_dossier(settings: RankSettings) -> None:
    kept = {setting_name("a"): to_setting("a", settings)}
    assert rank_settings(kept, "a") == settings
    assert rank_settings(kept, "b") == RankSettings()


def cell_of(*results: Published) -> SheetCell:
    return SheetCell(("published", each.id, record_to_json(each)) for each in results)


def test_a_change_that_is_not_printed_comes_from_the_year_before() -> None:
    cell = cell_of(
        Published("a", "s", "", 2022, rank=47, of=63), Published("b", "s", "", 2021, rank=19, of=63)
    )
    last = Standing(19, 63, None, PUBLISHED)
    assert published_standing(cell, "", 2022) == Standing(47, 63, -28, PUBLISHED, last)
    assert published_standing(cell, "", 2021) == last
    assert published_standing(cell, "", 2020) is None


def test_ranks_among_another_number_of_units_have_no_change() -> None:
    cell = cell_of(
        Published("a", "s", "", 2025, rank=12, of=34, rank_change=18),
        Published("b", "s", "", 2024, rank=30, of=63),
    )
    found = published_standing(cell, "", 2025)
    assert found is not None
    assert (found.change, found.has_same_units) == (None, False)


def test_a_rank_without_its_number_of_units_takes_that_of_the_assessment() -> None:
    cell = cell_of(Published("a", "s", "", 2022, rank=47))
    assert published_standing(cell, "", 2022) == Standing(47, None, None, PUBLISHED)
    assert published_standing(cell, "", 2022, 63) == Standing(47, 63, None, PUBLISHED)
