"""A sitting on the department's sheet with its evidence, for tests of view and projector."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from tests.sitting_dossier import SITTING, noon, sitting_session
from tests.ui.pdfs import a_pdf
from ui.evidence.previews import Previews
from ui.evidence.stage_preview import StagePreview
from ui.shared.desk import Desk
from ui.sitting.projector import Projector
from ui.sitting.stage import Stage

SHA256 = "ab" * 32


def sitting_desk() -> Desk:
    return Desk(a_session())


def a_session() -> Session:
    store = MemoryStore()
    store.vault.contents[SHA256] = a_pdf(3)
    return sitting_session(store)


def a_stage(desk: Desk) -> Stage:
    shown = StagePreview(Previews(desk.session.store.vault))
    return Stage(shown, shown.show_document, shown.turn, shown.scale, shown.stop, shown.placed)


def projector_on(qtbot: QtBot, desk: Desk, size: tuple[int, int] = (1920, 1080)) -> Projector:
    found = Projector(desk, SITTING, lambda: a_stage(desk), noon)
    found.resize(*size)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    rest(qtbot, found)
    return found


def rest(qtbot: QtBot, projector: Projector) -> None:
    """Wait until the page of the evidence is there."""
    shown = projector.stage.widget
    assert isinstance(shown, StagePreview)
    qtbot.waitUntil(lambda: not shown.is_busy, timeout=30_000)


def press(widget: QWidget, key: Qt.Key, *, ctrl: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(QApplication.focusWidget() or widget, key, held)
