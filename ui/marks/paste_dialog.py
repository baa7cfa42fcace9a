"""A pasted block of points, criterion by criterion, before it is written."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from cchc_desktop.wording.numerals import shown
from ui.marks.clip_table import Block
from ui.marks.ledger import Ledger
from ui.shared.buttons import normal, primary
from ui.shared.frames import row
from ui.shared.labels import label
from ui.shared.plain_table import Line, plain_table

_HEADS = (("Mã", 72), ("Nội dung", 0), ("Đang có", 88), ("Dán vào", 88))
_WIDTH, _MOST_HEIGHT, _ROW, _HEAD = 640, 364, 26, 34


class PasteDialog(QDialog):
    """Says which criteria a block would give points, and what stands there now.

    Args:
        block: the points, matched by code or by order.
        ledger: the scores as they stand.
        parent: the tree.
    """

    def __init__(self, block: Block, ledger: Ledger, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = f"Dán điểm của {len(block.points)} tiêu chí?"
        self.setWindowTitle("Dán điểm")
        self.setFixedWidth(_WIDTH)
        lines = []
        for node, value in block.points:
            found = ledger[node]
            now = "–" if found.points is None else shown(found.points, 3)
            criterion = found.criterion
            lines.append(Line((criterion.code, criterion.name, now, shown(value))))
        self.table = plain_table("Điểm sẽ dán", _HEADS, lines)
        self.table.setFixedHeight(min(_MOST_HEIGHT, _HEAD + _ROW * len(lines)))
        rest = f" Bỏ qua {block.passed_over} dòng." if block.passed_over else ""
        words = f"Chưa ghi gì. Xem mã và điểm mới, rồi dán trong một bước.{rest}"
        self.go = primary("Dán", self.accept)
        self.go.setDefault(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        box.addWidget(label(title, "title", 600))
        box.addWidget(label(words, tone="text2", wrap=True))
        box.addWidget(self.table)
        box.addWidget(row(None, normal("Hủy", self.reject), 8, self.go))
        self.go.setFocus()
