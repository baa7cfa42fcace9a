"""The child process that renders pages: its limits, its loop, and the window's end of the line."""

import multiprocessing
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Lock

from ui.evidence.preview_wire import Fault, PageAnswer, PageRequest, packed, unpacked

if sys.platform != "win32":
    import resource

TIME_LIMIT = 10.0  # seconds for a page
START_LIMIT = 30.0  # seconds for a slow disk to start Python
_MEMORY_LIMIT = 1024**3
_READY = b"ready"
_END = b""


def serve(line: Connection) -> None:
    """Answer requests until the window hangs up; runs in the child."""
    _limit()
    from ui.evidence.preview_worker import Pages  # here alone: the window never loads PDFium

    pages = Pages()
    with suppress(EOFError, OSError):
        line.send_bytes(_READY)
        while isinstance(request := line.recv(), PageRequest):
            head, pixels = packed(pages.answer(request))
            line.send_bytes(head)
            line.send_bytes(pixels)
    pages.close()


class PageChild:
    """The window's end: starts the child when it is needed, kills it when it is slow or dead.

    Args:
        time_limit: seconds for a page.
    """

    def __init__(self, time_limit: float = TIME_LIMIT) -> None:
        self._time_limit = time_limit
        self._turn = Lock()
        self._process: SpawnProcess | None = None
        self._line: Connection | None = None
        self._is_killed = False

    @property
    def number(self) -> int | None:
        """Process id of the child, None while there is none."""
        return self._process.pid if self._process is not None else None

    def ask(self, request: PageRequest) -> PageAnswer:
        """Return the page; waits, so it is called in a thread."""
        with self._turn:
            if self._is_killed:
                self._kill()
            line = self._line or self._start()
            if line is None:
                self._kill()
                return PageAnswer(Fault.NO_CHILD)
            try:
                line.send(request)
                if not line.poll(self._time_limit):
                    self._kill()
                    return PageAnswer(Fault.SLOW)
                return unpacked(line.recv_bytes(), line.recv_bytes())
            except (EOFError, OSError, ValueError):
                self._kill()
                return PageAnswer(Fault.DAMAGED)

    def interrupt(self) -> None:
        """End the child at once, whatever it is doing; the next page starts another."""
        process = self._process
        if process is not None:
            self._is_killed = True
            with suppress(ValueError):  # closed meanwhile
                process.kill()

    def stop(self) -> None:
        """End the child and wait for it."""
        self.interrupt()
        with self._turn:
            self._kill()

    def _start(self) -> Connection | None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs,), daemon=True, name="preview")
        try:
            process.start()
        except OSError:
            ours.close()
            return None
        finally:
            theirs.close()
        self._process, self._line = process, ours
        with suppress(EOFError, OSError):
            if ours.poll(START_LIMIT) and ours.recv_bytes() == _READY:
                return ours
        return None

    def _kill(self) -> None:
        process, line = self._process, self._line
        self._process = self._line = None
        self._is_killed = False
        if line is not None:
            line.close()
        if process is not None:
            process.kill()
            process.join()
            process.close()


def _limit() -> None:
    """Bound memory and leave no core file, where the system can do that."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_LIMIT, _MEMORY_LIMIT))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
