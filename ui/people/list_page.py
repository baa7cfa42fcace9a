"""One list of people: Hội đồng, Tổ thư ký or Tổ thẩm định, with the chosen person beside it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QMenu, QStackedWidget, QWidget

from cchc_desktop.clock import now
from cchc_desktop.commands.people import MovePerson, RemovePeople
from cchc_desktop.domain.appraisal import appraiser_of, assignments_of, people_of
from cchc_desktop.domain.attendance import attendance_of, last_sitting
from cchc_desktop.domain.people import Assignment, Body, CouncilMember
from cchc_desktop.domain.people_checks import PeopleKind, people_findings
from cchc_desktop.domain.sittings import Sitting
from cchc_desktop.overriding import override
from cchc_desktop.wording.numerals import shown_date
from cchc_desktop.wording.people import body_name
from ui.people.ask import (
    AddPersonDialog,
    CopyPeopleDialog,
    DecisionDialog,
    PastePeopleDialog,
    copy_sources,
)
from ui.people.choose_parts import ChoosePartsDialog
from ui.people.foot import Foot
from ui.people.particulars import EditPersonDialog
from ui.people.person_side import PersonSide
from ui.people.seen import is_seen, people_seen
from ui.shared import theme
from ui.shared.buttons import ghost, normal, primary, tool
from ui.shared.desk import Desk
from ui.shared.dialogs import show_dialog
from ui.shared.frames import fill, frame
from ui.shared.list_table import Cell, Head, Line, ListModel, ListTable
from ui.shared.pages import lay_page, nothing_yet
from ui.shared.workplace import WidthClass

_HEADS = (
    Head("Họ tên", 164), Head("Chức vụ"), Head("Vai trò", 182), Head("Thẩm định", 76, "right"),
    Head("Có mặt", 72, "center"),
)  # fmt: skip
_CAME = 4
_TOLD = {
    Body.COUNCIL: frozenset({PeopleKind.TWO_CHAIRMEN, PeopleKind.TERM_ENDED}),
    Body.SECRETARIES: frozenset({PeopleKind.TERM_ENDED}),
    Body.APPRAISERS: frozenset({PeopleKind.TERM_ENDED, PeopleKind.NO_APPRAISER}),
}
_NONE_YET = (
    "Danh sách giữ tên, chức vụ, vai trò và quyết định; dùng cho biên bản, nơi nhận, khối ký."
)


class PeoplePage(QWidget):
    """Lists the people of one body of the desk's assessment.

    Args:
        desk: session and assessment.
        body: the list.
        parent: the view.
    """

    def __init__(self, desk: Desk, body: Body, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._body = desk, body
        self._is_narrow = False
        self._sitting: Sitting | None = None
        self.model = ListModel(_HEADS, self)
        self.table = ListTable(self.model, body_name(body.value))
        self.side = PersonSide(desk)
        self.foot = Foot()
        self.dialog: QDialog | None = None
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._seen: tuple[object, ...] = ()
        self.refresh()

    @property
    def is_empty(self) -> bool:
        """Whether nobody is listed."""
        return self._pages.currentIndex() == 1

    @property
    def member(self) -> CouncilMember | None:
        """The person that is chosen."""
        found = self._desk.state.rows["council_member"].get(self.table.current)
        return found if isinstance(found, CouncilMember) else None

    def refresh(self) -> None:
        """Show the list as it stands, where anything has moved."""
        if not is_seen(self._seen, self._desk):
            self._show()

    def _show(self) -> None:
        state, assessment = self._desk.state, self._desk.assessment
        self._seen = people_seen(self._desk)
        people = people_of(state, assessment, self._body)
        assigned = assignments_of(state, assessment)
        self._sitting = last_sitting(state, assessment) if self._body is Body.COUNCIL else None
        self.model.show([self._line(each, assigned) for each in people])
        self._pages.setCurrentIndex(0 if people else 1)
        self.bar.setVisible(bool(people))
        self.foot.setVisible(bool(people))
        if people and self.member is None:
            self.table.go(people[0].id)
        findings = people_findings(state, assessment, now().date()) if assessment else ()
        told = [each.sentence for each in findings if each.kind in _TOLD[self._body]]
        self.table.setColumnHidden(_CAME, self._sitting is None)
        self.foot.say(self._total(people), told)
        self._show_chosen()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def set_width_class(self, width: WidthClass) -> None:
        """Leave the person out where the window is narrow; Enter asks in a dialog there."""
        self._is_narrow = width is WidthClass.NARROW
        self.decision.set_text("Quyết định…" if self._is_narrow else "Đổi quyết định…")
        self.paste.set_text("Dán" if self._is_narrow else "Dán danh sách")
        self.side.setVisible(not self._is_narrow and not self.is_empty)
        self.edit.setVisible(self._is_narrow)

    def ask(self, dialog: QDialog) -> None:
        """Open one of the dialogs."""
        self.dialog = dialog
        show_dialog(dialog)

    def ask_parts(self) -> None:
        """Ask which parts the chosen person appraises."""
        if self.member is not None:
            self.ask(ChoosePartsDialog(self._desk, self.member, self))

    def ask_particulars(self) -> None:
        """Ask for the particulars where the side does not show, else go there."""
        if self.member is None:
            return
        if self.side.isVisible() and self.side.particulars is not None:
            self.side.tabs.setCurrentIndex(0)
            self.side.particulars.fields.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._desk.session.store.is_read_only:
            self.ask(EditPersonDialog(self._desk, self.member, self))

    def leave(self) -> None:
        """Take what is typed."""
        self.side.take()

    def _follow(self) -> None:
        """Show the list anew while it shows."""
        if self.isVisible():
            self.refresh()

    def _line(self, member: CouncilMember, assigned: tuple[Assignment, ...]) -> Line:
        mine = appraiser_of(self._desk.state, member)
        parts = sum(1 for each in assigned if mine.has(each))
        has_left = member.has_left(now().date())
        tone = "text3" if has_left else "text"
        role = member.role
        if has_left and member.until is not None:
            role = " · ".join(each for each in (role, f"đến {shown_date(member.until)}") if each)
        count = Cell(str(parts) if parts else "–", "text" if parts else "off")
        post = Cell(member.post, "text3" if has_left else "text2")
        name = Cell(member.name, tone, 500)
        return Line(member.id, (name, post, Cell(role, tone), count, self._came(member)))

    def _came(self, member: CouncilMember) -> Cell:
        """Say whether somebody came to the last sitting."""
        found = [
            each.came
            for each in attendance_of(self._desk.state, member)
            if self._sitting is not None and each.sitting.id == self._sitting.id
        ]
        if not found:
            return Cell("", "off")
        return Cell("có mặt", "oktext", sign="du") if found[0] else Cell("vắng", "text2")

    def _total(self, people: tuple[CouncilMember, ...]) -> str:
        words = f"{len(people)} người"
        if self._sitting is None or self._sitting.held_on is None:
            return words
        came = sum(1 for each in people if self._came(each).sign)
        return f"{words}, {came} có mặt phiên {shown_date(self._sitting.held_on)}"

    def _show_chosen(self) -> None:
        can_edit = not self._desk.session.store.is_read_only and bool(self._desk.assessment)
        keys, current = self.model.keys, self.table.current
        has_one = current in keys
        at = keys.index(current) if has_one else -1
        for button, enabled in (
            (self.add, True), (self.first, True), (self.paste, True), (self.first_paste, True),
            (self.decision, bool(keys)), (self.up, at > 0),
            (self.down, has_one and at < len(keys) - 1), (self.remove, has_one),
            (self.edit, has_one),
        ):  # fmt: skip
            button.setEnabled(enabled and can_edit)
        can_copy = can_edit and bool(copy_sources(self._desk))
        self.more.setEnabled(can_copy)
        self.first_copy.setVisible(can_copy)
        self.side.setVisible(not self._is_narrow and not self.is_empty)
        self.side.show_member(self.member)

    def _move(self, step: int) -> None:
        keys, current = self.model.keys, self.table.current
        at = keys.index(current) + (step if step < 0 else step + 1)
        self._desk.run(MovePerson(current, keys[at] if at < len(keys) else ""))
        self.table.go(current)

    def _remove(self) -> None:
        keys, current = self.model.keys, self.table.current
        if current not in keys or not self.remove.isEnabled():
            return
        at = keys.index(current)
        after = keys[at + 1 : at + 2] or keys[max(0, at - 1) : at]
        if self._desk.run(RemovePeople((current,))) and after:
            self.table.go(after[0])

    def _open_more(self) -> None:
        menu = QMenu(self)
        menu.setFont(theme.font("small"))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction("Chép danh sách từ đợt khác…", self._ask_copy)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _ask_add(self) -> None:
        self.ask(AddPersonDialog(self._desk, self._body, self))

    def _ask_paste(self) -> None:
        dialog = PastePeopleDialog(self._desk, self._body, self)
        dialog.offer(QGuiApplication.clipboard().text())
        self.ask(dialog)

    def _ask_copy(self) -> None:
        self.ask(CopyPeopleDialog(self._desk, self))

    def _connect(self) -> None:
        self.table.chosen.connect(lambda _key: self._show_chosen())
        self.table.opened.connect(lambda _key: self.ask_particulars())
        self.table.delete_asked.connect(self._remove)
        self.side.add_asked.connect(self.ask_parts)
        self._desk.changed.connect(self._follow)
        self._desk.place_switched.connect(self._follow)

    def _lay_out(self) -> None:
        self.add = normal("Thêm người", self._ask_add, "plus")
        self.decision = ghost(
            "Đổi quyết định…",
            lambda: self.ask(DecisionDialog(self._desk, self._body, self)),
            "file",
        )
        self.up = tool("chevron-up", "Chuyển lên (Alt+↑)", lambda: self._move(-1))
        self.down = tool("chevron-down", "Chuyển xuống (Alt+↓)", lambda: self._move(1))
        self.up.setShortcut("Alt+Up")
        self.down.setShortcut("Alt+Down")
        self.remove = tool("trash", "Bỏ khỏi danh sách (Del)", self._remove)
        self.edit = tool("pen", "Sửa thông tin (Enter)", self.ask_particulars)
        self.edit.hide()
        self.paste = ghost("Dán danh sách", self._ask_paste, "paste")
        self.more = tool("more", "Việc khác với danh sách", self._open_more)
        self.bar = bar = frame("surfacerow", vertical=False, margins=(12, 0, 8, 0), gap=6)
        bar.setFixedHeight(40)
        tools = (self.edit, self.up, self.down, self.remove)
        fill(bar, self.add, self.decision, *tools, None, self.paste, self.more)
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty())
        lay_page(self, (bar, self._pages, self.foot), self.side)
        self.setFocusProxy(self.table)

    def _empty(self) -> QWidget:
        self.first = primary("Thêm người", self._ask_add, "plus")
        self.first_paste = normal("Dán danh sách…", self._ask_paste, "paste")
        self.first_copy = ghost("Chép từ đợt khác…", self._ask_copy, "copy")
        title = f"Chưa có ai trong {body_name(self._body.value)}"
        buttons = (self.first_copy, self.first_paste, self.first)
        return nothing_yet(title, _NONE_YET, *buttons, margins=(24, 0, 24, 0))
