"""Where typed points count: which criteria of a sheet a person fills in, why not others."""

from dataclasses import replace
from enum import StrEnum

from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.marks import Mark, Round
from cchc_desktop.domain.points import ZERO
from cchc_desktop.domain.rules import Rule
from cchc_desktop.domain.rules.base import Entry
from cchc_desktop.domain.state import State


class Standing(StrEnum):
    """What keeps a criterion of a sheet from being typed in a round."""

    OPEN = "open"  # nothing: points are typed here
    GONE = "gone"  # sheet or criterion is not there
    BRANCH = "branch"  # the sum of its children
    SURVEY = "survey"
    OUT = "out"  # does not apply to the unit
    LOCKED = "locked"
    COMPUTED = "computed"  # from figures, or from a chosen level


def takes_typed(rule: Rule, entry: Entry, *, is_counted: bool = True) -> bool:
    """Try it: the rule says itself whether it lets typed points stand.

    Args:
        rule: the rule of a leaf.
        entry: what it looks at; a loss alone is typed where no maximum is known.
        is_counted: whether it is neither bonus nor penalty, which have no loss of their own.
    """
    if entry.maximum is None and is_counted:
        return True
    mark = entry.mark or Mark("", "", Round.FIRST)
    return rule.score(replace(entry, mark=replace(mark, points=ZERO))).is_typed


def standing_of(state: State, sheet: str, criterion: str, in_round: Round) -> Standing:
    """Return what keeps points from being typed at a criterion of a sheet; OPEN where nothing.

    Args:
        state: the dossier.
        sheet: id of the sheet.
        criterion: id of the criterion.
        in_round: the round.
    """
    found = state.sheets.get(sheet)
    if found is None or criterion not in state.tree(found.assessment):
        return Standing.GONE
    tree, cell = state.tree(found.assessment), state.cell(sheet)
    node, on_sheet = tree[criterion], cell.mark(criterion, Round.SHEET)
    listed = cell.deductions.get((criterion, in_round), ())
    entry = Entry(tree.maxima[criterion], cell.mark(criterion, in_round), listed)
    is_counted = tree.effects[criterion] is Effect.NORMAL
    reasons = (
        (tree.is_branch(criterion), Standing.BRANCH),
        (node.is_survey, Standing.SURVEY),
        (on_sheet is not None and on_sheet.not_applicable, Standing.OUT),
        (in_round in found.locked, Standing.LOCKED),
        (not takes_typed(node.rule, entry, is_counted=is_counted), Standing.COMPUTED),
    )
    return next((standing for holds, standing in reasons if holds), Standing.OPEN)
