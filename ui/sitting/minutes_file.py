"""The minutes as a PDF file: made in a process of its own, written whole."""

from pathlib import Path

from cchc_desktop.clock import Clock
from cchc_desktop.domain.sittings import Sitting
from cchc_desktop.reports.minutes import minutes_of
from cchc_desktop.reports.summary import Stamp
from ui.shared.desk import Desk
from ui.shared.jobs import Job
from ui.shared.papers import write_paper
from ui.shared.processes import run_in_process


def proposed_name(sitting: Sitting) -> str:
    """Return a name that any disk takes: "Bien-ban-phien-hop-2023-02-24.pdf"."""
    day = f"-{sitting.held_on.isoformat()}" if sitting.held_on is not None else ""
    return f"Bien-ban-phien-hop{day}.pdf"


def start_minutes(desk: Desk, sitting: Sitting, path: Path, clock: Clock) -> Job:
    """Begin to write the minutes of a sitting; return the job."""
    stamp = Stamp(clock(), desk.session.store.head)
    document = minutes_of(desk.state, sitting, stamp)
    job = run_in_process("Đang ghi biên bản", write_paper, document, path)
    desk.follow(job)
    return job
