"""Who scored a criterion in a round, and when: the newest journal line that touched its mark."""

from contextlib import suppress

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.journal import JournalLine
from cchc_desktop.domain.marks import Round, mark_key
from cchc_desktop.wording.numerals import shown_date
from ui.shared.desk import Desk

_MOST_LINES = 200


class Authors:
    """Reads each journal line once.

    Args:
        desk: what lies on the desk.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._head = ""
        self._newest: dict[str, JournalLine] = {}

    def words(self, criterion: str, in_round: Round) -> str:
        """Say who touched a mark last and when, "" where the journal is too long to tell."""
        self._read()
        line = self._newest.get(mark_key(self._desk.sheet, criterion, in_round))
        if line is None:
            return ""
        member = self._desk.state.members.get(line.actor)
        day = shown_date(line.at.date())
        return f"{member.name}, {day}" if member is not None else day

    def _read(self) -> None:
        store = self._desk.session.store
        if store.head == self._head:
            return
        fresh = []
        for line in store.lines(_MOST_LINES):
            if line.hash == self._head:
                break
            fresh.append(line)
        self._head = store.head
        for line in reversed(fresh):
            with suppress(CchcError):  # a damaged line is named by the check of the dossier
                for change in store.changes_of(line.hash).in_table("mark"):
                    self._newest[change.key] = line
