"""A record behaves as the library's frozen dataclass with slots does."""

import copy
import pickle
from collections.abc import Mapping
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.overriding import override
from cchc_desktop.records import record, swift_record


@record
class Marked:
    """One mark."""

    criterion: str
    points: Decimal | None = None
    figures: Mapping[str, str] = field(default_factory=dict)


@swift_record
class Swift:
    """The same, made faster."""

    criterion: str
    points: Decimal | None = None
    figures: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Known:
    """The same, made by the library."""

    criterion: str
    points: Decimal | None = None
    figures: Mapping[str, str] = field(default_factory=dict)


@record
class Noted(Marked):
    """A mark with more."""

    note: str = ""


@record
class Pair:
    left: int
    right: int

    def __post_init__(self) -> None:
        if self.left > self.right:
            raise ValueError(self.left)

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pair) and self.right == other.right

    @override
    def __hash__(self) -> int:
        return hash(self.right)


_VALUES = st.tuples(
    st.sampled_from("ab"), st.none() | st.sampled_from((Decimal(1), Decimal("1.0")))
)


@given(_VALUES, _VALUES)
def test_two_records_are_equal_where_the_librarys_are(
    one: tuple[str, Decimal | None], two: tuple[str, Decimal | None]
) -> None:
    assert (Marked(*one) == Marked(*two)) is (Known(*one) == Known(*two))
    assert (Swift(*one) == Swift(*two)) is (Known(*one) == Known(*two))
    assert Pair(1, 2) == Pair(0, 2)
    assert Pair(1, 2) != Pair(1, 3)


def test_equal_records_have_one_hash_and_others_do_not_mix() -> None:
    one, two = Place("a", 1), Place("a", 1)
    assert hash(one) == hash(two)
    assert {one: "x"}[two] == "x"
    others: tuple[object, ...] = (Spot("a", 1), ("a", 1))
    assert one not in others
    assert hash(Pair(1, 2)) == hash(Pair(0, 2))


@pytest.mark.parametrize("made", [Marked, Swift])
def test_nothing_is_changed_or_added(made: Any) -> None:
    mark = made("1.1")
    assert type(mark) is made
    for name in ("criterion", "other"):
        with pytest.raises(FrozenInstanceError):
            setattr(mark, name, "1.2")
    with pytest.raises(FrozenInstanceError):
        del mark.criterion
    assert not hasattr(mark, "__dict__")


def test_what_the_library_does_with_dataclasses_works() -> None:
    mark = Noted("1.1", Decimal(1), {"a": "b"}, note="x")
    assert is_dataclass(mark)
    assert [each.name for each in fields(mark)] == ["criterion", "points", "figures", "note"]
    assert replace(mark, note="y") == Noted("1.1", Decimal(1), {"a": "b"}, "y")
    assert copy.deepcopy(mark) == mark
    assert pickle.loads(pickle.dumps(mark)) == mark  # noqa: S301  # our own bytes
    assert repr(mark) == "Noted(criterion='1.1', points=Decimal('1'), figures={'a': 'b'}, note='x')"
    match mark:
        case Noted(criterion, points):
            assert (criterion, points) == ("1.1", Decimal(1))


def test_a_swift_record_is_one_for_the_library_too() -> None:
    mark = Swift("1.1", Decimal(1), {"a": "b"})
    assert replace(mark, points=None) == Swift("1.1", figures={"a": "b"})
    assert copy.deepcopy(mark) == mark
    assert pickle.loads(pickle.dumps(mark)) == mark  # noqa: S301  # our own bytes
    assert repr(mark) == "Swift(criterion='1.1', points=Decimal('1'), figures={'a': 'b'})"
    assert Swift("1").figures is not Swift("2").figures
    build: Any = Swift
    with pytest.raises(TypeError, match="criterion"):
        build()


def test_a_swift_record_has_no_base_and_checks_nothing() -> None:
    checks: dict[str, object] = {"__post_init__": lambda _: None}
    for cls in (type("Below", (Marked,), {}), type("Checked", (), checks)):
        with pytest.raises(TypeError, match="no plain record"):
            swift_record(cls)


def test_each_record_gets_a_fresh_default_and_is_checked_when_made() -> None:
    assert Marked("1").figures is not Marked("2").figures
    with pytest.raises(ValueError, match="3"):
        Pair(3, 2)
    with pytest.raises(ValueError, match="3"):
        replace(Pair(1, 2), left=3)
    build: Any = Marked
    with pytest.raises(TypeError, match="criterion"):
        build()


@record
class Place:
    sheet: str
    row: int


@record
class Spot:
    sheet: str
    row: int
