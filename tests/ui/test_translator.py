import re

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

VIETNAMESE = re.compile(
    "[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE
)

PLAIN = {"in", "trang"}  # Vietnamese words without a mark


def reads_vietnamese(text: str) -> bool:
    letters = re.sub(r"[^a-zà-ỹđ]", "", text.replace("&", "").lower())
    return letters in PLAIN or not letters or VIETNAMESE.search(text) is not None


@pytest.mark.parametrize(
    "button",
    [b for b in QDialogButtonBox.StandardButton if b.value],
    ids=lambda button: str(button.name),
)
def test_no_standard_button_reads_english(
    qtbot: QtBot, button: QDialogButtonBox.StandardButton
) -> None:
    box = QDialogButtonBox(button)
    qtbot.addWidget(box)
    assert [b.text() for b in box.buttons() if not reads_vietnamese(b.text())] == []


def test_message_boxes_speak_vietnamese(qtbot: QtBot) -> None:
    box = QMessageBox(QMessageBox.Icon.Question, "Xóa", "Xóa tiêu chí này?")
    box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
    box.setDetailedText("chi tiết")
    qtbot.addWidget(box)
    assert [b.text() for b in box.buttons() if not reads_vietnamese(b.text())] == []


def test_context_menus_of_fields_speak_vietnamese(qtbot: QtBot) -> None:
    line, area = QLineEdit("một"), QPlainTextEdit("hai")
    qtbot.addWidget(line)
    qtbot.addWidget(area)
    for menu in (line.createStandardContextMenu(), area.createStandardContextMenu()):
        assert isinstance(menu, QMenu)
        words = [a.text().partition("\t")[0] for a in menu.actions() if not a.isSeparator()]
        assert [text for text in words if not reads_vietnamese(text)] == []
        menu.deleteLater()


def test_the_file_dialog_speaks_vietnamese(qtbot: QtBot) -> None:
    dialog = QFileDialog(None, "Mở hồ sơ")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    assert [text for text in texts_of(dialog) if not reads_vietnamese(text)] == []


def test_the_print_dialog_speaks_vietnamese(qtbot: QtBot) -> None:
    dialog = QPrintDialog(QPrinter())
    qtbot.addWidget(dialog)
    assert [text for text in texts_of(dialog) if not reads_vietnamese(text)] == []


def texts_of(dialog: QWidget) -> list[str]:
    found: list[str] = []
    for button in dialog.findChildren(QAbstractButton):
        found += [button.text(), button.toolTip()]
    found += [label.text() for label in dialog.findChildren(QLabel)]
    return found
