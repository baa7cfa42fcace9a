"""The row over the table of units: add, merge or split, take away, search, paste."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from ui.shared import theme
from ui.shared.buttons import ghost, normal, tool
from ui.shared.texts import TextField

_SEARCH = 160


class UnitBar(QFrame):
    """What can be done with the units of a group; the page answers its signals."""

    add_asked = Signal()
    paste_asked = Signal()
    merge_asked = Signal()
    split_asked = Signal()
    enter_asked = Signal()
    drop_asked = Signal()
    group_asked = Signal()
    group_dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surfacerow")
        self.setFixedHeight(40)
        self.add = normal("Thêm đơn vị", self.add_asked.emit, "plus")
        self.merge = ghost("Gộp, tách…", self._open_merge, "merge")
        self.drop = tool("trash", "Xóa đơn vị khỏi hồ sơ (Del)", self.drop_asked.emit)
        self.search = TextField("Tìm đơn vị", "Tìm đơn vị")
        self.search.setFixedWidth(_SEARCH)
        self.search.setClearButtonEnabled(True)
        self.paste = ghost("Dán danh sách", self.paste_asked.emit, "paste")
        self.more = tool("more", "Việc khác với đơn vị", self._open_more)
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 0, 8, 0)
        box.setSpacing(8)
        pieces: tuple[QWidget, ...] = (self.add, self.merge, self.drop)
        for piece in pieces:
            box.addWidget(piece)
        box.addStretch(1)
        pieces = (self.search, self.paste, self.more)
        for piece in pieces:
            box.addWidget(piece)
        self._can_split = False

    def show_state(self, *, can_edit: bool, has_unit: bool, can_split: bool) -> None:
        """Grey what cannot be done."""
        self._can_split = can_split
        for button, enabled in (
            (self.add, True), (self.paste, True), (self.more, True),
            (self.merge, has_unit), (self.drop, has_unit),
        ):  # fmt: skip
            button.setEnabled(can_edit and enabled)

    def set_narrow(self, *, narrow: bool) -> None:
        """Shorten what is said where there is no room."""
        self.paste.setVisible(not narrow)
        self.search.setFixedWidth(120 if narrow else _SEARCH)

    def menu_of_more(self) -> QMenu:
        """Return the menu of what is done less often."""
        menu = QMenu(self)
        menu.setFont(theme.font("small"))
        menu.addAction("Đưa vào đợt đánh giá…", self.enter_asked.emit)
        menu.addSeparator()
        menu.addAction("Đổi tên nhóm…", self.group_asked.emit)
        menu.addAction("Bỏ nhóm trống", self.group_dropped.emit)
        return menu

    def _open_more(self) -> None:
        _popup(self.menu_of_more(), self.more)

    def _open_merge(self) -> None:
        menu = QMenu(self)
        menu.setFont(theme.font("small"))
        menu.addAction("Gộp các đơn vị đã chọn…", self.merge_asked.emit)
        menu.addAction("Tách đơn vị…", self.split_asked.emit).setEnabled(self._can_split)
        _popup(menu, self.merge)


def _popup(menu: QMenu, below: QWidget) -> None:
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(below.mapToGlobal(QPoint(0, below.height())))
