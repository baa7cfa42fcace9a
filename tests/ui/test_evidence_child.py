"""The loop of the page child, run here so that its lines can be watched."""

import multiprocessing
from pathlib import Path
from threading import Thread

import pytest

from tests.ui.pdfs import a_pdf
from ui.evidence import preview_child
from ui.evidence.preview_child import PageChild, serve
from ui.evidence.preview_wire import Fault, PageRequest, unpacked
from ui.evidence.preview_worker import Pages


def test_the_child_answers_until_the_window_hangs_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview_child, "_limit", lambda: None)
    path = tmp_path / "a.pdf"
    path.write_bytes(a_pdf(2))
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    loop = Thread(target=serve, args=(theirs,))
    loop.start()
    assert ours.recv_bytes() == b"ready"
    for page in (0, 1):
        ours.send(PageRequest(str(path), page, 100))
        answer = unpacked(ours.recv_bytes(), ours.recv_bytes())
        assert (answer.fault, answer.pages) == (Fault.NONE, 2)
    ours.close()
    loop.join()
    theirs.close()


def test_another_file_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    pages = Pages()
    for count in (1, 4):
        path = tmp_path / f"{count}.pdf"
        path.write_bytes(a_pdf(count))
        assert pages.answer(PageRequest(str(path), 0, 50)).pages == count
    pages.close()


def test_a_child_that_does_not_start_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview_child, "START_LIMIT", 0.0)
    child = PageChild()
    assert child.ask(PageRequest(str(tmp_path / "a.pdf"), 0, 50)).fault is Fault.NO_CHILD
    assert child.number is None
    child.stop()
