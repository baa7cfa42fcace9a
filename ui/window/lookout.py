"""Whether somebody else writes into a dossier that is only read here."""

from PySide6.QtCore import QObject, QTimer, Signal

from cchc_desktop.progress import Progress
from cchc_desktop.store import Store
from ui.shared.jobs import Job, run_beside

_REST = 20_000  # milliseconds between two looks


class Lookout(QObject):
    """Looks now and then, in a thread: the file may lie on a network drive.

    Args:
        store: the dossier, opened for reading only.
        parent: what shows it.
    """

    moved_on = Signal()  # once

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._looking: Job | None = None
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(_REST)
        self.rest.timeout.connect(self._look)
        self.rest.start()

    def stop(self) -> None:
        """Look no more; the dossier is about to close."""
        self.rest.stop()
        job, self._looking = self._looking, None
        if job is not None:
            job.wait()

    def _look(self) -> None:
        job = self._looking = run_beside(_has_moved_on, self._store)
        job.done.connect(self._looked)
        job.failed.connect(lambda _: self._looked(None))  # gone for a while: it looks again
        job.ended.connect(job.deleteLater)

    def _looked(self, has_moved_on: object) -> None:
        job, self._looking = self._looking, None
        if job is None:
            return
        if has_moved_on:
            self.moved_on.emit()
        else:
            self.rest.start()


def _has_moved_on(store: Store, _: Progress) -> bool:
    return store.has_moved_on()
