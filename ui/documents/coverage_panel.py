"""Mức phủ tài liệu: how many points stand on documents, by area, and what is to be done."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.clock import Clock, now
from cchc_desktop.commands.coverage import CountUnsplit
from cchc_desktop.domain.checks import Finding, FindingKind
from cchc_desktop.domain.coverage import Coverage, Proof, counts_unsplit, coverage_of, ground_of
from cchc_desktop.domain.register import Faults
from cchc_desktop.domain.rounds import hindrances
from cchc_desktop.overriding import override
from cchc_desktop.reports.coverage import coverage_list
from cchc_desktop.reports.summary import Stamp
from cchc_desktop.wording import coverage as words
from cchc_desktop.wording.numerals import shown
from ui.documents.coverage_bar import LegendSign
from ui.documents.coverage_needs import Needs, NeedsSide
from ui.documents.coverage_table import CoverageTable
from ui.shared.desk import Desk
from ui.shared.frames import box_of, column, frame, row, scrolled, upright
from ui.shared.jobs import Job
from ui.shared.labels import label
from ui.shared.pages import lay_view
from ui.shared.papers import ask_paper, write_paper
from ui.shared.processes import run_in_process
from ui.shared.standing import standing_words
from ui.shared.timers import later
from ui.shared.view_row import View, ViewRow
from ui.shared.workplace import WidthClass

_REST = 60  # milliseconds after a change
_FIGURES = (
    ("documents", "Có tài liệu đọc được, trong năm"),
    ("explained", "Có giải trình"),
    ("review", "Cần xem lại"),
    ("missing", "Thiếu"),
    ("uncounted", "Không tính"),
)
_EVIDENCE = frozenset(
    {
        FindingKind.EVIDENCE_MISSING,
        FindingKind.EVIDENCE_OUT_OF_YEAR,
        FindingKind.EVIDENCE_UNREADABLE,
    }
)
_SETTING = "Tính cả phần chưa tách khi đã gắn một tài liệu"


class CoveragePanel(QWidget):
    """Figures, the table of areas, the legend; at the right what is to be done.

    Args:
        desk: what lies on the desk.
        views: the views of the workplace, for the row above.
        current: key of this view.
        clock: when a list is printed.
    """

    view_chosen = Signal(str)
    words_asked = Signal(str)  # the explanation of a criterion is to be written
    files_asked = Signal(str)  # files are to be added to a criterion
    criterion_asked = Signal(str)

    def __init__(self, desk: Desk, views: Sequence[View], current: str, clock: Clock = now) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._job: Job | None = None
        self._faults: Faults = {}
        self.coverage = Coverage()
        self.row = ViewRow(views, current)
        self.table = CoverageTable()
        self.side = NeedsSide(self.print_list)
        self.figures = {key: label("", "fig", 600) for key, _ in _FIGURES}
        self.sentence = label("", "small", 600, "text2", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._whole = label("", "body", tone="text3")
        self.unsplit = QCheckBox(_SETTING)
        self._note = label("", "small", tone="text3", wrap=True)
        self._rest = later(self, _REST, self.refresh)
        self._lay_out()
        self._connect()
        self.refresh()

    def set_width_class(self, width: WidthClass) -> None:
        """Lay out for another width."""
        self.side.set_width_class(width)
        is_narrow = width is WidthClass.NARROW
        self._legend.setVisible(not is_narrow)
        self.sentence.setVisible(not is_narrow)
        self._note.setVisible(not is_narrow)
        self.table.set_low(is_low=is_narrow)

    def toggle_right(self) -> None:
        """Show or hide what is to be done."""
        self.side.setVisible(self.side.isHidden())

    def leave(self) -> None:
        """Finish the list that is being written."""
        if self._job is not None:
            self._job.wait()

    def refresh(self) -> None:
        """Show the coverage as it stands now."""
        desk = self._desk
        self.row.say(standing_words(desk))
        self.setEnabled(bool(desk.assessment))
        if not desk.assessment:
            self.coverage = Coverage()
        else:
            self._faults = desk.content_faults
            counts = counts_unsplit(desk.state.rows["setting"], desk.assessment)
            ground = ground_of(desk.state, self._year, self._faults, splits_none=counts)
            self.coverage = coverage_of(desk.scores, ground)
            self.unsplit.setChecked(counts)
            self._note.setText(words.UNSPLIT_WHOLE if counts else words.UNSPLIT_NEVER)
        self.unsplit.setEnabled(self._can_edit)
        self._show_figures()
        self.table.show_coverage(self.coverage)
        self._show_needs()

    def print_list(self) -> None:
        """Ask where, and write the list as a PDF file."""
        path = ask_paper(self, "Lưu danh sách", f"Muc-phu-tai-lieu-{self._year}.pdf")
        if path is not None:
            self.write_list(path)

    def write_list(self, path: Path) -> None:
        """Write the list to a file, in a process of its own."""
        desk = self._desk
        stamp = Stamp(self._clock(), desk.session.store.head)
        place = (desk.sheet, desk.round)
        document = coverage_list(desk.state, place, stamp, self._faults)
        self._job = run_in_process("Đang ghi danh sách", write_paper, document, path)
        desk.follow(self._job, lambda: self.write_list(path))
        self._job.done.connect(lambda _: self.row.say(f"Đã lưu {path.name}."))
        self._job.ended.connect(self._ended)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    @property
    def _year(self) -> int:
        assessment = self._desk.state.assessments.get(self._desk.assessment)
        return assessment.year if assessment is not None else 0

    @property
    def _can_edit(self) -> bool:
        return not self._desk.session.store.is_read_only

    def _ended(self) -> None:
        self._job = None

    def _lay_out(self) -> None:
        head = frame("surfacerow", vertical=False, margins=(16, 8, 16, 8), gap=16)
        for place, (key, caption) in enumerate(_FIGURES):
            if place:
                box_of(head).addWidget(upright())
            figure = row(self.figures[key], gap=6)
            if not place:
                box_of(figure).addWidget(self._whole)
            box_of(figure).addStretch(1)
            said = column(label(caption, "cap", 500, "text2"), figure, gap=0)
            box_of(head).addWidget(said)
        box_of(head).addWidget(self.sentence, 1)
        self._legend = _legend()
        foot = frame("panel", margins=(16, 8, 16, 12), gap=6)
        for piece in (self._legend, self._note, self.unsplit):
            box_of(foot).addWidget(piece)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(head)
        left.addWidget(self._scrolled(), 1)
        left.addWidget(foot)
        lay_view(self, self.row, left, self.side)
        self.setFocusProxy(self.table)

    def _scrolled(self) -> QScrollArea:
        ground = frame("panel")
        box_of(ground).addWidget(self.table)
        box_of(ground).addStretch(1)
        area = scrolled(ground)
        area.setFrameShape(QFrame.Shape.NoFrame)
        return area

    def _connect(self) -> None:
        self._desk.changed.connect(self._changed)
        self._desk.place_switched.connect(self._changed)
        self.row.chosen.connect(self.view_chosen)
        self.table.chosen.connect(lambda _area: self._show_needs())
        self.unsplit.clicked.connect(lambda _checked: self._count_unsplit())
        self.side.words_asked.connect(self.words_asked)
        self.side.files_asked.connect(self.files_asked)
        self.side.criterion_asked.connect(self.criterion_asked)

    def _changed(self, event: object = None) -> None:
        if self.isVisible():
            self._rest.start()

    def _count_unsplit(self) -> None:
        self._desk.run(CountUnsplit(self._desk.assessment, counts=self.unsplit.isChecked()))

    def _show_figures(self) -> None:
        total = self.coverage.total
        values: dict[str, Decimal] = {proof.value: total.of(proof) for proof in Proof}
        values["uncounted"] = total.uncounted
        for key, _ in _FIGURES:
            self.figures[key].setText(shown(values[key]))
        self._whole.setText(f"/ {shown(total.whole)}")
        self.sentence.setText(words.stands(total.standing, total.in_question))

    def _show_needs(self) -> None:
        area = next((a for a, _ in self.coverage.areas if a.id == self.table.area), None)
        leaves = self.coverage.open_leaves
        if area is not None:
            tree = self._desk.tree
            leaves = tuple(e for e in leaves if tree.area_of(e.criterion.id).id == area.id)
        hindering = self._hindering() if area is None else ()
        code = area.code if area is not None else ""
        has_criteria = bool(self.coverage.areas)
        self.table.setVisible(has_criteria)
        self.setFocusProxy(self.table if has_criteria else self.unsplit)
        needs = Needs(leaves, self._year, code, hindering, self._can_edit, has_criteria)
        self.side.show_needs(needs)

    def _hindering(self) -> tuple[Finding, ...]:
        desk = self._desk
        if not desk.assessment or not desk.is_editable:
            return ()
        ground = ground_of(desk.state, self._year, self._faults)
        found = hindrances(desk.scores, desk.cell, ground)
        return tuple(each for each in found if each.kind in _EVIDENCE)


def _legend() -> QWidget:
    lines = []
    for first in (0, 3):
        pieces: list[QWidget | int | None] = []
        for proof in tuple(Proof)[first : first + 3]:
            pieces += [
                LegendSign(proof),
                label(words.PROOFS[proof.value], "small", tone="text2"),
                10,
            ]
        lines.append(row(*pieces, None, gap=8))
    return column(*lines, gap=2)
