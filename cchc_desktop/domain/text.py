"""Vietnamese text: one normal form, accent-insensitive folding, alphabetical and code order."""

import re
import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_LETTERS, start=1)}
# ngang, huyền, hỏi, ngã, sắc, nặng: the order of tones in Vietnamese dictionaries
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_RUN = re.compile(r"\d+|\D+")

SortKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]


def nfc(text: str) -> str:
    """Return the text in NFC, the only form the program stores or compares.

    Half of a character, as a broken clipboard gives it, becomes the sign for an unknown one.
    """
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", text)


def clean(text: str) -> str:
    """Return one line of typed text: NFC, outer blanks cut, inner blanks single."""
    return " ".join(nfc(text).split())


def fold(text: str) -> str:
    """Return the text for searching: no accents, đ as d, lower case."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(mark for mark in plain if not unicodedata.combining(mark))


def name_key(text: str) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return a key that is equal for one name in another case or with its tone elsewhere (hoà)."""
    words = []
    for word in clean(text).lower().split():
        letters, tones = zip(*(_without_tone(char) for char in word), strict=True)
        words.append(("".join(letters), tuple(sorted(tone for tone in tones if tone))))
    return tuple(words)


def sort_key(text: str) -> SortKey:
    """Return a key that sorts words by the Vietnamese alphabet, tones last."""
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    for char in nfc(text).lower():
        base, tone = _without_tone(char)
        rank = _RANK.get(base)
        letters.append((1, rank) if rank else (0, ord(base)))
        tones.append(tone)
    return tuple(letters), tuple(tones), text


def code_key(code: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts codes naturally: 2.7 before 2.10."""
    return tuple(
        (0, int(run), "") if run.isdecimal() else (1, 0, fold(run)) for run in _RUN.findall(code)
    )


def _without_tone(char: str) -> tuple[str, int]:
    parts = unicodedata.normalize("NFD", char)
    tone = 0
    rest = ""
    for part in parts:
        if part in _TONES:
            tone = _TONES[part]
        else:
            rest += part
    return unicodedata.normalize("NFC", rest), tone
