"""What tests of the window share: the program's style, fonts, words; no window stays open."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt, SignalInstance
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

from cchc_desktop.overriding import override
from ui.shared import fonts, theme
from ui.shared.translator import QtWords

_PATIENCE = 30_000  # milliseconds: slow machines run four windows at once


class PatientBot(QtBot):
    """Waits as long as a slow machine needs, where a test does not say how long."""

    @override
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = _PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    @override
    def waitSignal(
        self, signal: SignalInstance, *, timeout: int = _PATIENCE, **how: Any
    ) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, **how)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return PatientBot(request)


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(autouse=True)
def house_look(qapp: QApplication) -> Iterator[None]:
    if not qapp.property("house"):
        fonts.register()
        qapp.setStyle("Fusion")
        qapp.setFont(theme.font())
        words = QtWords(qapp)
        qapp.installTranslator(words)
        qapp.setProperty("house", "1")
        theme.use("light")
    yield
    if theme.current() != "light":
        theme.use("light")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = [each for each in qapp.topLevelWidgets() if each.isVisible() and is_room(each)]
    for each in left:
        each.close()
    assert not left


def is_room(widget: QWidget) -> bool:
    """Return whether a widget is a window of its own, no tip or menu that goes by itself."""
    return widget.windowType() in {Qt.WindowType.Window, Qt.WindowType.Dialog}
