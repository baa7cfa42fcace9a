"""Who works is asked once on this PC, goes into the journal, and can be changed."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop import settings
from cchc_desktop.commands.marks import Place, SetNote
from cchc_desktop.domain.units import Member
from cchc_desktop.session.history import history_of
from cchc_desktop.settings import Person
from tests.ui import rooms
from tests.ui.screens import grab
from ui.main_window import MainWindow
from ui.opened import OpenDossier
from ui.shared import theme
from ui.shared.jobs import board
from ui.window.person import PersonDialog

ACCOUNT = Member("os-an", "an")


@pytest.fixture
def settings_path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.fixture
def window(qtbot: QtBot, settings_path: Path) -> Iterator[MainWindow]:
    found = MainWindow(rooms.doors(), settings_path)
    qtbot.addWidget(found)
    found.resize(1366, 728)
    found.asks_who = True
    found.show()
    yield found
    found.close()
    board.stop_all()
    QApplication.processEvents()


def opened(window: MainWindow, path: Path) -> OpenDossier:
    assert window.open_dossier(path)
    QApplication.processEvents()
    assert isinstance(window.opened, OpenDossier)
    return window.opened


def edit(dossier: OpenDossier, text: str) -> str:
    """Write a note; return who the journal says wrote it."""
    desk = dossier.desk
    leaf = desk.tree.leaves[0].id
    desk.run(SetNote(Place(desk.sheet, leaf, desk.round), text))
    return history_of(desk.session.store, desk.state, desk.sheet, leaf)[0].who


def test_the_name_is_asked_once_and_the_journal_shows_it(
    qtbot: QtBot, window: MainWindow, settings_path: Path, tmp_path: Path
) -> None:
    dossier = opened(window, tmp_path / "a.cchc")
    dialog = dossier.worker.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert not dialog.go.isEnabled()
    dialog.name.setText(" Ngô  Ẩn ")
    dialog.post.setText("Tổ thư ký")
    dialog.go.click()
    assert edit(dossier, "x") == "Ngô Ẩn"
    person = settings.load(settings_path).person
    assert person is not None
    assert (person.name, person.post) == ("Ngô Ẩn", "Tổ thư ký")
    members = dossier.desk.state.members
    assert members["thu-ky"].name == "Thư ký"  # the account's earlier steps stay the account's
    assert members[person.id].name == "Ngô Ẩn"
    window.close_dossier()
    again = opened(window, tmp_path / "b.cchc")
    assert again.worker.dialog is None
    assert edit(again, "y") == "Ngô Ẩn"


def test_later_keeps_the_account_and_is_not_asked_again(
    window: MainWindow, settings_path: Path, tmp_path: Path
) -> None:
    dossier = opened(window, tmp_path / "a.cchc")
    assert dossier.worker.dialog is not None
    dossier.worker.dialog.later.click()
    assert edit(dossier, "x") == "Thư ký"  # the account's own name
    assert settings.load(settings_path).person is None
    assert settings.load(settings_path).is_person_asked
    window.close_dossier()
    assert opened(window, tmp_path / "b.cchc").worker.dialog is None


def test_nobody_is_asked_without_a_person_or_for_reading(
    window: MainWindow, tmp_path: Path
) -> None:
    window.asks_who = False
    assert opened(window, tmp_path / "a.cchc").worker.dialog is None
    window.close_dossier()
    window.asks_who = True
    window._doors = rooms.doors(lambda path: rooms.sample_session(path, "mở ở máy khác"))
    assert opened(window, tmp_path / "b.cchc").worker.dialog is None


def test_another_person_takes_over_from_the_menu(window: MainWindow, tmp_path: Path) -> None:
    window.remember(replace(window.settings, person=Person("p1", "Ngô Ẩn", "Tổ thư ký")))
    dossier = opened(window, tmp_path / "a.cchc")
    edit(dossier, "x")
    window.menus.actions["person"].trigger()
    dialog = dossier.worker.dialog
    assert dialog is not None
    assert (dialog.name.text(), dialog.post.text()) == ("Ngô Ẩn", "Tổ thư ký")
    dialog.name.setText("Trần Bình")
    dialog.other.setChecked(True)
    dialog.go.click()
    assert edit(dossier, "y") == "Trần Bình"
    assert dossier.desk.state.members["p1"].name == "Ngô Ẩn"


@pytest.mark.parametrize(
    ("typed", "offers"), [("ngô ẩn", False), ("", False), ("Ngô Ân", True), ("Ngô Ẩn ", False)]
)
def test_another_person_is_offered_only_for_another_name(
    qtbot: QtBot, typed: str, *, offers: bool
) -> None:
    dialog = PersonDialog(ACCOUNT, Person("p1", "Ngô Ẩn"))
    qtbot.addWidget(dialog)
    dialog.name.setText(typed)
    assert dialog.other.isHidden() is not offers
    assert dialog.go.isEnabled() is bool(typed)
    choice = dialog.choice()
    assert (choice and (choice.id, choice.name)) == (("p1", typed.strip()) if typed else None)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_screens_of_the_question(qtbot: QtBot, mode: theme.Name) -> None:
    theme.use(mode)
    first = PersonDialog(ACCOUNT, None)
    later = PersonDialog(ACCOUNT, Person("p1", "Ngô Ẩn", "Tổ thư ký giúp việc"))
    later.name.setText("Trần Bình")
    for name, dialog in (("first", first), ("later", later)):
        qtbot.addWidget(dialog)
        dialog.show()
        assert grab(dialog, f"person-{name}-{mode}").exists()
