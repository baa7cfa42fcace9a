"""The dialog "Tách thành tiêu chí…": a criterion comes out of the part that is not split."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from cchc_desktop.commands.criteria import SplitBalancing, next_code
from cchc_desktop.domain.numbers import NumberKind
from cchc_desktop.domain.text import clean
from cchc_desktop.wording.criteria import name_empty
from cchc_desktop.wording.numerals import shown
from ui.marks.form_facts import Facts
from ui.marks.form_trouble import Trouble, watch
from ui.shared.buttons import normal, primary
from ui.shared.fields import NumberField
from ui.shared.frames import row
from ui.shared.labels import label
from ui.shared.texts import TextField


class SplitDialog(QDialog):
    """Asks name, code and maximum of the criterion that is split off.

    Args:
        facts: the balancing node.
        parent: the window it lies over.
    """

    def __init__(self, facts: Facts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = facts
        left = facts.row.maximum or Decimal(0)
        parent_code = facts.tree[facts.criterion.parent].code
        self.setWindowTitle("Tách thành tiêu chí")
        self.setFixedWidth(560)
        self.name = TextField("Tên tiêu chí", "Tên như trong bộ tiêu chí")
        self.code = TextField("Mã tiêu chí")
        self.code.set_text(next_code(facts.tree, facts.criterion.parent))
        self.maximum = NumberField(NumberKind.POINTS, "điểm", left, "Điểm tối đa")
        self.trouble = Trouble()
        watch(self.maximum, self.trouble)
        self._lay_out(
            f"Mục {parent_code} còn {shown(left)} điểm chưa tách. "
            "Tiêu chí mới lấy điểm tối đa từ phần này; phần còn lại tự giảm theo."
        )
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def command(self) -> SplitBalancing:
        """The command that splits the criterion off."""
        return SplitBalancing(
            self._facts.criterion.id,
            clean(self.name.text()),
            self.maximum.value or Decimal(0),
            clean(self.code.text()),
        )

    def take(self) -> None:
        """Accept, where name and maximum are there."""
        if not self.maximum.take():
            return
        if not clean(self.name.text()):
            self.trouble.say(name_empty())
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.maximum.value:
            self.trouble.say("Nhập điểm tối đa lớn hơn 0.")
            self.maximum.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.accept()

    def _lay_out(self, state: str) -> None:
        self.ok = primary("Tách tiêu chí", self.take)
        self.ok.setDefault(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        fields = (("Mã", self.code), ("Tên", self.name), ("Điểm tối đa", self.maximum))
        for number, (caption, field) in enumerate(fields):
            grid.addWidget(label(caption, "small", 500, "text2"), number, 0)
            grid.addWidget(field, number, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 24)
        box.setSpacing(12)
        box.addWidget(label("Tách thành tiêu chí", "title", 600))
        box.addWidget(label(state, tone="text2", wrap=True))
        box.addLayout(grid)
        box.addWidget(self.trouble)
        box.addWidget(row(None, normal("Hủy", self.reject), self.ok, gap=8))
