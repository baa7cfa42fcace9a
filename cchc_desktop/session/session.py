"""A session: one open dossier, its state, its scores, its undo stack."""

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import islice

from cchc_desktop.clock import Clock
from cchc_desktop.commands.base import Command, is_final, knowing
from cchc_desktop.domain.changes import ChangeSet, altered, made
from cchc_desktop.domain.errors import CchcError, readable
from cchc_desktop.domain.guards import refuse_locked
from cchc_desktop.domain.journal import Author, next_line
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.scoring import Context, ScoreSheet, score
from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import Member
from cchc_desktop.garbage import nothing_collected
from cchc_desktop.session.event import Changed
from cchc_desktop.session.totals import TotalBook, total_of
from cchc_desktop.session.touched import named_criteria, touched_sheets
from cchc_desktop.session.undo import Step, UndoStack
from cchc_desktop.store import Store, UnitTotal
from cchc_desktop.wording import dossier as words

Listener = Callable[[Changed], None]
_Key = tuple[str, Round]  # sheet and round
AT_ONCE = 64
_MOST_KEPT = 400  # score sheets kept for their next look
_WRITTEN_AT_ONCE = 128  # sheets whose totals are one transaction
_NEVER_UNDONE = "member"  # who worked stays known


class Session:
    """The only door for change to an open dossier.

    Args:
        store: the open dossier.
        clock: where time comes from.
        actor: the member who works; entered with the first change.
        at_once: how many sheets are rescored with the change that reaches them; where it reaches
            more, the others wait for ``recalculate``.
    """

    def __init__(
        self, store: Store, clock: Clock, actor: Member | None = None, at_once: int = AT_ONCE
    ) -> None:
        self.store = store
        self.state = _loaded(store)
        self._clock = clock
        self._actor = actor
        self._is_named = False
        self._author = Author(actor.id if actor else "", secrets.token_hex(8))
        self._most_at_once = at_once
        self._undo = UndoStack()
        self._listeners: list[Listener] = []
        self._sheets: OrderedDict[_Key, ScoreSheet] = OrderedDict()  # the last ones looked at
        self._book: TotalBook | None = None
        self._worked_out: dict[str, list[UnitTotal]] = {}  # totals not yet written

    @property
    def totals(self) -> Mapping[str, Mapping[Round, UnitTotal]]:
        """The derived totals by sheet and round; they follow every change."""
        return self._totals.by_sheet

    @property
    def stale(self) -> int:
        """How many sheets wait until their totals are worked out anew."""
        return len(self._totals.stale)

    @property
    def _totals(self) -> TotalBook:
        if self._book is None:
            self._book = TotalBook(self.store.totals(), self.state)
        return self._book

    @property
    def worker(self) -> Member | None:
        """Who works, as the next change will say; None where nobody was named."""
        return self._actor

    @property
    def undo_title(self) -> str:
        """The step that undo takes back, or "" where there is none."""
        return self._undo.undo_title

    @property
    def redo_title(self) -> str:
        """The step that redo does again, or "" where there is none."""
        return self._undo.redo_title

    def works_as(self, member: Member) -> None:
        """Take changes from now on as a person's; the name enters with the first of them.

        Args:
            member: who works. Where the dossier knows the id by another name, this one holds.
        """
        self._actor, self._is_named = member, True
        self._author = replace(self._author, actor=member.id)

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
        found = self._sheets.get(key)
        tree, cell = self.state.tree_of_sheet(sheet), self.state.cell(sheet)
        if found is None or found.tree is not tree or found.cell is not cell:
            found = score(tree, cell, Context(in_round), found)
            self._keep({key: found})
        return found

    def run(self, command: Command, joins: str = "", title: str = "") -> bool:
        """Do what the command says; return whether anything changed.

        After a final command nothing before it can be taken back.

        Args:
            command: what to do.
            joins: steps that follow each other with the same word become one undo step.
            title: the words of that one step, where it is more than this command.

        Raises:
            CchcError: the command, a lock or the disk refuses; nothing has happened.
        """
        self._refuse_read_only()
        changes = knowing(command, self.store.texts.faults).plan(self.state)
        if not changes:
            return False
        changes = self._introduced() + changes
        step = (type(command).__name__, command.title)

        def remember(line: str) -> None:
            if is_final(command):
                self._undo.clear()
            else:
                self._undo.push(Step(title or command.title, (line,)), joins)

        self._commit(changes, step, remember)
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
        self._refuse_read_only()
        changes = self._introduced() + _without_members(changes)
        title = words.undone(step.title)
        self._commit(
            changes,
            ("Undo", title),
            self._undo.undone,
            self._applied_stored(changes, takes_back=True),
        )
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
        changes = _without_members(self.store.changes_of(step.lines[0]).inverted())
        changes = self._introduced() + changes
        title = words.redone(step.title)
        self._commit(changes, ("Redo", title), self._undo.redone, self._applied_stored(changes))
        return True

    def recalculate(self, seconds: float | None = None) -> int:
        """Work out totals that wait, for about so long; return how many sheets still wait.

        What is done is written in groups; the next opening goes on from there.

        Args:
            seconds: how long; None until all is done.

        Raises:
            CchcError: the disk refuses.
        """
        end = None if seconds is None else time.monotonic() + seconds
        waiting = [each for each in self._totals.stale if each not in self._worked_out]
        for done, sheet in enumerate(waiting, 1):
            with nothing_collected():
                rescored = self._rescored(self.state, [sheet], keeps=False)
            self._worked_out[sheet] = [total_of(key, found) for key, found in rescored.items()]
            if len(self._worked_out) >= _WRITTEN_AT_ONCE:
                self._settle()
            if end is not None and time.monotonic() >= end and done < len(waiting):
                return len(waiting) - done
        self._settle()
        return 0

    def _settle(self) -> None:
        """Write the totals that were worked out, and tell."""
        totals = [total for found in self._worked_out.values() for total in found]
        if not totals:
            return
        if not self.store.is_read_only:
            self.store.settle(totals)
        self._totals.take(totals)
        sheets = frozenset(self._worked_out)
        self._worked_out = {}
        event = Changed(self.state, self.state, ChangeSet(), "", frozenset(), sheets)
        for listener in tuple(self._listeners):
            listener(event)

    def close(self) -> None:
        """Close the dossier."""
        self._listeners.clear()
        self.store.close()

    def _introduced(self) -> ChangeSet:
        """Return what enters who works, or their name where it is known better now."""
        actor = self._actor
        if actor is None:
            return ChangeSet()
        known = self.state.members.get(actor.id)
        if known is None:
            return made(_NEVER_UNDONE, [actor])
        if not self._is_named:
            return ChangeSet()
        return altered(_NEVER_UNDONE, known, {"name": actor.name, "role": actor.role})

    def _refuse_read_only(self) -> None:
        if self.store.is_read_only:
            reason = self.store.read_only_reason
            raise CchcError(words.read_only(reason), words.read_only_hint(reason))

    def _applied_stored(self, changes: ChangeSet, *, takes_back: bool = False) -> State:
        """Return the state after changes that were read from the journal.

        Raises:
            CchcError: a lock refuses, old values no longer stand, or new ones cannot be read.
        """
        refuse_locked(self.state, changes, takes_back=takes_back)
        with readable():
            return self.state.applied(changes)

    def _commit(
        self,
        changes: ChangeSet,
        step: tuple[str, str],
        remember: Callable[[str], None],
        after: State | None = None,
    ) -> None:
        """Guard, apply, rescore, write, swap, remember, tell: the one way of a change."""
        before = self.state
        if after is None:
            refuse_locked(before, changes)
            after = before.applied(changes)
        line = next_line(self.store.head, self._author, self._clock(), step, changes)
        sheets = touched_sheets(after, changes)
        at_once = self._at_once(sheets)
        rescored = self._rescored(after, at_once)
        totals = [total_of(key, found) for key, found in rescored.items()]
        if len(sheets) > len(at_once):
            totals += self._totals.waiting(after, sorted(sheets - at_once))
        self.store.write(changes, line, totals)
        self.state = after
        for sheet in sheets:
            self._worked_out.pop(sheet, None)
        if self._book is not None:
            self._book.take(totals)
        self._keep(rescored)
        if after.sheets is not before.sheets:
            self._drop_gone(after)
        remember(line.hash)
        event = Changed(before, after, changes, step[1], named_criteria(changes), sheets)
        for listener in tuple(self._listeners):
            listener(event)

    def _drop_gone(self, after: State) -> None:
        if self._book is not None:
            self._book.drop_gone(after.sheets)
        for key in [key for key in self._sheets if key[0] not in after.sheets]:
            del self._sheets[key]

    def _at_once(self, sheets: frozenset[str]) -> frozenset[str]:
        """Return the sheets rescored with the change itself: where too many, the last looked at."""
        if len(sheets) <= self._most_at_once:
            return sheets
        looked_at = dict.fromkeys(sheet for sheet, _ in reversed(self._sheets) if sheet in sheets)
        return frozenset(islice(looked_at, self._most_at_once))

    def _rescored(
        self, state: State, sheets: Iterable[str], *, keeps: bool = True
    ) -> dict[_Key, ScoreSheet]:
        """Score sheets in all rounds; unless ``keeps``, no others stay decoded than before."""
        found = {}
        for sheet in sheets:
            if sheet not in state.sheets:
                continue
            assessment = state.assessments[state.sheets[sheet].assessment]
            tree, cell = state.tree(assessment.id), state.cell(sheet)
            looked_at = {each: self._sheets.get((sheet, each)) for each in assessment.rounds}
            if not keeps and not any(looked_at.values()):
                cell = cell.unkept()
            for in_round, before in looked_at.items():
                found[sheet, in_round] = score(tree, cell, Context(in_round), before)
        return found

    def _keep(self, scored: Mapping[_Key, ScoreSheet]) -> None:
        """Keep score sheets for their next look; the oldest go."""
        for key, sheet in scored.items():
            self._sheets[key] = sheet
            self._sheets.move_to_end(key)
        while len(self._sheets) > _MOST_KEPT:
            self._sheets.popitem(last=False)


def _loaded(store: Store) -> State:
    """Return the state; a store that cannot be read is closed, so that its lock does not stay."""
    try:
        return store.load()
    except BaseException:
        with suppress(CchcError):
            store.close()
        raise


def _without_members(changes: ChangeSet) -> ChangeSet:
    return ChangeSet(tuple(each for each in changes.changes if each.table != _NEVER_UNDONE))
