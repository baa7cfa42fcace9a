"""Files given back for damaged contents: the same bytes alone, whatever their name."""

from pathlib import Path

import pytest

from cchc_desktop.exchange.originals import give_back
from cchc_desktop.progress import CancelledError, Progress
from tests.memory_store import MemoryVault


@pytest.fixture
def vault(tmp_path: Path) -> MemoryVault:
    """A vault that has lost three contents of the same size, two of them in files."""
    found = MemoryVault()
    for name in ("một", "hai", "ba"):
        path = tmp_path / name
        path.write_text(name.ljust(9), "utf-8")
        found.stage(path, Progress())
    (tmp_path / "ba").unlink()
    return found


def lost(vault: MemoryVault) -> dict[str, int]:
    wanted = {sha256: len(body) for sha256, body in vault.contents.items()}
    vault.contents.clear()
    return wanted


def test_each_file_finds_its_place_and_others_are_passed_by(
    vault: MemoryVault, tmp_path: Path
) -> None:
    wanted = lost(vault)
    (tmp_path / "trong").mkdir()
    (tmp_path / "một").rename(tmp_path / "trong" / "một khác.pdf")
    (tmp_path / "lạ").write_bytes(b"123456789")
    (tmp_path / "lớn").write_bytes(b"1" * 99)
    places = [tmp_path / name for name in ("lạ", "lớn", "không có", "trong", "hai")]
    found = list(give_back(vault, wanted, places, Progress()))
    assert [each.found for each in found] == list(wanted)[:2]
    assert list(vault.contents) == list(wanted)[:2]


def test_a_file_that_cannot_be_read_is_passed_by(vault: MemoryVault, tmp_path: Path) -> None:
    wanted = lost(vault)
    (tmp_path / "hỏng").symlink_to(tmp_path / "hỏng")
    assert list(give_back(vault, wanted, [tmp_path / "hỏng", Path("a\0b")], Progress())) == []


def test_nothing_more_is_read_once_all_is_mended(vault: MemoryVault, tmp_path: Path) -> None:
    wanted = lost(vault)
    steps = list[tuple[int, int]]()
    first = {key: wanted[key] for key in list(wanted)[:1]}
    pace = Progress(lambda done, total: steps.append((done, total)))
    assert len(list(give_back(vault, first, [tmp_path / "một", tmp_path], pace))) == 1
    assert set(steps) == {(0, 1)}


def test_a_search_that_is_stopped_keeps_what_was_mended(vault: MemoryVault, tmp_path: Path) -> None:
    wanted, pace = lost(vault), Progress()
    found = give_back(vault, wanted, [tmp_path / "một", tmp_path / "hai"], pace)
    next(found)
    pace.cancel()
    with pytest.raises(CancelledError):
        next(found)
    assert len(vault.contents) == 1
