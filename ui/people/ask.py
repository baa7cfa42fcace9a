"""Dialogs of the lists: add one person, paste many, the decision, another year's people."""

from PySide6.QtWidgets import QCompleter, QWidget

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.people import AddPeople, CopyPeople, SetDecision
from cchc_desktop.domain.appraisal import people_of
from cchc_desktop.domain.dates import parse_date
from cchc_desktop.domain.people import Body
from cchc_desktop.domain.people_lines import PeopleReading, PersonRow, read_people
from cchc_desktop.domain.units import Assessment
from cchc_desktop.overriding import override
from cchc_desktop.wording.numerals import shown_date
from cchc_desktop.wording.people import body_name, how_to_list, usual_roles
from ui.shared.ask import AskDialog
from ui.shared.combos import Combo
from ui.shared.desk import Desk
from ui.shared.dialogs import list_height
from ui.shared.labels import label, say_or_hide
from ui.shared.list_table import Cell, Head, Line, ListModel, ListTable
from ui.shared.texts import TextArea, TextField

_MOST_PROBLEMS = 3
_HEADS = (Head("Họ tên"), Head("Chức vụ"), Head("Vai trò", 120))


def role_field(body: Body) -> TextField:
    """Return a field for the role in a body that offers the usual ones."""
    roles = usual_roles(body.value)
    field = TextField("Vai trò", "Ví dụ: " + ", ".join(roles[:3]))
    field.setCompleter(QCompleter(list(roles), field))
    return field


class AddPersonDialog(AskDialog):
    """Asks for one person of a list."""

    def __init__(self, desk: Desk, body: Body, parent: QWidget | None = None) -> None:
        sentence = "Danh sách dài thì dán từ Excel nhanh hơn."
        title = f"Thêm người vào {body_name(body.value)}"
        super().__init__(desk, (title, sentence, "Thêm"), parent)
        self._body = body
        self.name = TextField("Họ tên", "Nguyễn Văn A")
        self.post = TextField("Chức vụ", "Ví dụ: Giám đốc Sở Nội vụ")
        self.role = role_field(body)
        self.add_fields([(field.accessibleName(), field) for field in self._fields])
        self.name.setFocus()

    @property
    def _fields(self) -> tuple[TextField, ...]:
        return self.name, self.post, self.role

    @override
    def command(self) -> Command:
        row = PersonRow(*(field.text() for field in self._fields))
        return AddPeople(self.desk.assessment, self._body, (row,))


class PastePeopleDialog(AskDialog):
    """Asks for lines of people, and shows at once what was read."""

    def __init__(self, desk: Desk, body: Body, parent: QWidget | None = None) -> None:
        title = f"Dán danh sách {body_name(body.value)}"
        sentence = f"{how_to_list()} Người đã có trong danh sách được sửa chức vụ, vai trò."
        super().__init__(desk, (title, sentence, "Ghi"), parent)
        self._body = body
        self.lines = TextArea("Danh sách", "Nguyễn Văn A; Giám đốc Sở Nội vụ; Chủ tịch")
        self.lines.setFixedHeight(list_height(130, around=356))
        self.read = label("", "small", 600, "text2")
        self.preview = ListModel(_HEADS, self)
        table = ListTable(self.preview, "Các dòng đọc được")
        table.setFixedHeight(list_height(160, around=330))
        self.add_fields((("Danh sách", self.lines), ("", self.read), ("Xem trước", table)))
        self.lines.textChanged.connect(self._preview)
        self.lines.setFocus()
        self._preview()

    def offer(self, text: str) -> None:
        """Fill in what was copied where it looks like a table of people."""
        if "\t" in text and read_people(text).rows:
            self.lines.setPlainText(text.strip())

    @property
    def reading(self) -> PeopleReading:
        """What was read of the lines."""
        return read_people(self.lines.toPlainText())

    @override
    def command(self) -> Command:
        return AddPeople(self.desk.assessment, self._body, self.reading.rows)

    def _preview(self) -> None:
        found = self.reading
        listed = len(people_of(self.desk.state, self.desk.assessment, self._body))
        more = f", danh sách đang có {listed}" if listed else ""
        self.read.setText(f"Đọc được {len(found.rows)} người{more}")
        self.preview.show(
            [
                Line(str(n), (Cell(each.name, weight=500), Cell(each.post), Cell(each.role)))
                for n, each in enumerate(found.rows)
            ]
        )
        words = "\n".join(found.problems[:_MOST_PROBLEMS])
        if len(found.problems) > _MOST_PROBLEMS:
            words += f"\nvà {len(found.problems) - _MOST_PROBLEMS} dòng khác không đọc được"
        say_or_hide(self.refusal, words)
        self.go.setEnabled(bool(found.rows))


class DecisionDialog(AskDialog):
    """Asks for the decision that names everybody on a list."""

    def __init__(self, desk: Desk, body: Body, parent: QWidget | None = None) -> None:
        sentence = "Ghi cho mọi người còn tham gia; ai đã thôi tham gia giữ quyết định cũ."
        title = f"Quyết định của {body_name(body.value)}"
        super().__init__(desk, (title, sentence, "Ghi"), parent)
        self._body = body
        self.number = TextField("Số quyết định", "1301/QĐ-UBND")
        self.day = TextField("Ngày", "ngày/tháng/năm")
        last = [p for p in people_of(desk.state, desk.assessment, body) if p.until is None][-1:]
        if last:
            self.number.set_text(last[0].decision)
            self.day.set_text(shown_date(last[0].decided_on) if last[0].decided_on else "")
        self.add_fields((("Số quyết định", self.number), ("Ngày", self.day)))
        self.number.setFocus()

    @override
    def command(self) -> Command:
        day = parse_date(self.day.text())
        return SetDecision(self.desk.assessment, self._body, self.number.text(), day)


class CopyPeopleDialog(AskDialog):
    """Asks which assessment's people are copied."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        sentence = (
            "Chép cả ba danh sách và phân công theo mã tiêu chí; ai đã có ở đây thì giữ nguyên,"
            " ai đã thôi tham gia thì không chép."
        )
        super().__init__(desk, ("Chép danh sách từ đợt khác", sentence, "Chép"), parent)
        self.source = Combo("Đợt đánh giá")
        choices: list[tuple[str, object]] = [
            (f"{each.title} ({len(people_of(desk.state, each.id))} người)", each.id)
            for each in copy_sources(desk)
        ]
        self.source.show_choices(choices, choices[0][1] if choices else None)
        self.add_fields((("Chép từ", self.source),))
        self.go.setEnabled(bool(choices))

    @override
    def command(self) -> Command:
        return CopyPeople(str(self.source.currentData()), self.desk.assessment)


def copy_sources(desk: Desk) -> tuple[Assessment, ...]:
    """Return the other assessments that have people, newest first."""
    found = [
        each
        for each in desk.state.assessments.values()
        if each.id != desk.assessment and people_of(desk.state, each.id)
    ]
    return tuple(sorted(found, key=lambda each: (-each.year, each.title)))
