"""One person beside the list: particulars, and the parts of the set that are theirs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from cchc_desktop.commands.appraisal import Unassign
from cchc_desktop.domain.appraisal import appraiser_of, assignments_of
from cchc_desktop.domain.attendance import Attendance, attendance_of
from cchc_desktop.domain.people import CouncilMember
from cchc_desktop.wording.numerals import shown_date
from cchc_desktop.wording.people import short_body_name
from ui.people.particulars import ParticularsPage
from ui.people.parts_card import PartsCard
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.frames import column, fill, frame, scrolled
from ui.shared.labels import ElidedLabel, label
from ui.shared.list_table import Cell, Head, Line, ListModel, ListTable
from ui.shared.pages import lay_tabs

WIDTH = 388
_SITTINGS = 2
_SITTING_HEADS = (Head("Ngày", 108), Head("Địa điểm"), Head("", 72))
_NEVER_CALLED = "Chưa có phiên họp nào ghi người này."
_USED = "Dùng ở đâu"
_WHERE = (
    "Phiên họp và biên bản, nơi nhận và khối ký của báo cáo, lọc phần thẩm định khi chấm. Đổi chức"
    " vụ ở đây không đổi văn bản đã ban hành."
)


class PersonSide(QFrame):
    """Tabs over one person.

    Args:
        desk: session and assessment.
        parent: the page.
    """

    add_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setProperty("kind", "panelright")
        self.setFixedWidth(WIDTH)
        self.tabs = QTabBar()
        self.tabs.setFont(theme.font("body"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName("Phần của người đang chọn")
        for words in ("Thông tin", "Được phân công", "Phiên họp"):
            self.tabs.addTab(words)
        self.name = label("", "title", 600, wrap=True)
        self.meta = ElidedLabel("", "small", tone="text2")
        self.card = PartsCard()
        self.sittings = ListModel(_SITTING_HEADS, self)
        self._sittings_table = ListTable(self.sittings, "Các phiên họp")
        self._no_sittings = label(_NEVER_CALLED, "small", tone="text3", wrap=True)
        self.particulars: ParticularsPage | None = None
        self._first = QVBoxLayout()
        self._pages = QStackedWidget()
        self._lay_out()
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.card.add_asked.connect(self.add_asked)
        self.card.remove_asked.connect(lambda part: self._desk.run(Unassign((part,))))

    def show_member(self, member: CouncilMember | None) -> None:
        """Show a person; None shows nothing."""
        self._work.setVisible(member is not None)
        self.tabs.setVisible(member is not None)
        if member is None:
            return
        if self.particulars is None:
            self.particulars = ParticularsPage(self._desk, member)
            self._first.insertWidget(0, self.particulars)
        self.particulars.show_member(member)
        mine = appraiser_of(self._desk.state, member)
        everything = assignments_of(self._desk.state, member.assessment)
        parts = [each for each in everything if mine.has(each)]
        can_edit = not self._desk.session.store.is_read_only
        tree = self._desk.state.tree(member.assessment)
        self.card.show_parts(tree, parts, can_edit=can_edit)
        words = f"Được phân công {len(parts)}" if parts else "Được phân công"
        self.tabs.setTabText(1, words)
        self._show_sittings(attendance_of(self._desk.state, member))
        self.name.setText(member.name)
        self.meta.setText(self._meta(member, mine.members))

    def take(self) -> None:
        """Take what is typed and not taken yet."""
        if self.particulars is not None:
            self.particulars.take()

    def _show_sittings(self, found: tuple[Attendance, ...]) -> None:
        self.tabs.setTabText(_SITTINGS, f"Phiên họp {len(found)}" if found else "Phiên họp")
        lines = []
        for each in found:
            day = shown_date(each.sitting.held_on) if each.sitting.held_on else "chưa định ngày"
            came = Cell("có mặt", "oktext") if each.came else Cell("vắng", "opentext")
            lines.append(Line(each.sitting.id, (Cell(day), Cell(each.sitting.place), came)))
        self.sittings.show(lines)
        self._no_sittings.setVisible(not found)
        self._sittings_table.setVisible(bool(found))

    def _meta(self, member: CouncilMember, rows: frozenset[str]) -> str:
        members = self._desk.state.rows["council_member"]
        others = [members[key] for key in rows if key != member.id]
        lists = sorted({short_body_name(each.body.value) for each in others})
        here = f"{member.role} {short_body_name(member.body.value)}" if member.role else ""
        return "  ·  ".join(each for each in (member.post, here, *lists) if each)

    def _lay_out(self) -> None:
        info = frame("explanation", margins=(12, 8, 12, 8), gap=2)
        fill(info, label(_USED, "small", 600), label(_WHERE, "small", tone="text2", wrap=True))
        first = QWidget()
        first.setLayout(self._first)
        self._first.setContentsMargins(0, 0, 0, 0)
        self._first.setSpacing(12)
        self._first.addWidget(info)
        self._first.addStretch(1)
        third = column(self._no_sittings, self._sittings_table, gap=8)
        for page in (first, column(self.card, None), third):
            self._pages.addWidget(scrolled(page))
        self._work = column(self.name, self.meta, 4, self._pages, margins=(16, 10, 16, 8), gap=4)
        lay_tabs(self, self.tabs, self._work)
