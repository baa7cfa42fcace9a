"""The job strip above the status bar: what runs, how far, how long still, Hủy."""

from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout, QWidget

from ui.shared.buttons import normal
from ui.shared.frames import box_of, frame
from ui.shared.icons import IconLabel
from ui.shared.jobs import Job, board
from ui.shared.labels import ElidedLabel, label
from ui.shared.timers import later

_PATIENCE = 400  # milliseconds before a job shows
_BAR_STEPS = 1000


class JobStrip(QWidget):
    """Shows the oldest job that runs; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._done = self._total = 0
        self.setFixedHeight(44)
        self._build()
        self._late = later(self, _PATIENCE, self._appear)
        board.started.connect(self._take)
        self.hide()

    @property
    def what(self) -> str:
        """What the strip says is running."""
        return self._what.text()

    @property
    def count(self) -> str:
        """How far the strip says the work is."""
        return self._count.text()

    def _build(self) -> None:
        strip: QFrame = frame("job", vertical=False, margins=(16, 0, 8, 0), gap=12)
        box = box_of(strip)
        self._what = ElidedLabel("", "body", 500)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(320)
        self._bar.setAccessibleName("Tiến độ")
        self._count = label("", "body", 600)
        self._left = label("", "small", tone="text3")
        self._stop = normal("Hủy", self.cancel)
        box.addWidget(IconLabel("clip", "accent"))
        box.addWidget(self._what, 1)
        for piece in (self._bar, self._count, self._left, self._stop):
            box.addWidget(piece)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(strip)

    def _take(self, job: Job) -> None:
        job.ended.connect(self._next)
        if self._job is None:
            self._show(job)

    def _show(self, job: Job) -> None:
        self._job = job
        self._what.setText(job.title)
        self._stop.setEnabled(True)
        self._told(0, 0)
        job.progressed.connect(self._told)
        self._late.start()

    def _appear(self) -> None:
        if self._job is not None and self._job.is_running:
            self.show()

    def _next(self) -> None:
        waiting = [job for job in board.running if job.is_running]
        if self._job is not None and self._job.is_running:
            return
        self._job = None
        if waiting:
            self._show(waiting[0])
        else:
            self._late.stop()
            self.hide()

    def _told(self, done: int, total: int) -> None:
        self._bar.setRange(0, _BAR_STEPS if total else 0)
        if total:
            self._bar.setValue(min(_BAR_STEPS, done * _BAR_STEPS // total))
        self._count.setText(f"{grouped(done)} / {grouped(total)}" if total else "")
        elapsed = self._job.clock.elapsed() if self._job is not None else 0
        self._left.setText(time_left(done, total, elapsed))

    def cancel(self) -> None:
        """Cancel the job that shows."""
        if self._job is not None:
            self._stop.setEnabled(False)
            self._left.setText("đang dừng…")
            self._job.cancel()


def grouped(count: int) -> str:
    """Return a count as it is written, or in MB where it counts bytes."""
    if count >= 10_000_000:
        return f"{count // 1_000_000:,} MB".replace(",", ".")
    return f"{count:,}".replace(",", ".")


def time_left(done: int, total: int, elapsed: int) -> str:
    """Say how long the work still takes.

    Args:
        done: steps done.
        total: all steps, 0 where unknown.
        elapsed: milliseconds since it began.
    """
    if not total or not done or elapsed < 2000:
        return ""
    seconds = elapsed * (total - done) // done // 1000
    if seconds < 60:
        return "còn chưa đến 1 phút"
    return f"còn khoảng {(seconds + 30) // 60} phút"
