"""Ma trận: criteria and units against each other, entry as in a spreadsheet, the form beside."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollBar, QVBoxLayout, QWidget

from cchc_desktop.overriding import override
from cchc_desktop.session import Changed
from ui.matrix.axes import Spot, UnitFilter, Way
from ui.matrix.filter_row import FilterRow
from ui.matrix.foot import Legend, TotalRow
from ui.matrix.keys import MatrixKeys
from ui.matrix.model import MatrixModel
from ui.matrix.side import MatrixSide, SideParts
from ui.matrix.strip import PasteStrip
from ui.matrix.view import MatrixView
from ui.shared.buttons import tool
from ui.shared.desk import Desk
from ui.shared.frames import column, flush
from ui.shared.labels import label
from ui.shared.segments import Segments
from ui.shared.timers import later
from ui.shared.view_row import View, ViewRow
from ui.shared.workplace import WidthClass

_REST = 60  # milliseconds until the rest of the window follows the current cell
_WAYS = (Way.CRITERIA, Way.UNITS)
_SHOWN = ("Điểm", "% tối đa")
_SWITCHES_FROM, _LEGEND_FROM = 800, 700  # a narrower panel has no room for them


class MatrixPanel(QWidget):
    """The matrix, its rows of options, and the form of the current cell.

    Args:
        desk: what lies on the desk.
        views: the views of the workplace, for the row above.
        current: key of this view.
        parts: the form.
        parent: the workplace.
    """

    view_chosen = Signal(str)

    def __init__(
        self,
        desk: Desk,
        views: Sequence[View],
        current: str,
        parts: SideParts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._parts = desk, parts
        self._is_stale = self._is_narrow = self._is_leading = False
        self._place = (desk.assessment, desk.round)
        self.model = MatrixModel(desk, self)
        self.view = MatrixView(self.model)
        self.keys = MatrixKeys(desk, self.model, self.view)
        self.total = TotalRow(self.model, self.view)
        self.strip = PasteStrip()
        self.filters = FilterRow(self.model.axes)
        self.side = MatrixSide(desk, self.model, parts)
        self.ways = Segments("Hàng là", [way.value for way in _WAYS])
        self.units = Segments("Hiện", _SHOWN)
        self.filter_button = tool("filter", "Lọc đơn vị", self.toggle_filter)
        self._more = tool("more", "Việc khác với ma trận", self._open_more)
        caption = label("Hàng là", "small", tone="text2")
        self._switches = (self.units, caption, self.ways)
        self.row = ViewRow(views, current, (*self._switches, self.filter_button, self._more))
        self._rest = later(self, _REST, self.follow_cell)
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def desk(self) -> Desk:
        """What lies on the desk."""
        return self._desk

    def set_width_class(self, width: WidthClass) -> None:
        """In a narrow window the form shows only while it is asked for."""
        self._is_narrow = width is WidthClass.NARROW
        self.view.is_narrow = self._is_narrow
        self.side.setVisible(not self._is_narrow)
        self.view.fit()

    def toggle_right(self) -> None:
        """Show or hide the form."""
        self.side.setVisible(self.side.isHidden())

    def toggle_filter(self) -> None:
        """Show the filter row with the cursor in it, or hide it and every filter."""
        is_shown = self.filters.isHidden()
        self.filters.setVisible(is_shown)
        if is_shown:
            self.filters.refresh()
            self.filters.text.setFocus()
        else:
            self.filters.clear()
            self.view.setFocus()

    def refresh(self) -> None:
        """Show the assessment and round as they stand now."""
        self._is_stale = False
        self._place = (self._desk.assessment, self._desk.round)
        self.model.refresh()
        self.filters.refresh()
        self._show_current()

    def leave(self) -> None:
        """Take what is being typed, stop what runs."""
        self.keys.entry.take()
        for finish in self._parts.leave:
            finish()

    def follow_cell(self) -> None:
        """Let the rest of the window follow the current cell."""
        self._rest.stop()
        spot = self.view.spot
        if spot is not None and self.isVisible():
            self._is_leading = True
            self._desk.switch(spot.sheet, self._desk.round)
            self._desk.choose(spot.node)
            self._is_leading = False
            self.side.refresh()

    def open_form(self) -> None:
        """Put the cursor into the form of the current cell."""
        if self.keys.entry.take():
            self.follow_cell()
            self.side.show()
            self._parts.focus_first()

    def menu(self) -> QMenu:
        """Return what else can be done with the matrix."""
        menu = QMenu(self)
        other = 1 - self.ways.at
        menu.addAction(f"Hàng là {_WAYS[other].value}", partial(self.ways.choose, other))
        other = 1 - self.units.at
        menu.addAction(f"Hiện {_SHOWN[other].lower()}", partial(self.units.choose, other))
        menu.addSeparator()
        menu.addAction("Chép kèm mã và tên đơn vị", lambda: self.keys.copy(with_heads=True))
        menu.addSeparator()
        menu.addAction("Thu gọn mọi mục", lambda: self.model.fold_all(folded=True))
        menu.addAction("Mở mọi mục", lambda: self.model.fold_all(folded=False))
        return menu

    def cell_menu(self) -> QMenu:
        """Return what can be done with the current cell and block, by right click."""
        menu, keys = self.menu(), self.keys
        first = menu.actions()[0]
        for words, act in (
            ("Sửa điểm\tF2", keys.edit),
            ("Mở khung chấm\tF6", self.open_form),
            ("Lý do bị trừ\tF4", self._ask_reason),
            ("Chép\tCtrl+C", keys.copy),
            ("Xem trước khi dán\tCtrl+V", keys.paste),
            ("Xóa điểm\tDelete", keys.clear),
        ):
            action = QAction(words, menu)
            action.triggered.connect(lambda _checked, act=act: act())
            menu.insertAction(first, action)
        menu.insertSeparator(first)
        return menu

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def _lay_out(self) -> None:
        self._bar = QScrollBar(Qt.Orientation.Horizontal)
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left = QVBoxLayout()
        left.setSpacing(0)
        self._beside, self._legend = column(self._bar), Legend()
        pieces = (
            self.row, self.filters, self.strip, self.view, self.total, self._beside, self._legend,
        )  # fmt: skip
        for piece in pieces:
            left.addWidget(piece, 1 if piece is self.view else 0)
        box = flush(QHBoxLayout(self))
        box.addLayout(left, 1)
        box.addWidget(self.side)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        desk, keys = self._desk, self.keys
        desk.changed.connect(self._changed)
        desk.place_switched.connect(self._switched)
        desk.criterion_chosen.connect(self._chosen)
        self.model.reshaped.connect(keys.drop_preview)  # its cells lie elsewhere now
        self.view.customContextMenuRequested.connect(self._open_cell_menu)
        self.view.moved.connect(self._rest.start)
        self.row.chosen.connect(self.view_chosen)
        self.ways.chosen.connect(self._turn)
        self.units.chosen.connect(self._show_percent)
        self.filters.changed.connect(self._filter)
        keys.form_asked.connect(self.open_form)
        keys.reason_asked.connect(self._ask_reason)
        keys.previewed.connect(self.strip.show_preview)
        self.strip.taken.connect(self._take_preview)
        self.strip.dropped.connect(keys.drop_preview)
        self.side.stepped.connect(self._step)
        self.side.left.connect(self._back)
        self._parts.finished.connect(self._finished)
        self._share_bar()

    def _share_bar(self) -> None:
        """Let a scroll bar under the totals move the table."""
        inner, outer = self.view.horizontalScrollBar(), self._bar
        outer.setSingleStep(inner.singleStep())
        outer.valueChanged.connect(inner.setValue)
        inner.valueChanged.connect(outer.setValue)
        inner.rangeChanged.connect(self._fit_bar)
        self.view.placed.connect(self._fit_bar)
        self.view.resized.connect(self._fit_row)
        self._fit_bar()

    def _fit_bar(self) -> None:
        inner = self.view.horizontalScrollBar()
        self._bar.setRange(inner.minimum(), inner.maximum())
        self._bar.setPageStep(inner.pageStep())
        self._bar.setValue(inner.value())
        self._beside.setContentsMargins(self.view.rows.frozen.width, 0, 0, 0)
        self._beside.setVisible(inner.maximum() > inner.minimum())

    def _fit_row(self) -> None:
        """Leave out what a narrow panel has no room for; the menu has it too."""
        wide = self.view.width()
        for piece in self._switches:
            piece.setVisible(wide >= _SWITCHES_FROM)
        self._legend.setVisible(wide >= _LEGEND_FROM)

    def _changed(self, event: Changed) -> None:
        if not self.isVisible():
            self._is_stale = True
            return
        self.keys.drop_preview()
        is_same = self._place == (self._desk.assessment, self._desk.round)
        if is_same:
            self.model.follow(event)
            self._show_current(keeps=True)
        else:
            self.refresh()
        if not self.filters.isHidden():
            self.filters.refresh()
        self.side.refresh()

    def _switched(self) -> None:
        if not self.isVisible():
            self._is_stale = True
        elif self._place != (self._desk.assessment, self._desk.round):
            self.refresh()
        elif not self._is_leading:
            self._show_current()

    def _chosen(self, node: str) -> None:
        if self.isVisible() and not self._is_stale and not self._is_leading:
            self._show_current()

    def _show_current(self, *, keeps: bool = False) -> None:
        """Make the desk's cell current; the nearest one where a filter hides it.

        Args:
            keeps: whether a current cell stays as it is.
        """
        if keeps and self.view.spot is not None:
            return
        node = self._desk.criterion
        if node in self.model.axes.tree:
            self.model.reveal(node)
        if not self.view.go(Spot(self._desk.sheet, node)) and self.view.spot is None:
            sheets = self.model.axes.sheets
            if not (sheets and self.view.go(Spot(sheets[0].id, node))):
                self.view.go_to(0, 0)
        self.side.refresh()

    def _turn(self, at: int) -> None:
        spot = self.view.spot
        self.model.turn(_WAYS[at])
        if spot is not None:
            self.view.go(spot)

    def _show_percent(self, at: int) -> None:
        self.keys.drop_preview()
        self.model.show_percent(shown=bool(at))

    def _filter(self, chosen: UnitFilter) -> None:
        spot = self.view.spot
        self.model.show_only(chosen)
        self.filters.refresh()
        if spot is None or not self.view.go(spot):
            self._show_current()

    def _take_preview(self) -> None:
        self.keys.take_preview()
        self.view.setFocus()

    def _ask_reason(self) -> None:
        self.follow_cell()
        self.side.show()
        self._parts.focus_reason()

    def _step(self, by: int) -> None:
        if self.keys.step_unit(by):
            self.follow_cell()

    def _finished(self) -> None:
        """Enter on the last input: the same criterion of the next unit, else the matrix."""
        if self.keys.step_unit(1):
            self.follow_cell()
            self._parts.focus_first()
        else:
            self._back()

    def _back(self) -> None:
        self.side.setVisible(not self._is_narrow)
        self.view.setFocus()

    def _open_more(self) -> None:
        self._pop(self.menu(), self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _open_cell_menu(self, at: QPoint) -> None:
        self._pop(self.cell_menu(), self.view.viewport().mapToGlobal(at))

    def _pop(self, menu: QMenu, at: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
