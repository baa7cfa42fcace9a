"""The head of the form: code, title, previous and next, and the line under them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.criteria import Criterion
from ui.shared.buttons import tool
from ui.shared.labels import label, say_or_hide
from ui.shared.pills import Pill


class FormHead(QWidget):
    """Code pill, wrapping title, previous and next buttons; below them where it stands."""

    stepped = Signal(int)  # -1 to the criterion before, 1 to the next

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = Pill("")
        self.code.set_role("body")
        self.title = label("", "title", 600, wrap=True)
        self.title.setMinimumHeight(24)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.state = Pill("phần chưa tách", "text2", "unsel")
        self.meta = label("", "small", 400, "text3", wrap=True)
        self._has_state = self._is_tight = False
        before = tool("chevron-up", "Tiêu chí trước", lambda: self.stepped.emit(-1))
        after = tool("chevron-down", "Tiêu chí sau", lambda: self.stepped.emit(1))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.title, 1)
        for piece in (self.state, before, after):
            top.addWidget(piece, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(top)
        box.addWidget(self.meta)

    def show_criterion(
        self, criterion: Criterion, meta: str, *, is_applicable: bool, effect: str = ""
    ) -> None:
        """Show a criterion.

        Args:
            criterion: the node.
            meta: the line under the title; "" hides it.
            is_applicable: whether the node counts for the unit.
            effect: what a bonus or penalty is called, "" for others.
        """
        self.code.set_text(criterion.code or "–")
        self.title.setText(criterion.name)
        state = "phần chưa tách" if criterion.is_balancing else effect if is_applicable else ""
        self.state.set_text(state or "không áp dụng")
        self._has_state = bool(state) or not is_applicable
        self.state.setVisible(self._has_state and not self._is_tight)
        say_or_hide(self.meta, meta)

    def set_tight(self, tight: bool) -> None:
        """Leave the room of the state to the title; the line below says it too."""
        self._is_tight = tight
        self.state.setVisible(self._has_state and not tight)
