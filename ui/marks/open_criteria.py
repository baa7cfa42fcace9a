"""Which criteria can be scored in this round, why others cannot, and which comes next."""

from collections.abc import Iterator

from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.rules.base import Entry
from cchc_desktop.domain.rules.levels import Levels
from cchc_desktop.domain.scoring import ScoreRow
from cchc_desktop.domain.steps import Outline
from cchc_desktop.domain.typed_points import takes_typed
from cchc_desktop.wording import marks as words
from ui.marks.ledger import Ledger

LOCKED = "Vòng chấm này đã khóa hoặc hồ sơ chỉ để đọc, không sửa được."
OUT = "Tiêu chí này không áp dụng cho đơn vị. Bỏ đánh dấu “không áp dụng” trước khi chấm."
FROM_FIGURES = "Điểm này tính từ số liệu. Sửa số liệu ở khung bên phải (Enter)."
FROM_LEVEL = "Điểm này theo mức đã chọn. Phím 1–9 chọn mức khác, Delete bỏ chọn."


def refusal(ledger: Ledger, node: str) -> str:
    """Return why a node is not scored by hand, "" where it is."""
    if not ledger.is_editable:
        return LOCKED
    if ledger.is_branch(node):
        return f"{words.branch_is_a_sum()} {words.score_children()}"
    row = ledger[node]
    if row.criterion.is_survey:
        return f"{words.survey_not_scored()} {words.enter_survey()}"
    return "" if row.is_applicable else OUT


def typing_refusal(ledger: Ledger, node: str) -> str:
    """Return why points typed for a node would not count, "" where they do."""
    why = refusal(ledger, node)
    if why:
        return why
    row = ledger[node]
    if takes_typed(row.criterion.rule, _entry(row), is_counted=row.is_counted):
        return ""
    return FROM_LEVEL if isinstance(row.criterion.rule, Levels) else FROM_FIGURES


def asks_figures(ledger: Ledger, node: str) -> bool:
    """Return whether a criterion that can be scored is scored by figures."""
    return not refusal(ledger, node) and bool(ledger[node].criterion.rule.figures())


def next_open(ledger: Ledger, shown: Outline, node: str) -> str:
    """Return the next criterion that can be scored, "" where there is none."""
    return next((n for n in _after(shown, node) if not refusal(ledger, n)), "")


def next_unfinished(ledger: Ledger, shown: Outline, node: str) -> str:
    """Return the next criterion without points, from the top again after the last one."""
    after = list(_after(shown, node))
    before = [n for n in shown.walk() if n not in set(after)]
    return next((n for n in (*after, *before) if _is_unfinished(ledger, n)), "")


def _after(shown: Outline, node: str) -> Iterator[str]:
    """Yield what comes after a node in the order of the tree, what is below it first."""
    yield from _below(shown, node)
    while node != ROOT and node in shown:
        parent = shown.parent_of(node)
        for sibling in shown.children_of(parent)[shown.place_of(node) + 1 :]:
            yield sibling
            yield from _below(shown, sibling)
        node = parent


def _below(shown: Outline, node: str) -> Iterator[str]:
    for child in shown.children_of(node):
        yield child
        yield from _below(shown, child)


def _is_unfinished(ledger: Ledger, node: str) -> bool:
    return not refusal(ledger, node) and not ledger[node].is_complete


def _entry(row: ScoreRow) -> Entry:
    return Entry(row.maximum, row.mark, row.deductions)
