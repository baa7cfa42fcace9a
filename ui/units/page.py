"""The page of a group of units: table in the middle, the chosen unit at the right."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cchc_desktop.domain.text import fold
from ui.shared.desk import Desk
from ui.shared.frames import column
from ui.units.groups import units_of
from ui.units.table import UnitTable
from ui.units.table_model import UnitModel


class UnitsPage(QWidget):
    """Shows the units of one group.

    Args:
        desk: the desk.
        parent: the view.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._group = ""
        self._wanted = ""
        self.model = UnitModel(desk, self)
        self.table = UnitTable(self.model)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(column(self.table), 1)
        self.setFocusProxy(self.table)

    @property
    def group(self) -> str:
        """The group that shows."""
        return self._group

    def show_group(self, group: str) -> None:
        """Show another group."""
        self._group = group

    def search(self, text: str) -> None:
        """Show only units with these words in their name, accents or not."""
        self._wanted = text
        self.refresh()

    def refresh(self) -> None:
        """Show the units as they stand."""
        words = fold(self._wanted).split()
        found = units_of(self._desk, self._group)
        if words:
            found = tuple(
                unit
                for unit in found
                if all(word in fold(f"{unit.name} {unit.short_name}") for word in words)
            )
        self.model.show(found)
