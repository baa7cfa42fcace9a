"""What the register says while no document is in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.shared.buttons import primary
from ui.shared.frames import box_of, column
from ui.shared.icons import IconLabel
from ui.shared.labels import label

_WIDTH = 380


class EmptyRegister(QWidget):
    """Says what to do next, with one button."""

    add_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        words = "Thả tệp hoặc thư mục vào đây; tài liệu trùng nội dung chỉ được lưu một lần."
        said = label(words, tone="text2", wrap=True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        said.setFixedWidth(_WIDTH)
        said.setMinimumHeight(said.heightForWidth(_WIDTH))  # never squeezed in a low window
        head = label("Chưa có tài liệu nào", "title", 600)
        sign = IconLabel("drop", "text3", 28)
        self.button = primary("Thêm tệp", self.add_asked.emit, "plus")
        words_ = column(None, sign, 8, head, 4, said, 12, self.button, None)
        for piece in (sign, head, said, self.button):
            box_of(words_).setAlignment(piece, Qt.AlignmentFlag.AlignHCenter)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(words_)
