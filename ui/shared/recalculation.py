"""Totals that wait are worked out while the window has nothing else to do."""

from PySide6.QtCore import QObject

from cchc_desktop.domain.errors import CchcError
from ui.shared.desk import Desk
from ui.shared.jobs import Job, run_in_slices

_SLICE = 0.006  # seconds; an edit waits for at most one
_TITLE = "Đang tính lại điểm các đơn vị"


class Recalculation(QObject):
    """Begins a job whenever totals of the desk's session wait; a child of the desk.

    Args:
        desk: the desk.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._job: Job | None = None
        self._total = 0
        desk.changed.connect(self._begin)
        self._begin()

    def _begin(self) -> None:
        waiting = self._desk.session.stale
        if waiting and self._job is None:
            self._total = waiting
            self._job = run_in_slices(_TITLE, self._go_on)
            self._job.failed.connect(self._tell)
            self._job.ended.connect(self._end)

    def _go_on(self) -> tuple[int, int]:
        left = self._desk.session.recalculate(_SLICE)
        self._total = max(self._total, left)
        return self._total - left, self._total

    def _tell(self, error: CchcError) -> None:
        self._desk.failed.emit(error, self._begin)

    def _end(self) -> None:
        self._job = None
