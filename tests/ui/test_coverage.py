"""Mức phủ tài liệu: figures, areas, what is to be done, the list on paper."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from cchc_desktop.clock import now
from cchc_desktop.commands.marks import RequestExplanation, SetExplanation
from cchc_desktop.domain.coverage import LeafProof, Proof, Sums
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from tests.sample_session import SHEET, node
from tests.ui.documents_place import documents_session
from ui.documents.coverage_bar import CoverageBar, parts_of, said
from ui.documents.coverage_needs import MOST_CARDS, Needs
from ui.documents.coverage_panel import CoveragePanel
from ui.documents.coverage_table import HEAD, ROW
from ui.shared.desk import Desk
from ui.shared.jobs import board
from ui.shared.workplace import WidthClass
from ui.window.score_layout import VIEWS

D = Decimal


@pytest.fixture
def desk() -> Desk:
    return Desk(documents_session())


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> Iterator[CoveragePanel]:
    found = CoveragePanel(desk, VIEWS, "coverage")
    qtbot.addWidget(found)
    found.resize(1278, 560)
    found.show()
    yield found
    found.leave()
    board.stop_all()


def codes(panel: CoveragePanel) -> list[str]:
    return [card.leaf.criterion.code for card in panel.side.cards]


def test_the_figures_say_what_the_points_stand_on(panel: CoveragePanel) -> None:
    texts = {key: figure.text() for key, figure in panel.figures.items()}
    assert texts == {
        "documents": "3", "explained": "0", "review": "4", "missing": "3", "uncounted": "90",
    }  # fmt: skip
    assert panel.sentence.text() == "3 trên 10 điểm cần tài liệu đã đứng vững"
    assert panel.side.total == "7 điểm"


def test_each_card_says_what_is_lacking_and_leads_on(qtbot: QtBot, panel: CoveragePanel) -> None:
    reasons = {card.leaf.criterion.code: card.reason for card in panel.side.cards}
    assert reasons["7.3"] == "55/TB-VPCP ngoài năm 2022"
    assert reasons["8.1.2"] == "IMG_2041.jpg không đọc được"
    assert reasons["7.1"] == "Chưa có tài liệu, chưa có giải trình"
    card = next(card for card in panel.side.cards if card.leaf.criterion.code == "7.3")
    for act, signal in zip(card.acts, (panel.words_asked, panel.files_asked), strict=True):
        with qtbot.waitSignal(signal) as asked:
            act.click()
        assert asked.args == [node("7.3")]
    with qtbot.waitSignal(panel.criterion_asked):
        card.criterion_asked.emit()


def test_a_written_explanation_makes_points_stand(
    qtbot: QtBot, panel: CoveragePanel, desk: Desk
) -> None:
    desk.run(SetExplanation(SHEET, node("7.3"), "Văn bản nói về năm 2022"))
    qtbot.waitUntil(lambda: panel.figures["explained"].text() == "1,5")
    assert "7.3" not in codes(panel)
    desk.run(RequestExplanation(SHEET, node("1.3"), requested=True))
    qtbot.waitUntil(lambda: "1.3" in codes(panel))


def test_an_area_that_is_chosen_shows_its_criteria_alone(panel: CoveragePanel) -> None:
    spot = QPoint(200, HEAD + 6 * ROW + 5)
    QTest.mouseClick(panel.table, Qt.MouseButton.LeftButton, pos=spot)
    assert panel.table.area == node("7")
    assert set(codes(panel)) == {"7.1", "7.2", "7.3"}
    QTest.keyClick(panel.table, Qt.Key.Key_Up)
    assert codes(panel) == []
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    QTest.keyClick(panel.table, Qt.Key.Key_Left)
    QTest.mouseClick(panel.table, Qt.MouseButton.LeftButton, pos=spot)
    assert panel.table.area == ""
    assert len(codes(panel)) > 3


def test_how_the_part_that_is_not_split_counts_is_a_setting(
    qtbot: QtBot, panel: CoveragePanel, desk: Desk
) -> None:
    panel.unsplit.click()
    qtbot.waitUntil(lambda: "không được tính" in panel._note.text())
    desk.undo()
    qtbot.waitUntil(panel.unsplit.isChecked)


def test_the_list_is_written_as_pdf(
    qtbot: QtBot, panel: CoveragePanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = str(tmp_path / "danh-sach")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, ""))
    panel.side.print_button.click()
    path = tmp_path / "danh-sach.pdf"
    qtbot.waitUntil(lambda: panel.row.words == "Đã lưu danh-sach.pdf.", timeout=60_000)
    assert path.read_bytes().startswith(b"%PDF")
    qtbot.waitUntil(lambda: not board.running)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    panel.print_list()
    assert not board.running


def test_many_cards_are_cut_and_the_rest_is_counted(panel: CoveragePanel) -> None:
    leaf = panel.side.cards[0].leaf
    many = [LeafProof(leaf.criterion, D(1), Proof.MISSING)] * (MOST_CARDS + 3)
    panel.side.show_needs(Needs(many, 2022))
    assert len(panel.side.cards) == MOST_CARDS
    panel.side.show_needs(Needs((), 2022, "7"))
    assert not panel.side.cards


def test_a_narrow_window_leaves_the_legend_out_and_the_side_can_go(panel: CoveragePanel) -> None:
    panel.set_width_class(WidthClass.NARROW)
    assert not panel._legend.isVisible()
    panel.toggle_right()
    assert panel.side.isHidden()


def test_a_dossier_without_a_sheet_has_nothing_to_cover(qtbot: QtBot) -> None:
    found = CoveragePanel(Desk(Session(MemoryStore(), now)), VIEWS, "coverage")
    qtbot.addWidget(found)
    found.show()
    assert not found.isEnabled()


def test_a_bar_says_its_parts_in_the_order_of_the_legend(qtbot: QtBot) -> None:
    sums = Sums(dict.fromkeys(reversed(Proof), D("1.5")))
    assert [proof for proof, _ in parts_of(sums)] == list(Proof)
    assert said(sums).startswith("có tài liệu: 1,5; có giải trình: 1,5")
    bar = CoverageBar()
    qtbot.addWidget(bar)
    bar.show()
    bar.show_sums(sums)
    assert not bar.grab().isNull()
