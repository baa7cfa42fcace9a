"""A dialog that asks for one line of words."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from cchc_desktop.records import record
from ui.shared.buttons import normal, primary
from ui.shared.frames import row
from ui.shared.labels import label
from ui.shared.texts import TextField


@record
class Question:
    """What is asked: title, a plain sentence, the field's name, its value, the verb."""

    title: str
    sentence: str
    name: str
    value: str
    verb: str


class LineDialog(QDialog):
    """Asks for one line.

    Args:
        question: what is asked.
        parent: the window.
    """

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(question.title)
        self.setMinimumWidth(480)
        self.field = TextField(question.name)
        self.field.setText(question.value)
        self.field.selectAll()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(8)
        outer.addWidget(label(question.title, "title", 600))
        outer.addWidget(label(question.sentence, "small", tone="text3", wrap=True))
        outer.addWidget(self.field)
        agree = primary(question.verb, self.accept)
        agree.setDefault(True)
        outer.addWidget(row(None, normal("Đóng", self.reject), agree, gap=8))
        self.field.entered.connect(self.accept)
        self.field.setFocus()

    @property
    def text(self) -> str:
        """What was typed."""
        return self.field.text()
