"""What every part of the session's state machine stands on: one dossier and ways to pick."""

import shutil
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from cchc_desktop.commands import marks
from cchc_desktop.commands.base import Command
from cchc_desktop.commands.sample import sample_command
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.points import plain
from cchc_desktop.domain.scoring import Context, score
from cchc_desktop.domain.state import State
from cchc_desktop.overriding import override
from cchc_desktop.session import Session
from cchc_desktop.session.totals import total_of
from db import create_dossier, open_dossier
from tests.sample_session import ASSESSMENT, SHEET, fixed_clock

WORDS = st.sampled_from(["", "Chậm hạn", "Thiếu tài liệu", "Ổ ẨỂỖ", "a;b", "  ", "“đ” ư"])
PLACE = st.integers(0, 60)
AT_ONCE = 1  # of two sheets that a change reaches one waits


class Machine(RuleBasedStateMachine):
    """One dossier on disk; commands may be refused, and then nothing has happened."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="cchc-"))
        self.path = self.folder / "hồ sơ.cchc"
        self.session = Session(create_dossier(self.path), fixed_clock, at_once=AT_ONCE)
        self.refusals = 0

    @initialize()
    def found(self) -> None:
        self.session.run(sample_command())

    @override
    def teardown(self) -> None:
        self.session.close()
        reopened = Session(open_dossier(self.path), fixed_clock)
        assert not reopened.store.faults()
        reopened.close()
        assert [each.name for each in self.folder.glob("*.cchc*")] == [self.path.name] or all(
            not each.name.endswith(("-wal", "-shm")) for each in self.folder.iterdir()
        )
        shutil.rmtree(self.folder)

    def run_it(self, command: Command, joins: str = "") -> None:
        before = self.session.state
        try:
            self.session.run(command, joins)
        except CchcError:
            self.refusals += 1
            refused = True
        else:
            refused = False
        assert not refused or self.session.state is before

    def pick(self, at: int, *, leaves: bool = True) -> str:
        tree = self.session.state.tree(ASSESSMENT)
        nodes = [node.id for node in (tree.leaves if leaves else [n for n, _ in tree.walk])]
        return nodes[at % len(nodes)] if nodes else "nowhere"

    def place(self, at: int, in_round: Round) -> marks.Place:
        return marks.Place(SHEET, self.pick(at), in_round)

    def any_key(self, table: str, at: int) -> str:
        keys = sorted(self.session.state.cell(SHEET).records[table])
        return keys[at % len(keys)] if keys else "nowhere"

    def any_document(self, at: int) -> str:
        keys = sorted(self.session.state.documents)
        return keys[at % len(keys)] if keys else "nowhere"

    def any_row(self, table: str, at: int) -> str:
        keys = sorted(self.session.state.rows[table])
        return keys[at % len(keys)] if keys else "nowhere"

    @rule()
    @precondition(lambda self: len(self.session.store.lines(3)) > 1)
    def undo(self) -> None:
        if ASSESSMENT in self.session.state.assessments and self.session.undo_title != (
            sample_command().title
        ):
            before = self.session.state
            assert self.session.undo() or self.session.state is before

    @rule()
    def redo(self) -> None:
        self.session.redo()

    @rule()
    def undo_and_redo_is_nothing(self) -> None:
        if self.session.undo_title in {"", sample_command().title}:
            return
        before = same_form(self.session.state)
        assert self.session.undo()
        assert self.session.redo()
        assert same_form(self.session.state) == before

    @rule()
    def reopen(self) -> None:
        before, head = same_form(self.session.state), self.session.store.head
        self.session.close()
        self.session = Session(open_dossier(self.path), fixed_clock, at_once=AT_ONCE)
        assert same_form(self.session.state) == before
        assert self.session.store.head == head

    @rule()
    def work_out_what_waits(self) -> None:
        assert self.session.recalculate() == self.session.stale == 0

    @invariant()
    def disk_equals_memory(self) -> None:
        state = self.session.state
        assert same_form(self.session.store.load()) == same_form(state)
        stored = {(t.sheet, t.round): t for t in self.session.store.totals()}
        exact = {}
        for sheet in state.sheets.values():
            for in_round in state.assessments[sheet.assessment].rounds:
                fresh = score(state.tree(sheet.assessment), state.cell(sheet.id), Context(in_round))
                exact[sheet.id, in_round] = total_of((sheet.id, in_round), fresh)
        assert set(stored) == set(exact)
        kept = {(t.sheet, t.round): t for by in self.session.totals.values() for t in by.values()}
        assert set(kept) == set(exact)
        for key, total in exact.items():
            assert kept[key] == stored[key]
            if stored[key].is_stale:
                continue
            assert plain_or_none(stored[key].points) == plain_or_none(total.points)
            assert plain_or_none(stored[key].maximum) == plain_or_none(total.maximum)
            assert stored[key].is_complete == total.is_complete


def plain_or_none(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def same_form(state: State) -> tuple[Any, ...]:
    """Return all records of a state in a form that compares."""
    cells = {
        sheet: {table: dict(rows) for table, rows in cell.records.items() if rows}
        for sheet, cell in state.cells.items()
    }
    trees = {
        assessment: (tree.walk, tree.may_exceed)
        for assessment, tree in state.trees.items()
        if len(tree)
    }
    rows = {table: dict(records) for table, records in state.rows.items()}
    return rows, {sheet: cell for sheet, cell in cells.items() if cell}, trees
