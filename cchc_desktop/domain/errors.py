"""The one error a person can mend."""

from collections.abc import Iterator
from contextlib import contextmanager

from cchc_desktop.wording.dossier import unreadable, unreadable_hint


class CchcError(Exception):
    """Something the user or the surroundings can mend, said in Vietnamese.

    Everything that is not a CchcError is a bug of the program.

    Args:
        sentence: one full sentence saying what is wrong.
        hint: what to do next; may be empty.
    """

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint

    @property
    def words(self) -> str:
        """Sentence and hint in one line."""
        return f"{self.sentence} {self.hint}".rstrip()


@contextmanager
def readable() -> Iterator[None]:
    """Raise what stored records cannot be read for as CchcError: the file was tampered with.

    Raises:
        CchcError: a value is none of its kind, or names what is not there.
    """
    try:
        yield
    except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise CchcError(unreadable(), unreadable_hint()) from error
