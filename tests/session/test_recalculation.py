"""A change that reaches many sheets marks their totals as waiting; they follow as a job."""

from decimal import Decimal

import pytest

from cchc_desktop.commands.criteria import SetMaximum
from cchc_desktop.commands.marks import Place, SetPoints
from cchc_desktop.commands.units import AddUnits
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.scoring import Context, score
from cchc_desktop.session import Changed, Session
from cchc_desktop.session.totals import total_of
from cchc_desktop.store import UnitTotal
from tests.memory_store import MemoryStore
from tests.sample_session import ASSESSMENT, SHEET, fixed_clock, node, place, sample_session

D = Decimal

NAMES = tuple(f"Xã {number}" for number in range(9))


def country(at_once: int = 3) -> tuple[Session, MemoryStore]:
    store = MemoryStore()
    session = sample_session(store)
    session.run(AddUnits(ASSESSMENT, "", NAMES))
    session.recalculate()
    for sheet in session.state.sheets_of(ASSESSMENT):
        session.run(SetPoints(Place(sheet.id, node("1.1"), Round.FIRST), D("0.25")))
    return Session(store, fixed_clock, at_once=at_once), store


def exact(session: Session) -> dict[tuple[str, Round], UnitTotal]:
    state, found = session.state, {}
    for sheet in state.sheets.values():
        tree, cell = state.tree(sheet.assessment), state.cell(sheet.id)
        for in_round in state.assessments[sheet.assessment].rounds:
            key = (sheet.id, in_round)
            found[key] = total_of(key, score(tree, cell, Context(in_round)))
    return found


def kept(session: Session) -> dict[tuple[str, Round], UnitTotal]:
    return {(t.sheet, t.round): t for rounds in session.totals.values() for t in rounds.values()}


def on_disk(store: MemoryStore) -> dict[tuple[str, Round], UnitTotal]:
    return {(t.sheet, t.round): t for t in store.totals()}


def test_sheets_that_were_looked_at_follow_at_once_and_the_others_wait() -> None:
    session, store = country()
    session.scores(SHEET, Round.FIRST)
    session.run(SetMaximum(node("1.1"), D("0.4")))
    assert session.stale == len(NAMES)
    assert kept(session) == on_disk(store)
    assert not session.totals[SHEET][Round.FIRST].is_stale
    assert all(kept(session)[key].is_stale for key in kept(session) if key[0] != SHEET)
    assert session.totals[SHEET][Round.FIRST] == exact(session)[SHEET, Round.FIRST]


def test_a_change_that_reaches_few_sheets_leaves_none_waiting() -> None:
    session, store = country(at_once=20)
    session.run(SetMaximum(node("1.1"), D("0.4")))
    assert session.stale == 0
    assert on_disk(store) == exact(session)


def test_what_waits_is_worked_out_exactly_and_told() -> None:
    session, store = country()
    session.run(SetMaximum(node("1.1"), D("0.4")))
    heard: list[Changed] = []
    session.listen(heard.append)
    lines = len(store.written)
    assert session.recalculate() == 0
    assert session.stale == 0
    assert kept(session) == on_disk(store) == exact(session)
    assert frozenset().union(*(event.sheets for event in heard)) == {*session.state.sheets}
    assert not any(event.changes for event in heard)
    assert len(store.written) == lines
    assert session.undo_title


def test_a_slice_does_a_part_and_the_next_goes_on() -> None:
    session, _ = country()
    session.run(SetMaximum(node("1.1"), D("0.4")))
    left = [session.recalculate(0) for _ in range(len(NAMES) + 1)]
    assert left == [*range(len(NAMES), 0, -1), 0]
    assert kept(session) == exact(session)


def test_an_edit_between_two_slices_counts() -> None:
    session, store = country()
    session.run(SetMaximum(node("1.1"), D("0.4")))
    session.recalculate(0)
    first = next(iter(session._worked_out))
    session.run(SetPoints(Place(first, node("1.2"), Round.FIRST), D("0.125")))
    session.recalculate()
    assert kept(session) == on_disk(store) == exact(session)


def test_the_next_opening_goes_on_where_the_last_stopped() -> None:
    session, store = country()
    session.run(SetMaximum(node("1.1"), D("0.4")))
    session.recalculate(0)
    again = Session(store, fixed_clock)
    assert again.stale == len(NAMES) + 1
    again.recalculate()
    assert on_disk(store) == exact(again)


def test_a_dossier_that_is_read_only_works_them_out_for_the_screen_alone() -> None:
    session, store = country()
    session.run(SetMaximum(node("1.1"), D("0.4")))
    before = on_disk(store)
    store.read_only_reason = "Thư mục chỉ đọc."
    reader = Session(store, fixed_clock)
    assert reader.recalculate() == 0
    assert kept(reader) == exact(reader)
    assert on_disk(store) == before


def test_undo_of_a_change_that_reaches_many_brings_their_totals_back() -> None:
    session, store = country()
    before = on_disk(store)
    session.run(SetMaximum(node("1.1"), D("0.4")))
    session.undo()
    session.recalculate()
    assert on_disk(store) == before


def test_only_so_many_score_sheets_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cchc_desktop.session.session._MOST_KEPT", 4)
    session, _ = country()
    for sheet in session.state.sheets:
        session.scores(sheet, Round.FIRST)
    assert [key[0] for key in session._sheets] == list(session.state.sheets)[-4:]
    session.run(SetPoints(place("1.9"), D(6)))
    assert len(session._sheets) == 4
    assert session.totals[SHEET][Round.FIRST] == exact(session)[SHEET, Round.FIRST]
