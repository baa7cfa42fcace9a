"""Who works here: asked once for all dossiers of this PC, changed in the menu Công cụ."""

from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.ids import new_id
from cchc_desktop.domain.text import clean, name_key
from cchc_desktop.domain.units import Member
from cchc_desktop.settings import Person
from ui.shared import theme
from ui.shared.buttons import normal, primary
from ui.shared.frames import row
from ui.shared.labels import label
from ui.shared.texts import TextField

_FIRST = (
    "Nhật ký ghi tên người sửa từng điểm, ở mọi hồ sơ trên máy này. Chỉ hỏi một lần; đổi lại ở menu"
    " Công cụ. Để sau thì ghi theo tài khoản máy: "
)
_LATER = "Các bước từ bây giờ mang tên này, ở mọi hồ sơ trên máy này."
_OTHER = "Đây là người khác dùng chung máy: các bước cũ giữ tên cũ"


class PersonDialog(QDialog):
    """Asks for name and post.

    Args:
        account: the member that the account of the PC stands for.
        person: who is known to work here, or None.
        parent: the window.
    """

    def __init__(
        self, account: Member, person: Person | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._account, self._person = account, person
        self.setWindowTitle("Người làm việc")
        self.setFixedWidth(560)
        self.name = TextField("Họ tên", "Nguyễn Văn A")
        self.post = TextField("Chức vụ, vai trò", "Ví dụ: Chuyên viên, Tổ thư ký giúp việc")
        self.other = QCheckBox(_OTHER)
        self.other.setFont(theme.font("body"))
        self.go = primary("Ghi", self.accept)
        self.later = normal("Để sau" if person is None else "Hủy", self.reject)
        if person is not None:
            self.name.set_text(person.name)
            self.post.set_text(person.post)
        self._build()
        self.name.textChanged.connect(self._check)
        for field in (self.name, self.post):
            field.entered.connect(self.go.click)
        self._check()

    def choice(self) -> Person | None:
        """Return who works from now on; None where no name is typed."""
        name, post = clean(self.name.text()), clean(self.post.text())
        if not name:
            return None
        if self._person is not None and not self.other.isChecked():
            return Person(self._person.id, name, post)
        return Person(new_id(), name, post)  # not the account's id: many a PC is called “Admin”

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for line, field in enumerate((self.name, self.post)):
            caption = label(field.accessibleName(), "small", 500, "text3")
            caption.setBuddy(field)
            grid.addWidget(caption, line, 0)
            grid.addWidget(field, line, 1)
        grid.addWidget(self.other, 2, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        box.addWidget(
            label("Bạn là ai?" if self._person is None else "Người làm việc", "title", 600)
        )
        words = f"{_FIRST}{self._account.name}." if self._person is None else _LATER
        box.addWidget(label(words, tone="text2", wrap=True))
        box.addLayout(grid)
        box.addSpacing(4)
        box.addWidget(row(None, self.later, 8, self.go))
        self.go.setDefault(True)
        self.name.setFocus()

    def _check(self) -> None:
        """Offer another person only where a known name becomes a different one."""
        typed, known = clean(self.name.text()), self._person.name if self._person else ""
        differs = bool(known and typed) and name_key(typed) != name_key(known)
        self.other.setVisible(differs)
        if not differs:
            self.other.setChecked(False)
        self.go.setEnabled(bool(typed))
