"""Ids are fresh and sort by time; order keys always leave room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.ids import new_id, order_between, order_keys


def test_ids_are_fresh_and_of_one_length() -> None:
    ids = [new_id() for _ in range(2000)]
    assert len(set(ids)) == len(ids)
    assert {len(each) for each in ids} == {20}


def test_ids_sort_in_the_order_of_their_making_even_in_one_millisecond() -> None:
    ids = [new_id() for _ in range(2000)]
    assert ids == sorted(ids)


@given(st.lists(st.integers(0, 40), max_size=60))
def test_a_key_fits_between_any_two_neighbours(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        at = min(place, len(keys))
        left = keys[at - 1] if at > 0 else ""
        right = keys[at] if at < len(keys) else ""
        keys.insert(at, order_between(left, right))
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
    assert not any(key.endswith("0") for key in keys)


@pytest.mark.parametrize("count", [0, 1, 7, 17, 18, 100, 5000])
def test_many_keys_rise_and_leave_room(count: int) -> None:
    keys = list(order_keys(count))
    assert len(keys) == count
    assert keys == sorted(set(keys))
    for left, right in zip(["", *keys], [*keys, ""], strict=True):
        between = order_between(left, right)
        assert left < between
        assert not right or between < right


def test_crossed_neighbours_are_a_bug() -> None:
    with pytest.raises(ValueError, match="out of order"):
        order_between("b", "a")


def test_keys_at_either_end_stay_short_however_many_there_are() -> None:
    last = first = order_between("", "")
    for _ in range(5000):
        last, first = order_between(last, ""), order_between("", first)
        assert max(len(last), len(first)) <= 8


@given(st.from_regex(r"[0-9a-z]{0,9}[1-9a-z]", fullmatch=True))
def test_there_is_always_a_key_behind_and_one_before(key: str) -> None:
    after, before = order_between(key, ""), order_between("", key)
    assert before < key < after
    assert not before.endswith("0")
    assert not after.endswith("0")
    assert before
