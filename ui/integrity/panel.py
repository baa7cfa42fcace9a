"""Kiểm tra hồ sơ: every content read again, the worst first, with the ways to mend it."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.clock import Clock, now
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.integrity import Inspected
from cchc_desktop.overriding import override
from cchc_desktop.reports.inspection import Inspection, inspection_minutes
from cchc_desktop.reports.summary import Stamp
from cchc_desktop.session.judging import remember
from cchc_desktop.session.total_faults import total_faults
from cchc_desktop.wording.integrity import SEARCHING, given_back
from ui.integrity.findings import HEADS, LOOKS, Findings, Show, damaged_hashes
from ui.integrity.side import NARROW_SIDE, SIDE, IntegritySide
from ui.integrity.work import Outcome, inspect_all, repair, repair_all, take_originals
from ui.shared.bin_dialog import BinDialog, binned
from ui.shared.buttons import ghost, normal, primary, tool
from ui.shared.desk import Desk
from ui.shared.dialogs import show_dialog
from ui.shared.frames import box_of, fill, row_frame
from ui.shared.jobs import Job, run_in_slices, run_in_thread
from ui.shared.labels import label, say_or_hide
from ui.shared.list_table import ListModel, ListTable
from ui.shared.pages import lay_view
from ui.shared.papers import ask_paper, write_paper
from ui.shared.pills import Chip
from ui.shared.processes import run_in_process
from ui.shared.standing import standing_words
from ui.shared.timers import later
from ui.shared.view_row import View, ViewRow
from ui.shared.workplace import WidthClass

_REST = 200  # milliseconds between two looks at what came
_CALM = 8  # of a long list: as many times as long as it takes to show it
_CHIPS = {Show.ALL: ("", "text2")} | {show: look[1:] for show, look in LOOKS.items()}


def dropped_paths(event: QDropEvent) -> tuple[Path, ...]:
    """Return the files and folders of this machine that a drop names; dossiers are for opening."""
    names = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return tuple(path for path in names if path.suffix.lower() != ".cchc")


class IntegrityPanel(QWidget):
    """Chips, table and side; an inspection runs beside the work and can be stopped.

    Args:
        desk: what lies on the desk.
        views: the views of the workplace, for the row above.
        current: key of this view.
        clock: where time comes from.
        parent: the workplace.
    """

    view_chosen = Signal(str)

    def __init__(
        self,
        desk: Desk,
        views: Sequence[View],
        current: str,
        clock: Clock = now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock
        self.setAcceptDrops(True)
        self.findings = Findings()
        self.show_kind = Show.ALL
        self._outcomes: SimpleQueue[Outcome] = SimpleQueue()
        self._job: Job | None = None
        self._writing: Job | None = None
        self.bin: BinDialog | None = None
        self.row = ViewRow(views, current)
        self.chips = {show: Chip(show.value, *look) for show, look in _CHIPS.items()}
        self.model = ListModel(HEADS)
        self.table = ListTable(self.model, "Kết quả kiểm tra hồ sơ")
        self.side = IntegritySide()
        self.start = primary("Kiểm tra ngay", self.inspect, "integrity")
        self.mend = normal("Sửa mọi tệp có bản lưu", self._mend_all, "restore")
        self.save = ghost("Lưu biên bản…", self.save_minutes, "report")
        self.opener = tool("trash", "Thùng rác", self.open_bin)
        self._empty = label("", tone="text2", wrap=True)
        self._rest = later(self, _REST, self._take)
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def is_busy(self) -> bool:
        """Whether something runs."""
        return self._job is not None or self._rest.isActive()

    def set_width_class(self, width: WidthClass) -> None:
        """In a narrow window only what has to be mended keeps its columns."""
        is_narrow = width is WidthClass.NARROW
        self.table.setColumnHidden(3, is_narrow)
        self.table.setColumnHidden(4, is_narrow)
        for show in (Show.ALL, Show.UNLINKED, Show.WHOLE):
            self.chips[show].setVisible(not is_narrow)
        self.side.setFixedWidth(NARROW_SIDE if is_narrow else SIDE)
        self.refresh()

    def toggle_right(self) -> None:
        """Show or hide the right side."""
        self.side.setVisible(self.side.isHidden())

    def leave(self) -> None:
        """Stop what runs; what was found stays."""
        for job in (self._job, self._writing):
            if job is not None:
                job.wait()

    def inspect(self) -> None:
        """Read every content again, then look at the file itself."""
        if self._job is None:
            self.findings = Findings(began_at=self._clock())
            self.findings.look(self._desk.state)
            hashes = tuple(dict.fromkeys(use.sha256 for use in self.findings.uses))
            store = self._desk.session.store
            job = self._run("Đang kiểm tra hồ sơ: tính lại mã băm", inspect_all, store, hashes)
            job.done.connect(lambda _: self._check_totals())
            self.refresh()

    def refresh(self) -> None:
        """Show what was found, as the documents stand now."""
        self.findings.look(self._desk.state)
        counts = self.findings.counts()
        for show, chip in self.chips.items():
            chip.set_count(counts[show])
            chip.setChecked(show is self.show_kind)
        self.model.show(self.findings.lines(self._desk.state, self.show_kind))
        bad = damaged_hashes(self.findings.uses, self.findings.found)
        can_write = not self._desk.session.store.is_read_only
        self.mend.setVisible(bool(self._mendable(bad)) and can_write)
        self.start.setEnabled(self._job is None)
        count = len(binned(self._desk.state))
        words = f"Thùng rác ({count})" if count else "Thùng rác"
        self.opener.setToolTip(words)
        self.opener.setAccessibleName(words)
        can_tell = self.findings.began_at is not None and self._job is None
        self.save.setVisible(can_tell and bool(self._desk.assessment))
        self.table.fit_rows()
        self._tell_empty(counts[Show.ALL])
        self._show_current()
        self._tell_chain()

    def show_only(self, show: Show) -> None:
        """Show lines of one kind."""
        self.show_kind = show
        self.refresh()

    def open_bin(self) -> None:
        """Show the bin."""
        self.bin = dialog = BinDialog(self._desk, self)
        show_dialog(dialog)

    def take_back(self, paths: Sequence[Path]) -> None:
        """Look among files and folders for the originals of what is damaged or missing."""
        wanted = self._wanted
        if not wanted or self._job is not None:
            return
        vault = self._desk.session.store.vault
        job = self._run(SEARCHING, take_originals, vault, wanted, tuple(paths))
        job.done.connect(lambda taken: self.row.say(given_back(taken, len(wanted) - taken)))

    def save_minutes(self) -> None:
        """Ask where, and write the minutes of the inspection as PDF or text."""
        began_at = self.findings.began_at
        if began_at is None:
            return
        proposed = f"Bien-ban-kiem-tra-{began_at:%Y-%m-%d}.pdf"
        path = ask_paper(self, "Lưu biên bản kiểm tra", proposed, (".pdf", ".txt"))
        if path is not None:
            self.write_minutes(path)

    def write_minutes(self, path: Path) -> None:
        """Write the minutes to a file; its suffix says whether PDF or text."""
        desk, findings = self._desk, self.findings
        if findings.began_at is None:
            return
        worker = desk.session.worker.name if desk.session.worker is not None else ""
        found = Inspection(findings.began_at, dict(findings.found), findings.faults, worker)
        stamp = Stamp(self._clock(), desk.session.store.head)
        document = inspection_minutes(desk.state, desk.assessment, found, stamp)
        self._writing = job = run_in_process("Đang ghi biên bản", write_paper, document, path)
        desk.follow(job, lambda: self.write_minutes(path))
        job.done.connect(lambda _: self.row.say(f"Đã lưu {path.name}."))
        job.ended.connect(self._written)

    def _written(self) -> None:
        self._writing = None

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._wanted and dropped_paths(event):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.take_back(dropped_paths(event))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.row.say(standing_words(self._desk))
        self.refresh()

    def _lay_out(self) -> None:
        bar = row_frame(40, (16, 0, 8, 0))
        bar.setProperty("kind", "surfacerow")
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        fill(bar, *self.chips.values(), None, self.save, self.opener, self.start)
        self.side.add_act(self.mend)
        box_of(bar).setSpacing(8)
        self._empty.setContentsMargins(16, 24, 16, 0)
        left = QVBoxLayout()
        left.setSpacing(0)
        for piece in (bar, self._empty):
            left.addWidget(piece)
        left.addWidget(self.table, 1)
        left.addStretch(0)
        lay_view(self, self.row, left, self.side)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.row.chosen.connect(self.view_chosen)
        self.table.chosen.connect(lambda _: self._show_current())
        self.side.backup_asked.connect(self._mend)
        self.side.files_given.connect(self.take_back)
        self._desk.changed.connect(self._changed)
        self._desk.place_switched.connect(self._changed)
        for show, chip in self.chips.items():
            chip.clicked.connect(lambda _checked, show=show: self.show_only(show))

    def _changed(self, event: object = None) -> None:
        if self.isVisible():
            self._rest.start()

    def _run(self, title: str, function: Callable[..., object], *args: object) -> Job:
        self._job = job = run_in_thread(title, function, *args, self._outcomes)
        job.progressed.connect(self._wake)
        self._desk.follow(job)
        job.ended.connect(self._ended)
        return job

    def _wake(self) -> None:
        if not self._rest.isActive():
            self._rest.start()

    def _ended(self) -> None:
        self._job = None
        self._take()
        first = next((key for key in self.model.keys if key in self.findings.by_key), "")
        if first and not self.table.current:
            self.table.go(first)  # the worst that was found

    def _take(self) -> None:
        """Take what came since the last look."""
        seen: list[Inspected] = []
        while True:
            try:
                found = self._outcomes.get_nowait()
            except Empty:
                break
            if isinstance(found, Inspected):
                seen.append(found)
            else:
                self.findings.faults = found
        self._remember(seen)
        if self.isVisible():  # who works elsewhere meanwhile is not kept waiting
            began = time.monotonic()
            self.refresh()
            taken = round(1000 * (time.monotonic() - began))
            self._rest.setInterval(max(_REST, _CALM * taken))

    def _remember(self, seen: Sequence[Inspected]) -> None:
        """What was found holds from now on, also for coverage, locks and the next opening."""
        known = self.findings.found
        mended = [each.sha256 for each in seen if each.sha256 in known]
        known.update({each.sha256: each for each in seen})
        bad = frozenset(damaged_hashes(self.findings.uses, known))
        is_other, self._desk.unsound = bad != self._desk.unsound, bad
        try:
            remember(self._desk.session.store, seen, mended)
        except CchcError as error:
            self._desk.report(error)
        if is_other or mended:
            self._desk.faults_found.emit()

    def _check_totals(self) -> None:
        """Work the totals out anew, sheet by sheet, while the window is idle."""
        session, found = self._desk.session, list[str]()
        steps, total = total_faults(session), len(self._desk.state.sheets)
        done = 0

        def step() -> tuple[int, int]:
            nonlocal done
            more = next(steps, None)
            found.extend(more or ())
            done = total if more is None else min(done + 1, total - 1)
            return done, max(1, total) if more is not None else done

        job = run_in_slices("Đang tính lại các tổng", step)
        job.done.connect(lambda _: self._take_totals(tuple(found)))

    def _take_totals(self, found: tuple[str, ...]) -> None:
        self.findings.faults = (self.findings.faults or ()) + found
        self.refresh()

    @property
    def _wanted(self) -> dict[str, int]:
        """Hash and size of what has to be mended."""
        bad = frozenset(damaged_hashes(self.findings.uses, self.findings.found))
        return {use.sha256: use.size for use in self.findings.uses if use.sha256 in bad}

    def _mendable(self, bad: Sequence[str]) -> tuple[str, ...]:
        return tuple(sha256 for sha256 in bad if self.findings.found[sha256].has_backup)

    def _mend_all(self) -> None:
        bad = damaged_hashes(self.findings.uses, self.findings.found)
        vault = self._desk.session.store.vault
        if self._job is None:
            self._run("Đang lấy lại từ bản lưu", repair_all, vault, self._mendable(bad))

    def _mend(self) -> None:
        use = self.findings.by_key.get(self.table.current)
        if use is None or self._job is not None:
            return
        vault = self._desk.session.store.vault
        job = self._job = run_in_thread("Đang lấy lại nội dung", repair, vault, use.sha256)
        job.done.connect(self._outcomes.put)
        self._desk.follow(job, about=use.sha256)
        job.ended.connect(self._ended)

    def _show_current(self) -> None:
        use = self.findings.by_key.get(self.table.current)
        seen = self.findings.found.get(use.sha256) if use is not None else None
        kind = self.findings.kind_of(use) if use is not None else None
        self.side.show_use(use, seen, self._desk.state, kind or Show.WHOLE)
        if use is not None:
            self.side.tell_lost(self.findings.lost_by(self._desk.state, use))

    def _tell_empty(self, count: int) -> None:
        words = ""
        if not self.findings.uses:
            words = "Hồ sơ chưa có tài liệu nào để kiểm tra."
        elif not count and self._job is None:
            words = (
                "Kiểm tra ngay đọc lại toàn bộ tài liệu, tính lại mã băm, xem chuỗi nhật ký"
                " và các tổng. Trong lúc đó vẫn làm việc bình thường."
            )
        say_or_hide(self._empty, words)
        self.table.setVisible(not words)
        self.setFocusProxy(self.start if words else self.table)

    def _tell_chain(self) -> None:
        faults = self.findings.faults
        if faults is None:
            self.side.set_chain("", is_whole=True)
        elif faults:
            more = f"\nvà {len(faults) - 4} vấn đề khác" if len(faults) > 4 else ""
            self.side.set_chain("\n".join(faults[:4]) + more, is_whole=False)
        else:
            head = self._desk.session.store.head[:12].upper()
            parts = "-".join(head[at : at + 4] for at in range(0, 12, 4))
            words = f"Cấu trúc tệp, chuỗi nhật ký và các tổng đều khớp; đầu chuỗi {parts}"
            self.side.set_chain(words, is_whole=True)
