"""An edit never waits for more than one piece of a file."""

import threading

import pytest

from db.turns import Turns


def test_an_edit_goes_before_the_next_piece() -> None:
    turns, order = Turns(), list[str]()
    has_turn, may_end = threading.Event(), threading.Event()

    def pieces() -> None:
        with turns.piece():
            has_turn.set()
            may_end.wait(20)
            order.append("piece")
        with turns.piece():
            order.append("piece")

    def edit() -> None:
        with turns.edit():
            order.append("edit")

    copying = threading.Thread(target=pieces)
    editing = threading.Thread(target=edit)
    copying.start()
    assert has_turn.wait(20)
    editing.start()
    while not turns._edits_waiting:
        assert editing.is_alive()
    may_end.set()
    copying.join(20)
    editing.join(20)
    assert order == ["piece", "edit", "piece"]


def test_a_turn_ends_with_its_error() -> None:
    turns = Turns()
    with pytest.raises(ValueError, match="a bug"), turns.edit():
        raise ValueError("a bug")
    with turns.piece():
        assert turns._is_taken
    assert not turns._is_taken
