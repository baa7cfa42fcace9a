"""Words of units: validity, groups, mergers and splits."""

from datetime import date

from cchc_desktop.wording.numerals import shown_date

SINCE_EVER, NO_END = "từ đầu", "không hạn"


def validity(starts_on: date | None, ends_on: date | None) -> str:
    """Say when a unit stands."""
    if starts_on is None and ends_on is None:
        return NO_END
    if ends_on is None:
        return f"từ {shown_date(starts_on)}" if starts_on else NO_END
    end = f"đến {shown_date(ends_on)}"
    return end if starts_on is None else f"{shown_date(starts_on)} {end}"


def edited() -> str:
    """Name the step that changes a unit."""
    return "sửa đơn vị"


def entered(count: int) -> str:
    """Name the step that brings units of the dossier into an assessment."""
    return f"đưa {count} đơn vị vào đợt đánh giá"


def dropped(count: int) -> str:
    """Name the step that takes units out of the dossier."""
    return "xóa đơn vị khỏi hồ sơ" if count == 1 else f"xóa {count} đơn vị khỏi hồ sơ"


def merged(target: str) -> str:
    """Name the step that merges units."""
    return f"gộp vào {target}"


def another_unit() -> str:
    """Name the unit that takes over, where the step does not know its name."""
    return "đơn vị tiếp nhận"


def split_done() -> str:
    """Name the step that splits a unit."""
    return "tách đơn vị"


def unlinked() -> str:
    """Name the step that takes back that a unit took over from another."""
    return "bỏ quan hệ gộp, tách"


def group_renamed() -> str:
    """Name the step that renames a group."""
    return "đổi tên nhóm đơn vị"


def group_removed() -> str:
    """Name the step that removes a group."""
    return "bỏ nhóm đơn vị"


def group_gone() -> str:
    """Refuse a group that is no longer there."""
    return "Nhóm đơn vị này không còn trong hồ sơ."


def group_twice(name: str) -> str:
    """Refuse a second group of one name."""
    return f"Đã có nhóm tên “{name}”."


def group_used(name: str, count: int) -> str:
    """Refuse to remove a group that has units."""
    return f"Nhóm {name} còn {count} đơn vị."


def empty_group_first() -> str:
    """Say what to do before a group goes."""
    return "Chuyển các đơn vị sang nhóm khác trước."


def group_missing() -> str:
    """Refuse units without a group."""
    return "Chưa chọn nhóm đơn vị."


def choose_group() -> str:
    """Say how a group is given."""
    return "Chọn nhóm, hoặc gõ tên nhóm mới."


def ends_before_start() -> str:
    """Refuse a unit that ends before it begins."""
    return "Ngày hết hiệu lực đứng trước ngày bắt đầu."


def mend_days() -> str:
    """Say how the days of validity are mended."""
    return "Sửa một trong hai ngày; để trống nghĩa là không giới hạn."


def not_valid_in(name: str, year: int, span: str) -> str:
    """Refuse a unit that does not stand in the year of the assessment."""
    return f"{name} không có hiệu lực trong năm {year} ({span})."


def take_successor() -> str:
    """Say what to do about a unit that ended."""
    return "Chọn đơn vị tiếp nhận, hoặc sửa ngày hiệu lực của đơn vị."


def all_entered() -> str:
    """Say that no further unit can be brought in."""
    return "Các đơn vị này đã có trong đợt đánh giá."


def choose_others() -> str:
    """Say what to choose instead."""
    return "Chọn đơn vị khác."


def has_entries(name: str, assessment: str, along: str) -> str:
    """Refuse to take a unit away that was scored."""
    return f"{name} còn {along} trong đợt {assessment}."


def end_instead() -> str:
    """Say what to do instead of taking a scored unit away."""
    return "Đặt ngày hết hiệu lực thay vì xóa, kết quả cũ được giữ."


def has_relatives(name: str, other: str) -> str:
    """Refuse to take a unit away that others took over from, or the other way round."""
    return f"{name} có quan hệ gộp, tách với {other}."


def unlink_first() -> str:
    """Say what to do before such a unit goes."""
    return "Bỏ quan hệ gộp, tách trước, hoặc đặt ngày hết hiệu lực."


def only_unit(assessment: str) -> str:
    """Refuse to take the only unit of an assessment away."""
    return f"Đây là đơn vị duy nhất của đợt {assessment}."


def nothing_to_merge() -> str:
    """Refuse a merger without units."""
    return "Chưa chọn đơn vị nào để gộp."


def nothing_to_split() -> str:
    """Refuse a split into fewer than two units."""
    return "Tách thì cần ít nhất hai đơn vị mới."


def name_the_parts() -> str:
    """Say how the parts of a split are given."""
    return "Gõ tên các đơn vị sau khi tách, mỗi dòng một tên."


def no_heir() -> str:
    """Refuse a merger into nothing."""
    return "Chưa có đơn vị tiếp nhận."


def name_the_heir() -> str:
    """Say how a merger gets its unit."""
    return "Gõ tên đơn vị mới, hoặc chọn đơn vị tiếp nhận trong danh sách."


def choose_units() -> str:
    """Say what a merger needs."""
    return "Chọn các đơn vị được gộp và đơn vị tiếp nhận."


def into_itself(name: str) -> str:
    """Refuse to merge a unit into itself."""
    return f"{name} vừa được gộp vừa là đơn vị tiếp nhận."


def not_standing(name: str, day: date) -> str:
    """Refuse a unit that does not stand on the day before or on the day of the change."""
    return f"{name} không có hiệu lực vào ngày {shown_date(day)}."


def mend_validity() -> str:
    """Say what to do about it."""
    return "Sửa ngày gộp, tách hoặc ngày hiệu lực của đơn vị."


def in_circle(name: str) -> str:
    """Refuse that a unit takes over from its own successor."""
    return f"{name} sẽ là đơn vị tiếp nhận của chính mình qua các lần gộp, tách."


def ended_already(name: str) -> str:
    """Refuse to merge a unit that went over into others already."""
    return f"{name} đã được gộp hoặc tách trước đó."


def not_linked() -> str:
    """Refuse to unlink units that are not linked."""
    return "Hai đơn vị này không có quan hệ gộp, tách."


def finding_not_valid(unit: str, assessment: str, span: str) -> str:
    """Say that an assessment scores a unit that does not stand in its year."""
    return f"{assessment}: {unit} có bảng chấm nhưng chỉ có hiệu lực {span}."


def finding_same_name(name: str) -> str:
    """Say that two units have one name."""
    return f"Có hai đơn vị tên “{name}”. Thêm tên huyện hoặc chữ khác để phân biệt."


def finding_circle(name: str) -> str:
    """Say that a unit takes over from itself."""
    return f"{name}: quan hệ gộp, tách đi vòng về chính đơn vị này."


def finding_lost_successor(name: str) -> str:
    """Say that a unit names a successor that is not there."""
    return f"{name}: đơn vị tiếp nhận không còn trong hồ sơ."


def finding_days(name: str) -> str:
    """Say that a unit ends before it begins."""
    return f"{name}: ngày hết hiệu lực đứng trước ngày bắt đầu."


def handed_on(counts: tuple[int, int, int, int]) -> tuple[str, ...]:
    """Say what goes over to the unit that takes over, one line each; () where nothing does.

    Args:
        counts: repairs, criteria in charge, appraisals, documents.
    """
    kinds = (
        "nhiệm vụ khắc phục",
        "tiêu chí tham mưu",
        "phân công thẩm định",
        "tài liệu kiểm chứng",
    )
    return tuple(f"{n} {what}" for n, what in zip(counts, kinds, strict=True) if n)


def nothing_handed_on() -> str:
    """Say that nothing goes over."""
    return "không có gì phải chuyển"


def several_groups(names: tuple[str, ...]) -> str:
    """Refuse a pasted list with several groups."""
    return f"Danh sách có nhiều nhóm: {', '.join(names)}."


def one_group_a_time() -> str:
    """Say how a list with several groups is pasted."""
    return "Dán từng nhóm một."


def took_over(day: date | None, *, is_split: bool) -> str:
    """Head the card of the units that a unit took over from."""
    what = "Tách ra" if is_split else "Nhận gộp"
    return f"{what} từ {shown_date(day)}" if day else what


def went_over(day: date | None, *, is_split: bool) -> str:
    """Head the card of the units that took over."""
    what = "Đã tách" if is_split else "Đã gộp"
    return f"{what} từ {shown_date(day)}" if day else what


def never_added() -> str:
    """Say how merged units are compared with the year before."""
    return "Khi so với năm trước, từng đơn vị cũ hiện riêng, không cộng điểm."
