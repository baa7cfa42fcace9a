"""Guesses from the first page: the head of a Vietnamese administrative document.

The head has two columns (issuer and number left, motto and date right) that text extraction mixes
line by line, often into one line.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from cchc_desktop.domain.guesses import Guess, Source
from cchc_desktop.domain.letterheads import (
    LETTER,
    body_name,
    sign_of,
    starts_an_issuer,
    type_of_words,
)
from cchc_desktop.domain.name_guesses import day_of
from cchc_desktop.domain.text import clean, fold, nfc
from cchc_desktop.domain.texts import fold_by_character
from cchc_desktop.wording.numerals import shown_date

_MOST_LINES = 45
_MOST_LENGTH = 6000
_MOTTO = re.compile(
    r"(c.ng\s+h..?\s+x.\s+h.i\s+ch.\s+ngh.a\s+v[i1l].t\s+nam"
    r"|d.c\s+l.p\s*\W{0,3}\s*t.\s+do\s*\W{0,3}\s*h.nh\s+ph.c|dang\s+cong\s+san\s+viet\s+nam)"
)
_END = re.compile(
    r"\s*(can cu|k.nh g.i|theo de nghi|thuc hien|xet de nghi|dieu 1\b|i\.|phan thu|ngay \d)"
)
_SIGNATURE = re.compile(r"\s*(ky boi|nguoi ky|email|thoi gian ky|ngay ky|co quan)\s*:")
_NUMBER = re.compile(
    r"(?P<lead>(?<!\w)s[o0-9]?\s*[:.;]\s*)?(?<![\w/])(?P<n>[\dolis]{1,5}[a-z]?)\s*/\s*(?:(?P<y>(?:19|20)\d\d)\s*/\s*)?"
    r"(?P<s>[a-z]{1,9}\d{0,2}(?:\s?[-–]\s?[a-z]{1,9}\d{0,2})*)(?![\w/])"
)
_BLANK_NUMBER = re.compile(  # "Số:      /BNV-CCHC": the figure is written by hand, or not yet
    r"(?<!\w)so[\s:.;…_]*/\s*(?:(?:19|20)\d\d\s*/\s*)?[a-z]{1,9}\d{0,2}(?:\s?[-–]\s?[a-z]{1,9}\d{0,2})*"
)
_DATE = re.compile(
    r"(?:[\w .]{2,40},\s*)?ng.y\s*(?P<d>[\doli]{1,2})\s*th.ng\s*(?P<m>[\doli]{1,2})"
    r"\s*,?\s*n.m\s*(?P<y>[\doli]{4})"
)
_SLASHED = re.compile(r"ng.y\s*(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>\d{4})")
_BLANK_DATE = re.compile(r"(?:[\w .]{2,40},\s*)?ng.y\b.{0,12}th.ng.{0,12}n.m\s*\d{0,4}")
_ABOUT = re.compile(r"(?:^|\s)(v/v|ve viec)[\s:.]+")
_PARTY = re.compile(r"(?<!\w)so\s*:?\s*(?P<n>\d{1,5})\s?[-–]\s?(?P<s>[a-z]{2,5}/[a-z]{2,9})(?!\w)")
_AUTHORITY = re.compile(
    r"(chinh phu|thu tuong|chu tich|bo truong|giam doc|hoi dong nhan dan|uy ban nhan dan|quoc hoi"
    r"|chanh van phong|tong thanh tra|truong ban|ban chap hanh|ban thuong vu)"
)
_DIGITS = str.maketrans("oOlLiIsS", "00111155")
_MOST_SUBJECT = 5
_LONG_LINE = 70


def guesses_from_head(page: str, known: Iterable[str] = ()) -> tuple[Guess, ...]:
    """Return what the head of a first page tells.

    Args:
        page: the text of the first page, as an extractor gives it.
        known: names of bodies that the dossier knows, spelled as there.
    """
    lines = _head_lines(page)
    joined = "\n".join(lines)
    number, at = _number(joined)
    kind, place = _kind(lines)
    found = (
        ("number", number),
        ("issued_on", _issued_on(joined)),
        ("issuer", _issuer(joined, at, place, known)),
        *_subject(lines, kind, place),
    )
    return tuple(Guess(field, text, Source.PAGE) for field, text in found if text)


def _head_lines(page: str) -> list[str]:
    """Return the first lines with words, without what a digital signature prints over them."""
    text = nfc(page[:_MOST_LENGTH]).replace("\u00a0", " ").replace("\t", "  ")
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not _SIGNATURE.match(fold(line))][:_MOST_LINES]


def _before_body(lines: Sequence[str]) -> int:
    """Return how many lines stand before the legal bases or the addressee."""
    ends = (at for at, line in enumerate(lines) if _END.match(fold(line)))
    return next(ends, len(lines))


def _number(joined: str) -> tuple[str, int]:
    """Return số/ký hiệu and where it stands; "" and -1 where there is none."""
    head = "\n".join(joined.split("\n")[: _before_body(joined.split("\n"))])
    folded = fold_by_character(head)
    matches = [match for match in _NUMBER.finditer(folded) if _is_number(match)]
    best = next((match for match in matches if match["lead"]), None) or next(iter(matches), None)
    if best is None:
        party = _PARTY.search(folded)
        text = "" if party is None else f"{party['n']}-{head[slice(*party.span('s'))]}"
        return text, -1 if party is None else party.start()
    figure = best["n"].translate(_DIGITS) if not best["n"][:1].isdecimal() else _figure(best["n"])
    signs = re.split(r"\s?[-–]\s?", head[slice(*best.span("s"))])
    year = f"{best['y']}/" if best["y"] else ""
    return f"{figure}/{year}{'-'.join(_sign(sign) for sign in signs)}", best.start()


def _is_number(match: "re.Match[str]") -> bool:
    return any(char.isdecimal() for char in match["n"].translate(_DIGITS)) and (
        bool(match["lead"]) or match["n"][0].isdecimal()
    )


def _figure(text: str) -> str:
    """Return the digits of a number, a last letter kept: "1O5" is 105, "12a" stays."""
    body, last = text[:-1], text[-1]
    is_letter = last.isalpha() and last not in "oli"
    return f"{body.translate(_DIGITS)}{last.upper() if is_letter else last.translate(_DIGITS)}"


def _sign(text: str) -> str:
    """Return a sign as the page writes it, or as it is known where the page lost its accents."""
    return sign_of(text) if text.isascii() or text.islower() else text


def _issued_on(joined: str) -> str:
    folded = fold_by_character(joined)
    for shape in (_DATE, _SLASHED):
        for match in shape.finditer(folded):
            parts = (match[part].translate(_DIGITS) for part in "ymd")
            year, month, day = parts
            found = day_of(year, month, day)
            if found is not None:
                return shown_date(found)
    return ""


def _issuer(joined: str, at: int, place: int, known: Iterable[str]) -> str:
    """Return the body that issued it: the last one of the letterhead, above the number."""
    lines = joined.split("\n")
    limit = place if place >= 0 else _before_body(lines)
    above = joined[:at].split("\n") if at >= 0 else lines[:limit]
    bodies = _bodies(above) or _bodies(lines[:limit])
    return body_name(bodies[-1], known) if bodies else ""


def _bodies(lines: Iterable[str]) -> list[str]:
    """Return the bodies of a letterhead, names of several lines joined."""
    found: list[str] = []
    for line in lines:
        for part in _left_parts(line):
            if not _is_capitals(part):
                continue
            follows = _is_place(part) and bool(found) and fold(found[-1]).endswith("nhan dan")
            if found and (follows or not starts_an_issuer(part)):
                found[-1] = f"{found[-1]} {part}"
            elif starts_an_issuer(part):
                found.append(part)
    return [clean(each.strip(" -–*_.")) for each in found]


def _left_parts(line: str) -> Iterator[str]:
    """Yield what is left of a line without motto, date and number."""
    folded = fold_by_character(line)
    for shape in (_MOTTO, _DATE, _BLANK_DATE, _NUMBER, _BLANK_NUMBER):
        folded = shape.sub(lambda match: "\n" * len(match[0]), folded)
    begin = 0
    for run in re.finditer(r"\n+|$", folded):
        part = line[begin : run.start()].strip(" -–—*_.,;:")
        begin = run.end()
        if part:
            yield part


def _is_capitals(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 1 and sum(char.isupper() for char in letters) >= 0.8 * len(letters)


def _is_place(text: str) -> bool:
    return (
        re.match(r"(tinh|thanh pho|huyen|quan|thi xa|thi tran|xa|phuong|dac khu)\b", fold(text))
        is not None
    )


def _kind(lines: Sequence[str]) -> tuple[str, int]:
    """Return the kind that stands as a line of its own, and that line; "" and -1 for none."""
    for at, line in enumerate(lines):
        kind = type_of_words(line) if _is_capitals(line) else ""
        if kind:
            return kind, at
    return "", -1


def _subject(lines: Sequence[str], kind: str, place: int) -> list[tuple[str, str]]:
    """Return subject and kind: what stands below the kind, or behind V/v in a letter."""
    if place >= 0:
        below = _run_of(lines[place + 1 :])
        return [("subject", below or kind), ("type_name", kind)]
    for at, line in enumerate(lines[: _before_body(lines)]):
        match = _ABOUT.search(fold_by_character(line))
        if match is not None:
            about = _joined_about([line[match.end() :], *lines[at + 1 : _before_body(lines)]])
            return [("subject", f"Về việc {about}" if about else ""), ("type_name", LETTER)]
    return []


def _run_of(lines: Sequence[str]) -> str:
    """Return the lines of a subject, until the body of the document begins."""
    taken: list[str] = []
    for line in lines[:_MOST_SUBJECT]:
        if _END.match(fold(line)) or (taken and _begins_anew(taken, line)):
            break
        if not any(char.isalpha() for char in line):
            break
        taken.append(line)
    text = clean(" ".join(taken)).strip(" .;_-–")
    return body_name(text) if _is_capitals(text) else _capped(text)


def _begins_anew(taken: Sequence[str], line: str) -> bool:
    """Tell whether a line belongs to the subject no more."""
    if _is_capitals(line) and not _is_capitals(taken[0]):
        return True  # BỘ TRƯỞNG BỘ NỘI VỤ
    if _is_capitals(taken[0]):
        return not _is_capitals(line) or _AUTHORITY.match(fold(line)) is not None
    is_capital = line[0].isupper()
    return taken[-1].endswith((".", ";", ":")) or (is_capital and len(line) > _LONG_LINE)


def _joined_about(lines: Sequence[str]) -> str:
    """Return the lines of V/v, without the date that stands beside them."""
    taken: list[str] = []
    for line in lines:
        own = " ".join(_left_parts(line))
        begins = bool(taken) and own[:1].isupper() and len(own) > _LONG_LINE // 2
        if begins or _is_capitals(own):
            break
        if own:
            taken.append(own)
    return clean(" ".join(taken[:_MOST_SUBJECT])).strip(" .;")


def _capped(text: str) -> str:
    return text[:1].upper() + text[1:]
