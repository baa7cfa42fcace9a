"""Right of a paper: what it was made from, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.shared.buttons import normal, primary
from ui.shared.frames import box_of, flush, frame, hairline
from ui.shared.labels import ElidedLabel, label, say_or_hide

_WIDTH, _NARROW_WIDTH = 296, 232


class PaperSide(QFrame):
    """Facts of the paper above, Lưu PDF and In below."""

    save_asked = Signal()
    print_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panelright")
        self._values: dict[str, QLabel] = {}
        self._facts = QVBoxLayout()
        self._facts.setContentsMargins(16, 12, 16, 12)
        self._facts.setSpacing(8)
        self.saver = primary("Lưu PDF…", self.save_asked.emit, "pdf")
        self.saver.setToolTip("Lưu PDF… (Ctrl+S)")
        self.printer = normal("In…", self.print_asked.emit, "print")
        self.printer.setToolTip("In… (Ctrl+P)")
        self._told = label("", "small", tone="oktext", wrap=True)
        self._told.hide()
        self._lay_out()

    def show_facts(self, facts: dict[str, str]) -> None:
        """Show what the paper was made from, one name and one value a row."""
        for name, value in facts.items():
            if name not in self._values:
                self._add_fact(name)
            self._values[name].setText(value)

    def fact(self, name: str) -> str:
        """Return what a fact says."""
        return self._values[name].text()

    def tell(self, sentence: str) -> None:
        """Say what was done with the paper; "" takes it back."""
        say_or_hide(self._told, sentence)

    @property
    def told(self) -> str:
        """What was last done with the paper."""
        return self._told.text()

    def set_ready(self, *, is_ready: bool) -> None:
        """Say whether there is a paper to save and print."""
        self.saver.setEnabled(is_ready)
        self.printer.setEnabled(is_ready)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Take less room in a small window."""
        self.setFixedWidth(_NARROW_WIDTH if is_narrow else _WIDTH)

    def _add_fact(self, name: str) -> None:
        value = ElidedLabel("", "body", 500)
        value.setAccessibleName(name)
        self._values[name] = value
        rows = QVBoxLayout()
        rows.setSpacing(0)
        rows.addWidget(label(name, "small", tone="text3"))
        rows.addWidget(value)
        self._facts.addLayout(rows)

    def _lay_out(self) -> None:
        head = frame("head", vertical=False, margins=(16, 0, 16, 0))
        head.setFixedHeight(40)
        box_of(head).addWidget(label("Nguồn số liệu", "h3", 600))
        actions = QVBoxLayout()
        actions.setContentsMargins(16, 12, 16, 12)
        actions.setSpacing(8)
        actions.addWidget(self._told)
        buttons = QHBoxLayout()
        buttons.addWidget(self.printer, 1)
        actions.addLayout(buttons)
        actions.addWidget(self.saver)
        outer = flush(QVBoxLayout(self))
        outer.addWidget(head)
        outer.addLayout(self._facts)
        outer.addStretch(1)
        outer.addWidget(hairline())
        outer.addLayout(actions)
        self.set_narrow(is_narrow=False)
