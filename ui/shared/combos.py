"""A combo box that draws its own chevron, so that it follows the theme."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from cchc_desktop.overriding import override
from ui.shared import theme
from ui.shared.icons import pixmap

_CHEVRON_ROOM = 34
_EDGES = 4  # the style's margins around words, and a rounded pixel at an odd scale
_AROUND = 48  # what style, chevron and edges take beside the words


class Combo(QComboBox):
    """A choice among a few; the wheel does not change it in passing.

    Args:
        name: accessible name.
        weight: weight of its text.
        parent: the widget it lies in.
    """

    def __init__(self, name: str, weight: int = 400, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: list[tuple[str, object]] = []
        self._least = self._most = 0
        self.setAccessibleName(name)
        self.setFont(theme.font("body", weight))
        view = QListView(self)
        view.setFont(theme.font("body"))
        self.setView(view)

    def show_choices(self, choices: Sequence[tuple[str, object]], chosen: object) -> None:
        """Fill it without telling anyone.

        Args:
            choices: words and the value each stands for.
            chosen: the value that shows.
        """
        wanted = list(choices)
        if wanted != self._choices:
            self._choices = wanted
            with QSignalBlocker(self):
                self.clear()
                for words, value in wanted:
                    self.addItem(words, value)
        self.choose(chosen)

    def choose(self, chosen: object) -> None:
        """Show one of the choices without telling anyone; none where it is not among them."""
        places = (place for place, (_, value) in enumerate(self._choices) if value == chosen)
        with QSignalBlocker(self):
            self.setCurrentIndex(next(places, -1))

    def hug(self, least: int, most: int) -> None:
        """Ask for what the longest of its choices needs, and give way to others.

        Args:
            least: pixels that it keeps in any case.
            most: pixels that it asks for at most.
        """
        self._least, self._most = least, most
        self.setMinimumWidth(least)
        self.setMaximumWidth(max(least, self.sizeHint().width()))

    @property
    def words(self) -> str:
        """The chosen words as they fit; a year at the end tells two choices apart and stays."""
        text = self.currentText()
        mode = Qt.TextElideMode.ElideMiddle if text[-1:].isdigit() else Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(text, mode, self.room)

    @property
    def room(self) -> int:
        """How wide its words can be: what the style leaves of it, less the chevron."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        box = QStyle.ComplexControl.CC_ComboBox
        left = self.style().subControlRect(box, option, field, self).width() - _EDGES
        return min(left, self.width() - _CHEVRON_ROOM)

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if not self._least:
            return hint
        longest = max((words for words, _ in self._choices), key=len, default="")
        wide = self.fontMetrics().horizontalAdvance(longest) + _AROUND
        return QSize(min(max(wide, self._least), self._most), hint.height())

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        words = self.words
        self.setToolTip(self.currentText() if words != self.currentText() else "")
        option.currentText = words
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        role = "text2" if self.isEnabled() else "off"
        spot = QPointF(self.width() - 21, (self.height() - 14) / 2)
        painter.drawPixmap(spot, pixmap("chevron-down", role, 14))
        painter.end()
