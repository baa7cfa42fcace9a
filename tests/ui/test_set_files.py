"""Whole sets in the window: taken in, given out, copied to another year."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.evidence import AttachDocument, Content, DescribeDocument
from cchc_desktop.commands.sets import CopyAssessment
from cchc_desktop.domain.carrying import handover
from cchc_desktop.domain.changes import ChangeSet, made
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.set_draft import draft_of
from cchc_desktop.domain.state import State
from cchc_desktop.exchange.problems import Problem
from cchc_desktop.exchange.set_files import set_file
from cchc_desktop.session import Session
from cchc_desktop.session.founding import found_empty
from tests.memory_store import MemoryStore
from tests.sample_session import ASSESSMENT, fixed_clock, node, sample_session
from tests.ui.criteria_place import place_shower
from tests.ui.screens import grab
from ui.criteria.set_dialogs import CopyDialog, ImportDialog, ProblemsDialog
from ui.criteria.workplace import CriteriaWorkplace
from ui.shared.desk import Desk


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def desk(store: MemoryStore) -> Desk:
    return Desk(sample_session(store))


@pytest.fixture
def place(qtbot: QtBot, desk: Desk) -> CriteriaWorkplace:
    return place_shower(qtbot)(desk)


@pytest.fixture
def file(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "bộ tiêu chí.json"
    path.write_bytes(set_file(draft_of(desk.state, ASSESSMENT)))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "ra"), ""))
    return path


@pytest.fixture
def refused(desk: Desk) -> list[str]:
    found: list[str] = []
    desk.failed.connect(lambda error, retry: found.append(error.words))
    return found


def answer(act: Callable[[QDialog], object]) -> None:
    """Do something in the next dialog, then close it where it still stands."""

    def run() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        try:
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, run)


def agree(dialog: QDialog) -> None:
    dialog.accept()


def titles(desk: Desk) -> set[str]:
    return {assessment.title for assessment in desk.state.assessments.values()}


def trigger(place: CriteriaWorkplace, name: str) -> None:
    place.tree.files.actions[name].trigger()


def test_the_menu_of_the_toolbar_has_the_five(place: CriteriaWorkplace) -> None:
    menu = place.tree.toolbar.files.menu()
    assert [action.text() for action in menu.actions()] == [
        "Nhập bộ tiêu chí…",
        "Nhập bộ cấp tỉnh 2022 có sẵn…",
        "Xuất bộ tiêu chí…",
        "Sao sang năm mới…",
        "Đánh lại mã cả bộ",
    ]
    assert all(action.isEnabled() for action in menu.actions())
    grab(place, "bo-tieu-chi-tep")


def test_a_set_is_copied_to_the_next_year_and_opened(place: CriteriaWorkplace, desk: Desk) -> None:
    desk.choose(node("7.3"))

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, CopyDialog)
        assert dialog.year.currentData() == 2023
        assert dialog.year.findData(2022) == -1
        grab(dialog, "sao-bo-tieu-chi")
        dialog.accept()

    answer(act)
    trigger(place, "copy")
    found = desk.state.assessments[desk.assessment]
    assert (found.title, found.year) == ("Cấp tỉnh 2023", 2023)
    assert desk.tree[desk.criterion].code == "7.3"
    assert place.tree.toolbar.hint == "Cấp tỉnh 2023: 31 mục. Hoàn tác bằng Ctrl+Z."
    assert place.tree.view.chosen == desk.criterion
    desk.undo()
    assert desk.assessment == ASSESSMENT
    assert place.tree.view.model().rowCount() == 8
    assert desk.criterion in desk.tree


def test_a_copy_asks_what_goes_along_and_counts_it(
    place: CriteriaWorkplace, desk: Desk, file: Path
) -> None:
    for key, ends in (("d1", date(2022, 12, 31)), ("d2", date(2023, 6, 30)), ("d3", None)):
        content = Content(f"{key}.pdf", key * 32, 9)
        desk.run(AttachDocument(desk.sheet, desk.criterion, content, fixed_clock(), key))
        desk.run(DescribeDocument(key, key, date(2022, 5, 1), valid_until=ends))

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, CopyDialog)
        card = dialog.carried
        said = [count.text() for count in card.counts.values()]
        assert said == ["31 mục", "6 mục", "0 người", "2 tài liệu", "19 nhiệm vụ"]
        assert card.documents.text() == "Tài liệu còn hiệu lực trong năm 2023"
        assert card.note.text().startswith("1 tài liệu chưa ghi hạn")
        grab(dialog, "sao-bo-tieu-chi-mang-sang")
        dialog.year.setCurrentIndex(dialog.year.findData(2021))
        assert card.counts[card.documents].text() == "0 tài liệu"
        assert not card.documents.isEnabled()
        dialog.year.setCurrentIndex(dialog.year.findData(2023))
        card.tasks.setChecked(False)
        dialog.accept()

    answer(act)
    trigger(place, "copy")
    found = handover(desk.state, desk.assessment, 2023)
    assert [document.id for document in found.documents] == ["d2", "d3"]
    assert found.tasks == ()
    desk.undo()
    assert desk.assessment == ASSESSMENT


def test_a_set_is_taken_in_as_a_new_year(place: CriteriaWorkplace, desk: Desk, file: Path) -> None:
    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportDialog)
        assert dialog.sentence.text() == (
            "Bộ tiêu chí 2022: 8 lĩnh vực, 31 mục. "
            "Bộ này dựng lại từ báo cáo, không phải phụ lục chính thức."
        )
        assert dialog.as_new.isChecked()
        assert not dialog.in_place.isEnabled()
        assert "14 kết quả chấm" in dialog.why.text()
        dialog.year.setCurrentIndex(dialog.year.findData(2026))
        dialog.level.setCurrentIndex(dialog.level.findData("commune"))
        grab(dialog, "nhap-bo-tieu-chi")
        dialog.accept()

    answer(act)
    trigger(place, "import")
    assert titles(desk) == {"Cấp tỉnh 2022", "Cấp xã 2026"}
    assert desk.state.assessments[desk.assessment].title == "Cấp xã 2026"
    assert place.tree.toolbar.hint.startswith("Cấp xã 2026: 31 mục.")


def test_a_set_without_marks_is_replaced_in_place(
    place: CriteriaWorkplace, desk: Desk, file: Path
) -> None:
    copy = CopyAssessment(ASSESSMENT, 2023)
    desk.run(copy)
    desk.open_assessment(copy.id)
    found = json.loads(file.read_bytes())
    found["criteria"] = found["criteria"][:5]
    file.write_text(json.dumps(found), encoding="utf-8")

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportDialog)
        assert dialog.in_place.text() == "Thay bộ tiêu chí của Cấp tỉnh 2023"
        assert dialog.why.isHidden()
        dialog.in_place.click()
        assert not dialog.year.isEnabled()
        grab(dialog, "nhap-bo-tieu-chi-thay")
        dialog.accept()

    answer(act)
    trigger(place, "import")
    assert desk.assessment == copy.id
    assert len(desk.tree) == 5
    assert place.tree.view.model().rowCount() == 1


def test_an_empty_set_is_offered_to_be_filled(qtbot: QtBot, desk: Desk, file: Path) -> None:
    session = Session(MemoryStore(), fixed_clock)
    state = desk.state
    bare = replace(state.assessments[ASSESSMENT], title="Trống")

    class Bare:
        title = "bộ trống"

        def plan(self, before: State) -> ChangeSet:
            tables = (("unit_group", state.rows["unit_group"]), ("unit", state.units),
                      ("sheet", state.sheets))  # fmt: skip
            changes = made("assessment", [bare])
            for table, rows in tables:
                changes += made(table, rows.values())
            return changes

    session.run(Bare())
    empty = place_shower(qtbot)(Desk(session))
    shown = [empty.tree.is_empty]

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportDialog)
        assert dialog.in_place.isChecked()
        dialog.accept()

    answer(act)
    trigger(empty, "import")
    shown.append(empty.tree.is_empty)
    assert shown == [True, False]
    assert len(session.state.assessments) == 1


def test_the_bundled_set_fills_an_empty_dossier_without_a_file_and_without_points(
    qtbot: QtBot,
) -> None:
    store = MemoryStore()
    found_empty(store, 2026, "province", "Tỉnh Ninh Bình")
    desk = Desk(Session(store, fixed_clock))
    empty = place_shower(qtbot)(desk)
    grab(empty, "bo-tieu-chi-trong-nhap-bo-co-san")
    first, button = empty.tree.first_button, empty.tree.bundled_button
    below = button.mapToGlobal(QPoint(0, 0)).y() - first.mapToGlobal(QPoint(0, 0)).y()
    assert below >= first.height(), "side by side they have no room in a narrow window"

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportDialog)
        assert "dựng lại từ báo cáo" in dialog.sentence.text()
        assert dialog.in_place.isChecked()
        grab(dialog, "nhap-bo-co-san")
        dialog.accept()

    answer(act)
    empty.tree.bundled_button.click()
    sample = sample_session().state
    own, of_sample = draft_of(desk.state, desk.assessment), draft_of(sample, ASSESSMENT)
    assert own.criteria == of_sample.criteria
    assert own.is_reconstructed
    assert desk.state.assessments[desk.assessment].year == 2026
    assert not desk.state.cell(desk.sheet).marks
    desk.undo()
    assert empty.tree.is_empty


def test_errors_of_a_file_are_listed_with_line_and_path(
    place: CriteriaWorkplace, desk: Desk, file: Path
) -> None:
    text = file.read_text(encoding="utf-8")
    text = text.replace('"code": "1.2"', '"code": "1.1"').replace('"kind": "ratio"', '"kind": "tỉ"')
    file.write_text(text, encoding="utf-8")
    before = desk.state

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, ProblemsDialog)
        assert "lỗi. Sửa trong tệp rồi nhập lại" in dialog.sentence.text()
        model = dialog.table.model()
        rows = [[model.index(r, c).data() for c in range(3)] for r in range(model.rowCount())]
        assert rows[0][1:] == ["criteria[2].code", "mã 1.1 đã dùng ở criteria[1]."]
        assert rows[1][1].endswith(".rule.kind")
        grab(dialog, "loi-bo-tieu-chi")
        dialog.copy()
        lines = QGuiApplication.clipboard().text().splitlines()
        assert len(lines) == len(rows)
        assert lines[0] == f"dòng {rows[0][0]}, criteria[2].code: mã 1.1 đã dùng ở criteria[1]."

    answer(act)
    trigger(place, "import")
    assert desk.state is before


def test_who_thinks_better_of_it_changes_nothing(
    place: CriteriaWorkplace, desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = desk.state
    for name in ("import", "copy"):
        answer(lambda dialog: dialog.reject())
        trigger(place, name)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    trigger(place, "import")
    trigger(place, "export")
    assert desk.state is before
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_a_set_goes_out_with_its_suffix(
    place: CriteriaWorkplace, desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trigger(place, "export")
    assert (file.parent / "ra.json").read_bytes() == file.read_bytes()
    assert place.tree.toolbar.hint == "Đã ghi bộ tiêu chí vào ra.json."


def test_files_that_cannot_be_read_or_written_are_told(
    place: CriteriaWorkplace, desk: Desk, file: Path, refused: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (f"{file}/x/y.json", ""))
    trigger(place, "export")
    file.unlink()
    trigger(place, "import")
    assert "Không có thư mục" in refused[0]
    assert "Không đọc được tệp" in refused[1]
    over: list[str] = []
    desk.settled.connect(lambda error: over.append(error.words))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    trigger(place, "export")
    assert len(over) == 1
    assert "Không có thư mục" in over[0]


def test_a_set_with_one_code_twice_is_not_exported(
    place: CriteriaWorkplace, desk: Desk, file: Path, refused: list[str]
) -> None:
    class Twin:
        title = "mã trùng"

        def plan(self, state: State) -> ChangeSet:
            twin: Criterion = replace(state.criteria[node("1.2")], id="twin", code="1.1")
            return made("criterion", [twin])

    desk.run(Twin())
    trigger(place, "export")
    assert "cùng mang mã 1.1" in refused[0]


def test_a_dossier_that_is_only_read_takes_nothing_in(
    qtbot: QtBot, store: MemoryStore, desk: Desk
) -> None:
    store.read_only_reason = "đang mở ở máy khác"
    shown = place_shower(qtbot)(desk)
    able = {name: action.isEnabled() for name, action in shown.tree.files.actions.items()}
    assert able == {
        "import": False,
        "bundled": False,
        "export": True,
        "copy": False,
        "renumber": False,
    }


def test_a_refused_step_opens_nothing(
    place: CriteriaWorkplace, desk: Desk, store: MemoryStore, refused: list[str]
) -> None:
    store.read_only_reason = "ổ đĩa chỉ đọc"
    answer(agree)
    place.tree.files.copy()
    assert desk.assessment == ASSESSMENT
    assert len(refused) == 1


def test_ten_thousand_errors_show_at_once(qtbot: QtBot) -> None:
    many = tuple(Problem(("criteria", n, "rule"), "thiếu", line=n) for n in range(10_000))
    dialog = ProblemsDialog("lớn.json", many)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.table.model().rowCount() == 10_000
    assert dialog.table.model().index(9_999, 1).data() == "criteria[9999].rule"
