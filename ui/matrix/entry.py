"""Typing a value into a cell of the matrix: open, check, take, or keep the cursor and say why."""

from decimal import Decimal

from PySide6.QtCore import QObject, QRect, Signal

from cchc_desktop.commands.marks import Place, SetPoints, check_points
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.numbers import AmbiguousNumberError, NumberKind, parse, shown, typed
from cchc_desktop.domain.typed_points import Standing, standing_of
from cchc_desktop.wording.blocks import WHY
from ui.matrix.axes import Spot
from ui.matrix.model import MatrixModel
from ui.matrix.view import MatrixView
from ui.shared.cell_editor import After, CellEditor, CellNote
from ui.shared.desk import Desk

_READ_ONLY = "Hồ sơ đang mở chỉ để đọc, không sửa được."


class MatrixEntry(QObject):
    """One cell being typed into at a time.

    Args:
        desk: where commands run.
        model: the matrix.
        view: the table.
    """

    finished = Signal(object)  # After: the value is taken, the cursor may go on
    form_asked = Signal()  # the cell is scored in its form

    def __init__(self, desk: Desk, model: MatrixModel, view: MatrixView) -> None:
        super().__init__(view)
        self._desk, self._model, self._view = desk, model, view
        self._spot: Spot | None = None
        self._shown = ""
        self._is_taking = False
        self.editor = CellEditor(view.viewport())
        self.note = CellNote(view.viewport())
        self.editor.left.connect(self._leave)
        self.editor.cancelled.connect(self.cancel)
        self.editor.blurred.connect(self._blur)
        self.editor.textEdited.connect(self._edited)
        view.placed.connect(self._place)
        view.moved.connect(self._moved_on)

    @property
    def is_open(self) -> bool:
        """Whether a cell is being typed into."""
        return self._spot is not None

    def standing(self, spot: Spot) -> Standing:
        """Return what keeps points from being typed at a cell."""
        return standing_of(self._desk.state, spot.sheet, spot.node, self._desk.round)

    def refusal(self, spot: Spot) -> str:
        """Return why a cell cannot be typed or opened, "" where it can."""
        if self._desk.session.store.is_read_only:
            return _READ_ONLY
        standing = self.standing(spot)
        is_open = standing in (Standing.OPEN, Standing.COMPUTED)
        return "" if is_open else WHY[standing.value]

    def open(self, spot: Spot, text: str | None = None) -> None:
        """Begin typing; ``text`` replaces what stands there, None shows it all selected."""
        why = self.refusal(spot)
        if why:
            self.note.say(why, self._view.cell_rect(spot))
            return
        row = self._model.book.row(spot)
        if self.standing(spot) is Standing.COMPUTED or row.maximum is None:
            self.form_asked.emit()
            return
        self.note.hide()
        self._spot = spot
        self._shown = "" if row.points is None else typed(row.points, NumberKind.POINTS)
        self.editor.set_bad(bad=False)
        self.editor.setAccessibleName(f"Điểm {self._model.address(spot)}")
        self.editor.setText(self._shown if text is None else text)
        self._place()
        self.editor.show()
        self.editor.setFocus()
        if text is None:
            self.editor.selectAll()

    def cancel(self) -> None:
        """Close the cell; the old value stands."""
        self.note.hide()
        if self._spot is not None:
            self._spot = None
            if self.editor.hasFocus():
                self._view.setFocus()
            self.editor.hide()

    def take(self) -> bool:
        """Take what stands in the cell and close it; return whether it could be taken."""
        if self._spot is None:
            return True
        try:
            value = self._read(self._spot)
        except AmbiguousNumberError as error:
            self._ask(error)
            return False
        except CchcError as error:
            self._refuse(error)
            return False
        return self._give(self._spot, value)

    def say(self, text: str) -> None:
        """Say under the current cell why something is refused."""
        self.note.say(text, self._here())

    def tell(self, text: str) -> None:
        """Say under the current cell what happened."""
        self.note.tell(text, self._here())

    def _here(self) -> QRect:
        return self._view.visualRect(self._view.currentIndex())

    def _read(self, spot: Spot) -> Decimal | None:
        text = self.editor.text().strip()
        if not text:
            return None
        maximum = self._model.book.row(spot).maximum
        value = parse(text, NumberKind.POINTS, maximum)
        check_points(value, maximum)
        return value

    def _give(self, spot: Spot, value: Decimal | None) -> bool:
        if self.editor.text().strip() != self._shown:
            self._is_taking = True
            place = Place(spot.sheet, spot.node, self._desk.round)
            went = self._desk.run(SetPoints(place, value))
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
        self.note.say(error.sentence, self._here(), choices)
        self.editor.setFocus()

    def _choose(self, value: Decimal) -> None:
        self.editor.setText(typed(value, NumberKind.POINTS))
        self._leave(After.NEXT)

    def _refuse(self, error: CchcError) -> None:
        self.editor.set_bad(bad=True)
        self.editor.setAccessibleDescription(error.words)
        self.note.say(error.words, self._here())
        self.editor.setFocus()

    def _leave(self, way: After) -> None:
        if way is After.EARLIER:
            self.cancel()
            self.finished.emit(way)
        elif self.take():
            self.finished.emit(way)

    def _blur(self) -> None:
        """Take the value when the focus goes elsewhere; what cannot be taken stays open."""
        if self._spot is None or self._is_taking:
            return
        self._is_taking = True
        try:
            value = self._read(self._spot)
        except CchcError as error:
            self.editor.set_bad(bad=True)
            self.note.say(error.sentence, self._here())
        else:
            self._give(self._spot, value)
        self._is_taking = False

    def _edited(self) -> None:
        self.editor.set_bad(bad=False)
        self.note.hide()

    def _moved_on(self) -> None:
        if self._spot is None:
            self.note.hide()

    def _place(self) -> None:
        if self._spot is None:
            self.note.hide()
            return
        cell = self._view.cell_rect(self._spot)
        if cell.isEmpty():
            self.cancel()
            return
        self.editor.setGeometry(cell.adjusted(0, 0, 0, -1))
        self.note.place(cell)
