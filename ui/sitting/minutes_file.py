"""The minutes as a PDF file: made in a process of its own, written whole."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from cchc_desktop.clock import Clock
from cchc_desktop.domain.sittings import Sitting
from cchc_desktop.progress import Progress
from cchc_desktop.reports.document import Document
from cchc_desktop.reports.minutes import minutes_of
from cchc_desktop.reports.summary import Stamp
from cchc_desktop.reports.writers import write
from ui.shared.desk import Desk
from ui.shared.jobs import Job
from ui.shared.processes import run_in_process

SUFFIX = ".pdf"


def written_minutes(document: Document, path: Path, progress: Progress) -> Path:
    """Write minutes; runs in a process of its own."""
    progress.step(0, 1)
    write(document, path)
    progress.step(1, 1)
    return path


def proposed_name(sitting: Sitting) -> str:
    """Return a name that any disk takes: "Bien-ban-phien-hop-2023-02-24.pdf"."""
    day = f"-{sitting.held_on.isoformat()}" if sitting.held_on is not None else ""
    return f"Bien-ban-phien-hop{day}{SUFFIX}"


def ask_path(parent: QWidget, proposed: Path) -> Path | None:
    """Ask where the minutes go; None where the person thinks better of it."""
    name, _ = QFileDialog.getSaveFileName(
        parent, "Lưu biên bản", str(proposed), f"Tệp PDF (*{SUFFIX})"
    )
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)


def start_minutes(desk: Desk, sitting: Sitting, path: Path, clock: Clock) -> Job:
    """Begin to write the minutes of a sitting; return the job."""
    stamp = Stamp(clock(), desk.session.store.head)
    document = minutes_of(desk.state, sitting, stamp)
    job = run_in_process("Đang ghi biên bản", written_minutes, document, path)
    desk.follow(job)
    return job
