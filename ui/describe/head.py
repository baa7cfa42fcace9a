"""The head of Mô tả lần lượt: how many files, how many are done, stop."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from ui.shared.buttons import normal
from ui.shared.frames import column, row
from ui.shared.labels import ElidedLabel, label
from ui.shared.workplace import WidthClass

_HEIGHT, _LOW_HEIGHT = 56, 44
_BAR = 280


class DescribeHead(QFrame):
    """Says what is done; every file is saved when it is left."""

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "head")
        self.setFixedHeight(_HEIGHT)
        self._files = ElidedLabel("", "small", tone="text3")
        self._count = label("", "body", 600)
        self._words = label("tệp đã mô tả", "small", tone="text2")
        self._safe = label("đã lưu từng tệp", "small", tone="text3")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Số tệp đã mô tả")
        self._done = QWidget()
        line = row(self._count, 8, self._words, None, self._safe)
        inner = column(None, line, self._bar, None, gap=2)
        holder = QHBoxLayout(self._done)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(inner)
        self._done.setFixedWidth(_BAR)
        self._stop = normal("Dừng, làm tiếp sau", self.stop_asked.emit)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 0, 12, 0)
        box.setSpacing(28)
        title = label("Mô tả lần lượt", "title", 600)
        box.addWidget(column(None, title, self._files, None), 1)
        box.addWidget(self._done)
        box.addWidget(self._stop)

    @property
    def count(self) -> str:
        """How far the work is: "12 / 300"."""
        return self._count.text()

    @property
    def files(self) -> str:
        """What is said of all files."""
        return self._files.text()

    def set_width_class(self, width: WidthClass) -> None:
        """Lay out for another width."""
        is_narrow = width is WidthClass.NARROW
        self.setFixedHeight(_LOW_HEIGHT if is_narrow else _HEIGHT)
        self._safe.setVisible(not is_narrow)
        self._done.setFixedWidth(_BAR * 2 // 3 if is_narrow else _BAR)

    def show_done(self, done: int, of: int, files: str) -> None:
        """Show how many of how many are done, and what the files are."""
        self._files.setText(files)
        self._count.setText(f"{done} / {of}")
        self._bar.setRange(0, max(1, of))
        self._bar.setValue(done)
        self._done.setVisible(of > 0)
