"""Offline help: what is done at this screen, its keys, those of every screen."""

from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ui.shared.buttons import primary
from ui.shared.dialogs import list_height
from ui.shared.frames import row
from ui.shared.labels import label
from ui.window.help_texts import EVERYWHERE, NOWHERE, Keys, topic_of

_PROMISE = (
    "Mọi thay đổi được ghi ngay vào tệp hồ sơ, không có nút Lưu. "
    "Số lẻ viết dấu phẩy; phím chấm ở bàn phím số là dấu phẩy."
)
_KEY_WIDTH = 150


class HelpDialog(QDialog):
    """The help of one screen, the keys of all, and the program's promise about the data.

    Args:
        version: the program's version.
        key: of the screen.
        parent: the window.
    """

    def __init__(self, version: str, key: str = NOWHERE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.topic = topic_of(key)
        self.setWindowTitle("Trợ giúp")
        self.setFixedWidth(560)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        box.addWidget(label(self.topic.title, "title", 600))
        box.addWidget(self._keys())
        box.addWidget(label(f"CCHC Desktop {version}. Không cần mạng.", "small", tone="text3"))
        box.addWidget(row(None, primary("Đóng", self.accept)))

    def _keys(self) -> QScrollArea:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(3)
        grid.setColumnMinimumWidth(0, _KEY_WIDTH)
        grid.setColumnStretch(1, 1)
        _say(grid, self.topic.words)
        _list(grid, self.topic.keys)
        _head(grid, "Ở mọi màn hình")
        _say(grid, _PROMISE)
        _list(grid, EVERYWHERE)
        grid.setRowStretch(grid.rowCount(), 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(table)
        scroll.setMinimumHeight(list_height(320, around=148))
        return scroll


def _say(grid: QGridLayout, words: str) -> None:
    said = label(words, "body", tone="text2", wrap=True)
    said.setContentsMargins(0, 0, 0, 6)
    grid.addWidget(said, grid.rowCount(), 0, 1, 2)


def _head(grid: QGridLayout, words: str) -> None:
    head = label(words, "h3", 600)
    head.setContentsMargins(0, 10, 0, 0)
    grid.addWidget(head, grid.rowCount(), 0, 1, 2)


def _list(grid: QGridLayout, keys: Keys) -> None:
    for key, words in keys:
        line = grid.rowCount()
        grid.addWidget(label(key, "small", 600), line, 0)
        grid.addWidget(label(words, "small", tone="text2", wrap=True), line, 1)
