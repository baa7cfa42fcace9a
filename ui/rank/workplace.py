"""The workplace “Xếp hạng”: the league of units, and a province among the others."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from cchc_desktop.domain.units import AssessmentLevel
from cchc_desktop.overriding import override
from ui.rank.provinces_view import ProvincesView
from ui.rank.units_view import UnitsView
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.frames import flush, hairline
from ui.shared.workplace import WidthClass

UNITS, PROVINCES = range(2)


class RankWorkplace(QWidget):
    """Ranks what the desk's assessment scores; looked at again only while it shows.

    Args:
        desk: session, assessment, round and sheet.
        parent: the window.
    """

    place_asked = Signal(str)  # key of the workplace to go to

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setAccessibleName(self.title)
        self.units, self.provinces = UnitsView(desk), ProvincesView(desk)
        self.tabs = QTabBar()
        self._bars, self._views = QStackedWidget(), QStackedWidget()
        self._is_stale = False
        self._lay_out()
        self._connect()
        self._offer_views()
        if self._is_of_provinces and self.units.is_empty:
            self.show_view(PROVINCES)

    @property
    def title(self) -> str:
        """What the rail calls it."""
        return "Xếp hạng"

    @property
    def help_key(self) -> str:
        """Key of the help for the view that shows."""
        return f"rank.{self.current}"

    @property
    def current(self) -> int:
        """The view that shows: ``UNITS`` or ``PROVINCES``."""
        return self._views.currentIndex()

    def show_view(self, view: int) -> None:
        """Show a view, where the assessment has it."""
        if self.tabs.isTabVisible(view):
            self.tabs.setCurrentIndex(view)

    def toggle_right(self) -> None:
        """Show or hide the panel of the view that shows."""
        (self.provinces if self.current == PROVINCES else self.units).toggle_right()

    def set_width_class(self, width: WidthClass) -> None:
        """Lay itself out for another width."""
        self.units.set_width_class(width)
        self.provinces.set_width_class(width)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._refresh()

    @property
    def _is_of_provinces(self) -> bool:
        assessment = self._desk.state.assessments.get(self._desk.assessment)
        return assessment is not None and assessment.level is AssessmentLevel.PROVINCE

    def _offer_views(self) -> None:
        """Show the provinces where the assessment scores one."""
        self.tabs.setTabVisible(PROVINCES, self._is_of_provinces)
        if not self._is_of_provinces:
            self.tabs.setCurrentIndex(UNITS)

    def _switch(self, view: int) -> None:
        self._bars.setCurrentIndex(view)
        self._views.setCurrentIndex(view)
        self.setFocusProxy(self.provinces if view == PROVINCES else self.units)
        self._refresh()

    def _changed(self) -> None:
        if self.isVisible():
            self._refresh()
        else:
            self._is_stale = True

    def _refresh(self) -> None:
        self._is_stale = False
        self._offer_views()
        if self.current == PROVINCES:
            self.provinces.follow()
        else:
            self.units.follow()

    def _connect(self) -> None:
        desk = self._desk
        self.tabs.currentChanged.connect(self._switch)
        for view in (self.units, self.provinces):
            view.sheet_asked.connect(lambda: self.place_asked.emit("score"))
        for moved in (desk.changed, desk.place_switched, desk.criterion_chosen):
            moved.connect(self._changed)
        for view_number, keys in ((UNITS, "Alt+1"), (PROVINCES, "Alt+2")):
            self._shortcut(keys, view_number)

    def _shortcut(self, keys: str, view: int) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(lambda: self.show_view(view))

    def _lay_out(self) -> None:
        self.tabs.setFont(theme.font("body", 500))
        self.tabs.setAccessibleName("Các cách xem xếp hạng")
        for words, view, bar in (
            ("Đơn vị", self.units, self.units.bar),
            ("Các tỉnh", self.provinces, self.provinces.bar),
        ):
            self.tabs.addTab(words)
            self._views.addWidget(view)
            self._bars.addWidget(bar)
        head = QFrame()
        head.setProperty("kind", "panel")
        head.setFixedHeight(40)
        line = QHBoxLayout(head)
        line.setContentsMargins(6, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(self.tabs)
        line.addWidget(self._bars, 1)
        box = flush(QVBoxLayout(self))
        for piece in (head, hairline()):
            box.addWidget(piece)
        box.addWidget(self._views, 1)
        self.setFocusProxy(self.units)
