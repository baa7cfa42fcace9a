"""Guesses from a file name: "55_TB-VPCP_24022023.pdf", "QD 876 QD-BNV 10.11.2022.pdf"."""

import re
from collections.abc import Iterator
from datetime import date

from cchc_desktop.domain.guesses import Guess, Source
from cchc_desktop.domain.letterheads import (
    TYPES,
    is_sign,
    issuer_of_number,
    sign_of,
    type_of_number,
    type_of_words,
)
from cchc_desktop.domain.text import clean, fold, nfc
from cchc_desktop.domain.texts import fold_by_character
from cchc_desktop.wording.numerals import shown_date

_OLDEST, _NEWEST = 1945, 2100
_CAMERA = re.compile(
    r"(?i)(img|dsc|dscf|pxl|scan|screenshot|doc ?scan|camscanner|photo|anh dan|image|whatsapp)"
)
_GAP = r"[\s_.,\-–/]"
_DAYS = (
    re.compile(
        rf"ngay{_GAP}*(?P<d>\d{{1,2}}){_GAP}*thang{_GAP}*(?P<m>\d{{1,2}}){_GAP}*(?:nam)?{_GAP}*(?P<y>\d{{4}})"
    ),
    re.compile(rf"(?<!\d)(?P<d>\d{{1,2}}){_GAP}(?P<m>\d{{1,2}}){_GAP}(?P<y>\d{{4}})(?!\d)"),
    re.compile(rf"(?<!\d)(?P<y>\d{{4}}){_GAP}(?P<m>\d{{1,2}}){_GAP}(?P<d>\d{{1,2}})(?!\d)"),
    re.compile(r"(?<!\d)(?P<d>\d{2})(?P<m>\d{2})(?P<y>\d{4})(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?!\d)"),
)
_KIND = "|".join(sorted({fold(sign) for sign in TYPES}, key=len, reverse=True))
_SIGN = r"[a-z]{2,9}"
_FULL = re.compile(
    rf"(?<![^\W_])(?P<n>\d{{1,5}}[a-z]?){_GAP}+(?:(?P<y>(?:19|20)\d\d){_GAP}+)?(?P<k>{_KIND})"
    rf"(?:(?P<g>{_GAP})(?P<o>{_SIGN})(?P<more>(?:-{_SIGN})*))?(?![a-z])"
)
_LETTER = re.compile(
    rf"(?<![^\W_])(?P<n>\d{{1,5}}){_GAP}+(?P<o>{_SIGN})(?P<g>{_GAP})"
    rf"(?P<more>{_SIGN}(?:-{_SIGN})*)(?![a-z])"
)
_SWAPPED = re.compile(
    rf"(?<![^\W_])(?P<k>{_KIND}){_GAP}*(?:so{_GAP}*)?(?!(?:19|20)\d\d)(?P<n>\d{{1,5}}[a-z]?)(?!\d)"
    rf"(?!{_GAP}*(?:thang|quy|nam|ngay|dau))(?:{_GAP}+(?P<o>{_SIGN})(?![a-z]))?"
)
_WORDED = re.compile(rf"so{_GAP}*(?P<n>\d{{1,5}}[a-z]?)(?!\d)")
_FEWEST_WORDS = 3
_LOOSE = frozenset({"so", "ve", "cv", "v", "ngay", *(fold(sign) for sign in TYPES)})
_SUFFIX = re.compile(r"\.[A-Za-z]\w{1,3}$", re.ASCII)
_SIGNED = re.compile(r"(?i)[._\s-]*\(?(signed|da ky|đã ký|\(\d\))\)?$")


def guesses_from_name(name: str) -> tuple[Guess, ...]:
    """Return what a file name tells: number, day, kind, and as subject the words left over."""
    stem = _stem(name)
    if _CAMERA.match(fold(stem)):
        return ()
    found: list[Guess] = []
    rest = stem
    day, span = _day(fold_by_character(rest))
    if day is not None:
        found.append(_guess("issued_on", shown_date(day)))
        rest = f"{rest[: span[0]]} | {rest[span[1] :]}"
    number, rest = _number(rest)
    if number:
        found.append(_guess("number", number))
        found += _told_by(number)
    kind, subject = _subject(rest)
    found += [_guess("type_name", kind), _guess("subject", subject)]
    return tuple(dict.fromkeys(guess for guess in found if guess.text))


def day_of(year: str, month: str, day: str) -> date | None:
    """Return a day a document can be of; None where there is no such day."""
    if not _OLDEST <= int(year) <= _NEWEST:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _stem(name: str) -> str:
    return _SIGNED.sub("", _SUFFIX.sub("", nfc(name)))


def _day(folded: str) -> tuple[date | None, tuple[int, int]]:
    for shape in _DAYS:
        for match in shape.finditer(folded):
            day = day_of(match["y"], match["m"], match["d"])
            if day is not None:
                return day, match.span()
    return None, (0, 0)


def _number(text: str) -> tuple[str, str]:
    """Return số/ký hiệu and what is left of the name; "" and the name where there is none."""
    folded = fold_by_character(text)
    for reader in (_full, _swapped, _worded):
        for number, begin, end in reader(folded, text):
            return number, f"{text[:begin]} | {text[end:]}"
    return "", text


Found = tuple[str, int, int]


def _full(folded: str, text: str) -> Iterator[Found]:
    for match in _FULL.finditer(folded):
        office, end = _office(match, text)
        year = f"{match['y']}/" if match["y"] else ""
        kind = sign_of(text[slice(*match.span("k"))])
        yield f"{match['n'].upper()}/{year}{kind}{office}", match.start(), end
    for match in _LETTER.finditer(folded):
        signs = [sign_of(text[slice(*match.span("o"))]), *_signs(match, text)]
        if is_sign(match["o"]) and (match["g"] == "-" or is_sign(match["more"])):
            yield f"{match['n']}/{'-'.join(signs)}", match.start(), match.end()


def _swapped(folded: str, text: str) -> Iterator[Found]:
    for match in _SWAPPED.finditer(folded):
        kind = sign_of(text[slice(*match.span("k"))])
        has_office = match["o"] is not None and is_sign(match["o"])
        office = f"-{sign_of(text[slice(*match.span('o'))])}" if has_office else ""
        end = match.end() if has_office else match.end("n")
        yield f"{match['n'].upper()}/{kind}{office}", match.start(), end


def _worded(folded: str, text: str) -> Iterator[Found]:
    """Yield a number before which its kind stands in words: "Quyết định số 876"."""
    for match in _WORDED.finditer(folded):
        words = _spaced(text[: match.start()])
        kind = type_of_words(" ".join(words.split()[-2:]))
        sign = next((sign for sign, name in TYPES.items() if name == kind), "")
        if sign:
            yield f"{match['n'].upper()}/{sign}", match.start(), match.end()


def _office(match: "re.Match[str]", text: str) -> tuple[str, int]:
    """Return the office behind the kind, and where it ends; a plain word is no office."""
    if match["o"] is None:
        return "", match.end()
    own = text[slice(*match.span("o"))]
    is_office = is_sign(own) or (match["g"] == "-" and own.isupper())
    if not is_office:
        return "", match.end("k")
    return "-" + "-".join([sign_of(own), *_signs(match, text)]), match.end()


def _signs(match: "re.Match[str]", text: str) -> list[str]:
    more = text[slice(*match.span("more"))]
    return [sign_of(part) for part in more.split("-") if part]


def _told_by(number: str) -> list[Guess]:
    return [
        _guess("type_name", type_of_number(number)),
        _guess("issuer", issuer_of_number(number)),
    ]


def _subject(rest: str) -> tuple[str, str]:
    """Return the kind that stands in words, and the longest run of words that is left."""
    kind, best = "", ""
    for run in rest.split("|"):
        named, words = _kind_and_words(_spaced(run).split())
        kind = kind or named
        line = " ".join(words)
        if len(words) >= _FEWEST_WORDS and len(line) > len(best):
            best = line
    return kind, best[:1].upper() + best[1:]


def _kind_and_words(words: list[str]) -> tuple[str, list[str]]:
    """Return the kind that words begin with, and the words without what only joins them."""
    kind = ""
    for size in (3, 2):
        named = type_of_words(" ".join(words[:size]))
        if named:
            kind, words = named, words[size:]
            break
    while words and fold(words[0]) in _LOOSE:
        words = words[1:]
    while words and (fold(words[-1]) in _LOOSE or re.fullmatch(r"\d{1,3}", words[-1])):
        words = words[:-1]
    is_tail = bool(words) and fold(words[0]) == "cua"
    return kind, [] if is_tail else words


def _spaced(text: str) -> str:
    joints = r"[_.\s]+" if " " in text.strip() or "_" in text else r"[_.\s-]+"
    return clean(re.sub(joints, " ", text).strip(" -–,/"))


def _guess(field: str, text: str) -> Guess:
    return Guess(field, text, Source.NAME)
