"""Words of the council, its secretaries and appraisers, and of who appraises what."""

from collections.abc import Mapping, Sequence
from datetime import date

from cchc_desktop.wording.numerals import shown_date

_BODIES: Mapping[str, str] = {
    "council": "Hội đồng đánh giá",
    "secretaries": "Tổ thư ký giúp việc",
    "appraisers": "Tổ thẩm định",
}
_ROLES: Mapping[str, tuple[str, ...]] = {
    "council": ("Chủ tịch", "Phó Chủ tịch", "Ủy viên", "Ủy viên, thư ký"),
    "secretaries": ("Tổ trưởng", "Tổ phó", "Thành viên"),
    "appraisers": ("Tổ trưởng", "Tổ phó", "Thành viên"),
}
_MOST_CODES = 8


def body_name(body: str) -> str:
    """Name a list of people.

    Args:
        body: a value of ``domain.people.Body``.
    """
    return _BODIES[body]


def short_body_name(body: str) -> str:
    """Name a list of people where there is little room."""
    return {"council": "Hội đồng", "secretaries": "Tổ thư ký"}.get(body, _BODIES[body])


def usual_roles(body: str) -> tuple[str, ...]:
    """Return the roles that decisions usually name in a body, the chair first."""
    return _ROLES[body]


def people_added(count: int, name: str, body: str) -> str:
    """Name the step that puts people on a list."""
    whom = name if count == 1 else f"{count} người"
    return f"ghi {whom} vào {body_name(body)}"


def person_edited(name: str) -> str:
    """Name the step that edits a person."""
    return f"sửa thông tin của {name}"


def person_moved() -> str:
    """Name the step that changes the order of a list."""
    return "đổi thứ tự danh sách"


def people_removed(count: int) -> str:
    """Name the step that takes people off a list."""
    return f"bỏ {count} người khỏi danh sách"


def decision_set(body: str) -> str:
    """Name the step that gives a list its decision."""
    return f"đổi quyết định của {body_name(body)}"


def assigned(count: int) -> str:
    """Name the step that assigns parts of the set."""
    return f"phân công thẩm định {count} mục"


def unassigned(count: int) -> str:
    """Name the step that takes assignments away."""
    return f"bỏ {count} phân công thẩm định"


def people_copied() -> str:
    """Name the step that copies lists and assignments from another assessment."""
    return "chép danh sách người và phân công từ đợt khác"


def no_people() -> str:
    """Refuse to add nobody."""
    return "Chưa có họ tên nào."


def how_to_list() -> str:
    """Say how people are listed."""
    return "Mỗi dòng một người: họ tên, chức vụ, vai trò; gõ hoặc dán từ Excel."


def no_name() -> str:
    """Refuse a person without a name."""
    return "Họ tên không được để trống."


def type_name() -> str:
    """Say what to do where a name is missing."""
    return "Gõ họ tên, hoặc bỏ người này khỏi danh sách."


def person_gone() -> str:
    """Refuse a person who is no longer listed."""
    return "Người này không còn trong danh sách."


def undo_removal() -> str:
    """Say how a removed person comes back."""
    return "Hoàn tác bước bỏ để lấy lại."


def name_taken(name: str, body: str) -> str:
    """Refuse two people of one name on a list."""
    return f"{body_name(body)} đã có “{name}”."


def tell_apart() -> str:
    """Say how two people of one name are told apart."""
    return "Nếu là hai người trùng tên, ghi thêm chữ phân biệt, ví dụ “Nguyễn Văn A (Sở Nội vụ)”."


def term_crossed() -> str:
    """Refuse a term that ends before it begins."""
    return "Ngày thôi tham gia phải sau ngày bắt đầu."


def mend_dates() -> str:
    """Say what to do about dates that cross."""
    return "Sửa một trong hai ngày, hoặc để trống ngày thôi tham gia nếu còn làm."


def no_such_part() -> str:
    """Refuse to assign what is not in the set, or to nobody."""
    return "Không thấy người thẩm định hoặc tiêu chí này."


def choose_part() -> str:
    """Say how a part is assigned."""
    return "Chọn người hoặc cơ quan, rồi chọn lĩnh vực, tiêu chí của cùng đợt đánh giá."


def nothing_to_copy() -> str:
    """Refuse to copy where there is nobody new."""
    return "Đợt được chọn không có ai để chép thêm."


def choose_other() -> str:
    """Say what to do where there is nobody to copy."""
    return "Chọn đợt khác đã có danh sách, hoặc dán danh sách từ Excel."


def line_refused(number: int, why: str) -> str:
    """Say which line could not be read, and why."""
    return f"Dòng {number}: {why}"


def no_name_in_line() -> str:
    """Say that a line names nobody."""
    return "không thấy họ tên."


def person_twice(name: str) -> str:
    """Say that a person stands in two lines."""
    return f"“{name}” đã có ở dòng trên."


def two_chairmen(names: Sequence[str]) -> str:
    """Say that a council has more than one chairman."""
    return f"Hội đồng có {len(names)} Chủ tịch: {', '.join(names)}."


def term_ended(name: str, until: date, codes: Sequence[str]) -> str:
    """Say that somebody is assigned who has left."""
    left = shown_date(until)
    return f"{name} đã thôi tham gia từ {left} nhưng còn được phân công {_listed(codes)}."


def without_appraiser(codes: Sequence[str]) -> str:
    """Say which criteria nobody appraises."""
    return f"{len(codes)} tiêu chí chưa có người thẩm định: {_listed(codes)}."


def unappraised(code: str) -> str:
    """Say that nobody appraises a criterion."""
    return f"{code} chưa có người thẩm định."


def appraised_by(names: Sequence[str]) -> str:
    """Say who appraises a criterion."""
    return f"Thẩm định: {', '.join(names)}"


def coverage(done: int, wanting: int) -> str:
    """Say how many criteria have an appraiser."""
    if not wanting:
        return "Bộ tiêu chí chưa có tiêu chí nào cần thẩm định"
    if done == wanting:
        return f"Cả {wanting} tiêu chí đã có người thẩm định"
    return f"{done}/{wanting} tiêu chí đã có người thẩm định"


def _listed(codes: Sequence[str]) -> str:
    kept = ", ".join(codes[:_MOST_CODES])
    more = len(codes) - _MOST_CODES
    return f"{kept} và {more} mục khác" if more > 0 else kept
