"""Offline help: the keys, and what this program is."""

from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ui.shared.buttons import primary
from ui.shared.frames import row
from ui.shared.labels import label

KEYS = (
    ("Enter", "nhận giá trị, sang tiêu chí chấm được kế tiếp"),
    ("Ctrl+Enter", "lấy giá trị vòng trước rồi đi tiếp"),
    ("1 … 9", "chọn mức của tiêu chí theo mức"),
    ("Esc", "trả lại giá trị cũ"),
    ("F2", "sửa ô đang chọn"),
    ("F4", "ghi lý do bị trừ"),
    ("Ctrl+G", "đến tiêu chí theo mã"),
    ("Ctrl+↓", "đến tiêu chí chưa chấm tiếp theo"),
    ("Ctrl+F", "tìm tiêu chí, tài liệu, lý do"),
    ("Ctrl+F, F3, F11", "trong khung xem tài liệu: tìm trong tài liệu, chỗ kế tiếp, toàn màn hình"),
    ("Ctrl+C, Ctrl+V", "chép, dán bảng với Excel"),
    ("Ctrl+Z, Ctrl+Y", "hoàn tác, làm lại"),
    ("Alt+1 … 4", "Bảng chấm điểm, Ma trận, So vòng, Phiên họp"),
    ("F6, Esc", "trong Ma trận: vào khung chấm của ô, trở lại bảng"),
    ("PgUp, PgDn", "trong khung chấm của Ma trận: đơn vị trước, sau, cùng tiêu chí"),
    ("Dấu cách, Ctrl+1, Ctrl+2", "trong So vòng: chọn, công nhận điểm tự chấm, giữ như lần trước"),
    ("Ctrl+1 2 3, Enter", "khi trình chiếu phiên họp: chọn quyết định, ghi và sang tiêu chí sau"),
    ("PgUp, PgDn, Ctrl+B", "khi trình chiếu: tiêu chí trước, sau; tắt hình"),
    ("Ctrl+T", "Tài liệu; trong đó F2 mô tả, Ctrl+G gắn tiêu chí, Delete bỏ vào thùng rác"),
    ("F8", "biểu đồ điểm theo lĩnh vực"),
    ("F9", "ẩn, hiện bên phải"),
    ("F11", "toàn màn hình"),
)


class HelpDialog(QDialog):
    """The keys of the program, and its promise about the data.

    Args:
        version: the program's version.
        parent: the window.
    """

    def __init__(self, version: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Trợ giúp")
        self.setFixedWidth(560)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        box.addWidget(label("Trợ giúp", "title", 600))
        words = (
            "Mọi thay đổi được ghi ngay vào tệp hồ sơ, không có nút Lưu. "
            "Số lẻ viết dấu phẩy; phím chấm ở bàn phím số là dấu phẩy."
        )
        box.addWidget(label(words, "body", tone="text2", wrap=True))
        box.addWidget(_keys())
        box.addWidget(label(f"CCHC Desktop {version}. Không cần mạng.", "small", tone="text3"))
        box.addWidget(row(None, primary("Đóng", self.accept)))


def _keys() -> QScrollArea:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 12, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(2)
    for line, (key, words) in enumerate(KEYS):
        grid.addWidget(label(key, "small", 600), line, 0)
        grid.addWidget(label(words, "small", tone="text2", wrap=True), line, 1)
    grid.setColumnStretch(1, 1)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(table)
    scroll.setMinimumHeight(240)
    return scroll
