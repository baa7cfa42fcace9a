"""The form of a rule, built from the fields of its dataclass."""

import typing
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from cchc_desktop.domain.new_rules import (
    new_band,
    new_checklist_item,
    new_formula_figure,
    new_score_level,
)
from cchc_desktop.domain.numbers import NumberKind
from cchc_desktop.domain.rules import Rule
from cchc_desktop.domain.rules.bands import BandInput, Bands
from cchc_desktop.domain.rules.base import RuleProblem
from cchc_desktop.domain.rules.by_formula import ByFormula
from cchc_desktop.wording.rule_forms import RULE_FIELDS, FieldWords
from ui.criteria.formula_editor import FormulaEditor
from ui.criteria.formula_field import FormulaField
from ui.criteria.item_table import ItemTable, TableAsk
from ui.criteria.value_editors import Ask, ValueEditor, value_editor
from ui.shared.fields import NumberField
from ui.shared.frames import column, row
from ui.shared.labels import label, restyle, set_tone
from ui.shared.texts import TextField

LABEL_WIDTH = 112
_BESIDE_WIDTH = 84
_LABEL_DROP = 6  # a label stands on the line of its field, also where a problem hangs below
_FORMULA = "formula"
_PERCENT = ("full_at", "zero_below")
_ADD = {
    "levels": "Thêm mức",
    "items": "Thêm nội dung",
    "inputs": "Thêm số liệu",
    "bands": "Thêm khoảng",
}
_NEW_ITEM: dict[str, Callable[[Any], Any]] = {
    "levels": new_score_level,
    "items": new_checklist_item,
    "inputs": new_formula_figure,
    "bands": new_band,
}


class RuleParameters(QWidget):
    """Editors of one rule's parameters; it holds what is typed but does not run commands."""

    typing = Signal(object)  # Rule, while a person types
    taken = Signal(object, str)  # Rule and the parameter, once it is meant

    def __init__(
        self, rule: Rule, *, is_read_only: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rule = rule
        self._is_read_only = is_read_only
        self.editors: dict[str, ValueEditor] = {}
        self._problems: dict[str, QLabel] = {}
        self._build()
        self.show_rule(rule)

    @property
    def rule(self) -> Rule:
        """The rule as it was last shown or taken."""
        return self._rule

    def show_rule(self, rule: Rule) -> None:
        """Show another rule of the same kind."""
        self._rule = rule
        self._name_figures(rule)
        for name, editor in self.editors.items():
            editor.show(getattr(rule, name))

    def show_problems(self, problems: tuple[RuleProblem, ...]) -> None:
        """Show what is wrong beside the parameters."""
        found: dict[str, list[str]] = {}
        for problem in problems:
            found.setdefault(problem.field, []).append(problem.sentence)
        wrong = {problem.field for problem in problems if not problem.is_warning}
        for name, place in self._problems.items():
            place.setText("\n".join(dict.fromkeys(found.get(name, ()))))
            set_tone(place, "losttext" if name in wrong else "opentext")
            tells_itself = isinstance(self.editors[name].widget, FormulaEditor)
            place.setVisible(bool(place.text()) and not tells_itself)
        for name, editor in self.editors.items():
            if isinstance(editor.widget, NumberField) and not editor.widget.reason:
                restyle(editor.widget, "bad", "1" if name in found else "0")

    @property
    def is_unfinished(self) -> bool:
        """Whether something stands in a field that could not be taken."""
        return any(number.is_dirty for number in self.findChildren(NumberField))

    def take_all(self) -> None:
        """Take what is still being typed."""
        for words in self.findChildren(TextField):
            words.take()
        for formula in self.findChildren(FormulaField):
            formula.take()
        for number in self.findChildren(NumberField):
            if number.is_dirty:
                number.take()

    def problems_at(self, name: str) -> str:
        """Return what is shown beside a parameter."""
        place = self._problems[name]
        return "" if place.isHidden() else place.text()

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        hints = typing.get_type_hints(type(self._rule))
        names = {field.name for field in fields(self._rule)}
        asked = {n: w for n, w in RULE_FIELDS[self._rule.kind].items() if n in names}
        lines: list[tuple[str, ...]] = []
        for name, words in asked.items():
            self.editors[name] = self._editor(name, hints[name], words)
            lines = [*lines[:-1], (*lines[-1], name)] if words.is_beside else [*lines, (name,)]
        for number, together in enumerate(lines):
            self._lay_row(grid, number, together)

    def _lay_row(self, grid: QGridLayout, line: int, names: tuple[str, ...]) -> None:
        name, words = names[0], RULE_FIELDS[self._rule.kind][names[0]]
        editors = [self.editors[each].widget for each in names]
        pieces: list[QWidget | None] = [editors[0]]
        for other, editor in zip(names[1:], editors[1:], strict=True):
            if isinstance(editor, NumberField):
                pieces.append(label(RULE_FIELDS[self._rule.kind][other].label, tone="text2"))
            else:
                editor.setFixedWidth(_BESIDE_WIDTH)
            pieces.append(editor)
        if isinstance(editors[-1], NumberField):
            pieces += [label(words.hint, "small", tone="text3")] if words.hint else []
            pieces.append(None)
        problem = label("", "small", tone="losttext", wrap=True)
        problem.hide()
        self._problems[name] = problem
        if isinstance(editors[0], ItemTable | FormulaEditor):  # these take the whole width
            words_label = label(words.label, tone="text2")
            grid.addWidget(column(words_label, editors[0], problem, gap=2), line, 0, 1, 2)
            return
        grid.addWidget(column(row(*pieces, gap=8), problem, gap=2), line, 1)
        if not isinstance(editors[0], QCheckBox):  # a check box says its words itself
            words_label = label(words.label, tone="text2")
            words_label.setContentsMargins(0, _LABEL_DROP, 0, 0)
            grid.addWidget(words_label, line, 0, Qt.AlignmentFlag.AlignTop)

    def _editor(self, name: str, hint: Any, words: FieldWords) -> ValueEditor:
        if typing.get_origin(hint) is tuple:
            return self._table(name, typing.get_args(hint)[0])
        if name == _FORMULA:
            return self._formula(words)
        kind = NumberKind.PERCENT if name in _PERCENT else NumberKind.POINTS
        ask = Ask(name, hint, words, kind, self._is_read_only)
        return value_editor(ask, self._typing_teller(name), self._taken_teller(name))

    def _formula(self, words: FieldWords) -> ValueEditor:
        editor = FormulaEditor(words.label, words.hint)
        editor.field.setReadOnly(self._is_read_only)
        restyle(editor.field, "flat", "1" if self._is_read_only else "0")
        editor.field.typing.connect(self._typing_teller(_FORMULA))
        editor.field.taken.connect(self._taken_teller(_FORMULA))
        return ValueEditor(editor, editor.show_formula)

    def _name_figures(self, rule: Rule) -> None:
        """Tell the field of a formula which figures there are."""
        editor = self.editors.get(_FORMULA)
        if isinstance(rule, ByFormula) and editor is not None:
            names = {each.name: each.label for each in rule.inputs}
            for field in editor.widget.findChildren(FormulaField):
                field.show_names(names)

    def _table(self, name: str, item_type: Any) -> ValueEditor:
        table = ItemTable(
            TableAsk(
                name, item_type, _NEW_ITEM[name], _ADD[name], self._number_kind, self._is_read_only
            )
        )
        table.typing.connect(self._typing_teller(name))
        table.taken.connect(self._taken_teller(name))
        return ValueEditor(table, table.show_items)

    def _number_kind(self, name: str) -> NumberKind:
        if name == "points" or not isinstance(self._rule, Bands):
            return NumberKind.POINTS
        is_percent = self._rule.over is BandInput.PERCENT
        return NumberKind.PERCENT if is_percent else NumberKind.COUNT

    def _typing_teller(self, name: str) -> Callable[[Any], None]:
        def tell(value: Any) -> None:
            rule = self._with(name, value)
            self._name_figures(rule)
            self.typing.emit(rule)

        return tell

    def _taken_teller(self, name: str) -> Callable[[Any], None]:
        def tell(value: Any) -> None:
            self._rule = self._with(name, value)
            self._name_figures(self._rule)
            self.taken.emit(self._rule, name)

        return tell

    def _with(self, name: str, value: Any) -> Rule:
        changes: dict[str, Any] = {name: value}
        return replace(self._rule, **changes)
