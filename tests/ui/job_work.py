"""Plain functions that jobs of the tests run, in a thread or a process."""

import threading

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.progress import Progress


def count(to: int, progress: Progress) -> int:
    for number in range(1, to + 1):
        progress.step(number, to)
    return to


def refuse(progress: Progress) -> None:
    raise CchcError("Không đọc được tệp.", "Chọn tệp khác.")


def break_down(progress: Progress) -> None:
    raise KeyError("rank")


def go_on_for_ever(progress: Progress) -> None:
    pause = threading.Event()
    while not pause.wait(0.005):
        progress.step(1, 0)
