"""The particulars of one person: name, post, role, decision, time on the list."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.people import EditPerson
from cchc_desktop.domain.dates import parse_date
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.people import CouncilMember
from cchc_desktop.domain.people_lines import PersonRow
from cchc_desktop.overriding import override
from cchc_desktop.wording.numerals import shown_date
from ui.people.ask import role_field
from ui.shared.ask import AskDialog
from ui.shared.desk import Desk
from ui.shared.frames import row
from ui.shared.labels import label
from ui.shared.pages import captioned
from ui.shared.texts import TextField

_DAY = "ngày/tháng/năm"
_CAPTIONS = 72
_DATE, _UNTIL = 126, 100


class Particulars:
    """The fields of one person, and the command that what stands in them amounts to."""

    def __init__(self, member: CouncilMember) -> None:
        self.member = member
        self.name = TextField("Họ tên")
        self.post = TextField("Chức vụ", "Ví dụ: Giám đốc Sở Nội vụ")
        self.role = role_field(member.body)
        self.decision = TextField("Quyết định", "1301/QĐ-UBND")
        self.decided_on = TextField("Ngày quyết định", _DAY)
        self.since = TextField("Tham gia từ", _DAY)
        self.until = TextField("Đến", "nay")
        for field, width in ((self.decided_on, _DATE), (self.since, _DATE), (self.until, _UNTIL)):
            field.setFixedWidth(width)

    @property
    def all(self) -> tuple[TextField, ...]:
        """The fields in reading order."""
        texts = (self.name, self.post, self.role, self.decision)
        return (*texts, self.decided_on, self.since, self.until)

    def show(self, member: CouncilMember) -> None:
        """Show a person as they stand."""
        self.member = member
        days = (member.decided_on, member.since, member.until)
        texts = (member.name, member.post, member.role, member.decision)
        shown = (*texts, *(shown_date(day) if day else "" for day in days))
        for field, text in zip(self.all, shown, strict=True):
            field.set_text(text)

    def command(self) -> EditPerson:
        """Return the edit that is typed.

        Raises:
            CchcError: a day cannot be read.
        """
        person = PersonRow(self.name.text(), self.post.text(), self.role.text())
        days = [parse_date(f.text()) for f in (self.decided_on, self.since, self.until)]
        term = (days[1], days[2])
        return EditPerson(self.member.id, person, self.decision.text(), days[0], term)

    def lines(self) -> tuple[tuple[str, QWidget], ...]:
        """Put the fields below each other, each with its caption; asked for once."""
        return (
            ("Họ tên", self.name),
            ("Chức vụ", self.post),
            ("Vai trò", self.role),
            ("Quyết định", self.decision),
            ("Ngày", row(self.decided_on, None)),
            ("Tham gia", row(self.since, 8, label("đến", tone="text3"), 8, self.until, None)),
        )


class ParticularsPage(QWidget):
    """The fields beside the list: each is taken when typing rests or the field is left.

    Args:
        desk: where the edit runs.
        member: the person shown first.
        parent: the side panel.
    """

    def __init__(self, desk: Desk, member: CouncilMember, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.fields = Particulars(member)
        self.trouble = label("", "small", tone="losttext", wrap=True)
        self.trouble.hide()
        lines = self.fields.lines()
        grid = captioned(_CAPTIONS, lines)
        grid.setContentsMargins(0, 0, 0, 0)
        self.setLayout(grid)
        grid.addWidget(self.trouble, len(lines), 0, 1, 2)
        for each in self.fields.all:
            each.taken.connect(self._taker(each.accessibleName()))

    def show_member(self, member: CouncilMember) -> None:
        """Show a person; what is still being typed belongs to the one before."""
        if member.id != self.fields.member.id:
            self.take()
            self._tell("")
        is_read_only = self._desk.session.store.is_read_only
        for field in self.fields.all:
            field.setReadOnly(is_read_only)
        self.fields.show(member)

    def take(self) -> None:
        """Take what is typed and not taken yet."""
        for field in self.fields.all:
            field.take()

    def _taker(self, name: str) -> Callable[[str], None]:
        def take(_text: str) -> None:
            if self.fields.member.id not in self._desk.state.rows["council_member"]:
                return
            try:
                command = self.fields.command()
            except CchcError as error:
                self._tell(error.words)
                return
            refused = self._desk.refusal(command)
            self._tell("" if refused is None else refused.words)
            if refused is None:
                self._desk.run(command, f"person {command.member} {name}")

        return take

    def _tell(self, reason: str) -> None:
        self.trouble.setVisible(bool(reason))
        self.trouble.setText(reason)


class EditPersonDialog(AskDialog):
    """Asks for the particulars where there is no room beside the list."""

    def __init__(self, desk: Desk, member: CouncilMember, parent: QWidget | None = None) -> None:
        sentence = "Đổi chức vụ ở đây không đổi văn bản đã ban hành."
        super().__init__(desk, ("Sửa thông tin", sentence, "Ghi"), parent)
        self.fields = Particulars(member)
        self.fields.show(member)
        self.add_fields(self.fields.lines())
        self.fields.name.setFocus()

    @override
    def command(self) -> Command:
        return self.fields.command()
