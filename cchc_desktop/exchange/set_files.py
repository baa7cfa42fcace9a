"""Criteria sets as files; who reads and writes them is loaded when it is first used."""

from pathlib import Path

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.set_draft import SetDraft
from cchc_desktop.exchange.problems import Problem
from cchc_desktop.wording import set_files as words


def read_set_file(path: Path) -> tuple[SetDraft | None, tuple[Problem, ...]]:
    """Read a criteria set; the set is None where a problem is an error.

    Raises:
        CchcError: the file cannot be read.
    """
    from cchc_desktop.exchange.set_json import read_set

    try:
        body = path.read_bytes()
    except OSError as error:
        raise CchcError(words.cannot_read(path.name), words.choose_file()) from error
    found = read_set(body)
    return found.draft, found.problems


def set_file(draft: SetDraft) -> bytes:
    """Return a criteria set as the bytes of a file that ``read_set_file`` reads."""
    from cchc_desktop.exchange.set_json import set_json

    return set_json(draft)
