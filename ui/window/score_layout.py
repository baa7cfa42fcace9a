"""The workplace "Chấm điểm": tree, form, evidence and chart in three widths."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from cchc_desktop.domain.checks import coverage
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.workplace import WidthClass

Maker = Callable[[Desk], QWidget]

DEFAULT_SIZES: Mapping[str, tuple[int, ...]] = {
    "narrow.across": (58, 42),
    "medium.across": (58, 42),
    "wide.across": (46, 28, 26),
    "narrow.down": (55, 45),
    "medium.down": (60, 40),
    "wide.down": (76, 24),
    "medium.right": (70, 30),
}
_EVIDENCE_HEIGHT = 172


@dataclass(frozen=True, slots=True)
class ScoreParts:
    """How the panels of the workplace are made; the chart only when it is first shown."""

    tree: Maker
    form: Maker
    evidence: Maker
    chart: Maker


class ScoreWorkplace(QWidget):
    """Arranges the panels; they speak through the desk alone.

    Args:
        desk: the desk.
        parts: makers of the panels.
        parent: the window.
    """

    title = "Chấm điểm"
    layout_moved = Signal(str, tuple)  # name, sizes

    def __init__(self, desk: Desk, parts: ScoreParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._parts = desk, parts
        self._width: WidthClass | None = None
        self._is_right_hidden = False
        self._wants_chart = False
        self.is_restored = False
        self._sizes: dict[str, tuple[int, ...]] = {}
        self.tree, self.form = parts.tree(desk), parts.form(desk)
        self.evidence = parts.evidence(desk)
        self.chart: QWidget | None = None
        self._build()
        self.setFocusProxy(self.tree)
        desk.changed.connect(self._changed)
        desk.criterion_chosen.connect(self._changed)
        desk.place_switched.connect(self._count_evidence)

    @property
    def is_chart_shown(self) -> bool:
        """Whether the chart shows."""
        return self.chart is not None and not self.chart.isHidden()

    @property
    def is_right_hidden(self) -> bool:
        """Whether form and evidence are hidden."""
        return self._is_right_hidden

    def set_width_class(self, width: WidthClass) -> None:
        """Lay out for another width; each keeps its own sizes."""
        if width is self._width:
            return
        self._width = width
        for panel in (self.tree, self.form, self.evidence):
            announce = getattr(panel, "set_width_class", None)
            if callable(announce):
                announce(width)
        self._arrange(width)
        self._show_chart()
        self._apply_sizes()

    def show_right(self, *, shown: bool) -> None:
        """Show or hide form and evidence."""
        self._is_right_hidden = not shown
        self._arrange_visibility()

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

    def reset_sizes(self) -> None:
        """Go back to the sizes of the design."""
        self._sizes.clear()
        self._apply_sizes()

    def _build(self) -> None:
        self._left = QSplitter(Qt.Orientation.Vertical)
        self._right = QSplitter(Qt.Orientation.Vertical)
        self._across = QSplitter(Qt.Orientation.Horizontal)
        for splitter in (self._left, self._right, self._across):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
            splitter.splitterMoved.connect(self._moved)
        self._tabs = QTabBar()
        self._tabs.setFont(theme.font("body"))
        self._tabs.setAccessibleName("Bên phải")
        self._tabs.setExpanding(False)
        self._tabs.addTab("Chấm")
        self._tabs.addTab("TLKC")
        self._stack = QStackedWidget()
        self._tabbed = QWidget()
        column = QVBoxLayout(self._tabbed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)
        self._tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self._left.addWidget(self.tree)
        self._across.addWidget(self._left)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._across)

    def _arrange(self, width: WidthClass) -> None:
        for piece in (self.form, self.evidence, self._right, self._tabbed):
            piece.setParent(self)
            piece.hide()
        if width is WidthClass.NARROW:
            self._stack.addWidget(self.form)
            self._stack.addWidget(self.evidence)
            self._across.addWidget(self._tabbed)
            self._stack.setCurrentIndex(self._tabs.currentIndex())
        elif width is WidthClass.MEDIUM:
            self._right.addWidget(self.form)
            self._right.addWidget(self.evidence)
            self._right.setStretchFactor(0, 1)
            self._across.addWidget(self._right)
        else:
            self._across.addWidget(self.form)
            self._across.addWidget(self.evidence)
        self._count_evidence()
        self._arrange_visibility()

    def _arrange_visibility(self) -> None:
        is_shown = not self._is_right_hidden
        if self._width is WidthClass.WIDE:
            self.form.setVisible(is_shown)
            self.evidence.setVisible(is_shown)
            return
        if self._width is WidthClass.MEDIUM:
            self.form.show()
            self.evidence.show()
        holder = self._right if self._width is WidthClass.MEDIUM else self._tabbed
        holder.setVisible(is_shown)

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
        for name, splitter in self._splitters():
            sizes = self._sizes.get(name, DEFAULT_SIZES[name])
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
            if splitter is self.sender():
                self._sizes[name] = tuple(splitter.sizes())
                self.layout_moved.emit(name, self._sizes[name])

    def _changed(self, event: object) -> None:
        self._count_evidence()

    def _count_evidence(self) -> None:
        if self._width is not WidthClass.NARROW or not self._desk.criterion:
            return
        cell = self._desk.state.cell(self._desk.sheet)
        tree = self._desk.tree
        if tree.is_branch(self._desk.criterion):
            have, needed = coverage(self._desk.scores, cell, self._desk.criterion)
            words = f"{have}/{needed}"
        else:
            words = str(len(cell.links.get(self._desk.criterion, ())))
        self._tabs.setTabText(1, f"TLKC {words}")
