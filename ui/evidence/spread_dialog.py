"""Where the files of a folder would go, shown before one of them is taken in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from cchc_desktop.domain.criteria import CriteriaTree
from cchc_desktop.domain.spreading import Fate, FolderShare
from ui.shared.buttons import normal, primary
from ui.shared.dialogs import room_of_dialogs
from ui.shared.frames import row
from ui.shared.labels import ElidedLabel, label
from ui.shared.plain_table import Line, plain_table

_HEADS = (("Thư mục", 300), ("Số tệp", 70), ("Gắn vào tiêu chí", 0))


class SpreadDialog(QDialog):
    """Shows folders and their criteria.

    Args:
        root: the folder that was chosen.
        shares: its folders, from ``domain.spreading``.
        tree: the criteria.
        parent: the window.
    """

    def __init__(
        self,
        root: Path,
        shares: Sequence[FolderShare],
        tree: CriteriaTree,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Thêm thư mục theo mã tiêu chí")
        wide = min(860, parent.width() - 40) if parent is not None else 860
        self.resize(wide, min(500, room_of_dialogs()))
        total = sum(len(share.files) for share in shares)
        linked = sum(len(share.files) for share in shares if share.target)
        self.told = _told(total, linked)
        lines = [Line(_cells(share, tree), not share.target) for share in shares]
        self.table = plain_table("Thư mục và tiêu chí", _HEADS, lines)
        self.go = primary(f"Thêm {total} tệp", self.accept)
        self.go.setDefault(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(8)
        box.addWidget(label("Thêm thư mục theo mã tiêu chí", "title", 600))
        box.addWidget(ElidedLabel(str(root), "small", tone="text3"))
        box.addWidget(label(self.told, wrap=True))
        box.addWidget(self.table, 1)
        said = "Tệp gốc giữ nguyên chỗ cũ. Nội dung trùng chỉ lưu một lần."
        note = label(said, "small", tone="text2")
        box.addWidget(row(note, None, normal("Hủy", self.reject), 8, self.go))


def _told(total: int, linked: int) -> str:
    said = f"{linked} trong {total} tệp được gắn vào tiêu chí theo tên thư mục."
    if linked < total:
        said += f" {total - linked} tệp chỉ vào danh mục tài liệu."
    return said


def _cells(share: FolderShare, tree: CriteriaTree) -> tuple[str, str, str]:
    name = share.name or "(ngay trong thư mục đã chọn)"
    if share.fate is Fate.UNKNOWN:
        where = "tên không ứng với mã tiêu chí nào: chỉ vào danh mục"
    else:
        node = tree[share.criterion]
        where = f"{node.code} {node.name}"
        if share.fate is Fate.BRANCH:
            where = f"{node.code} có tiêu chí con: chỉ vào danh mục"
    return name, str(len(share.files)), where
