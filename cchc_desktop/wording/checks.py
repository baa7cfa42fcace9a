"""Words of the findings list (Rà soát)."""

from decimal import Decimal

from cchc_desktop.wording.numerals import shown


def rule_fault(code: str, sentence: str) -> str:
    """Say what is wrong with a rule."""
    return f"{code}: {sentence}"


def maxima_differ(code: str, total: Decimal, stated: Decimal) -> str:
    """Say that the children's maxima do not add up."""
    return (
        f"{code}: các tiêu chí con cộng được {shown(total)} điểm, điểm tối đa ghi {shown(stated)}."
    )


def explanation_asked(code: str) -> str:
    """Say that an explanation was asked for and is missing."""
    return f"{code}: đã yêu cầu giải trình, chưa có giải trình."


def evidence_missing(code: str) -> str:
    """Say that evidence is missing."""
    return f"{code}: chưa có tài liệu kiểm chứng hoặc giải trình."


def figures_refused(code: str, why: str) -> str:
    """Say why the figures give no points."""
    return f"{code}: {why}" + ("" if why.endswith("?") else ".")


def points_outside(code: str, points: Decimal, maximum: Decimal | None) -> str:
    """Say that points leave 0..maximum."""
    top = f" đến {shown(maximum)}" if maximum is not None else ""
    return f"{code}: điểm {shown(points)} nằm ngoài khoảng 0{top}."


def loss_without_reason(code: str, lost: Decimal) -> str:
    """Say that a loss has no reason."""
    return f"{code}: bị trừ {shown(lost, 3)} điểm, chưa có lý do."


def reasons_not_closed(code: str, listed: Decimal, lost: Decimal) -> str:
    """Say that reasons do not add up to the loss."""
    return f"{code}: các lý do cộng được {shown(listed, 3)}, bị trừ {shown(lost, 3)}."


def lost_differs(code: str, figure: Decimal, exact: Decimal) -> str:
    """Say that a printed loss is not what the rule gives."""
    apart = abs(figure - exact)
    return (
        f"{code}: báo cáo in bị trừ {shown(figure)}, quy tắc cho {shown(exact, 3)}: "
        f"lệch {shown(apart, 3, 3)}."
    )


def score_differs(code: str, figure: Decimal, exact: Decimal) -> str:
    """Say that printed points are not what the rule gives."""
    apart = abs(figure - exact)
    return (
        f"{code}: báo cáo in {shown(figure)} điểm, tính lại được {shown(exact, 3)}: "
        f"lệch {shown(apart, 3, 3)}."
    )


def subtotal_differs(
    heading: tuple[str, str], listed: Decimal, figure: Decimal, exact: Decimal
) -> str:
    """Say that printed items do not add up to their heading.

    Args:
        heading: code of the area and words of the heading.
        listed: sum of the items as printed.
        figure: the heading's figure as printed.
        exact: the sum by rules and figures.
    """
    code, label = heading
    return (
        f"{code}: các khoản bị trừ “{label}” trong báo cáo cộng được {shown(listed)}, "
        f"đề mục ghi {shown(figure)}; tính lại: {shown(exact, 3)}."
    )
