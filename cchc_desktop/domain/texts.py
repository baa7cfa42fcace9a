"""The text of documents: what was read of each page, or why nothing was; how hits are shown."""

import re
from collections.abc import Sequence
from enum import StrEnum

from cchc_desktop.domain.text import fold, nfc
from cchc_desktop.records import record

_AROUND = 70  # characters of an excerpt on each side of its first hit
_QUERY = re.compile(r'"([^"]*)"?|(\S+)')


class TextFault(StrEnum):
    """Why a document gave no text."""

    NONE = ""
    NO_TEXT = "no_text"  # a scan, a picture
    LOCKED = "locked"
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    SLOW = "slow"
    PROGRAM = "program"
    UNKNOWN = "unknown"


@record
class ExtractedText:
    """What was read of one content.

    Args:
        pages: the text of each page or sheet, in NFC.
        fault: why there is none.
    """

    pages: tuple[str, ...] = ()
    fault: TextFault = TextFault.NONE


@record
class Excerpt:
    """Some words of a text around what was looked for.

    Args:
        text: the words, one line.
        spans: where the hits stand in it, begin and end.
    """

    text: str
    spans: tuple[tuple[int, int], ...] = ()


@record
class TextHit:
    """A page of a content that holds what was looked for.

    Args:
        sha256: hash of the content.
        page: number of the page, from 1.
        text: all of its words.
    """

    sha256: str
    page: int
    text: str


@record
class Query:
    """What is looked for: all of these, each in order and side by side.

    Args:
        phrases: folded words or phrases.
        is_open: the last word may go on.
    """

    phrases: tuple[str, ...] = ()
    is_open: bool = False

    @classmethod
    def of(cls, text: str) -> "Query":
        """Return the query that a person typed; words in quotes stand side by side."""
        found, is_open = [], False
        for quoted, word in _QUERY.findall(nfc(text)):
            phrase = " ".join(fold(quoted or word).split())
            if any(char.isalnum() for char in phrase):
                found.append(phrase)
                is_open = not quoted and not text.endswith((" ", '"'))
        return cls(tuple(found), is_open)

    def matches(self, folded: str) -> bool:
        """Return whether a folded text holds all that is looked for."""
        return bool(self.phrases) and all(phrase in folded for phrase in self.phrases)


def fold_by_character(text: str) -> str:
    """Return the text as ``fold`` does, each character in its own place."""
    folded = fold(text)
    if len(folded) == len(text):
        return folded
    return "".join((fold(char) or " ")[0] for char in text)


def excerpt_of(text: str, phrases: Sequence[str]) -> Excerpt:
    """Return the words around the first hit, with every hit among them.

    Args:
        text: a page or a field, in NFC.
        phrases: folded phrases; blanks in them match any blanks.
    """
    line = " ".join(text.split())
    folded = fold_by_character(line)
    spans = sorted(_places(folded, phrases))
    first = spans[0][0] if spans else 0
    begin = max(0, first - _AROUND)
    end = min(len(line), first + 2 * _AROUND)
    begin = line.rfind(" ", 0, begin) + 1 if begin else 0
    end = end if end == len(line) else max(line.rfind(" ", first, end), end - _AROUND // 2)
    lead, tail = ("… " if begin else ""), (" …" if end < len(line) else "")
    moved = len(lead) - begin
    inside = [(a + moved, b + moved) for a, b in spans if begin <= a and b <= end]
    return Excerpt(f"{lead}{line[begin:end].rstrip()}{tail}", tuple(inside))


def _places(folded: str, phrases: Sequence[str]) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for phrase in phrases:
        words = [re.escape(word) for word in re.findall(r"\w+", phrase)]
        if words:
            pattern = r"(?<!\w)" + r"\W+".join(words)
            found |= {match.span() for match in re.finditer(pattern, folded)}
    return found
