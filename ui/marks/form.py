"""The right side of the workplace Chấm điểm: tabs around one criterion."""

from PySide6.QtCore import QMetaMethod, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.overriding import override
from ui.marks.explanation_tab import ExplanationTab
from ui.marks.form_facts import facts_of
from ui.marks.form_page import ScorePage
from ui.marks.history_tab import HistoryTab
from ui.marks.rounds_tab import RoundsTab
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.frames import fill, flush, frame
from ui.shared.labels import label
from ui.shared.workplace import WidthClass

_EMPTY = "Chưa có tiêu chí. Thêm tiêu chí trong Bộ tiêu chí."


class FormPanel(QFrame):
    """Tabs Chấm, Giải trình, So vòng, Lịch sử of the chosen criterion.

    Args:
        desk: what lies on the desk.
        slim: whether the history is left out, where there is no room for its tab.
        parent: the widget it lies in.
    """

    finished = Signal()  # Enter on the last input: the tree may go on
    review_asked = Signal()  # the person wants the list of all findings
    losses_asked = Signal(str)  # and of what was lost below this branch

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, slim: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._desk, self._is_slim = desk, slim
        self._titles: dict[QWidget, str] = {}
        self._is_stale = True
        self._is_switching = False
        self.page = ScorePage(desk, self._has_list)
        self.explanation = ExplanationTab(desk)
        self.rounds = RoundsTab(desk)
        self.history = HistoryTab(desk)
        self._lay_out()
        self.page.finished.connect(self.finished)
        self.page.review_asked.connect(self.review_asked)
        self.page.branch.losses_asked.connect(self.losses_asked)
        self.page.branch.losses.setVisible(not slim)
        desk.changed.connect(self._refresh)
        desk.criterion_chosen.connect(self._switch)
        desk.place_switched.connect(self._switch)

    def set_width_class(self, width: WidthClass) -> None:
        """Lay itself out for another width."""
        self.page.set_width_class(width)

    def add_tab(self, title: str, widget: QWidget, at: int = 1) -> None:
        """Add a tab, after Chấm unless told otherwise; the panel takes the widget.

        Args:
            title: word on the tab.
            widget: what it shows.
            at: its place among the tabs.
        """
        self._titles[widget] = title
        self._stack.insertWidget(at, widget)
        self.tabs.insertTab(at, title)

    def remove_tab(self, widget: QWidget) -> None:
        """Take a tab away; the widget lives on without a parent."""
        place = self._stack.indexOf(widget)
        if place >= 0:
            self.tabs.removeTab(place)
            self._stack.removeWidget(widget)
            widget.setParent(None)
            del self._titles[widget]

    def set_tab_count(self, widget: QWidget, count: int | None) -> None:
        """Show a number beside the word of a tab; None shows none."""
        place = self._stack.indexOf(widget)
        if place >= 0:
            words = self._titles[widget]
            self.tabs.setTabText(place, words if count is None else f"{words} {count}")

    def show_tab(self, widget: QWidget) -> None:
        """Bring the tab that is or holds a widget to the front, with the cursor in it."""
        pages = [self._stack.widget(place) for place in range(self._stack.count())]
        for place, page in enumerate(pages):
            if page is not None and (page is widget or page.isAncestorOf(widget)):
                self.tabs.setCurrentIndex(place)
                widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first_figure(self) -> None:
        """Put the cursor into the first input of the criterion."""
        self.tabs.setCurrentIndex(0)
        self.page.focus_first()

    def focus_reason(self) -> None:
        """Put the cursor into the reason of the loss (F4)."""
        self.tabs.setCurrentIndex(0)
        facts = self.page.facts
        if facts is not None and not facts.is_branch:
            self.page.losses.focus_reason()
            self._scroll.ensureWidgetVisible(self.page.losses)

    def take(self) -> None:
        """Take what is typed and not taken yet."""
        self.page.take()
        self.explanation.take()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._refresh()

    def _lay_out(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setFont(theme.font("body"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setAccessibleName("Phần của tiêu chí")
        head = frame("row", vertical=False, margins=(6, 0, 8, 0))
        head.setFixedHeight(36)
        fill(head, self.tabs, None)
        self._stack = QStackedWidget(self)
        self._scroll = _scroll(self.page, self._stack)
        self._empty = label(_EMPTY, tone="text3", wrap=True)
        self._empty.setContentsMargins(16, 16, 16, 16)
        outer = flush(QVBoxLayout(self))
        outer.addWidget(head)
        outer.addWidget(self._empty)
        outer.addWidget(self._stack, 1)
        tabs: list[tuple[str, QWidget]] = [
            ("Chấm", self._scroll),
            ("Giải trình", _scroll(self.explanation, self._stack)),
            ("So vòng", _scroll(self.rounds, self._stack)),
        ]
        if self._is_slim:
            self.history.setParent(self)
            self.history.hide()
        else:
            tabs.append(("Lịch sử", _scroll(self.history, self._stack)))
        for place, (title, widget) in enumerate(tabs):
            self.add_tab(title, widget, place)
        self.tabs.currentChanged.connect(self._show_tab)

    def _show_tab(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self._refresh_tab()

    def _switch(self) -> None:
        self._is_switching = True  # what is taken belongs to the criterion that still shows
        self.take()
        self._is_switching = False
        self._refresh()
        self._scroll.verticalScrollBar().setValue(0)

    def _refresh(self) -> None:
        if self._is_switching or not self.isVisible():
            self._is_stale = True
            return
        self._is_stale = False
        facts = facts_of(self._desk)
        self._empty.setVisible(facts is None)
        self._stack.setVisible(facts is not None)
        if facts is not None:
            self.page.show_facts(facts)
            self._refresh_tab()

    def _refresh_tab(self) -> None:
        facts = facts_of(self._desk)
        if facts is None:
            return
        for tab in (self.explanation, self.rounds, self.history):
            if tab.isVisible():
                tab.show_facts(facts)

    def _has_list(self) -> bool:
        return self.isSignalConnected(QMetaMethod.fromSignal(self.review_asked))


def _scroll(widget: QWidget, parent: QWidget) -> QScrollArea:
    found = QScrollArea(parent)
    found.setWidgetResizable(True)
    found.setWidget(widget)
    found.setFrameShape(QFrame.Shape.NoFrame)
    found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return found
