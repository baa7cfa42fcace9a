"""Words of the command line about units and criteria."""

_MOST = 12


def no_unit(name: str, assessment: str) -> str:
    """Say that a unit has no sheet in an assessment."""
    if not assessment:
        return f"Hồ sơ không có đơn vị “{name}”."
    return f"“{assessment}” không có đơn vị “{name}”."


def which_unit(count: int, assessment: str) -> str:
    """Ask which unit of an assessment is meant."""
    if not count:
        where = f"“{assessment}”" if assessment else "Hồ sơ"
        return f"{where} chưa có đơn vị nào được chấm."
    return f"“{assessment}” có {count} đơn vị, cần nêu đơn vị nào."


def units_are(names: list[str]) -> str:
    """List the units that can be named."""
    if not names:
        return "Thêm đơn vị ở “Đơn vị và Hội đồng”."
    more = f" và {len(names) - _MOST} đơn vị khác" if len(names) > _MOST else ""
    return f"Thêm --unit với một trong: {'; '.join(names[:_MOST])}{more}."


def units_of_one_name(count: int, name: str) -> str:
    """Say that a name is that of several units."""
    return f"Có {count} đơn vị cùng tên “{name}”."


def name_the_id(units: list[tuple[str, str]]) -> str:
    """List ids and groups of units that share a name."""
    said = "; ".join(f"{key} (nhóm {group})" for key, group in units)
    return f"Nêu mã đơn vị sau --unit, một trong: {said}."


def no_criterion(code: str) -> str:
    """Say that no criterion has a code."""
    return f"Bộ tiêu chí không có mã “{code}”."


def see_codes() -> str:
    """Say where the codes stand."""
    return "Xem mã bằng lệnh main.py scores."


def attached(count: int, place: tuple[str, str, str], known: int = 0) -> str:
    """Say how many documents were attached and how many had been.

    Args:
        count: the new ones.
        place: code of the criterion, name of the unit, title of the assessment.
        known: those that were attached before.
    """
    before = f" ({known} tài liệu đã gắn từ trước)" if known else ""
    code, unit, assessment = place
    return f"Đã gắn {count} tài liệu vào tiêu chí {code} của {unit}, “{assessment}”{before}"
