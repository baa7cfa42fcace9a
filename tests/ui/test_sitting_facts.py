"""What the view and the projector say of an item: content, figures, cited page, effect."""

from dataclasses import replace
from decimal import Decimal

import pytest

from cchc_desktop.commands.criteria import SetRule
from cchc_desktop.commands.effects import SetEffect
from cchc_desktop.commands.marks import SetFigure, SetNote
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.rules.deduction import DeductionRule
from cchc_desktop.domain.rules.ratio import Ratio
from cchc_desktop.domain.sitting_rows import ItemRow, item_rows
from cchc_desktop.session import Session
from tests.rounds_dossier import place
from tests.sitting_dossier import SITTING, sitting_session
from ui.sitting.facts import content_of, entry_words, name_of


@pytest.fixture
def session() -> Session:
    return sitting_session()


def row_of(session: Session, code: str) -> ItemRow:
    rows = item_rows(session.state, session.state.sittings[SITTING], session.scores)
    return next(row for row in rows if row.criterion.id == code)


def test_the_content_is_the_guidance_else_the_rule(session: Session) -> None:
    node = session.state.criteria["7.1"]
    assert content_of(session.state, node) == ""
    session.run(SetRule("7.1", Ratio(unit="văn bản")))
    said = content_of(session.state, session.state.criteria["7.1"])
    assert said
    guided = replace(session.state.criteria["7.1"], guidance="Đủ văn bản ký số")
    assert content_of(session.state, guided) == "Đủ văn bản ký số"


def test_figures_stand_beside_points_where_nobody_noted_anything(session: Session) -> None:
    session.run(SetRule("7.1", Ratio(unit="văn bản")))
    for key, value in (("numerator", 14), ("denominator", 16)):
        session.run(SetFigure(place("7.1", Round.SELF), key, Decimal(value)))
    assert entry_words(session.state, row_of(session, "7.1"), Round.SELF) == "14 trên 16 văn bản"
    session.run(SetRule("5.2", DeductionRule(Decimal("0.1"), "chậm")))
    session.run(SetFigure(place("5.2", Round.SELF), "faults", Decimal(3)))
    assert entry_words(session.state, row_of(session, "5.2"), Round.SELF) == "chậm 3"
    session.run(SetNote(place("7.1", Round.SELF), "theo báo cáo"))
    assert entry_words(session.state, row_of(session, "7.1"), Round.SELF) == "theo báo cáo"
    assert entry_words(session.state, row_of(session, "7.1"), Round.SECOND) == ""


def test_a_bonus_is_named(session: Session) -> None:
    session.run(SetEffect("7", Effect.BONUS))
    assert name_of(row_of(session, "7.1")).startswith("Văn bản điện tử ký số (")
    assert name_of(row_of(session, "2.1")) == "Tham mưu văn bản QPPL đúng tiến độ"
