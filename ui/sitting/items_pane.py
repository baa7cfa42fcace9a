"""The middle of the view: tools, the table of items, and the note of the current one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cchc_desktop.clock import Clock
from ui.shared.buttons import ghost, normal, tool
from ui.shared.desk import Desk
from ui.shared.frames import box_of, fill, flush, frame, row_frame
from ui.shared.labels import ElidedLabel, label
from ui.shared.texts import TextField
from ui.shared.workplace import WidthClass
from ui.sitting.acts import SittingActs
from ui.sitting.items_model import ItemsModel
from ui.sitting.items_view import ItemsView

_EMPTY = "Phiên họp chưa có tiêu chí. Lấy những tiêu chí So vòng chưa quyết, hoặc chọn tay."


class ItemsPane(QFrame):
    """Shows the items of one sitting; what asks for more goes out as a signal.

    Args:
        desk: the session.
        clock: when decisions are taken.
    """

    undecided_asked = Signal()
    choice_asked = Signal()

    def __init__(self, desk: Desk, clock: Clock) -> None:
        super().__init__()
        self.setProperty("kind", "panelright")
        self._desk = desk
        self._noted = ""  # id of the item whose note shows
        self._width = WidthClass.MEDIUM
        self.model = ItemsModel(desk)
        self.view = ItemsView(self.model)
        self.acts = SittingActs(desk, self.model, self.view, clock)
        self.note = TextField("Ghi chú vào biên bản", "Ghi chú vào biên bản")
        self._build()
        self._wire()

    @property
    def words(self) -> str:
        """How much is decided."""
        return self._said.text()

    def set_width_class(self, width: WidthClass) -> None:
        """Show the columns of a width class."""
        self._width = width
        self.view.lay_out(width)

    def show_items(self, *, is_editable: bool) -> None:
        """Show the items of the sitting of the acts as they stand."""
        self.model.refresh(self.acts.sitting)
        has_items = bool(self.model.rows)
        self._empty.setVisible(not has_items)
        self.view.setVisible(has_items)
        self.view.lay_out(self._width)
        if has_items and not self.view.current:
            self.view.go(self.model.rows[0].item.id)
        for piece in (self.undecided, self.choice, *self._tools):
            piece.setEnabled(is_editable)
        self.note.setReadOnly(not is_editable)
        self._say()
        self._show_note()

    def take(self) -> None:
        """Take the note that is being typed."""
        self.note.take()

    def _build(self) -> None:
        self.undecided = normal("Lấy tiêu chí chưa quyết", self.undecided_asked.emit, "rounds")
        self.choice = ghost("Chọn tiêu chí…", self.choice_asked.emit, "plus")
        self._said = ElidedLabel("", "small", tone="text2")
        self._tools = (
            tool("chevron-up", "Đưa lên", lambda: self.acts.move(-1)),
            tool("chevron-down", "Đưa xuống", lambda: self.acts.move(1)),
            tool("trash", "Bỏ khỏi phiên họp", self.acts.remove_items),
        )
        bar = row_frame(44, (12, 0, 8, 0))
        pieces: tuple[QWidget, ...] = (self.undecided, self.choice, self._said, *self._tools)
        for piece in pieces:
            box_of(bar).addWidget(piece, 1 if piece is self._said else 0)
        self._empty = label(_EMPTY, tone="text3", wrap=True)
        self._empty.setContentsMargins(16, 16, 16, 16)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._code = label("", "small", 600, "accent")
        self._foot = frame("status", vertical=False, margins=(12, 6, 12, 6), gap=10)
        fill(self._foot, self._code, self.note)
        box = flush(QVBoxLayout(self))
        box.addWidget(bar)
        box.addWidget(self._empty, 1)
        box.addWidget(self.view, 1)
        box.addWidget(self._foot)

    def _wire(self) -> None:
        self.view.decided.connect(self.acts.decide)
        self.view.removed.connect(self.acts.remove_items)
        self.view.chosen.connect(self._chosen)
        self.model.proposed.connect(self.acts.propose)
        self.model.noted.connect(self.acts.note)
        self.note.taken.connect(self._take_note)

    def _say(self) -> None:
        rows = self.model.rows
        done = sum(1 for each in rows if each.item.is_decided)
        changed = sum(1 for each in rows if each.is_changed)
        words = f"đã quyết định {done} / {len(rows)}" if rows else ""
        self._said.setText(words + (f", {changed} điểm đã sửa sau" if changed else ""))

    def _chosen(self, item: str) -> None:
        """Let the desk follow within its sheet, so that other views show the same criterion."""
        at = self.model.row_of(item)
        if at >= 0 and self.model.rows[at].sheet.id == self._desk.sheet and self.view.hasFocus():
            self._desk.choose(self.model.rows[at].criterion.id)
        self._show_note()

    def _take_note(self, text: str) -> None:
        if self._noted in self._desk.state.sitting_items:
            self.acts.note(self._noted, text)

    def _show_note(self) -> None:
        at = self.model.row_of(self.view.current)
        self._foot.setVisible(at >= 0)
        if at < 0:
            self._noted = ""
            return
        found = self.model.rows[at]
        if found.item.id != self._noted:
            self.note.take()
        self._noted = found.item.id
        self._code.setText(found.criterion.code)
        self.note.set_text(" ".join(found.item.note.split()))
