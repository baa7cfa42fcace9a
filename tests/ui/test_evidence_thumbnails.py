"""Small first pages in the list: bounded, and never in the way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.evidence import Document
from cchc_desktop.progress import Progress
from tests.memory_store import MemoryStore, MemoryVault
from tests.pictures import a_picture
from tests.ui.evidence_room import Room, a_file
from tests.ui.pdfs import a_pdf
from tests.ui.screens import grab
from tests.ui.test_evidence_preview import MOMENT, in_vault
from ui.evidence import previews as making
from ui.evidence import thumbnails
from ui.evidence.previews import Previews
from ui.evidence.thumbnails import Thumbnails


class Small:
    """Small pictures on a vault in memory."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.folder, self.vault = qtbot, folder, MemoryVault()
        self.previews = Previews(self.vault)
        self.small = Thumbnails(self.previews)

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.small.is_busy, timeout=30_000)

    def document(self, name: str, body: bytes) -> Document:
        return in_vault(self.vault, self.folder, name, body)


@pytest.fixture
def small(qtbot: QtBot, tmp_path: Path) -> Iterator[Small]:
    found = Small(qtbot, tmp_path)
    yield found
    found.small.stop()
    found.rest()
    found.previews.stop()


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    found = Room(qtbot, MemoryStore())
    yield found
    found.panel.cancel_all()
    found.rest()
    found.desk.leave()


def test_the_first_page_comes_small_and_later_at_once(small: Small) -> None:
    document = small.document("a.pdf", a_pdf(2))
    assert small.small.image_of(document) is None
    small.rest()
    image = small.small.image_of(document)
    assert image is not None
    assert image.width() >= 2 * thumbnails.WIDTH
    folder = small.previews._folder
    assert folder is not None
    assert not list(Path(folder.name).iterdir())


def test_what_has_no_page_is_asked_for_twice_at_most(small: Small) -> None:
    documents = [small.document("a.txt", b"words"), small.document("b.exe", b"MZ\x90\x00")]
    documents.append(Document("gone", "a.pdf", "0" * 64, 9, MOMENT))
    for _ in range(4):
        assert [small.small.image_of(document) for document in documents] == [None] * 3
        small.rest()
    assert set(small.small._tries.values()) == {2}


def test_no_more_are_kept_than_a_list_shows(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thumbnails, "MOST_KEPT", 2)
    documents = [small.document(f"{n}.png", a_picture(size=(50 + n, 40))) for n in range(4)]
    for document in documents:
        small.small.image_of(document)
    small.rest()
    assert len(small.small._kept) == 2


def test_a_large_file_gets_none(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "_MOST_SMALL", 10)
    document = small.document("a.pdf", a_pdf(1))
    assert small.previews.thumbnail(document, 50, Progress()).isNull()


def test_the_list_shows_them(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    scan = a_file(tmp_path, "a.pdf", a_pdf(1))
    photo = a_file(tmp_path, "b.png", a_picture(size=(300, 200)))
    room.attach(scan, photo)
    room.show(340, 600)
    qtbot.waitUntil(lambda: len(room.panel.small._kept) == 2, timeout=30_000)
    grab(room.panel, "evidence-thumbnails")
