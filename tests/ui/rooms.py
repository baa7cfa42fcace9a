"""A window on the sample dossier in memory, with plain panels where a test asks for none."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop import settings
from cchc_desktop.clock import now
from cchc_desktop.commands.sample import sample_command
from cchc_desktop.domain.units import Member
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from ui.main_window import MainWindow
from ui.opened import OpenDossier, opener
from ui.shared.desk import Desk
from ui.shared.doors import Doors, NewDossier
from ui.shared.jobs import board
from ui.shared.workplace import WidthClass
from ui.window.dossier_view import DossierView, Place
from ui.window.head_bar import HeadBar
from ui.window.rail import RailEntry
from ui.window.score_layout import ScoreWorkplace
from ui.window.status_bar import StatusBar


def sample_session(path: Path = Path("Hai-Duong-2022.cchc"), read_only: str = "") -> Session:
    store = MemoryStore(path)
    session = Session(store, now, Member("thu-ky", "Thư ký"))
    session.run(sample_command())
    store.read_only_reason = read_only
    return session


class PlainPanel(QLabel):
    """Stands for a panel; remembers the width it was told."""

    title = "Tấm trơn"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.told: list[WidthClass] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_width_class(self, width: WidthClass) -> None:
        self.told.append(width)


def plain_places() -> dict[str, Place]:
    def make(desk: Desk) -> QWidget:
        return PlainPanel(desk)

    return {
        "score": Place(RailEntry("score", "score", "Chấm điểm"), make),
        "report": Place(RailEntry("report", "report", "Báo cáo"), make),
        "criteria": Place(RailEntry("criteria", "criteria", "Bộ tiêu chí", below=True), make),
    }


def doors(open_session: Callable[[Path], Session] = sample_session) -> Doors:
    def create_sample(path: Path) -> None:
        path.write_bytes(b"")

    def create_empty(path: Path, new: NewDossier) -> None:
        path.write_bytes(b"")

    return Doors(opener(open_session), create_sample, create_empty)


@contextmanager
def shown(
    qtbot: QtBot, folder: Path, open_session: Callable[[Path], Session]
) -> Iterator[MainWindow]:
    """Show a window on a dossier, and close it in the end."""
    path = folder / "settings.json"
    settings.save(path, settings.Settings())
    found = MainWindow(doors(open_session), path)
    qtbot.addWidget(found)
    found.resize(1366, 696)
    found.show()
    found.open_dossier(Path("So-nganh-2022.cchc"))
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    yield found
    found.close()
    board.stop_all()
    QApplication.processEvents()


def score_of(window: MainWindow) -> ScoreWorkplace:
    """Return the workplace Chấm điểm of the dossier that is open."""
    found = opened(window).view.workplace("score")
    assert isinstance(found, ScoreWorkplace)
    return found


def opened(window: MainWindow) -> OpenDossier:
    """Return the dossier that is open in a window."""
    assert isinstance(window.opened, OpenDossier)
    return window.opened


def head_of(view: DossierView) -> HeadBar:
    """Return the head bar of a dossier's view."""
    assert isinstance(view.head, HeadBar)
    return view.head


def status_of(view: DossierView) -> StatusBar:
    """Return the status bar of a dossier's view."""
    assert isinstance(view.status, StatusBar)
    return view.status
