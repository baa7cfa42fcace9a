"""What a document may be, read from its first page and its file name: offered, never forced."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import chain

from cchc_desktop.domain.evidence import Document
from cchc_desktop.domain.letterheads import issuer_of_number, type_of_number
from cchc_desktop.domain.text import fold
from cchc_desktop.records import record
from cchc_desktop.wording.numerals import shown_date


class Source(StrEnum):
    """Where a guess was read."""

    PAGE = "page"
    NAME = "name"
    BEFORE = "before"


FIELDS = ("number", "issued_on", "issuer", "subject", "type_name")
"""The fields that are guessed, in the order in which they are asked."""


@record
class Guess:
    """One value that a field may have.

    Args:
        field: one of ``FIELDS``.
        text: the value as a person would type it; a day as 24/02/2023.
        source: where it was read.
    """

    field: str
    text: str
    source: Source


def merged(guesses: Iterable[Guess]) -> tuple[Guess, ...]:
    """Return guesses without those that say again what an earlier one says.

    Of two that differ in accents alone the place of the first stays, and the accents of the other.
    """
    found: dict[tuple[str, str], Guess] = {}
    for guess in guesses:
        key = (guess.field, "".join(fold(guess.text).split()))
        first = found.get(key)
        if guess.text and first is None:
            found[key] = guess
        elif first is not None and first.text.isascii() and not guess.text.isascii():
            found[key] = replace(first, text=guess.text)
    return tuple(found.values())


def guesses_of(page: Sequence[Guess], name: Sequence[Guess]) -> tuple[Guess, ...]:
    """Return all guesses of a document, the page's first, with what its number tells by itself."""
    told: list[Guess] = []
    for guess in chain(page, name):
        if guess.field == "number":
            told.append(Guess("type_name", type_of_number(guess.text), guess.source))
            told.append(Guess("issuer", issuer_of_number(guess.text), guess.source))
    return merged(chain(page, name, told))


def words_on_page(guess: Guess) -> tuple[str, ...]:
    """Return the words that a guess of the page stands for there, in the ways they are written."""
    if guess.field == "subject":
        return (guess.text.removeprefix("Về việc "),)
    if guess.field != "issued_on":
        return (guess.text,)
    day, month, year = guess.text.split("/")
    plain_day, plain_month = str(int(day)), str(int(month))
    return tuple(
        f"ngày {one} tháng {other} năm {year}"
        for one in dict.fromkeys((day, plain_day))
        for other in dict.fromkeys((month, plain_month))
    )


def guesses_before(document: Document) -> tuple[Guess, ...]:
    """Return what the document described before would give the next one."""
    issued = shown_date(document.issued_on) if document.issued_on else ""
    values = (document.number, issued, document.issuer, document.subject, document.type_name)
    pairs = zip(FIELDS, values, strict=True)
    return tuple(Guess(field, text, Source.BEFORE) for field, text in pairs if text)
