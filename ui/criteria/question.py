"""The question before a step that takes marks along: asked in place, not in a dialog."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cchc_desktop.overriding import override
from ui.shared.buttons import normal
from ui.shared.frames import box_of, fill, frame
from ui.shared.icons import IconLabel
from ui.shared.labels import label


class Question(QFrame):
    """An amber bar with two answers; Esc keeps everything as it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answer: Callable[[], object] | None = None
        self._words = label("", "small", wrap=True)
        self._yes = normal("Xóa", self._agree)
        self._no = normal("Giữ lại", self.close_question)
        bar = frame("note", vertical=False, margins=(12, 4, 8, 4), gap=8)
        fill(bar, IconLabel("warn", "open"))
        box_of(bar).addWidget(self._words, 1)
        fill(bar, self._no, self._yes)
        around = QVBoxLayout(self)
        around.setContentsMargins(12, 6, 12, 6)
        around.addWidget(bar)
        self.hide()

    @property
    def text(self) -> str:
        """What it asks, "" while it is closed."""
        return "" if self.isHidden() else self._words.text()

    def ask(self, text: str, verb: str, answer: Callable[[], object]) -> None:
        """Ask, the cursor on the answer that keeps everything.

        Args:
            text: what the step takes along.
            verb: the answer that goes on.
            answer: called on that answer.
        """
        self._answer = answer
        self._words.setText(text)
        self._yes.set_text(verb)
        self.setAccessibleName(text)
        self.show()
        self._no.setFocus()

    def agree(self) -> None:
        """Answer that the step goes on."""
        self._agree()

    def close_question(self) -> None:
        """Keep everything as it is."""
        self._answer = None
        self.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_question()
            return
        super().keyPressEvent(event)

    def _agree(self) -> None:
        answer = self._answer
        self.close_question()
        if answer is not None:
            answer()
