"""Signs of a row: lost, missing evidence, waiting, wrong figure, complete."""

from enum import StrEnum

from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.checks import differs, is_refused, lacks_evidence
from cchc_desktop.domain.losses import is_lossy
from cchc_desktop.domain.scoring import ScoreRow, ScoreSheet


class Sign(StrEnum):
    """What a row asks for; the value is the icon's name."""

    NONE = ""
    LOST = "tru"
    MISSING = "thieu"
    WAITING = "cho"
    WRONG = "sai"
    COMPLETE = "du"


SIGN_ROLES = {
    Sign.LOST: "text3",
    Sign.MISSING: "opentext",
    Sign.WAITING: "opentext",
    Sign.WRONG: "losttext",
    Sign.COMPLETE: "oktext",
}
_WORDS = {
    Sign.NONE: "",
    Sign.LOST: "bị trừ điểm",
    Sign.MISSING: "thiếu tài liệu kiểm chứng, chưa có giải trình",
    Sign.WAITING: "chờ giải trình hoặc kết quả khảo sát",
    Sign.WRONG: "số liệu không cho điểm được, hoặc không khớp với kết quả đã công bố",
    Sign.COMPLETE: "đủ",
}


def sign_words(sign: Sign) -> str:
    """Say what a sign means."""
    return _WORDS[sign]


def is_waiting(row: ScoreRow) -> bool:
    """Return whether an explanation is asked for, or a survey lacks its result or reason."""
    mark = row.sheet_mark
    if mark is not None and mark.explanation_requested and not mark.explanation:
        return True
    if not row.is_applicable or not row.criterion.is_survey:
        return False
    has_reason = any(deduction.reason for deduction in row.deductions)
    is_missing = row.points is None and not row.is_unclaimed
    return is_missing or (is_lossy(row) and not has_reason)


def sign_at(sheet: ScoreSheet, node: str, year: int) -> Sign:
    """Return the sign of a node; a branch has none unless its points differ.

    Args:
        sheet: the scores.
        node: its id.
        year: the year of the published result that it is held against.
    """
    row, result = sheet[node], sheet.cell.result_of(node, year)
    is_wrong = result is not None and differs(row, result)
    if sheet.tree.is_branch(node):
        return Sign.WRONG if is_wrong else Sign.NONE
    return sign_of(row, sheet.cell, is_wrong=is_wrong)


def sign_of(row: ScoreRow, cell: SheetCell, *, is_wrong: bool) -> Sign:
    """Return the sign of a leaf; the most urgent one counts.

    Args:
        row: the leaf's score.
        cell: what was entered for the sheet.
        is_wrong: its points differ from what was published.
    """
    is_full = row.is_complete and not row.criterion.is_balancing and not row.is_unclaimed
    found = (
        (not row.is_applicable, Sign.NONE),
        (is_wrong or is_refused(row), Sign.WRONG),
        (lacks_evidence(row, cell), Sign.MISSING),
        (is_waiting(row), Sign.WAITING),
        (is_lossy(row), Sign.LOST),
        (is_full, Sign.COMPLETE),
    )
    return next((sign for holds, sign in found if holds), Sign.NONE)
