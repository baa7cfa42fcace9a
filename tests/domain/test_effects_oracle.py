"""Bonuses and penalties against a second, independent way of adding a set up (fractions)."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.criteria import ROOT, CriteriaTree, Criterion
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.fields import record_to_json
from cchc_desktop.domain.losses import losses_of, uncounted
from cchc_desktop.domain.marks import Mark, Round
from cchc_desktop.domain.points import ZERO
from cchc_desktop.domain.scoring import Context, ScoreSheet, score

FIRST = Context(Round.FIRST)
POINTS = st.decimals(0, 4, places=2)
CASE = tuple[CriteriaTree, tuple[Mark, ...]]


@st.composite
def sets(draw: st.DrawFn) -> CASE:
    """Draw a set of up to four levels with marks; what is out or not entered is there too."""
    nodes: list[Criterion] = []
    for number in range(draw(st.integers(1, 12))):
        parents = [ROOT, *(node.id for node in nodes if node.id.count(".") < 3)]
        parent = draw(st.sampled_from(parents))
        code = f"{parent}.{number:02}" if parent else f"{number:02}"
        effect = draw(st.sampled_from([Effect.NORMAL, Effect.NORMAL, *Effect]))
        maximum = draw(st.none() | st.decimals(0, 4, places=1))
        nodes.append(Criterion(code, "a", parent, code, code, code, maximum=maximum, effect=effect))
    tree = CriteriaTree(nodes, may_exceed=draw(st.booleans()))
    marks = []
    for leaf in tree.leaves:
        is_out = draw(st.sampled_from([False, False, False, True]))
        points = draw(st.none() | POINTS)
        if is_out:
            marks.append(Mark("s", leaf.id, Round.SHEET, not_applicable=True))
        if points is not None:
            marks.append(Mark("s", leaf.id, Round.FIRST, points=points))
    return tree, tuple(marks)


class Oracle:
    """Adds a set up as the words of a set say it, node by node, in fractions."""

    def __init__(self, tree: CriteriaTree, marks: tuple[Mark, ...]) -> None:
        self.nodes = [node for node, _ in tree.walk]
        self.out = {mark.criterion for mark in marks if mark.not_applicable}
        self.typed = {m.criterion: Fraction(m.points) for m in marks if m.points is not None}
        self.may_exceed = tree.may_exceed

    def below(self, node: str) -> list[Criterion]:
        return [each for each in self.nodes if each.parent == node]

    def kind(self, node: Criterion) -> str:
        above = next((each for each in self.nodes if each.id == node.parent), None)
        return (self.kind(above) if above is not None else "") or node.effect.value

    def points(self, node: Criterion) -> Fraction | None:
        children = self.below(node.id)
        if not children:
            return None if node.id in self.out else self.typed.get(node.id)
        if not self.kind(node):
            return self.joined(children)
        known = [p for p in map(self.points, children) if p is not None]
        total = sum(known, Fraction(0))
        if node.maximum is not None and total > Fraction(node.maximum):
            total = Fraction(node.maximum)
        return total if known else None

    def joined(self, children: list[Criterion]) -> Fraction | None:
        total, penalty, is_known = Fraction(0), Fraction(0), False
        for child in children:
            found = self.points(child)
            if found is None:
                continue
            is_known = True
            total += -found if self.kind(child) == "penalty" else found
            penalty += found if self.kind(child) == "penalty" else 0
        if not is_known:
            return None
        return Fraction(0) if penalty and total < 0 else total

    def bonuses(self, children: list[Criterion]) -> Fraction:
        total = Fraction(0)
        for child in children:
            if self.kind(child) == "bonus":
                total += self.points(child) or 0
            elif not self.kind(child) and self.points(child) is not None:
                total += self.bonuses(self.below(child.id))
        return total

    def full(self, node: Criterion) -> Fraction | None:
        """The maximum in the set."""
        children = [each for each in self.below(node.id) if not self.kind(each)]
        if node.maximum is not None or not self.below(node.id):
            return None if node.maximum is None else Fraction(node.maximum)
        return added([self.full(each) for each in children])

    def counts(self, node: Criterion) -> bool:
        children = self.below(node.id)
        return any(map(self.counts, children)) if children else node.id not in self.out

    def maximum(self, node: Criterion) -> Fraction | None:
        """What counts for the unit."""
        children = [each for each in self.below(node.id) if not self.kind(each)]
        if not self.below(node.id):
            return self.full(node) if self.counts(node) else Fraction(0)
        whole = self.full(node)
        if whole is None:
            counted = [self.maximum(each) for each in children if self.counts(each)]
            return added(counted) if counted else None
        for child in children:
            mine, all_of_it = self.maximum(child), self.full(child)
            if mine is not None and all_of_it is not None:
                whole -= all_of_it - mine
        return whole

    def total(self) -> Fraction | None:
        areas = self.below(ROOT)
        total = self.joined(areas)
        normal = [each for each in areas if not self.kind(each) and self.counts(each)]
        most = added([self.maximum(each) for each in normal]) if normal else None
        if total is None or self.may_exceed or most is None or total <= most:
            return total
        return max(most, total - self.bonuses(areas), min(total, Fraction(0)))


def added(values: list[Fraction | None]) -> Fraction | None:
    total = Fraction(0)
    for value in values:
        if value is None:
            return None
        total += value
    return total


def scored(case: CASE) -> ScoreSheet:
    tree, marks = case
    return score(tree, SheetCell(("mark", m.key, record_to_json(m)) for m in marks), FIRST)


def same(exact: Decimal | None, wanted: Fraction | None) -> bool:
    return wanted is None if exact is None else Fraction(exact) == wanted


@given(sets())
@settings(max_examples=400)
def test_points_are_what_a_second_way_of_adding_gives(case: CASE) -> None:
    sheet, oracle = scored(case), Oracle(*case)
    for node in oracle.nodes:
        assert same(sheet[node.id].points, oracle.points(node)), node.id
        if not oracle.kind(node):
            assert same(sheet[node.id].maximum, oracle.maximum(node)), node.id
    assert same(sheet.total.points, oracle.total())


@given(sets())
@settings(max_examples=150)
def test_a_part_of_a_set_gives_what_the_whole_set_gives_there(case: CASE) -> None:
    tree, sheet = case[0], scored(case)
    for node, _ in tree.walk:
        part = tree.subtree(node.id)
        alone, whole = score(part, sheet.cell, FIRST)[node.id], sheet[node.id]
        assert (alone.points, alone.lost, alone.effect) == (whole.points, whole.lost, whole.effect)
        assert (alone.is_complete, alone.is_unclaimed) == (whole.is_complete, whole.is_unclaimed)


@given(sets())
@settings(max_examples=200)
def test_caps_hold_and_no_total_falls_under_zero(case: CASE) -> None:
    sheet = scored(case)
    for row in (sheet.total, *sheet.rows.values()):
        assert row.points is None or row.points >= ZERO
        assert row.bonus >= ZERO <= row.penalty
        assert not row.scored_maximum or row.is_counted
        is_capped = not row.is_counted and sheet.tree.is_branch(row.criterion.id)
        if is_capped and row.points is not None and row.criterion.maximum is not None:
            assert row.points <= row.criterion.maximum


@given(sets())
@settings(max_examples=200)
def test_a_set_without_effects_is_a_plain_sum(case: CASE) -> None:
    plain = CriteriaTree([replace(node, effect=Effect.NORMAL) for node, _ in case[0].walk])
    sheet = scored((plain, case[1]))
    leaves = [sheet[leaf.id].points for leaf in plain.leaves]
    known = [points for points in leaves if points is not None]
    assert sheet.total.points == (sum(known, ZERO) if known else None)
    assert sheet.total.bonus == sheet.total.penalty == sheet.total.excess == ZERO
    assert uncounted(sheet) == ZERO


@given(sets())
@settings(max_examples=200)
def test_listed_losses_are_the_lost_points_and_what_takes_nothing(case: CASE) -> None:
    known = [replace(n, maximum=n.maximum or Decimal(4)) for n, _ in case[0].walk
             if not case[0].is_branch(n.id)]  # fmt: skip
    branches = [replace(n, maximum=n.maximum if case[0].effects[n.id] else None)
                for n, _ in case[0].walk if case[0].is_branch(n.id)]  # fmt: skip
    sheet = scored((CriteriaTree([*known, *branches]), case[1]))
    points_over = any(
        row.points is not None and row.maximum is not None and row.points > row.maximum
        for row in (sheet[leaf.id] for leaf in sheet.tree.leaves)
    )
    if not points_over:
        listed = sum((loss.amount for loss in losses_of(sheet)), ZERO)
        assert listed - uncounted(sheet) == (sheet.total.lost or ZERO)
