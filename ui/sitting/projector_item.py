"""The left of the projector: the criterion, what each round gave, and the decision."""

from decimal import Decimal

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.sitting_rows import ItemRow
from cchc_desktop.domain.sittings import Ruling
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import nfc
from cchc_desktop.overriding import override
from cchc_desktop.wording.dossier import round_name
from cchc_desktop.wording.numerals import shown
from cchc_desktop.wording.rounds import round_short
from ui.shared.frames import box_of, column, frame, upright
from ui.shared.labels import label, say_or_hide
from ui.sitting.facts import PLACES, content_of, entry_words, explanation_of, name_of
from ui.sitting.projector_parts import DecisionField, FigureBox, Option
from ui.sitting.scale import CONTENT, TEXT, TITLE, Scale

RULINGS = (Ruling.ACCEPTED, Ruling.KEPT, Ruling.OTHER)
_MOST_BEFORE = 3  # self-score, first and second appraisal
_LEAVES_NOTE = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Escape, Qt.Key.Key_F2)


class NoteField(QPlainTextEdit):
    """The note for the minutes; keys that leave it go to the window."""

    @override
    def event(self, e: QEvent) -> bool:
        is_key = e.type() is QEvent.Type.ShortcutOverride and isinstance(e, QKeyEvent)
        if is_key and isinstance(e, QKeyEvent) and e.key() in _LEAVES_NOTE:
            e.ignore()
            return True
        return super().event(e)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in _LEAVES_NOTE:
            e.ignore()
        else:
            super().keyPressEvent(e)


class ItemSide(QWidget):
    """One item: title, content, points of each round, decision, explanation, note.

    Args:
        scale: the sizes.
    """

    asked = Signal()  # Enter: write the decision and go on

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self.scale = scale
        self._shown = ""  # id of the item
        self._note_before = ""
        self._values: dict[Ruling, Decimal | None] = {}
        self.chosen: Ruling | None = None
        self._written: Ruling | None = None
        self.boxes = [FigureBox(scale) for _ in range(_MOST_BEFORE)]
        self.proposal = FigureBox(scale, is_accent=True)
        self.options = {ruling: Option(n, scale) for n, ruling in enumerate(RULINGS, start=1)}
        self.field = DecisionField(scale)
        self.note = NoteField()
        self._build()
        self._wire()

    @property
    def points(self) -> Decimal | None:
        """The points of another decision."""
        return self.field.value

    @property
    def is_pending(self) -> bool:
        """Whether a decision is typed or chosen that is not written."""
        return self.field.is_dirty or self.chosen is not self._written

    @property
    def new_note(self) -> str | None:
        """The note where it was changed, else None."""
        text = nfc(self.note.toPlainText()).strip()
        return text if text != self._note_before else None

    @property
    def message(self) -> str:
        """What is said below the field: a refusal, or what to do."""
        return self._message.text()

    def show_row(self, state: State, row: ItemRow, before: tuple[Round, ...]) -> None:
        """Show an item; a note that is being written stays.

        Args:
            state: the dossier.
            row: the item.
            before: the rounds before the one that is decided.
        """
        is_other = row.item.id != self._shown
        self._shown = row.item.id
        self._code.setText(row.criterion.code)
        self._title.setText(name_of(row))
        content = content_of(state, row.criterion)
        say_or_hide(self._content, content)
        self._show_points(state, row, before)
        self._show_options(row, before)
        self._show_texts(explanation_of(state, row), row, is_other=is_other)
        self.say(row.refusal)

    def say(self, sentence: str) -> None:
        """Say why something is refused; "" says nothing."""
        say_or_hide(self._message, sentence)

    def fit(self) -> None:
        """Lay out for the size of the window; fonts follow by themselves."""
        room = self.scale.room
        self._box.setSpacing(room(20))
        for piece in (self.field, *self.options.values()):
            piece.updateGeometry()  # their heights follow the scale, not their fonts alone
        box_of(self._card).setContentsMargins(28, room(18), 28, room(14))
        self.note.document().setDefaultFont(self.scale.font(22))  # the placeholder's too
        self.note.setFixedHeight(3 * self.scale.px(22) + room(40))

    def choose(self, ruling: Ruling) -> None:
        """Choose a decision; its points show in the field."""
        if not self.options[ruling].isEnabled():
            return
        self.field.restore()
        self.field.set_value(self._values[ruling])
        self._mark(ruling)
        self.say("")
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _show_points(self, state: State, row: ItemRow, before: tuple[Round, ...]) -> None:
        maximum = row.row.maximum if row.row is not None else None
        of = "" if maximum is None else f"/ {shown(maximum, None, 1)}"
        points = row.row.points if row.row is not None else {}
        for number, box in enumerate(self.boxes):
            box.setVisible(number < len(before))
            self._rules[number].setVisible(number + 1 < len(before))
            if number < len(before):
                each = before[number]
                words = entry_words(state, row, each)
                value = points.get(each)
                said = "" if value is None else shown(value, PLACES)
                named = round_short if self.scale.is_small else round_name
                box.show_points(named(each.value), said, "" if number else of, words)
        proposed = row.item.proposed
        self.proposal.setVisible(proposed is not None)
        self._rules[-1].setVisible(proposed is not None)
        if proposed is not None:
            caption = "Đề nghị" if self.scale.is_small else "Tổ thẩm định đề nghị"
            self.proposal.show_points(caption, shown(proposed, PLACES), "", "")
        self.field.set_maximum(maximum)
        self._of.setText(of)

    def _show_options(self, row: ItemRow, before: tuple[Round, ...]) -> None:
        points = row.row.points if row.row is not None else {}
        kept = row.row.kept if row.row is not None else None
        proposed = row.item.proposed
        self._values = {
            Ruling.ACCEPTED: points.get(Round.SELF),
            Ruling.KEPT: points.get(kept) if kept is not None else None,
            Ruling.OTHER: proposed,
        }
        last = kept or next((each for each in reversed(before) if each is not Round.SELF), None)
        name = round_short(last.value).lower() if last is not None else "vòng trước"
        said = {
            Ruling.ACCEPTED: f"Công nhận tự chấm {_said(self._values[Ruling.ACCEPTED])}",
            Ruling.KEPT: f"Giữ như {name}: {_said(self._values[Ruling.KEPT])}",
            Ruling.OTHER: "Điểm khác" if proposed is None else f"Theo đề nghị {_said(proposed)}",
        }
        for ruling, option in self.options.items():
            option.show_words(said[ruling].rstrip(": "))
            has_points = ruling is Ruling.OTHER or self._values[ruling] is not None
            option.setEnabled(has_points and not row.refusal)
        self.field.setReadOnly(bool(row.refusal))
        self.field.restore()
        self.field.set_value(row.item.points)
        self._written = row.item.ruling
        self._mark(row.item.ruling)

    def _show_texts(self, explanation: str, row: ItemRow, *, is_other: bool) -> None:
        self._explanation.setText(explanation)
        self._explained.setVisible(bool(explanation))
        if is_other or self.new_note is None:
            self.note.setPlainText(row.item.note)
        self._note_before = row.item.note

    def _mark(self, ruling: Ruling | None) -> None:
        self.chosen = ruling
        for each, option in self.options.items():
            option.setChecked(each is ruling)

    def _build(self) -> None:
        scale = self.scale
        self._code = label("", weight=500, tone="accent")
        self._code.setProperty("kind", "bigpill")
        self._title = label("", weight=600, wrap=True)
        self._content = label("", tone="text2", wrap=True)
        self._message = label("", weight=500, tone="losttext", wrap=True)
        for widget, size, weight in (
            (self._code, 36, 500),
            (self._title, TITLE, 600),
            (self._content, CONTENT, 400),
            (self._message, 22, 500),
        ):
            scale.add(widget, size, weight)
        head = QHBoxLayout()
        head.setSpacing(20)
        head.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        box = self._box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(head)
        box.addWidget(self._content)
        box.addWidget(self._figures())
        box.addLayout(self._decision())
        box.addWidget(self._message)
        box.addWidget(self._explained_part())
        box.addWidget(self._note_part())
        box.addStretch(1)

    def _figures(self) -> QWidget:
        card = frame("card", vertical=False, gap=24)
        self._rules = [upright(96) for _ in range(_MOST_BEFORE)]
        pieces: list[QWidget] = []
        for each, rule in zip(self.boxes, self._rules, strict=True):
            pieces += [each, rule]
        for piece in (*pieces, self.proposal):
            box_of(card).addWidget(piece, 0 if piece in self._rules else 1)
        self._card = card
        return card

    def _decision(self) -> QGridLayout:
        caption = label("Hội đồng quyết định", weight=500)
        self._of = label("", tone="text3")
        self.scale.add(caption, 22, 500)
        self.scale.add(self._of, CONTENT)
        caption.setBuddy(self.field)
        choices = column(*self.options.values(), gap=8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.addWidget(caption, 0, 0, 1, 2)
        grid.addWidget(self.field, 1, 0)
        grid.addWidget(self._of, 1, 1)
        grid.addWidget(choices, 0, 2, 2, 1)
        grid.setColumnStretch(2, 1)
        return grid

    def _explained_part(self) -> QFrame:
        caption = label("Giải trình của đơn vị", tone="text2")
        self._explanation = label("", wrap=True)
        self.scale.add(caption, TEXT)
        self.scale.add(self._explanation, 22)
        self._explained = frame("explanation", margins=(20, 12, 20, 12), gap=4)
        for piece in (caption, self._explanation):
            box_of(self._explained).addWidget(piece)
        return self._explained

    def _note_part(self) -> QFrame:
        caption = label("Ghi chú vào biên bản", tone="text2")
        self.scale.add(caption, TEXT)
        self.scale.add(self.note, 22)
        self.note.setProperty("flat", "1")
        self.note.setAccessibleName("Ghi chú vào biên bản")
        self.note.setPlaceholderText("F2 để ghi")
        self.note.setTabChangesFocus(True)
        self.note.document().setDocumentMargin(0)
        caption.setContentsMargins(6, 0, 0, 0)
        part = frame("explanation", margins=(14, 12, 14, 8), gap=2)
        for piece in (caption, self.note):
            box_of(part).addWidget(piece)
        return part

    def _wire(self) -> None:
        self.field.textEdited.connect(self._typed)
        self.field.reason_changed.connect(self.say)
        self.field.entered.connect(self.asked)
        for ruling, option in self.options.items():
            option.clicked.connect(lambda _checked, ruling=ruling: self.choose(ruling))

    def _typed(self) -> None:
        self._mark(Ruling.OTHER)
        self.say("")


def _said(points: Decimal | None) -> str:
    return "" if points is None else shown(points, PLACES)
