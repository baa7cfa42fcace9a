import random
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.evidence import Document
from cchc_desktop.exchange.page_child import PageChild
from cchc_desktop.exchange.page_wire import Fault, PageAnswer, PageRequest, packed, unpacked
from cchc_desktop.exchange.page_worker import MOST_PIXELS, Pages, scale_of
from cchc_desktop.exchange.picture_worker import picture_of
from cchc_desktop.progress import CancelledError, Progress
from tests.memory_store import MemoryVault
from tests.ui.pdfs import a_pdf, a_vast_pdf
from ui.evidence.kinds import Kind, kind_of, shown_size
from ui.evidence.preview import Preview
from ui.evidence.previews import Previews, Wish

MOMENT = datetime.fromisoformat("2023-03-01T14:32:05+07:00")
SEED = 20260301


@pytest.fixture
def child() -> Iterator[PageChild]:
    found = PageChild()
    yield found
    found.stop()


def written(folder: Path, body: bytes, name: str = "a.pdf") -> str:
    path = folder / name
    path.write_bytes(body)
    return str(path)


def in_vault(vault: MemoryVault, folder: Path, name: str, body: bytes) -> Document:
    (folder / name).write_bytes(body)
    staged = vault.stage(folder / name, Progress())
    return Document(staged.sha256, name, staged.sha256, staged.size, MOMENT)


def test_a_page_has_the_width_that_was_wanted(child: PageChild, tmp_path: Path) -> None:
    answer = child.ask(PageRequest(written(tmp_path, a_pdf(5)), 2, 400))
    assert (answer.fault, answer.pages, answer.points) == (Fault.NONE, 5, 595)
    assert abs(answer.width - 400) <= 1
    assert len(answer.pixels) == answer.stride * answer.height


def test_a_page_beyond_the_last_is_the_last(child: PageChild, tmp_path: Path) -> None:
    path = written(tmp_path, a_pdf(3))
    last, beyond = (child.ask(PageRequest(path, page, 100)) for page in (2, 99))
    assert last == beyond


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (b"", Fault.DAMAGED),
        (b"not a pdf at all", Fault.DAMAGED),
        (a_pdf()[:300], Fault.DAMAGED),
        (a_pdf(lock="mật"), Fault.LOCKED),
        (a_vast_pdf(), Fault.TOO_LARGE),
    ],
)
def test_a_bad_file_is_told_apart(
    child: PageChild, tmp_path: Path, body: bytes, fault: Fault
) -> None:
    request = PageRequest(written(tmp_path, body), 0, 300)
    assert child.ask(request).fault is fault
    assert Pages(picture_of).answer(request).fault is fault


def test_a_file_that_is_gone_is_damaged(child: PageChild, tmp_path: Path) -> None:
    assert child.ask(PageRequest(str(tmp_path / "none.pdf"), 0, 300)).fault is Fault.DAMAGED


def test_a_page_that_takes_too_long_is_given_up_and_the_next_one_comes(tmp_path: Path) -> None:
    path = written(tmp_path, a_pdf())
    slow = PageChild(time_limit=0.0)
    assert slow.ask(PageRequest(path, 0, 3000)).fault is Fault.SLOW
    assert slow.number is None
    slow.stop()


def test_a_child_that_was_killed_is_started_again(child: PageChild, tmp_path: Path) -> None:
    request = PageRequest(written(tmp_path, a_pdf()), 0, 200)
    before = child.ask(request)
    number = child.number
    child.interrupt()
    assert child.ask(request) == before
    assert child.number != number


def test_fifty_mutated_files_harm_nobody(child: PageChild, tmp_path: Path) -> None:
    chance = random.Random(SEED)  # noqa: S311  # a seed makes the same files every time
    good = a_pdf(2)
    for _ in range(50):
        body = bytearray(good)
        for _ in range(chance.randrange(1, 40)):
            body[chance.randrange(len(body))] = chance.randrange(256)
        if chance.random() < 0.3:
            del body[chance.randrange(len(body)) :]
        answer = child.ask(PageRequest(written(tmp_path, bytes(body)), 1, 200))
        assert answer.fault is not Fault.NONE or answer.width * answer.height <= MOST_PIXELS
        (tmp_path / "a.pdf").unlink()
    last = child.ask(PageRequest(written(tmp_path, good, "good.pdf"), 1, 200))
    assert last.fault is Fault.NONE


@given(
    width=st.floats(1, 200_000),
    height=st.floats(1, 200_000),
    wanted=st.integers(0, 20_000),
    scale=st.floats(0, 50),
)
def test_no_page_takes_more_than_its_memory(
    width: float, height: float, wanted: int, scale: float
) -> None:
    found = scale_of((width, height), PageRequest("", 0, wanted, scale))
    assert found * width * found * height <= MOST_PIXELS * 1.0001


def test_an_answer_survives_the_way() -> None:
    answer = PageAnswer(Fault.NONE, 5, 2, 3, 8, 595.5, bytes(24))
    assert unpacked(packed(answer)) == answer


@pytest.mark.parametrize(("head", "pixels"), [(b"x", b""), (packed(PageAnswer())[0], b"1")])
def test_an_answer_that_does_not_add_up_is_refused(head: bytes, pixels: bytes) -> None:
    with pytest.raises(ValueError, match=r"\d"):
        unpacked((head, pixels))


def test_a_page_made_before_comes_at_once(tmp_path: Path) -> None:
    vault = MemoryVault()
    document = in_vault(vault, tmp_path, "a.pdf", a_pdf())
    previews = Previews(vault)
    wish = Wish(document, 1, 200)
    assert previews.known(wish) is None
    page = previews.make(wish, Progress())
    assert previews.known(wish) is page
    for number in range(10):
        previews.make(Wish(document, 0, 100 + number), Progress())
    assert previews.known(wish) is None
    previews.stop()


def test_a_page_nobody_wants_any_more_is_not_made(tmp_path: Path) -> None:
    vault = MemoryVault()
    previews = Previews(vault)
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        previews.make(Wish(in_vault(vault, tmp_path, "a.pdf", a_pdf()), 0, 200), progress)
    previews.stop()


class Shown:
    """A preview on a vault in memory."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.vault, self.folder, self.qtbot = MemoryVault(), folder, qtbot
        self.preview = Preview(Previews(self.vault))
        qtbot.addWidget(self.preview)
        self.preview.resize(400, 500)
        self.preview.show()

    def show(self, name: str, body: bytes, page: int = 0) -> Document:
        document = in_vault(self.vault, self.folder, name, body)
        self.preview.show_document(document, page)
        self.rest()
        return document

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.preview.is_busy, timeout=30_000)


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[Shown]:
    found = Shown(qtbot, tmp_path)
    yield found
    found.preview.stop()
    found.rest()


def test_a_document_opens_at_the_cited_page(shown: Shown) -> None:
    document = shown.show("a.pdf", a_pdf(5), page=2)
    assert (shown.preview.where, shown.preview.sentence) == ("Trang 3 / 5", "")
    shown.preview.show_document(document, 4)
    shown.rest()
    assert shown.preview.where == "Trang 5 / 5"
    shown.preview.go_to(99)
    assert shown.preview.where == "Trang 5 / 5"


def test_a_cited_page_beyond_the_last_shows_the_last(shown: Shown) -> None:
    shown.show("a.pdf", a_pdf(2), page=30)
    assert shown.preview.where == "Trang 2 / 2"


def test_a_page_fits_the_width_or_takes_a_percentage(shown: Shown) -> None:
    shown.show("a.pdf", a_pdf(1))
    assert abs(shown.preview.view.paper().width() - shown.preview.view.page_room) <= 2
    shown.preview.set_zoom(200)
    shown.rest()
    assert abs(shown.preview.view.paper().width() - 595 * 2 * 96 // 72) <= 2
    shown.preview.view.zoomed.emit(-1)
    shown.rest()
    assert abs(shown.preview.view.paper().width() - 595 * 1.5 * 96 // 72) <= 2


def test_page_down_at_the_end_turns_the_page(shown: Shown) -> None:
    shown.show("a.pdf", a_pdf(3, size=(842, 300)))
    shown.qtbot.keyClick(shown.preview.view, Qt.Key.Key_PageDown)
    shown.rest()
    assert shown.preview.where == "Trang 2 / 3"
    shown.qtbot.keyClick(shown.preview.view, Qt.Key.Key_PageUp)
    shown.rest()
    assert shown.preview.where == "Trang 1 / 3"


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("a.pdf", b"%PDF-1.4 junk", "Tệp hỏng hoặc không đúng định dạng nên không xem trước được."),
        ("a.pdf", a_pdf(lock="mật"), "Tệp có mật khẩu nên không xem trước được."),
        ("a.pdf", a_vast_pdf(), "Tệp quá lớn nên không xem trước được."),
        (
            "a.png",
            b"\x89PNG\r\n\x1a\n",
            "Tệp hỏng hoặc không đúng định dạng nên không xem trước được.",
        ),
        ("a.xlsx", b"\x00\x01\x02\x03", "a.xlsx  ·  4 byte"),
        ("a.pdf", b"MZ\x90\x00", "Đây là chương trình, không phải tài liệu, nên không được mở."),
    ],
)
def test_what_cannot_be_shown_is_said_in_one_sentence(
    shown: Shown, name: str, body: bytes, words: str
) -> None:
    shown.show(name, body)
    assert shown.preview.sentence == words
    shown.show("good.pdf", a_pdf(2))
    assert (shown.preview.sentence, shown.preview.where) == ("", "Trang 1 / 2")


def test_content_that_is_missing_is_said_in_one_sentence(shown: Shown) -> None:
    shown.preview.show_document(Document("d", "a.pdf", "0" * 64, 3, MOMENT))
    shown.rest()
    assert shown.preview.sentence == "Không thấy nội dung tài liệu."


def test_going_to_another_document_gives_up_the_one_before(shown: Shown) -> None:
    first = in_vault(shown.vault, shown.folder, "a.pdf", a_pdf(2))
    second = in_vault(shown.vault, shown.folder, "b.pdf", a_pdf(4))
    for document in (first, second, first, second):
        shown.preview.show_document(document)
    shown.rest()
    assert shown.preview.where == "Trang 1 / 4"


def test_a_fault_of_the_program_is_told_once_not_tried_for_ever(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: told.append(kind))

    def broken(wish: Wish, progress: Progress) -> NoReturn:
        raise RuntimeError(wish.page)

    with monkeypatch.context() as patch:
        patch.setattr(shown.preview.previews, "make", broken)
        shown.preview.show_document(in_vault(shown.vault, shown.folder, "a.pdf", a_pdf(2)))
        shown.rest()
    assert told == [RuntimeError]
    shown.show("good.pdf", a_pdf(3))
    assert shown.preview.where == "Trang 1 / 3"


def test_a_small_picture_is_not_blown_up(shown: Shown) -> None:
    image = QImage(80, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("#D55E00"))
    path = shown.folder / "small.png"
    assert image.save(str(path))
    shown.show("a.png", path.read_bytes())
    assert shown.preview.view.paper().width() == 80


@pytest.mark.parametrize(
    ("name", "kind"),
    [("A.PDF", Kind.PDF), ("a.JPeG", Kind.IMAGE), ("a.ods", Kind.SHEET), ("a", Kind.OTHER)],
)
def test_the_suffix_says_the_kind(name: str, kind: Kind) -> None:
    assert kind_of(name) is kind


@pytest.mark.parametrize(
    ("size", "words"),
    [(5, "5 byte"), (2048, "2 KB"), (3_565_200, "3,4 MB"), (2 * 1024**3, "2,0 GB")],
)
def test_sizes_are_written_as_people_read_them(size: int, words: str) -> None:
    assert shown_size(size) == words
