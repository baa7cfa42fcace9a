"""The workplace “Bộ tiêu chí”: the set as a tree, its rules and texts beside it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from cchc_desktop.wording import criteria as words
from ui.criteria.difference_view import DifferenceView
from ui.criteria.head import SetHead
from ui.criteria.side import SidePane
from ui.criteria.tree_pane import TreePane
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.frames import box_of, column, fill, flush, frame
from ui.shared.workplace import WidthClass

_TREE_SHARE, _SIDE_SHARE = 57, 43
_TREE_LEAST, _SIDE_LEAST = 300, 452  # the rule form and its scroll bar are never cut off
View = tuple[str, Callable[[Desk], QWidget]]  # words, what makes it
_OWN = ("Bộ tiêu chí", "So hai năm")


class CriteriaWorkplace(QWidget):
    """Edits the set of the desk's assessment; every change is live in the scores.

    Args:
        desk: session, sheet and criterion.
        more: views of other subjects, each made when it is first shown.
        parent: the window.
    """

    place_asked = Signal(str)  # key of the workplace to go to

    def __init__(
        self, desk: Desk, more: Sequence[View] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._more = desk, tuple(more)
        self._made: dict[int, QWidget] = {}
        self._width = WidthClass.MEDIUM
        self.setAccessibleName(self.title)
        self.head = SetHead(desk)
        self.tree = TreePane(desk)
        self.side = SidePane(desk)
        self.difference = DifferenceView(desk)
        self.views = QTabBar()
        self._pages = QStackedWidget()
        self._lay_out()
        self.setFocusProxy(self.tree)  # its tree, or the button of an empty set
        desk.changed.connect(self._refresh)
        desk.place_switched.connect(self._refresh)
        desk.criterion_chosen.connect(self._show_criterion)
        self.side.rule.card.left.connect(self._say_left)
        self._refresh()

    @property
    def title(self) -> str:
        """What the rail calls it."""
        return "Bộ tiêu chí"

    @property
    def help_key(self) -> str:
        """Key of the help for the view that shows."""
        return f"criteria.{self.views.currentIndex()}"

    @property
    def own_head(self) -> QWidget:
        """The set's head, in place of the head bar of the scores."""
        return self.head

    def set_width_class(self, width: WidthClass) -> None:
        """Lay itself out for another width."""
        self._width = width
        self._tell("set_width_class", width)
        self.head.set_width_class(width)
        self.tree.set_width_class(width)
        self.side.set_width_class(width)
        self.difference.set_width_class(width)

    def toggle_right(self) -> None:
        """Show or hide what stands beside the set."""
        if self.views.currentIndex() == 0:
            self.side.setVisible(self.side.isHidden())

    def leave(self) -> None:
        """Take what is typed in the views of other subjects."""
        self._tell("leave")

    def show_view(self, number: int) -> QWidget:
        """Show a view by its place in the row; return it."""
        self.views.setCurrentIndex(number)
        return self._made.get(number, self._frames[number])

    def _show_page(self, number: int) -> None:
        """Make the view of another subject when it is first shown."""
        at = number - len(_OWN)
        if at >= 0 and number not in self._made:
            page = self._made[number] = self._more[at][1](self._desk)
            asked = getattr(page, "place_asked", None)
            if asked is not None:
                asked.connect(self.place_asked)
            box_of(self._frames[number]).addWidget(page)
            self._tell("set_width_class", self._width)
        self._pages.setCurrentIndex(number)
        self._show_head()

    def _show_head(self) -> None:
        """Let the view that shows say its own figures in the head."""
        figures = getattr(self._made.get(self.views.currentIndex()), "figures", None)
        self.head.show_other(figures() if callable(figures) else ())

    def _tell(self, name: str, *values: object) -> None:
        for page in self._made.values():
            found = getattr(page, name, None)
            if callable(found):
                found(*values)

    def _refresh(self) -> None:
        self._show_head()
        self.head.refresh()
        self.tree.refresh()
        self.side.refresh()
        self.difference.refresh()
        self._tell("refresh")

    def _show_criterion(self) -> None:
        self.tree.toolbar.tell("")
        self.tree.question.close_question()
        self.tree.refresh_actions()
        self.side.refresh()

    def _say_left(self, code: str) -> None:
        self.tree.toolbar.tell(words.rule_unwritten(code), "losttext")

    def _lay_out(self) -> None:
        edit = QWidget()
        below = flush(QHBoxLayout(edit))
        self.tree.setMinimumWidth(_TREE_LEAST)
        self.side.setMinimumWidth(_SIDE_LEAST)
        below.addWidget(self.tree, _TREE_SHARE)
        below.addWidget(self.side, _SIDE_SHARE)
        self.views.setFont(theme.font("body", 500))
        self.views.setAccessibleName("Phần của bộ tiêu chí")
        self._frames = (edit, self.difference, *(column() for _ in self._more))
        names = (*_OWN, *(words for words, _ in self._more))
        for number, (name, page) in enumerate(zip(names, self._frames, strict=True)):
            self.views.addTab(name)
            self._pages.addWidget(page)
            keys = QShortcut(QKeySequence(f"Alt+{number + 1}"), self)
            keys.activated.connect(lambda place=number: self.views.setCurrentIndex(place))
        self.views.currentChanged.connect(self._show_page)
        line = frame("surfacerow", vertical=False, margins=(6, 0, 6, 0))
        line.setFixedHeight(36)
        fill(line, self.views, None)
        outer = flush(QVBoxLayout(self))
        outer.addWidget(self.head)
        outer.addWidget(line)
        outer.addWidget(self._pages, 1)
