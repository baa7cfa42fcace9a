"""Splitting a criterion off the part that is not split yet."""

from decimal import Decimal

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from cchc_desktop.commands.criteria import SplitBalancing
from cchc_desktop.domain.criteria import CriteriaTree, Criterion
from cchc_desktop.wording.numerals import shown
from ui.shared.buttons import normal, primary
from ui.shared.desk import Desk
from ui.shared.fields import NumberField
from ui.shared.frames import row
from ui.shared.labels import label
from ui.shared.texts import TextField


class SplitCard(QFrame):
    """A button; pressed, it asks for name and maximum of the new criterion."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._criterion = ""
        self.button = normal("Tách thành tiêu chí…", self._open, "split")
        self.name = TextField("Tên tiêu chí mới")
        self.maximum = NumberField(name="Điểm tối đa của tiêu chí mới")
        self.maximum.setFixedWidth(72)
        self.maximum.entered.connect(self.split)
        self._left = label("", "small", tone="text3")
        self._trouble = label("", "small", tone="losttext", wrap=True)
        self._form = self._build_form()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(row(self.button, None))
        box.addWidget(self._form)
        self._form.hide()

    @property
    def trouble(self) -> str:
        """Why the split was refused, "" where it was not."""
        return self._trouble.text()

    def show_node(self, tree: CriteriaTree, node: Criterion) -> None:
        """Show a balancing node."""
        left = tree.maxima[node.id]
        if node.id != self._criterion:
            self._criterion = node.id
            self._close()
        self._left.setText("" if left is None else f"còn {shown(left)} điểm")
        self.button.setEnabled(not self._desk.session.store.is_read_only and bool(left))

    def split(self) -> None:
        """Run the split with what is typed."""
        self.name.take()
        if self.maximum.is_dirty and not self.maximum.take():
            return
        maximum = self.maximum.value
        command = SplitBalancing(
            self._criterion, self.name.text(), Decimal(0) if maximum is None else maximum
        )
        refused = self._desk.refusal(command)
        if refused is not None:
            self._trouble.setText(refused.words)
            self._trouble.show()
        elif self._desk.run(command):
            self._close()
            self._desk.choose(command.id)

    def _open(self) -> None:
        self._form.show()
        self.name.setFocus()

    def _close(self) -> None:
        self._form.hide()
        self._trouble.hide()
        self._trouble.clear()
        self.name.set_text("")
        self.maximum.set_value(None)

    def _build_form(self) -> QFrame:
        form = QFrame()
        form.setProperty("kind", "card")
        grid = QGridLayout(form)
        grid.setContentsMargins(12, 10, 12, 10)
        grid.setSpacing(8)
        grid.addWidget(label("Tên", tone="text2"), 0, 0)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(label("Điểm tối đa", tone="text2"), 1, 0)
        grid.addWidget(row(self.maximum, self._left, None, gap=8), 1, 1)
        grid.addWidget(self._trouble, 2, 0, 1, 2)
        buttons = row(None, normal("Thôi", self._close), primary("Tách", self.split), gap=8)
        grid.addWidget(buttons, 3, 0, 1, 2)
        self._trouble.hide()
        return form
