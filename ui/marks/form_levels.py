"""Levels to choose from: one radio row a level, its digit left, its points right."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from cchc_desktop.domain.rules.levels import Levels
from cchc_desktop.overriding import override
from cchc_desktop.wording.numerals import shown
from ui.shared.labels import label
from ui.shared.tab_order import follow

OTHER = ""
_OTHER_WORDS = "Trường hợp khác: nhập điểm trực tiếp"
_INCOMPLETE = "Bộ tiêu chí chưa nêu đủ các mức."


class _LevelRow(QFrame):
    """One level: radio, digit, name, points; a click anywhere chooses it."""

    pressed = Signal()
    entered = Signal()

    def __init__(self, digit: str, name: str, points: str) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self.radio = _Radio()
        self.radio.setAccessibleName(f"{digit} {name}, {points} điểm" if points else name)
        self.radio.entered.connect(self.entered)
        number = label(digit, "small", 600, "text3")
        number.setFixedWidth(10)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 3, 0, 3)
        box.setSpacing(8)
        box.addWidget(self.radio)
        box.addWidget(number)
        box.addWidget(label(name, "body", wrap=True), 1)
        box.addWidget(label(points, "body", 600))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.isEnabled():
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
            self.pressed.emit()


class _Radio(QRadioButton):
    """A radio button that says when Enter is pressed."""

    entered = Signal()

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(e)


class LevelRows(QWidget):
    """The levels of a rule; digits 1-9 choose, Enter chooses and goes on."""

    chosen = Signal(str)  # key of the level, OTHER for none of them
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule = Levels()
        self._keys: list[str] = []
        self._rows: list[_LevelRow] = []
        self._choice = OTHER
        self._group = QButtonGroup(self)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._note = label(_INCOMPLETE, "small", tone="opentext", wrap=True)
        self._box.addWidget(self._note)

    @property
    def rows(self) -> tuple[QRadioButton, ...]:
        """The radio buttons, in order."""
        return tuple(row.radio for row in self._rows)

    def show_levels(self, rule: Levels, choice: str, *, is_typed: bool, is_editable: bool) -> None:
        """Show the levels of a rule and which one is chosen.

        Args:
            rule: the rule.
            choice: key of the chosen level, or "".
            is_typed: points stand that belong to none of the levels.
            is_editable: whether another one may be chosen.
        """
        if rule is not self._rule:
            self._rule = rule
            self._rebuild()
        self._choice = choice
        self._group.setExclusive(False)
        for key, row in zip(self._keys, self._rows, strict=True):
            row.radio.setChecked(key == choice and (key != OTHER or is_typed))
            row.setEnabled(is_editable)
        self._group.setExclusive(True)

    def focus_first(self) -> bool:
        """Put the cursor on the chosen level, else the first; return whether there is one."""
        if not self._rows:
            return False
        checked = next((row for row in self._rows if row.radio.isChecked()), self._rows[0])
        checked.radio.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < min(9, len(self._keys)):
            self._choose(self._keys[number])
        else:
            super().keyPressEvent(event)

    def _rebuild(self) -> None:
        for row in self._rows:
            self._group.removeButton(row.radio)
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows, self._keys = [], []
        for number, level in enumerate(self._rule.levels, 1):
            self._add(
                level.key, str(number) if number < 10 else "", level.label, shown(level.points)
            )
        if not self._rule.is_complete:
            number = len(self._rows) + 1
            self._add(OTHER, str(number) if number < 10 else "", _OTHER_WORDS, "")
        self._note.setVisible(not self._rule.is_complete)
        follow(self, self.rows)

    def _add(self, key: str, digit: str, name: str, points: str) -> None:
        row = _LevelRow(digit, name, points)
        self._box.insertWidget(len(self._rows), row)
        self._rows.append(row)
        self._keys.append(key)
        self._group.addButton(row.radio)
        row.radio.clicked.connect(partial(self._choose, key))
        row.pressed.connect(partial(self._choose, key))
        row.entered.connect(partial(self._enter, key))

    def _choose(self, key: str, _checked: object = None) -> None:
        self.chosen.emit(key)

    def _enter(self, key: str) -> None:
        if key != self._choice:
            self._choose(key)
        if key != OTHER:
            self.finished.emit()
