import threading
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.progress import Progress
from tests.ui import job_work
from ui.shared.job_strip import JobStrip, grouped, time_left
from ui.shared.jobs import Job, board, run_in_slices, run_in_thread
from ui.shared.processes import run_in_process

Start = Callable[..., Job]
BOTH = pytest.mark.parametrize("start", [run_in_thread, run_in_process])


@BOTH
def test_the_result_comes_back_once(qtbot: QtBot, start: Start) -> None:
    job = start("Đếm", job_work.count, 50)
    told: list[object] = []
    job.done.connect(told.append)
    with qtbot.waitSignal(job.ended, timeout=15_000):
        pass
    assert told == [50]
    assert board.running == []


@BOTH
def test_a_refusal_keeps_its_words(qtbot: QtBot, start: Start) -> None:
    job = start("Đọc", job_work.refuse)
    with qtbot.waitSignal(job.failed, timeout=15_000) as failed:
        pass
    error: Any = failed.args
    assert isinstance(error[0], CchcError)
    assert (error[0].sentence, error[0].hint) == ("Không đọc được tệp.", "Chọn tệp khác.")


@BOTH
def test_a_job_that_is_cancelled_stops(qtbot: QtBot, start: Start) -> None:
    job = start("Mãi", job_work.go_on_for_ever)
    with qtbot.waitSignal(job.stopped, timeout=15_000):
        job.cancel()
    assert board.running == []


@BOTH
def test_a_bug_in_a_job_is_told_like_any_other(
    qtbot: QtBot, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[type[BaseException]] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        told.append(kind)

    monkeypatch.setattr("sys.excepthook", hook)
    job = start("Lỗi", job_work.break_down)
    with qtbot.waitSignal(job.ended, timeout=15_000):
        pass
    assert told == [KeyError]


def test_progress_of_a_process_arrives(qtbot: QtBot) -> None:
    job = run_in_process("Mãi", job_work.go_on_for_ever)
    with qtbot.waitSignal(job.progressed, timeout=15_000) as told:
        pass
    assert told.args == [1, 0]
    with qtbot.waitSignal(job.ended, timeout=15_000):
        job.wait()


def test_the_progress_of_a_thread_is_told_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    job = run_in_thread("Đếm", job_work.count, 3)
    told_in = list[int]()
    direct = Qt.ConnectionType.DirectConnection
    job.progressed.connect(lambda *_: told_in.append(threading.get_ident()), direct)
    with qtbot.waitSignal(job.done, timeout=15_000):
        pass
    assert told_in == [threading.get_ident()] * 3


def test_what_a_cancelled_job_was_reading_is_closed_in_its_own_thread(qtbot: QtBot) -> None:
    opened_in, closed_in = list[int](), list[int]()

    def pieces() -> Iterator[int]:
        opened_in.append(threading.get_ident())
        try:
            yield from range(2)
        finally:
            closed_in.append(threading.get_ident())

    def read(progress: Progress) -> None:
        begun = pieces()
        next(begun)
        job_work.go_on_for_ever(progress)

    job = run_in_thread("Đang đọc", read)
    with qtbot.waitSignal(job.progressed):
        pass
    with qtbot.waitSignal(job.stopped):
        job.cancel()
    assert closed_in == opened_in != [threading.get_ident()]


def test_slices_go_on_until_all_is_done(qtbot: QtBot) -> None:
    done = iter(range(1, 6))
    job = run_in_slices("Tính", lambda: (next(done), 5))
    told: list[tuple[int, int]] = []
    job.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(job.done, timeout=15_000):
        pass
    assert told == [(number, 5) for number in range(1, 6)]
    assert board.running == []


def test_a_slice_that_is_refused_ends_the_job(qtbot: QtBot) -> None:
    def refuse() -> tuple[int, int]:
        raise CchcError("Không đọc được tệp.")

    job = run_in_slices("Tính", refuse)
    with qtbot.waitSignal(job.failed, timeout=15_000) as failed:
        pass
    (error,) = failed.args or (None,)
    assert str(error) == "Không đọc được tệp."


def test_the_strip_shows_a_job_that_takes_a_while_and_cancels_it(qtbot: QtBot) -> None:
    strip = JobStrip()
    qtbot.addWidget(strip)
    job = run_in_thread("Đang đọc tài liệu kiểm chứng", job_work.go_on_for_ever)
    qtbot.waitUntil(lambda: not strip.isHidden())
    assert strip.what == "Đang đọc tài liệu kiểm chứng"
    with qtbot.waitSignal(job.ended):
        strip.cancel()
    assert strip.isHidden()


def test_a_short_job_does_not_flash(qtbot: QtBot) -> None:
    strip = JobStrip()
    qtbot.addWidget(strip)
    job = run_in_thread("Nhanh", job_work.count, 3)
    with qtbot.waitSignal(job.ended):
        pass
    assert strip.isHidden()


def test_the_strip_says_how_far_and_how_long() -> None:
    assert grouped(1240) == "1.240"
    assert grouped(524_288_000) == "524 MB"
    assert time_left(412, 1240, 60_000) == "còn khoảng 2 phút"
    assert time_left(1, 2, 10_000) == "còn chưa đến 1 phút"
    assert time_left(0, 10, 10_000) == ""
