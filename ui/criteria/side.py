"""The right half: one criterion's rule and texts, in tabs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from cchc_desktop.domain.criteria import CriteriaTree
from ui.criteria.info_page import InfoPage
from ui.criteria.rule_page import RulePage
from ui.shared import theme
from ui.shared.buttons import tool
from ui.shared.desk import Desk
from ui.shared.frames import box_of, fill, flush, frame, hairline, scrolled
from ui.shared.labels import label
from ui.shared.pills import Pill
from ui.shared.workplace import WidthClass

_TABS = ("Quy tắc", "Thông tin")


class SidePane(QFrame):
    """Tabs over the chosen criterion."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setProperty("kind", "panelright")
        self.tabs = QTabBar()
        self.tabs.setFont(theme.font("body"))
        self.tabs.setAccessibleName("Phần của tiêu chí")
        for words in _TABS:
            self.tabs.addTab(words)
        self._code = Pill("")
        self._code.set_role("body")
        self._name = label("", "title", 600, wrap=True)
        self.before = tool("chevron-up", "Tiêu chí trước", lambda: self._go(self._neighbours[0]))
        self.after = tool("chevron-down", "Tiêu chí sau", lambda: self._go(self._neighbours[1]))
        self.rule = RulePage(desk)
        self.info = InfoPage(desk)
        self._neighbours = ("", "")
        self._pages = QStackedWidget()
        self._work = self._build_work()
        self._lay_out()
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)

    def refresh(self) -> None:
        """Show the desk's criterion as it stands."""
        tree, chosen = self._desk.tree, self._desk.criterion
        self._work.setVisible(chosen in tree)
        self.tabs.setVisible(chosen in tree)
        self.info.refresh()
        self.rule.refresh()
        if chosen not in tree:
            return
        node = tree[chosen]
        self._code.set_text(node.code)
        self._name.setText(node.name)
        self._neighbours = _neighbours(tree, chosen)
        for button, neighbour in zip((self.before, self.after), self._neighbours, strict=True):
            button.setEnabled(bool(neighbour))

    def set_width_class(self, width: WidthClass) -> None:
        """Take less room for the title where the window is narrow."""
        narrow = width is WidthClass.NARROW
        self._name.setFont(theme.font("h3" if narrow else "title", 600))
        self.rule.trial.set_narrow(narrow=narrow)

    def _go(self, target: str) -> None:
        for widget in self.findChildren(QWidget):
            if widget.hasFocus():
                widget.clearFocus()  # so that Esc never brings back another criterion's text
        self._desk.choose(target)

    def _build_work(self) -> QWidget:
        work = QWidget()
        head = frame("", vertical=False, margins=(16, 10, 12, 6), gap=8)
        fill(head, self._code)
        box_of(head).addWidget(self._name, 1)
        fill(head, self.before, self.after)
        for piece in (self._code, self.before, self.after):
            box_of(head).setAlignment(piece, Qt.AlignmentFlag.AlignTop)
        for page in (self.rule, self.info):
            self._pages.addWidget(scrolled(page))
        box = flush(QVBoxLayout(work))
        box.addWidget(head)
        box.addWidget(self._pages, 1)
        return work

    def _lay_out(self) -> None:
        box = flush(QVBoxLayout(self))
        line = frame("", vertical=False, margins=(6, 0, 6, 0))
        fill(line, self.tabs, None)
        box.addWidget(line)
        box.addWidget(hairline())
        box.addWidget(self._work, 1)
        box.addStretch(0)


def _neighbours(tree: CriteriaTree, criterion: str) -> tuple[str, str]:
    """Return the nodes before and after a node in reading order, "" where there is none."""
    order = [node.id for node, _ in tree.walk]
    place = order.index(criterion)
    after = order[place + 1] if place + 1 < len(order) else ""
    return (order[place - 1] if place else "", after)
