"""What a list of documents would fill, shown before it is done in one step."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from cchc_desktop.commands.describing import filling
from cchc_desktop.domain.document_list import DocumentList, Match
from cchc_desktop.overriding import override
from cchc_desktop.wording import describing as words
from cchc_desktop.wording.numerals import shown_date
from ui.shared.buttons import normal, primary
from ui.shared.desk import Desk
from ui.shared.dialogs import room_of_dialogs
from ui.shared.frames import row
from ui.shared.labels import ElidedLabel, label
from ui.shared.plain_table import Line, plain_table

_HEADS = (
    ("Tệp", 160), ("Số, ký hiệu", 120), ("Ngày", 104), ("Cơ quan ban hành", 150),
    ("Trích yếu", 0), ("Sẽ điền", 236),
)  # fmt: skip


class ListDialog(QDialog):
    """Shows documents and what they would get; nothing is written before the button.

    Args:
        desk: runs the step.
        name: of the list.
        listed: the list.
        matches: documents whose number stands in it.
        parent: the window.
    """

    def __init__(
        self,
        desk: Desk,
        name: str,
        listed: DocumentList,
        matches: Sequence[Match],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._command = filling(matches)
        self.setWindowTitle("Điền mô tả từ danh sách văn bản")
        wide = min(980, parent.width() - 40) if parent is not None else 980
        self.resize(wide, min(520, room_of_dialogs()))
        filled = [match for match in matches if match.fields]
        torn = [match for match in matches if match.rivals]
        full = len(matches) - len(filled) - len(torn)
        self.told = words.list_told(len(listed.rows), len(filled), full, len(torn))
        bad_days = [(each.row, each.bad_day) for each in listed.rows if each.bad_day]
        self.problems = words.list_problems(listed.without_number, bad_days)
        lines = [Line(_cells(match), bool(match.rivals)) for match in (*filled, *torn)]
        self.table = plain_table("Tài liệu khớp với danh sách", _HEADS, lines)
        count = len(self._command.descriptions)
        self.go = primary(f"Điền {count} tài liệu" if count else "Không có gì để điền", self.accept)
        self.go.setEnabled(bool(count))
        self.go.setDefault(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(8)
        box.addWidget(label("Điền mô tả từ danh sách văn bản", "title", 600))
        box.addWidget(ElidedLabel(name, "small", tone="text3"))
        box.addWidget(label(self.told, wrap=True))
        if self.problems:
            box.addWidget(label(self.problems, "small", tone="opentext", wrap=True))
        box.addWidget(self.table, 1)
        note = label("Chỉ điền chỗ còn trống. Hoàn tác được bằng một bước.", "small", tone="text2")
        box.addWidget(row(note, None, normal("Hủy", self.reject), 8, self.go))

    @override
    def accept(self) -> None:
        """Fill the documents and close."""
        if self._desk.run(self._command):
            super().accept()


def _cells(match: Match) -> tuple[str, ...]:
    found = match.filled
    day = shown_date(found.issued_on) if found.issued_on else ""
    will = ", ".join(match.fields)
    if match.rivals:
        will = words.rival_rows(match.rivals)
    return (match.document.name, found.number, day, found.issuer, found.subject, will)
