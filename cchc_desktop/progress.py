"""Progress of long work, and the wish to stop it."""

from collections.abc import Callable


class CancelledError(Exception):
    """The user stopped the work; nothing of it stays."""


class Progress:
    """Told how far work is; raises CancelledError at the next step once cancelled.

    Args:
        report: called with (done, total); total 0 means unknown. May come from a thread.
    """

    def __init__(self, report: Callable[[int, int], None] | None = None) -> None:
        self._report = report
        self._is_cancelled = False

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._is_cancelled = True

    def step(self, done: int, total: int) -> None:
        """Say how far the work is.

        Raises:
            CancelledError: the user stopped the work.
        """
        if self._is_cancelled:
            raise CancelledError
        if self._report is not None:
            self._report(done, total)
