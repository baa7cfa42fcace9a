"""The keyboard of the score tree: scoring 88 criteria without touching the mouse."""

from decimal import Decimal

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication

from cchc_desktop.commands.marks import (
    ChooseLevel,
    ClearMarks,
    PasteMarks,
    Place,
    SetFigure,
)
from cchc_desktop.commands.rounds import TakePreviousRound
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.rules.checklist import Checklist
from cchc_desktop.domain.rules.levels import Levels
from cchc_desktop.overriding import override
from ui.marks.cell_entry import CellEntry
from ui.marks.clip_table import Block, copied, pasted, pasted_words
from ui.marks.columns import ENTERED, Column
from ui.marks.open_criteria import (
    asks_figures,
    next_open,
    next_unfinished,
    refusal,
)
from ui.marks.paste_dialog import PasteDialog
from ui.marks.score_model import ScoreModel
from ui.marks.score_view import ScoreView
from ui.shared.cell_editor import After
from ui.shared.cell_keys import Action, CellKeys
from ui.shared.copying import copied_content
from ui.shared.desk import Desk
from ui.shared.dialogs import show_dialog

_NOTHING_OPEN = "Không còn tiêu chí nào chấm được ở phía dưới."
_ALL_DONE = "Mọi tiêu chí đã có điểm."
_NO_REASON_HERE = "Chọn một tiêu chí con để ghi lý do bị trừ."


class ScoreKeys(CellKeys):
    """What keys do in the tree.

    Args:
        desk: where commands run.
        model: the scores.
        view: the tree.
    """

    figure_asked = Signal(str)
    reason_asked = Signal(str)
    code_asked = Signal()
    files_pasted = Signal()

    def __init__(self, desk: Desk, model: ScoreModel, view: ScoreView) -> None:
        self.entry = CellEntry(desk, model, view)
        super().__init__(view, self.entry)
        self._desk, self._model, self._view = desk, model, view
        self._plain = {
            Qt.Key.Key_Return: self.enter,
            Qt.Key.Key_Enter: self.enter,
            Qt.Key.Key_F2: self.edit,
            Qt.Key.Key_F4: self.ask_reason,
            Qt.Key.Key_Delete: self.clear,
            Qt.Key.Key_Backspace: self.clear,
            Qt.Key.Key_Escape: self.entry.cancel,
        }
        self._ctrl = {
            Qt.Key.Key_Return: self.take_earlier,
            Qt.Key.Key_Enter: self.take_earlier,
            Qt.Key.Key_G: self.code_asked.emit,
            Qt.Key.Key_Down: self.go_unfinished,
        }
        view.keyed.connect(self.press)
        view.leaving.connect(self.leave)
        view.doubleClicked.connect(self._double_clicked)
        self.entry.finished.connect(self._go_on)

    def enter(self) -> None:
        """Go to the first figure of this criterion, else to the next one."""
        node = self._view.current
        if self._view.column is Column.POINTS and asks_figures(self._model.ledger, node):
            self.figure_asked.emit(node)
        else:
            self.go_next()

    def go_next(self) -> None:
        """Go to the next criterion that can be scored in this round."""
        node = next_open(self._model.ledger, self._model.outline, self._view.current)
        self._go_or_say(node, _NOTHING_OPEN)

    def go_unfinished(self) -> None:
        """Go to the next criterion without points."""
        if not self.entry.take():
            return
        node = next_unfinished(self._model.ledger, self._model.outline, self._view.current)
        self._go_or_say(node, _ALL_DONE)

    def edit(self) -> None:
        """Open the cell with what stands there."""
        if self._view.current:
            self.entry.open(self._view.current, self._view.column)

    def ask_reason(self) -> None:
        """Ask for the reason of the loss."""
        node = self._view.current
        if not node or self._model.ledger.is_branch(node):
            self.entry.say(_NO_REASON_HERE, node)
        else:
            self.reason_asked.emit(node)

    def clear(self) -> None:
        """Take away the points of the selected criteria, in one step."""
        ledger = self._model.ledger
        chosen = [n for n in self._view.selected_nodes() if not refusal(ledger, n)]
        if chosen:
            self._desk.run(ClearMarks(self._desk.sheet, tuple(chosen), self._desk.round))
        elif self._view.current:
            self.entry.say(refusal(ledger, self._view.current), self._view.current)

    def take_earlier(self) -> None:
        """Take the value of the round before and go on."""
        node = self._view.current
        why = refusal(self._model.ledger, node)
        if why:
            self.entry.say(why, node)
        elif self._desk.run(TakePreviousRound(self._place(node))):
            self.go_next()

    @override
    def copy(self) -> None:
        """Copy the selected rows as a table."""
        text = copied(self._model.ledger, self._view.selected_nodes())
        if text:
            QGuiApplication.clipboard().setText(text)

    @override
    def paste(self) -> None:
        """Paste a table: shown, then one step, or the cell that is wrong; files are evidence."""
        mime = copied_content()
        if mime is not None and (mime.hasUrls() or (mime.hasImage() and not mime.hasText())):
            self.files_pasted.emit()
            return
        ledger = self._model.ledger
        try:
            block = pasted(ledger, QGuiApplication.clipboard().text(), self._open_from_here())
        except CchcError as error:
            self._desk.report(error)
            return
        if len(block.points) > 1:
            dialog = PasteDialog(block, ledger, self._view)
            dialog.accepted.connect(lambda: self._put(block))
            show_dialog(dialog)
        else:
            self._put(block)

    def _put(self, block: Block) -> None:
        command = PasteMarks(self._desk.sheet, self._desk.round, block.points)
        if not block.points or self._desk.run(command):
            self.entry.tell(pasted_words(block), self._view.current)

    def _open_from_here(self) -> list[str]:
        ledger, node = self._model.ledger, self._view.current
        found = [node] if node and not refusal(ledger, node) else []
        order = list(self._model.outline.walk())
        after = order[order.index(node) + 1 :] if node in self._model.outline else order
        return found + [n for n in after if not refusal(ledger, n)]

    @override
    def sideways(self, key: int) -> Action | None:
        """Left and right change the column of a leaf; branches open and close."""
        if self._model.ledger.is_branch(self._view.current):
            return None
        if key == Qt.Key.Key_Right and self._view.column is Column.POINTS:
            return lambda: self._view.set_column(Column.LOST)
        if key == Qt.Key.Key_Left and self._view.column is Column.LOST:
            return lambda: self._view.set_column(Column.POINTS)
        return None

    @override
    def begin(self, text: str) -> None:
        node, ledger = self._view.current, self._model.ledger
        if not node:
            return
        column = self._view.column
        if not refusal(ledger, node):
            rule = ledger[node].criterion.rule
            if isinstance(rule, Levels) and column is Column.POINTS and text in "123456789":
                self._choose_level(node, rule, int(text))
                return
            if isinstance(rule, Checklist) and column is Column.POINTS and text in "123456789":
                self._toggle_item(node, rule, int(text))
                return
            if ledger[node].maximum is None and ledger[node].is_counted:
                column = Column.LOST  # points follow from the loss once the maximum is known
        self.entry.open(node, column, text)

    def _choose_level(self, node: str, rule: Levels, number: int) -> None:
        if number > len(rule.levels):
            known = ", ".join(f"{n}: {lv.label}" for n, lv in enumerate(rule.levels, 1))
            self.entry.say(f"Tiêu chí này có {len(rule.levels)} mức ({known}).", node)
            return
        self.entry.cancel()
        self._desk.run(ChooseLevel(self._place(node), rule.levels[number - 1].key))

    def _toggle_item(self, node: str, rule: Checklist, number: int) -> None:
        if number > len(rule.items):
            self.entry.say(f"Tiêu chí này có {len(rule.items)} nội dung.", node)
            return
        self.entry.cancel()
        key = rule.items[number - 1].key
        is_on = bool(self._model.ledger[node].entry().value(key))
        self._desk.run(SetFigure(self._place(node), key, Decimal(int(not is_on))))

    def _go_on(self, way: After) -> None:
        match way:
            case After.NEXT:
                self.go_next()
            case After.EARLIER:
                self.take_earlier()
            case After.OTHER | After.BACK:
                is_points = self._view.column is Column.POINTS
                self._view.set_column(Column.LOST if is_points else Column.POINTS)
            case After.UP | After.DOWN:
                self._step(1 if way is After.DOWN else -1)

    def _step(self, by: int) -> None:
        index = self._view.currentIndex()
        other = self._view.indexBelow(index) if by > 0 else self._view.indexAbove(index)
        if other.isValid():
            self._view.go(self._model.node_of(other))

    def _double_clicked(self, index: QModelIndex) -> None:
        node = self._model.node_of(index)
        if index.column() in ENTERED and not self._model.ledger.is_branch(node):
            self.edit()

    def _go_or_say(self, node: str, otherwise: str) -> None:
        if not self.entry.take():
            return
        if node:
            self._view.go(node)
        elif self._view.current:
            self.entry.tell(otherwise, self._view.current)

    def _place(self, node: str) -> Place:
        return Place(self._desk.sheet, node, self._desk.round)
