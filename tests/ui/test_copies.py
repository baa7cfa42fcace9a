"""An older copy of a dossier that was open on this PC before is told, and never in the way."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cchc_desktop import settings
from cchc_desktop.clock import now
from cchc_desktop.commands.marks import Place, SetFigure
from cchc_desktop.commands.sample import sample_command
from cchc_desktop.domain.rules.ratio import NUMERATOR
from cchc_desktop.domain.units import Member
from cchc_desktop.session import Session
from cchc_desktop.session.founding import found_sample
from cchc_desktop.settings import Copy, Settings
from db import create_dossier, open_dossier
from tests.memory_store import MemoryStore
from tests.ui import rooms
from tests.ui.screens import grab
from ui.main_window import MainWindow
from ui.shared.banners import NoteBar
from ui.shared.doors import Doors
from ui.window.copies import further_copy, note_on


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    def session(path: Path) -> Session:
        return Session(open_dossier(path), now, Member("thu-ky", "Thư ký"))

    doors: Doors = rooms.doors(session)
    found = MainWindow(doors, tmp_path / "settings.json")
    qtbot.addWidget(found)
    found.resize(1366, 728)
    found.show()
    yield found
    found.close()


@pytest.fixture
def copies(window: MainWindow, tmp_path: Path) -> tuple[Path, Path]:
    """Return a dossier that was worked on, and an older copy of it in another folder."""
    path, older = tmp_path / "ho-so.cchc", tmp_path / "USB" / "ho-so.cchc"
    found_sample(create_dossier(path))
    older.parent.mkdir()
    shutil.copy(path, older)
    work(window, path)
    return path, older


def work(window: MainWindow, path: Path, value: str = "90000") -> None:
    """Open a dossier, change it, close it."""
    assert window.open_dossier(path)
    desk = rooms.opened(window).desk
    node = desk.tree.by_code("7.3")
    assert node is not None
    desk.run(SetFigure(Place(desk.sheet, node.id, desk.round), NUMERATOR, Decimal(value)))
    window.close_dossier()


def notes(window: MainWindow) -> list[str]:
    found = rooms.opened(window).view.findChildren(NoteBar)
    return [bar.sentence for bar in found if bar.sentence]


def test_an_older_copy_says_where_the_newer_one_is(
    window: MainWindow, copies: tuple[Path, Path]
) -> None:
    path, older = copies
    assert window.open_dossier(older)
    (bar,) = rooms.opened(window).view.findChildren(NoteBar)
    assert bar.sentence.startswith("Có bản mới hơn đã mở ngày ")
    assert str(path.parent) in bar.accessibleName()
    assert rooms.opened(window).view.isVisible()
    grab(window, "ban-moi-hon-1366x768-light")
    bar._try_again()
    assert rooms.opened(window).path == path
    assert notes(window) == []


def test_looking_into_an_older_copy_does_not_make_it_the_newest(
    window: MainWindow, copies: tuple[Path, Path]
) -> None:
    for _ in range(2):
        assert window.open_dossier(copies[1])
        assert len(notes(window)) == 1
        window.close_dossier()
    assert window.open_dossier(copies[0])
    assert notes(window) == []


def test_the_note_closes_and_a_change_leaves_it(
    window: MainWindow, copies: tuple[Path, Path]
) -> None:
    assert window.open_dossier(copies[1])
    rooms.opened(window).desk.undo()
    assert len(notes(window)) == 1
    rooms.opened(window).view.findChildren(NoteBar)[0].close_bar()
    assert notes(window) == []


def test_of_two_copies_that_were_both_changed_the_one_that_lacks_changes_says_so(
    window: MainWindow, copies: tuple[Path, Path]
) -> None:
    path, older = copies
    work(window, older, "80000")
    assert window.open_dossier(path)
    assert len(notes(window)) == 1
    work(window, path, "60000")
    assert window.open_dossier(older)
    assert len(notes(window)) == 1


def test_a_copy_with_fewer_lines_is_another_one_not_a_newer_one() -> None:
    store = MemoryStore()
    Session(store, now, Member("a", "A")).run(sample_command())
    trail = store.trail()
    known = Copy(trail.origin, "x", trail.length - 1, str(store.path.absolute()), "?")
    assert further_copy(Settings().with_copy(known), store) == known
    note = note_on(known, store)
    assert note.sentence == "Có bản khác đã mở trước đây."
    assert "đúng chỗ này" in note.hint


def test_an_older_file_in_the_same_place_offers_nothing_to_open(
    window: MainWindow, copies: tuple[Path, Path]
) -> None:
    path, older = copies
    shutil.copy(older, path)
    assert window.open_dossier(path)
    (bar,) = rooms.opened(window).view.findChildren(NoteBar)
    assert "đúng chỗ này" in bar.accessibleName()


def test_settings_of_an_earlier_program_are_read_and_copies_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "dark", "recent": [{"path": "a.cchc"}]}', encoding="utf-8")
    old = settings.load(path)
    assert (old.theme, len(old.recent), old.copies) == ("dark", 1, ())
    at = datetime(2026, 11, 2, tzinfo=UTC).isoformat()
    kept = old.with_copy(Copy("o", "h", 3, "a.cchc", at))
    assert settings.save(path, kept)
    assert settings.load(path) == kept
    assert kept.with_copy(replace(kept.copies[0], head="i")).copies[0].head == "i"


@pytest.mark.parametrize(
    "text", ['{"copies": 3}', '{"copies": [1, {"length": "x"}, {"length": 1, "head": 2}]}']
)
def test_copies_that_cannot_be_read_are_as_if_never_set(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    assert settings.load(path).copies == ()


def test_a_dossier_that_is_closed_at_once_is_not_asked_for_findings_any_more(
    qtbot: QtBot, window: MainWindow, copies: tuple[Path, Path]
) -> None:
    assert window.open_dossier(copies[0])
    status = rooms.status_of(rooms.opened(window).view)
    window.close_dossier()
    assert not status._rest.isActive()
