"""Words of units, ranks and ratings."""

from collections.abc import Sequence
from decimal import Decimal

from cchc_desktop.wording.numerals import shown

_MOST_NAMES = 3


def rating_name(rating: str) -> str:
    """Name a rating.

    Args:
        rating: a value of ``domain.rating.Rating``.
    """
    return {
        "excellent": "Xuất sắc",
        "good": "Tốt",
        "fair": "Khá",
        "average": "Trung bình",
        "weak": "Yếu",
    }[rating]


def ties_name(ties: str) -> str:
    """Name a tie rule by its figures.

    Args:
        ties: a value of ``domain.ranking.Ties``.
    """
    return {"standard": "1-2-2-4", "dense": "1-2-2-3"}[ties]


def units_added(count: int, name: str) -> str:
    """Name the step that adds units."""
    return f"thêm đơn vị {name}" if count == 1 else f"thêm {count} đơn vị"


def unit_renamed() -> str:
    """Name the step that renames a unit."""
    return "đổi tên đơn vị"


def unit_removed() -> str:
    """Name the step that removes a unit."""
    return "bỏ đơn vị"


def settings_changed() -> str:
    """Name the step that sets tie rule and ratings."""
    return "đặt cách xếp hạng, xếp loại"


def no_names() -> str:
    """Refuse to add units without a name."""
    return "Chưa có tên đơn vị nào."


def one_name_a_line() -> str:
    """Say how names are typed."""
    return "Gõ hoặc dán tên đơn vị, mỗi đơn vị một dòng."


def name_twice(name: str) -> str:
    """Refuse two units of one name in a group."""
    return f"Nhóm này đã có đơn vị tên “{name}”."


def tell_apart() -> str:
    """Say how two units are told apart."""
    return "Thêm tên huyện hoặc chữ khác để phân biệt, ví dụ “Xã Tân Phong (Ninh Giang)”."


def unit_gone() -> str:
    """Refuse a unit that is no longer there."""
    return "Đơn vị này không còn trong hồ sơ."


def undo_removal() -> str:
    """Say how a removed unit comes back."""
    return "Hoàn tác bước bỏ đơn vị để lấy lại."


def last_unit() -> str:
    """Refuse to remove the only unit."""
    return "Đợt đánh giá phải còn ít nhất một đơn vị."


def add_another() -> str:
    """Say what to do before the only unit goes."""
    return "Thêm đơn vị khác trước, hoặc đổi tên đơn vị này."


def goes_along(marks: int, losses: int, documents: int) -> str:
    """Say what a removed unit takes along; "" where it holds nothing."""
    parts = [
        f"{count} {words}"
        for count, words in (
            (marks, "kết quả chấm"),
            (losses, "khoản bị trừ"),
            (documents, "liên kết tài liệu kiểm chứng"),
        )
        if count
    ]
    return _listed(parts)


def thresholds_whole() -> str:
    """Refuse some thresholds without the others."""
    return "Cần đủ ngưỡng của bốn mức, hoặc để trống cả bốn."


def thresholds_falling() -> str:
    """Refuse thresholds that do not fall from the best rating to the worst."""
    return "Ngưỡng phải giảm dần từ Xuất sắc đến Trung bình, trong khoảng 0 đến 100."


def thresholds_hint() -> str:
    """Say where thresholds come from."""
    return "Lấy ngưỡng trong quyết định của tỉnh, tính theo chỉ số (%)."


def _listed(parts: Sequence[str]) -> str:
    first = ", ".join(parts[:-1])
    return " và ".join(part for part in (first, *parts[-1:]) if part)


def totals_pasted(count: int) -> str:
    """Name the step that enters totals of other provinces."""
    return f"ghi điểm của {count} tỉnh"


def totals_removed(count: int) -> str:
    """Name the step that removes totals of other provinces."""
    return f"xóa điểm của {count} tỉnh"


def nothing_to_enter() -> str:
    """Refuse to enter no totals at all."""
    return "Chưa có dòng nào đọc được."


def how_to_paste() -> str:
    """Say how totals are pasted."""
    return "Mỗi dòng: tên tỉnh, tổng điểm, hạng năm trước (nếu có), dán từ Excel hoặc gõ."


def line_refused(number: int, why: str) -> str:
    """Say which line could not be read, and why."""
    return f"Dòng {number}: {why}"


def province_twice(name: str) -> str:
    """Say that a province stands in two lines."""
    return f"“{name}” đã có ở dòng trên."


def no_province() -> str:
    """Say that a line names no province."""
    return "không thấy tên tỉnh."


def no_total(name: str) -> str:
    """Say that a line has no total."""
    return f"không thấy điểm của “{name}”."


def total_outside(text: str) -> str:
    """Say that a total cannot be meant."""
    return f"điểm “{text}” không nằm trong 0 đến 100."


def rank_moved(before: int | None, after: int | None, passed: Sequence[str]) -> str:
    """Say how far a rank would move, and who would be passed.

    Args:
        before: the rank, None where there is none yet.
        after: the rank it would be, None where there is none.
        passed: names of those who would be passed.
    """
    if after is None:
        return "Chưa đủ điểm để xếp hạng."
    if before is None:
        return f"Sẽ xếp hạng {after}."
    if before == after:
        return "Giữ nguyên hạng."
    if after > before:
        return f"Xuống {after - before} bậc."
    names = ", ".join(passed[:_MOST_NAMES])
    more = f" và {len(passed) - _MOST_NAMES} tỉnh khác" if len(passed) > _MOST_NAMES else ""
    return f"Lên {before - after} bậc, vượt {names}{more}."


MERGED = "gộp"


def earlier_head(year: int) -> str:
    """Head the results of the units that a merged unit goes back to."""
    return f"Năm {year}, từng đơn vị riêng, không cộng:"


def earlier_line(name: str, place: tuple[int | None, int | None], index: Decimal | None) -> str:
    """Say the result of one unit in the year before.

    Args:
        name: the unit.
        place: its rank and of how many.
        index: its index, None where not known.
    """
    rank, of = place
    parts = [f"hạng {rank}/{of}"] if rank is not None else []
    if index is not None:
        parts.append(f"chỉ số {shown(index, 2, 2)}")
    return f"{name}: {', '.join(parts) or 'chưa có kết quả'}"


OTHER_MAXIMA = "Có tiêu chí không áp dụng: xếp theo chỉ số = điểm / tối đa áp dụng."
"""Why units whose maxima differ are ranked by index."""


def other_maxima(units: int) -> str:
    """Say why units are ranked by index though something else was chosen."""
    return f"theo chỉ số: {units} đơn vị khác điểm tối đa"
