"""Words of the criteria set: steps, refusals, hints."""

from decimal import Decimal

from cchc_desktop.wording.numerals import shown


def added(name: str) -> str:
    """Name the adding of a criterion."""
    return f"thêm tiêu chí “{name}”"


def edited(name: str) -> str:
    """Name the changing of a criterion."""
    return f"sửa tiêu chí “{name}”"


def renamed(name: str) -> str:
    """Name the renaming of a criterion."""
    return f"đổi tên thành “{name}”"


def recoded(code: str) -> str:
    """Name the change of a code."""
    return f"đổi mã thành {code}"


def renumbered() -> str:
    """Name the numbering of a branch."""
    return "đánh lại mã"


def duplicated() -> str:
    """Name the doubling of a criterion."""
    return "nhân đôi tiêu chí"


def renumber_in(code: str) -> str:
    """Offer to number a branch anew; "" is the whole set."""
    return f"Đánh lại mã trong {code}" if code else "Đánh lại mã cả bộ"


def keeps_old_code(code: str, parent: str) -> str:
    """Say that a criterion that was moved has the code of its old place."""
    where = f"vào {parent}" if parent else "ra cấp lĩnh vực"
    return f"{code} đã chuyển {where} nhưng còn mang mã cũ."


def renumber_all() -> str:
    """Say how to number where a code is taken outside of the branch."""
    return "Đánh lại mã cả bộ, hoặc đổi mã kia trước."


def in_order() -> str:
    """Say that every code is what its place says."""
    return "Mã đã theo đúng thứ tự."


def renumbered_now(count: int) -> str:
    """Say how many codes changed."""
    return f"Đã đổi {count} mã. Hoàn tác bằng Ctrl+Z."


def rest_not_doubled() -> str:
    """Refuse the copy of a part that is not split."""
    return "Phần chưa tách không nhân đôi được."


def split_it_off() -> str:
    """Say what to do with a part that is not split instead."""
    return "Tách tiêu chí mới từ phần chưa tách."


def maximum_set(maximum: Decimal | None) -> str:
    """Name the change of a maximum."""
    return "bỏ điểm tối đa" if maximum is None else f"đặt điểm tối đa {shown(maximum)}"


def rule_set() -> str:
    """Name the change of a rule."""
    return "đổi cách chấm"


def rounding_set() -> str:
    """Name the change of a rounding."""
    return "đổi cách làm tròn"


def moved() -> str:
    """Name the moving of a criterion."""
    return "chuyển chỗ tiêu chí"


def removed() -> str:
    """Name the removing of a criterion."""
    return "xóa tiêu chí"


def split(name: str) -> str:
    """Name the splitting of a balancing node."""
    return f"tách tiêu chí “{name}”"


def set_gone() -> str:
    """Say that the set is no longer there."""
    return "Bộ tiêu chí này không còn trong hồ sơ."


def reopen() -> str:
    """Say to choose again."""
    return "Chọn lại kỳ đánh giá ở đầu cửa sổ."


def criterion_gone() -> str:
    """Say that the criterion is no longer there."""
    return "Tiêu chí này không còn trong bộ tiêu chí."


def undo_removal() -> str:
    """Say how to get it back."""
    return "Hoàn tác bước xóa nếu cần lấy lại."


def too_deep(most: int) -> str:
    """Refuse a tree that is too deep."""
    return f"Bộ tiêu chí chỉ có tối đa {most} cấp."


def move_up() -> str:
    """Say to use a higher place."""
    return "Đặt tiêu chí ở cấp cao hơn."


def name_empty() -> str:
    """Refuse an empty name."""
    return "Tên tiêu chí không được để trống."


def type_name() -> str:
    """Say to type a name."""
    return "Gõ tên tiêu chí rồi nhấn Enter."


def code_empty() -> str:
    """Refuse an empty code."""
    return "Mã tiêu chí không được để trống."


def code_taken(code: str, name: str) -> str:
    """Refuse a code that another criterion has."""
    return f"Mã {code} đã dùng cho “{name}”."


def type_code() -> str:
    """Say to type another code."""
    return "Gõ mã khác, ví dụ 7.4."


def maximum_derived() -> str:
    """Refuse a maximum on a balancing node."""
    return "Điểm tối đa của phần chưa tách được suy ra, không nhập trực tiếp."


def change_siblings() -> str:
    """Say what to change instead."""
    return "Sửa điểm tối đa của lĩnh vực hoặc của các tiêu chí bên cạnh."


def maximum_negative() -> str:
    """Refuse a negative maximum."""
    return "Điểm tối đa không được nhỏ hơn 0."


def maximum_range() -> str:
    """Say what a maximum may be."""
    return "Nhập số từ 0, hoặc để trống nếu chưa biết."


def branch_is_a_sum() -> str:
    """Say that a branch is a sum."""
    return "Mục có tiêu chí con luôn được chấm bằng tổng."


def set_rules_below() -> str:
    """Say to set the children's rules."""
    return "Đặt cách chấm ở từng tiêu chí con."


def sum_needs_children() -> str:
    """Refuse a sum without children."""
    return "Cách chấm “Tổng” cần có tiêu chí con."


def add_children() -> str:
    """Say to add children."""
    return "Thêm tiêu chí con trước."


def mend_rule() -> str:
    """Say to mend the rule."""
    return "Sửa tham số của quy tắc rồi ghi lại."


def move_into_itself() -> str:
    """Refuse a move below itself."""
    return "Không chuyển được tiêu chí vào bên trong chính nó."


def choose_other_place() -> str:
    """Say to choose another place."""
    return "Chọn chỗ khác trong cây tiêu chí."


def not_balancing() -> str:
    """Refuse to split a node that is no balancing node."""
    return "Chỉ tách được từ phần chưa tách có điểm tối đa đã biết."


def split_over(maximum: Decimal, left: Decimal) -> str:
    """Refuse to split off more than is left."""
    return f"Điểm tối đa {shown(maximum)} không nằm trong phần chưa tách {shown(left)}."


def split_range(left: Decimal) -> str:
    """Say what may be split off."""
    return f"Nhập số lớn hơn 0 và không quá {shown(left)}."


def points_over(code: str, unit: str, points: Decimal, maximum: Decimal) -> str:
    """Refuse a maximum under points that stand."""
    return (
        f"Tiêu chí {code} của {unit} đang có {shown(points)} điểm, quá tối đa mới {shown(maximum)}."
    )


def lower() -> str:
    """Say to lower the points first."""
    return "Sửa điểm đã chấm trước, rồi đổi điểm tối đa."


def lost_over(code: str, unit: str, lost: Decimal, maximum: Decimal) -> str:
    """Refuse a maximum under a loss that stands."""
    return (
        f"Tiêu chí {code} của {unit} đang bị trừ {shown(lost)} điểm, "
        f"quá tối đa mới {shown(maximum)}."
    )


def lower_loss() -> str:
    """Say to mend the loss first."""
    return "Sửa điểm bị trừ trước, rồi đặt điểm tối đa."


def becomes_sum(code: str, gone: str, documents: int) -> str:
    """Say what happens to a leaf that gets its first child.

    Args:
        code: code of the leaf.
        gone: what was entered there and goes, "" for nothing.
        documents: how many documents are linked there.
    """
    lost = f", {gone} sẽ bị bỏ theo" if gone else ""
    ask = f" {documents} tài liệu: chuyển xuống mục con hay để ở {code}?" if documents else ""
    return f"{code}: có cấp con thì được chấm bằng tổng{lost}.{ask} Hoàn tác bằng Ctrl+Z."


def goes_along(code: str, gone: str) -> str:
    """Say what is removed with a node."""
    return f"{code}: xóa tiêu chí này, {gone} sẽ bị bỏ theo. Hoàn tác bằng Ctrl+Z."


def removed_along(code: str, gone: str) -> str:
    """Say what was removed with a node."""
    along = f" cùng {gone}" if gone else ""
    return f"Đã xóa {code}{along}. Hoàn tác bằng Ctrl+Z."


def rule_unwritten(code: str) -> str:
    """Say that a rule was left with a fault."""
    return f"Cách chấm của {code} còn lỗi nên chưa ghi; mở lại tiêu chí để sửa tiếp."
