"""The card "Bị trừ điểm": every loss with its reason, and whether the reasons add up."""

from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.losses import AddDeduction, EditDeduction, RemoveDeduction
from cchc_desktop.domain.ids import new_id
from cchc_desktop.domain.losses import Loss, LossReport, loss_report
from cchc_desktop.domain.points import ZERO, compared
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import sort_key
from cchc_desktop.records import record
from cchc_desktop.wording.dossier import method_short
from cchc_desktop.wording.numerals import shown
from ui.marks.form_facts import Facts
from ui.marks.form_words import agency_names
from ui.marks.losses_editor import LossDraft, LossEditor
from ui.marks.losses_row import LossRow, LossWords
from ui.shared.buttons import tool
from ui.shared.desk import Desk
from ui.shared.frames import Pinned, box_of, fill, flush, frame, hairline
from ui.shared.icons import IconLabel
from ui.shared.labels import Steady, label, restyle, set_tone
from ui.shared.tab_order import follow


@record
class Verdict:
    """Whether reasons add up: words, colour role and icon."""

    words: str
    tone: str
    icon: str


_CLOSED = "lý do cộng đủ"
_SILENT = Verdict("", "text3", "du")


def verdict(report: LossReport) -> Verdict:
    """Return what the head says about the reasons of a loss."""
    lost = report.lost
    if lost is None or (compared(lost) == ZERO and not report.parts):
        return _SILENT
    if compared(report.overrun) > ZERO and not report.is_closed:
        return Verdict(f"lý do vượt {shown(report.overrun, 3)}", "losttext", "sai")
    if not report.is_closed:
        return Verdict(f"còn thiếu {shown(report.unexplained, 3)}", "opentext", "cho")
    silent = sum(1 for part in report.parts if part.deduction and not part.deduction.reason)
    if silent:
        return Verdict(f"{silent} khoản chưa ghi lý do", "opentext", "cho")
    return Verdict(f"{_CLOSED} {shown(lost, 3)}", "oktext", "du")


class LossesCard(QFrame):
    """Losses of the chosen leaf; one row at a time is open for editing.

    Args:
        desk: where commands run.
        parent: the widget it lies in.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._desk = desk
        self._facts: Facts | None = None
        self._parts: tuple[Loss, ...] = ()
        self._open = ""  # id of the loss being edited; a new id while it is only a draft
        self._is_draft = self._is_dense = self._is_tight = False
        self._opening = 0
        self._said = _SILENT
        self.rows: list[LossRow] = []
        self.editor = LossEditor()
        self.editor.hide()
        self.editor.changed.connect(self._write)
        self.editor.removed.connect(self._remove)
        self.editor.closed.connect(partial(self.close_editor, back=True))
        self._lay_out()

    @property
    def verdict_words(self) -> str:
        """What the head says about the reasons."""
        return self._verdict.text()

    @property
    def is_editing(self) -> bool:
        """Whether a row is open."""
        return bool(self._open)

    def set_tight(self, tight: bool) -> None:
        """Shorten the head."""
        self._is_tight = tight
        self._show_title()
        self._show_verdict(self._said)

    def set_dense(self, dense: bool) -> None:
        """Spare height: rows with less air."""
        self._is_dense = dense
        for row in self.rows:
            row.set_dense(dense)

    def show_losses(self, facts: Facts) -> None:
        """Show the losses of a leaf."""
        if self._facts is None or facts.place != self._facts.place:
            self.close_editor()
        self._facts = facts
        self._show_title()
        report = loss_report(facts.row)
        self._parts = report.parts
        self._total_box.set_text("–" if report.lost is None else shown(report.lost, 3))
        is_lost = report.lost is not None and compared(report.lost) > ZERO
        set_tone(self._total, "losttext" if is_lost else "text3")
        self._show_verdict(verdict(report))
        self.plus.setVisible(facts.is_editable)
        self._show_rows()
        self._refresh_editor()

    def add(self) -> None:
        """Open a new row; it is written when something is typed."""
        if self._facts is None or not self._facts.is_editable:
            return
        self.take()
        amount = ZERO if self._facts.lists_amounts else None
        self._start(new_id(), LossDraft(amount), is_draft=True)
        self._place_editor(len(self.rows))
        field = self.editor.amount if self._facts.lists_amounts else self.editor.reason
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self, number: int) -> None:
        """Open a row for editing."""
        if self._facts is None or not self._facts.is_editable:
            return
        self.take()
        deduction = self._parts[number].deduction if number < len(self._parts) else None
        if deduction is None:
            return
        self._start(deduction.id, self._draft_of(self._parts[number]), is_draft=False)
        self._show_rows()
        self._place_editor(number)
        self.editor.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_reason(self) -> None:
        """Put the cursor into the first reason; a new row where there is none."""
        if self._parts:
            self.open(0)
        else:
            self.add()

    def take(self) -> None:
        """Take what is typed and not taken yet."""
        if self._open:
            self.editor.take()

    def close_editor(self, *, back: bool = False) -> None:
        """Close the open row; ``back`` puts the focus on it."""
        if not self._open:
            return
        closed, self._open, self._is_draft = self._open, "", False
        self.editor.drop()
        self.editor.hide()
        for part, row in zip(self._parts, self.rows, strict=False):
            row.show()
            if back and part.deduction is not None and part.deduction.id == closed:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_title(self) -> None:
        is_extra = self._facts is not None and not self._facts.row.is_counted
        self._title.setText(
            "Bị trừ thêm" if is_extra else "Bị trừ" if self._is_tight else "Bị trừ điểm"
        )

    def _lay_out(self) -> None:
        self._total = label("", "body", 600, "losttext")
        self._icon = IconLabel("du", "oktext")
        self._verdict = label("", "small", 500, "oktext")
        self.plus = tool("plus", "Thêm khoản bị trừ", self.add)
        head = frame("plain", vertical=False, margins=(12, 0, 8, 0), gap=8)
        head.setFixedHeight(32)
        self._title = label("Bị trừ điểm", "body", 600)
        self._total_box, self._verdict_box = Steady(self._total), Steady(self._verdict)
        fill(head, self._title, self._total_box, None)
        fill(head, self._icon, self._verdict_box, self.plus)
        self._line = hairline()
        self._list = frame("plain")
        box = flush(QVBoxLayout(self))
        for piece in (Pinned(head), self._line, self._list):
            box.addWidget(piece)
        box_of(self._list).addWidget(self.editor)

    def _show_verdict(self, found: Verdict) -> None:
        """Say how the reasons stand; in a tight head the sum beside it is not said twice."""
        self._said = found
        is_short = self._is_tight and found.words.startswith(_CLOSED)
        self._verdict_box.set_text(_CLOSED if is_short else found.words)
        set_tone(self._verdict, found.tone)
        self._icon.set_icon(found.icon, found.tone)
        self._icon.setVisible(bool(found.words))

    def _show_rows(self) -> None:
        while len(self.rows) < len(self._parts):
            row = LossRow()
            row.set_dense(self._is_dense)
            row.opened.connect(partial(self.open, len(self.rows)))
            box_of(self._list).insertWidget(len(self.rows), row)
            self.rows.append(row)
            follow(self._list, self.rows)
        for number, row in enumerate(self.rows):
            is_used = number < len(self._parts)
            if is_used:
                row.show_words(self._words(self._parts[number]))
                is_last = number == len(self._parts) - 1
                restyle(row, "kind", "plain" if is_last else "row")
            row.setVisible(is_used and not self._is_open(number))
        has_rows = bool(self._parts) or bool(self._open)
        self._line.setVisible(has_rows)
        self._list.setVisible(has_rows)

    def _is_open(self, number: int) -> bool:
        deduction = self._parts[number].deduction
        return deduction is not None and deduction.id == self._open

    def _words(self, loss: Loss) -> LossWords:
        facts, deduction = self._facts, loss.deduction
        state = self._desk.state
        at_fault = deduction.at_fault if deduction else ()
        own = deduction.method if deduction else None
        is_rest = deduction is not None and deduction.amount is None
        is_unknown = is_rest and facts is not None and facts.row.lost is None
        return LossWords(
            "–" if is_unknown else shown(loss.amount, 3),
            deduction.reason if deduction else "",
            agency_names(state, loss.agencies),
            agency_names(state, at_fault),
            method_short(own) if own is not None else "",
            is_editable=facts is not None and facts.is_editable,
        )

    def _draft_of(self, loss: Loss) -> LossDraft:
        deduction = loss.deduction
        if deduction is None:
            return LossDraft()
        return LossDraft(
            deduction.amount,
            deduction.reason,
            _names(self._desk.state, deduction.agencies),
            _names(self._desk.state, deduction.at_fault),
            deduction.method,
        )

    def _start(self, deduction: str, draft: LossDraft, *, is_draft: bool) -> None:
        self.close_editor()
        self._open, self._is_draft = deduction, is_draft
        self._opening += 1
        criterion = self._facts.criterion if self._facts else None
        inherited = agency_names(self._desk.state, criterion.agencies) if criterion else ""
        self.editor.set_inherited(inherited)
        self.editor.start(draft, self._known(), self._maximum())
        self.editor.show()
        self._line.show()
        self._list.show()

    def _place_editor(self, number: int) -> None:
        box = box_of(self._list)
        box.removeWidget(self.editor)
        box.insertWidget(min(number + 1, len(self.rows)), self.editor)

    def _refresh_editor(self) -> None:
        if not self._open:
            return
        mine = [part for part in self._parts if part.deduction and part.deduction.id == self._open]
        if mine:
            self._is_draft = False
            self.editor.show_draft(self._draft_of(mine[0]), self._known(), self._maximum())
        elif not self._is_draft:
            self.close_editor()

    def _known(self) -> tuple[str, ...]:
        names = [agency.name for agency in self._desk.state.agencies.values()]
        return tuple(sorted(names, key=sort_key))

    def _maximum(self) -> Decimal | None:
        return self._facts.row.maximum if self._facts else None

    def _write(self, draft: LossDraft, name: str) -> None:
        if self._facts is None:
            return
        place, joins = self._facts.place, f"loss-{self._open}-{self._opening}-{name}"
        edit: Command = EditDeduction(
            place.sheet, self._open, draft.amount, draft.reason,
            draft.agencies, draft.at_fault, draft.method,
        )  # fmt: skip
        if self._is_draft:
            add = AddDeduction(
                place, draft.reason, draft.amount, draft.agencies, draft.method, self._open
            )
            is_written = self._desk.run(add, joins)
            if is_written and draft.at_fault:
                is_written = self._desk.run(edit, joins)
        else:
            is_written = self._desk.run(edit, joins)
        if not is_written:
            self.editor.keep(name)

    def _remove(self) -> None:
        deduction, is_draft = self._open, self._is_draft
        place = self._facts.place if self._facts else None
        if place is None or is_draft or self._desk.run(RemoveDeduction(place.sheet, deduction)):
            self.close_editor()
            self._show_rows()


def _names(state: State, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(state.agencies[each].name for each in ids if each in state.agencies)
