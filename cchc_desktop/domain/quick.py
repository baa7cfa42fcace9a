"""Frozen records made as fast as ordinary ones.

The constructor of a frozen dataclass sets each field by a call, which takes three times as long as
an assignment: seconds where every mark of a country is read and scored.
"""

import dataclasses
from collections.abc import Callable
from typing import Any


def quick(record_type: type[Any]) -> Callable[..., Any]:
    """Return what makes a record of a frozen type with slots; the caller then sets its class.

    What it makes has the same slots, and Python lets an object change to a class of the same slots:
    ``record = maker(...)``, ``record.__class__ = record_type``. Elsewhere the type itself.
    """
    fields = dataclasses.fields(record_type)
    slots = tuple(field.name for field in fields)
    is_plain = record_type.__bases__ == (object,) and not hasattr(record_type, "__post_init__")
    if not is_plain or record_type.__dict__.get("__slots__") != slots:
        return record_type
    parts = [(field.name, field.type, _with_default(field)) for field in fields]
    return dataclasses.make_dataclass(record_type.__name__, parts, slots=True, eq=False)


def _with_default(field: "dataclasses.Field[Any]") -> Any:
    if field.default is not dataclasses.MISSING:
        return dataclasses.field(default=field.default)
    if field.default_factory is not dataclasses.MISSING:
        return dataclasses.field(default_factory=field.default_factory)
    return dataclasses.field()
