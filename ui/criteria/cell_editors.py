"""Editors inside the tree: a code, a name, a maximum; what is refused stays with its reason."""

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.numbers import NumberKind, parse, typed
from ui.criteria.columns import HEADINGS, Column
from ui.criteria.edits import edit_command
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.labels import restyle


class CellEditor(QLineEdit):
    """One line in a cell of the tree.

    Args:
        desk: where commands are tried before they run.
        criterion: id of the node.
        column: which of its cells.
        parent: the view's viewport.
    """

    refused = Signal(object)  # CchcError

    def __init__(self, desk: Desk, criterion: str, column: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.criterion, self.column = criterion, column
        self.is_closing = False
        self._desk = desk
        self._is_number = column == Column.MAXIMUM
        self.setProperty("cell", "1")
        self.setFont(theme.font("body", 500 if self._is_number else 400))
        self.setAccessibleName(HEADINGS[column])
        self.textEdited.connect(self._forgive)

    def show_value(self, value: str | Decimal | None) -> None:
        """Show the value that stands, all of it chosen."""
        if isinstance(value, Decimal):
            value = typed(value, NumberKind.POINTS)
        self.setText(value or "")
        self.selectAll()

    def value(self) -> str | Decimal | None:
        """Return what is typed.

        Raises:
            CchcError: a maximum that is no number.
        """
        text = self.text().strip()
        if not self._is_number:
            return text
        return parse(text, NumberKind.POINTS) if text else None

    def is_acceptable(self) -> bool:
        """Return whether what is typed can be taken; a refusal is shown and told."""
        try:
            command = edit_command(self.criterion, self.column, self.value())
            command.plan(self._desk.state)
        except CchcError as error:
            self._refuse(error)
            return False
        return True

    def _refuse(self, error: CchcError) -> None:
        restyle(self, "bad", "1")
        reason = error.words
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)
        self.refused.emit(error)

    def _forgive(self) -> None:
        restyle(self, "bad", "0")
        self.setToolTip("")
        self.setAccessibleDescription("")
