"""The guesses of one document, from what the dossier knows of it."""

from cchc_desktop.domain.evidence import Document
from cchc_desktop.domain.guesses import Guess, guesses_of
from cchc_desktop.domain.head_guesses import guesses_from_head
from cchc_desktop.domain.letterheads import type_of_number
from cchc_desktop.domain.name_guesses import guesses_from_name
from cchc_desktop.domain.state import State
from cchc_desktop.wording.numerals import shown_date


def guesses_for(state: State, document: Document, page: str) -> tuple[Guess, ...]:
    """Return the guesses of a document, the best of each field first.

    Args:
        state: names of bodies in it are spelled as there.
        document: the document.
        page: text of its first page, "" where there is none.
    """
    known = {each.issuer for each in state.documents.values() if each.issuer}
    known |= {each.name for each in state.agencies.values()}
    known |= {each.name for each in state.units.values()}
    from_page = guesses_from_head(page, sorted(known)) if page else ()
    return guesses_of(from_page, guesses_from_name(document.name))


def texts_of(document: Document) -> dict[str, str]:
    """Return what the fields of a document show."""
    day = shown_date(document.issued_on) if document.issued_on else ""
    return {
        "number": document.number,
        "issued_on": day,
        "issuer": document.issuer,
        "subject": document.subject,
    }


def type_told(document: Document, number: str, guesses: tuple[Guess, ...]) -> str:
    """Return the kind of a document: as it is written, as its number tells, as was guessed."""
    guessed = next((guess.text for guess in guesses if guess.field == "type_name"), "")
    return document.type_name or type_of_number(number) or guessed
