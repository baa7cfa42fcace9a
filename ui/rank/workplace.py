"""The workplace “Xếp hạng”: the league of units."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.rank.units_view import UnitsView
from ui.shared.desk import Desk
from ui.shared.frames import hairline
from ui.shared.labels import label
from ui.shared.workplace import WidthClass


class RankWorkplace(QWidget):
    """Ranks what the desk's assessment scores; looked at again only while it shows.

    Args:
        desk: session, assessment, round and sheet.
        parent: the window.
    """

    place_asked = Signal(str)  # key of the workplace to go to

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.title)
        self.units = UnitsView(desk)
        self._is_stale = False
        self._lay_out()
        self.setFocusProxy(self.units)
        self.units.sheet_asked.connect(lambda: self.place_asked.emit("score"))
        desk.changed.connect(self._changed)
        desk.place_switched.connect(self._changed)
        desk.criterion_chosen.connect(self._changed)

    @property
    def title(self) -> str:
        """What the rail calls it."""
        return "Xếp hạng"

    def set_width_class(self, width: WidthClass) -> None:
        """Lay itself out for another width."""
        self.units.set_width_class(width)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._refresh()

    def _changed(self) -> None:
        if self.isVisible():
            self._refresh()
        else:
            self._is_stale = True

    def _refresh(self) -> None:
        self._is_stale = False
        self.units.follow()

    def _lay_out(self) -> None:
        views = QFrame()
        views.setProperty("kind", "panel")
        line = QHBoxLayout(views)
        line.setContentsMargins(16, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(label("Đơn vị", "h3", 600))
        line.addWidget(self.units.bar, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for piece in (views, hairline()):
            box.addWidget(piece)
        box.addWidget(self.units, 1)
