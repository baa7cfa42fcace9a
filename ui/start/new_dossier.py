"""The dialog that asks for a new dossier: level, year, unit."""

from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from cchc_desktop.clock import now
from cchc_desktop.domain.text import clean
from cchc_desktop.domain.units import AssessmentLevel
from cchc_desktop.wording.dossier import level_name
from ui.shared.buttons import normal, primary
from ui.shared.combos import Combo
from ui.shared.doors import NewDossier
from ui.shared.frames import row
from ui.shared.labels import label
from ui.shared.texts import TextField

_FIRST_YEAR = 2012  # no index was announced for earlier years
_EXAMPLES = {
    AssessmentLevel.PROVINCE: "Tỉnh Hải Dương",
    AssessmentLevel.DEPARTMENT: "Sở Nội vụ",
    AssessmentLevel.DISTRICT: "Huyện Nam Sách",
    AssessmentLevel.COMMUNE: "Xã Nam Trung",
}


class NewDossierDialog(QDialog):
    """Asks what is scored; where the file goes is asked next by the usual dialog.

    Args:
        parent: the window.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Tạo hồ sơ mới")
        self.setFixedWidth(560)
        self.level = Combo("Cấp đánh giá")
        self.level.show_choices(
            [(level_name(level.value), level) for level in AssessmentLevel],
            AssessmentLevel.PROVINCE,
        )
        self.year = Combo("Năm đánh giá")
        this_year = now().year
        years = range(this_year + 1, _FIRST_YEAR - 1, -1)
        self.year.show_choices([(str(year), year) for year in years], this_year)
        self.unit = TextField("Đơn vị được đánh giá", _EXAMPLES[AssessmentLevel.PROVINCE])
        self.go = primary("Chọn nơi lưu…", self.accept)
        self._build()
        self.unit.textChanged.connect(self._check)
        self.unit.entered.connect(self.go.click)
        self.level.activated.connect(self._show_example)
        self._check()

    def choice(self) -> NewDossier:
        """Return what was chosen."""
        level, year = self.level.currentData(), self.year.currentData()
        return NewDossier(level, year, clean(self.unit.text()))

    def _build(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        box.addWidget(label("Tạo hồ sơ mới", "title", 600))
        words = "Một tệp .cchc giữ mọi dữ liệu: bộ tiêu chí, điểm, tài liệu kiểm chứng."
        box.addWidget(label(words, "body", tone="text2", wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        fields = (("Cấp", self.level), ("Năm", self.year), ("Đơn vị", self.unit))
        for line, (words, field) in enumerate(fields):
            caption = label(words, "small", 500, "text3")
            caption.setBuddy(field)
            grid.addWidget(caption, line, 0)
            grid.addWidget(field, line, 1)
        grid.setColumnStretch(1, 1)
        box.addLayout(grid)
        box.addSpacing(4)
        box.addWidget(row(None, normal("Hủy", self.reject), 8, self.go))
        self.go.setDefault(True)
        self.unit.setFocus()

    def _check(self) -> None:
        self.go.setEnabled(bool(clean(self.unit.text())))

    def _show_example(self) -> None:
        self.unit.setPlaceholderText(_EXAMPLES[self.level.currentData()])
