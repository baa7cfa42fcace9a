"""Typing a value into a cell of the matrix."""

from decimal import Decimal

from PySide6.QtCore import QRect, Signal

from cchc_desktop.commands.marks import Place, SetPoints
from cchc_desktop.domain.typed_points import Standing, standing_of
from cchc_desktop.overriding import override
from cchc_desktop.wording.blocks import WHY
from ui.matrix.axes import Spot
from ui.matrix.model import MatrixModel
from ui.matrix.view import MatrixView
from ui.shared.desk import Desk
from ui.shared.points_entry import PointsEntry

_READ_ONLY = "Hồ sơ đang mở chỉ để đọc, không sửa được."


class MatrixEntry(PointsEntry):
    """One cell being typed into at a time.

    Args:
        desk: where commands run.
        model: the matrix.
        view: the table.
    """

    form_asked = Signal()  # the cell is scored in its form

    def __init__(self, desk: Desk, model: MatrixModel, view: MatrixView) -> None:
        super().__init__(view)
        self._desk, self._model, self._view = desk, model, view
        self._spot = Spot("", "")
        view.placed.connect(self.place)
        view.moved.connect(self.moved_on)

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
        self._spot = spot
        self.begin(f"Điểm {self._model.address(spot)}", row.points, text)

    def say(self, text: str) -> None:
        """Say under the current cell why something is refused."""
        self.note.say(text, self._here())

    def tell(self, text: str) -> None:
        """Say under the current cell what happened."""
        self.note.tell(text, self._here())

    def _here(self) -> QRect:
        return self._view.visualRect(self._view.currentIndex())

    @override
    def cell(self) -> QRect:
        return self._view.cell_rect(self._spot)

    @override
    def maximum(self) -> Decimal | None:
        return self._model.book.row(self._spot).maximum

    @override
    def put(self, value: Decimal | None) -> bool:
        place = Place(self._spot.sheet, self._spot.node, self._desk.round)
        return self._desk.run(SetPoints(place, value))
