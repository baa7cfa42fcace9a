"""Totals worked out for all units are those of each sheet scored alone, for every kind of rule."""

import tempfile
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.clock import now
from cchc_desktop.commands.founding import FoundDossier
from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.fields import record_to_json
from cchc_desktop.domain.ids import order_keys
from cchc_desktop.domain.marks import Cause, Deduction, Figure, Mark, Round
from cchc_desktop.domain.points import ZERO, Rounding, RoundingMode, settled
from cchc_desktop.domain.rules import RULES, Rule
from cchc_desktop.domain.rules.base import Entry
from cchc_desktop.domain.rules.levels import Levels
from cchc_desktop.domain.rules.total import Total
from cchc_desktop.domain.scoring import Context, ScoreSheet, score
from cchc_desktop.domain.units import Assessment, AssessmentLevel, Sheet, Unit
from cchc_desktop.session import Session
from cchc_desktop.session.totals import total_of
from db import create_dossier, open_dossier
from tests.properties.rule_samples import RULES_TO_SET

D = Decimal

KINDS: tuple[Rule, ...] = (*RULES_TO_SET, Total())
ROUNDS = (Round.SELF, Round.FIRST)
SHEETS = ("s1", "s2")
POINTS = st.none() | st.decimals(0, 2, places=2)
ROUNDINGS = (Rounding(), Rounding(), Rounding(RoundingMode.HALF_UP, 1))
Entered = Mapping[str, tuple[Any, ...]]


def test_every_kind_of_rule_is_drawn() -> None:
    assert {rule.kind for rule in KINDS} == set(RULES)


@st.composite
def marks(draw: st.DrawFn, sheet: str, leaf: Criterion, in_round: Round) -> Mark:
    keys = [spec.key for spec in leaf.rule.figures()]
    asked = draw(st.lists(st.sampled_from(keys), unique=True)) if keys else []
    values = st.integers(0, 40).map(D) | st.decimals(0, 2, places=3)
    sources = st.sampled_from(("", "Báo cáo 12"))
    figures = {key: Figure(draw(values), draw(sources)) for key in asked}
    choices = [level.key for level in leaf.rule.levels] if isinstance(leaf.rule, Levels) else []
    return Mark(
        sheet, leaf.id, in_round, draw(POINTS), draw(st.none() | st.just(D("0.5"))),
        draw(st.sampled_from(("", *choices))), figures,
        not_applicable=in_round is Round.SHEET and draw(st.booleans()),
        note=draw(st.sampled_from(("", "ghi chú “1”"))),
        cause=draw(st.sampled_from((None, *Cause))),
    )  # fmt: skip


@st.composite
def entered(draw: st.DrawFn) -> tuple[tuple[Criterion, ...], Entered]:
    """Draw two areas of criteria with a rule each, and what was entered in two sheets."""
    nodes = []
    for area in ("1", "2"):
        effect = draw(st.sampled_from((Effect.NORMAL, Effect.NORMAL, Effect.BONUS)))
        nodes.append(Criterion(area, "a", "", area, area, area, effect=effect))
        for rule in draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=5)):
            key = f"{area}.{len(nodes)}"
            maximum, rounding = draw(st.none() | st.just(D(1))), draw(st.sampled_from(ROUNDINGS))
            nodes.append(
                Criterion(
                    key, "a", area, key, key, key, maximum=maximum, rule=rule, rounding=rounding
                )
            )
    found: list[Mark] = []
    losses: list[Deduction] = []
    for leaf in (node for node in nodes if node.parent):
        for sheet in SHEETS:
            rounds = draw(st.lists(st.sampled_from((*ROUNDS, Round.SHEET)), unique=True))
            found += [draw(marks(sheet, leaf, each)) for each in rounds]
            if draw(st.booleans()):
                key = f"d{len(losses)}"
                amount = draw(POINTS)
                losses.append(
                    Deduction(key, sheet, leaf.id, Round.FIRST, key, amount, "lý do", ("g",))
                )
    return tuple(nodes), {"mark": tuple(found), "deduction": tuple(losses)}


def made(path: Path, nodes: tuple[Criterion, ...], rows: Entered) -> None:
    orders = order_keys(len(SHEETS))
    assessment = Assessment("a", "Thử", 2026, AssessmentLevel.COMMUNE, ROUNDS, set_title="Thử")
    records = (
        ("assessment", (assessment,)),
        ("unit", tuple(Unit(f"u{sheet}", sheet) for sheet in SHEETS)),
        ("sheet", tuple(Sheet(s, "a", f"u{s}", o) for s, o in zip(SHEETS, orders, strict=True))),
        ("criterion", nodes),
        *rows.items(),
    )
    session = Session(create_dossier(path), now, at_once=0)
    session.run(FoundDossier("Thử", records))
    assert session.stale == len(SHEETS)
    session.close()


def in_memory(sheet: str, rows: Entered) -> SheetCell:
    """Return the cell of a sheet from records alone, without packing."""
    return SheetCell(
        (table, each.key, record_to_json(each))
        for table, records in rows.items()
        for each in records
        if each.sheet == sheet
    )


@given(entered())
@settings(max_examples=60, deadline=None)
def test_all_totals_are_those_of_each_sheet_scored_alone(
    drawn: tuple[tuple[Criterion, ...], Entered],
) -> None:
    nodes, rows = drawn
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "thử.cchc"
        made(path, nodes, rows)
        session = Session(open_dossier(path), now)
        assert session.recalculate() == 0
        for sheet in SHEETS:
            assert not session.state.cell(sheet).is_decoded("mark")
            tree, cell = session.state.tree("a"), in_memory(sheet, rows)
            for in_round in ROUNDS:
                alone = score(tree, cell, Context(in_round))
                assert session.totals[sheet][in_round] == total_of((sheet, in_round), alone)
                assert session.scores(sheet, in_round).rows == alone.rows
                assert_is_the_rules_arithmetic(alone)
            for table in rows:
                assert session.state.cell(sheet).table(table) == cell.table(table)
                part = session.state.cell(sheet).only(tree.nodes.keys())
                assert part.table(table) == cell.table(table)
        session.close()


def assert_is_the_rules_arithmetic(sheet: ScoreSheet) -> None:
    """Check the leaves against a bare loop over the rules."""
    for leaf in sheet.tree.leaves:
        row = sheet[leaf.id]
        if not row.is_applicable:
            assert row.points is None
            continue
        mark = row.sheet_mark if leaf.rule.kind == "survey" else row.mark
        points = leaf.rule.score(Entry(leaf.maximum, mark, row.deductions)).points
        assert row.points == (None if points is None else leaf.rounding.of(settled(points)))
        assert row.scored_maximum in {ZERO, leaf.maximum}
