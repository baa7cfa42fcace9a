"""Every bad input about formulas, sets, units and ranks, by the command line and by the window."""

import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from cchc_desktop.clock import now
from cchc_desktop.commands.criteria import SetRule
from cchc_desktop.commands.units import AddUnits
from cchc_desktop.domain.rules.by_formula import ByFormula, FormulaFigure
from cchc_desktop.domain.set_checks import findings_of
from cchc_desktop.headless.entry import main
from cchc_desktop.session import Session
from db import create_dossier
from tests.command_line import DOORS
from tests.exchange.set_texts import file_of, leaf
from tests.ui.league import league_command
from ui.criteria.columns import Column
from ui.criteria.formula_editor import FormulaEditor
from ui.criteria.set_dialogs import ImportDialog, ProblemsDialog
from ui.criteria.workplace import CriteriaWorkplace
from ui.main_window import MainWindow
from ui.opened import OpenDossier, opener
from ui.rank.workplace import RankWorkplace
from ui.shared.doors import Doors
from ui.units.dialogs import AddUnitsDialog

ASSESSMENT, LEAF = "hd2022", "hd2022-1.3"
FIGURES = (FormulaFigure("on_time", "đúng hạn"), FormulaFigure("assigned", "được giao"))
GOOD = "1 + 0,5 * on_time / assigned"
FORMULAS = {
    "tong + on_time / assigned": "không có số liệu tên “tong”",
    "on_time / 0": "chia cho 0",
    '__import__("os")': "không có hàm “__import__”",
    "(" * 10_000 + "assigned" + ")" * 10_000: "công thức dài quá 2000 ký tự",
    "(" * 900 + "assigned" + ")" * 900: "ngoặc lồng nhau quá 40 lớp",
    "9**9**9": "“*” không đứng được ở đây",
    "on_time.real": "không dùng được dấu “.”",
}
_NODES = 100_000
CYCLE = (leaf("1", "2"), leaf("2", "1"))
TWICE = (leaf("1"), leaf("1"))
RULELESS = ({"code": "1", "name": "Một", "maximum": "100"},)
SETS = {
    "mã 1 đã dùng": TWICE,
    "cấp trên đi vòng: 1 → 2 → 1": CYCLE,
    "thiếu cách chấm": RULELESS,
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Hải Dương 2022.cchc"
    assert main(["sample", str(path)], DOORS) == 0
    return path


@pytest.fixture
def window(qtbot: QtBot, path: Path, tmp_path: Path) -> Iterator[MainWindow]:
    doors = Doors(opener(DOORS.open_session), lambda _: None, lambda *_: None)
    made = MainWindow(doors, tmp_path / "s.json")
    qtbot.addWidget(made)
    made.resize(1366, 736)
    made.show()
    assert made.open_dossier(path)
    yield made
    made.close_dossier()


def opened(window: MainWindow) -> OpenDossier:
    assert isinstance(window.opened, OpenDossier)
    return window.opened


def sets_of(window: MainWindow) -> CriteriaWorkplace:
    opened(window).view.show_place("criteria")
    place = opened(window).view.workplace("criteria")
    assert isinstance(place, CriteriaWorkplace)
    return place


def answer(act: Callable[[QDialog], object]) -> None:
    def run() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        try:
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, run)


def take_in(window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Import a file as a person does; return what the dialog says, closing it unanswered."""
    said: list[str] = []

    def read(dialog: QDialog) -> None:
        assert isinstance(dialog, ProblemsDialog | ImportDialog)
        said.append(dialog.sentence.text())
        if isinstance(dialog, ProblemsDialog):
            model = dialog.table.model()
            said.extend(str(model.index(n, 2).data()) for n in range(model.rowCount()))

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    answer(read)
    sets_of(window).tree.files.actions["import"].trigger()
    return said


@pytest.mark.parametrize(("text", "fault"), list(FORMULAS.items()), ids=lambda each: each[:20])
def test_a_bad_formula_is_pointed_at_and_the_old_one_keeps_counting(
    window: MainWindow, text: str, fault: str
) -> None:
    desk = opened(window).desk
    desk.run(SetRule(LEAF, ByFormula(GOOD, FIGURES)))
    place = sets_of(window)
    desk.choose(LEAF)
    QApplication.processEvents()
    (editor,) = place.findChildren(FormulaEditor)
    assert editor.isVisible()
    before = desk.state
    editor.field.selectAll()
    editor.field.insertPlainText(text)
    assert fault in editor.told
    editor.field.take()
    assert desk.state is before
    assert desk.state.criteria[LEAF].rule == ByFormula(GOOD, FIGURES)


@pytest.mark.parametrize(("text", "fault"), list(FORMULAS.items()), ids=lambda each: each[:20])
def test_a_bad_formula_in_a_file_is_told_with_its_character_and_gives_no_points(
    path: Path, tmp_path: Path, text: str, fault: str, capsys: pytest.CaptureFixture[str]
) -> None:
    inputs = [{"name": each.name, "label": each.label} for each in FIGURES]
    rule = {"kind": "formula", "formula": text, "inputs": inputs}
    file = tmp_path / "bộ.json"
    file.write_bytes(file_of(leaf("1", maximum="100", rule=rule), year=2030, level="department"))
    assert main(["import-set", str(path), str(file)], DOORS) == 0
    assert fault in capsys.readouterr().out
    assert main(["check", str(path)], DOORS) == 1
    assert fault in capsys.readouterr().out
    assert main(["scores", str(path)], DOORS) == 0
    found = json.loads(capsys.readouterr().out)["assessments"][1]["units"][0]
    assert found["total"] is None


@pytest.mark.parametrize(("said", "rows"), list(SETS.items()))
def test_a_wrong_set_is_told_with_its_place_and_the_dossier_stays(
    window: MainWindow,
    tmp_path: Path,
    said: str,
    rows: tuple[object, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "bộ.json"
    file.write_bytes(file_of(*rows, year=2030, level="department"))
    before = opened(window).desk.state
    sentence, *lines = take_in(window, file, monkeypatch)
    assert "hồ sơ không đổi" in sentence
    assert any(said in line for line in lines)
    assert opened(window).desk.state is before


@pytest.mark.parametrize(("said", "rows"), list(SETS.items()))
def test_the_command_line_names_the_line_of_a_wrong_set(
    path: Path,
    tmp_path: Path,
    said: str,
    rows: tuple[object, ...],
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "bộ.json"
    file.write_bytes(file_of(*rows, year=2030, level="department"))
    assert main(["import-set", str(path), str(file)], DOORS) == 1
    told = capsys.readouterr()
    assert said in told.out + told.err
    assert "dòng " in told.out + told.err


def test_a_hundred_thousand_nodes_are_refused_by_both_doors(
    window: MainWindow,
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "bộ.json"
    rows = (leaf(str(n), maximum="1") for n in range(_NODES))
    file.write_bytes(file_of(*rows, year=2030, level="department"))
    _, line = take_in(window, file, monkeypatch)
    assert "có 100000 tiêu chí, chương trình nhận tối đa 10000" in line
    copy = tmp_path / "khác.cchc"
    assert main(["sample", str(copy)], DOORS) == 0
    assert main(["import-set", str(copy), str(file)], DOORS) == 1
    told = capsys.readouterr()
    assert "tối đa 10000" in told.out + told.err


def test_children_that_do_not_add_up_are_taken_with_a_warning(
    window: MainWindow,
    path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "bộ.json"
    area = {"code": "1", "name": "Một", "maximum": "100"}
    file.write_bytes(file_of(area, leaf("1.1", "1", maximum="90"), year=2030, level="department"))

    def agree(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportDialog)
        dialog.accept()

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    answer(agree)
    place = sets_of(window)
    place.tree.files.actions["import"].trigger()
    desk = opened(window).desk
    assert desk.state.assessments[desk.assessment].year == 2030
    (area_id,) = desk.tree.children_of("")
    (told,) = findings_of(desk.tree, area_id)
    assert told.sentence == "Các mục con của 1 cộng còn thiếu 10 so với 100 điểm."
    index = place.tree.view.criteria.index_of(area_id, Column.MARK)
    assert "thiếu 10" in str(index.data(Qt.ItemDataRole.ToolTipRole))
    window.close_dossier()
    assert main(["check", str(path)], DOORS) == 1
    assert "90" in capsys.readouterr().out


def test_a_criterion_with_marks_is_deleted_after_a_question_and_comes_back(
    window: MainWindow,
) -> None:
    desk = opened(window).desk
    place = sets_of(window)
    desk.choose(LEAF)
    marks = desk.cell.marks
    place.tree.actions_by_name["remove"].trigger()
    assert LEAF in desk.tree, "asked first"
    assert "1.3" in place.tree.question.text
    place.tree.question.agree()
    assert LEAF not in desk.tree
    desk.undo()
    assert LEAF in desk.tree
    assert desk.cell.marks == marks


def test_two_units_of_one_name_are_refused_in_a_group_and_told_beside_the_list(
    window: MainWindow,
) -> None:
    desk = opened(window).desk
    desk.run(AddUnits(ASSESSMENT, "Sở", ("Sở Nội vụ",)))
    (group,) = (each.group for each in desk.state.units.values() if each.name == "Sở Nội vụ")
    dialog = AddUnitsDialog(desk, group, window)
    dialog.names.setPlainText("sở nội  vụ")
    assert "1 đã có" in dialog.read.text()
    before = desk.state
    dialog.go.click()
    assert dialog.refusal.text()
    assert desk.state is before
    dialog.reject()


def test_units_of_different_applicable_maxima_are_ranked_by_index_and_it_is_said(
    window: MainWindow, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sở.cchc"
    session = Session(create_dossier(path), now)
    session.run(league_command())
    session.close()
    assert window.open_dossier(path)
    opened(window).view.show_place("rank")
    rank = opened(window).view.workplace("rank")
    assert isinstance(rank, RankWorkplace)
    why = rank.units.filters.why.text()
    assert why == "theo chỉ số: 1 đơn vị khác điểm tối đa"
    names = [rank.units.standings.row(at).name for at in range(3)]
    window.close_dossier()
    capsys.readouterr()
    assert main(["scores", str(path)], DOORS) == 0
    units = json.loads(capsys.readouterr().out)["assessments"][0]["units"]
    best = sorted(units, key=lambda each: -Decimal(each["index"] or 0))
    assert [each["name"] for each in best[:3]] == names
