"""The row that chooses which units show: words of the name, group, only those with gaps."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from ui.matrix.axes import Axes, UnitFilter
from ui.shared import theme
from ui.shared.buttons import ghost
from ui.shared.combos import Combo
from ui.shared.labels import label
from ui.shared.pills import Chip
from ui.shared.timers import later

_HEIGHT = 40
_REST = 120  # milliseconds without a key


class FilterRow(QFrame):
    """Asks which units show.

    Args:
        axes: the units, to choose among.
        parent: the panel.
    """

    changed = Signal(object)  # UnitFilter

    def __init__(self, axes: Axes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axes = axes
        self.setProperty("kind", "surfacerow")
        self.setFixedHeight(_HEIGHT)
        self.text = QLineEdit()
        self.text.setFont(theme.font("body"))
        self.text.setAccessibleName("Tìm đơn vị")
        self.text.setPlaceholderText("Tìm đơn vị")
        self.text.setFixedWidth(200)
        self.group = Combo("Nhóm đơn vị")
        self.group.setFixedWidth(180)
        self.missing = Chip("Còn ô chưa chấm", "cho", "opentext")
        self.count = label("", "small", tone="text3")
        self._clear = ghost("Bỏ lọc", self.clear)
        self._rest = later(self, _REST, self._tell)
        self.text.textEdited.connect(self._rest.start)
        self.group.activated.connect(self._tell)
        self.missing.toggled.connect(self._tell)
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 0, 12, 0)
        box.setSpacing(8)
        for piece in (self.text, self.group, self.missing, self.count):
            box.addWidget(piece)
        box.addStretch(1)
        box.addWidget(self._clear)
        self.hide()

    def refresh(self) -> None:
        """Show groups and counts as they stand."""
        axes = self._axes
        groups = axes.groups()
        choices = [("Mọi nhóm", ""), *((name, key) for key, name in groups.items() if key)]
        self.group.show_choices(choices, axes.filter.group)
        self.group.setVisible(len(groups) > 1)
        self.missing.set_count(axes.count_missing())
        self.count.setText(f"{len(axes.sheets)} / {len(axes.everyone)} đơn vị")
        self._clear.setEnabled(axes.filter.is_on)

    def clear(self) -> None:
        """Show every unit again."""
        self.text.clear()
        self.group.setCurrentIndex(0)
        self.missing.setChecked(False)
        self._tell()

    def take(self) -> None:
        """Take what is typed at once."""
        if self._rest.isActive():
            self._rest.stop()
            self._tell()

    def _tell(self) -> None:
        group = self.group.currentData() or ""
        found = UnitFilter(self.text.text(), str(group), self.missing.isChecked())
        self.changed.emit(found)
