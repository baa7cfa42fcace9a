"""Which part of the register is meant: all of it, a unit's, an area's, a criterion's."""

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.takeout import Scope
from ui.shared.combos import Combo
from ui.shared.desk import Desk

_LONGEST = 70


class PartFields(QObject):
    """Two choices: the sheet, then the node of its set.

    Args:
        desk: the open dossier; its sheet is offered first.
        whole: whether all of the dossier, and all of a sheet, can be chosen.
        parent: the dialog.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject, *, whole: bool) -> None:
        super().__init__(parent)
        self._desk, self._whole = desk, whole
        self.sheet = Combo("Đơn vị")
        self.node = Combo("Phần")
        self.sheet.show_choices(self._sheets(), "" if whole else desk.sheet)
        self._fill()
        self.sheet.currentIndexChanged.connect(self._sheet_chosen)
        self.node.currentIndexChanged.connect(self.changed)

    @property
    def scope(self) -> Scope:
        """What is chosen."""
        sheet = self.sheet.currentData() or ""
        return Scope(sheet, (self.node.currentData() or "") if sheet else "")

    @property
    def name(self) -> str:
        """What is chosen, in words."""
        if not self.scope.sheet:
            return ""
        unit = self.sheet.currentText().strip()
        return f"{self.node.currentText().strip()}, {unit}" if self.scope.criterion else unit

    def choose(self, scope: Scope) -> None:
        """Choose a part."""
        self.sheet.setCurrentIndex(self.sheet.findData(scope.sheet))
        self.node.setCurrentIndex(self.node.findData(scope.criterion))

    def _sheets(self) -> list[tuple[str, object]]:
        state = self._desk.state
        units = [
            (state.units[sheet.unit].name, sheet.id)
            for sheet in state.sheets_of(self._desk.assessment)
        ]
        return [*([("Cả hồ sơ, mọi kỳ", "")] if self._whole else []), *units]

    def _fill(self) -> None:
        sheet, state = self.sheet.currentData() or "", self._desk.state
        whole: list[tuple[str, object]] = [("Tất cả tiêu chí", "")] if self._whole else []
        if not sheet:
            self.node.show_choices(whole, "")
            self.node.setEnabled(False)
            return
        tree = state.tree_of_sheet(sheet)
        nodes = [(_named(node.code, node.name, depth), node.id) for node, depth in tree.walk]
        self.node.show_choices([*whole, *nodes], "" if self._whole else self._area(sheet))
        self.node.setEnabled(True)

    def _area(self, sheet: str) -> str:
        """Return the area on the desk; where it has no documents, the first that has some."""
        state, on_desk = self._desk.state, self._desk.criterion
        tree = state.tree_of_sheet(sheet)
        here = tree.area_of(on_desk).id if on_desk in tree else ""
        linked = {tree.area_of(key).id for key, links in state.cell(sheet).links.items() if links}
        with_documents = (area for area in tree.children_of("") if area in linked)
        return here if here in linked else next(with_documents, here)

    def _sheet_chosen(self) -> None:
        self._fill()
        self.changed.emit()


def _named(code: str, name: str, depth: int) -> str:
    text = f"{code}  {name}"
    cut = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
    return f"{'    ' * depth}{cut}"
