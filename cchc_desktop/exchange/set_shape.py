"""The shape of a set in a file: codes, parents, rules; and what to look at in a whole set."""

from collections.abc import Iterator
from typing import Any

from cchc_desktop.domain.criteria import ROOT, CriteriaTree
from cchc_desktop.domain.effect_faults import effect_faults
from cchc_desktop.domain.set_checks import WHOLE_SET, areas_total, findings_of
from cchc_desktop.domain.set_draft import MOST_DEPTH, SetDraft
from cchc_desktop.domain.text import clean
from cchc_desktop.exchange.problems import Problem, shown_path
from cchc_desktop.wording import set_checks
from cchc_desktop.wording import set_files as words

_TOP = "criteria"


def shape_problems(rows: list[Any]) -> list[Problem]:
    """Return what is wrong between the criteria of a file, whatever else is wrong in them."""
    codes = [_text(row, "code") for row in rows]
    parents = [_text(row, "parent") for row in rows]
    first: dict[str, int] = {}
    for place, code in enumerate(codes):
        first.setdefault(code, place)
    above = {code: parents[place] for code, place in first.items() if code}
    found = list(_names(codes, parents, first))
    found += _circles(above, first)
    found += _rules(rows, codes, set(parents))
    return found


def effect_problems(draft: SetDraft) -> list[Problem]:
    """Return bonuses and penalties that do not fit where they stand."""
    places = {node.id: place for place, node in enumerate(draft.criteria)}
    return [
        Problem((_TOP, places[fault.node], fault.field), words.first_small(fault.sentence))
        for fault in effect_faults(draft.tree)
    ]


def warnings_of(draft: SetDraft) -> list[Problem]:
    """Return what does not keep a set out but should be looked at: sums, rules, 100 points."""
    tree = draft.tree
    if not len(tree):
        return [_warning((_TOP,), words.no_criteria())]
    found = []
    for place, node in enumerate(draft.criteria):
        if tree.is_branch(node.id):
            found += [
                _warning((_TOP, place, "maximum"), each.sentence)
                for each in findings_of(tree, node.id)
            ]
        else:
            found += [
                _warning((_TOP, place, "rule", each.field), each.sentence)
                for each in node.rule.check(tree.maxima[node.id])
            ]
    return found + list(_total(tree))


def _names(codes: list[str], parents: list[str], first: dict[str, int]) -> Iterator[Problem]:
    for place, (code, parent) in enumerate(zip(codes, parents, strict=True)):
        if code and first[code] != place:
            where = shown_path((_TOP, first[code]))
            yield Problem((_TOP, place, "code"), words.taken_code(code, where))
        if parent and parent not in first:
            yield Problem((_TOP, place, "parent"), words.unknown_parent(parent))


def _circles(above: dict[str, str], first: dict[str, int]) -> Iterator[Problem]:
    """Follow every code upwards once: a circle is said once, a place too deep each time."""
    depths: dict[str, int] = {ROOT: 0}
    for start in above:
        chain: dict[str, None] = {}
        code = start
        while code not in depths and code in above and code not in chain:
            chain[code] = None
            code = above[code]
        if code in chain:
            ring = list(chain)[list(chain).index(code) :]
            yield Problem((_TOP, first[ring[0]], "parent"), words.circle([*ring, ring[0]]))
        depth = 0 if code in chain else depths.get(code, 0)
        for each in reversed(chain):
            depth += 1
            depths[each] = depth
            if depth > MOST_DEPTH and code not in chain:
                yield Problem((_TOP, first[each], "parent"), words.too_deep(MOST_DEPTH))


def _rules(rows: list[Any], codes: list[str], branches: set[str]) -> Iterator[Problem]:
    for place, (row, code) in enumerate(zip(rows, codes, strict=True)):
        if not isinstance(row, dict) or code in branches:
            continue
        rule = row.get("rule")
        if rule is None:
            yield Problem((_TOP, place, "rule"), words.rule_missing())
        elif isinstance(rule, dict) and rule.get("kind") == "sum":
            yield Problem((_TOP, place, "rule", "kind"), words.sum_without_children())


def _total(tree: CriteriaTree) -> Iterator[Problem]:
    total = areas_total(tree)
    if total is not None and total != WHOLE_SET:
        areas = len(tuple(tree.alike(ROOT)))
        yield _warning((_TOP,), f"{set_checks.areas_sum(areas, total, WHOLE_SET)}.")


def _warning(path: tuple[str | int, ...], sentence: str) -> Problem:
    return Problem(path, words.first_small(sentence), is_warning=True)


def _text(row: Any, name: str) -> str:
    found = row.get(name) if isinstance(row, dict) else None
    return clean(found) if type(found) is str else ""
