"""The strip of keys of a mode that is worked by keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.shared.key_caps import capped

KEYS: Sequence[tuple[str, str]] = (
    ("Enter", "lưu, tệp sau"),
    ("PgUp", "tệp trước"),
    ("Ctrl+D", "như tệp trước"),
    ("↓", "chọn gợi ý"),
    ("F6", "sang trang giấy"),
    ("Ctrl+G", "gắn tiêu chí"),
)
_COLUMNS = 3


class KeyStrip(QWidget):
    """Names the keys, each on a cap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "keys")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 8, 16, 8)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(_COLUMNS, 1)
        for at, (keys, words) in enumerate(KEYS):
            grid.addWidget(
                capped(keys, words), at // _COLUMNS, at % _COLUMNS, Qt.AlignmentFlag.AlignLeft
            )
