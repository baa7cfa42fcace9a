"""Whose turn it is to write: an edit goes before the next piece of a file."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition


class Turns:
    """Turns among the threads of one opening; SQLite alone would let an edit ask in vain."""

    def __init__(self) -> None:
        self._free = Condition()
        self._is_taken = False
        self._edits_waiting = 0

    @contextmanager
    def edit(self) -> Iterator[None]:
        """Take the next turn."""
        with self._free:
            self._edits_waiting += 1
            self._free.wait_for(lambda: not self._is_taken)
            self._edits_waiting -= 1
            self._is_taken = True
        yield from self._until_done()

    @contextmanager
    def piece(self) -> Iterator[None]:
        """Take a turn when no edit waits for one."""
        with self._free:
            self._free.wait_for(lambda: not (self._is_taken or self._edits_waiting))
            self._is_taken = True
        yield from self._until_done()

    def _until_done(self) -> Iterator[None]:
        try:
            yield
        finally:
            with self._free:
                self._is_taken = False
                self._free.notify_all()
