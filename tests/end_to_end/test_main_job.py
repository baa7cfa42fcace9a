"""The secretary's story, on a real file and a real window."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from cchc_desktop.clock import now
from cchc_desktop.commands.marks import Place, SetFigure
from cchc_desktop.commands.sample import sample_command
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.points import truncated
from cchc_desktop.session import Session
from cchc_desktop.session.actor import machine_member
from db import create_dossier, open_dossier
from ui.evidence.panel import EvidencePanel
from ui.main_window import MainWindow
from ui.opened import OpenDossier, opener
from ui.shared.desk import Desk
from ui.shared.doors import Doors

SHEET, LEAF = "hd2022-tinh", "hd2022-7.3"
PLACE = Place(SHEET, LEAF, Round.FIRST)


def open_session(path: Path) -> Session:
    return Session(open_dossier(path), now, machine_member())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Hải Dương 2022.cchc"
    session = Session(create_dossier(path), now)
    session.run(sample_command())
    session.close()
    return path


@pytest.fixture
def window(qtbot: QtBot, path: Path, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(
        Doors(opener(open_session), lambda _: None, lambda *_: None), tmp_path / "s.json"
    )
    qtbot.addWidget(made)
    made.resize(1366, 736)
    made.show()
    assert made.open_dossier(path)
    yield made
    made.close_dossier()


def desk_of(window: MainWindow) -> Desk:
    assert isinstance(window.opened, OpenDossier)
    return window.opened.desk


def total(desk: Desk) -> Decimal:
    points = desk.scores.total.points
    assert points is not None
    return truncated(points, 6)


def test_a_figure_moves_everything_and_stands_after_closing(
    qtbot: QtBot, window: MainWindow, path: Path, tmp_path: Path
) -> None:
    desk = desk_of(window)
    desk.choose(LEAF)
    assert total(desk) == Decimal("83.516747")
    assert desk.run(SetFigure(PLACE, "numerator", Decimal(100_000)))
    assert total(desk) == Decimal("83.571698")
    scan = tmp_path / "Bản quét 7.3.png"
    page = QImage(300, 400, QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    assert page.save(str(scan))
    qtbot.waitUntil(lambda: bool(window.findChildren(EvidencePanel)))  # it comes after the tree
    (panel,) = window.findChildren(EvidencePanel)
    panel.accept_paths([scan])
    qtbot.waitUntil(lambda: bool(desk.cell.links.get(LEAF)), timeout=10_000)
    window.close_dossier()
    assert [each.name for each in path.parent.glob("*.cchc*") if each.suffix != ".lock"] == [
        path.name
    ]

    assert window.open_dossier(path)
    again = desk_of(window)
    assert total(again) == Decimal("83.571698")
    (link,) = again.cell.links[LEAF]
    document = again.state.documents[link.document]
    body = b"".join(again.session.store.vault.chunks(document.sha256))
    assert body == scan.read_bytes()
    assert document.name == "Bản quét 7.3.png"
