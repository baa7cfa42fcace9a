"""The card of one criterion: each round's points, who and when; other points, cause, buttons."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.domain.evidence import Document
from cchc_desktop.domain.marks import Cause, Round
from cchc_desktop.domain.rounds import RoundsRow
from cchc_desktop.wording.dossier import round_name
from cchc_desktop.wording.effects import out_of
from cchc_desktop.wording.numerals import shown, shown_date
from cchc_desktop.wording.rounds import CAUSES, decision_name, round_short
from ui.rounds.authors import Authors
from ui.rounds.ledger import PLACES, RoundsLedger
from ui.shared.buttons import normal, tool
from ui.shared.combos import Combo
from ui.shared.desk import Desk
from ui.shared.fields import NumberField
from ui.shared.frames import box_of, column, frame, row
from ui.shared.labels import label, say_or_hide, set_tone
from ui.shared.pills import Pill

WIDTH = 316
_KEYS = "gõ số là điểm khác; Enter ghi và sang tiêu chí chưa quyết tiếp theo."
_NO_CAUSE = "Chưa ghi nguyên nhân"


class RoundPart(QFrame):
    """One round, or the explanation: name, who and when, points, note."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self._name = label("", "small", 600)
        self._who = label("", "small", tone="text3", wrap=True)
        self._points = label("", "body", 600)
        self._note = label("", "small", tone="text2", wrap=True)
        head = row(self._name, self._who, self._points, gap=8)
        box_of(head).setStretch(1, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 4, 12, 4)
        box.setSpacing(0)
        box.addWidget(head)
        box.addWidget(self._note)

    @property
    def text(self) -> str:
        """What it says."""
        pieces = (self._name, self._who, self._points, self._note)
        return " ".join(piece.text() for piece in pieces if piece.text())

    def show_words(self, name: str, who: str, points: str, note: str) -> None:
        """Show a round; without points and note it hides."""
        for piece, text in zip(
            (self._name, self._who, self._points, self._note),
            (name, who, points, note),
            strict=True,
        ):
            piece.setText(text)
        self._note.setVisible(bool(note))
        self.setVisible(bool(points or note))


class DecisionCard(QScrollArea):
    """What is known of one criterion across the rounds, and where it is decided.

    Args:
        desk: what lies on the desk.
        parent: the panel.
    """

    taken = Signal(object)  # Round whose points are taken
    typed = Signal(object)  # Decimal | None: other points
    coded = Signal(object)  # Cause | None
    stepped = Signal(int)  # to the criterion before or after

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Quyết định của tiêu chí")
        self._desk = desk
        self._authors = Authors(desk)
        self._stands: Decimal | None = None  # points typed in this round before
        self.field = NumberField(name="Điểm quyết định")
        self.cause = Combo("Nguyên nhân lệch")
        self.parts = {each: RoundPart() for each in ("self", "first", "explained", "second")}
        self.parts["published"] = RoundPart()
        self.buttons = {each: normal("") for each in (Round.SELF, Round.FIRST, Round.SECOND)}
        self._reason = label("", "small", tone="losttext", wrap=True)
        self._build()
        self._wire()

    def begin(self, text: str) -> None:
        """Begin to type other points."""
        if not self.field.isReadOnly():
            self.field.setFocus()
            if text:
                self.field.setText(text)
                self.field.textEdited.emit(text)

    def show_row(self, found: RoundsRow | None, ledger: RoundsLedger) -> None:
        """Show a criterion; None shows that there is nothing to decide."""
        self._body.setVisible(found is not None)
        self._empty.setVisible(found is None)
        if found is None:
            return
        self._pill.set_text(found.criterion.code)
        self._title.setText(found.criterion.name)
        self._show_rounds(found, ledger)
        self._show_field(found, ledger)
        self._show_evidence(found.criterion.id)
        self._show_buttons(found, ledger)

    def _show_rounds(self, found: RoundsRow, ledger: RoundsLedger) -> None:
        node, cell = found.criterion.id, self._desk.cell
        for part in self.parts.values():
            part.hide()  # a round that the assessment does not have says nothing
        for each in ledger.rounds:
            points, mark = found.points.get(each), cell.mark(node, each)
            is_here = each is ledger.deciding or points is None
            self.parts[each.value].show_words(
                round_short(each.value),
                "" if is_here else self._authors.words(node, each),
                "" if is_here or points is None else shown(points, PLACES),
                mark.note if mark is not None and not is_here else "",
            )
        on_sheet = cell.mark(node, Round.SHEET)
        explained = on_sheet.explanation if on_sheet is not None else ""
        who = self._authors.words(node, Round.SHEET) if explained else ""
        self.parts["explained"].show_words("Giải trình", who, "", explained)

    def _show_field(self, found: RoundsRow, ledger: RoundsLedger) -> None:
        is_open = ledger.is_editable and not found.criterion.is_survey
        state = decision_name(found.decision.value, found.kept.value if found.kept else "")
        mark = self._desk.cell.mark(found.criterion.id, ledger.deciding)
        who = self._authors.words(found.criterion.id, ledger.deciding) if mark else ""
        self._here.setText(round_name(ledger.deciding.value))
        self._state.setText(f"{state}   {who}".strip())
        set_tone(self._state, "opentext" if found.is_open else "text3")
        maximum = found.maximum
        self.field.set_maximum(maximum)
        self.field.setReadOnly(not is_open)
        self.field.set_calculated(calculated=not is_open)
        points = found.points.get(ledger.deciding)
        is_typed = mark is not None and mark.points is not None and mark.points == points
        self._stands = points if is_typed else None
        self.field.set_value(self._stands)
        self.field.setPlaceholderText("" if points is None else shown(points, PLACES))
        self._of.setText(out_of(found.effect.value, maximum))
        choices: list[tuple[str, object]] = [(_NO_CAUSE, "")]
        choices += [(words[:1].upper() + words[1:], key) for key, words in CAUSES.items()]
        self.cause.show_choices(choices, found.cause.value if found.cause else "")
        self.cause.setEnabled(is_open)

    def _show_evidence(self, node: str) -> None:
        links = self._desk.cell.links.get(node, ())
        self._evidence.setVisible(bool(links))
        if links:
            document = self._desk.state.documents[links[0].document]
            more = f"   ·   thêm {len(links) - 1} tài liệu" if len(links) > 1 else ""
            self._document.setText(_named(document))
            self._subject.setText((document.subject or document.name) + more)
            self._page.setText(f"tr. {links[0].page}" if links[0].page else "")

    def _show_buttons(self, found: RoundsRow, ledger: RoundsLedger) -> None:
        is_open = ledger.is_editable and not found.criterion.is_survey
        keys = []
        for each in ledger.sources:
            points = found.points.get(each)
            button = self.buttons[each]
            value = "" if points is None else f" {shown(points, PLACES)}"
            verb = "Công nhận" if each is Round.SELF else "Giữ"
            of = "tự chấm" if each is Round.SELF else f"như {round_short(each.value).lower()}"
            button.set_text(f"{verb}{value} ({of})")
            button.setEnabled(is_open and points is not None)
            keys.append(f"Ctrl+{1 if each is Round.SELF else 2} {verb.lower()}")
        for each, button in self.buttons.items():
            button.setVisible(each in ledger.sources)
        words = ", ".join([*keys, _KEYS]) if is_open else _closed(found)
        self._hint.setText(words[:1].upper() + words[1:])

    def _build(self) -> None:
        self.setProperty("kind", "panelright")
        self.setFixedWidth(WIDTH)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._empty = label("Không có tiêu chí nào ở đây.", tone="text3", wrap=True)
        self._hint = label("", "small", tone="text3", wrap=True)
        self._body = column(
            self._head(),
            self._rounds(),
            self._evidence_part(),
            self._cause_part(),
            self.buttons[Round.SELF],
            self.buttons[Round.FIRST],
            self.buttons[Round.SECOND],
            self._hint,
            None,
            gap=10,
        )
        whole = frame("panel", margins=(16, 12, 16, 12))
        box_of(whole).addWidget(self._empty)
        box_of(whole).addWidget(self._body)
        self.setWidget(whole)

    def _head(self) -> QWidget:
        self._pill = Pill("")
        self._title = label("", "title", 600, wrap=True)
        before = tool("chevron-up", "Tiêu chí trước", lambda: self.stepped.emit(-1))
        after = tool("chevron-down", "Tiêu chí sau", lambda: self.stepped.emit(1))
        head = row(self._pill, self._title, before, after, gap=8)
        box = box_of(head)
        box.setStretch(1, 1)
        for piece in (self._pill, before, after):
            box.setAlignment(piece, Qt.AlignmentFlag.AlignTop)
        return head

    def _rounds(self) -> QWidget:
        card = frame("card", margins=(0, 4, 0, 4))
        for part in self.parts.values():
            box_of(card).addWidget(part)
        self._here = label("", "small", 600, "accent")
        self._state = label("", "small", tone="opentext", wrap=True)
        self._of = label("", "body", tone="text2")
        self.field.setFixedWidth(84)
        head = row(self._here, self._state, gap=8)
        box_of(head).setStretch(1, 1)
        line = row(label("Điểm", "small", tone="text2"), self.field, self._of, None, gap=8)
        self._reason.hide()
        box_of(card).addWidget(column(head, line, self._reason, gap=4, margins=(12, 6, 12, 6)))
        return card

    def _evidence_part(self) -> QWidget:
        self._document = label("", "small", 600, wrap=True)
        self._subject = label("", "small", tone="text2", wrap=True)
        self._page = label("", "small", tone="text3")
        self._evidence = frame("card", margins=(12, 6, 12, 6))
        box_of(self._evidence).addWidget(self._document)
        foot = row(self._subject, self._page, gap=8)
        box_of(foot).setStretch(0, 1)
        box_of(self._evidence).addWidget(foot)
        return self._evidence

    def _cause_part(self) -> QWidget:
        caption = label("Nguyên nhân", "small", tone="text2")
        caption.setBuddy(self.cause)
        line = row(caption, self.cause, gap=8)
        box_of(line).setStretch(1, 1)
        return line

    def _wire(self) -> None:
        self.field.taken.connect(self._typed)
        self.field.reason_changed.connect(self._refused)
        self.cause.activated.connect(self._coded)
        for each, button in self.buttons.items():
            button.clicked.connect(lambda _checked, each=each: self.taken.emit(each))

    def _typed(self, value: Decimal | None) -> None:
        if value != self._stands:
            self.typed.emit(value)

    def _refused(self, reason: str) -> None:
        say_or_hide(self._reason, reason)

    def _coded(self) -> None:
        key = self.cause.currentData()
        self.coded.emit(Cause(key) if key else None)


def _named(document: Document) -> str:
    day = f"   {shown_date(document.issued_on)}" if document.issued_on else ""
    return document.title + day


def _closed(found: RoundsRow) -> str:
    if found.criterion.is_survey:
        return "Điểm khảo sát nhập ở Bảng chấm điểm, tính chung cho mọi vòng."
    return "Vòng này đã khóa hoặc hồ sơ chỉ để đọc, không sửa được."
