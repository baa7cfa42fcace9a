"""The card "Vì sao được điểm này": one step a line, the result in bold, to be copied."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from cchc_desktop.domain.explanation import as_text
from cchc_desktop.domain.rules.base import Step
from cchc_desktop.wording.steps import BASIS, RESULT
from ui.shared import theme
from ui.shared.buttons import tool
from ui.shared.frames import row
from ui.shared.labels import AIR, Steady, label, restyle, say_or_hide

_LABEL, _ASIDE_LABEL = 58, 52


class ExplanationCard(QFrame):
    """Steps that lead to the points; a person can redo them on a calculator."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "explanation")
        self._steps: tuple[Step, ...] = ()
        self._lines: list[tuple[QLabel, Steady]] = []
        self._is_aside = False
        self.copy_button = tool("copy", "Sao chép cách tính", self.copy)
        self._hint = label("", "small", tone="text3", wrap=True)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnMinimumWidth(0, _LABEL)
        self._grid.setColumnStretch(1, 1)
        self._box = box = QVBoxLayout(self)
        box.setContentsMargins(12, 6, 8, 10)
        box.setSpacing(2)
        box.addWidget(row(label("Vì sao được điểm này", "body", 600), None, self.copy_button))
        box.addLayout(self._grid)
        box.addWidget(self._hint)
        box.addStretch(1)

    @property
    def text(self) -> str:
        """The steps as text, one a line."""
        return as_text(self._steps)

    def show_steps(self, steps: Sequence[Step], hint: str = "") -> None:
        """Show steps; what did not change stays untouched."""
        self._steps = tuple(steps)
        shown = self._visible_steps()
        while len(self._lines) < len(shown):
            self._add_line()
        for (name, text), step in zip(self._lines, shown, strict=False):
            name.setText(step.label)
            text.set_text(_unbroken(step.text))
            _emphasize(text, is_result=step.label == RESULT)
        for number, pair in enumerate(self._lines):
            for piece in pair:
                piece.setVisible(number < len(shown))
        say_or_hide(self._hint, hint)

    def set_aside(self, aside: bool) -> None:
        """Stand beside the inputs under one band, without its own edge and legal basis."""
        self._is_aside = aside
        restyle(self, "kind", "aside" if aside else "explanation")
        self._grid.setHorizontalSpacing(6 if aside else 12)
        self._grid.setVerticalSpacing(0 if aside else 2)
        self._grid.setColumnMinimumWidth(0, _ASIDE_LABEL if aside else _LABEL)
        self._box.setContentsMargins(12, 4 if aside else 6, 4 if aside else 8, 6 if aside else 10)
        for pair in self._lines:
            self._shape(pair)
        self.show_steps(self._steps, self._hint.text())

    def copy(self) -> None:
        """Put the steps on the clipboard."""
        QApplication.clipboard().setText(self.text)

    def _visible_steps(self) -> tuple[Step, ...]:
        if not self._is_aside:
            return self._steps
        return tuple(step for step in self._steps if step.label != BASIS)

    def _add_line(self) -> None:
        name = label("", "small", tone="text3")
        words = label("", "small", wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text = Steady(words)
        for piece in (name, words):
            piece.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        number = len(self._lines)
        self._grid.addWidget(name, number, 0)
        self._grid.addWidget(text, number, 1)
        self._lines.append((name, text))
        self._shape((name, text))

    def _shape(self, pair: tuple[QLabel, Steady]) -> None:
        air = 1 if self._is_aside else AIR
        name, text = pair
        for piece in (name, text.label):
            piece.setContentsMargins(0, air, 0, air)
        text.reshape()


def _emphasize(text: Steady, *, is_result: bool) -> None:
    """Set the result bold and larger than the steps that lead to it."""
    font = theme.font("body" if is_result else "small", 600 if is_result else 400)
    if text.label.font() != font:
        text.label.setFont(font)
        text.reshape()


def _unbroken(text: str) -> str:
    """A line breaks before "= 61,58 %", never inside it."""
    return text.replace(" %", "\u00a0%").replace("= ", "=\u00a0")
