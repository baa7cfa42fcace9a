"""Numbers of any size that can be typed are scored, explained and shown."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.criteria import SetMaximum, SetRounding, SetRule
from cchc_desktop.commands.losses import AddDeduction
from cchc_desktop.commands.marks import SetFigure
from cchc_desktop.domain.checks import findings
from cchc_desktop.domain.explanation import as_text, explain
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.points import Rounding, RoundingMode, truncated
from cchc_desktop.domain.rules.ratio import Ratio
from cchc_desktop.wording.numerals import compared, printed, shown
from tests.sample_session import SHEET, node, place, sample_session

LARGEST = Decimal("9" * 30)  # as many digits as a field takes
SMALLEST = Decimal("0." + "0" * 27 + "1")


@pytest.mark.parametrize("value", [LARGEST, SMALLEST, LARGEST / 3, -LARGEST, Decimal("1E+89")])
def test_every_number_can_be_compared_printed_and_shown(value: Decimal) -> None:
    assert abs(compared(value) - value) <= Decimal("1e-12")
    assert abs(printed(value, 3) - value) <= Decimal("0.001")
    assert abs(truncated(value, 3) - value) <= Decimal("0.001")
    rounded = Rounding(RoundingMode.HALF_UP, 2).of(value)
    assert abs(rounded - value) <= Decimal("0.006")
    assert shown(value, 3)


def share() -> str:
    session = sample_session()
    tree = session.state.tree("hd2022")
    return next(leaf.code for leaf in tree.leaves if leaf.rule.kind == "ratio")


@pytest.mark.parametrize(
    "steps",
    [
        lambda code: [
            SetFigure(place(code), "numerator", LARGEST),
            SetFigure(place(code), "denominator", Decimal(1)),
        ],
        lambda code: [
            SetRule(node(code), Ratio()),
            SetFigure(place(code), "numerator", SMALLEST),
            SetFigure(place(code), "denominator", LARGEST),
        ],
        lambda code: [SetMaximum(node(code), LARGEST)],
        lambda code: [
            SetMaximum(node(code), LARGEST),
            SetRounding(node(code), Rounding(RoundingMode.HALF_UP, 3)),
        ],
        lambda code: [AddDeduction(place(code), "lý do", LARGEST)],
    ],
)
def test_no_typed_number_keeps_a_sheet_from_being_explained(
    steps: Callable[[str], list[Command]],
) -> None:
    session = sample_session()
    for command in steps(share()):
        session.run(command)
    sheet = session.scores(SHEET, Round.FIRST)
    for criterion, _ in sheet.tree.walk:
        assert as_text(explain(sheet, criterion.id))
    assert findings(sheet, sheet.cell, 2022)
