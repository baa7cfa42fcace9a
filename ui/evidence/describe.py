"""Number, date, issuer and subject of a document: shown below the preview, edited in a dialog."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.commands.evidence import CitePage, DescribeDocument
from cchc_desktop.domain.dates import parse_date
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Document, Link
from cchc_desktop.overriding import override
from cchc_desktop.wording import evidence as words
from cchc_desktop.wording.numerals import shown_date
from ui.shared.buttons import ghost, normal, primary
from ui.shared.desk import Desk
from ui.shared.frames import flush, row
from ui.shared.labels import ElidedLabel, label, restyle
from ui.shared.texts import TextField

_NOTHING = "chưa có"
_FIELDS = (
    ("number", "Số, ký hiệu", "ví dụ 55/TB-VPCP"),
    ("issued_on", "Ngày ban hành", "ngày/tháng/năm"),
    ("valid_from", "Hiệu lực từ", "để trống: từ ngày ban hành"),
    ("valid_until", "Hiệu lực đến", "để trống: còn hiệu lực"),
    ("issuer", "Cơ quan ban hành", ""),
    ("type_name", "Tên loại", "ví dụ Quyết định, Báo cáo"),
    ("subject", "Trích yếu", ""),
    ("note", "Ghi chú", ""),
)
PLACES = (
    ("page", "Trang dẫn chứng", "ví dụ 3 hoặc 3-5"),
    ("section", "Mục, điều, khoản", "ví dụ mục II.1, Điều 5"),
    ("excerpt", "Trích dẫn", "câu chứng minh tiêu chí"),
)
_AROUND = 48  # pixels of the window above and below the dialog
_DAYS = ("issued_on", "valid_from", "valid_until")


class Description(QFrame):
    """What is known of the document, below its preview."""

    edit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        grid = QGridLayout()
        grid.setContentsMargins(16, 8, 8, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        self._values: list[QLabel] = []
        for line, name in enumerate(
            ("Số, ký hiệu", "Ngày ban hành", "Cơ quan", "Dùng cho", "Dẫn chứng")
        ):
            grid.addWidget(label(name, "small", tone="text3"), line, 0)
            value = ElidedLabel("", "small", 500)
            self._values.append(value)
            grid.addWidget(value, line, 1)
        edit = ghost("Sửa", self.edit_asked.emit, "pen")
        edit.setAccessibleName("Sửa mô tả tài liệu")
        grid.addWidget(edit, 0, 2, 2, 1, Qt.AlignmentFlag.AlignTop)
        line_above = QFrame()
        line_above.setProperty("kind", "hairline")
        outer = flush(QVBoxLayout(self))
        outer.addWidget(line_above)
        outer.addLayout(grid)

    def show_entry(self, document: Document, codes: list[str], link: Link) -> None:
        """Show a document, the codes of the criteria it serves, and the place in it."""
        day = words.days(document.issued_on, document.valid_from, document.valid_until)
        place = words.cited(link.page, link.section, link.excerpt)
        texts = (document.number, day, document.issuer, ", ".join(codes), place)
        for value, text in zip(self._values, texts, strict=True):
            value.setText(text or _NOTHING)
            restyle(value, "tone", "text" if text else "text3")


class DescribeDialog(QDialog):
    """Asks for what a list and a report say about a document.

    Args:
        desk: runs the commands.
        document: the document.
        link: its link to a criterion, whose place in it is asked for too; None for none.
        parent: the window.
    """

    def __init__(
        self,
        desk: Desk,
        document: Document,
        link: Link | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._document, self._link = desk, document, link
        self.setWindowTitle("Mô tả tài liệu")
        self.setMinimumWidth(560)
        self.fields: dict[str, TextField] = {}
        self._reason = label("", "small", tone="losttext", wrap=True)
        self._reason.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(8)
        outer.addWidget(label("Mô tả tài liệu", "title", 600))
        outer.addWidget(label(document.name, "small", tone="text3", wrap=True))
        self._area = self._scrolled()
        outer.addWidget(self._area, 1)
        outer.addWidget(self._reason)
        save = primary("Lưu mô tả", self.accept)
        save.setDefault(True)
        outer.addWidget(row(None, normal("Đóng", self.reject), save, gap=8))
        self.fields["number"].setFocus()
        self._fit(parent)

    @property
    def reason(self) -> str:
        """Why what stands in the fields cannot be saved, "" where it can."""
        return self._reason.text()

    @override
    def accept(self) -> None:
        """Save and close; dates that cannot be taken keep the dialog open and say why."""
        texts = {name: field.text() for name, field in self.fields.items()}
        document, link = self._document, self._link
        days = self._days(texts)
        if days is None:
            return
        command = DescribeDocument(
            document.id, texts["number"], days["issued_on"], texts["issuer"], texts["subject"],
            texts["note"], days["valid_from"], days["valid_until"], texts["type_name"],
        )  # fmt: skip
        refused = self._desk.refusal(command)
        if refused is not None:
            self._refuse("valid_until", refused)
            return
        joins = f"describe/{document.id}/{id(self)}"
        self._desk.run(command, joins)
        if link is not None:
            place = tuple(texts[name] for name, _, _ in PLACES)
            self._desk.run(CitePage(link.sheet, link.id, *place), joins)
        super().accept()

    def _days(self, texts: Mapping[str, str]) -> Mapping[str, date | None] | None:
        """Return the days that were typed, or None where one is no day."""
        found: dict[str, date | None] = {}
        for name in _DAYS:
            restyle(self.fields[name], "bad", "0")
            try:
                found[name] = parse_date(texts[name])
            except CchcError as error:
                self._refuse(name, error)
                return None
        return found

    def _refuse(self, name: str, error: CchcError) -> None:
        self._reason.setText(error.words)
        self._reason.show()
        restyle(self.fields[name], "bad", "1")
        self.fields[name].setFocus()

    def _scrolled(self) -> QScrollArea:
        """Return the fields; in a low window they scroll, and the buttons stay in sight."""
        self._inside = QWidget()
        self._inside.setLayout(self._grid())
        area = QScrollArea()
        area.setWidget(self._inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _fit(self, parent: QWidget | None) -> None:
        """Take the height that all fields need, no more than the window has."""
        self._area.setMinimumHeight(0)
        rest = self.sizeHint().height() - self._area.sizeHint().height()
        needed = rest + self._inside.sizeHint().height() + 2
        room = parent.window().height() - _AROUND if parent is not None else needed
        self.resize(560, min(needed, room))

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        document, link = self._document, self._link
        texts = ("number", "issuer", "subject", "note", "type_name")
        values = {name: getattr(document, name) for name in texts}
        for name in _DAYS:
            day = getattr(document, name)
            values[name] = shown_date(day) if day else ""
        places = PLACES if link is not None else ()
        for name, _, _ in places:
            values[name] = getattr(link, name)
        for line, (name, caption, hint) in enumerate((*_FIELDS, *places)):
            field = TextField(caption, hint)
            field.setText(values[name])
            field.entered.connect(self.accept)
            self.fields[name] = field
            grid.addWidget(label(caption, "body", tone="text2"), line, 0)
            grid.addWidget(field, line, 1)
        return grid
