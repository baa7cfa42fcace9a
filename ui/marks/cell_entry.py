"""Typing a value into a cell of the tree: open, check, take, or keep the cursor and say why."""

from decimal import Decimal

from PySide6.QtCore import QObject, QRect, Signal

from cchc_desktop.commands.marks import Place, SetLost, SetPoints, check_points
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.numbers import AmbiguousNumberError, NumberKind, parse, shown, typed
from ui.marks.columns import TITLES, Column
from ui.marks.open_criteria import typing_refusal
from ui.marks.score_model import ScoreModel
from ui.marks.score_view import ScoreView
from ui.shared.cell_editor import After, CellEditor, CellNote
from ui.shared.desk import Desk


class CellEntry(QObject):
    """One cell being typed into at a time.

    Args:
        desk: where commands run.
        model: the scores.
        view: the tree.
    """

    finished = Signal(object)  # After: the value is taken, the cursor may go on

    def __init__(self, desk: Desk, model: ScoreModel, view: ScoreView) -> None:
        super().__init__(view)
        self._desk, self._model, self._view = desk, model, view
        self._node = ""
        self._column = Column.POINTS
        self._shown = ""
        self._is_taking = False
        self.editor = CellEditor(view.viewport())
        self.note = CellNote(view.viewport())
        self.editor.left.connect(self._leave)
        self.editor.cancelled.connect(self.cancel)
        self.editor.blurred.connect(self._blur)
        self.editor.textEdited.connect(self._edited)
        view.placed.connect(self._place)
        view.chosen.connect(self._moved_on)
        view.blurred.connect(self._moved_on)
        desk.place_switched.connect(self.cancel)

    @property
    def is_open(self) -> bool:
        """Whether a cell is being typed into."""
        return bool(self._node)

    def open(self, node: str, column: Column, text: str | None = None) -> None:
        """Begin typing; ``text`` replaces what stands there, None shows it all selected."""
        why = typing_refusal(self._model.ledger, node)
        if why:
            self.say(why, node)
            return
        self.note.hide()
        self._node, self._column = node, column
        row = self._model.ledger[node]
        value = row.points if column is Column.POINTS else row.lost
        self._shown = "" if value is None else typed(value, NumberKind.POINTS)
        self.editor.set_bad(bad=False)
        self.editor.setAccessibleName(f"{TITLES[column]} {row.criterion.code}")
        self.editor.setText(self._shown if text is None else text)
        self._place()
        self.editor.show()
        self.editor.setFocus()
        if text is None:
            self.editor.selectAll()

    def cancel(self) -> None:
        """Close the cell; the old value stands."""
        self.note.hide()
        if self._node:
            self._node = ""
            if self.editor.hasFocus():
                self._view.setFocus()
            self.editor.hide()

    def take(self) -> bool:
        """Take what stands in the cell and close it; return whether it could be taken."""
        if not self._node:
            return True
        try:
            value = self._read()
        except AmbiguousNumberError as error:
            self._ask(error)
            return False
        except CchcError as error:
            self._refuse(error)
            return False
        return self._give(value)

    def say(self, text: str, node: str) -> None:
        """Say something under the points cell of a row."""
        self.note.say(text, self._cell(node, Column.POINTS))

    def tell(self, text: str, node: str) -> None:
        """Say something that refuses nothing."""
        self.note.tell(text, self._cell(node, Column.POINTS))

    def _read(self) -> Decimal | None:
        text = self.editor.text().strip()
        if not text:
            return None
        maximum = self._model.ledger[self._node].maximum
        value = parse(text, NumberKind.POINTS, maximum)
        check_points(value, maximum)
        return value

    def _give(self, value: Decimal | None) -> bool:
        if self.editor.text().strip() != self._shown:
            place = Place(self._desk.sheet, self._node, self._desk.round)
            of_points = self._column is Column.POINTS
            command = SetPoints(place, value) if of_points else SetLost(place, value)
            self._is_taking = True
            went = self._desk.run(command)
            self._is_taking = False
            if not went:
                self.editor.setFocus()
                return False
        self.cancel()
        return True

    def _ask(self, error: AmbiguousNumberError) -> None:
        choices = [
            (shown(reading), lambda reading=reading: self._choose(reading))
            for reading in error.readings
        ]
        self.editor.set_bad(bad=True)
        self.note.say(error.sentence, self._cell(self._node, self._column), choices)
        self.editor.setFocus()

    def _choose(self, value: Decimal) -> None:
        self.editor.setText(typed(value, NumberKind.POINTS))
        self._leave(After.NEXT)

    def _refuse(self, error: CchcError) -> None:
        self.editor.set_bad(bad=True)
        sentence = error.words
        self.editor.setToolTip(sentence)
        self.editor.setAccessibleDescription(sentence)
        self.note.say(sentence, self._cell(self._node, self._column))
        self.editor.setFocus()

    def _leave(self, way: After) -> None:
        if way is After.EARLIER:
            self.cancel()
            self.finished.emit(way)
        elif self.take():
            self.finished.emit(way)

    def _blur(self) -> None:
        """Take the value when the focus goes elsewhere; what cannot be taken stays open."""
        if self._node and not self._is_taking:
            self._is_taking = True
            try:
                value = self._read()
            except CchcError as error:
                self.editor.set_bad(bad=True)
                self.note.say(error.sentence, self._cell(self._node, self._column))
            else:
                self._give(value)
            self._is_taking = False

    def _edited(self) -> None:
        self.editor.set_bad(bad=False)
        self.editor.setToolTip("")
        self.note.hide()

    def _moved_on(self) -> None:
        """Take the note away with the cell it was said of, unless one is being typed into."""
        if not self._node:
            self.note.hide()

    def _place(self) -> None:
        if not self._node:
            self.note.hide()
            return
        cell = self._cell(self._node, self._column)
        if cell.isEmpty():
            self.cancel()
            return
        self.editor.setGeometry(cell.adjusted(0, 0, 0, -1))
        self.note.place(cell)

    def _cell(self, node: str, column: Column) -> QRect:
        return self._view.cell_rect(node, column)
