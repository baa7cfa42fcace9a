"""Totals that wait are worked out in the window's idle time, and shown as a job."""

from decimal import Decimal

from pytestqt.qtbot import QtBot

from cchc_desktop.commands.criteria import SetMaximum
from cchc_desktop.commands.units import AddUnits
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from tests.sample_session import ASSESSMENT, fixed_clock, node, sample_session
from ui.shared.desk import Desk
from ui.shared.jobs import board
from ui.shared.recalculation import Recalculation

NAMES = tuple(f"Xã {number}" for number in range(30))


def waiting() -> tuple[Session, MemoryStore]:
    store = MemoryStore()
    sample_session(store).run(AddUnits(ASSESSMENT, "", NAMES))
    session = Session(store, fixed_clock, at_once=2)
    session.run(SetMaximum(node("1.1"), Decimal("0.4")))
    assert session.stale
    return session, store


def test_what_waits_at_opening_is_worked_out(qtbot: QtBot) -> None:
    session, store = waiting()
    Recalculation(Desk(session))
    (job,) = board.running
    told: list[tuple[int, int]] = []
    job.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(job.ended, timeout=15_000):
        pass
    assert told[-1] == (len(NAMES) + 1, len(NAMES) + 1)
    assert told == sorted(told)
    assert not session.stale
    assert not any(total.is_stale for total in store.totals())
    assert board.running == []


def test_a_rule_that_changes_while_the_window_is_open_starts_the_job(qtbot: QtBot) -> None:
    session, _ = waiting()
    session.recalculate()
    desk = Desk(session)
    Recalculation(desk)
    assert board.running == []
    assert desk.run(SetMaximum(node("1.1"), Decimal("0.3")))
    qtbot.waitUntil(lambda: not session.stale, timeout=15_000)
    qtbot.waitUntil(lambda: board.running == [], timeout=15_000)


def test_a_job_that_is_stopped_leaves_the_rest_waiting(qtbot: QtBot) -> None:
    session, store = waiting()
    Recalculation(Desk(session))
    (job,) = board.running
    with qtbot.waitSignal(job.stopped, timeout=15_000):
        board.stop_all()
    assert any(total.is_stale for total in store.totals())
    assert board.running == []


def test_a_full_disk_is_told_once_and_tried_again_on_wish(qtbot: QtBot) -> None:
    session, store = waiting()
    store.settling = CchcError("Ổ đĩa đã đầy.")
    desk = Desk(session)
    Recalculation(desk)
    with qtbot.waitSignal(desk.failed, timeout=15_000) as failed:
        pass
    error, again = failed.args or (None, None)
    assert str(error) == "Ổ đĩa đã đầy."
    qtbot.waitUntil(lambda: board.running == [], timeout=15_000)
    store.settling = None
    assert callable(again)
    again()
    qtbot.waitUntil(lambda: not session.stale, timeout=15_000)
