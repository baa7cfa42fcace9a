"""The strip over the table while criteria are ticked: what a bulk decision would do."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from cchc_desktop.domain.marks import Round
from cchc_desktop.wording.rounds import taken_from
from ui.shared.buttons import Button
from ui.shared.icons import IconLabel
from ui.shared.labels import ElidedLabel, label

HEIGHT = 44


class BulkStrip(QFrame):
    """Counts the ticked criteria and offers the rounds that can be taken.

    Args:
        parent: the panel.
    """

    taken = Signal(object)  # Round

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "strip")
        self._count = label("", "body", 600)
        self._consequence = ElidedLabel("", "small", tone="text2")
        self.buttons: Mapping[Round, Button] = {
            each: Button(taken_from(each.value), "primary" if each is Round.SELF else "normal")
            for each in (Round.SECOND, Round.FIRST, Round.SELF)
        }
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 0, 12, 0)
        box.setSpacing(10)
        box.addWidget(IconLabel("du", "accent"))
        box.addWidget(self._count)
        box.addWidget(self._consequence, 1)
        for each, button in self.buttons.items():
            button.clicked.connect(lambda _checked, each=each: self.taken.emit(each))
            box.addWidget(button)
        self.setFixedHeight(HEIGHT)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return f"{self._count.text()} {self._consequence.text()}".strip()

    def show_ticked(self, count: int, consequence: str, sources: tuple[Round, ...]) -> None:
        """Show how many are ticked and what each button would do; none hides it."""
        self._count.setText(f"Đã chọn {count} tiêu chí")
        self._consequence.setText(consequence)
        for each, button in self.buttons.items():
            button.setVisible(each in sources)
        self.setVisible(count > 0)
