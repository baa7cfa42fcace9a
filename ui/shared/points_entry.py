"""Typing points into a cell: open, check, take, or keep the cursor and say why."""

from decimal import Decimal

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QAbstractItemView

from cchc_desktop.commands.marks import check_points
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.numbers import AmbiguousNumberError, NumberKind, parse, shown, typed
from ui.shared.cell_editor import After, CellEditor, CellNote


class PointsEntry(QObject):
    """One cell being typed into at a time; a subclass says which one, and puts what is typed.

    Args:
        ground: the view whose cells they are.
    """

    finished = Signal(object)  # After: the value is taken, the cursor may go on

    def __init__(self, ground: QAbstractItemView) -> None:
        super().__init__(ground)
        self._ground = ground
        self._is_open = False
        self._shown = ""
        self._is_taking = False
        self.editor = CellEditor(ground.viewport())
        self.note = CellNote(ground.viewport())
        self.editor.left.connect(self._leave)
        self.editor.cancelled.connect(self.cancel)
        self.editor.blurred.connect(self._blur)
        self.editor.textEdited.connect(self._edited)

    @property
    def is_open(self) -> bool:
        """Whether a cell is being typed into."""
        return self._is_open

    def cell(self) -> QRect:
        """Return where the open cell lies in the viewport; an empty one where it does not show."""
        raise NotImplementedError

    def maximum(self) -> Decimal | None:
        """Return the most that can be typed into the open cell."""
        raise NotImplementedError

    def put(self, value: Decimal | None) -> bool:
        """Write a value into the open cell; return whether it was taken."""
        raise NotImplementedError

    def begin(self, name: str, value: Decimal | None, text: str | None) -> None:
        """Open the cell; ``text`` replaces what stands there, None shows it all selected."""
        self.note.hide()
        self._is_open = True
        self._shown = "" if value is None else typed(value, NumberKind.POINTS)
        self.editor.set_bad(bad=False)
        self.editor.setAccessibleName(name)
        self.editor.setText(self._shown if text is None else text)
        self.place()
        self.editor.show()
        self.editor.setFocus()
        if text is None:
            self.editor.selectAll()

    def cancel(self) -> None:
        """Close the cell; the old value stands."""
        self.note.hide()
        if self._is_open:
            self._is_open = False
            if self.editor.hasFocus():
                self._ground.setFocus()
            self.editor.hide()

    def take(self) -> bool:
        """Take what stands in the cell and close it; return whether it could be taken."""
        if not self._is_open:
            return True
        try:
            value = self._read()
        except AmbiguousNumberError as error:
            self._ask(error)
            return False
        except CchcError as error:
            self._refuse(error.words)
            self.editor.setToolTip(error.words)
            self.editor.setAccessibleDescription(error.words)
            self.editor.setFocus()
            return False
        return self._give(value)

    def place(self) -> None:
        """Lie over the cell wherever it is now."""
        if not self._is_open:
            self.note.hide()
            return
        cell = self.cell()
        if cell.isEmpty():
            self.cancel()
            return
        self.editor.setGeometry(cell.adjusted(0, 0, 0, -1))
        self.note.place(cell)

    def moved_on(self) -> None:
        """Take the note away with the cell it was said of, unless one is being typed into."""
        if not self._is_open:
            self.note.hide()

    def _read(self) -> Decimal | None:
        text = self.editor.text().strip()
        if not text:
            return None
        maximum = self.maximum()
        value = parse(text, NumberKind.POINTS, maximum)
        check_points(value, maximum)
        return value

    def _give(self, value: Decimal | None) -> bool:
        if self.editor.text().strip() != self._shown:
            self._is_taking = True
            went = self.put(value)
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
        self.note.say(error.sentence, self.cell(), choices)
        self.editor.setFocus()

    def _choose(self, value: Decimal) -> None:
        self.editor.setText(typed(value, NumberKind.POINTS))
        self._leave(After.NEXT)

    def _refuse(self, words: str) -> None:
        self.editor.set_bad(bad=True)
        self.note.say(words, self.cell())

    def _leave(self, way: After) -> None:
        if way is After.EARLIER:
            self.cancel()
            self.finished.emit(way)
        elif self.take():
            self.finished.emit(way)

    def _blur(self) -> None:
        """Take the value when the focus goes elsewhere; what cannot be taken stays open."""
        if self._is_open and not self._is_taking:
            self._is_taking = True
            try:
                value = self._read()
            except CchcError as error:
                self._refuse(error.sentence)
            else:
                self._give(value)
            self._is_taking = False

    def _edited(self) -> None:
        self.editor.set_bad(bad=False)
        self.editor.setToolTip("")
        self.note.hide()
