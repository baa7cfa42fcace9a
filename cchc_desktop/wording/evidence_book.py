"""Words of the book of an area's documents (tập TLKC)."""

KIND = "TẬP TÀI LIỆU KIỂM CHỨNG"
HEADS = ("Số", "Tài liệu", "Trang dẫn chứng", "Trang trong tập")
CITED = "Trang dẫn chứng"
_FAULTS = {
    "locked": "có mật khẩu",
    "damaged": "tệp hỏng",
    "too_large": "quá lớn",
    "slow": "đọc quá lâu",
}


def stamp(numbers: tuple[str, ...]) -> str:
    """Return what is stamped on a page: the numbers a document goes by."""
    shown = ", ".join(numbers[:3])
    return f"TLKC {shown}{', …' if len(numbers) > len(numbers[:3]) else ''}"


def page(number: int) -> str:
    """Return the number of a page in the book."""
    return f"trang {number}"


def subject(area: str, unit: str, year: int) -> str:
    """Say whose documents a book holds."""
    return f"{area}, {unit}, năm {year}"


def area(code: str, name: str) -> str:
    """Name an area or a criterion."""
    return f"{code}. {name}" if code else name


def counted(documents: int, inside: int, apart: int) -> str:
    """Count what a book holds and what stands beside it."""
    beside = f"; {apart} tài liệu để ngoài tập, lý do ở cột cuối" if apart else ""
    return f"{documents} tài liệu, {inside} tài liệu in trong tập{beside}."


def apart(fault: str) -> str:
    """Say why a document is not in the book.

    Args:
        fault: a value of ``domain.texts.TextFault``.
    """
    return _FAULTS.get(fault, "tệp riêng")


def empty(code: str) -> str:
    """Refuse a book of nothing."""
    return f"Mục {code} chưa gắn tài liệu nào."


def attach_first() -> str:
    """Say what to do."""
    return "Gắn tài liệu vào tiêu chí trước, hoặc chọn lĩnh vực khác."


def too_large() -> str:
    """Refuse a book that no memory holds."""
    return "Tập quá lớn, không ghép được thành một tệp."


def choose_part() -> str:
    """Say to make smaller books."""
    return "Chọn từng tiêu chí thay cho cả lĩnh vực."


def made(pages: int, name: str, apart: int) -> str:
    """Say that a book was made."""
    beside = f" {apart} tài liệu để ngoài tập, xem danh mục ở đầu tập." if apart else ""
    return f"Đã lập tập TLKC {pages} trang: {name}.{beside}"
