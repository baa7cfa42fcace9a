"""The strip over the matrix while a block is previewed: what would be written, what not."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from cchc_desktop.commands.blocks import Effect
from ui.matrix.paste import Preview
from ui.shared.buttons import normal, primary
from ui.shared.frames import column
from ui.shared.icons import IconLabel
from ui.shared.labels import ElidedLabel

_HEIGHT = 44
_DOT = "  ·  "


class PasteStrip(QFrame):
    """Counts the cells of a block and offers to write those that change.

    Args:
        parent: the panel.
    """

    taken = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "strip")
        self._title = ElidedLabel("", "body", 600)
        self._more = ElidedLabel("", "small", tone="text2")
        self.drop = normal("Hủy", self.dropped.emit)
        self.take = primary("Dán", self.taken.emit)
        words = column(self._title, self._more)
        for piece in (self._title, self._more):
            piece.setContentsMargins(0, 0, 0, 0)
        box = QHBoxLayout(self)
        box.setContentsMargins(14, 0, 12, 0)
        box.setSpacing(8)
        box.addWidget(IconLabel("paste", "accent"))
        box.addSpacing(4)
        box.addWidget(words, 1)
        box.addWidget(self.drop)
        box.addWidget(self.take)
        self.setFixedHeight(_HEIGHT)
        self.hide()
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.dropped)

    @property
    def words(self) -> str:
        """What it says."""
        return f"{self._title.text()}. {self._more.text()}"

    def show_preview(self, preview: Preview | None) -> None:
        """Say what a block would do; None hides the strip."""
        self.setVisible(preview is not None)
        if preview is None:
            return
        count = preview.count(Effect.CHANGED)
        self._title.setText(f"Dán {len(preview.cells)} ô {preview.source}")
        self._more.setText(consequence(preview))
        self.take.set_text(f"Dán {count} ô")
        self.take.setEnabled(count > 0)


def consequence(preview: Preview) -> str:
    """Count what a block would do: every cell is in one of the numbers."""
    count = preview.count
    said = [f"{count(Effect.CHANGED)} ô đổi", f"{count(Effect.SAME)} giữ nguyên"]
    refused = count(Effect.REFUSED)
    if refused:
        first = next(e.sentence for e in preview.cells.values() if e.effect is Effect.REFUSED)
        said.append(f"{refused} không nhận ({first.rstrip('.')})")
    passed = (
        (count(Effect.COMPUTED), "ô tính"),
        (count(Effect.LOCKED), "ô khóa"),
        (count(Effect.SURVEY), "ô khảo sát"),
        (count(Effect.OUT), "ô không áp dụng"),
        (preview.beyond, "ô ngoài bảng"),
    )
    left = ", ".join(f"{number} {words}" for number, words in passed if number)
    return _DOT.join((*said, f"bỏ qua {left}") if left else said)
