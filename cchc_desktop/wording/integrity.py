"""Words of integrity: what is damaged, how it is mended, what is thrown away for good."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from cchc_desktop.wording.numerals import shown_date, shown_time

MINUTES_KIND = "BIÊN BẢN KIỂM TRA HỒ SƠ"
FILE_HEAD = "Tệp hồ sơ và nhật ký"
WRONG_HEAD = "Tài liệu cần xử lý"
WHOLE_HEAD = "Tài liệu nguyên vẹn"
WRONG_COLUMNS = ("Kết quả", "Tệp", "Dùng cho", "SHA-256", "Cách sửa")
WHOLE_COLUMNS = ("Tệp", "Dùng cho", "SHA-256")
NO_CRITERION = "chưa gắn"
LOOKING, SEARCHING = "Đang đọc lại tài liệu", "Đang tìm tệp gốc"
WITNESS, INSPECTOR = "NGƯỜI CHỨNG KIẾN", "NGƯỜI KIỂM TRA"


def damaged(name: str, codes: Sequence[str]) -> str:
    """Say that a document's content is damaged, and where it is used."""
    return f"Tài liệu bị hỏng: {name}{_used(codes)}."


def missing(name: str, codes: Sequence[str]) -> str:
    """Say that a document's content is not there, and where it is used."""
    return f"Tài liệu mất nội dung: {name}{_used(codes)}."


def _used(codes: Sequence[str]) -> str:
    return f" (dùng cho {', '.join(codes)})" if codes else " (chưa gắn với tiêu chí nào)"


def purged(count: int) -> str:
    """Name the purging of the bin."""
    return f"xóa hẳn {count} tài liệu trong thùng rác"


def not_binned(name: str) -> str:
    """Refuse to purge what is not in the bin."""
    return f"Tài liệu {name} không nằm trong thùng rác nên không xóa hẳn được."


def bin_first() -> str:
    """Point at the bin."""
    return "Đưa tài liệu vào thùng rác trước."


def purge_nothing() -> str:
    """Refuse to purge an empty bin."""
    return "Thùng rác không có tài liệu nào."


def minutes_subject(year: int) -> str:
    """Say what was inspected."""
    return f"tài liệu kiểm chứng và nhật ký của hồ sơ chấm điểm năm {year}"


def made_at(moment: datetime) -> str:
    """Say when the paper was made."""
    return f"Lập lúc {shown_time(moment)} ngày {shown_date(moment)}"


def inspected_at(moment: datetime, files: int) -> str:
    """Say when was inspected, and what."""
    return (
        f"Lúc {shown_time(moment)} ngày {shown_date(moment)}, đọc lại nội dung của {files} tệp tài "
        "liệu trong hồ sơ, tính lại mã SHA-256 và đối chiếu với mã ghi lúc thêm vào."
    )


def inspected_counts(counts: Mapping[str, int], unseen: int, without: int) -> tuple[str, ...]:
    """Say how many files were found in which condition.

    Args:
        counts: by the values of ``domain.integrity.Condition``.
        unseen: how many were not reached.
        without: how many criteria have no whole document left.
    """
    found = [
        f"{counts['whole']} tệp nguyên vẹn",
        f"{counts['damaged']} tệp hỏng (nội dung khác lúc thêm vào)",
        f"{counts['missing']} tệp mất nội dung",
    ]
    if unseen:
        found.append(f"{unseen} tệp chưa đọc tới")
    if without:
        found.append(f"{without} tiêu chí không còn tài liệu nguyên vẹn nào")
    return tuple(found)


def file_lines(faults: Sequence[str] | None, chain: str) -> tuple[str, ...]:
    """Say how the file itself stands.

    Args:
        faults: what is wrong with it, None where nobody looked.
        chain: the journal's trace.
    """
    if faults is None:
        return ("Chưa kiểm tra xong cấu trúc tệp, chuỗi nhật ký và các tổng.",)
    if faults:
        return tuple(faults)
    return (f"Cấu trúc tệp, chuỗi nhật ký và các tổng đều khớp. {chain}",)


def condition(found: str) -> str:
    """Name a condition.

    Args:
        found: a value of ``domain.integrity.Condition``.
    """
    return {"damaged": "hỏng", "missing": "mất", "whole": "khớp"}[found]


def hashes(written: str, found: str) -> str:
    """Set the hash that was entered beside the one that was found."""
    return f"ghi {written}; đọc {found or 'không được'}"


def mending(*, has_backup: bool) -> str:
    """Say how a content is mended."""
    return "có trong bản lưu" if has_backup else "cần tệp gốc"


def no_original(names: Sequence[str]) -> str:
    """Say that files are none of those that are damaged or missing."""
    if len(names) == 1:
        return f"{names[0]} không phải tệp gốc: mã băm khác lúc thêm vào."
    return f"Không tệp nào trong {len(names)} mục vừa thả là tệp gốc: mã băm khác lúc thêm vào."


def which_originals() -> str:
    """Say which files mend."""
    return "Chọn đúng tệp đã thêm lúc trước, chưa sửa gì; tên tệp khác cũng được."


def given_back(taken: int, left: int) -> str:
    """Say how many contents are mended, and how many still are not."""
    more = f", còn {left} tệp cần tệp gốc" if left else ""
    return f"Đã lấy lại {taken} tệp{more}."


def mended_from_backup(name: str) -> str:
    """Say that a content was put back from the backup folder."""
    return f"Đã lấy lại từ bản lưu: {name}."


def mended_from_file(name: str) -> str:
    """Say that a content was put back from a file that was given."""
    return f"Đã lấy lại từ tệp gốc: {name}."


def more_whole(count: int) -> str:
    """Say that a list goes on."""
    return f"Và {count} tệp nguyên vẹn khác."
