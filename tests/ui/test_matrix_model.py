"""The matrix as a model: both ways round, folding, filters, shares, what a cell says."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.marks import Place, SetNotApplicable, SetPoints
from cchc_desktop.commands.rounds import UnlockRound
from cchc_desktop.commands.units import AddUnits, RenameUnit
from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.session import Session
from tests.matrix_dossier import ASSESSMENT, FIRST, LEAVES
from tests.rounds_dossier import clock
from tests.ui.matrix_place import matrix_desk
from ui.matrix.axes import Spot, UnitFilter, Way
from ui.matrix.cells import Kind, look_of
from ui.matrix.measure import CELL, frozen_in
from ui.matrix.model import MatrixModel
from ui.matrix.short_names import head_of
from ui.shared.desk import Desk

D = Decimal
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def desk() -> Desk:
    return matrix_desk()


@pytest.fixture
def model(desk: Desk, qtbot: QtBot) -> MatrixModel:
    found = MatrixModel(desk, desk)
    desk.changed.connect(found.follow)
    QAbstractItemModelTester(found, QAbstractItemModelTester.FailureReportingMode.Fatal, found)
    return found


def kind(model: MatrixModel, sheet: str, node: str) -> Kind:
    return model.book.look(Spot(sheet, node)).kind


def test_rows_are_criteria_and_columns_are_units_and_the_other_way_round(
    model: MatrixModel,
) -> None:
    everything = 8 + len(LEAVES)
    assert (model.rowCount(), model.columnCount()) == (everything, 20)
    spot = Spot("s0004", "3.2")
    assert model.spot_at(model.index_of(spot)) == spot
    model.turn(Way.UNITS)
    assert (model.rowCount(), model.columnCount()) == (20, everything)
    assert model.spot_at(model.index_of(spot)) == spot
    assert model.headerData(0, Qt.Orientation.Vertical) == "Sở Tư pháp"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "1 Công tác chỉ đạo, điều hành"
    assert model.data(model.index_of(spot), SPOKEN) == "Sở Tài chính, 3.2: 1,75, tự gõ"


def test_nine_kinds_of_cells_are_told_apart(model: MatrixModel) -> None:
    assert kind(model, "s0001", "3") is Kind.SUM
    assert kind(model, "s0001", "3.1") is Kind.TYPED
    assert kind(model, "s0001", "3.3") is Kind.COMPUTED
    assert kind(model, "s0009", "3.2") is Kind.MISSING
    assert kind(model, "s0001", "8.2") is Kind.SURVEY
    assert kind(model, "s0003", "3.4") is Kind.OUT
    look = model.book.look
    assert look(Spot("s0000", "3.1")).is_locked
    assert not look(Spot("s0000", "3")).is_locked
    assert look(Spot("s0005", "7.1")).is_asked
    assert look(Spot("s0003", "3.4")).plain == "KAD"
    assert look(Spot("s0003", "3.4")).said == "không áp dụng"
    assert look(Spot("s0009", "3.2")).said == "chưa có điểm, chưa chấm"
    assert look(Spot("s0005", "7.1")).said.endswith("tự gõ, chờ giải trình")
    assert look(Spot("s0000", "3.3")).said.endswith("tính từ số liệu, đã khóa")


def test_only_cells_that_are_asked_for_are_scored(desk: Desk) -> None:
    session = Session(desk.session.store, clock)
    book = MatrixModel(Desk(session)).book
    assert not session._sheets
    book.look(Spot("s0007", "3.1"))
    assert set(session._sheets) == {("s0007", session.state.last_round("s0007"))}


def test_folding_takes_the_rows_below_a_branch_away(model: MatrixModel) -> None:
    everything = model.rowCount()
    model.toggle("3")
    assert model.rowCount() == everything - 5
    assert not model.index_of(Spot("s0001", "3.1")).isValid()
    model.reveal("3.1")
    assert model.rowCount() == everything
    model.fold_all(folded=True)
    assert model.rowCount() == 8
    model.fold_all(folded=False)
    assert model.rowCount() == everything
    model.turn(Way.UNITS)
    model.toggle("3")
    assert model.columnCount() == everything - 5


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (UnitFilter(), 20),
        (UnitFilter("tai"), 3),
        (UnitFilter("sở TÀI"), 3),
        (UnitFilter(group="ban"), 3),
        (UnitFilter(only_missing=True), 2),
        (UnitFilter("khong co"), 0),
    ],
)
def test_units_are_filtered_by_name_group_and_gaps(
    model: MatrixModel, chosen: UnitFilter, expected: int
) -> None:
    model.show_only(chosen)
    assert model.columnCount() == expected
    assert chosen.is_on is (expected != 20)
    model.show_only(UnitFilter())
    assert model.columnCount() == 20


def test_a_unit_that_waits_for_a_survey_alone_has_no_gap(model: MatrixModel, desk: Desk) -> None:
    axes = model.axes
    assert not axes.is_complete("s0001")
    assert axes.count_missing() == 2
    desk.session.run(SetPoints(Place("s0001", "3.1", FIRST), None))
    assert axes.count_missing() == 3
    assert list(axes.groups().values()) == ["Sở và tương đương", "Ban, ngành"]


def test_shares_of_the_maximum_take_the_place_of_points(model: MatrixModel) -> None:
    spot = Spot("s0001", "3.1")
    assert model.book.look(spot).text == "2,75"
    model.show_percent(shown=True)
    assert model.book.look(spot).text == "91,7"
    assert model.book.look(Spot("s0009", "3.2")).text == ""
    assert model.book.look(Spot("s0001", "1.1")).text == "100,0"
    model.show_percent(shown=False)
    assert model.book.look(spot).text == "2,75"


def test_a_share_is_never_a_hundred_while_something_is_lost(model: MatrixModel, desk: Desk) -> None:
    desk.session.run(SetPoints(Place("s0001", "5.1", FIRST), D("11.999")))
    row = desk.session.scores("s0001", FIRST)["5.1"]
    look = look_of(row, is_branch=False, is_locked=False, percent=True)
    assert look.text == "99,9"


def test_what_a_step_changed_is_fresh_until_the_next_one(model: MatrixModel, desk: Desk) -> None:
    for node in ("3", "3.1", "3.2"):
        model.book.look(Spot("s0001", node))
    desk.run(SetPoints(Place("s0001", "3.1", FIRST), D(1)))
    assert model.book.fresh == {Spot("s0001", "3.1")}
    assert model.book.look(Spot("s0001", "3.1")).text == "1,0"
    desk.run(SetPoints(Place("s0001", "3.1", FIRST), D(1)))
    desk.run(SetNotApplicable("s0002", "3.1", not_applicable=True))
    assert model.book.fresh == frozenset()
    assert kind(model, "s0002", "3.1") is Kind.OUT


def test_units_that_come_or_are_renamed_show_at_once(model: MatrixModel, desk: Desk) -> None:
    desk.run(AddUnits(ASSESSMENT, "Sở", ("Sở Ngoại vụ",)))
    assert model.columnCount() == 21
    desk.run(RenameUnit("u0001", "Sở Nội vụ và Lao động"))
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Sở Nội vụ và Lao động"
    desk.run(UnlockRound("s0000", FIRST))
    assert not model.book.look(Spot("s0000", "3.1")).is_locked


def test_the_total_of_a_unit_is_its_row_at_the_root(model: MatrixModel, desk: Desk) -> None:
    total = desk.session.scores("s0002", FIRST).total.points
    assert model.book.row(Spot("s0002", ROOT)).points == total


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sở Tài chính", ("Tài chính",)),
        ("Sở Khoa học và Công nghệ", ("KH và CN",)),
        ("Sở Nông nghiệp và Phát triển nông thôn", ("NN", "và PTNT")),
        ("Bảo hiểm xã hội tỉnh", ("Bảo hiểm", "xã hội")),
        ("Xã Đồng Tâm", ("Đồng Tâm",)),
        ("Sở", ("Sở",)),
        ("Thanh tra tỉnh", ("Thanh tra",)),
    ],
)
def test_names_of_units_fit_over_their_columns(name: str, expected: tuple[str, ...]) -> None:
    assert head_of(name, "", lambda line: len(line) <= 9) == expected


def test_a_short_name_that_a_person_chose_comes_first() -> None:
    assert head_of("Sở Kế hoạch và Đầu tư", "KHĐT", lambda line: len(line) <= 9) == ("KHĐT",)
    assert head_of("Sở", "Quá dài cho cột", lambda line: len(line) <= 4) == ("Quá dài cho cột",)


@pytest.mark.parametrize(("room", "columns"), [(952, 20), (1506, 3000), (700, 20), (952, 6)])
def test_only_whole_columns_show_beside_the_frozen_part(room: int, columns: int) -> None:
    frozen = frozen_in(room, columns, narrow=False)
    rest = room - frozen.width
    assert rest % CELL == 0
    assert 0 < rest // CELL <= columns
    assert frozen.name >= 200
    assert frozen.maximum_left + 50 == frozen.width


def test_names_stay_near_the_numbers_of_a_few_units() -> None:
    assert frozen_in(1506, 2, narrow=False).name == 520
    assert frozen_in(300, 2, narrow=True).name == 150
