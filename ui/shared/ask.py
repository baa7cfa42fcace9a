"""The dialog that asks for one command: title, one sentence, fields, refusals inside."""

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from cchc_desktop.commands.base import Command
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.overriding import override
from ui.shared.buttons import normal, primary
from ui.shared.desk import Desk
from ui.shared.frames import row
from ui.shared.labels import label
from ui.shared.tab_order import as_laid_out, follow
from ui.shared.texts import TextField

Field = tuple[str, QWidget]
_ONE_LINE = 44  # a field higher than this has its caption at its first line
_FIRST_LINE = 8


class AskDialog(QDialog):
    """Asks for a command and runs it; a refusal is said inside and nothing is lost.

    The cursor begins in the first field, where no other was chosen; Tab goes from top to bottom.

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
        self._asked: list[QWidget] = []
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
            if max(field.sizeHint().height(), field.minimumHeight()) > _ONE_LINE:
                caption.setContentsMargins(0, _FIRST_LINE, 0, 0)
                self._grid.addWidget(caption, line, 0, Qt.AlignmentFlag.AlignTop)
            else:
                self._grid.addWidget(caption, line, 0)
            self._grid.addWidget(field, line, 1)
            self._asked.append(field)
            texts = [field] if isinstance(field, TextField) else field.findChildren(TextField)
            for each in texts:
                each.entered.connect(self.go.click)

    @override
    def showEvent(self, arg__1: QShowEvent) -> None:
        super().showEvent(arg__1)
        pieces = list(as_laid_out(self))[1:]
        follow(pieces[0], pieces[1:])
        if self.focusWidget() is None:
            entered = (each for field in self._asked for each in (field, *_inside(field)))
            first = next((each for each in entered if _can_enter(each)), None)
            if first is not None:
                first.setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def event(self, arg__1: QEvent) -> bool:
        handled = super().event(arg__1)
        if (
            arg__1.type() is QEvent.Type.LayoutRequest and self.isVisible()
        ):  # words that wrap need more lines
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


def _inside(field: QWidget) -> list[QWidget]:
    return field.findChildren(QWidget)


def _can_enter(widget: QWidget) -> bool:
    has_tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return has_tab and widget.isEnabled()
