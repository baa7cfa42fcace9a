"""A dossier that cannot be opened says why and offers its newest backup."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop import settings
from cchc_desktop.clock import now
from cchc_desktop.commands.marks import Place, SetPoints
from cchc_desktop.commands.sample import sample_command
from cchc_desktop.commands.sets import CopyAssessment
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.last_year import figures_of_last_year
from cchc_desktop.domain.marks import Round
from cchc_desktop.overriding import override
from cchc_desktop.session import Session
from cchc_desktop.session.founding import found_sample
from cchc_desktop.settings import Recent
from db import create_dossier, open_dossier
from tests.sample_session import ASSESSMENT, SHEET, node
from tests.ui.rooms import doors, head_of, opened, sample_session
from tests.ui.screens import grab
from ui.main_window import MainWindow
from ui.opened import OpenDossier, ReadyDossier
from ui.shared.buttons import Button
from ui.shared.doors import Doors, Frame

SENTENCE = "Tệp hồ sơ ho-so.cchc bị hỏng hoặc chép chưa đủ."


def window_on(qtbot: QtBot, given: Doors, folder: Path) -> MainWindow:
    window = MainWindow(given, folder / "settings.json")
    qtbot.addWidget(window)
    window.resize(1366, 736)
    window.show()
    return window


class Kept:
    """Backups of every dossier, made at one time; remembers what was restored."""

    def __init__(self, restored: list[Path]) -> None:
        self.restored = restored

    def newest_backup(self, dossier: Path) -> datetime:
        return datetime(2026, 11, 2, 5, 30, tzinfo=UTC)

    def restore_newest(self, dossier: Path) -> None:
        self.restored.append(dossier)


def lost_doors(restored: list[Path]) -> Doors:
    def open_session(path: Path) -> Session:
        if not restored:
            raise CchcError(SENTENCE, "Mở bản sao lưu gần nhất.")
        return sample_session(path)

    return replace(doors(open_session), backups=lambda: Kept(restored))


def way_on(window: MainWindow) -> Button:
    found = [each for each in window.error_bar.findChildren(Button) if each.isVisible()]
    return found[0]


def test_the_newest_backup_is_offered_and_opened(qtbot: QtBot, tmp_path: Path) -> None:
    restored: list[Path] = []
    window = window_on(qtbot, lost_doors(restored), tmp_path)
    path = tmp_path / "ho-so.cchc"
    assert not window.open_dossier(path)
    assert window.error_bar.sentence == SENTENCE
    button = way_on(window)
    assert button.text().startswith("Mở bản sao lưu ")
    assert button.text().endswith("02/11/2026")
    grab(window, "ho-so-hong-ban-sao-luu")
    button.click()
    assert restored == [path]
    assert window.opened is not None
    window.close_dossier()


def test_a_recent_dossier_that_is_gone_offers_its_newest_backup(
    qtbot: QtBot, tmp_path: Path
) -> None:
    restored: list[Path] = []
    path, kept = tmp_path / "ho-so.cchc", tmp_path / "con.cchc"
    kept.touch()
    recent = (Recent(str(kept), ""), Recent(str(path), "", "Cấp tỉnh 2022", "83,52 / 100"))
    settings.save(tmp_path / "settings.json", settings.Settings(recent=recent))
    window = window_on(qtbot, lost_doors(restored), tmp_path)
    there, gone = window.start.rows
    qtbot.waitUntil(gone.backup.isVisible)
    assert not there.backup.isVisible()
    assert gone.line.startswith("Không mở được: tệp đã bị chuyển chỗ, đổi tên hoặc xóa. Bản sao")
    assert "Bản sao lưu mới nhất: 02/11/2026 " in gone.line
    QApplication.processEvents()
    grab(window, "ho-so-mat-ban-sao-luu")
    gone.backup.click()
    assert restored == [path]
    assert opened(window).path == path
    window.close_dossier()


def test_a_recent_dossier_that_is_damaged_offers_its_newest_backup_too(
    qtbot: QtBot, tmp_path: Path
) -> None:
    restored: list[Path] = []
    path = tmp_path / "ho-so.cchc"
    path.touch()
    recent = (Recent(str(path), "", "Cấp tỉnh 2022", "83,52 / 100"),)
    settings.save(tmp_path / "settings.json", settings.Settings(recent=recent))
    window = window_on(qtbot, lost_doors(restored), tmp_path)
    (row,) = window.start.rows
    qtbot.waitUntil(row.isVisible)
    assert not row.backup.isVisible()
    row.chosen.emit(row.path)
    assert row.backup.isVisible()
    assert row.line.startswith(f"Không mở được: {SENTENCE} Mở bản sao lưu gần nhất. Bản sao lưu")
    row.backup.click()
    assert opened(window).path == path
    window.close_dossier()


def test_without_a_backup_it_can_only_be_tried_again(qtbot: QtBot, tmp_path: Path) -> None:
    given = replace(lost_doors([]), backups=lambda: None)
    window = window_on(qtbot, given, tmp_path)
    assert not window.open_dossier(tmp_path / "ho-so.cchc")
    assert way_on(window).text() == "Thử lại"


def test_a_dossier_whose_marks_cannot_be_read_leaves_the_open_one_open(
    qtbot: QtBot, tmp_path: Path
) -> None:
    good, bad = tmp_path / "tot.cchc", tmp_path / "hong.cchc"
    for path in (good, bad):
        found_sample(create_dossier(path))
    with closing(sqlite3.connect(bad)) as file, file:
        file.execute("UPDATE mark SET points = 'x'")
    real = doors(lambda path: Session(open_dossier(path), now))
    window = window_on(qtbot, real, tmp_path)
    assert window.open_dossier(good)
    for _ in range(2):  # no lock stays that would make the second time read-only
        assert not window.open_dossier(bad)
        assert "không đọc được" in opened(window).view.error_bar.sentence
    assert opened(window).path == good
    assert {each.name for each in tmp_path.glob("hong*")} == {"hong.cchc"}
    window.close()
    assert not window.open_dossier(bad)
    assert "không đọc được" in window.error_bar.sentence


def test_a_sheet_whose_marks_cannot_be_read_is_told_and_the_desk_stays(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "hai-nam.cchc"
    session = Session(create_dossier(path), now)
    session.run(sample_command())
    session.run(CopyAssessment(ASSESSMENT, 2021))
    (old,) = (each for each in session.state.sheets if each != SHEET)
    leaf = session.state.tree_of_sheet(old).leaves[0].id
    session.run(SetPoints(Place(old, leaf, Round.FIRST), Decimal("0.25")))
    session.close()
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE mark SET points = 'x' WHERE sheet = ?", [old])
    window = window_on(qtbot, doors(lambda path: Session(open_dossier(path), now)), tmp_path)
    assert window.open_dossier(path)
    view = opened(window).view
    head = head_of(view)
    view.desk.switch(old, Round.FIRST)
    assert view.desk.sheet == SHEET
    assert "không đọc được" in view.error_bar.sentence
    assert head.combos[0].currentData() == ASSESSMENT
    assert figures_of_last_year(view.desk.state, SHEET, node("7.3")) == {}
    window.close()


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE journal_line SET at = 'x'",
        "UPDATE journal_line SET title = CAST(x'fffe41' AS TEXT)",
    ],
)
def test_a_last_line_of_the_journal_that_cannot_be_read_keeps_nobody_from_opening(
    qtbot: QtBot, tmp_path: Path, harm: str
) -> None:
    path = tmp_path / "ho-so.cchc"
    found_sample(create_dossier(path))
    with closing(sqlite3.connect(path)) as file, file:
        file.execute(harm)
    window = window_on(qtbot, doors(lambda path: Session(open_dossier(path), now)), tmp_path)
    assert window.open_dossier(path)
    assert window.windowTitle().startswith("ho-so.cchc")
    assert "sửa lần cuối" not in window.windowTitle()
    window.close_dossier()


@pytest.mark.parametrize("figure", ["8,x2", "NaN"])
def test_a_published_result_that_is_no_number_is_told(
    qtbot: QtBot, tmp_path: Path, figure: str
) -> None:
    path = tmp_path / "ho-so.cchc"
    found_sample(create_dossier(path))
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE published SET score = ? WHERE score IS NOT NULL", [figure])
    window = window_on(qtbot, doors(lambda path: Session(open_dossier(path), now)), tmp_path)
    assert not window.open_dossier(path)
    assert "không đọc được" in window.error_bar.sentence
    assert window.opened is None
    assert list(tmp_path.glob("ho-so*")) == [path]


class Unshowable(ReadyDossier):
    """A dossier that the program has a fault with."""

    error: Exception = LookupError()

    @override
    def show_in(self, frame: Frame) -> OpenDossier:
        raise self.error


class Unreadable(Unshowable):
    """A dossier of which something cannot be read that only the window looks at."""

    error = CchcError(SENTENCE, "Mở bản sao lưu gần nhất.")


def test_a_window_that_cannot_show_a_dossier_leaves_no_lock(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "ho-so.cchc"
    found_sample(create_dossier(path))
    given = replace(doors(), open=lambda path: Unshowable(Session(open_dossier(path), now)))
    window = window_on(qtbot, given, tmp_path)
    with pytest.raises(LookupError):
        window.open_dossier(path)
    assert window.opened is None
    assert list(tmp_path.glob("ho-so*")) == [path]


def test_what_only_the_window_finds_unreadable_is_told_and_leaves_no_lock(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "ho-so.cchc"
    found_sample(create_dossier(path))
    given = replace(doors(), open=lambda path: Unreadable(Session(open_dossier(path), now)))
    window = window_on(qtbot, given, tmp_path)
    assert not window.open_dossier(path)
    assert window.error_bar.sentence == SENTENCE
    assert list(tmp_path.glob("ho-so*")) == [path]
