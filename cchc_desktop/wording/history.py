"""Words of the journal of one criterion: what changed, from what to what."""

from collections.abc import Mapping

EMPTY = "trống"
NOBODY = "Không rõ người sửa"
YES, NO = "có", "không"
_FIELDS: Mapping[str, str] = {
    "points": "điểm",
    "lost": "điểm bị trừ",
    "choice": "mức",
    "figures": "số liệu",
    "not_applicable": "không áp dụng",
    "note": "ghi chú",
    "explanation": "giải trình",
    "explanation_requested": "yêu cầu giải trình",
    "cause": "nguyên nhân lệch",
    "amount": "số điểm trừ",
    "reason": "lý do",
    "agencies": "cơ quan tham mưu",
    "at_fault": "đơn vị để xảy ra",
    "method": "cách chấm",
    "code": "mã",
    "name": "tên",
    "maximum": "điểm tối đa",
    "rule": "quy tắc",
    "rounding": "làm tròn",
    "legal_basis": "căn cứ",
    "guidance": "hướng dẫn",
    "evidence_required": "tài liệu phải có",
    "due": "hạn",
    "effect": "loại điểm",
    "parent": "vị trí",
    "pages": "trang",
    "ruling": "quyết định của Hội đồng",
    "sitting_proposed": "điểm đề nghị với Hội đồng",
    "sitting_note": "ghi chú biên bản",
}
_RECORDS: Mapping[str, str] = {
    "link": "tài liệu kiểm chứng",
    "published": "kết quả công bố",
    "criterion": "tiêu chí",
}


def has_name(field: str) -> bool:
    """Return whether a field has a name that people know."""
    return field in _FIELDS


def record_moved(table: str, *, is_new: bool) -> str:
    """Say that a document, a published result or a criterion came or went.

    Args:
        table: link, published or criterion.
        is_new: whether it came.
    """
    return f"{'thêm' if is_new else 'bỏ'} {_RECORDS[table]}"


def appraiser_moved(name: str, *, is_new: bool) -> str:
    """Say that somebody was assigned to a criterion, or no longer is.

    Args:
        name: the person or agency; "" for one that is no longer listed.
        is_new: whether the assignment came.
    """
    return f"{'thêm' if is_new else 'bỏ'} người thẩm định {name}".rstrip()


def sitting_moved(*, is_new: bool) -> str:
    """Say that a criterion came before a sitting, or was taken off it."""
    return "đưa vào phiên họp" if is_new else "bỏ khỏi phiên họp"


def field_changed(field: str, before: str, after: str) -> str:
    """Say a field's old and new value."""
    return f"{_FIELDS.get(field, 'nội dung khác')}: {before} → {after}"


def whole_changed(field: str) -> str:
    """Say that a field changed whose values are too long to say."""
    return f"đổi {_FIELDS[field]}"
