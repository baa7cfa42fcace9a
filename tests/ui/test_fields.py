from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.numbers import NumberKind
from ui.shared.combos import Combo
from ui.shared.fields import NumberField
from ui.shared.texts import REST, TextArea, TextField


@pytest.fixture
def field(qtbot: QtBot) -> NumberField:
    found = NumberField(maximum=Decimal("1.5"), name="Điểm")
    qtbot.addWidget(found)
    found.show()
    return found


def activated(qtbot: QtBot, window: QWidget) -> None:
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def typed(field: NumberField, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)


def test_enter_takes_the_value_and_says_that_the_cursor_may_go_on(field: NumberField) -> None:
    typed(field, "0,924")
    told: list[object] = []
    field.taken.connect(told.append)
    field.entered.connect(lambda: told.append("entered"))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert told == [Decimal("0.924"), "entered"]
    assert field.value == Decimal("0.924")
    assert not field.is_dirty


def test_escape_brings_the_old_value_back(field: NumberField) -> None:
    field.set_value(Decimal("0.5"))
    typed(field, "1,2")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "0,5"
    assert field.value == Decimal("0.5")


def test_a_value_over_the_maximum_stays_in_the_field_and_says_why(
    qtbot: QtBot, field: NumberField
) -> None:
    typed(field, "3")
    with qtbot.waitSignal(field.refused), qtbot.assertNotEmitted(field.entered):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "3"
    assert "1,5" in field.reason
    assert field.property("bad") == "1"
    typed(field, "1")
    assert field.reason == ""


def test_words_are_refused(field: NumberField) -> None:
    typed(field, "mot")
    assert not field.take()
    assert "không phải là số" in field.reason


def test_nothing_is_a_value_too(qtbot: QtBot, field: NumberField) -> None:
    field.set_value(Decimal("0.5"))
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    with qtbot.waitSignal(field.taken) as taken:
        QTest.keyClick(field, Qt.Key.Key_Enter)
    assert taken.args == [None]


def test_the_dot_of_the_number_pad_types_a_comma(field: NumberField) -> None:
    typed(field, "0")
    pad = Qt.KeyboardModifier.KeypadModifier
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Period, pad, ".")
    QApplication.sendEvent(field, press)
    QTest.keyClicks(field, "5")
    assert field.text() == "0,5"


def test_typing_tells_each_reading(qtbot: QtBot, field: NumberField) -> None:
    told: list[Decimal | None] = []
    field.typing.connect(told.append)
    typed(field, "1,2")
    assert told == [Decimal(1), Decimal(1), Decimal("1.2")]


def test_a_value_from_outside_does_not_disturb_typing(field: NumberField) -> None:
    typed(field, "1,")
    field.set_value(Decimal("0.7"))
    assert field.text() == "1,"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "0,7"


def test_a_count_reads_dots_as_thousands(qtbot: QtBot) -> None:
    field = NumberField(NumberKind.COUNT, "hồ sơ", name="b")
    qtbot.addWidget(field)
    typed(field, "94.385")
    assert field.take()
    assert field.value == Decimal(94385)
    assert field.text() == "94.385"


def test_an_own_check_refuses_with_its_words(field: NumberField) -> None:
    def check(value: Decimal) -> None:
        raise CchcError("b lớn hơn a.", "Đổi chỗ?")

    field.set_check(check)
    typed(field, "1")
    assert not field.take()
    assert field.reason == "b lớn hơn a. Đổi chỗ?"


def test_leaving_the_field_takes_the_value_once(qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    box = QVBoxLayout(ground)
    first, second = NumberField(name="b"), NumberField(name="a")
    box.addWidget(first)
    box.addWidget(second)
    activated(qtbot, ground)
    first.setFocus()
    typed(first, "7")
    told: list[object] = []
    first.taken.connect(told.append)
    second.setFocus()
    assert told == [Decimal(7)]
    first.setFocus()
    second.setFocus()
    assert len(told) == 1


def test_words_are_taken_when_typing_rests(qtbot: QtBot) -> None:
    field = TextField("Lý do")
    qtbot.addWidget(field)
    QTest.keyClicks(field, "cham")
    with qtbot.waitSignal(field.taken, timeout=REST * 5) as taken:
        pass
    assert taken.args == ["cham"]


def test_words_from_outside_wait_while_a_person_types(qtbot: QtBot) -> None:
    area = TextArea("Giải trình")
    qtbot.addWidget(area)
    area.set_text("trước")
    with qtbot.assertNotEmitted(area.taken):
        area.take()
    QTest.keyClicks(area, "x")
    area.set_text("khác")
    assert "khác" not in area.toPlainText()
    with qtbot.waitSignal(area.taken):
        area.take()


def test_escape_in_a_line_brings_back_what_stood_there(qtbot: QtBot) -> None:
    field = TextField("Lý do")
    qtbot.addWidget(field)
    activated(qtbot, field)
    field.clearFocus()
    field.set_text("cu")
    field.setFocus()
    field.deselect()
    QTest.keyClicks(field, "!")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == "cu"


@pytest.mark.parametrize(
    "make", [NumberField, lambda: TextField("Lý do"), lambda: TextArea("Giải trình")]
)
def test_undo_goes_to_the_window_once_the_field_has_nothing_of_its_own(
    qtbot: QtBot, make: Callable[[], NumberField | TextField | TextArea]
) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    field = make()
    QVBoxLayout(ground).addWidget(field)
    told: list[str] = []
    undo = QAction(ground)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    undo.triggered.connect(lambda: told.append("undo"))
    ground.addAction(undo)
    activated(qtbot, ground)
    field.setFocus()
    QTest.keyClicks(field, "7")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert told == []
    QTest.keyClicks(field, "8")
    field.take()
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert told == ["undo"]


@pytest.mark.parametrize("width", [100, 107, 123, 140])
def test_the_words_of_a_combo_have_room_in_its_field(qtbot: QtBot, width: int) -> None:
    combo = Combo("Đợt đánh giá", 500)
    qtbot.addWidget(combo)
    combo.show_choices([("Sở, ban, ngành 2025", 1)], 1)
    combo.resize(width, 30)
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    field = combo.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, combo
    )
    assert combo.words.endswith("25")
    assert combo.fontMetrics().horizontalAdvance(combo.words) + 2 <= field.width()


def test_a_narrow_combo_keeps_the_year_in_sight(qtbot: QtBot) -> None:
    combo = Combo("Đợt đánh giá")
    qtbot.addWidget(combo)
    combo.setFixedWidth(140)
    combo.show_choices([("Sở, ban, ngành 2025", 1), ("Sở Giáo dục và Đào tạo", 2)], 1)
    assert combo.words.endswith("2025")
    assert "…" in combo.words
    combo.choose(2)
    assert combo.words.startswith("Sở Giáo")
