"""Words of the register of documents."""

from collections.abc import Sequence

_COUNTED_WORDS = {
    "unlinked": "chưa gắn tiêu chí",
    "in_force": "còn hiệu lực",
    "complete": "đủ",
}


def standing(kind: str, *, missing: int = 0, years: Sequence[int] = (), twin: str = "") -> str:
    """Say how a document stands.

    Args:
        kind: a value of ``domain.register.Standing``.
        missing: how many fields of its description are empty.
        years: the years it is out of.
        twin: name of the document that it is the same as.
    """
    if kind == "out_of_year":
        return f"ngoài năm {', '.join(str(year) for year in years)}"
    if kind == "lacking":
        return f"thiếu {missing} mô tả"
    if kind == "duplicate":
        return f"trùng {twin}"
    return _COUNTED_WORDS[kind]


_UNREADABLE = {"locked": "có mật khẩu", "program": "là chương trình"}


def unreadable(fault: str, file: str = "") -> str:
    """Say why a document cannot be read.

    Args:
        fault: a value of ``domain.texts.TextFault``.
        file: name of its further file that it is about, "" for its own.
    """
    if file:
        return f"tệp kèm {_UNREADABLE.get(fault, 'hỏng')}: {file}"
    return _UNREADABLE.get(fault, "hỏng, không đọc được")


def after_the_year() -> str:
    """Say what an out-of-year document asks for."""
    return "Ngoài năm đánh giá: ghi giải trình để tính điểm này."
