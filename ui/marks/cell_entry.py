"""Typing a value into a cell of the tree."""

from decimal import Decimal

from PySide6.QtCore import QRect

from cchc_desktop.commands.marks import Place, SetLost, SetPoints
from cchc_desktop.overriding import override
from ui.marks.columns import TITLES, Column
from ui.marks.open_criteria import typing_refusal
from ui.marks.score_model import ScoreModel
from ui.marks.score_view import ScoreView
from ui.shared.desk import Desk
from ui.shared.points_entry import PointsEntry


class CellEntry(PointsEntry):
    """One cell being typed into at a time.

    Args:
        desk: where commands run.
        model: the scores.
        view: the tree.
    """

    def __init__(self, desk: Desk, model: ScoreModel, view: ScoreView) -> None:
        super().__init__(view)
        self._desk, self._model, self._view = desk, model, view
        self._node = ""
        self._column = Column.POINTS
        view.placed.connect(self.place)
        view.chosen.connect(self.moved_on)
        view.blurred.connect(self.moved_on)
        desk.place_switched.connect(self.cancel)

    def open(self, node: str, column: Column, text: str | None = None) -> None:
        """Begin typing; ``text`` replaces what stands there, None shows it all selected."""
        why = typing_refusal(self._model.ledger, node)
        if why:
            self.say(why, node)
            return
        self._node, self._column = node, column
        row = self._model.ledger[node]
        value = row.points if column is Column.POINTS else row.lost
        self.begin(f"{TITLES[column]} {row.criterion.code}", value, text)

    def say(self, text: str, node: str) -> None:
        """Say something under the points cell of a row."""
        self.note.say(text, self._view.cell_rect(node, Column.POINTS))

    def tell(self, text: str, node: str) -> None:
        """Say something that refuses nothing."""
        self.note.tell(text, self._view.cell_rect(node, Column.POINTS))

    @override
    def cell(self) -> QRect:
        return self._view.cell_rect(self._node, self._column)

    @override
    def maximum(self) -> Decimal | None:
        return self._model.ledger[self._node].maximum

    @override
    def put(self, value: Decimal | None) -> bool:
        place = Place(self._desk.sheet, self._node, self._desk.round)
        of_points = self._column is Column.POINTS
        return self._desk.run(SetPoints(place, value) if of_points else SetLost(place, value))
