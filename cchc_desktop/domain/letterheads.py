"""What an administrative document calls itself: kinds, signs (Nghị định 30/2020), issuers."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from cchc_desktop.domain.text import fold, name_key, nfc

TYPES: Mapping[str, str] = MappingProxyType(
    {
        "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "QyĐ": "Quy định",
        "TC": "Thông cáo", "TB": "Thông báo", "HD": "Hướng dẫn", "CTr": "Chương trình",
        "KH": "Kế hoạch", "PA": "Phương án", "ĐA": "Đề án", "BC": "Báo cáo",
        "BB": "Biên bản", "TTr": "Tờ trình", "HĐ": "Hợp đồng", "CĐ": "Công điện",
        "BGN": "Bản ghi nhớ", "BTT": "Bản thỏa thuận", "GUQ": "Giấy ủy quyền", "GM": "Giấy mời",
        "NĐ": "Nghị định", "TT": "Thông tư", "KL": "Kết luận", "CTHĐ": "Chương trình hành động",
        "TTLT": "Thông tư liên tịch",
    }
)  # fmt: skip
"""Signs of kinds with their names; a letter (công văn) has none."""

LETTER = "Công văn"

_ISSUERS: Mapping[str, str] = MappingProxyType(
    {
        "CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "VPCP": "Văn phòng Chính phủ",
        "QH": "Quốc hội", "UBTVQH": "Ủy ban Thường vụ Quốc hội", "BNV": "Bộ Nội vụ",
        "BTC": "Bộ Tài chính", "BTP": "Bộ Tư pháp", "BYT": "Bộ Y tế", "BCT": "Bộ Công Thương",
        "BXD": "Bộ Xây dựng", "BGDĐT": "Bộ Giáo dục và Đào tạo",
        "BTTTT": "Bộ Thông tin và Truyền thông", "BKHCN": "Bộ Khoa học và Công nghệ",
        "BKHĐT": "Bộ Kế hoạch và Đầu tư", "BTNMT": "Bộ Tài nguyên và Môi trường",
        "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch", "BGTVT": "Bộ Giao thông vận tải",
        "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội", "SNV": "Sở Nội vụ", "STP": "Sở Tư pháp",
        "STC": "Sở Tài chính", "SXD": "Sở Xây dựng", "SCT": "Sở Công Thương", "SYT": "Sở Y tế",
        "STTTT": "Sở Thông tin và Truyền thông", "SKHCN": "Sở Khoa học và Công nghệ",
        "SGDĐT": "Sở Giáo dục và Đào tạo", "SKHĐT": "Sở Kế hoạch và Đầu tư",
        "STNMT": "Sở Tài nguyên và Môi trường",
    }
)  # fmt: skip
"""Signs that belong to one issuer by their letters alone."""

_SIGNS = (
    *TYPES, *_ISSUERS, "UBND", "HĐND", "VPUB", "VP", "BCĐ", "BCS", "TU", "HU", "ĐU", "TW", "HĐ",
    "HĐTĐ", "HĐĐG", "TTHC", "CCHC", "KSTTHC", "NC", "TH", "VX", "KT", "CCVC", "TCCB", "CVP",
)  # fmt: skip
_BY_FOLD = MappingProxyType({fold(sign): sign for sign in reversed(_SIGNS)})
_AMBIGUOUS = frozenset({"da"})  # đề án or dự án, where the accent is lost
_KINDS = MappingProxyType({fold(name): name for name in (*TYPES.values(), LETTER)})

_STARTS = re.compile(
    r"(bo|so|uy ban|ubnd|hoi dong|hdnd|van phong|ban|cuc|chi cuc|tong cuc|vu|thanh tra|chinh phu"
    r"|thu tuong|quoc hoi|chu tich|trung tam|phong|to|cong an|toa an|vien|truong|dang bo|dang uy"
    r"|tinh uy|huyen uy|thanh uy|bao hiem|kho bac|ngan hang|cong ty|tong cong ty|hoi|doan|benh vien"
    r"|bo chi huy)(?![\w,])"
)
_PLACES = (
    "thành phố", "thành ủy", "tỉnh ủy", "huyện ủy", "tỉnh(?! ủy)", "huyện(?! ủy)", "quận",
    "thị xã", "thị trấn", "(?<!thị )xã(?! hội)", "phường", "đặc khu",
)  # fmt: skip
_LONGEST_PLACE = 4  # Bà Rịa - Vũng Tàu stands at the end; before other words two are meant
_PROPER = (
    "ủy ban nhân dân", "hội đồng nhân dân", "chính phủ", "quốc hội", "thủ tướng", "chủ tịch",
    "việt nam", "đảng ủy", "tỉnh ủy", "huyện ủy",
)  # fmt: skip
_NAMED = r"(?:(?<!cán )(?<!\w)(?:bộ|sở|cục|phòng|thanh tra|ban)|^vụ) (?!tổ |quản |dân |nhân |và )\w"
_KEPT = re.compile(r"(?i)\b(ubnd|hđnd|cchc|bcđ|bhxh|ttcp)\b")


def sign_of(word: str) -> str:
    """Return a sign as it is written: "qd" is "QĐ", "ttg" is "TTg"; unknown ones in capitals."""
    plain = fold(word)
    is_lost = plain in _AMBIGUOUS and "đ" not in nfc(word).lower()
    return nfc(word).upper() if is_lost else _BY_FOLD.get(plain, nfc(word).upper())


def is_sign(word: str) -> bool:
    """Return whether a word is a sign that is known."""
    return fold(word) in _BY_FOLD


def type_of_words(words: str) -> str:
    """Return the kind that a line names, spaced letters and lost accents allowed; "" for none."""
    parts = words.split()
    if len(parts) > 4 and all(len(part) == 1 for part in parts):  # noqa: PLR2004  # B Á O C Á O
        packed = fold("".join(parts))
        return next((name for key, name in _KINDS.items() if key.replace(" ", "") == packed), "")
    return _KINDS.get(" ".join(fold(words).split()).strip(" .:"), "")


def type_of_number(number: str) -> str:
    """Return the kind that số/ký hiệu names: 55/TB-VPCP is a Thông báo, 12/SNV-CCHC a letter."""
    signs = _signs_of(number)
    first = signs[0] if signs else ""
    is_office = first in {*_ISSUERS, "UBND", "HĐND", "VPUB"}
    return TYPES.get(first, "") or (LETTER if is_office else "")


def issuer_of_number(number: str) -> str:
    """Return the issuer that the letters of số/ký hiệu name by themselves; "" for none."""
    return next((_ISSUERS[sign] for sign in _signs_of(number) if sign in _ISSUERS), "")


def starts_an_issuer(line: str) -> bool:
    """Return whether a line of a letterhead begins another body than the line above."""
    return _STARTS.match(fold(line)) is not None


def body_name(capitals: str, known: Iterable[str] = ()) -> str:
    """Return the name of a body from a line in capitals: "BỘ NỘI VỤ" is "Bộ Nội vụ".

    Args:
        capitals: the words of the letterhead, on one line.
        known: names the dossier knows; one that reads the same is taken as it is written there.
    """
    same = {name_key(name): name for name in known if name.strip()}
    found = same.get(name_key(capitals))
    if found is not None:
        return found
    plain = {fold(name): name for name in (*_ISSUERS.values(), *same.values())}
    if capitals.isascii() and fold(capitals) in plain:
        return plain[fold(capitals)]
    text = " ".join(capitals.lower().split()).replace("uỷ", "ủy")
    for words in _PROPER:
        text = re.sub(rf"\b{words}\b", words[0].upper() + words[1:], text)
    text = re.sub(_NAMED, lambda found: found[0][:-1] + found[0][-1].upper(), text)
    text = re.sub(r"(?<=\w)( và | - |, )(\w)", _after_and, text)
    for place in _PLACES:
        text = re.sub(rf"(?i)(?<!\w){place} ([\w .'-]+)", _place_name, text)
    text = _KEPT.sub(lambda found: found[0].upper(), text)
    return text[:1].upper() + text[1:]


def _signs_of(number: str) -> list[str]:
    """Return the signs of số/ký hiệu, the figures left out."""
    parts = (part.strip() for part in re.split(r"[-–/]", number) if "/" in number)
    return [sign_of(part) for part in parts if part and not part[0].isdecimal()]


def _after_and(found: "re.Match[str]") -> str:
    """Return what joins two parts of a ministry's name, with the second part's capital."""
    is_ministry = re.match(r"(?i)(bộ|sở|phòng|ban văn) ", found.string) is not None
    return f"{found[1]}{found[2].upper() if is_ministry else found[2]}"


def _place_name(found: "re.Match[str]") -> str:
    words = found[1].split()
    syllables = sum(word != "-" for word in words)
    named = len(words) if syllables <= _LONGEST_PLACE else 2
    capped = (f"{word[:1].upper()}{word[1:]}" for word in words[:named])
    return found[0][: -len(found[1])] + " ".join((*capped, *words[named:]))
