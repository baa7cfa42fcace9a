"""The open row of the losses: amount, reason, agencies, method, each taken by itself."""

from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QVBoxLayout, QWidget

from cchc_desktop.domain.marks import Method
from cchc_desktop.domain.numbers import NumberKind
from cchc_desktop.overriding import override
from cchc_desktop.records import record
from cchc_desktop.wording.dossier import method_name
from ui.marks.form_trouble import Trouble, keep, watch
from ui.marks.kept_words import KeptWords
from ui.marks.losses_names import joined, split_names
from ui.shared.buttons import normal, tool
from ui.shared.combos import Combo
from ui.shared.fields import NumberField
from ui.shared.frames import row
from ui.shared.labels import label
from ui.shared.tab_order import follow
from ui.shared.texts import TextField

_METHODS = (None, *Method)  # in the order of the combo, which would hand them back as text
_CAPTION = 114
_AMOUNT = 84
_PLACEHOLDER = "chưa ghi; nhiều tên cách nhau dấu ;"


@record
class LossDraft:
    """A loss as the editor shows it; agencies by name."""

    amount: Decimal | None = None
    reason: str = ""
    agencies: tuple[str, ...] = ()
    at_fault: tuple[str, ...] = ()
    method: Method | None = None


class LossEditor(QFrame):
    """Fields of one loss; every field hands over the whole draft when it is taken."""

    changed = Signal(object, str)  # LossDraft, name of the field
    removed = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "row")
        self._draft = self._before = LossDraft()
        self._known: tuple[str, ...] = ()
        self._kept = KeptWords()
        self.amount = NumberField(NumberKind.POINTS, name="Số điểm bị trừ")
        self.amount.setPlaceholderText("còn lại")
        self.amount.setToolTip("Để trống: toàn bộ phần còn lại")
        self.amount.setFixedWidth(_AMOUNT)
        self.reason = TextField("Lý do bị trừ", "Lý do bị trừ")
        self.agencies = TextField("Cơ quan tham mưu", _PLACEHOLDER)
        self.at_fault = TextField("Đơn vị để xảy ra", _PLACEHOLDER)
        self.method = Combo("Cách chấm của khoản bị trừ")
        self.trouble = Trouble()
        self.menu = QMenu(self)
        self._lay_out()
        self._wire()

    @property
    def draft(self) -> LossDraft:
        """The loss as it was last shown or taken."""
        return self._draft

    def show_draft(self, draft: LossDraft, known: tuple[str, ...], maximum: Decimal | None) -> None:
        """Show a loss; a field in which a person types keeps what was typed.

        Args:
            draft: the loss.
            known: names of agencies to pick from.
            maximum: the largest amount, None for no limit.
        """
        self._draft, self._known = draft, known
        self.amount.set_maximum(maximum)
        self.amount.set_value(draft.amount)
        self._kept.show(self.reason, draft.reason)
        self._kept.show(self.agencies, joined(draft.agencies))
        self._kept.show(self.at_fault, joined(draft.at_fault))
        choices: list[tuple[str, object]] = [("Theo tiêu chí", None)]
        choices += [(method_name(method), method) for method in Method]
        if not self.method.view().isVisible():
            self.method.show_choices(choices, draft.method)

    def start(self, draft: LossDraft, known: tuple[str, ...], maximum: Decimal | None) -> None:
        """Begin with another loss: nothing of the one before is kept."""
        self.drop()
        self.show_draft(draft, known, maximum)
        self.trouble.say("")

    def set_inherited(self, names: str) -> None:
        """Say which agencies count while none are written here."""
        self.agencies.setPlaceholderText(f"theo tiêu chí: {names}" if names else _PLACEHOLDER)

    def keep(self, name: str) -> None:
        """The write of a field was refused: keep what was typed."""
        self._draft = self._before
        if name == "amount":
            keep(self.amount, self._draft.amount)
        elif name == "method":
            self.method.setCurrentIndex(_METHODS.index(self._draft.method))
        else:
            self._kept.keep(self._texts[name])

    def take(self) -> None:
        """Take what is typed and not taken yet."""
        if self.amount.is_dirty:
            self.amount.take()
        for field in self._texts.values():
            field.take()

    def drop(self) -> None:
        """Forget what was typed."""
        self._kept.forget()
        if self.amount.is_dirty:
            self.amount.restore()

    def pick(self, field: TextField, name: str) -> None:
        """Add a known agency to a field, or take it out again."""
        names = split_names(field.text(), self._known)
        names = tuple(each for each in names if each != name) if name in names else (*names, name)
        field.setText(joined(names))
        field.take()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _texts(self) -> dict[str, TextField]:
        return {"reason": self.reason, "agencies": self.agencies, "at_fault": self.at_fault}

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        rows = (("Cơ quan tham mưu", self.agencies), ("Đơn vị để xảy ra", self.at_fault))
        for number, (caption, field) in enumerate(rows):
            words = label(caption, "small", tone="text3")
            words.setFixedWidth(_CAPTION)
            button = tool("more", f"Chọn {caption.lower()} đã có")
            button.clicked.connect(partial(self._ask, field, button))
            grid.addWidget(words, number, 0)
            grid.addWidget(field, number, 1)
            grid.addWidget(button, number, 2)
        grid.addWidget(label("Cách chấm", "small", tone="text3"), 2, 0)
        done = normal("Xong", self._close)
        grid.addWidget(row(self.method, None, done, gap=8), 2, 1, 1, 2)
        self.trash = tool("trash", "Xóa khoản bị trừ", self.removed.emit)
        top = row(self.amount, self.reason, self.trash, gap=8)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 8, 8)
        box.setSpacing(4)
        box.addWidget(top)
        box.addWidget(self.trouble)
        box.addLayout(grid)
        follow(done, [self.trash])  # words typed on after the reason never press it

    def _wire(self) -> None:
        watch(self.amount, self.trouble)
        self.amount.taken.connect(self._take_amount)
        self.amount.entered.connect(self.reason.setFocus)
        self.reason.entered.connect(self._close)
        self.reason.taken.connect(lambda text: self._change("reason", reason=text))
        for name in ("agencies", "at_fault"):
            self._texts[name].taken.connect(partial(self._take_names, name))
            self._texts[name].entered.connect(self._close)
        self.method.activated.connect(lambda place: self._change("method", method=_METHODS[place]))

    def _take_amount(self, value: Decimal | None) -> None:
        if value != self._draft.amount:
            self._change("amount", amount=value)

    def _take_names(self, name: str, text: str) -> None:
        self._change(name, **{name: split_names(text, self._known)})

    def _change(self, name: str, **fields: object) -> None:
        draft = replace(self._draft, **fields)  # type: ignore[arg-type]  # fields of LossDraft
        if draft != self._draft:
            self._before, self._draft = self._draft, draft
            self.changed.emit(draft, name)

    def _ask(self, field: TextField, button: QWidget) -> None:
        self.menu.clear()
        chosen = split_names(field.text(), self._known)
        for name in self._known:
            action = self.menu.addAction(name, partial(self.pick, field, name))
            action.setCheckable(True)
            action.setChecked(name in chosen)
        self.menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _close(self) -> None:
        self.take()
        if not self.amount.is_dirty:
            self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)
