"""The strip of keys of a mode that is worked by keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from cchc_desktop.overriding import override
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
_LEFT, _GAP, _RIGHT = 20, 14, 16


class KeyStrip(QWidget):
    """Names the keys, each on a cap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "keys")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(self)
        grid.setContentsMargins(_LEFT, 8, _RIGHT, 8)
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(_COLUMNS, 1)
        self._keys = [capped(keys, words) for keys, words in KEYS]
        for at, key in enumerate(self._keys):
            grid.addWidget(key, at // _COLUMNS, at % _COLUMNS, Qt.AlignmentFlag.AlignLeft)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the last column to the help where it has no room."""
        super().resizeEvent(event)
        columns = [self._keys[at::_COLUMNS] for at in range(_COLUMNS)]
        wides = [max(key.sizeHint().width() for key in keys) for keys in columns]
        wide = sum(wides) + (_COLUMNS - 1) * _GAP + _LEFT + _RIGHT
        for key in columns[-1]:
            key.setVisible(wide <= event.size().width())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
