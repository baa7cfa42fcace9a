"""A window that only reads says when the dossier was changed elsewhere, and opens it anew."""

from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from cchc_desktop.clock import now
from cchc_desktop.commands.marks import Place, SetPoints
from cchc_desktop.domain.marks import Round
from cchc_desktop.session import Session
from cchc_desktop.session.founding import found_sample
from db import create_dossier, open_dossier
from tests.sample_session import SHEET, node
from tests.ui import rooms
from tests.ui.screens import grab
from ui.main_window import MainWindow
from ui.shared.banners import NoteBar
from ui.shared.buttons import Button
from ui.window.lookout import Lookout


def test_a_change_elsewhere_is_told_and_read_when_the_person_wants_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path, leaf = tmp_path / "ho-so.cchc", node("1.9")
    found_sample(create_dossier(path))
    writer = Session(open_dossier(path), now)
    given = rooms.doors(lambda place: Session(open_dossier(place), now))
    window = MainWindow(given, tmp_path / "settings.json")
    qtbot.addWidget(window)
    window.resize(1366, 728)
    window.show()
    assert window.open_dossier(path)
    shown = rooms.opened(window)
    assert shown.desk.session.store.is_read_only
    shown.lookout.rest.setInterval(0)
    shown.lookout.rest.start()
    before = shown.desk.scores[leaf].points
    writer.run(SetPoints(Place(SHEET, leaf, Round.FIRST), Decimal(6)))
    qtbot.waitUntil(lambda: bool(shown.view.findChildren(NoteBar)))
    (note,) = shown.view.findChildren(NoteBar)
    assert note.sentence == "Hồ sơ đã được sửa ở nơi khác sau khi mở ở đây."
    assert shown.desk.scores[leaf].points == before
    assert not shown.lookout.rest.isActive(), "it is told once"
    grab(window, "ho-so-sua-noi-khac")
    (again,) = [each for each in note.findChildren(Button) if each.text() == "Mở lại"]
    again.click()
    assert rooms.opened(window) is not shown
    assert rooms.opened(window).desk.scores[leaf].points == Decimal(6)
    window.close()
    writer.close()


def test_a_look_that_finds_nothing_or_fails_is_followed_by_another(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "ho-so.cchc"
    found_sample(create_dossier(path))
    writer, reader = Session(open_dossier(path), now), open_dossier(path)
    reader.load()
    parent = QObject()
    lookout = Lookout(reader, parent)
    told: list[bool] = []
    lookout.moved_on.connect(lambda: told.append(True))
    lookout.rest.stop()
    lookout._look()
    qtbot.waitUntil(lookout.rest.isActive)
    writer.close()
    path.rename(tmp_path / "dời đi.cchc")
    lookout.rest.stop()
    lookout._look()
    qtbot.waitUntil(lookout.rest.isActive)
    assert told == []
    lookout._look()
    lookout.stop()
    assert not lookout.rest.isActive()
    reader.close()
