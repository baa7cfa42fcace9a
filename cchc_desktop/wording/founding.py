"""Words of founding a dossier."""

from cchc_desktop.wording.dossier import level_name


def opened(year: int) -> str:
    """Name the opening of an assessment."""
    return f"mở kỳ đánh giá năm {year}"


def sample_title() -> str:
    """Name the founding of the sample."""
    return "tạo hồ sơ mẫu Hải Dương 2022"


def not_empty() -> str:
    """Refuse to found a dossier twice."""
    return "Hồ sơ này đã có dữ liệu."


def make_new() -> str:
    """Say to make a new dossier."""
    return "Tạo một hồ sơ mới rồi làm lại."


def year_outside() -> str:
    """Refuse a year that cannot be meant."""
    return "Năm đánh giá phải từ 2000 đến 2100."


def year_range() -> str:
    """Say to type a year of four digits."""
    return "Gõ năm bằng bốn chữ số, ví dụ 2022."


def unit_empty() -> str:
    """Refuse an empty unit."""
    return "Chưa có tên đơn vị được đánh giá."


def type_unit() -> str:
    """Say to type the unit's name."""
    return "Gõ tên đơn vị, ví dụ Tỉnh Hải Dương."


def group_name(level: str) -> str:
    """Name the group of units of a level."""
    return {
        "province": "Tỉnh, thành phố",
        "department": "Sở, ban, ngành",
        "district": "Huyện, thị xã, thành phố",
        "commune": "Xã, phường",
    }[level]


def assessment_title(level: str, year: int) -> str:
    """Title an assessment by level and year."""
    return f"{level_name(level)} {year}"
