"""A rule that somebody wrote into the file by hand is read, or refused in words: never a crash."""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cchc_desktop.domain.audit import audit_leaf
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.errors import CchcError, readable
from cchc_desktop.domain.fields import record_from_json, record_to_json, with_fields
from cchc_desktop.domain.marks import Figure, Mark, Round
from cchc_desktop.domain.points import settled
from cchc_desktop.domain.rules.base import Entry
from tests.properties.rule_samples import RULES_TO_SET

_SCALARS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=3),
    st.sampled_from(["1", "-1", "NaN", "1E+999999", "9" * 60, "rank", "count", "a", "x"]),
)  # fmt: skip
_VALUES = st.recursive(
    _SCALARS,
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["kind", "key", "name", "points"]), inner, max_size=2)
    ),
    max_leaves=4,
)
_FIELDS = [
    record_to_json(Criterion("c", "a", "", "i", "1", "T", rule=rule, maximum=Decimal("1.5")))
    for rule in RULES_TO_SET
]
_Path = tuple[str | int, ...]


def places(value: Any, here: _Path) -> Iterator[_Path]:
    """Yield where every value stands in a rule, the rule itself first."""
    yield here
    inside: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        inside = list(value.items())
    elif isinstance(value, list):
        inside = list(enumerate(value))
    for key, each in inside:
        yield from places(each, (*here, key))


_PLACES = [(n, place) for n, f in enumerate(_FIELDS) for place in places(f["rule"], ("rule",))]


def replaced(fields: Any, place: _Path, value: Any) -> Any:
    """Return fields with another value at one place."""
    found = json.loads(json.dumps(fields))
    holder = found
    for key in place[:-1]:
        holder = holder[key]
    holder[place[-1]] = value
    return found


def at(*place: str | int) -> tuple[int, _Path]:
    """Return the first sample rule that has such a place."""
    return next(each for each in _PLACES if each[1] == ("rule", *place))


@given(st.sampled_from(_PLACES), _VALUES)
@example(at("items", 0, "label"), 5)
@example(at("items", 0, "label"), None)
@example(at("inputs", 1, "name"), 10**30)
@example(at("inputs", 0, "label"), [["x"]])
@example(at("levels", 0, "key"), {"kind": "ratio"})
@example(at("levels", 1, "label"), 1.5)
@example(at("formula"), {})
@example(at("supplier"), {"a": 1})
@example(at("bands"), "ab")
@example(at("bands", 0), [["points", "1"]])
@example(at("base"), 0.1)
@example(at("base"), "1E+999999")
def test_a_tampered_rule_is_read_or_refused(where: tuple[int, _Path], value: Any) -> None:
    number, place = where
    fields = replaced(_FIELDS[number], place, value)
    try:
        with readable():
            node = record_from_json(Criterion, fields)
    except CchcError as error:
        assert "không đọc được" in error.sentence  # noqa: PT017  # either outcome is lawful
        return
    figures = {spec.key: Figure(Decimal(5)) for spec in node.rule.figures()}
    mark = Mark("s", "c", Round.FIRST, choice="a", figures=figures)
    for entry in (Entry(node.maximum), Entry(node.maximum, mark)):
        outcome = node.rule.score(entry)
        if outcome.points is not None:
            settled(outcome.points)
        assert all(step.text for step in node.rule.explain(entry))
    assert audit_leaf(node, node.maximum)
    assert record_from_json(Criterion, record_to_json(node)) == node


@pytest.mark.parametrize("value", [5, True, ["x"], {"name": "x"}, "1E"])
def test_a_tampered_step_is_refused_too(value: Any) -> None:
    node = record_from_json(Criterion, _FIELDS[0])
    field = "maximum" if value == "1E" else "name"
    with pytest.raises(CchcError, match="không đọc được"), readable():
        with_fields(node, {field: value})
