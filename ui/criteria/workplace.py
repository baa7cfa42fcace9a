"""The workplace “Bộ tiêu chí”: the set as a tree, its rules and texts beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from ui.criteria.difference_view import DifferenceView
from ui.criteria.head import SetHead
from ui.criteria.side import SidePane
from ui.criteria.tree_pane import TreePane
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.frames import fill, frame
from ui.shared.workplace import WidthClass

_TREE_SHARE, _SIDE_SHARE = 57, 43
_TREE_LEAST, _SIDE_LEAST = 300, 452  # the rule form and its scroll bar are never cut off
_VIEWS = ("Bộ tiêu chí", "So hai năm")


class CriteriaWorkplace(QWidget):
    """Edits the set of the desk's assessment; every change is live in the scores.

    Args:
        desk: session, sheet and criterion.
        parent: the window.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setAccessibleName(self.title)
        self.head = SetHead(desk)
        self.tree = TreePane(desk)
        self.side = SidePane(desk)
        self.difference = DifferenceView(desk)
        self.views = QTabBar()
        self._pages = QStackedWidget()
        self._lay_out()
        self.setFocusProxy(self.tree.view)
        desk.changed.connect(self._refresh)
        desk.place_switched.connect(self._refresh)
        desk.criterion_chosen.connect(self._show_criterion)
        self._refresh()

    @property
    def title(self) -> str:
        """What the rail calls it."""
        return "Bộ tiêu chí"

    @property
    def own_head(self) -> QWidget:
        """The set's head, in place of the head bar of the scores."""
        return self.head

    def set_width_class(self, width: WidthClass) -> None:
        """Lay itself out for another width."""
        self.head.set_width_class(width)
        self.tree.set_width_class(width)
        self.side.set_width_class(width)
        self.difference.set_width_class(width)

    def _refresh(self) -> None:
        self.head.refresh()
        self.tree.refresh()
        self.side.refresh()
        self.difference.refresh()

    def _show_criterion(self) -> None:
        self.tree.toolbar.tell("")
        self.tree.question.close_question()
        self.tree.refresh_actions()
        self.side.refresh()

    def _lay_out(self) -> None:
        edit = QWidget()
        below = QHBoxLayout(edit)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        self.tree.setMinimumWidth(_TREE_LEAST)
        self.side.setMinimumWidth(_SIDE_LEAST)
        below.addWidget(self.tree, _TREE_SHARE)
        below.addWidget(self.side, _SIDE_SHARE)
        self.views.setFont(theme.font("body", 500))
        self.views.setAccessibleName("Phần của bộ tiêu chí")
        for number, (words, page) in enumerate(zip(_VIEWS, (edit, self.difference), strict=True)):
            self.views.addTab(words)
            self._pages.addWidget(page)
            keys = QShortcut(QKeySequence(f"Alt+{number + 1}"), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(lambda place=number: self.views.setCurrentIndex(place))
        self.views.currentChanged.connect(self._pages.setCurrentIndex)
        line = frame("surfacerow", vertical=False, margins=(6, 0, 6, 0))
        line.setFixedHeight(36)
        fill(line, self.views, None)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.head)
        outer.addWidget(line)
        outer.addWidget(self._pages, 1)
