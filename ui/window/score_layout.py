"""The workplace "Chấm điểm": tree, form, evidence and chart in three widths, and its views."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QWidget

from cchc_desktop.overriding import override
from cchc_desktop.records import record
from ui.shared.desk import Desk
from ui.shared.frames import box_of, column
from ui.shared.standing import standing_words
from ui.shared.view_row import ViewRow
from ui.shared.workplace import WidthClass
from ui.window.score_side import Side, SidePlace, Steps

Maker = Callable[[Desk], QWidget]

DEFAULT_SIZES: Mapping[str, tuple[int, ...]] = {
    "narrow.across": (58, 42),
    "medium.across": (55, 45),
    "wide.across": (46, 28, 26),
    "narrow.down": (55, 45),
    "medium.down": (60, 40),
    "wide.down": (76, 24),
    "medium.right": (70, 30),
    "mirrored": (0,),  # 1: form and evidence stand left of the tree
}
VIEWS = (
    ("sheet", "Bảng chấm điểm"),
    ("matrix", "Ma trận"),
    ("rounds", "So vòng"),
    ("sitting", "Phiên họp"),
    ("track", "Tiến độ"),
    ("documents", "Tài liệu"),
    ("coverage", "Mức phủ tài liệu"),
    ("integrity", "Kiểm tra hồ sơ"),
)
_EVIDENCE_HEIGHT = 172
_LEFTWARD, _RIGHTWARD = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
_LEAST_FORM = 400


@record
class ScoreParts:
    """The panels of the workplace, and what it asks of them.

    Args:
        tree: the score tree.
        side: makes form and evidence, when the tree has painted.
        chart: makes the area chart, when it is first shown.
        filters: the filter row above the tree.
        strip: the cells of the areas in it.
        views: makers of the views of ``VIEWS`` beside the sheet, used when each is first shown.
    """

    tree: QWidget
    side: Steps
    chart: Maker
    filters: QWidget
    strip: QWidget
    views: Mapping[str, Maker]


class ScoreWorkplace(QWidget):
    """Arranges the panels; they speak through the desk alone.

    Args:
        desk: the desk.
        parts: makers of the panels.
        parent: the window.
    """

    title = "Chấm điểm"
    layout_moved = Signal(str, tuple)  # name, sizes
    structure_asked = Signal(str)  # a criterion is to be edited in Bộ tiêu chí
    review_asked = Signal()  # the list of findings
    losses_asked = Signal(str)  # the tree shows what was lost below a branch
    days_asked = Signal()  # the five dates
    describing_asked = Signal(tuple)  # documents are to be described one after the other
    view_shown = Signal(str)  # another view

    def __init__(self, desk: Desk, parts: ScoreParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._parts = desk, parts
        self._width: WidthClass | None = None
        self._is_right_hidden = False
        self._wants_chart = False
        self.is_restored = False
        self._sizes: dict[str, tuple[int, ...]] = {}
        self.tree = parts.tree
        self._side: Side | None = None
        self.chart: QWidget | None = None
        self.made: dict[str, QWidget] = {}  # views beside the sheet, by their keys
        self.views = ViewRow(VIEWS, "sheet")
        self._build()
        self._wire_views()
        self.setFocusProxy(self.tree.focusProxy() or self.tree)
        desk.changed.connect(self._changed)
        desk.criterion_chosen.connect(self._changed)
        desk.place_switched.connect(self._changed)

    @property
    def side(self) -> Side:
        """Form and evidence; made now where the tree has not painted yet."""
        side = self._side
        if side is None:
            side = self._place.whole()
            self._take_side(side)
        return side

    @property
    def form(self) -> QWidget:
        """The form of the criterion."""
        return self.side.form

    @property
    def evidence(self) -> QWidget:
        """The evidence of the criterion."""
        return self.side.evidence

    @property
    def view(self) -> str:
        """Key of the view that shows."""
        shown = self._pages.currentWidget()
        return next((key for key, widget in self.made.items() if widget is shown), "sheet")

    @property
    def help_key(self) -> str:
        """Key of the help for the view that shows."""
        return f"score.{self.view}"

    @property
    def is_chart_shown(self) -> bool:
        """Whether the chart shows."""
        return self.chart is not None and not self.chart.isHidden()

    @property
    def is_right_hidden(self) -> bool:
        """Whether form and evidence are hidden."""
        return self._is_right_hidden

    def focus_figure(self) -> None:
        """Put the cursor into the first input of the criterion."""
        self.side.focus_figure()

    def focus_reason(self) -> None:
        """Put the cursor into the reason of the loss."""
        self.side.focus_reason()

    def paste(self) -> None:
        """Attach what the clipboard holds to the criterion."""
        self.side.paste()

    def set_width_class(self, width: WidthClass) -> None:
        """Lay out for another width; each keeps its own sizes."""
        if width is self._width:
            return
        self._width = width
        self.views.setVisible(width is not WidthClass.NARROW)
        of_side = (self._side.form, self._side.evidence) if self._side is not None else ()
        for panel in (self.tree, *of_side, *self.made.values()):
            self._announce(panel, width)
        self._arrange(width)
        self._show_chart()
        self._apply_sizes()

    def lend_row(self, *, low: bool) -> QWidget | None:
        """Lend the filter row to the head bar in a low and narrow window, without its strip.

        Args:
            low: whether the window is too low for a row of its own.
        """
        is_lent = low and self._width is WidthClass.NARROW and self.view == "sheet"
        self._parts.strip.setVisible(not is_lent and self._width is WidthClass.NARROW)
        if is_lent:
            return self._parts.filters
        if not self.tree.isAncestorOf(self._parts.filters):
            box_of(self.tree).insertWidget(0, self._parts.filters)
            self._parts.filters.show()
        return None

    def leave(self) -> None:
        """Take what is typed, stop what runs."""
        of_views = (getattr(widget, "leave", None) for widget in self.made.values())
        of_side = self._side.leave if self._side is not None else ()
        for finish in (*of_side, *of_views):
            if callable(finish):
                finish()

    def show_view(self, key: str) -> None:
        """Show one of ``VIEWS``; it is made when it is first shown."""
        if key == self.view:
            return
        shown: QWidget = self._across
        if key != "sheet":
            shown = self._view_of(key)
            if self._width is not None:
                self._announce(shown, self._width)
        self._pages.setCurrentWidget(shown)
        target = self.tree if key == "sheet" else shown
        self.setFocusProxy(target.focusProxy() or target)
        self.view_shown.emit(key)

    def show_right(self, *, shown: bool) -> None:
        """Show or hide form and evidence."""
        self._is_right_hidden = not shown
        self._arrange_visibility()

    def toggle_right(self) -> None:
        """Show or hide the right side of the view that shows, else of the sheet."""
        toggle = getattr(self._pages.currentWidget(), "toggle_right", None)
        if callable(toggle):
            toggle()
        else:
            self.show_view("sheet")
            self.show_right(shown=self._is_right_hidden)

    def toggle_chart(self) -> None:
        """Show or hide the chart in the widths where it is closed at first."""
        self._wants_chart = not self.is_chart_shown
        self._show_chart(by_hand=True)

    def restore(self, sizes: Mapping[str, tuple[int, ...]], *, shown: bool) -> None:
        """Take the sizes of an earlier run, and whether the right side showed."""
        self.is_restored = True
        self._sizes = {
            name: found
            for name, found in sizes.items()
            if name in DEFAULT_SIZES and len(found) == len(DEFAULT_SIZES[name]) and any(found)
        }
        self.show_right(shown=shown)
        self._apply_sizes()

    def mirror(self) -> None:
        """Put the tree at the other side of form and evidence."""
        self._sizes["mirrored"] = (1 - self._sizes.get("mirrored", (0,))[0],)
        self.layout_moved.emit("mirrored", self._sizes["mirrored"])
        self._apply_sizes()

    def reset_sizes(self) -> None:
        """Go back to the sizes of the design."""
        self._sizes.clear()
        self._apply_sizes()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._apply_sizes()

    def _build(self) -> None:
        self._left = QSplitter(Qt.Orientation.Vertical)
        self._right = QSplitter(Qt.Orientation.Vertical, self)
        self._across = QSplitter(Qt.Orientation.Horizontal)
        for splitter in (self._left, self._right, self._across):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
            splitter.splitterMoved.connect(self._moved)
        left = column(self.views, self._left)
        box_of(left).setStretch(1, 1)
        self._across.addWidget(left)
        self._place = SidePlace(self._parts.side)
        self._place.made.connect(self._take_side)
        self._across.addWidget(self._place)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._across)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._pages)

    def _view_of(self, key: str) -> QWidget:
        if key not in self.made:
            self.made[key] = self._parts.views[key](self._desk)
            self._pages.addWidget(self.made[key])
        return self.made[key]

    def _announce(self, panel: QWidget, width: WidthClass) -> None:
        announce = getattr(panel, "set_width_class", None)
        if callable(announce):
            announce(width)

    def _wire_views(self) -> None:
        self.views.chosen.connect(self.show_view)
        for number, (key, _) in enumerate(VIEWS, start=1):
            keys = QShortcut(QKeySequence(f"Alt+{number}"), self)
            keys.activated.connect(lambda key=key: self.show_view(key))
        self.views.say(standing_words(self._desk))

    def _take_side(self, side: Side) -> None:
        """Put form and evidence where their place was kept."""
        self._side = side
        self._place.setParent(None)
        self._place.deleteLater()
        width = self._width
        if width is not None:
            self._announce(side.form, width)
            self._announce(side.evidence, width)
            self._arrange(width)
            self._apply_sizes()

    def _arrange(self, width: WidthClass) -> None:
        if self.tree.parentWidget() is None:
            self._left.insertWidget(0, self.tree)
        if self._side is None:
            self._place.setMinimumWidth(_LEAST_FORM if width is WidthClass.NARROW else 0)
        else:
            self._arrange_side(self._side, width)
        self._arrange_visibility()

    def _arrange_side(self, side: Side, width: WidthClass) -> None:
        side.tabs.remove_tab(side.evidence)
        side.form.setMinimumWidth(0)
        for piece in (side.form, side.evidence, self._right):
            if piece.parentWidget() is not None:  # at first they come into their place at once
                piece.setParent(self)
            piece.hide()
        if width is WidthClass.NARROW:
            side.set_mode("tab")
            side.form.setMinimumWidth(_LEAST_FORM)
            side.tabs.add_tab("TLKC", side.evidence)
            self._across.addWidget(side.form)
        elif width is WidthClass.MEDIUM:
            side.set_mode("flat")
            self._across.addWidget(self._right)  # first: who is moved takes all its own along
            self._right.addWidget(side.form)
            self._right.addWidget(side.evidence)
            self._right.setStretchFactor(0, 1)
        else:
            side.set_mode("tall")
            self._across.addWidget(side.form)
            self._across.addWidget(side.evidence)
        self._count_evidence()

    def _arrange_visibility(self) -> None:
        is_shown, side = not self._is_right_hidden, self._side
        if side is None:
            self._place.setVisible(is_shown)
        elif self._width is WidthClass.MEDIUM:
            side.form.show()
            side.evidence.show()
            self._right.setVisible(is_shown)
        else:
            side.form.setVisible(is_shown)
            if self._width is WidthClass.WIDE:
                side.evidence.setVisible(is_shown)

    def _show_chart(self, *, by_hand: bool = False) -> None:
        wanted = self._wants_chart if by_hand else self._width is WidthClass.WIDE
        self._wants_chart = wanted
        if wanted and self.chart is None:
            self.chart = self._parts.chart(self._desk)
            self._left.addWidget(self.chart)
        if self.chart is not None:
            self.chart.setVisible(wanted)
            self._apply_sizes()

    def _apply_sizes(self) -> None:
        if self._width is None:
            return
        is_mirrored = self._sizes.get("mirrored") == (1,)
        self._across.setLayoutDirection(_LEFTWARD if is_mirrored else _RIGHTWARD)
        for piece in map(self._across.widget, range(self._across.count())):
            if piece is not None:
                piece.setLayoutDirection(_RIGHTWARD)  # what is in it stays
        for name, splitter in self._splitters():
            sizes = self._sizes.get(name, DEFAULT_SIZES[name])
            if splitter is self._across and self._side is None:
                sizes = (sizes[0], sum(sizes[1:]))
            room = splitter.width() if splitter is self._across else splitter.height()
            splitter.setSizes([max(1, room * size // max(1, sum(sizes))) for size in sizes])
        if self._width is WidthClass.MEDIUM and "medium.right" not in self._sizes:
            foot = _EVIDENCE_HEIGHT
            self._right.setSizes([max(1, self._right.height() - foot), foot])

    def _splitters(self) -> list[tuple[str, QSplitter]]:
        name = (self._width or WidthClass.NARROW).name.lower()
        found = [(f"{name}.across", self._across), (f"{name}.down", self._left)]
        if self._width is WidthClass.MEDIUM:
            found.append((f"{name}.right", self._right))
        return found

    def _moved(self) -> None:
        for name, splitter in self._splitters():
            if splitter is self.sender() and splitter.count() == len(DEFAULT_SIZES[name]):
                self._sizes[name] = tuple(splitter.sizes())
                self.layout_moved.emit(name, self._sizes[name])

    def _changed(self, event: object = None) -> None:
        self._count_evidence()
        self.views.say(standing_words(self._desk))

    def _count_evidence(self) -> None:
        side = self._side
        if self._width is WidthClass.NARROW and side is not None:
            links = self._desk.state.cell(self._desk.sheet).links
            side.tabs.set_tab_count(side.evidence, len(links.get(self._desk.criterion, ())))
