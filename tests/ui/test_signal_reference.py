"""PySide6 must not lose references of True: 6.12.0 did, and aborted after some hundred emits."""

import sys

from PySide6 import __version__
from PySide6.QtCore import QObject, Signal


class Bell(QObject):
    rung = Signal(bool)


def test_emitting_leaves_the_references_of_true_alone() -> None:
    bell = Bell()
    heard: list[bool] = []
    bell.rung.connect(heard.append)
    bell.rung.emit(True)  # noqa: FBT003  # the value whose references are counted
    before = sys.getrefcount(True)  # noqa: FBT003
    for _ in range(5000):
        bell.rung.emit(True)  # noqa: FBT003
        heard.clear()
    assert abs(sys.getrefcount(True) - before) < 50  # noqa: FBT003


def test_the_pinned_version_runs() -> None:
    assert __version__ == "6.11.3"
