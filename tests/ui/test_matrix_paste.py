"""Pasting into the matrix: a preview that counts every cell, one step, nothing thrown away."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.blocks import Effect
from cchc_desktop.commands.marks import Place, SetPoints
from tests.matrix_dossier import FIRST
from tests.ui.matrix_place import CTRL, ENTER, SHIFT, MatrixHands
from ui.matrix.axes import Spot
from ui.matrix.paste import Preview

D = Decimal
BLOCK = "2,5\t2,75\t1\n2,5\t2,75\tx\n4\t4\t4\n\t2,5\t3"


@pytest.fixture
def hands(qtbot: QtBot) -> MatrixHands:
    return MatrixHands(qtbot)


def preview(hands: MatrixHands) -> Preview:
    found = hands.view.preview
    assert found is not None
    return found


def effect(hands: MatrixHands, sheet: str, node: str) -> Effect:
    return preview(hands).cells[Spot(sheet, node)].effect


def test_a_pasted_block_is_previewed_and_nothing_is_written(hands: MatrixHands) -> None:
    before = hands.desk.state
    hands.go("s0004", "3.1")
    hands.paste(BLOCK)
    assert hands.desk.state is before
    assert effect(hands, "s0004", "3.1") is Effect.CHANGED
    assert effect(hands, "s0005", "3.1") is Effect.SAME
    assert effect(hands, "s0005", "3.2") is Effect.REFUSED
    assert effect(hands, "s0006", "3.2") is Effect.REFUSED
    assert effect(hands, "s0004", "3.3") is Effect.COMPUTED
    assert preview(hands).area == (6, 4, 9, 6)
    strip = hands.panel.strip
    assert not strip.isHidden()
    assert strip.words == (
        "Dán 11 ô từ Excel vào 3.1 – 3.4, 3 đơn vị. 4 ô đổi  ·  2 giữ nguyên  ·  "
        "2 không nhận (Điểm 2,75 vượt tối đa 2,5)  ·  bỏ qua 3 ô tính"
    )
    assert strip.take.accessibleName() == "Dán 4 ô"
    refused = hands.view.cell_rect(Spot("s0005", "3.2")).center()
    assert hands.view.hint(refused) == "Sở Khoa học và Công nghệ, 3.2: Điểm 2,75 vượt tối đa 2,5."
    plain = hands.view.cell_rect(Spot("s0004", "3.3")).center()
    assert "tính từ số liệu" in hands.view.hint(plain)


def test_enter_writes_what_changes_as_one_step(hands: MatrixHands) -> None:
    hands.go("s0004", "3.1")
    hands.paste(BLOCK)
    hands.press(ENTER)
    assert hands.view.preview is None
    assert hands.panel.strip.isHidden()
    assert hands.points("s0004", "3.1") == D("2.5")
    assert hands.points("s0006", "3.4") == D(3)
    assert hands.points("s0005", "3.2") == D("1.75")
    assert hands.desk.session.undo_title == "dán điểm 4 ô"
    assert len(hands.panel.model.book.fresh) == 4
    hands.desk.undo()
    assert hands.points("s0004", "3.1") == D("2.75")
    assert hands.points("s0006", "3.4") == D("2.5")


@pytest.mark.parametrize(
    "way", ["key", "key in the strip", "button", "typing", "change", "folding"]
)
def test_a_preview_is_dropped_without_a_trace(hands: MatrixHands, way: str) -> None:
    hands.go("s0004", "3.1")
    hands.paste(BLOCK)
    if way == "key":
        hands.press(Qt.Key.Key_Escape)
    elif way == "key in the strip":
        hands.panel.strip.take.setFocus()
        QTest.keyClick(hands.panel.strip.take, Qt.Key.Key_Escape)
    elif way == "button":
        hands.panel.strip.drop.click()
    elif way == "typing":
        hands.type("1")
        hands.press(Qt.Key.Key_Escape)
    elif way == "change":
        hands.desk.run(SetPoints(Place("s0001", "1.1", FIRST), D(1)))
    else:
        hands.panel.model.toggle("1")
    assert hands.view.preview is None
    assert hands.panel.strip.isHidden()
    assert hands.points("s0004", "3.1") == D("2.75")


def test_the_button_of_the_strip_writes_too(hands: MatrixHands) -> None:
    hands.go("s0004", "3.1")
    hands.paste("2")
    hands.panel.strip.take.click()
    assert hands.points("s0004", "3.1") == D(2)
    assert hands.view.hasFocus()
    hands.paste("2")
    assert not hands.panel.strip.take.isEnabled()
    hands.press(ENTER)
    assert hands.view.preview is not None


def test_locked_survey_and_other_closed_cells_are_counted(hands: MatrixHands) -> None:
    hands.go("s0000", "3.4")
    hands.paste("1\t1\t1\t1")
    assert [effect(hands, f"s{n:04}", "3.4") for n in range(4)] == [
        Effect.LOCKED, Effect.CHANGED, Effect.CHANGED, Effect.OUT,
    ]  # fmt: skip
    assert "bỏ qua 1 ô khóa, 1 ô không áp dụng" in hands.panel.strip.words
    hands.go("s0002", "8.2")
    hands.paste("1\n1\n1")
    assert effect(hands, "s0002", "8.2") is Effect.SURVEY
    assert preview(hands).beyond == 2
    assert "1 ô khảo sát, 2 ô ngoài bảng" in hands.panel.strip.words
    hands.go("s0002", "3")
    hands.paste("1")
    assert effect(hands, "s0002", "3") is Effect.COMPUTED


def test_one_value_fills_the_selected_block(hands: MatrixHands) -> None:
    hands.go("s0002", "3.1")
    hands.press(Qt.Key.Key_Right, Qt.Key.Key_Down, held=SHIFT)
    hands.paste("1,5")
    assert preview(hands).count(Effect.CHANGED) == 4


def test_a_block_with_codes_and_names_finds_its_cells(hands: MatrixHands) -> None:
    lines = (
        "Mã\tNội dung\tTối đa\tSở Xây dựng\tSở Tài chính\tSở Lạ",
        "3.5\tXử lý\t2,5\t1\t2\t3",
        "9.9\tKhông có\t1\t1\t1\t1",
    )
    hands.go("s0001", "1.1")
    hands.paste("\r\n".join(lines))
    found = preview(hands)
    assert {(spot.sheet, spot.node) for spot in found.cells} == {
        ("s0009", "3.5"),
        ("s0004", "3.5"),
    }
    assert found.beyond == 4
    hands.panel.ways.choose(1)
    assert hands.view.preview is None
    hands.paste("Đơn vị\t3.5\t3.1\nSở Tài chính\t1\t1\n")
    assert {(spot.sheet, spot.node) for spot in preview(hands).cells} == {
        ("s0004", "3.5"),
        ("s0004", "3.1"),
    }


def test_what_was_copied_with_names_is_pasted_as_it_stands(hands: MatrixHands) -> None:
    hands.go("s0004", "3.1")
    hands.press(Qt.Key.Key_Down, Qt.Key.Key_Right, held=SHIFT)
    hands.panel.keys.copy(with_heads=True)
    hands.go("s0001", "1.1")
    hands.press(Qt.Key.Key_V, held=CTRL)
    assert preview(hands).count(Effect.SAME) == len(preview(hands).cells) == 4


def test_an_empty_clipboard_and_shares_are_refused_in_words(hands: MatrixHands) -> None:
    hands.go("s0004", "3.1")
    hands.paste("\n\t\n")
    assert "không có bảng điểm" in hands.said
    hands.panel.units.choose(1)
    hands.paste("1")
    assert "% tối đa" in hands.said
    assert hands.view.preview is None


def test_what_is_typed_and_refused_keeps_the_cursor_before_a_paste(hands: MatrixHands) -> None:
    hands.go("s0004", "3.1")
    hands.type("9")
    hands.panel.keys.paste()
    assert hands.view.preview is None
    assert "vượt tối đa" in hands.said
