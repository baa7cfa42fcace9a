"""The keyboard of the matrix: as in a spreadsheet, with a preview before anything is pasted."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication

from cchc_desktop.commands.blocks import BlockCell, Effect, SetBlock, judged
from cchc_desktop.commands.marks import Place
from cchc_desktop.commands.rounds import TakePreviousRound
from cchc_desktop.overriding import override
from ui.matrix.axes import Spot, Way
from ui.matrix.clip import MOST_CELLS, copied, previewed
from ui.matrix.entry import MatrixEntry
from ui.matrix.model import MatrixModel
from ui.matrix.paste import Area, Preview
from ui.matrix.view import MatrixView
from ui.shared.cell_editor import After
from ui.shared.cell_keys import CellKeys
from ui.shared.desk import Desk

_MOST_UNITS = 300  # that one search for a gap scores
_FORMLESS = frozenset({"manual"})
_TOO_LARGE = "Khối chọn quá lớn, hãy chọn ít ô hơn."
_EMPTY_CLIP = "Bộ nhớ tạm không có bảng điểm nào để dán."
_PERCENT = "Đang xem % tối đa. Chuyển sang Điểm rồi dán."
_NO_GAP = "Không còn ô nào chưa chấm."
_FAR_GAP = f"Không có ô chưa chấm trong {_MOST_UNITS} đơn vị tiếp theo."


class MatrixKeys(CellKeys):
    """What keys do in the matrix.

    Args:
        desk: where commands run.
        model: the matrix.
        view: the table.
    """

    form_asked = Signal()
    reason_asked = Signal()
    previewed = Signal(object)  # Preview | None

    def __init__(self, desk: Desk, model: MatrixModel, view: MatrixView) -> None:
        self.entry = MatrixEntry(desk, model, view)
        super().__init__(view, self.entry)
        self._desk, self._model, self._view = desk, model, view
        self._plain = {
            Qt.Key.Key_Return: self.enter,
            Qt.Key.Key_Enter: self.enter,
            Qt.Key.Key_Space: self._toggle,
            Qt.Key.Key_F2: self.edit,
            Qt.Key.Key_F4: self.reason_asked.emit,
            Qt.Key.Key_F6: self.form_asked.emit,
            Qt.Key.Key_Delete: self.clear,
            Qt.Key.Key_Backspace: self.clear,
            Qt.Key.Key_Escape: self.escape,
        }
        self._ctrl = {
            Qt.Key.Key_Return: self.take_earlier,
            Qt.Key.Key_Enter: self.take_earlier,
            Qt.Key.Key_Down: self.go_missing,
        }
        view.keyed.connect(self.press)
        view.tabbed.connect(self._tab)
        view.leaving.connect(self.leave)
        view.doubleClicked.connect(self._double_clicked)
        self.entry.finished.connect(self._go_on)
        self.entry.form_asked.connect(self.form_asked)

    def enter(self) -> None:
        """Write what is previewed; open the form of a computed cell; else go down."""
        spot = self._view.spot
        if self._view.preview is not None:
            self.take_preview()
        elif spot is not None and self._has_form(spot):
            self.form_asked.emit()
        else:
            self.go_down()

    def edit(self) -> None:
        """Open the cell with what stands there."""
        self._drop()
        if self._view.spot is not None:
            self.entry.open(self._view.spot)

    def escape(self) -> None:
        """Drop the preview, else the sentence under the cell."""
        self._drop()
        self.entry.cancel()

    def clear(self) -> None:
        """Take the points of the block away in one step; computed and closed cells stay."""
        self._drop()
        if self._is_too_large(self._view.area):
            return
        cells = [BlockCell(spot.sheet, spot.node, None) for spot in self._view.spots()]
        verdicts = [judged(self._desk.state, self._desk.round, cell) for cell in cells]
        chosen = tuple(each.cell for each in verdicts if each.effect is Effect.CHANGED)
        kept = [v for v in verdicts if v.effect not in (Effect.CHANGED, Effect.SAME)]
        if chosen and self._desk.run(SetBlock(self._desk.round, chosen)) and kept:
            self.entry.tell(f"Đã xóa {len(chosen)} ô, giữ nguyên {len(kept)} ô không gõ điểm.")
        elif not chosen and kept:
            self.entry.say(kept[0].sentence)

    def take_earlier(self) -> None:
        """Take the value of the round before and go down."""
        spot = self._view.spot
        why = self.entry.refusal(spot) if spot is not None else ""
        if why:
            self.entry.say(why)
        elif spot is not None:
            place = Place(spot.sheet, spot.node, self._desk.round)
            if self._desk.run(TakePreviousRound(place)):
                self.go_down()

    @override
    def copy(self, *, with_heads: bool = False) -> None:
        """Copy the selected block as a table."""
        area = self._view.area
        if area is not None and not self._is_too_large(area):
            words = copied(self._model, area, with_heads=with_heads)
            QGuiApplication.clipboard().setText(words)

    @override
    def paste(self) -> None:
        """Show what pasting the clipboard's table would do."""
        area = self._view.area
        if area is None or not self.entry.take():
            return
        if self._model.book.percent:
            self.entry.say(_PERCENT)
            return
        text = QGuiApplication.clipboard().text()
        is_huge = text.count("\t") + text.count("\n") > MOST_CELLS
        found = None if is_huge else previewed(self._model, self._desk, text, area)
        if found is None:
            self.entry.say(_TOO_LARGE if is_huge else _EMPTY_CLIP)
        self._show(found)

    def take_preview(self) -> None:
        """Write the cells of the preview that change: one step."""
        preview = self._view.preview
        if preview is None or not preview.count(Effect.CHANGED):
            return
        if self._desk.run(preview.command(self._desk.round)):
            self._drop()

    def drop_preview(self) -> None:
        """Forget the preview; nothing is written."""
        self._drop()

    def go_down(self) -> None:
        """Go to the next row that is no sum."""
        here = self._view.currentIndex()
        axes = self._model.axes
        row = here.row() + 1
        while axes.way is Way.CRITERIA and row < axes.rows and self._is_sum(row):
            row += 1
        if row < axes.rows:
            self._view.go_to(row, here.column())

    def step_unit(self, by: int) -> bool:
        """Go to another unit at the same criterion; return whether there was one."""
        here = self._view.currentIndex()
        is_flat = self._model.axes.way is Way.CRITERIA
        row, column = (
            (here.row(), here.column() + by) if is_flat else (here.row() + by, here.column())
        )
        axes = self._model.axes
        if not (0 <= row < axes.rows and 0 <= column < axes.columns):
            return False
        self._view.go_to(row, column)
        return True

    def go_missing(self) -> None:
        """Go to the next cell that waits for points: down, then to the next column."""
        if not self.entry.take():
            return
        spot, is_far = self._next_missing()
        if spot is not None:
            self._view.go(spot)
        else:
            self.entry.tell(_FAR_GAP if is_far else _NO_GAP)

    def _next_missing(self) -> tuple[Spot | None, bool]:
        tree, seen = self._model.axes.tree, set[str]()
        for spot in self._after():
            if tree.is_branch(spot.node) or tree[spot.node].is_survey:
                continue
            if self._model.axes.is_complete(spot.sheet):
                continue
            seen.add(spot.sheet)
            if len(seen) > _MOST_UNITS:
                return None, True
            row = self._model.book.row(spot)
            if row.is_applicable and not row.is_complete and not self.entry.refusal(spot):
                return spot, False
        return None, False

    def _after(self) -> Iterator[Spot]:
        """Yield all cells once, from the one below the current one."""
        axes, here = self._model.axes, self._view.currentIndex()
        count = axes.rows * axes.columns
        start = max(0, here.column()) * axes.rows + max(0, here.row()) + 1
        for step in range(count):
            column, row = divmod((start + step) % count, axes.rows)
            yield axes.spot(row, column)

    def _is_sum(self, row: int) -> bool:
        axes = self._model.axes
        return axes.tree.is_branch(axes.nodes[row][0].id)

    def _has_form(self, spot: Spot) -> bool:
        """Return whether figures, a level, a list or a survey give the points of a cell."""
        tree = self._model.axes.tree
        if tree.is_branch(spot.node) or tree[spot.node].rule.kind in _FORMLESS:
            return False
        return self._model.book.row(spot).is_applicable

    def _is_too_large(self, area: Area | None) -> bool:
        if area is None:
            return True
        is_large = (area[2] - area[0] + 1) * (area[3] - area[1] + 1) > MOST_CELLS
        if is_large:
            self.entry.say(_TOO_LARGE)
        return is_large

    def _toggle(self) -> None:
        spot = self._view.spot
        if spot is not None and self._model.axes.tree.is_branch(spot.node):
            self._model.toggle(spot.node)

    def _show(self, preview: Preview | None) -> None:
        self._view.show_preview(preview)
        self.previewed.emit(preview)

    def _drop(self) -> None:
        if self._view.preview is not None:
            self._show(None)

    @override
    def begin(self, text: str) -> None:
        self._drop()
        if self._view.spot is not None:
            self.entry.open(self._view.spot, text)

    def _tab(self, forward: bool) -> None:
        here = self._view.currentIndex()
        self._view.go_to(here.row(), here.column() + (1 if forward else -1))

    def _go_on(self, way: After) -> None:
        match way:
            case After.NEXT:
                self.go_down()
            case After.EARLIER:
                self.take_earlier()
            case After.OTHER | After.BACK:
                self._tab(way is After.OTHER)
            case After.UP | After.DOWN:
                here = self._view.currentIndex()
                by = 1 if way is After.DOWN else -1
                self._view.go_to(here.row() + by, here.column())

    def _double_clicked(self, index: QModelIndex) -> None:
        spot = self._model.spot_at(index)
        if spot is None:
            return
        if self._has_form(spot):
            self.form_asked.emit()
        else:
            self.edit()
