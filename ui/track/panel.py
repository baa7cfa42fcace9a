"""Tiến độ: how far all units are, who is late, and the way to their sheets."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.clock import Clock, now
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.track import has_days
from cchc_desktop.overriding import override
from cchc_desktop.reports.reminders import reminders_of
from cchc_desktop.reports.summary import Stamp
from cchc_desktop.session import Changed
from cchc_desktop.wording import track as words
from ui.shared.buttons import normal, primary
from ui.shared.desk import Desk
from ui.shared.dialogs import show_dialog
from ui.shared.frames import column, flush, frame, row
from ui.shared.jobs import Job, run_in_slices
from ui.shared.labels import label
from ui.shared.papers import ask_paper, write_paper
from ui.shared.processes import run_in_process
from ui.shared.view_row import View, ViewRow
from ui.shared.workplace import WidthClass
from ui.track.bar import TrackBar
from ui.track.book import TrackBook
from ui.track.figures import head_words
from ui.track.model import TrackModel, Wanted
from ui.track.remind import RemindDialog, ReturnDialog, copy_letter
from ui.track.table import TrackTable

_AT_ONCE = 0.05  # seconds; so long the window may wait for the first look
_SLICE = 0.006
_TITLE = "Đang xem tiến độ các đơn vị"


class TrackPanel(QWidget):
    """The rows of all units with their tracks; they are worked out in idle slices.

    Args:
        desk: what lies on the desk.
        views: the views of the workplace, for the row above.
        current: key of this view.
        clock: what day it is.
        parent: the workplace.
    """

    view_chosen = Signal(str)
    days_asked = Signal()

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
        self._job: Job | None = None
        self._is_stale = True
        self._is_first = True
        self.dialog: RemindDialog | ReturnDialog | None = None
        self.book = TrackBook(desk, clock)
        self.model = TrackModel(self.book, self)
        self.table = TrackTable(self.model)
        self.bar = TrackBar()
        self.reminder = primary(words.remind(0, agencies=False), self.ask_reminders, "bell")
        self.row = ViewRow(views, current, (self.reminder,))
        self.days_button = normal("Đặt các hạn…", self.days_asked.emit, "calendar")
        self.strip = self._build_strip()
        self.nothing = label("", "title", 600)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def is_whole(self) -> bool:
        """Whether every row is worked out."""
        return not self._is_stale and self.book.is_whole

    @property
    def is_empty(self) -> bool:
        """Whether there is no unit to show."""
        return self._pages.currentIndex() == 1

    def set_width_class(self, width: WidthClass) -> None:
        """Show the columns of a width class."""
        self.table.set_width_class(width)

    def refresh(self) -> None:
        """Show the units as they stand now; what is not worked out yet follows in slices."""
        self._is_stale = False
        key = self.table.current
        self.book.refresh()
        self.book.prepare(_AT_ONCE)
        self._show_rows()
        if not self.table.go(key) and self._is_first:
            self.table.go(self._desk.sheet)
        self._is_first = False
        if not self.book.is_whole and self._job is None:
            job = self._job = run_in_slices(_TITLE, self._go_on)
            self._desk.follow(job)
            job.ended.connect(lambda: self._ended(job))

    def leave(self) -> None:
        """Stop what runs."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def open_row(self, key: str) -> None:
        """Go to a unit's sheet in the round it stands in; to an agency's part of it."""
        found = self.book.row(key)
        self._desk.switch(found.sheet.id, found.round)
        if found.agency:
            self._desk.ask_part(found.agency)
        self.view_chosen.emit("sheet")

    def menu(self, key: str) -> QMenu:
        """Return what can be done with a row."""
        found, menu = self.book.row(key), QMenu(self)
        menu.addAction("Mở bảng chấm điểm", lambda: self.open_row(key))
        copier = menu.addAction("Chép giấy nhắc", lambda: self._copy(key))
        copier.setEnabled(found.late(self.book.today) > 0)
        back = menu.addAction("Trả lại đơn vị…", lambda: self.ask_return(key))
        is_open = not self._desk.session.store.is_read_only
        back.setEnabled(is_open and Round.SELF in found.sheet.locked)
        return menu

    def ask_reminders(self) -> None:
        """Show the reminders of all who are late."""
        late = self.book.late_rows()
        if late:
            order = {key: at for at, key in enumerate(self.model.order)}
            late.sort(key=lambda each: order.get(each.key, len(order)))
            dialog = RemindDialog(self._desk, self.book, late, self)
            dialog.save_asked.connect(self._save)
            self._open(dialog)

    def ask_return(self, key: str) -> None:
        """Ask why a sheet goes back to its unit."""
        sheet = self.book.row(key).sheet
        unit = self._desk.state.units[sheet.unit].name
        self._open(ReturnDialog(self._desk, sheet.id, unit, self))

    def save_letters(self, path: Path) -> Job | None:
        """Write the letters to all who are late; return the job."""
        course, late = self.book.course, self.book.late_rows()
        if course is None or not late:
            return None
        stamp = Stamp(self._clock(), self._desk.session.store.head)
        document = reminders_of(self._desk.state, course, late, stamp)
        job = run_in_process("Đang lưu giấy nhắc", write_paper, document, path)
        job.done.connect(lambda _: self.row.say(f"Đã lưu {path.name}."))
        self._desk.follow(job, lambda: self.save_letters(path))
        return job

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale or self._clock().date() != self.book.today or not self.book.is_whole:
            self.refresh()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.leave()

    def _go_on(self) -> tuple[int, int]:
        done, total = self.book.prepare(_SLICE)
        if done < total:
            self.bar.show_progress(done, total)
        return done, total

    def _ended(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job = None
        if self.book.is_whole and self.isVisible():
            key = self.table.current
            self._show_rows()
            self.table.go(key)

    def _show_rows(self) -> None:
        book, course = self.book, self.book.course
        self.model.refresh()
        self._pages.setCurrentIndex(0 if book.keys else 1)
        self.nothing.setText(
            "Đợt đánh giá chưa có đơn vị nào." if course else "Hồ sơ chưa có đợt đánh giá nào."
        )
        self.strip.setVisible(self._wants_days())
        self.days_button.setEnabled(not self._desk.session.store.is_read_only)
        self._show_counts()
        self.table.viewport().update()
        self.table.horizontalHeader().viewport().update()

    def _show_counts(self) -> None:
        book = self.book
        self.bar.show_counts(book.counts(), (book.done, len(book.keys)))
        self.reminder.set_text(words.remind(book.late, agencies=book.has_agencies))
        self.reminder.setVisible(bool(book.late) and book.is_whole)
        self.row.say(head_words(book))

    def _wants_days(self) -> bool:
        """Whether somebody is on the way and no date says until when."""
        course = self.book.course
        is_open = course is not None and not has_days(course.assessment)
        return is_open and self.book.is_under_way

    def _wanted(self, wanted: Wanted) -> None:
        key = self.table.current
        self.model.show_only(wanted)
        self.table.go(key)

    def _copy(self, key: str) -> None:
        found = self.book.row(key)
        if found.late(self.book.today):
            copy_letter(self._desk, self.book, found)
            self.row.say(f"Đã chép giấy nhắc của {self.book.name(key)}.")

    def _save(self) -> None:
        year = self.book.course.assessment.year if self.book.course is not None else 0
        folder = self._desk.session.store.path.absolute().parent
        path = ask_paper(self, "Lưu giấy nhắc", str(folder / f"Giay-nhac-{year}.pdf"))
        if path is not None:
            self.save_letters(path)

    def _open(self, dialog: RemindDialog | ReturnDialog) -> None:
        self.dialog = dialog
        show_dialog(dialog)

    def _open_menu(self, key: str, spot: QPoint) -> None:
        menu = self.menu(key)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(spot)

    def _changed(self, event: Changed) -> None:
        """Look at the units whose marks changed alone, at everything where more changed."""
        if not self.isVisible():
            self._is_stale = True
            return
        key, counts = self.table.current, self.book.counts()
        moved = None if self._is_stale else self.book.follow(event)
        if moved is None:
            self.refresh()
            return
        self.model.follow(moved)
        if self.table.current != key:
            self.table.go(key)
        if self.book.counts() != counts:
            self._show_counts()
            self.strip.setVisible(self._wants_days())

    def _switched(self) -> None:
        """Another sheet or round lies on the desk; only another assessment has other rows."""
        course = self.book.course
        if (
            self.isVisible()
            and course is not None
            and course.assessment.id == self._desk.assessment
        ):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True

    def _connect(self) -> None:
        self._desk.changed.connect(self._changed)
        self._desk.place_switched.connect(self._switched)
        self.row.chosen.connect(self.view_chosen)
        self.bar.changed.connect(self._wanted)
        self.table.opened.connect(self.open_row)
        self.table.copied.connect(self._copy)
        self.table.menu_asked.connect(self._open_menu)

    def _build_strip(self) -> QWidget:
        strip = frame("selected", vertical=False, margins=(16, 6, 12, 6), gap=8)
        said = label("Đợt đánh giá chưa có hạn nào nên chưa biết đơn vị nào trễ.", "body", 600)
        box = strip.layout()
        if box is not None:
            box.addWidget(row(said, None, self.days_button))
        strip.setFixedHeight(44)
        strip.hide()
        return strip

    def _lay_out(self) -> None:
        self._pages.addWidget(column(self.strip, self.bar, self.table))
        hint = label("Thêm đơn vị ở Bộ tiêu chí, Đơn vị và Hội đồng.", tone="text2")
        lines = (row(None, self.nothing, None), row(None, hint, None))
        self._pages.addWidget(column(None, *lines, None, gap=8))
        box = flush(QVBoxLayout(self))
        box.addWidget(self.row)
        box.addWidget(self._pages, 1)
        self.setFocusProxy(self.table)
