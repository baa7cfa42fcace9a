"""A list of documents of an e-document system, read from a spreadsheet by a child process."""

import json
from collections.abc import Iterator
from pathlib import Path

from cchc_desktop.domain.document_list import DocumentList, read_list
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.exchange.child import Answerer, Child, ChildError
from cchc_desktop.progress import Progress
from cchc_desktop.wording import describing as words

TIME_LIMIT = 60.0  # seconds for a file
_FAILED = b"!"


def reader() -> Answerer:
    """Return what reads a spreadsheet in the child, one sheet a piece."""
    from cchc_desktop.exchange.list_worker import rows_of  # loads foreign parsers

    def answer(question: bytes) -> Iterator[bytes]:
        try:
            for rows in rows_of(Path(question.decode())):
                yield json.dumps(rows, ensure_ascii=False).encode("utf-8", "replace")
        except Exception:  # noqa: BLE001  # parsers of foreign files raise whatever they like
            yield _FAILED

    return answer


def read_document_list(path: Path, progress: Progress) -> DocumentList:
    """Return the list of documents in a spreadsheet: the sheet with most of them; waits.

    Raises:
        CchcError: the file cannot be read, or has no column of numbers.
    """
    child = Child(reader, TIME_LIMIT)
    try:
        pieces = child.ask(str(path).encode())
    except ChildError as error:
        raise CchcError(words.list_unreadable(path.name), words.choose_list()) from error
    finally:
        child.stop()
    progress.step(1, 1)
    if not pieces or _FAILED in pieces:
        raise CchcError(words.list_unreadable(path.name), words.choose_list())
    found = [read_list(json.loads(piece)) for piece in pieces]
    best = max(found, key=lambda each: len(each.rows))
    if not best.rows:
        raise CchcError(words.list_without_numbers(path.name), words.list_headings())
    return best
