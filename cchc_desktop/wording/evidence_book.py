"""Words of the book of an area's documents (tập TLKC)."""

KIND = "TẬP TÀI LIỆU KIỂM CHỨNG"
HEADS = ("Số", "Tài liệu", "Trang dẫn chứng", "Trang trong tập")
CITED = "Trang dẫn chứng"
_FAULTS = {
    "locked": "có mật khẩu",
    "damaged": "tệp hỏng",
    "too_large": "quá lớn",
    "slow": "đọc quá lâu",
    "program": "là chương trình",
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


def further(note: str, name: str) -> str:
    """Name a further file of a document: "phụ lục: bang-1.pdf"."""
    return f"{note or 'tệp kèm'}: {name}"


def counted(files: int, inside: int, apart: int) -> str:
    """Count what a book holds and what stands beside it."""
    beside = f"; {apart} tệp để ngoài tập, lý do ở cột cuối" if apart else ""
    return f"{files} tệp tài liệu, {inside} tệp in trong tập{beside}."


def apart(fault: str) -> str:
    """Say why a document is not in the book.

    Args:
        fault: a value of ``domain.texts.TextFault``.
    """
    return _FAULTS.get(fault, "tệp riêng")


def left_out(stamp: str, title: str, fault: str) -> str:
    """Name a file that is not in the book, and say why.

    Args:
        stamp: the number it goes by.
        title: what it is called.
        fault: a value of ``domain.texts.TextFault``.
    """
    return f"{stamp} {title}: {apart(fault)}"


def empty(code: str) -> str:
    """Refuse a book of nothing."""
    return f"Mục {code} chưa gắn tài liệu nào."


def attach_first() -> str:
    """Say what to do."""
    return "Gắn tài liệu vào tiêu chí trước, hoặc chọn lĩnh vực khác."


def nothing() -> str:
    """Refuse books where no area has documents."""
    return "Chưa tiêu chí nào gắn tài liệu."


def which_area() -> str:
    """Refuse one file for all areas."""
    return "Chưa rõ lập tập của lĩnh vực nào."


def name_area() -> str:
    """Say how one or all areas are named."""
    return "Ghi --criterion MÃ, hoặc ghi --out là một thư mục để lập mỗi lĩnh vực một tệp."


def not_pdf(name: str) -> str:
    """Refuse a file that is no PDF."""
    return f"Tập TLKC chỉ ghi được ra tệp PDF, không phải {name}."


def name_pdf() -> str:
    """Say what the file is called."""
    return "Đặt tên tệp kết thúc bằng .pdf."


def no_folder(folder: str) -> str:
    """Say that a folder cannot be made."""
    return f"Không tạo được thư mục {folder}."


def other_place() -> str:
    """Say to choose another place."""
    return "Chọn nơi khác có quyền ghi."


def file_name(code: str) -> str:
    """Return the name of the file of an area's book, without its suffix."""
    plain = "".join(char if char.isalnum() or char in ".-" else "-" for char in code)
    return f"Tap-TLKC-{plain}"


def too_large() -> str:
    """Refuse a book that no memory holds."""
    return "Tập quá lớn, không ghép được thành một tệp."


def choose_part() -> str:
    """Say to make smaller books."""
    return "Chọn từng tiêu chí thay cho cả lĩnh vực."


def made(pages: int, name: str, apart: int) -> str:
    """Say that a book was made."""
    beside = f" {apart} tệp để ngoài tập, xem danh mục ở đầu tập." if apart else ""
    return f"Đã lập tập TLKC {pages} trang: {name}.{beside}"
