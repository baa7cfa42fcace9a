"""Words of the council's sittings: steps, refusals, states, findings."""

from datetime import date
from decimal import Decimal

from cchc_desktop.wording.numerals import shown, shown_date
from cchc_desktop.wording.rounds import round_short


def sitting_made() -> str:
    """Name the step that calls a sitting."""
    return "lập phiên họp"


def sitting_edited() -> str:
    """Name the step that edits a sitting."""
    return "sửa thông tin phiên họp"


def sitting_removed() -> str:
    """Name the step that takes a sitting away."""
    return "bỏ phiên họp"


def items_added(count: int) -> str:
    """Name the step that puts criteria before a sitting."""
    return f"đưa {count} tiêu chí vào phiên họp"


def items_removed(count: int) -> str:
    """Name the step that takes criteria off a sitting."""
    return f"bỏ {count} tiêu chí khỏi phiên họp"


def item_moved() -> str:
    """Name the step that changes the order of a sitting."""
    return "đổi thứ tự phiên họp"


def item_noted() -> str:
    """Name the step that notes something for the minutes."""
    return "ghi chú vào biên bản"


def points_proposed(points: Decimal | None) -> str:
    """Name the step that proposes points."""
    return f"đề nghị {shown(points)} điểm" if points is not None else "bỏ điểm đề nghị"


def decided(ruling: str, points: Decimal | None) -> str:
    """Name the step that decides a criterion.

    Args:
        ruling: a value of ``domain.sittings.Ruling``.
        points: the points of another decision.
    """
    said = "" if points is None else f" {shown(points)}"
    what = {
        "accepted": "công nhận điểm tự chấm",
        "kept": "giữ như vòng trước",
        "other": f"điểm khác{said}",
    }[ruling]
    return f"Hội đồng quyết: {what}"


def reopened() -> str:
    """Name the step that takes a decision back."""
    return "bỏ quyết định của Hội đồng"


def ruling_name(ruling: str, kept: str, *, is_proposed: bool = False) -> str:
    """Name how a criterion was decided.

    Args:
        ruling: a value of ``domain.sittings.Ruling``, or "" while it is not decided.
        kept: the round whose points are kept, or "".
        is_proposed: whether other points are those that were proposed.
    """
    return {
        "": "chưa quyết định",
        "accepted": "công nhận tự chấm",
        "kept": f"giữ như {round_short(kept).lower()}" if kept else "giữ như vòng trước",
        "other": "theo đề nghị" if is_proposed else "điểm khác",
    }[ruling]


def sitting_name(day: date | None) -> str:
    """Name a sitting by its day."""
    return f"Phiên họp {shown_date(day)}" if day is not None else "Phiên họp chưa định ngày"


def sitting_gone() -> str:
    """Refuse a sitting that is no longer there."""
    return "Phiên họp này không còn trong hồ sơ."


def item_gone() -> str:
    """Refuse an item that is no longer there."""
    return "Tiêu chí này không còn trong phiên họp."


def undo_removal() -> str:
    """Say how what was removed comes back."""
    return "Hoàn tác bước bỏ để lấy lại."


def self_not_decided() -> str:
    """Refuse a sitting for the round in which units score themselves."""
    return "Hội đồng không quyết định ở vòng tự chấm."


def choose_round() -> str:
    """Say which rounds a sitting can be for."""
    return "Chọn vòng thẩm định hoặc vòng công bố của đợt đánh giá."


def round_kept() -> str:
    """Refuse to change the round of a sitting that has decided something."""
    return "Phiên họp đã quyết định tiêu chí nên không đổi vòng được."


def make_another() -> str:
    """Say to call another sitting."""
    return "Lập phiên họp khác cho vòng kia."


def nothing_added() -> str:
    """Refuse to add no criteria."""
    return "Không có tiêu chí nào để đưa thêm vào phiên họp."


def nothing_added_hint() -> str:
    """Say which criteria are left out."""
    return "Tiêu chí đã có trong phiên họp không đưa vào lần nữa."


def other_assessment() -> str:
    """Refuse a criterion of another assessment."""
    return "Tiêu chí thuộc đợt đánh giá khác."


def choose_leaf() -> str:
    """Say to choose a criterion without children."""
    return "Chọn các tiêu chí con."


def has_children(code: str) -> str:
    """Refuse a branch."""
    return f"{code} là tổng của các tiêu chí con, không quyết định trực tiếp."


def is_survey(code: str) -> str:
    """Refuse a survey."""
    return f"{code} lấy điểm khảo sát, Hội đồng không quyết định."


def survey_hint() -> str:
    """Say where a survey's points are entered."""
    return "Nhập kết quả khảo sát ở Bảng chấm điểm."


def not_applicable(code: str) -> str:
    """Refuse a criterion that does not apply."""
    return f"{code} không áp dụng cho đơn vị này."


def applicable_hint() -> str:
    """Say how a criterion applies again."""
    return "Bỏ đánh dấu không áp dụng trước."


def no_points(code: str, in_round: str) -> str:
    """Refuse to take points of a round that gave none.

    Args:
        code: the criterion.
        in_round: a value of ``domain.marks.Round``.
    """
    return f"{code} chưa có điểm {round_short(in_round).lower()} để lấy."


def no_round_before(code: str) -> str:
    """Refuse to keep points of an earlier appraisal where there is none."""
    return f"{code} chưa có điểm thẩm định ở vòng trước để giữ."


def type_points() -> str:
    """Say to type other points."""
    return "Chọn điểm khác và gõ điểm."


def points_missing(code: str) -> str:
    """Refuse another decision without points."""
    return f"Chưa gõ điểm quyết định cho {code}."


def not_decided(code: str) -> str:
    """Refuse to take back a decision that was not taken."""
    return f"{code} chưa được quyết định trong phiên họp này."


def decide_first() -> str:
    """Say that a decision comes first."""
    return "Chọn tiêu chí đã quyết định."


def attendee_nameless() -> str:
    """Refuse an attendee without a name."""
    return "Người dự họp chưa có họ tên."


def type_name() -> str:
    """Say what to do where a name is missing."""
    return "Gõ họ tên, hoặc bỏ người này khỏi danh sách."


def no_sitting() -> str:
    """Refuse minutes where there is no sitting."""
    return "Hồ sơ chưa có phiên họp nào."


def make_sitting() -> str:
    """Say where a sitting is made."""
    return "Lập phiên họp ở Chấm điểm, mục Phiên họp."


def decision_changed(
    code: str, day: date | None, decided_points: Decimal | None, now: Decimal | None
) -> str:
    """Say that a mark is no longer what the council decided.

    Args:
        code: the criterion.
        day: the day of the sitting.
        decided_points: what was decided.
        now: what the mark gives now.
    """
    when = f" ngày {shown_date(day)}" if day is not None else ""
    was, stands = ("chưa có" if each is None else shown(each, 3) for each in (decided_points, now))
    return f"{code}: phiên họp{when} quyết {was}, điểm hiện nay {stands}."


def sitting_unknown(named: str) -> str:
    """Refuse a sitting that is not there."""
    return f"Không có phiên họp {named} trong hồ sơ."


def sitting_days(days: tuple[str, ...]) -> str:
    """List the days there are."""
    listed = ", ".join(dict.fromkeys(days))
    return f"Các phiên họp có ngày: {listed}." if days else "Hồ sơ chưa có phiên họp nào có ngày."
