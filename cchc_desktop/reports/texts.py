"""Names and numbers as one-page papers write them."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from cchc_desktop.domain.criteria import CriteriaTree, Criterion
from cchc_desktop.domain.text import clean
from cchc_desktop.wording.numerals import shown

_LONGEST_NAME = 60
_LEAST_RUN = 3


def short_name(node: Criterion) -> str:
    """Return a node's name for a line of a table."""
    return shortened(node.short_name or node.name, _LONGEST_NAME)


def shortened(text: str, most: int) -> str:
    """Return one line of at most ``most`` characters, cut between words with an ellipsis."""
    line = clean(text)
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    head, blank, _ = cut.rpartition(" ")
    return f"{(head if blank else cut).rstrip(' ,;:-')}…"


def points_text(value: Decimal, places: int = 2) -> str:
    """Return points with exactly ``places`` decimals."""
    return shown(value, places, places)


def codes_text(tree: CriteriaTree, nodes: Iterable[str]) -> str:
    """Return the codes of nodes in tree order; three or more siblings in a row become a range."""
    wanted = set(nodes)
    runs: list[list[str]] = []
    for node, _ in tree.walk:
        if node.id not in wanted:
            continue
        if runs and _follows(tree, runs[-1][-1], node.id):
            runs[-1].append(node.id)
        else:
            runs.append([node.id])
    return ", ".join(_run_text([tree[node].code for node in run]) for run in runs)


def _follows(tree: CriteriaTree, before: str, after: str) -> bool:
    siblings = tree.children_of(tree[after].parent)
    place = siblings.index(after)
    return place > 0 and siblings[place - 1] == before


def _run_text(codes: Sequence[str]) -> str:
    return f"{codes[0]}–{codes[-1]}" if len(codes) >= _LEAST_RUN else ", ".join(codes)
