"""The place where no document is yet: what to do next, in one dashed zone."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.shared.buttons import ghost, primary
from ui.shared.frames import box_of, column, frame, row
from ui.shared.icons import IconLabel
from ui.shared.labels import ElidedLabel, label, restyle

_HEAD = "Thả tệp vào đây, hoặc viết giải trình vì sao không có"


class EmptyEvidence(QWidget):
    """Says what can be done where a criterion has no document."""

    add_asked = Signal()
    explanation_asked = Signal()
    folder_asked = Signal()
    paste_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = frame("drop", margins=(16, 8, 16, 8), gap=0)
        self._icon = IconLabel("drop", "accent", 28)
        self._head = label(_HEAD, "body", 600, wrap=True)
        self._words = label("", "small", tone="text3", wrap=True)
        self._required = label("", "small", tone="text2", wrap=True)
        self._required_line = ElidedLabel("", "small", tone="text2")
        self._is_low = False
        for words in (self._head, self._words, self._required, self._required_line):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._add = primary("Thêm tệp…", self.add_asked.emit, "plus")
        links = row(
            ghost("Viết giải trình", self.explanation_asked.emit),
            ghost("Quét thư mục", self.folder_asked.emit),
            ghost("Dán ảnh (Ctrl+V)", self.paste_asked.emit),
        )
        self._links = QWidget()
        self._choices = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._links)
        self._choices.setContentsMargins(0, 0, 0, 0)
        self._choices.setSpacing(8)
        self._choices.addWidget(self._add, 0, Qt.AlignmentFlag.AlignHCenter)
        self._choices.addWidget(links)
        said = column(self._words, self._required, self._required_line)
        inside = column(None, self._icon, 10, self._head, 2, said, 12, self._links, None)
        for piece in (self._icon, self._links):
            box_of(inside).setAlignment(piece, Qt.AlignmentFlag.AlignHCenter)
        box_of(self._zone).addWidget(inside)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(16, 16, 16, 16)
        self._outer.addWidget(self._zone)

    @property
    def words(self) -> str:
        """What the zone says below its head."""
        return f"{self._words.text()} {self._required.text()}".strip()

    def show_leaf(self, code: str, name: str, required: str = "") -> None:
        """Say that this criterion has no document, and which ones the set asks for."""
        self._head.setText(_HEAD)
        self._words.setText(f"{code} {name}: chưa có tài liệu kiểm chứng.")
        self._require(required)
        self._show_actions(are_shown=True)

    def show_refusal(self, head: str, words: str) -> None:
        """Say why nothing can be attached here."""
        self._head.setText(head)
        self._words.setText(words)
        self._require("")
        self._show_actions(are_shown=False)

    def set_low(self, *, is_low: bool) -> None:
        """Save height where the panel is low."""
        self._is_low = is_low
        self._fit_required()
        edge = 8 if is_low else 16
        self._outer.setContentsMargins(edge, edge, edge, edge)
        self._icon.setVisible(not is_low)
        directions = QBoxLayout.Direction
        self._choices.setDirection(directions.LeftToRight if is_low else directions.TopToBottom)

    def set_dropping(self, *, is_over: bool) -> None:
        """Show that what is dragged may be dropped here."""
        restyle(self._zone, "kind", "dropping" if is_over else "drop")

    def _require(self, required: str) -> None:
        words = f"Cần có: {required}" if required else ""
        self._required.setText(words)
        self._required_line.setText(" ".join(words.split()))
        self._fit_required()

    def _fit_required(self) -> None:
        """Show what is required in one line where the panel is low, for what it says first."""
        is_asked = bool(self._required.text())
        self._required.setVisible(is_asked and not self._is_low)
        self._required_line.setVisible(is_asked and self._is_low)
        self._words.setVisible(not (is_asked and self._is_low))

    def _show_actions(self, *, are_shown: bool) -> None:
        self._links.setVisible(are_shown)
