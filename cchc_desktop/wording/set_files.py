"""Words of criteria sets as data: copying to a year, importing, exporting."""

_MOST_IN_RING = 8


def imported(title: str, year: int) -> str:
    """Name the import of a set as a new assessment."""
    return f"nhập bộ tiêu chí “{title}” cho năm {year}" if title else f"nhập bộ tiêu chí {year}"


def replaced(title: str) -> str:
    """Name the replacing of an assessment's set."""
    return f"thay bằng bộ tiêu chí “{title}”" if title else "thay bộ tiêu chí"


def copied(year: int) -> str:
    """Name the copying of a set to another year."""
    return f"sao bộ tiêu chí sang năm {year}"


def no_assessment(key: str) -> str:
    """Say that an assessment is not there."""
    return f"Hồ sơ không có kỳ đánh giá “{key}”."


def choose_assessment() -> str:
    """Say how to find the assessments."""
    return "Xem mã các kỳ bằng lệnh main.py scores, mục id."


def code_twice(code: str) -> str:
    """Refuse a set in which two criteria share a code."""
    return f"Hai tiêu chí cùng mang mã {code or '(trống)'}."


def recode_first() -> str:
    """Say to mend the codes."""
    return "Sửa mã ở Bộ tiêu chí rồi làm lại."


def year_missing() -> str:
    """Say that a set names no year."""
    return "Tệp không nêu năm của bộ tiêu chí."


def give_year() -> str:
    """Say to name the year."""
    return "Chọn năm khi nhập, ở dòng lệnh: --year 2026."


def level_missing() -> str:
    """Say that a set names no level."""
    return "Tệp không nêu cấp được chấm."


def give_level() -> str:
    """Say to name the level."""
    return "Chọn cấp khi nhập, ở dòng lệnh: --level province."


def first_unit(level: str) -> str:
    """Name a unit that stands until the real one is typed.

    Args:
        level: a value of ``domain.units.AssessmentLevel``.
    """
    return {
        "province": "Tỉnh (chưa đặt tên)",
        "department": "Sở (chưa đặt tên)",
        "district": "Huyện (chưa đặt tên)",
        "commune": "Xã (chưa đặt tên)",
    }[level]


def has_entries(title: str, entries: str) -> str:
    """Refuse to replace a set that marks stand on, and say what would become of them."""
    return (
        f"Kỳ “{title}” đã có {entries}; thay bộ tiêu chí thì các nội dung này không còn chỗ đứng."
    )


def keep_entries() -> str:
    """Say what to do instead."""
    return "Nhập thành kỳ đánh giá mới (điểm cũ giữ nguyên), hoặc xóa điểm của kỳ này trước."


def entries(counts: dict[str, int]) -> str:
    """List what was entered: counts by table."""
    names = {
        "mark": "kết quả chấm",
        "deduction": "khoản bị trừ",
        "link": "tài liệu gắn với tiêu chí",
        "published": "kết quả công bố",
        "sitting_item": "nội dung phiên họp",
        "assignment": "phân công thẩm định",
    }
    return ", ".join(
        f"{counts[table]} {name}" for table, name in names.items() if counts.get(table)
    )


def same_year(year: int) -> str:
    """Refuse to copy a set to its own year."""
    return f"Bộ tiêu chí này đã là của năm {year}."


def choose_other_year() -> str:
    """Say to choose another year."""
    return "Chọn năm khác."


def numbered(title: str, number: int) -> str:
    """Tell assessments of one title apart."""
    return f"{title} ({number})"


def at(line: int, path: str, sentence: str) -> str:
    """Say where in a file something is wrong: line, path, sentence."""
    head = f"dòng {line}, {path}" if path else f"dòng {line}"
    return f"{head}: {sentence}"


def not_utf8() -> str:
    """Say that a file is not text in UTF-8."""
    return "tệp không phải văn bản UTF-8; lưu lại tệp với mã UTF-8."


def too_large(megabytes: int) -> str:
    """Refuse a file that no set needs."""
    return f"tệp lớn hơn {megabytes} MB, không phải bộ tiêu chí."


def no_json() -> str:
    """Say that a text is no JSON."""
    return "văn bản không đúng dạng JSON (thiếu hoặc thừa dấu ngoặc, dấu phẩy, dấu nháy)."


def too_nested() -> str:
    """Refuse a text nested too deep."""
    return "các dấu ngoặc lồng nhau quá sâu."


def key_twice() -> str:
    """Say that a field stands twice in one object."""
    return "trường này đã có ở trên, trong cùng một mục."


def no_set() -> str:
    """Say that a file is no criteria set."""
    return "tệp không phải bộ tiêu chí của CCHC Desktop (cần “format”: “cchc-criteria-set”)."


def other_version(version: str, known: int) -> str:
    """Say that a file is of another form."""
    return f"tệp theo cấu trúc {version}, chương trình này đọc cấu trúc {known}."


def too_many(count: int, most: int) -> str:
    """Refuse a set with too many criteria."""
    return f"có {count} tiêu chí, chương trình nhận tối đa {most}."


def missing(name: str) -> str:
    """Say that a field must be there."""
    return f"thiếu trường “{name}”."


def unknown_field(known: str) -> str:
    """Say that a field is not known here."""
    return f"không có trường này; các trường dùng được: {known}."


def blank() -> str:
    """Say that a text must not be empty."""
    return "không được để trống."


def wants(kind: str) -> str:
    """Say what a field must hold.

    Args:
        kind: "text", "whole", "flag", "number", "day", "moment", "list" or "object".
    """
    return {
        "text": "cần chữ trong dấu nháy.",
        "whole": "cần số nguyên.",
        "flag": "cần true hoặc false.",
        "number": "cần số, viết như 1.5 hoặc “1.5”, không có mũ, không quá 30 chữ số mỗi phần.",
        "day": "cần ngày có thật, viết năm-tháng-ngày như “2022-12-31”.",
        "moment": "cần ngày giờ kèm múi giờ như “2023-02-24T14:30:00+07:00”.",
        "list": "cần danh sách trong dấu ngoặc vuông.",
        "object": "cần một mục trong dấu ngoặc nhọn.",
    }[kind]


def broken_text() -> str:
    """Refuse half of a character."""
    return "có ký tự hỏng (nửa ký tự)."


def one_of(found: str, known: str) -> str:
    """Say which values a field knows."""
    return f"không có giá trị “{found}”; chọn một trong: {known}."


def taken_code(code: str, place: str) -> str:
    """Say that a code stands twice."""
    return f"mã {code} đã dùng ở {place}."


def unknown_parent(code: str) -> str:
    """Say that a parent is not in the set."""
    return f"không có tiêu chí mã {code} trong bộ."


def circle(codes: list[str]) -> str:
    """Say that criteria stand above each other in a circle."""
    ring = [*codes[:_MOST_IN_RING], "…", codes[-1]] if len(codes) > _MOST_IN_RING else codes
    return f"cấp trên đi vòng: {' → '.join(ring)}."


def too_deep(most: int) -> str:
    """Refuse a node that lies too deep."""
    return f"nằm sâu hơn {most} cấp."


def rule_missing() -> str:
    """Say that a leaf has no rule."""
    return "thiếu cách chấm (rule); tiêu chí không có cấp con phải nêu."


def sum_without_children() -> str:
    """Say that a sum needs children."""
    return "cách chấm tổng (sum) cần có tiêu chí con."


def negative() -> str:
    """Refuse a maximum below zero."""
    return "điểm tối đa không được nhỏ hơn 0."


def places_outside(most: int) -> str:
    """Refuse a rounding that is no rounding."""
    return f"số chữ số thập phân phải từ 0 đến {most}."


def year_outside() -> str:
    """Refuse a year that cannot be meant."""
    return "năm phải từ 2000 đến 2100."


def no_criteria() -> str:
    """Warn that a set is empty."""
    return "bộ chưa có tiêu chí nào."


def first_small(sentence: str) -> str:
    """Return a sentence as it stands behind a colon."""
    return sentence[:1].lower() + sentence[1:]


def cannot_read(name: str) -> str:
    """Say that a file cannot be read."""
    return f"Không đọc được tệp “{name}”."


def choose_file() -> str:
    """Say to choose a file that is there."""
    return "Kiểm tra tệp còn ở đó và mở được, rồi chọn lại."
