"""Items to tick: one check box an item, its digit left, its points right."""

from collections.abc import Mapping
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.rules.checklist import Checklist, ChecklistItem
from cchc_desktop.overriding import override
from cchc_desktop.wording.numerals import shown
from ui.shared.labels import label
from ui.shared.tab_order import follow

_MOST_DIGIT = 9


class _ItemRow(QFrame):
    """One item: check box, digit, name, points."""

    ticked = Signal(bool)

    def __init__(self, number: int, item: ChecklistItem) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        digit = str(number) if number <= _MOST_DIGIT else ""
        self.box = QCheckBox()
        self.box.clicked.connect(self.ticked)
        self.box.setAccessibleName(f"{digit} {item.label}, {shown(item.points)} điểm".strip())
        mark = label(digit, "small", 600, "text3")
        mark.setFixedWidth(10)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 3, 0, 3)
        line.setSpacing(8)
        line.addWidget(self.box)
        line.addWidget(mark)
        line.addWidget(label(item.label, "body", wrap=True), 1)
        line.addWidget(label(shown(item.points), "body", 600))


class ChecklistRows(QWidget):
    """The items of a rule; digits 1-9 tick and untick, Enter goes on."""

    ticked = Signal(str, bool)  # key of the item
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[ChecklistItem, ...] = ()
        self._rows: list[_ItemRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    @property
    def boxes(self) -> tuple[QCheckBox, ...]:
        """The check boxes, in order."""
        return tuple(row.box for row in self._rows)

    def show_items(
        self, rule: Checklist, values: Mapping[str, Decimal], *, is_editable: bool
    ) -> None:
        """Show the items of a rule and which are fulfilled.

        Args:
            rule: the rule.
            values: 1 or 0 by item key; an item not looked at yet is absent.
            is_editable: whether they may be ticked.
        """
        if rule.items != self._items:
            self._items = rule.items
            self._rebuild()
        for item, row in zip(self._items, self._rows, strict=True):
            row.box.setChecked(bool(values.get(item.key)))
            row.setEnabled(is_editable)

    def focus_first(self) -> bool:
        """Put the cursor on the first item; return whether there is one."""
        if not self._rows:
            return False
        self._rows[0].box.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < min(_MOST_DIGIT, len(self._rows)):
            self._rows[number].box.click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def _rebuild(self) -> None:
        for row in self._rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_ItemRow(number, item) for number, item in enumerate(self._items, 1)]
        for item, row in zip(self._items, self._rows, strict=True):
            self._layout.addWidget(row)
            row.ticked.connect(partial(self._tell, item.key))
        follow(self, [row.box for row in self._rows])

    def _tell(self, key: str, is_on: bool) -> None:
        self.ticked.emit(key, is_on)
