"""Words of the coverage: what points stand on, what is to be done."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

from cchc_desktop.wording.numerals import shown

PROOFS: Mapping[str, str] = MappingProxyType(
    {
        "documents": "có tài liệu",
        "explained": "có giải trình",
        "review": "cần xem lại: ngoài năm, hỏng",
        "missing": "thiếu",
        "unsplit": "phần chưa tách, chưa gắn tài liệu",
        "survey": "khảo sát, không cần tài liệu",
    }
)
"""The legend, by the values of ``domain.coverage.Proof``."""

TITLE = "Mức phủ tài liệu kiểm chứng"
KIND = "DANH SÁCH"
AREA_HEAD = "Mức phủ theo lĩnh vực"
NEED_HEAD = "Tiêu chí cần bổ sung tài liệu hoặc giải trình"
NOTHING_TO_DO = "Mọi điểm cần tài liệu đều có tài liệu đọc được, trong năm, hoặc có giải trình."
COLUMNS = ("Lĩnh vực", "Đứng vững", "Cần làm", "Không tính", "Tối đa")
NEED_COLUMNS = ("Mã", "Tiêu chí", "Điểm", "Còn thiếu gì")
WHOLE = "Cộng"
UNSPLIT_WHOLE = (
    "Một phần chưa tách được tính cả nút khi có ít nhất một tài liệu đọc được, trong năm. "
    "Tách thành tiêu chí để biết chính xác hơn."
)
UNSPLIT_NEVER = (
    "Phần chưa tách không được tính, dù đã gắn tài liệu. Tách thành tiêu chí để biết chính xác hơn."
)


def subject(year: int, unit: str) -> str:
    """Name what the list is about."""
    return f"tài liệu kiểm chứng còn thiếu năm {year}, {unit}"


def stands(standing: Decimal, needed: Decimal) -> str:
    """Say how many of the points that need documents stand."""
    return f"{shown(standing)} trên {shown(needed)} điểm cần tài liệu đã đứng vững"


def stands_on(standing: Decimal, needed: Decimal) -> str:
    """Say it in full."""
    return (
        f"{shown(standing)} trên {shown(needed)} điểm đứng trên tài liệu đọc được, trong năm, "
        "nguyên vẹn, hoặc trên giải trình bằng văn bản."
    )


def all_out_of_year(code: str, count: int, year: int) -> str:
    """Say that every document of a criterion is of another year."""
    which = "tài liệu duy nhất" if count == 1 else f"cả {count} tài liệu đều"
    return f"{code}: {which} ngoài năm {year}, chưa có giải trình."


def with_file(title: str, file: str) -> str:
    """Name a document, with the further file that is meant where one is."""
    return f"{title} (tệp kèm {file})" if file else title


def none_stands(code: str, flaws: Sequence[tuple[str, str]], year: int) -> str:
    """Say that no document of a criterion proves anything, one of them being unreadable.

    Args:
        code: the criterion's.
        flaws: name of each document and a value of ``Flaw``.
        year: year of the assessment.
    """
    said = [
        f"{name} hỏng hoặc không đọc được" if flaw == "unreadable" else f"{name} ngoài năm {year}"
        for name, flaw in flaws
    ]
    return f"{code}: {'; '.join(said)}; chưa có giải trình."


def unsplit_changed() -> str:
    """Name the change of how balancing nodes are counted."""
    return "đổi cách tính phần chưa tách trong mức phủ"


def reason(flaws: Sequence[tuple[str, str]], year: int, *, is_asked: bool) -> str:
    """Say what a criterion lacks.

    Args:
        flaws: name of each document that proves nothing, and a value of ``Flaw``.
        year: year of the assessment.
        is_asked: an explanation was asked for.
    """
    pieces = []
    late = [name for name, flaw in flaws if flaw == "out_of_year"]
    broken = [name for name, flaw in flaws if flaw == "unreadable"]
    if late:
        pieces.append(f"{_counted(late)} ngoài năm {year}")
    if broken:
        pieces.append(f"{_counted(broken)} không đọc được")
    if not flaws and not is_asked:
        pieces.append("chưa có tài liệu, chưa có giải trình")
    if is_asked:
        pieces.append("đã yêu cầu giải trình, chưa có giải trình")
    sentence = "; ".join(pieces)
    return sentence[:1].upper() + sentence[1:]


def _counted(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{len(names)} tài liệu"
