"""One editor for every type that a rule's parameter can have."""

import typing
from collections.abc import Callable
from decimal import Decimal
from enum import StrEnum
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from cchc_desktop.domain.numbers import NumberKind
from cchc_desktop.domain.points import ZERO
from cchc_desktop.records import record
from cchc_desktop.wording.rule_forms import CHOICES, FieldWords
from ui.shared import theme
from ui.shared.combos import Combo
from ui.shared.fields import NumberField
from ui.shared.labels import restyle
from ui.shared.texts import TextField

Told = Callable[[Any], None]
NUMBER_WIDTH = 92
_PERCENT_WIDTH = 68


@record
class ValueEditor:
    """A widget, and how a value is shown in it."""

    widget: QWidget
    show: Told


@record
class Ask:
    """What is asked for.

    Args:
        name: name of the parameter.
        hint: its type.
        words: its label, unit and hint.
        kind: how a dot in a number is read.
        is_read_only: it is only shown.
    """

    name: str
    hint: Any
    words: FieldWords
    kind: NumberKind = NumberKind.POINTS
    is_read_only: bool = False


def value_editor(ask: Ask, typing_told: Told, taken: Told) -> ValueEditor:
    """Return the editor for a type: number, words, yes or no, a choice.

    Args:
        ask: what is asked for.
        typing_told: called with the value while a person types.
        taken: called with the value once it is meant.
    """
    if is_number(ask.hint):
        return _number(ask, typing_told, taken)
    if ask.hint is bool:
        return _yes_no(ask, taken)
    if isinstance(ask.hint, type) and issubclass(ask.hint, StrEnum):
        return _choice(ask, taken)
    return _words(ask, typing_told, taken)


def shrinkable(combo: Combo) -> Combo:
    """Let a combo be narrower than its longest choice; return it."""
    combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(12)
    return combo


def is_number(hint: Any) -> bool:
    """Return whether a type is a decimal, perhaps None."""
    return hint is Decimal or Decimal in typing.get_args(hint)


def _number(ask: Ask, typing_told: Told, taken: Told) -> ValueEditor:
    field = NumberField(ask.kind, ask.words.unit, name=ask.words.label)
    field.setFixedWidth(_PERCENT_WIDTH if ask.words.unit == "%" else NUMBER_WIDTH)
    _freeze(field, is_read_only=ask.is_read_only)
    empty = None if ask.hint is not Decimal else ZERO
    field.typing.connect(lambda value: typing_told(empty if value is None else value))
    field.taken.connect(lambda value: taken(empty if value is None else value))
    return ValueEditor(field, field.set_value)


def _words(ask: Ask, typing_told: Told, taken: Told) -> ValueEditor:
    field = TextField(ask.words.label, ask.words.hint)
    _freeze(field, is_read_only=ask.is_read_only)
    field.textEdited.connect(typing_told)
    field.taken.connect(taken)
    return ValueEditor(field, field.set_text)


def _yes_no(ask: Ask, taken: Told) -> ValueEditor:
    box = QCheckBox(ask.words.label)
    box.setFont(theme.font("body"))
    box.setEnabled(not ask.is_read_only)
    box.clicked.connect(taken)
    return ValueEditor(box, box.setChecked)


def _choice(ask: Ask, taken: Told) -> ValueEditor:
    combo = shrinkable(Combo(ask.words.label))
    combo.setEnabled(not ask.is_read_only)
    choices = [(words, value) for value, words in CHOICES[ask.name].items()]
    combo.activated.connect(lambda: taken(ask.hint(combo.currentData())))
    return ValueEditor(combo, lambda value: combo.show_choices(list(choices), str(value)))


def _freeze(field: NumberField | TextField, *, is_read_only: bool) -> None:
    field.setReadOnly(is_read_only)
    restyle(field, "flat", "1" if is_read_only else "0")
