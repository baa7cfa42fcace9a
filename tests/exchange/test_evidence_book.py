"""Tập TLKC: one stamped, bookmarked PDF; what cannot be joined is listed and stops nothing."""

import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.actions import JavaScript
from pypdf.generic import NameObject
from reportlab.lib.fonts import tt2ps

from cchc_desktop.commands.evidence import CitePage, DescribeDocument, LinkDocument
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence_book import Book, book_of, cited_pages
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.texts import TextFault
from cchc_desktop.exchange import book_worker
from cchc_desktop.exchange.book_child import BookChild
from cchc_desktop.exchange.book_worker import answer, join, plain
from cchc_desktop.exchange.evidence_book import MadeBook, Places, left_out, make_book
from cchc_desktop.progress import CancelledError, Progress
from cchc_desktop.reports.evidence_book import book_cover
from cchc_desktop.reports.summary import Stamp
from cchc_desktop.reports.writers import as_pdf
from cchc_desktop.reports.writers.pdf_style import BOLD, REGULAR, register_fonts
from cchc_desktop.wording import evidence_book as words
from tests.evidence_register import Register
from tests.exchange.office_files import a_docx, a_pdf_of
from tests.sample_session import SHEET, fixed_clock, node


def a_picture(size: tuple[int, int] = (60, 40), mode: str = "RGBA", kind: str = "PNG") -> bytes:
    body = io.BytesIO()
    Image.new(mode, size).save(body, kind)
    return body.getvalue()


def turned(path: Path) -> bytes:
    writer, body = pypdf.PdfWriter(), io.BytesIO()
    for page in pypdf.PdfReader(a_pdf_of(path, ["xoay"])).pages:
        writer.add_page(page).rotate(90)
    writer.add_open_action(JavaScript("app.alert(1)"))
    writer.write(body)
    return body.getvalue()


@pytest.fixture
def register(tmp_path: Path) -> Register:
    found, at = Register(tmp_path), tmp_path / "x"
    plan = found.attach("7.3", "Kế hoạch.pdf", a_pdf_of(at, ["một", "hai", "ba"]).read_bytes())
    (link,) = found.session.state.cell(SHEET).links[node("7.3")]
    found.session.run(CitePage(SHEET, link.id, "2-3"))
    found.session.run(LinkDocument(SHEET, node("7.2"), plan))
    found.session.run(DescribeDocument(plan, "55/KH", date(2022, 3, 1), subject="Kế hoạch"))
    found.attach("7.3", "Xoay.pdf", turned(at))
    found.attach("7.3", "Khóa.pdf", a_pdf_of(at, ["mật"], "khóa").read_bytes())
    found.attach("7.3", "Hỏng.pdf", b"%PDF-1.4 cut")
    found.attach("7.3", "Báo cáo.docx", a_docx(at).read_bytes())
    found.attach("7.3", "Ảnh.png", a_picture())
    return found


def a_book(register: Register) -> Book:
    state = register.session.state
    return book_of(state, SHEET, state.criteria[node("7.3")].parent)


def made(register: Register, out: Path, progress: Progress | None = None) -> MadeBook:
    book, state = a_book(register), register.session.state

    def cover(places: Places) -> bytes:
        standing = {key: (place.first, place.fault.value) for key, place in places.items()}
        printed = Stamp(fixed_clock(), ""), Round.FIRST
        return as_pdf(book_cover(state, book, standing, printed))[0]

    return make_book(register.session.store.vault, book, cover, out, progress or Progress())


def titles(outline: list[Any]) -> Iterator[str]:
    for item in outline:
        if isinstance(item, list):
            yield from titles(item)
        else:
            yield str(item.title)


def test_a_book_holds_cover_stamped_documents_and_bookmarks(
    register: Register, tmp_path: Path
) -> None:
    found = made(register, tmp_path / "tập.pdf")
    assert (found.pages, found.apart) == (6, 3)
    assert left_out(a_book(register), found) == (
        "7.3-03 Khóa.pdf: có mật khẩu",
        "7.3-04 Hỏng.pdf: tệp hỏng",
        "7.3-05 Báo cáo.docx: tệp riêng",
    )
    reader = pypdf.PdfReader(tmp_path / "tập.pdf")
    pages = [page.extract_text() for page in reader.pages]
    for words_there in ("TẬP TÀI LIỆU KIỂM CHỨNG", "có mật khẩu", "tệp hỏng", "tệp riêng", "55/KH"):
        assert words_there in pages[0]
    assert "TLKC 7.2-01, 7.3-01" in pages[1]
    assert ["Trang dẫn chứng" in page for page in pages[1:]] == [False, True, True, False, False]
    assert [f"trang {number}" in page for number, page in enumerate(pages[1:], 2)] == [True] * 5
    assert "TLKC 7.3-06" in pages[5]
    assert list(titles(reader.outline)) == [
        "Tập tài liệu kiểm chứng",
        "7.2. Dịch vụ dữ liệu NDXP đưa vào dùng chính thức",
        "7.2-01  55/KH",
        "7.3. Hồ sơ giải quyết trực tuyến toàn trình",
        "7.3-01  55/KH",
        "7.3-02  Xoay.pdf",
        "7.3-06  Ảnh.png",
    ]
    assert b"app.alert" not in (tmp_path / "tập.pdf").read_bytes()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_annexes_stand_behind_their_document_and_what_has_no_page_is_named(
    register: Register, tmp_path: Path
) -> None:
    (plan, *_) = (each.document for each in a_book(register).entries)
    pages = a_pdf_of(tmp_path / "x", ["bảng"]).read_bytes()
    for name, body in (("bảng 1.pdf", pages), ("bảng 2.docx", b"khac")):
        register.add_file(plan.id, name, body, "phụ lục")
    newer = a_pdf_of(tmp_path / "x", ["mới", "mới"]).read_bytes()
    register.add_file(plan.id, "Kế hoạch mới.pdf", newer, "", is_newer=True)
    found = made(register, tmp_path / "tập.pdf")
    assert (found.pages, found.apart) == (6, 4), "the version before is left out"
    reader = pypdf.PdfReader(tmp_path / "tập.pdf")
    cover = " ".join(reader.pages[0].extract_text().split())
    assert "8 tệp tài liệu, 4 tệp in trong tập; 4 tệp để ngoài tập" in cover
    for said in ("7.3-01/1 phụ lục: bảng 1.pdf", "7.3-01/2 phụ lục: bảng 2.docx tệp riêng"):
        assert said in cover
    annex = reader.pages[3].extract_text()
    assert "TLKC 7.2-01/1, 7.3-01/1" in annex
    assert "Trang dẫn chứng" not in annex
    assert "7.3-01/1  phụ lục: bảng 1.pdf" in list(titles(reader.outline))


def test_joining_tells_how_far_it_is_and_can_be_stopped(register: Register, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    made(register, tmp_path / "tập.pdf", Progress(lambda *step: told.append(step)))
    contents = len(a_book(register).contents)
    joining = [done for done, total in told if total == 2 * contents + 1 and done > contents]
    assert joining[-1] >= contents + 3, "three documents have pages"

    def stop(done: int, total: int) -> None:
        if done == contents + 1:
            progress.cancel()

    progress = Progress(stop)
    with pytest.raises(CancelledError):
        made(register, tmp_path / "hai.pdf", progress)
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["tập.pdf"]


def test_work_that_is_stopped_or_refused_leaves_nothing(register: Register, tmp_path: Path) -> None:
    progress = Progress(lambda done, _: progress.cancel() if done else None)
    with pytest.raises(CancelledError):
        made(register, tmp_path / "tập.pdf", progress)
    with pytest.raises(CchcError, match="Không ghi được"):
        made(register, tmp_path / "không có" / "tập.pdf")
    assert not list(tmp_path.glob("*.pdf"))


def test_a_document_whose_content_is_gone_stands_apart(register: Register, tmp_path: Path) -> None:
    vault = register.session.store.vault
    first = a_book(register).entries[0].document.sha256
    vault.contents.pop(first)  # type: ignore[attr-defined]  # of the vault in memory
    assert made(register, tmp_path / "tập.pdf").places[first].fault is TextFault.DAMAGED


def test_no_room_for_a_copy_is_told_and_calls_no_document_damaged(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(sha256: str, target: Path) -> None:
        raise CchcError("Không ghi được tệp content ở thư mục này.")

    monkeypatch.setattr(register.session.store.vault, "save_copy", full)
    with pytest.raises(CchcError, match="không đủ chỗ tạm"):
        made(register, tmp_path / "tập.pdf")


def test_what_spoils_the_joining_is_named_and_left_out(tmp_path: Path) -> None:
    (tmp_path / "bìa.pdf").write_bytes(a_pdf_of(tmp_path / "x", ["bìa"]).read_bytes())
    (tmp_path / "hỏng").write_bytes(b"%PDF-1.4 cut")
    part = {"path": str(tmp_path / "hỏng"), "stamp": "", "cited": []}
    child = BookChild()
    asked = {"cover": str(tmp_path / "bìa.pdf"), "parts": [part], "outline": []}
    found = child.ask("join", **asked, out=str(tmp_path / "ra"))
    child.stop()
    assert (found["bad"], found["fault"]) == (0, "damaged")


def test_pages_that_share_their_content_keep_it_and_have_a_stamp_each(tmp_path: Path) -> None:
    page = PdfReader(a_pdf_of(tmp_path / "x", ["mẫu chung"])).pages[0]
    form = PdfWriter()
    for _ in range(3):
        form.add_page(page)
    shared = form.pages[0].raw_get("/Contents")
    for each in form.pages:
        each[NameObject("/Contents")] = shared
    form.pages[2].rotate(90)
    form.write(tmp_path / "mẫu.pdf")
    part = {"path": str(tmp_path / "mẫu.pdf"), "stamp": "TLKC 7.3-01", "cited": []}
    a_pdf_of(tmp_path / "bìa.pdf", ["bìa"])
    *_, found = join(str(tmp_path / "bìa.pdf"), [part], [], str(tmp_path / "ra.pdf"))
    assert found == {"pages": 4}
    for number, made_page in enumerate(PdfReader(tmp_path / "ra.pdf").pages[1:], 2):
        text = made_page.extract_text(orientations=(0, 90, 180, 270))
        assert "mẫu chung" in text
        assert text.count("TLKC 7.3-01") == 1
        assert f"trang {number}" in text


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe that nobody writes to")
@pytest.mark.parametrize("tell", [None, lambda joined: None])
def test_a_child_that_is_slow_is_a_fault(
    tmp_path: Path, tell: Callable[[int], object] | None
) -> None:
    os.mkfifo(tmp_path / "x")
    child = BookChild(time_limit=0.05, tell=tell)
    assert child.ask("count", path=str(tmp_path / "x")) == {"fault": "slow"}


def test_a_child_that_dies_is_a_fault() -> None:
    child = BookChild()
    assert child.ask("count", path="x")["fault"] == "damaged"
    process = child._child._process
    assert process is not None
    process.kill()
    assert child.ask("count", path="x") == {"fault": "damaged"}
    child.stop()


@pytest.mark.parametrize(
    ("body", "pages"),
    [
        (a_picture((40, 90), "L", "JPEG"), 1),
        (a_picture((9, 9), "P", "GIF"), 1),
        (a_picture((90, 40), "I;16", "TIFF"), 1),
    ],
)
def test_a_picture_takes_a_page_of_a4(tmp_path: Path, body: bytes, pages: int) -> None:
    (tmp_path / "a").write_bytes(body)
    assert plain(str(tmp_path / "a"), str(tmp_path / "b")) == {"pages": pages}
    sizes = [sorted(page.mediabox[2:]) for page in pypdf.PdfReader(tmp_path / "b").pages]
    assert [[round(float(edge)) for edge in size] for size in sizes] == [[595, 842]] * pages


def test_too_many_pages_or_pixels_are_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_pdf_of(tmp_path / "a", ["", ""])
    (tmp_path / "b").write_bytes(a_picture())
    monkeypatch.setattr(book_worker, "MOST_PAGES", 1)
    monkeypatch.setattr(book_worker, "MOST_PIXELS", 1)
    for name in "ab":
        asked = f'{{"do": "plain", "source": "{tmp_path / name}", "target": "{tmp_path / "c"}"}}'
        (found,) = answer(asked.encode())
        assert b'"too_large"' in found


def test_a_full_disk_is_said(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: BookChild, do: str, **what: object) -> dict[str, object]:
        if do == "join":
            return {"fault": "damaged", "disk": True, "bad": None}
        return {"pages": 1}

    monkeypatch.setattr(BookChild, "ask", refuse)
    with pytest.raises(CchcError, match="Không ghi được"):
        made(register, tmp_path / "tập.pdf")


def test_pages_are_read_as_people_write_them() -> None:
    assert cited_pages("3-5, 8") == {3, 4, 5, 8}
    assert cited_pages("trang 2 – 3") == {2, 3}
    assert cited_pages("cuối") == frozenset()
    assert len(cited_pages("1-99999")) == 5001


def test_a_book_of_nothing_is_refused(register: Register) -> None:
    with pytest.raises(CchcError, match="chưa gắn"):
        book_of(register.session.state, SHEET, node("1"))


def test_words_of_a_book() -> None:
    assert words.stamp(("1-01", "2-01", "3-01", "4-01")) == "TLKC 1-01, 2-01, 3-01, …"
    assert words.area("", "Tên") == "Tên"
    assert words.made(3, "a.pdf", 0) == "Đã lập tập TLKC 3 trang: a.pdf."


def test_the_child_stamps_joins_and_bookmarks(tmp_path: Path) -> None:
    (tmp_path / "xoay.pdf").write_bytes(turned(tmp_path / "x"))
    a_pdf_of(tmp_path / "bìa.pdf", ["bìa"])
    (plain_pages,) = answer(asked("plain", source=tmp_path / "xoay.pdf", target=tmp_path / "1"))
    assert plain_pages == b'{"pages": 1}'
    part = {"path": str(tmp_path / "1"), "stamp": "TLKC 7.3-01", "cited": [1]}
    outline = [{"title": "7.3", "items": [{"title": "7.3-01", "page": 1}]}]
    rest = {"cover": tmp_path / "bìa.pdf", "out": tmp_path / "ra"}
    found = list(answer(asked("join", parts=[part], outline=outline, **rest)))
    assert found == [b'{"joined": 1}', b'{"pages": 2}']
    page = pypdf.PdfReader(tmp_path / "ra").pages[1]
    assert page.rotation == 0
    assert page.mediabox.width > page.mediabox.height
    (bad,) = answer(asked("join", parts=[part | {"path": "x"}], outline=[], **rest))
    assert json.loads(bad)["bad"] == 0
    (full,) = answer(asked("join", parts=[], outline=[], **rest | {"out": tmp_path}))
    assert json.loads(full)["disk"]


def test_stamping_leaves_the_bold_of_the_papers_alone(tmp_path: Path) -> None:
    register_fonts()
    a_pdf_of(tmp_path / "bìa.pdf", ["bìa"])
    rest = {"cover": tmp_path / "bìa.pdf", "out": tmp_path / "ra"}
    list(answer(asked("join", parts=[], outline=[], **rest)))
    assert tt2ps(REGULAR, 1, 0) == BOLD


def asked(do: str, **what: object) -> bytes:
    return json.dumps({"do": do, **what}, default=str).encode()


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda path: a_pdf_of(path, ["mật"], "khóa"), "locked"),
        (a_docx, "unknown"),
        (lambda path: path.write_bytes(b"%PDF-1.4 cut"), "damaged"),
    ],
)
def test_what_has_no_pages_says_why(tmp_path: Path, make: Any, fault: str) -> None:
    make(tmp_path / "a")
    (found,) = answer(asked("plain", source=tmp_path / "a", target=tmp_path / "b"))
    assert json.loads(found)["fault"] == fault


def test_a_book_that_no_memory_holds_is_refused(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: BookChild, do: str, **what: object) -> dict[str, object]:
        return {"pages": 1} if do != "join" else {"fault": "too_large", "bad": 0}

    monkeypatch.setattr(BookChild, "ask", refuse)
    with pytest.raises(CchcError, match="quá lớn"):
        made(register, tmp_path / "tập.pdf")
