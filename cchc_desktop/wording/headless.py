"""Words of the command line about units and criteria."""

_MOST = 12


def no_unit(name: str) -> str:
    """Say that a unit has no sheet."""
    return f"Kỳ đánh giá mới nhất không có đơn vị “{name}”."


def which_unit(count: int) -> str:
    """Ask which unit is meant."""
    if not count:
        return "Hồ sơ chưa có đơn vị nào được chấm."
    return f"Kỳ đánh giá mới nhất có {count} đơn vị, cần nêu đơn vị nào."


def units_are(names: list[str]) -> str:
    """List the units that can be named."""
    if not names:
        return "Thêm đơn vị ở “Đơn vị và Hội đồng”."
    more = f" và {len(names) - _MOST} đơn vị khác" if len(names) > _MOST else ""
    return f"Thêm --unit với một trong: {'; '.join(names[:_MOST])}{more}."


def no_criterion(code: str) -> str:
    """Say that no criterion has a code."""
    return f"Bộ tiêu chí không có mã “{code}”."


def see_codes() -> str:
    """Say where the codes stand."""
    return "Xem mã bằng lệnh main.py scores."


def attached(count: int, code: str, known: int = 0) -> str:
    """Say how many documents were attached, and how many had been."""
    before = f" ({known} tài liệu đã gắn từ trước)" if known else ""
    return f"Đã gắn {count} tài liệu vào tiêu chí {code}{before}"
