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

Answer = tuple[str, Callable[[], object]]


class Question(QFrame):
    """An amber bar with one or two ways on; Esc keeps everything as it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers: tuple[Answer, ...] = ()
        self._words = label("", "small", wrap=True)
        self._ways = (normal("Xóa", self.agree), normal("", lambda: self.agree(1)))
        self._no = normal("Giữ lại", self.close_question)
        bar = frame("note", vertical=False, margins=(12, 4, 8, 4), gap=8)
        fill(bar, IconLabel("warn", "open"))
        box_of(bar).addWidget(self._words, 1)
        fill(bar, self._no, *reversed(self._ways))
        around = QVBoxLayout(self)
        around.setContentsMargins(12, 6, 12, 6)
        around.addWidget(bar)
        self.hide()

    @property
    def text(self) -> str:
        """What it asks, "" while it is closed."""
        return "" if self.isHidden() else self._words.text()

    def ask(self, text: str, *answers: Answer, no: str = "Giữ lại", waits: bool = True) -> None:
        """Ask, the cursor on the answer that keeps everything.

        Args:
            text: what the step takes along.
            answers: one or two ways on: the verb, and what is called then.
            no: the answer that keeps everything.
            waits: whether the cursor comes here; else the question stands aside.
        """
        self._answers = answers
        self._words.setText(text)
        for way, answer in zip(self._ways, answers, strict=False):
            way.set_text(answer[0])
        self._ways[1].setVisible(len(answers) > 1)
        self.setAccessibleName(text)
        self.show()
        self._no.set_text(no)
        if waits:
            self._no.setFocus()

    def agree(self, way: int = 0) -> None:
        """Answer that the step goes on, in the first way or another."""
        answers = self._answers
        self.close_question()
        if way < len(answers):
            answers[way][1]()

    def close_question(self) -> None:
        """Keep everything as it is."""
        self._answers = ()
        self.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_question()
            return
        super().keyPressEvent(event)
