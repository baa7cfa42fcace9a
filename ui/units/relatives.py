"""The card of a unit's predecessors and successors, with what a merger means."""

from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from cchc_desktop.domain.succession import day_after, predecessors, successors
from cchc_desktop.domain.units import Unit
from cchc_desktop.wording import units as words
from ui.shared import theme
from ui.shared.buttons import ghost, tool
from ui.shared.desk import Desk
from ui.shared.frames import clear, fill, frame, hairline, row
from ui.shared.icons import IconLabel
from ui.shared.labels import label

Pair = tuple[str, str]  # a unit that ended, one that took over


class RelativesCard(QFrame):
    """Says from whom a unit took over, and who took over from it."""

    unlink_asked = Signal(str, str)  # the unit that ended, the one that took over
    unit_asked = Signal(str)  # go to a unit

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: object = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)

    def show_unit(self, unit: Unit, *, can_edit: bool) -> None:
        """Show the relatives of a unit."""
        units = self._desk.state.units
        before, after = predecessors(units, unit.id), successors(units, unit.id)
        wanted = (unit, before, after, can_edit)
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._box)
        by_day: dict[date | None, list[Unit]] = {}
        for each in before:
            by_day.setdefault(each.ends_on, []).append(each)
        for last, found in by_day.items():
            pairs = [(each.id, unit.id) for each in found]
            is_split = any(len(each.successors) > 1 for each in found)
            head = words.took_over(day_after(last) if last else None, is_split=is_split)
            self._card(head, found, pairs, can_edit=can_edit)
        if after:
            first = day_after(unit.ends_on) if unit.ends_on else None
            head = words.went_over(first, is_split=len(after) > 1)
            pairs = [(unit.id, each.id) for each in after]
            self._card(head, list(after), pairs, can_edit=can_edit)
        self.setVisible(bool(before or after))

    def _card(self, title: str, found: list[Unit], pairs: list[Pair], *, can_edit: bool) -> None:
        card = frame("card")
        head = QWidget()
        head.setFixedHeight(34)
        line = QHBoxLayout(head)
        line.setContentsMargins(12, 0, 6, 0)
        line.setSpacing(8)
        line.addWidget(IconLabel("merge", "accent"))
        line.addWidget(label(title, "body", 600), 1)
        more = tool("more", "Việc khác với quan hệ này")
        more.clicked.connect(lambda: self._open(more, found, pairs))
        line.addWidget(more)
        more.setHidden(not can_edit)  # once it lies in the head: else a window flashes
        inside = frame("", margins=(4, 6, 12, 10), gap=2)
        for each in found:
            go = ghost(each.name, partial(self.unit_asked.emit, each.id))
            go.setToolTip("Xem đơn vị này")
            fill(inside, row(go, None))
        note = label(words.never_added(), "small", tone="text2", wrap=True)
        note.setContentsMargins(8, 2, 0, 0)
        fill(inside, note)
        fill(card, head, hairline(), inside)
        self._box.addWidget(card)

    def _open(self, button: QWidget, found: list[Unit], pairs: list[Pair]) -> None:
        menu = QMenu(self)
        menu.setFont(theme.font("small"))
        menu.aboutToHide.connect(menu.deleteLater)
        for unit, pair in zip(found, pairs, strict=True):
            words_ = f"Bỏ quan hệ với {unit.name}"
            menu.addAction(words_, partial(self.unlink_asked.emit, *pair))
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
