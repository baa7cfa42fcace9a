"""The text of files, read by a child process."""

from collections.abc import Iterator
from pathlib import Path

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.texts import ExtractedText, TextFault
from cchc_desktop.exchange.child import (
    AbortedError,
    Answerer,
    Child,
    ChildError,
    NoChildError,
    SlowError,
)
from cchc_desktop.wording import evidence as words

TIME_LIMIT = 60.0  # seconds for a file


def reader() -> Answerer:
    """Return what reads a file in the child; the first piece is the fault, then the pages."""
    from cchc_desktop.exchange.text_worker import text_of  # loads foreign parsers

    def answer(question: bytes) -> Iterator[bytes]:
        found = text_of(Path(question.decode()))
        yield found.fault.value.encode()
        for page in found.pages:
            yield page.encode("utf-8", "replace")

    return answer


class TextChild:
    """Reads one file after the other; what is slow or kills its reader is told as that.

    Args:
        time_limit: seconds for a file.
    """

    def __init__(self, time_limit: float = TIME_LIMIT) -> None:
        self._child = Child(reader, time_limit)
        self.interrupt = self._child.interrupt
        self.stop = self._child.stop

    def ask(self, path: Path) -> ExtractedText:
        """Return the text of a file, or why there is none; waits.

        Raises:
            CchcError: the machine starts no child.
        """
        try:
            fault, *pages = self._child.ask(str(path).encode())
        except NoChildError as error:
            raise CchcError(words.no_reader(), words.free_memory()) from error
        except SlowError:
            return ExtractedText(fault=TextFault.SLOW)
        except AbortedError:
            return ExtractedText(fault=TextFault.TOO_LARGE)
        except ChildError:
            return ExtractedText(fault=TextFault.DAMAGED)
        return ExtractedText(tuple(page.decode() for page in pages), TextFault(fault.decode()))
