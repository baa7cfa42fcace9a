"""What every part of the session's state machine stands on: one dossier and ways to pick."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize
from typing_extensions import override

from cchc_desktop.commands import marks
from cchc_desktop.commands.base import Command
from cchc_desktop.commands.sample import sample_command
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.session import Session
from db import create_dossier, open_dossier
from tests.sample_session import ASSESSMENT, SHEET, fixed_clock

WORDS = st.sampled_from(["", "Chậm hạn", "Thiếu tài liệu", "Ổ ẨỂỖ", "a;b", "  ", "“đ” ư"])
PLACE = st.integers(0, 60)


class Machine(RuleBasedStateMachine):
    """One dossier on disk; commands may be refused, and then nothing has happened."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="cchc-"))
        self.path = self.folder / "hồ sơ.cchc"
        self.session = Session(create_dossier(self.path), fixed_clock)
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
