"""The dialog that asks for one command: title, one sentence, fields, refusals inside."""

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from cchc_desktop.commands.base import Command
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.overriding import override
from ui.shared.buttons import normal, primary
from ui.shared.desk import Desk
from ui.shared.frames import row
from ui.shared.labels import label
from ui.shared.texts import TextField

Field = tuple[str, QWidget]


class AskDialog(QDialog):
    """Asks for a command and runs it; a refusal is said inside and nothing is lost.

    Args:
        desk: where the command runs.
        words: title, one plain sentence, and the verb of the primary button.
        parent: the workplace.
    """

    def __init__(self, desk: Desk, words: tuple[str, str, str], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.desk = desk
        title, sentence, verb = words
        self.setWindowTitle(title)
        self.setFixedWidth(560)
        self.go = primary(verb, self._try)
        self.go.setDefault(True)
        self.refusal = label("", "small", tone="losttext", wrap=True)
        self.refusal.hide()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        box = self._box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        box.addWidget(label(title, "title", 600))
        box.addWidget(label(sentence, tone="text2", wrap=True))
        box.addLayout(self._grid)
        box.addWidget(self.refusal)
        box.addWidget(row(None, normal("Hủy", self.reject), 8, self.go))

    @abstractmethod
    def command(self) -> Command:
        """Return what was asked for.

        Raises:
            CchcError: something typed cannot be read.
        """

    def add_fields(self, fields: Sequence[Field]) -> None:
        """Add fields below each other, each with its caption; Enter in one of them goes on."""
        for line, (words, field) in enumerate(fields, self._grid.count() // 2):
            caption = label(words, "small", 500, "text3")
            caption.setBuddy(field)
            self._grid.addWidget(caption, line, 0)
            self._grid.addWidget(field, line, 1)
            texts = [field] if isinstance(field, TextField) else field.findChildren(TextField)
            for each in texts:
                each.entered.connect(self.go.click)

    @override
    def event(self, arg__1: QEvent) -> bool:
        handled = super().event(arg__1)
        if arg__1.type() is QEvent.Type.LayoutRequest:  # words that wrap need more lines
            needed = self._box.totalHeightForWidth(self.width())
            self.resize(self.width(), max(self.height(), needed))
        return handled

    def _try(self) -> None:
        try:
            command = self.command()
            command.plan(self.desk.state)
        except CchcError as error:
            self.refusal.setText(error.words)
            self.refusal.show()
            return
        self.accept()
        self.desk.run(command)
