"""The row over the tree: title, filter chips, the way to the chart, filter and table menus."""

from collections.abc import Callable, Mapping
from enum import Enum

from PySide6.QtCore import QPoint, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from ui.marks.area_strip import AreaStrip
from ui.marks.ledger import Ledger
from ui.marks.parts import parts_of
from ui.marks.score_model import ScoreModel
from ui.shared.buttons import ghost, tool
from ui.shared.desk import Desk
from ui.shared.pills import Chip
from ui.shared.workplace import WidthClass


class Filter(Enum):
    """Which rows the tree shows; the value is what the menu calls it."""

    ALL = "Mọi tiêu chí"
    LOST = "Bị trừ điểm"
    UNREASONED = "Bị trừ chưa có lý do"
    MISSING = "Thiếu tài liệu kiểm chứng"
    WAITING = "Chờ giải trình"
    WRONG = "Số liệu không khớp"
    UNFINISHED = "Chưa có điểm"


EMPTY: Mapping[Filter, str] = {
    Filter.ALL: "",
    Filter.LOST: "Không tiêu chí nào bị trừ điểm.",
    Filter.UNREASONED: "Không còn điểm trừ chưa có lý do.",
    Filter.MISSING: "Không còn tiêu chí thiếu tài liệu kiểm chứng.",
    Filter.WAITING: "Không còn tiêu chí chờ giải trình.",
    Filter.WRONG: "Không có số liệu nào lệch với kết quả đã công bố.",
    Filter.UNFINISHED: "Mọi tiêu chí đã có điểm.",
}
NO_PART = "Phần này không còn tiêu chí nào."
_FOUND: Mapping[Filter, Callable[[Ledger], list[str]]] = {
    Filter.LOST: Ledger.lossy,
    Filter.UNREASONED: Ledger.unreasoned,
    Filter.MISSING: Ledger.missing,
    Filter.WAITING: Ledger.waiting,
    Filter.WRONG: Ledger.wrong,
    Filter.UNFINISHED: Ledger.unfinished,
}


def found_by(kind: Filter, ledger: Ledger) -> list[str] | None:
    """Return the nodes that a filter finds; None where it lets everything through."""
    find = _FOUND.get(kind)
    return find(ledger) if find is not None else None


class FilterRow(QWidget):
    """Chips and menus over the tree.

    Args:
        desk: where the user is.
        model: the scores.
        parent: the widget it lies in.
    """

    filtered = Signal(object)  # Filter
    part_chosen = Signal(str)  # key of a part; "" for the whole set
    chart_asked = Signal()
    open_asked = Signal()  # every branch
    close_asked = Signal()
    copy_asked = Signal()

    def __init__(self, desk: Desk, model: ScoreModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = {
            Filter.LOST: Chip("Bị trừ", "tru"),
            Filter.MISSING: Chip("Thiếu TLKC", "thieu", "opentext"),
            Filter.WAITING: Chip("Chờ giải trình", "cho", "opentext"),
        }
        self._chart = ghost("Biểu đồ", self.chart_asked.emit, "analysis")
        self._filter = tool("filter", "Lọc tiêu chí", self._open_filter)
        self._more = tool("more", "Việc khác với bảng chấm", self._open_more)
        self._desk = desk
        self._part = ""
        self.strip = AreaStrip(desk, model, self)
        self._actions = self._filter_actions()
        self._lay_out()
        for chip in self._chips.values():
            chip.clicked.connect(self._chip_clicked)

    def show_counts(self, ledger: Ledger) -> None:
        """Show how many rows each chip would find."""
        for chip, count in zip(self._chips.values(), ledger.counts, strict=True):
            chip.set_count(count)

    def show_filter(self, kind: Filter, part: str = "") -> None:
        """Show which filter is on, and whose part."""
        self._part = part
        for of, chip in self._chips.items():
            chip.setChecked(of is kind)
        self._actions[kind].setChecked(True)
        self._filter.set_icon("filter", "text2" if kind is Filter.ALL and not part else "accent")

    def set_width_class(self, width: WidthClass) -> None:
        """Show chips, or the strip of areas where the window is narrow."""
        is_narrow = width is WidthClass.NARROW
        self.setFixedHeight(36 if is_narrow else 40)
        only_wide = (self._more, *self._chips.values())
        shown = {self.strip: is_narrow, self._chart: width is WidthClass.MEDIUM}
        shown.update(dict.fromkeys(only_wide, not is_narrow))
        for widget in sorted(shown, key=lambda widget: shown[widget]):
            widget.setVisible(shown[widget])  # what goes makes room before anything comes
        waiting = self._chips[Filter.WAITING]
        waiting.setText("Chờ giải trình" if width is WidthClass.WIDE else "Chờ")
        waiting.setFixedSize(waiting.sizeHint())
        waiting.setToolTip("Chờ giải trình hoặc kết quả khảo sát")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        for chip in self._chips.values():
            row.addWidget(chip)
        row.addWidget(self.strip)
        row.addStretch(1)
        for widget in (self._chart, self._filter, self._more):
            row.addWidget(widget)

    def _filter_actions(self) -> dict[Filter, QAction]:
        self._menu = QMenu(self)
        self.parts = QMenu("Phần của", self._menu)
        group = QActionGroup(self)
        found = {}
        for kind in Filter:
            action = self._menu.addAction(kind.value)
            action.setCheckable(True)
            action.setData(kind)
            group.addAction(action)
            found[kind] = action
            if kind is Filter.ALL:
                self._menu.addSeparator()
        found[Filter.ALL].setChecked(True)
        self._menu.addSeparator()
        self._menu.addMenu(self.parts)
        self._menu.aboutToShow.connect(self.list_parts)
        group.triggered.connect(lambda action: self.filtered.emit(action.data()))
        return found

    def _chip_clicked(self) -> None:
        for kind, chip in self._chips.items():
            if chip is self.sender():
                self.filtered.emit(kind if chip.isChecked() else Filter.ALL)

    def list_parts(self) -> None:
        """Fill the choice of parts as they stand now."""
        found = parts_of(self._desk)
        self.parts.menuAction().setVisible(bool(found))
        self.parts.clear()
        for key, words in (("", "Mọi người"), *((each.key, each.words) for each in found)):
            action = self.parts.addAction(words)
            action.setCheckable(True)
            action.setChecked(key == self._part)
            action.setData(key)
            action.triggered.connect(_chooser(self.part_chosen, key))

    def _open_filter(self) -> None:
        self._menu.popup(self._filter.mapToGlobal(QPoint(0, self._filter.height())))

    def _open_more(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction("Mở tất cả", self.open_asked.emit)
        menu.addAction("Thu gọn tất cả", self.close_asked.emit)
        menu.addSeparator()
        menu.addAction("Sao chép cả bảng", self.copy_asked.emit)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))


def _chooser(signal: SignalInstance, key: str) -> Callable[[], None]:
    def choose() -> None:
        signal.emit(key)

    return choose
