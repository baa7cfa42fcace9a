"""The row over a workplace with several views: text tabs, words, options of the view."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QMenu, QWidget

from cchc_desktop.overriding import override
from ui.shared import theme
from ui.shared.buttons import tool
from ui.shared.labels import label

HEIGHT = 40
_LEFT, _RIGHT, _GAP = 14, 12, 12
View = tuple[str, str]  # key, words


class _Tab(QAbstractButton):
    """One view's name, underlined while it shows."""

    def __init__(self, words: str, keys: str) -> None:
        super().__init__()
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(keys)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(self.sizeHint())

    @override
    def sizeHint(self) -> QSize:
        wide = QFontMetrics(theme.font("body", 500)).horizontalAdvance(self.text())
        return QSize(wide + 8, HEIGHT - 1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        is_on = self.isChecked()
        role = "accent" if is_on else "text" if self.underMouse() else "text2"
        painter.setFont(theme.font("body", 500))
        painter.setPen(theme.color(role))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if is_on:
            under = QRectF(0, self.height() - 2, self.width(), 2)
            painter.fillRect(under, theme.color("accent"))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 7, -1, -7), 4, 4)
        painter.end()


class ViewRow(QFrame):
    """Names the views of a workplace; Alt and a digit switch too, where the workplace says so.

    Args:
        views: key and words of each view.
        current: key of the view that this row stands over.
        options: widgets of this view, at the right.
        parent: the widget it lies in.
    """

    chosen = Signal(str)

    def __init__(
        self,
        views: Sequence[View],
        current: str,
        options: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "surfacerow")
        self.setFixedHeight(HEIGHT)
        self._words = label("", "small", tone="text2")
        self.tabs = {
            key: _Tab(words, f"{words} (Alt+{n})") for n, (key, words) in enumerate(views, start=1)
        }
        self._current, self._options = current, tuple(options)
        self.more = tool("more", "Chế độ xem khác", self._list_hidden)
        box = QHBoxLayout(self)
        box.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        box.setContentsMargins(_LEFT, 0, _RIGHT, 0)
        box.setSpacing(_GAP)
        for key, tab in self.tabs.items():
            tab.setChecked(key == current)
            tab.clicked.connect(partial(self._press, key, current))
            box.addWidget(tab)
        box.addWidget(self.more)
        box.addStretch(1)
        box.addWidget(self._words)
        for option in options:
            box.addWidget(option)

    @property
    def words(self) -> str:
        """What stands right of the tabs."""
        return self._words.text()

    @property
    def hidden_views(self) -> list[str]:
        """Keys of the views whose tabs have no room; they stand in the menu behind the tabs."""
        return [key for key, tab in self.tabs.items() if tab.isHidden()]

    @override
    def minimumSizeHint(self) -> QSize:
        wide = self.tabs[self._current].width() + self.more.sizeHint().width() + 4 * _GAP
        return QSize(wide + self._wide_options(), HEIGHT)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        """Show as many tabs as have room, in any case that of this view."""
        room = width - _LEFT - _RIGHT - self._wide_options()
        wides = {key: tab.width() + _GAP for key, tab in self.tabs.items()}
        if sum(wides.values()) > room:
            room -= self.more.sizeHint().width() + _GAP + wides[self._current]
            for key in self.tabs:
                room -= 0 if key == self._current else wides[key]
                self.tabs[key].setVisible(room >= 0 or key == self._current)
        else:
            for tab in self.tabs.values():
                tab.show()
        self.more.setVisible(bool(self.hidden_views))
        shown = (*self.tabs.values(), self.more)
        room = width - _LEFT - _RIGHT - self._wide_options()
        room -= sum(piece.sizeHint().width() + _GAP for piece in shown if not piece.isHidden())
        self._words.setVisible(0 < self._words.sizeHint().width() <= room)  # whole, or not at all

    def _wide_options(self) -> int:
        shown = [option for option in self._options if not option.isHidden()]
        return sum(option.sizeHint().width() + _GAP for option in shown)

    def _list_hidden(self) -> None:
        menu = QMenu(self)
        for key in self.hidden_views:
            action = menu.addAction(self.tabs[key].text())
            action.triggered.connect(partial(self._press, key, self._current))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def say(self, words: str) -> None:
        """Show words right of the tabs."""
        self._words.setText(words)
        self._fit(self.width())

    def _press(self, key: str, current: str, _checked: object = None) -> None:
        for each, tab in self.tabs.items():
            tab.setChecked(each == current)  # another row stands over the other view
        if key != current:
            self.chosen.emit(key)
