"""Words of agencies in charge (cơ quan tham mưu) and of their part of a criteria set."""


def added(count: int, name: str) -> str:
    """Name the step that adds agencies."""
    return f"thêm cơ quan {name}" if count == 1 else f"thêm {count} cơ quan tham mưu"


def edited() -> str:
    """Name the step that changes an agency."""
    return "sửa cơ quan tham mưu"


def merged_step() -> str:
    """Name the step that merges agencies."""
    return "gộp cơ quan tham mưu"


def removed() -> str:
    """Name the step that removes an agency."""
    return "bỏ cơ quan tham mưu"


def assigned(count: int) -> str:
    """Name the step that puts an agency in charge of some nodes."""
    return f"giao {count} mục cho cơ quan tham mưu" if count > 1 else "giao cho cơ quan tham mưu"


def not_in_force(name: str, year: int) -> str:
    """Refuse to put an agency in charge that does not stand in the year of the set."""
    return f"{name} không còn hoặc chưa có trong năm {year}."


def mend_validity() -> str:
    """Say what to do where an agency does not stand."""
    return "Giao cho cơ quan tiếp nhận, hoặc sửa ngày hiệu lực của cơ quan này."


def ended(names: tuple[str, ...]) -> str:
    """Name the agencies that have criteria and do not stand any more."""
    return f"thôi hiệu lực mà còn được giao: {', '.join(names)}"


def released() -> str:
    """Name the step that takes criteria from an agency."""
    return "thôi giao tiêu chí cho cơ quan"


def no_names() -> str:
    """Refuse to add agencies without a name."""
    return "Chưa có tên cơ quan nào."


def one_name_a_line() -> str:
    """Say how names are typed."""
    return "Gõ hoặc dán tên cơ quan, mỗi cơ quan một dòng."


def name_twice(name: str) -> str:
    """Refuse two agencies of one name."""
    return f"Đã có cơ quan tên “{name}”."


def merge_instead() -> str:
    """Say what to do where two agencies are one."""
    return "Nếu là một cơ quan, dùng Gộp cơ quan."


def gone() -> str:
    """Refuse an agency that is no longer there."""
    return "Cơ quan này không còn trong hồ sơ."


def undo_removal() -> str:
    """Say how an agency comes back."""
    return "Hoàn tác bước bỏ cơ quan để lấy lại."


def same_agency() -> str:
    """Refuse to merge an agency into itself."""
    return "Chọn hai cơ quan khác nhau để gộp."


def choose_two() -> str:
    """Say what a merger needs."""
    return "Chọn cơ quan được gộp và cơ quan còn lại."


def used(name: str, counts: tuple[int, int, int, int]) -> str:
    """Refuse to remove an agency that is named somewhere.

    Args:
        name: the agency.
        counts: criteria, losses, repairs and appraisals that name it.
    """
    kinds = ("tiêu chí", "khoản bị trừ", "nhiệm vụ", "phân công thẩm định")
    pairs = zip(counts, kinds, strict=True)
    where = ", ".join(f"{count} {what}" for count, what in pairs if count)
    return f"{name} còn đứng tên ở {where}."


def merge_or_release() -> str:
    """Say what to do before an agency goes."""
    return "Gộp vào cơ quan khác, hoặc giao các chỗ đó cho cơ quan khác trước."


def nothing_chosen() -> str:
    """Refuse to assign nothing."""
    return "Chưa chọn lĩnh vực hoặc tiêu chí nào."


def choose_criteria() -> str:
    """Say what to choose."""
    return "Đánh dấu lĩnh vực hoặc tiêu chí cần giao."


def part(name: str) -> str:
    """Name an agency's part of the set."""
    return f"Phần của {name}"


def scored(count: int, of: int) -> str:
    """Say how much of a part is scored."""
    return f"đã chấm {count}/{of}"


def unknown(name: str) -> str:
    """Refuse a name that no agency has."""
    return f"Không có cơ quan tham mưu tên “{name}” trong hồ sơ."


def known(names: tuple[str, ...]) -> str:
    """List the names there are."""
    return f"Các cơ quan: {'; '.join(names)}." if names else "Hồ sơ chưa có cơ quan tham mưu nào."
