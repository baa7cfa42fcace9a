"""Many files are taken in with few changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cchc_desktop.session import Changed
from tests.memory_store import MemoryStore
from tests.ui.evidence_room import LEAF, OTHER, SHEET, Room, a_file
from ui.evidence.intake import Batch


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    found = Room(qtbot, MemoryStore())
    yield found
    found.panel.cancel_all()
    found.rest()
    found.desk.leave()


def test_many_known_files_are_linked_in_few_changes_that_one_undo_takes_back(
    room: Room, tmp_path: Path
) -> None:
    paths = [a_file(tmp_path, f"{n}.pdf", b"PDF %d" % (n % 95)) for n in range(100)]
    room.attach(*paths)
    room.desk.choose(OTHER)
    heard = list[Changed]()
    room.session.listen(heard.append)
    room.attach(*paths)
    assert len(room.session.state.documents) == len(room.names()) == 95
    assert len(heard) < 20
    assert room.session.undo_title == "thêm 95 tài liệu"
    room.desk.undo()
    assert room.names() == []
    assert len(room.session.state.links()) == 95


def test_a_file_that_cannot_be_linked_does_not_keep_others_of_its_drop_out(
    room: Room, tmp_path: Path
) -> None:
    paths = [a_file(tmp_path, f"{n}.pdf") for n in range(4)]
    places = {paths[0]: LEAF, paths[1]: "gone", paths[2]: OTHER, paths[3]: LEAF}
    room.panel.intake.take(Batch(tuple(paths), SHEET, "", places=places))
    room.rest()
    assert len(room.names()) == 2
    assert len(room.session.state.links()) == 3
    (error,) = room.told
    assert "1 trong 4 tệp" in error.sentence
