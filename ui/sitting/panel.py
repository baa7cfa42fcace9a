"""Phiên họp: sittings of the council, what they decide, and who is there."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.clock import Clock, now
from cchc_desktop.commands.sittings import AddItems
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.sitting_people import called_people, with_attendees
from cchc_desktop.domain.sitting_rows import Spot, items_of, sittings_of, undecided
from cchc_desktop.domain.sittings import Sitting
from cchc_desktop.overriding import override
from cchc_desktop.wording.dossier import round_name
from cchc_desktop.wording.sittings import sitting_name
from ui.shared.buttons import ghost, normal, primary, tool
from ui.shared.desk import Desk
from ui.shared.frames import box_of, column, fill, flush, frame, row, row_frame
from ui.shared.labels import label
from ui.shared.view_row import View, ViewRow
from ui.shared.workplace import WidthClass
from ui.sitting.add_dialogs import AddPeopleDialog, ChooseItemsDialog
from ui.sitting.editor import SittingEditor
from ui.sitting.items_pane import ItemsPane
from ui.sitting.projector import Projector
from ui.sitting.sittings_list import ROW as ENTRY_ROW
from ui.sitting.sittings_list import Entry, SittingsList
from ui.sitting.stage import MakeStage

LEFT = 236
_NONE = "Chưa có phiên họp nào của đợt đánh giá này."
_MOST_SHEETS = 300  # more units are taken one by one


class SittingPanel(QWidget):
    """Sittings left, the items of the chosen one, its facts right.

    Args:
        desk: what lies on the desk.
        views: the views of the workplace, for the row above.
        current: key of this view.
        make_stage: makes what shows the evidence on the projector.
        clock: when decisions are taken.
    """

    view_chosen = Signal(str)

    def __init__(
        self,
        desk: Desk,
        views: Sequence[View],
        current: str,
        make_stage: MakeStage,
        clock: Clock = now,
    ) -> None:
        super().__init__()
        self._desk, self._make_stage, self._clock = desk, make_stage, clock
        self._width = WidthClass.MEDIUM
        self._is_stale = False
        self._edited: tuple[object, ...] = ()
        self.projector: Projector | None = None
        self.items = ItemsPane(desk, clock)
        self.acts, self.model, self.view = self.items.acts, self.items.model, self.items.view
        self.list = SittingsList()
        self.editor = SittingEditor()
        self._build(views, current)
        self._wire()
        self.refresh()

    @property
    def sitting(self) -> str:
        """Id of the sitting that shows, "" where there is none."""
        return self.acts.sitting

    @property
    def record(self) -> Sitting | None:
        """The sitting that shows."""
        return self.acts.record

    def set_width_class(self, width: WidthClass) -> None:
        """Lay out for another width; in a narrow one the facts have a page of their own."""
        self._width = width
        is_narrow = width is WidthClass.NARROW
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._body.setDirection(down if is_narrow else across)
        self._left.setMaximumWidth(16_777_215 if is_narrow else LEFT)
        self._facts.setVisible(is_narrow)
        self._minutes.setVisible(not is_narrow)
        self._fit_list()
        self._arrange()
        self.items.set_width_class(width)

    def refresh(self) -> None:
        """Show the sittings as they stand."""
        self._is_stale = False
        found = sittings_of(self._desk.state, self._desk.assessment)
        ids = [each.id for each in found]
        if self.sitting not in ids:
            self.acts.sitting = ids[0] if ids else ""
        self.list.show_entries([self._entry(each) for each in found], self.sitting)
        self._fit_list()
        self._show()

    def choose(self, sitting: str) -> None:
        """Show another sitting."""
        self.editor.take()
        self.acts.sitting = sitting
        self.refresh()

    def call(self) -> None:
        """Call a sitting for today with the council as it is listed."""
        made = self.acts.call()
        if made:
            self.choose(made)
            self.editor.day.setFocus()

    def take_undecided(self, *, everywhere: bool = False) -> None:
        """Put what So vòng still has to decide before the sitting, in one step.

        Args:
            everywhere: of every unit of the assessment, not only of the one on the desk.
        """
        sitting = self.record
        if sitting is None:
            return
        sheets = self._sheets() if everywhere else (self._desk.sheet,)
        spots = undecided(self._desk.state, self._desk.session.scores, sheets, sitting.round)
        self._add(spots)

    def take(self, nodes: Sequence[str]) -> None:
        """Put criteria of the desk's sheet before the sitting; one is called where none is."""
        if self.record is None:
            self.call()
        if self.record is not None:
            spots = tuple((self._desk.sheet, node) for node in nodes)
            self._add(spots)

    def _add(self, spots: tuple[Spot, ...]) -> None:
        """Put what is not there yet before the sitting."""
        known = {(each.item.sheet, each.item.criterion) for each in self.model.rows}
        fresh = tuple(spot for spot in spots if spot not in known)
        self._desk.run(AddItems(self.sitting, fresh))

    def choose_items(self) -> None:
        """Ask for criteria by hand."""
        sitting = self.record
        if sitting is not None:
            dialog = ChooseItemsDialog(self._desk, sitting, self)
            dialog.exec()
            dialog.deleteLater()

    def project(self) -> None:
        """Open the window for the projector, on another screen where there is one."""
        if self.projector is not None or not self.model.rows:
            return
        self.editor.take()
        self.projector = Projector(
            self._desk, self.sitting, self._make_stage, self._clock, self.window()
        )
        self.projector.closed.connect(self._projected)
        self.projector.open_on(self.window())

    def leave(self) -> None:
        """Take what is typed, close the projector."""
        self.editor.take()
        self.items.take()
        if self.projector is not None:
            self.projector.close()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def menu(self) -> QMenu:
        """Return the menu of what is done more rarely."""
        menu = QMenu(self)
        state, sheets = self._desk.state, self._sheets()
        every = menu.addAction(
            "Lấy tiêu chí chưa quyết của mọi đơn vị", lambda: self.take_undecided(everywhere=True)
        )
        every.setEnabled(1 < len(sheets) <= _MOST_SHEETS and bool(self.sitting))
        menu.addAction("Biên bản (PDF)…", self.acts.save_minutes)
        menu.addAction("Bỏ quyết định đang chọn", self.acts.reopen)
        menu.addAction("Đến bảng chấm điểm", self._open_sheet)
        menu.addSeparator()
        gone = menu.addAction("Bỏ phiên họp này", self.acts.remove)
        gone.setEnabled(self.sitting in state.sittings)
        return menu

    def _sheets(self) -> tuple[str, ...]:
        return tuple(each.id for each in self._desk.state.sheets_of(self._desk.assessment))

    def _build(self, views: Sequence[View], current: str) -> None:
        self._minutes = normal("Biên bản (PDF)…", self.acts.save_minutes, "pdf")
        self._project = primary("Trình chiếu", self.project, "board")
        self._facts = normal("Thông tin", self._toggle_facts)
        self._facts.setCheckable(True)
        self._facts.hide()
        self._more = tool("more", "Việc khác", self._open_more)
        options = (self._facts, self._minutes, self._project, self._more)
        self.row = ViewRow(views, current, options)
        self._left = self._list_part()
        self._nothing = self._nothing_part()
        self._pages = QStackedWidget()
        whole = QWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, whole)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        for piece in (self._left, self.items, self.editor):
            self._body.addWidget(piece, 1 if piece is self.items else 0)
        self._pages.addWidget(whole)
        self._pages.addWidget(self._nothing)
        box = flush(QVBoxLayout(self))
        box.addWidget(self.row)
        box.addWidget(self._pages, 1)

    def _list_part(self) -> QWidget:
        head = row_frame(40, (16, 0, 8, 0))
        box_of(head).addWidget(label("Các phiên họp", "body", 600))
        box_of(head).addStretch(1)
        self._new = ghost("Lập mới", self.call, "plus")
        box_of(head).addWidget(self._new)
        part = frame("panel")
        box_of(part).addWidget(head)
        box_of(part).addWidget(self.list, 1)
        return part

    def _nothing_part(self) -> QWidget:
        self._first = primary("Lập phiên họp", self.call, "plus")
        self._why = label(_NONE, "body", tone="text2")
        middle = row(None, column(self._why, 12, row(None, self._first, None)), None)
        return fill(frame("panel"), None, middle, None)

    def _wire(self) -> None:
        desk = self._desk
        desk.changed.connect(self._changed)
        desk.place_switched.connect(self._changed)
        self.row.chosen.connect(self.view_chosen)
        self.list.chosen.connect(self.choose)
        self.acts.refused.connect(self._show_again)
        self.items.undecided_asked.connect(self.take_undecided)
        self.items.choice_asked.connect(self.choose_items)
        self.editor.edited.connect(self.acts.edit)
        self.editor.council_asked.connect(self._take_council)
        self.editor.people_asked.connect(self._ask_people)

    def _show_again(self) -> None:
        """Put back what stands where something else was typed."""
        self._edited = ()
        self.refresh()

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True

    def _entry(self, sitting: Sitting) -> Entry:
        items = items_of(self._desk.state, sitting.id)
        done = sum(1 for each in items if each.is_decided)
        name = sitting_name(sitting.held_on)
        return Entry(sitting.id, name, round_name(sitting.round.value), done, len(items))

    def _show(self) -> None:
        sitting = self.record
        can_write = not self._desk.session.store.is_read_only and bool(self._desk.assessment)
        self._pages.setCurrentIndex(0 if sitting is not None else 1)
        self.setFocusProxy(self.view if sitting is not None else self._first)
        self._first.setEnabled(can_write)
        self.items.show_items(is_editable=can_write)
        self._new.setEnabled(can_write)
        self._project.setEnabled(bool(self.model.rows))
        self._minutes.setEnabled(sitting is not None)
        if sitting is not None:
            rounds = self._desk.state.assessments[sitting.assessment].rounds
            decidable = tuple(each for each in rounds if each is not Round.SELF)
            shown = (sitting, decidable, can_write)
            if shown != self._edited:  # a decision changes none of it
                self._edited = shown
                self.editor.show_sitting(sitting, decidable, is_editable=can_write)

    def _open_sheet(self) -> None:
        at = self.model.row_of(self.view.current)
        sitting = self.record
        if at >= 0 and sitting is not None:
            found = self.model.rows[at]
            self._desk.switch(found.sheet.id, sitting.round)
            self._desk.choose(found.criterion.id)
            self.view_chosen.emit("sheet")

    def _take_council(self) -> None:
        sitting = self.record
        if sitting is not None:
            day = sitting.held_on or self._clock().date()
            found = called_people(self._desk.state, sitting.assessment, day)
            attendees = with_attendees(sitting.attendees, found.attendees)
            if attendees == sitting.attendees:
                self.acts.say_no_council()
            else:
                self.editor.add_people(attendees, found.chair, found.secretary)

    def _ask_people(self) -> None:
        sitting = self.record
        if sitting is not None:
            self.editor.take()
            dialog = AddPeopleDialog(self._desk, sitting, self)
            dialog.exec()
            dialog.deleteLater()

    def _toggle_facts(self) -> None:
        self._arrange()

    def _fit_list(self) -> None:
        """Give the list two rows at most where it stands over the table."""
        is_narrow = self._width is WidthClass.NARROW
        rows = max(1, min(2, self.list.count()))
        self._left.setMaximumHeight(40 + rows * ENTRY_ROW if is_narrow else 16_777_215)

    def _arrange(self) -> None:
        is_narrow = self._width is WidthClass.NARROW
        wants_facts = is_narrow and self._facts.isChecked()
        self.items.setVisible(not wants_facts)
        self._left.setVisible(not wants_facts)
        self.editor.setVisible(wants_facts or not is_narrow)
        self.editor.set_wide(is_wide=wants_facts)

    def _projected(self) -> None:
        self.projector = None
        self.refresh()
        self.view.setFocus()

    def _open_more(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))
