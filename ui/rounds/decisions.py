"""Deciding in the table of rounds: take an earlier round, type other points, code a cause."""

from decimal import Decimal

from PySide6.QtCore import QObject

from cchc_desktop.commands.marks import ClearMarks, Place
from cchc_desktop.commands.rounds import DecidePoints, SetCause, TakeRound
from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Cause, Round
from cchc_desktop.domain.scoring import Context, score
from cchc_desktop.wording.numerals import shown
from cchc_desktop.wording.rounds import round_short, taken_from
from ui.rounds.model import RoundsModel
from ui.rounds.view import RoundsView
from ui.shared.desk import Desk


class Decisions(QObject):
    """Runs the commands; after each the next undecided criterion is current.

    Args:
        desk: where commands run.
        model: the lines.
        view: the table.
    """

    def __init__(self, desk: Desk, model: RoundsModel, view: RoundsView) -> None:
        super().__init__(view)
        self._desk, self._model, self._view = desk, model, view
        self._following = ""

    def take(self, source: Round) -> None:
        """Take an earlier round for the ticked criteria, or for the current one."""
        ticked = tuple(node for node in self._model.order if node in self._model.ticked)
        nodes = ticked or tuple(filter(None, (self._view.current,)))
        if nodes:
            command = TakeRound(self._desk.sheet, nodes, self._desk.round, source, again=True)
            self._following = self._next()
            if self._desk.run(command):
                self._model.tick(frozenset())
                self.go_next()

    def take_by_key(self, number: int) -> None:
        """Take the self-score (1) or the newest appraisal (2), where the round has one before."""
        for source in self._model.ledger.sources:
            if (source is Round.SELF) == (number == 1):
                self.take(source)

    def take_below(self, node: str, source: Round) -> None:
        """Take an earlier round for all that is undecided in a branch, or everywhere (ROOT)."""
        self._desk.run(TakeRound(self._desk.sheet, (node,), self._desk.round, source))

    def type_points(self, points: Decimal | None) -> None:
        """Decide other points for the criterion of the desk; None takes the decision back."""
        self._following = self._next()
        sheet, node, in_round = self._desk.sheet, self._desk.criterion, self._desk.round
        if points is None:
            self._desk.run(ClearMarks(sheet, (node,), in_round))
        else:
            self._desk.run(DecidePoints(Place(sheet, node, in_round), points))

    def code(self, cause: Cause | None) -> None:
        """Say why the criterion of the desk differs."""
        place = Place(self._desk.sheet, self._desk.criterion, self._desk.round)
        self._desk.run(SetCause(place, cause))

    def go_next(self) -> None:
        """Go to the next undecided criterion, if there is one; a decided row has moved away."""
        following, self._following = self._following, ""
        rows = self._model.ledger.rows
        is_open = following in rows and rows[following].is_open
        node = following if is_open else self._next()
        if node:
            self._view.go(node)
        self._view.setFocus()

    def consequence(self) -> str:
        """Say what taking would do to the total of the round, and how many stay undecided."""
        sources, ticked = self._model.ledger.sources, tuple(self._model.ticked)
        if not sources or not ticked:
            return ""
        command = TakeRound(self._desk.sheet, ticked, self._desk.round, sources[0], again=True)
        try:
            changes = command.plan(self._desk.state)
        except CchcError as error:
            return error.sentence
        cell = self._desk.state.applied(changes).cell(self._desk.sheet)
        before = self._desk.scores
        after = score(self._desk.tree, cell, Context(self._desk.round), before)
        rows = self._model.ledger.open_rows
        left = sum(1 for row in rows if after[row.criterion.id].points is None)
        old, new = (
            "–" if each.total.points is None else shown(each.total.points, 2)
            for each in (before, after)
        )
        name, verb = round_short(self._desk.round.value).lower(), taken_from(sources[0].value)
        return f"{verb.lower()}: {name} {old} → {new}, còn {left} chưa quyết"

    def areas(self) -> tuple[tuple[str, str], ...]:
        """Return what can be decided as a whole: the area of the current one, then all."""
        node, tree = self._desk.criterion, self._desk.tree
        found = []
        if node in tree:
            area = tree.area_of(node)
            found.append((area.id, f"lĩnh vực {area.code}"))
        return (*found, (ROOT, "mọi tiêu chí chưa quyết"))

    def _next(self) -> str:
        return self._model.ledger.next_open(self._model.order, self._desk.criterion)
