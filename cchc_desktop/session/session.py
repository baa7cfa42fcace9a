"""A session: one open dossier, its state, its scores, its undo stack."""

import secrets
from collections.abc import Callable, Mapping

from cchc_desktop.clock import Clock
from cchc_desktop.commands.base import Command
from cchc_desktop.domain.changes import ChangeSet, made
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.guards import refuse_locked
from cchc_desktop.domain.journal import Author, next_line
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.scoring import Context, ScoreSheet, score
from cchc_desktop.domain.state import State
from cchc_desktop.domain.tables import CELL_TABLES
from cchc_desktop.domain.units import Member
from cchc_desktop.session.event import Changed
from cchc_desktop.session.undo import Step, UndoStack
from cchc_desktop.store import Store, UnitTotal
from cchc_desktop.wording import dossier as words

Listener = Callable[[Changed], None]
_NEVER_UNDONE = "member"  # who worked stays known


class Session:
    """The only door for change to an open dossier.

    Args:
        store: the open dossier.
        clock: where time comes from.
        actor: the member who works; entered with the first change.
    """

    def __init__(self, store: Store, clock: Clock, actor: Member | None = None) -> None:
        self.store = store
        self.state = store.load()
        self._clock = clock
        self._actor = actor
        self._author = Author(actor.id if actor else "", secrets.token_hex(8))
        self._undo = UndoStack()
        self._listeners: list[Listener] = []
        self._sheets: dict[tuple[str, Round], ScoreSheet] = {}
        self._totals: dict[str, dict[Round, UnitTotal]] | None = None

    @property
    def totals(self) -> Mapping[str, Mapping[Round, UnitTotal]]:
        """The derived totals by sheet and round; they follow every change."""
        if self._totals is None:
            self._totals = {}
            for total in self.store.totals():
                self._totals.setdefault(total.sheet, {})[total.round] = total
        return self._totals

    @property
    def undo_title(self) -> str:
        """The step that undo takes back, or "" where there is none."""
        return self._undo.undo_title

    @property
    def redo_title(self) -> str:
        """The step that redo does again, or "" where there is none."""
        return self._undo.redo_title

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` after every change; return the function that stops it."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def scores(self, sheet: str, in_round: Round) -> ScoreSheet:
        """Return the score sheet of one sheet in one round, rows of last time reused."""
        key = (sheet, in_round)
        before = self._sheets.get(key)
        tree, cell = self.state.tree_of_sheet(sheet), self.state.cell(sheet)
        if before is None or before.tree is not tree or before.cell is not cell:
            before = self._sheets[key] = score(tree, cell, Context(in_round), before)
        return before

    def run(self, command: Command, joins: str = "") -> bool:
        """Do what the command says; return whether anything changed.

        Args:
            command: what to do.
            joins: steps that follow each other with the same word become one undo step.

        Raises:
            CchcError: the command, a lock or the disk refuses; nothing has happened.
        """
        self._refuse_read_only()
        changes = command.plan(self.state)
        if not changes:
            return False
        if self._actor is not None and self._actor.id not in self.state.members:
            changes = made(_NEVER_UNDONE, [self._actor]) + changes
        step = (type(command).__name__, command.title)
        self._commit(
            changes, step, lambda line: self._undo.push(Step(command.title, (line,)), joins)
        )
        return True

    def undo(self) -> bool:
        """Take back the last step; return whether there was one.

        Raises:
            CchcError: the old values no longer stand, or the disk refuses.
        """
        step = self._undo.last_done
        if step is None:
            return False
        changes = ChangeSet()
        for line in reversed(step.lines):
            changes += self.store.changes_of(line).inverted()
        changes = ChangeSet(tuple(c for c in changes.changes if c.table != _NEVER_UNDONE))
        self._refuse_read_only()
        self._commit(changes, ("Undo", words.undone(step.title)), self._undo.undone)
        return True

    def redo(self) -> bool:
        """Do the last undone step again; return whether there was one.

        Raises:
            CchcError: the old values no longer stand, or the disk refuses.
        """
        step = self._undo.last_undone
        if step is None:
            return False
        self._refuse_read_only()
        changes = self.store.changes_of(step.lines[0]).inverted()
        self._commit(changes, ("Redo", words.redone(step.title)), self._undo.redone)
        return True

    def close(self) -> None:
        """Close the dossier."""
        self._listeners.clear()
        self.store.close()

    def _refuse_read_only(self) -> None:
        if self.store.is_read_only:
            raise CchcError(words.read_only(self.store.read_only_reason), words.read_only_hint())

    def _commit(
        self, changes: ChangeSet, step: tuple[str, str], remember: Callable[[str], None]
    ) -> None:
        """Guard, apply, rescore, write, swap, remember, tell: the one way of a change."""
        before = self.state
        refuse_locked(before, changes)
        after = before.applied(changes)
        line = next_line(self.store.head, self._author, self._clock(), step, changes)
        sheets = touched_sheets(after, changes)
        rescored = self._rescored(after, sheets)
        totals = {key: total_of(key, found) for key, found in rescored.items()}
        self.store.write(changes, line, list(totals.values()))
        self.state = after
        if self._totals is not None:
            self._totals.update({sheet: {} for sheet in sheets})  # a round may have gone
            for (sheet, in_round), total in totals.items():
                self._totals[sheet][in_round] = total
        self._sheets.update(rescored)
        self._drop_gone()
        remember(line.hash)
        event = Changed(before, after, changes, step[1], _criteria(changes), sheets)
        for listener in tuple(self._listeners):
            listener(event)

    def _rescored(
        self, state: State, sheets: frozenset[str]
    ) -> dict[tuple[str, Round], ScoreSheet]:
        found = {}
        for sheet in sheets:
            if sheet not in state.sheets:
                continue
            assessment = state.assessments[state.sheets[sheet].assessment]
            tree, cell = state.tree(assessment.id), state.cell(sheet)
            for in_round in assessment.rounds:
                before = self._sheets.get((sheet, in_round))
                found[sheet, in_round] = score(tree, cell, Context(in_round), before)
        return found

    def _drop_gone(self) -> None:
        stands = self.state.sheets
        for key in [key for key in self._sheets if key[0] not in stands]:
            del self._sheets[key]
        totals = self._totals or {}
        for sheet in [sheet for sheet in totals if sheet not in stands]:
            del totals[sheet]


def touched_sheets(state: State, changes: ChangeSet) -> frozenset[str]:
    """Return the sheets whose scores the changes can move."""
    found = set(changes_by_sheet(state, changes))
    assessments = set()
    for change in changes.changes:
        if change.table == "criterion":
            assessments |= _assessments_of(state, change.key, change.old, change.new)
        elif change.table == "sheet":
            found.add(change.key)
        elif change.table == "assessment":
            assessments.add(change.key)
    found |= {sheet.id for sheet in state.sheets.values() if sheet.assessment in assessments}
    return frozenset(found)


def changes_by_sheet(state: State, changes: ChangeSet) -> set[str]:
    """Return the sheets whose cells the changes name."""
    found = set()
    for change in changes.changes:
        if change.table == "mark":
            found.add(change.key.partition("/")[0])
        elif change.table in CELL_TABLES:
            found |= {
                str(value["sheet"])
                for value in (change.old, change.new)
                if isinstance(value, dict) and "sheet" in value
            } or {
                sheet
                for sheet, cell in state.cells.items()
                if change.key in cell.records[change.table]
            }
    return found


def total_of(key: tuple[str, Round], sheet: ScoreSheet) -> UnitTotal:
    """Return the derived total of a score sheet, as it stands on disk."""
    total = sheet.total
    areas = tuple((area, sheet[area].points) for area in sheet.tree.children_of(""))
    return UnitTotal(key[0], key[1], total.points, total.maximum, total.is_complete, areas)


def _assessments_of(state: State, key: str, *values: object) -> set[str]:
    if key in state.criteria:
        return {state.criteria[key].assessment}
    return {str(value["assessment"]) for value in values if isinstance(value, dict)}


def _criteria(changes: ChangeSet) -> frozenset[str]:
    found: set[str] = set()
    for change in changes.changes:
        if change.table == "criterion":
            found.add(change.key)
        elif change.table == "mark":
            found.add(change.key.split("/")[1])
        found |= _named(change.old, change.new)
    return frozenset(found)


def _named(*values: object) -> set[str]:
    return {
        str(value["criterion"])
        for value in values
        if isinstance(value, dict) and value.get("criterion")
    }
