"""The workplace “Báo cáo”: a list of papers, the paper as it will be saved, save and print."""

from pathlib import Path

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QWidget

from cchc_desktop.clock import Clock, now
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.overriding import override
from cchc_desktop.reports import REPORTS
from cchc_desktop.reports.document import Document
from cchc_desktop.reports.origins import Source, source_of
from cchc_desktop.reports.spots import Spot
from cchc_desktop.reports.summary import Stamp
from cchc_desktop.reports.writers.files import write_whole
from cchc_desktop.wording.dossier import round_name
from cchc_desktop.wording.numerals import shown_date, shown_time
from ui.reports.names import proposed_name
from ui.reports.paper import Paper, made_pdf, prepare, print_paper
from ui.reports.paper_pane import PaperPane
from ui.reports.side import PaperSide
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.frames import box_of, flush, frame
from ui.shared.jobs import Job
from ui.shared.labels import label
from ui.shared.papers import ask_paper
from ui.shared.processes import run_in_process
from ui.shared.timers import later
from ui.shared.workplace import WidthClass

_PAPERS = (
    ("summary", "Tóm tắt một trang", "Tom-tat"),
    ("minutes", "Biên bản phiên họp", "Bien-ban"),
)
_REST = 150  # milliseconds after the last change
_OLD = 300  # seconds after which a paper that is looked at again is made anew
_LIST_WIDTH = 216
_PRINTING, _WRITING = "in báo cáo", "lưu báo cáo"  # what errors are about


class ReportWorkplace(QWidget):
    """Shows a paper of the desk's sheet and round as it will be saved.

    The paper is made anew after a change, in a process of its own, only while it is seen.

    Args:
        desk: session, sheet and round.
        parent: the window.
        clock: when the paper is printed.
    """

    place_asked = Signal(str)  # key of the workplace to go to

    def __init__(self, desk: Desk, parent: QWidget | None = None, clock: Clock = now) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock
        self._folder: Path | None = None
        self._job: Job | None = None
        self._making: Document | None = None
        self._chosen = 0  # place in the list of papers
        self._document: Document | None = None
        self.paper: Paper | None = None
        self.is_stale = True
        self.setAccessibleName(self.title)
        self.pane = PaperPane(_PAPERS[0][1])
        self.side = PaperSide()
        self._list = self._build_list()
        self._lay_out()
        self._rest = later(self, _REST, self.refresh)
        self.pane.view.explain = self._source
        self.pane.view.went.connect(self._go)
        desk.changed.connect(self._changed)
        desk.place_switched.connect(self._changed)
        self.side.save_asked.connect(self.save)
        self.side.print_asked.connect(self.print)
        self.side.set_ready(is_ready=False)
        for keys, action in (("Ctrl+S", self.save), ("Ctrl+P", self.print)):
            QShortcut(QKeySequence(keys), self).activated.connect(action)

    @property
    def title(self) -> str:
        """What the rail calls it."""
        return "Báo cáo"

    @property
    def is_busy(self) -> bool:
        """Whether the paper is being made, or is about to be."""
        return self._job is not None or self._rest.isActive()

    def set_width_class(self, width: WidthClass) -> None:
        """Lay itself out for another width."""
        is_narrow = width is WidthClass.NARROW
        self._list.setVisible(not is_narrow)
        self.side.set_narrow(is_narrow=is_narrow)

    def leave(self) -> None:
        """Let go of the paper; the dossier is about to close."""
        self._rest.stop()
        if self._job is not None:
            self._job.cancel()
        self.pane.let_go()
        self.paper = None

    def refresh(self) -> None:
        """Make the paper anew, unless one is being made: then after it."""
        if self._job is not None or not self.isVisible():
            return
        self.is_stale = False
        if not self._desk.sheet:
            self._show_nothing("Hồ sơ chưa có đợt đánh giá nào để làm báo cáo.")
            return
        stamp = Stamp(self._clock(), self._desk.session.store.head)
        desk = self._desk
        report = REPORTS[_PAPERS[self._chosen][0]]
        try:
            document = report(desk.state, desk.sheet, desk.round, stamp)
        except CchcError as error:
            self._show_nothing(error.words)
            return
        self._start(document)

    def choose(self, at: int) -> None:
        """Show another paper of the list."""
        if at not in (self._chosen, -1):
            self._chosen = at
            self.pane.set_title(_PAPERS[at][1])
            self._changed()

    def save(self) -> None:
        """Ask where the paper goes and write it there."""
        if self.paper is None:
            return
        folder = self._folder or self._desk.session.store.path.absolute().parent
        path = ask_paper(self, "Lưu bản PDF", str(folder / self._proposed_name()))
        if path is not None:
            self._write(path, self.paper.content)

    def print(self) -> None:
        """Ask for a printer and print the paper."""
        if self.paper is None or self._document is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare(printer, self._document.title)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle("In")
        dialog.setMinMax(1, self.paper.pages)
        if dialog.exec():
            self.print_to(printer)
        dialog.deleteLater()

    def print_to(self, printer: QPrinter) -> None:
        """Print the paper; a printer that refuses is told."""
        if self.paper is None:
            return
        if print_paper(self.paper, printer):
            self.side.tell("Đã gửi đến máy in.")
            self._desk.settle(_PRINTING)
        else:
            error = CchcError("Máy in không nhận bản in.", "Kiểm tra máy in rồi in lại.")
            self._desk.report(error, self.print, _PRINTING)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_old():
            self.is_stale = True
        if self.is_stale:
            self._rest.start(0)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._rest.stop()

    def _is_old(self) -> bool:
        """Whether the paper says it was printed at a time that is over."""
        if self._document is None:
            return False
        return (self._clock() - self._document.printed_at).total_seconds() > _OLD

    def _start(self, document: Document) -> None:
        job = run_in_process("Đang dựng bản xem trước", made_pdf, document)
        self._job = job
        self.side.set_ready(is_ready=False)
        self._making = document
        job.done.connect(self._made)
        job.ended.connect(self._ended)

    def _made(self, made: tuple[bytes, tuple[Spot, ...]]) -> None:
        document = self._making
        if document is None:
            return
        self._document = document
        self.paper = Paper(*made)
        self.pane.show_paper(self.paper)
        self.side.show_facts(self._facts(document))
        self.side.tell("")

    def _ended(self) -> None:
        self._job = None
        if self.is_stale and self.isVisible():
            self.refresh()
            return
        self.side.set_ready(is_ready=self.paper is not None)
        if self.paper is None:
            self.pane.say("Chưa dựng được bản xem trước.")

    def _show_nothing(self, sentence: str) -> None:
        self.paper = None
        self.side.set_ready(is_ready=False)
        self.pane.say(sentence)

    def _changed(self) -> None:
        self.is_stale = True
        if self.isVisible():
            self._rest.start(_REST)

    def _source(self, spot: Spot) -> Source:
        """Return where a number of the paper came from."""
        desk, paper = self._desk, self.paper
        in_round = Round(spot.origin.round) if spot.origin.round else desk.round
        scores = desk.session.scores(desk.sheet, in_round)
        others = paper.spots if paper is not None else ()
        return source_of(scores, round_name(in_round), spot, others)

    def _go(self, criterion: str) -> None:
        if criterion:
            self._desk.choose(criterion)
        self.place_asked.emit("score")

    def _facts(self, document: Document) -> dict[str, str]:
        moment = document.printed_at
        assessment = self._desk.state.assessments[self._desk.assessment]
        return {
            "Đơn vị": self._unit_name(),
            "Kỳ đánh giá": assessment.title,
            "Vòng chấm": round_name(self._desk.round),
            "Lúc dựng": f"{shown_time(moment)} ngày {shown_date(moment)}",
            "Dấu vết nhật ký": document.foot[1],
        }

    def _unit_name(self) -> str:
        state = self._desk.state
        return state.units[state.sheets[self._desk.sheet].unit].name

    def _proposed_name(self) -> str:
        year = self._desk.state.assessments[self._desk.assessment].year
        return proposed_name(year, self._unit_name(), _PAPERS[self._chosen][2])

    def _write(self, path: Path, content: bytes) -> None:
        try:
            write_whole(path, content)
        except CchcError as error:
            self._desk.report(error, lambda: self._write(path, content), _WRITING)
            return
        self._desk.settle(_WRITING)
        self._folder = path.parent
        self.side.tell(f"Đã lưu {path.name}.")

    def _build_list(self) -> QWidget:
        panel = frame("panel")
        panel.setFixedWidth(_LIST_WIDTH)
        head = frame("head", vertical=False, margins=(16, 0, 16, 0))
        head.setFixedHeight(40)
        box_of(head).addWidget(label("Báo cáo", "h3", 600))
        view = QListView()
        view.setFont(theme.font("body"))
        view.setAccessibleName("Danh sách báo cáo")
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        model = QStringListModel([title for _, title, _ in _PAPERS], view)
        view.setModel(model)
        view.setCurrentIndex(model.index(0))
        view.selectionModel().currentChanged.connect(lambda index: self.choose(index.row()))
        box_of(panel).addWidget(head)
        box_of(panel).addWidget(view, 1)
        self.setFocusProxy(view)
        return panel

    def _lay_out(self) -> None:
        outer = flush(QHBoxLayout(self))
        outer.addWidget(self._list)
        outer.addWidget(self.pane, 1)
        outer.addWidget(self.side)
