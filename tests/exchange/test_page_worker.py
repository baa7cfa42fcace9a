"""Pages and pictures as the child renders them, run here so that its lines can be watched."""

import io
from pathlib import Path

import pytest
from PIL import Image

from cchc_desktop.exchange import child as children
from cchc_desktop.exchange import picture_worker
from cchc_desktop.exchange.page_child import PageChild, renderer
from cchc_desktop.exchange.page_wire import (
    Fault,
    FoundPlace,
    PageRequest,
    asked,
    packed_places,
    places_of,
    unpacked,
)
from cchc_desktop.exchange.page_worker import Pages
from cchc_desktop.exchange.picture_worker import picture_of
from tests.exchange.office_files import a_pdf_of
from tests.pictures import a_picture, a_vast_picture
from tests.ui.pdfs import a_pdf


def a_reader() -> Pages:
    return Pages(picture_of)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'


def written(folder: Path, body: bytes) -> str:
    path = folder / "content"
    path.write_bytes(body)
    return str(path)


def test_another_file_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    pages = a_reader()
    for count in (1, 4):
        path = tmp_path / f"{count}.pdf"
        path.write_bytes(a_pdf(count))
        assert pages.answer(PageRequest(str(path), 0, 50)).pages == count
    pages.close()


def test_the_renderer_answers_pages_and_places(tmp_path: Path) -> None:
    answer, path = renderer(), written(tmp_path, a_pdf(2))
    found = unpacked(list(answer(asked(PageRequest(path, 1, 100)))))
    assert (found.fault, found.pages) == (Fault.NONE, 2)
    pieces = list(answer(asked(PageRequest(path, 0, 0, words="page"))))
    assert [place.page for piece in pieces for place in places_of(piece)] == [0, 1]


def test_a_child_that_does_not_start_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(children, "_START_LIMIT", 0.0)
    child = PageChild()
    assert child.ask(PageRequest(str(tmp_path / "a.pdf"), 0, 50)).fault is Fault.NO_CHILD
    assert child.number is None
    child.stop()


def test_words_are_found_without_accents_and_lie_where_they_are_printed(tmp_path: Path) -> None:
    path = a_pdf_of(tmp_path / "a", ["không có gì", "Đạt điểm, ĐẠT  điểm"])
    found = [
        place
        for page in a_reader().find(PageRequest(str(path), 0, 0, words="dat diem"))
        for place in page
    ]
    assert [place.page for place in found] == [1, 1]
    first, second = (place.boxes[0] for place in found)
    assert 0 < first[0] < first[2] < second[0] < second[2] < 1
    assert abs(first[1] - (842 - 700 - 12) / 842) < 0.02  # a line of 12 points at height 700


def test_of_very_many_places_the_first_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_pdf_of(tmp_path / "a", ["một một một"] * 3)
    monkeypatch.setattr("cchc_desktop.exchange.page_worker.MOST_PLACES", 4)
    found = [
        place
        for page in a_reader().find(PageRequest(str(path), 0, 0, words="mot"))
        for place in page
    ]
    assert [place.page for place in found] == [0, 0, 0, 1]


def test_in_a_file_that_cannot_be_read_nothing_is_found(tmp_path: Path) -> None:
    assert not list(a_reader().find(PageRequest(written(tmp_path, b"%PDF-1.4"), 0, 0, words="a")))
    child = PageChild(time_limit=0.0)
    assert child.find(PageRequest(written(tmp_path, a_pdf()), 0, 0, words="page")) == ()
    child.stop()


def test_places_survive_the_way_and_stay_on_the_page() -> None:
    place = FoundPlace(3, ((0.1, 0.2, 0.3, 0.4),))
    assert places_of(packed_places([place])) == (place,)
    assert places_of(b"[[1, [[-5, 0, 7, 1]]]]") == (FoundPlace(1, ((0.0, 0.0, 1.0, 1.0),)),)


@pytest.mark.parametrize("piece", [b"", b"7", b"[[1]]", b"[[1, [[1]]]]", b"[" * 100_000])
def test_what_are_no_places_is_refused(piece: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # of several readers
        places_of(piece)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP", "GIF", "WEBP", "TIFF"])
def test_a_picture_of_every_kind_is_made_as_wide_as_wanted(tmp_path: Path, kind: str) -> None:
    answer = a_reader().answer(PageRequest(written(tmp_path, a_picture(kind, (900, 600))), 0, 300))
    assert (answer.fault, answer.width, answer.height) == (Fault.NONE, 300, 200)
    assert answer.points == 900 * 0.75
    blue, green, red = answer.pixels[:3]
    assert blue > 100 > green > red
    assert set(answer.pixels[3::4]) == {255}  # else what is painted over it gets other colours


def test_a_small_picture_keeps_its_pixels(tmp_path: Path) -> None:
    path = written(tmp_path, a_picture())
    assert a_reader().answer(PageRequest(path, 0, 300)).width == 80
    assert a_reader().answer(PageRequest(path, 0, 0, scale=2 / 3)).width == 40


def test_a_photograph_that_was_held_upright_stands_upright(tmp_path: Path) -> None:
    path = written(tmp_path, a_picture("JPEG", (900, 600), turn=6))
    answer = a_reader().answer(PageRequest(path, 0, 300))
    assert (answer.width, answer.height, answer.points) == (300, 450, 600 * 0.75)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16", "I", "F"])
def test_pictures_of_every_depth_show(tmp_path: Path, mode: str) -> None:
    body = io.BytesIO()
    Image.new(mode, (20, 10)).save(body, "TIFF")
    answer = a_reader().answer(PageRequest(written(tmp_path, body.getvalue()), 0, 300))
    assert (answer.fault, answer.width, answer.height) == (Fault.NONE, 20, 10)


def test_what_is_clear_lies_on_white(tmp_path: Path) -> None:
    body = io.BytesIO()
    Image.new("RGBA", (2, 2), (0, 0, 0, 0)).save(body, "PNG")
    answer = a_reader().answer(PageRequest(written(tmp_path, body.getvalue()), 0, 300))
    assert answer.pixels[:3] == b"\xff\xff\xff"


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (a_vast_picture(), Fault.TOO_LARGE),
        (a_picture()[:90], Fault.DAMAGED),
        (SVG, Fault.DAMAGED),  # a drawing could name other files
        (b"MZ\x90\x00", Fault.PROGRAM),
    ],
)
def test_a_bad_picture_is_told_apart(tmp_path: Path, body: bytes, fault: Fault) -> None:
    assert a_reader().answer(PageRequest(written(tmp_path, body), 0, 300)).fault is fault


def test_a_picture_that_takes_all_memory_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def greedy(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(picture_worker, "_rendered", greedy)
    found = a_reader().answer(PageRequest(written(tmp_path, a_picture()), 0, 300))
    assert found.fault is Fault.TOO_LARGE
