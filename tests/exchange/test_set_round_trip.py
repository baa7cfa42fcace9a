"""Writing a set and reading it back loses nothing."""

from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.commands.sets import ImportSet
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.marks import Method
from cchc_desktop.domain.numbers import NumberKind
from cchc_desktop.domain.points import Rounding, RoundingMode
from cchc_desktop.domain.rules import RULES, Rule
from cchc_desktop.domain.rules.bands import Band, BandInput, Bands
from cchc_desktop.domain.rules.by_formula import ByFormula, FormulaFigure
from cchc_desktop.domain.rules.checklist import Checklist, ChecklistItem
from cchc_desktop.domain.rules.deduction import DeductionRule
from cchc_desktop.domain.rules.external import External
from cchc_desktop.domain.rules.levels import Levels, ScoreLevel
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.rules.ratio import Between, Excess, Ratio
from cchc_desktop.domain.rules.survey import Survey
from cchc_desktop.domain.rules.trend import Trend
from cchc_desktop.domain.set_draft import SetDraft, draft_of
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import clean, nfc
from cchc_desktop.domain.units import Agency, AssessmentLevel
from cchc_desktop.exchange.set_json import read_set, set_json

DOCS = Path(__file__).parents[2] / "docs" / "criteria-set.md"
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12).map(nfc)
LINE = TEXT.map(clean)
POINTS = st.decimals(0, 100, places=3)
MAYBE = st.none() | POINTS
FLAG = st.booleans()
ITEMS = st.lists(st.tuples(TEXT, TEXT, POINTS), max_size=3)
AGENCIES = ("Sở Nội vụ", "Sở Tư pháp", "Văn phòng UBND tỉnh")

RULE: st.SearchStrategy[Rule] = st.one_of(
    st.builds(Manual, POINTS, MAYBE),
    st.builds(Levels, ITEMS.map(lambda r: tuple(ScoreLevel(*i) for i in r)), FLAG),
    st.builds(Checklist, ITEMS.map(lambda r: tuple(ChecklistItem(*i) for i in r)), MAYBE),
    st.builds(Ratio, MAYBE, MAYBE, MAYBE, st.sampled_from(Between), st.sampled_from(Excess),
              TEXT, TEXT, TEXT),
    st.builds(Bands, st.sampled_from(BandInput),
              st.lists(st.builds(Band, POINTS, MAYBE, MAYBE), max_size=3).map(tuple),
              FLAG, TEXT, TEXT),
    st.builds(DeductionRule, MAYBE, TEXT),
    st.builds(Trend, MAYBE, MAYBE, MAYBE, TEXT, TEXT),
    st.builds(Survey),
    st.builds(External, TEXT),
    st.builds(ByFormula, TEXT, st.lists(
        st.builds(FormulaFigure, TEXT, TEXT, TEXT, st.sampled_from(NumberKind)), max_size=2
    ).map(tuple)),
)  # fmt: skip


@st.composite
def drafts(draw: st.DrawFn) -> SetDraft:
    nodes: list[Criterion] = []
    depths = {"": 0}
    for number in range(draw(st.integers(0, 6))):
        code = f"{number}{draw(LINE)}"
        parent = draw(st.sampled_from([key for key, depth in depths.items() if depth < 4]))
        depths[code] = depths[parent] + 1
        nodes.append(draw(criteria(code, parent)))
    nodes = fitting(nodes)
    named = {name for node in nodes for name in node.agencies}
    agencies = tuple(Agency(name, name, draw(TEXT)) for name in AGENCIES if name in named)
    return SetDraft(
        draw(LINE), draw(st.integers(2000, 2100)), draw(st.sampled_from(AssessmentLevel)),
        draw(LINE), draw(FLAG), agencies,
        tuple(node for node, _ in SetDraft(criteria=tuple(nodes)).tree.walk), draw(FLAG),
    )  # fmt: skip


def fitting(nodes: list[Criterion]) -> list[Criterion]:
    """Take away what no bonus and no penalty can have."""
    effects = SetDraft(criteria=tuple(nodes)).tree.effects
    found = []
    for node in nodes:
        effect = effects[node.id]
        own = effect if node.effect is not Effect.NORMAL else Effect.NORMAL
        rule = Manual() if isinstance(node.rule, DeductionRule) else node.rule
        fits = replace(node, effect=own, rule=rule, is_balancing=False)
        found.append(node if effect is Effect.NORMAL else fits)
    return found


def criteria(code: str, parent: str) -> st.SearchStrategy[Criterion]:
    return st.builds(
        Criterion,
        id=st.just(code), assessment=st.just(""), parent=st.just(parent), order=st.just(""),
        code=st.just(code), name=LINE.filter(bool), short_name=TEXT, chart_name=TEXT,
        maximum=MAYBE, is_balancing=FLAG, method=st.none() | st.sampled_from(Method), rule=RULE,
        rounding=st.builds(Rounding, st.sampled_from(RoundingMode), st.integers(0, 12)),
        agencies=st.lists(st.sampled_from(AGENCIES), unique=True, max_size=2).map(tuple),
        legal_basis=TEXT, guidance=TEXT, note=TEXT, is_reconstructed=FLAG,
        evidence_required=TEXT, due=st.none() | st.dates(),
        effect=st.sampled_from(Effect),
    )  # fmt: skip


def bare(draft: SetDraft) -> SetDraft:
    """Take away the order keys that a walk has given."""
    return SetDraft(**{**{f.name: getattr(draft, f.name) for f in fields(draft)}, "criteria": tuple(
        Criterion(**{**{f.name: getattr(n, f.name) for f in fields(n)}, "order": ""})
        for n in draft.criteria
    )})  # fmt: skip


@given(drafts())
def test_a_set_written_and_read_is_the_same_set(draft: SetDraft) -> None:
    draft = bare(draft)
    found = read_set(set_json(draft))
    assert found.draft == draft, [problem.words for problem in found.problems]
    assert set_json(found.draft) == set_json(draft)


@given(drafts())
def test_a_set_that_went_through_a_dossier_is_the_same_set(draft: SetDraft) -> None:
    draft = bare(draft)
    command = ImportSet(draft)
    state = State()
    state = state.applied(command.plan(state))
    back = draft_of(state, command.id)
    assert back == draft
    assert read_set(set_json(back)).draft == draft


def test_the_document_names_every_field_and_rule() -> None:
    text = DOCS.read_text(encoding="utf-8")
    own: set[Any] = {"id", "assessment", "order"}
    names = {f.name for kind in (SetDraft, Criterion) for f in fields(kind)} - own
    for kind, rule_type in RULES.items():
        names |= {kind} | {f.name for f in fields(rule_type)}
    names |= {f.name for part in (Band, ScoreLevel, FormulaFigure, Rounding) for f in fields(part)}
    choices = (
        AssessmentLevel,
        Method,
        RoundingMode,
        Between,
        Excess,
        BandInput,
        NumberKind,
        Effect,
    )
    names |= {choice.value for kind in choices for choice in kind}
    assert [name for name in sorted(names) if name not in text] == []
