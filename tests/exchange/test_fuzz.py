"""More than two thousand harmed files are read and shown: whoever asks survives all of them."""

import time
from pathlib import Path

import pytest

from cchc_desktop.domain.texts import ExtractedText
from cchc_desktop.exchange.page_child import PageChild
from cchc_desktop.exchange.page_wire import Fault, PageAnswer, PageRequest
from cchc_desktop.exchange.page_worker import MOST_PIXELS
from cchc_desktop.exchange.text_child import TextChild
from cchc_desktop.exchange.text_worker import MOST_CHARACTERS, text_of
from tests.exchange.mutants import good_files, mutants

EACH = 160
KINDS = (
    "pdf", "pdf-words", "docx", "xlsx", "odt", "xls", "ole", "txt", "png", "jpeg", "gif", "bmp",
    "webp", "tiff",
)  # fmt: skip
LIMIT = 3.0  # seconds for a file
SEED = 20261123


@pytest.mark.slow
@pytest.mark.timeout(180)
@pytest.mark.parametrize("kind", KINDS)
def test_harmed_files_harm_nobody(kind: str, tmp_path: Path) -> None:
    assert EACH * len(KINDS) >= 2000
    good = good_files(tmp_path)[kind]
    texts, pages = TextChild(LIMIT), PageChild(LIMIT)
    path, began = tmp_path / "content", time.monotonic()
    try:
        for body in mutants(good, EACH, SEED):
            path.write_bytes(body)
            found = texts.ask(path)
            assert isinstance(found, ExtractedText)
            assert sum(map(len, found.pages)) <= MOST_CHARACTERS
            shown = pages.ask(PageRequest(str(path), 0, 120))
            assert isinstance(shown, PageAnswer)
            assert shown.width * shown.height <= MOST_PIXELS
            assert len(shown.pixels) == shown.stride * shown.height
        path.unlink()
        whole = tmp_path / "whole"
        whole.write_bytes(good)
        assert texts.ask(whole) == text_of(whole)
        wanted = kind in {"docx", "xlsx", "odt", "xls", "ole", "txt"}
        assert (pages.ask(PageRequest(str(whole), 0, 120)).fault is not Fault.NONE) == wanted
    finally:
        texts.stop()
        pages.stop()
    assert time.monotonic() - began < 60
