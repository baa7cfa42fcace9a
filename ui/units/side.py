"""One unit beside the table: what it is, and what does not apply to it."""

from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.units import Unit
from ui.shared import theme
from ui.shared.buttons import normal
from ui.shared.desk import Desk
from ui.shared.frames import column, row, scrolled
from ui.shared.labels import label
from ui.shared.pages import lay_tabs
from ui.units.info_page import InfoPage
from ui.units.left_out import LeftOutPage

WIDTH = 388
INFO, LEFT_OUT = range(2)
_TABS = ("Thông tin", "Không áp dụng")


class UnitSide(QFrame):
    """Tabs over one unit.

    Args:
        desk: session and assessment.
        parent: the page.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panelright")
        self.setFixedWidth(WIDTH)
        self.tabs = QTabBar()
        self.tabs.setFont(theme.font("body"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName("Phần của đơn vị đang chọn")
        self.name = label("", "title", 600, wrap=True)
        self.info, self.left_out = InfoPage(desk), LeftOutPage(desk)
        self._pages = QStackedWidget()
        for words, page in zip(_TABS, (self.info, self.left_out), strict=True):
            self.tabs.addTab(words)
            self._pages.addWidget(scrolled(page))
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self._work = column(self.name, self._pages, margins=(16, 10, 16, 10), gap=10)
        lay_tabs(self, self.tabs, self._work)

    def show_unit(self, unit: Unit | None, sheet: str) -> None:
        """Show a unit with its sheet in the assessment, "" where it has none."""
        self._work.setVisible(unit is not None)
        self.tabs.setVisible(unit is not None)
        if unit is None:
            return
        self.name.setText(unit.name)
        self.info.show_unit(unit)
        count = self.left_out.show_sheet(sheet)
        words = _TABS[LEFT_OUT]
        self.tabs.setTabText(LEFT_OUT, f"{words} ({count})" if count else words)


class UnitDialog(QDialog):
    """One unit where the window has no room beside the table.

    Args:
        desk: session and assessment.
        unit: id of the unit.
        parent: the page.
    """

    def __init__(self, desk: Desk, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._unit = desk, unit
        self.setWindowTitle("Đơn vị")
        self.side = UnitSide(desk, self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 12)
        box.addWidget(self.side)
        box.addWidget(row(None, normal("Đóng", self.accept), 16))
        self.resize(WIDTH, 400)
        desk.changed.connect(self._follow)
        self.finished.connect(self.side.info.take_all)
        self._follow()

    def _follow(self) -> None:
        sheets = self._desk.state.sheets_of(self._desk.assessment)
        sheet = next((each.id for each in sheets if each.unit == self._unit), "")
        self.side.show_unit(self._desk.state.units.get(self._unit), sheet)
