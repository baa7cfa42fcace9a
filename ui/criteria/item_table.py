"""A small table of levels or bands: edited in place, rows added, removed and moved."""

import typing
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.numbers import NumberKind
from cchc_desktop.records import record
from cchc_desktop.wording.rule_forms import ITEM_FIELDS, FieldWords
from ui.criteria.value_editors import Ask, ValueEditor, is_number, value_editor
from ui.shared.buttons import ghost, tool
from ui.shared.fields import NumberField
from ui.shared.frames import row
from ui.shared.labels import label
from ui.shared.tab_order import as_laid_out, follow
from ui.shared.texts import TextField

Items = tuple[Any, ...]
_NUMBER_WIDTH = 64
_WIDTHS = {"name": 104, "unit": 84}  # the label takes what is left


@record
class TableAsk:
    """What a table holds.

    Args:
        name: name of the parameter.
        item_type: type of a row.
        new_item: makes a row to add, from the rows there are.
        add_words: words of the button that adds.
        number_kind: how numbers of a column are read, by the field's name.
        is_read_only: it is only shown.
    """

    name: str
    item_type: type[Any]
    new_item: Callable[[Items], Any]
    add_words: str
    number_kind: Callable[[str], NumberKind]
    is_read_only: bool = False


class ItemTable(QWidget):
    """Rows of editors; the table as a whole is one value."""

    typing = Signal(object)  # tuple, while a person types
    taken = Signal(object)  # tuple, once it is meant

    def __init__(self, ask: TableAsk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._items: Items = ()
        self._rows: list[dict[str, ValueEditor]] = []
        self._grid = QWidget()
        self._add = ghost(ask.add_words, self._append, "plus")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self._box.addWidget(self._grid)
        self._box.addWidget(row(self._add, None))
        self._add.setHidden(ask.is_read_only)  # once it lies in the table: else a window flashes

    @property
    def items(self) -> Items:
        """The rows as they were last shown or taken."""
        return self._items

    @property
    def editors(self) -> list[dict[str, ValueEditor]]:
        """Editors by row and field name."""
        return self._rows

    def show_items(self, items: Items) -> None:
        """Show rows; editors stay where their number stays."""
        self._items = items
        if len(items) != len(self._rows):
            self._build()
        for editors, item in zip(self._rows, items, strict=True):
            for name, editor in editors.items():
                editor.show(getattr(item, name))

    def add(self) -> None:
        """Add a row at the end."""
        self._append()

    def remove(self, number: int) -> None:
        """Take a row away."""
        self._take_typed()
        self._take(self._items[:number] + self._items[number + 1 :])

    def shift(self, number: int, step: int) -> None:
        """Move a row up (-1) or down (1)."""
        self._take_typed()
        other = number + step
        if 0 <= other < len(self._items):
            found = list(self._items)
            found[number], found[other] = found[other], found[number]
            self._take(tuple(found))

    def _take_typed(self) -> None:
        """Take what stands in the cells, before rows come, go or change their places."""
        for number in self.findChildren(NumberField):
            if number.is_dirty:
                number.take()
        for words in self.findChildren(TextField):
            words.take()

    def _append(self) -> None:
        self._take_typed()
        self._take((*self._items, self._ask.new_item(self._items)))
        first = next(iter(self._rows[-1].values()))
        first.widget.setFocus()

    def _take(self, items: Items) -> None:
        self.show_items(items)
        self.taken.emit(items)

    def _build(self) -> None:
        """Make the rows anew; the old ones go when Qt is done with them."""
        old, self._grid = self._grid, QWidget()
        self._box.replaceWidget(old, self._grid)
        old.hide()
        old.deleteLater()
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        self._rows = []
        fields = ITEM_FIELDS[self._ask.name]
        for place, words in enumerate(fields.values()):
            grid.addWidget(label(words.label, "cap", 500, "text3"), 0, place)
        for number in range(len(self._items)):
            self._rows.append(self._build_row(grid, number, fields))
        grid.setColumnStretch(0 if "label" in fields else len(fields), 1)
        follow(old, as_laid_out(self._grid))

    def _build_row(
        self, grid: QGridLayout, number: int, fields: Mapping[str, FieldWords]
    ) -> dict[str, ValueEditor]:
        hints = typing.get_type_hints(self._ask.item_type)
        found = {}
        for place, (name, words) in enumerate(fields.items()):
            kind = self._ask.number_kind(name)
            ask = Ask(name, hints[name], words, kind, self._ask.is_read_only)
            editor = value_editor(
                ask, self._teller(number, name), self._teller(number, name, is_taken=True)
            )
            if is_number(hints[name]) or name in _WIDTHS:
                editor.widget.setFixedWidth(_WIDTHS.get(name, _NUMBER_WIDTH))
            grid.addWidget(editor.widget, number + 1, place)
            found[name] = editor
        if not self._ask.is_read_only:
            grid.addWidget(self._tools(number), number + 1, len(fields) + 1)
        return found

    def _teller(self, number: int, name: str, *, is_taken: bool = False) -> Callable[[Any], None]:
        grid = self._grid

        def tell(value: Any) -> None:
            if grid is not self._grid:  # a field that lost the focus because its row went
                return
            items = list(self._items)
            items[number] = replace(items[number], **{name: value})
            if is_taken:
                self._items = tuple(items)
                self.taken.emit(self._items)
            else:
                self.typing.emit(tuple(items))

        return tell

    def _tools(self, number: int) -> QWidget:
        last = len(self._items) - 1
        up = tool("chevron-up", "Chuyển lên", lambda: self.shift(number, -1))
        down = tool("chevron-down", "Chuyển xuống", lambda: self.shift(number, 1))
        away = tool("trash", "Bỏ dòng này", lambda: self.remove(number))
        up.setEnabled(number > 0)
        down.setEnabled(number < last)
        return row(up, down, away)
