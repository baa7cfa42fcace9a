"""The view “Các tỉnh”: the own province among the totals that are known, or how to enter them."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.clock import now
from cchc_desktop.commands.base import Command
from cchc_desktop.commands.known_totals import PasteKnownTotals, RemoveKnownTotals
from cchc_desktop.domain.known_totals import OWN, Reading, read_lines
from cchc_desktop.domain.scoring import ScoreSheet
from cchc_desktop.overriding import override
from cchc_desktop.wording.ranking import how_to_paste
from ui.rank.provinces import Provinces
from ui.rank.provinces_side import ProvinceSide
from ui.rank.provinces_table import LESS, PinnedRow, ProvincesModel, provinces_table
from ui.shared import theme
from ui.shared.ask import AskDialog
from ui.shared.buttons import ghost, primary, tool
from ui.shared.desk import Desk
from ui.shared.frames import column, flush, row
from ui.shared.labels import label, say_or_hide
from ui.shared.rows import ROW
from ui.shared.texts import TextArea
from ui.shared.workplace import WidthClass

_MOST_PROBLEMS = 3


class PasteDialog(AskDialog):
    """Asks for lines of provinces and totals, and says at once what was read."""

    def __init__(self, desk: Desk, own: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, ("Dán bảng xếp hạng", how_to_paste(), "Ghi"), parent)
        self._own = own
        self.lines = TextArea("Tên tỉnh, tổng điểm, hạng năm trước", "Hòa Bình  84,73  38")
        self.lines.setFixedHeight(240)
        self.read = label("", "small", 600, "text2")
        self.add_fields((("Các tỉnh", self.lines), ("", self.read)))
        self.lines.textChanged.connect(self._preview)
        self.lines.setFocus()
        self._preview()

    @property
    def reading(self) -> Reading:
        """What was read of the lines."""
        return read_lines(self.lines.toPlainText(), self._own)

    @override
    def command(self) -> Command:
        return PasteKnownTotals(self.desk.assessment, self.reading.rows, now().date())

    def _preview(self) -> None:
        found = self.reading
        self.read.setText(f"Đọc được {len(found.rows)} tỉnh")
        words = "\n".join(found.problems[:_MOST_PROBLEMS])
        if len(found.problems) > _MOST_PROBLEMS:
            words += f"\nvà {len(found.problems) - _MOST_PROBLEMS} dòng khác không đọc được"
        say_or_hide(self.refusal, words)
        self.go.setEnabled(bool(found.rows))


class ProvincesBar(QFrame):
    """What can be done with the known totals."""

    paste_asked = Signal()
    own_asked = Signal()
    remove_asked = Signal()
    clear_asked = Signal()
    side_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(40)
        self.own = ghost("Đến hàng của đơn vị", self.own_asked.emit, "target")
        self.own.setToolTip("Đến hàng của đơn vị (Ctrl+G)")
        self.paste = ghost("Dán bảng xếp hạng…", self.paste_asked.emit, "paste")
        self.more = tool("more", "Việc khác với bảng các tỉnh", self._open)
        self.menu = QMenu(self)
        self.menu.setFont(theme.font("small"))
        self.menu.addAction("Xóa tỉnh đang chọn").triggered.connect(self.remove_asked)
        self.menu.addAction("Xóa điểm của mọi tỉnh khác").triggered.connect(self.clear_asked)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 12, 0)
        box.setSpacing(8)
        box.addStretch(1)
        self.details = ghost("Chi tiết", self.side_asked.emit)
        self.details.setToolTip("Ẩn hoặc hiện bên phải (F9)")
        for piece in (self.own, self.paste, self.details, self.more):
            box.addWidget(piece)

    def _open(self) -> None:
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))


class ProvincesView(QWidget):
    """Ranks the desk's unit among provinces whose totals are known.

    Args:
        desk: session, sheet and round.
        parent: the workplace.
    """

    sheet_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_narrow = self._is_side_hidden = False
        self.provinces = Provinces(desk)
        self.model = ProvincesModel(self.provinces, self)
        self.table = provinces_table(self.model)
        self.pinned = PinnedRow(self.provinces, self.table)
        self.bar = ProvincesBar()
        self.side = ProvinceSide(desk)
        self.first_button = primary("Dán bảng xếp hạng…", self.ask_paste, "paste")
        self.dialog: PasteDialog | None = None
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.refresh()
        self.show_own()

    @property
    def is_empty(self) -> bool:
        """Whether the page without any known total shows."""
        return self._pages.currentIndex() == 1

    def follow(self) -> None:
        """Rank anew where the points of the own province can have moved."""
        if not self._stands():
            self.refresh()
        self.side.what_if.follow()

    def refresh(self) -> None:
        """Rank anew and show it."""
        self._seen = self._place()
        self.model.refresh()
        can_edit = bool(self._desk.sheet) and not self._desk.session.store.is_read_only
        self._pages.setCurrentIndex(0 if self.provinces.known else 1)
        self._side_shown()
        for piece in (self.first_button, self.bar.paste, self.bar.more):
            piece.setEnabled(can_edit)
        self.bar.own.setEnabled(not self.is_empty)
        self.side.what_if.refresh()

    def _attempt(self, scores: ScoreSheet | None) -> None:
        """Show the own province with points that are being typed, None for what stands."""
        self.provinces.attempt(scores)
        self.pinned.refresh()
        self.table.viewport().update()
        self.side.show_provinces(self.provinces)

    def set_width_class(self, width: WidthClass) -> None:
        """In a narrow window the panel shows only while it is asked for."""
        self._is_narrow = self._is_side_hidden = width is WidthClass.NARROW
        self._side_shown()

    def toggle_right(self) -> None:
        """Show or hide the panel."""
        self._is_side_hidden = not self._is_side_hidden
        self._side_shown()

    def ask_paste(self) -> None:
        """Ask for totals of other provinces."""
        self.dialog = PasteDialog(self._desk, self.provinces.own_name, self)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def show_own(self) -> None:
        """Go to the own row."""
        at = self.provinces.league.place_of(OWN)
        index = self.model.index(at, 0)
        self.table.setCurrentIndex(index)
        self.table.scrollTo(index, self.table.ScrollHint.PositionAtCenter)
        bar = self.table.verticalScrollBar()
        bar.setValue(bar.value() // ROW * ROW)  # the first row in sight is whole

    def _stands(self) -> bool:
        """Whether nothing has moved since it was ranked."""
        seen, place = self._seen, self._place()
        return seen[0] is place[0] and seen[1:] == place[1:]

    def _place(self) -> tuple[object, ...]:
        return self._desk.state, self._desk.sheet, self._desk.round

    def _side_shown(self) -> None:
        self.side.setVisible(not self._is_side_hidden and not self.is_empty)
        self.bar.details.setVisible(self._is_narrow and not self.is_empty)
        for place in LESS:  # where the panel leaves little room
            self.table.setColumnHidden(place, self._is_narrow and not self._is_side_hidden)
        self.pinned.update()

    def _remove(self) -> None:
        index = self.table.currentIndex()
        if index.isValid() and not self.provinces.rows[index.row()].is_own:
            self._desk.run(RemoveKnownTotals((self.provinces.rows[index.row()].key,)))

    def _clear(self) -> None:
        self._desk.run(RemoveKnownTotals(tuple(each.id for each in self.provinces.known)))

    def _connect(self) -> None:
        self.bar.side_asked.connect(self.toggle_right)
        self.bar.paste_asked.connect(self.ask_paste)
        self.bar.own_asked.connect(self.show_own)
        keys = QShortcut(QKeySequence("Ctrl+G"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.show_own)
        self.bar.remove_asked.connect(self._remove)
        self.bar.clear_asked.connect(self._clear)
        self.side.sheet_asked.connect(self.sheet_asked)
        self.side.what_if.tried.connect(self._attempt)

    def _lay_out(self) -> None:
        words = label("Chưa có điểm các tỉnh khác", "title", 600)
        more = label(
            "Dán tổng điểm đã công bố: hạng của tỉnh và khoảng cách đến hạng trên đổi theo"
            " từng điểm chấm.",
            tone="text2",
        )
        for line in (words, more):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        empty = column(None, words, more, row(None, self.first_button, None), None, gap=12)
        self._pages.addWidget(column(self.pinned, self.table))
        self._pages.addWidget(empty)
        left = QFrame()
        left.setProperty("kind", "panel")
        box = QVBoxLayout(left)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._pages)
        outer = flush(QHBoxLayout(self))
        outer.addWidget(left, 1)
        outer.addWidget(self.side)
        self.setFocusProxy(self.table)
