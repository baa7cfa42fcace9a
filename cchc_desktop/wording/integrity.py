"""Words of integrity: what is damaged, how it is mended, what is thrown away for good."""

from collections.abc import Sequence


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
