"""A child process that reads foreign files: its limits, its loop, and our end of the line.

Questions and answers are bytes: no pickle, so that a bad file cannot speak to the window.
"""

import multiprocessing
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

if sys.platform != "win32":
    import resource

Answerer = Callable[[bytes], Iterator[bytes]]
Tell = Callable[[bytes], object]
_TURN = 0.2  # seconds between two looks at whether the work is still wanted
_START_LIMIT = 30.0  # seconds for a slow disk to start Python
_MEMORY_LIMIT = 1536 * 1024**2
_ABORTS = frozenset({-6, 0xC0000409})  # SIGABRT; on Windows its fast fail
_READY = b"ready"
_MORE, _END = b"+", b""


class ChildError(Exception):
    """The child gave no answer; it is gone, and the next question starts another."""


class SlowError(ChildError):
    """The child was killed because it took too long."""


class AbortedError(ChildError):
    """The child gave up by itself: a parser asked for more memory than there is."""


class NoChildError(ChildError):
    """The child did not start."""


def serve(line: Connection, make: Callable[[], Answerer]) -> None:
    """Answer until our end hangs up; runs in the child.

    Args:
        line: the child's end of the line.
        make: loads the parsers, and returns what answers a question in pieces.
    """
    _limit()
    answer = make()
    with suppress(EOFError, OSError):
        line.send_bytes(_READY)
        while question := line.recv_bytes():
            for piece in answer(question):
                line.send_bytes(_MORE + piece)
            line.send_bytes(_END)


class Child:
    """Our end: starts the child when it is needed, kills it when it is slow.

    Args:
        make: a function of a module, called in the child.
        time_limit: seconds for each piece of an answer.
    """

    def __init__(self, make: Callable[[], Answerer], time_limit: float) -> None:
        self._make, self._time_limit = make, time_limit
        self._process: SpawnProcess | None = None
        self._line: Connection | None = None
        self._is_killed = False

    @property
    def number(self) -> int | None:
        """Process id of the child, None while there is none."""
        return self._process.pid if self._process is not None else None

    def ask(self, question: bytes, tell: Tell | None = None) -> list[bytes]:
        """Return the pieces of an answer; waits.

        Args:
            question: what is asked.
            tell: gets each piece as it comes, and b"" again and again while none does; what it
                raises ends the child.

        Raises:
            ChildError: the child died, was killed, or did not start.
        """
        if self._is_killed:  # while it was idle: its line is still here, and leads nowhere
            self.stop()
            self._is_killed = False
        line, pieces = self._line or self._start(), list[bytes]()
        try:
            line.send_bytes(question)
            while (piece := self._piece(line, tell)) is not None:
                pieces.append(piece)
                if tell is not None:
                    tell(piece)
        except (EOFError, OSError) as error:
            fault = AbortedError if self._has_aborted() else ChildError
            self.stop()
            raise fault from error
        except BaseException:
            self.stop()
            raise
        return pieces

    def _has_aborted(self) -> bool:
        """Return whether the child, which is gone, ended itself as one without memory does."""
        process = self._process
        if process is None:
            return False
        process.join(_TURN)
        return process.exitcode in _ABORTS

    def _piece(self, line: Connection, tell: Tell | None) -> bytes | None:
        """Return the next piece of an answer, None behind the last."""
        end = time.monotonic() + self._time_limit
        while not line.poll(min(self._time_limit, _TURN) if tell else self._time_limit):
            if tell is None or time.monotonic() >= end:
                raise SlowError
            tell(b"")
        piece = line.recv_bytes()
        return None if piece == _END else piece[len(_MORE) :]

    def interrupt(self) -> None:
        """End the child at once from another thread; who waits for it is told.

        What is asked next starts another.
        """
        self._is_killed = True
        process = self._process
        if process is not None:
            with suppress(ValueError):  # closed meanwhile
                process.kill()

    def stop(self) -> None:
        """End the child and wait for its end."""
        process, line = self._process, self._line
        self._process = self._line = None
        if line is not None:
            line.close()
        if process is not None:
            process.kill()
            process.join()
            process.close()

    def _start(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, self._make), daemon=True)
        try:
            process.start()
        except OSError as error:
            ours.close()
            raise NoChildError from error
        finally:
            theirs.close()
        self._process, self._line = process, ours
        with suppress(EOFError, OSError):
            if ours.poll(_START_LIMIT) and ours.recv_bytes() == _READY:
                return ours
        self.stop()
        raise NoChildError


def _limit() -> None:
    """Bound memory and leave no core file, where the system can do that."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_LIMIT, _MEMORY_LIMIT))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
