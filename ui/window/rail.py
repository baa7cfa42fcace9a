"""The rail of workplaces at the left."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from cchc_desktop.overriding import override
from cchc_desktop.records import record
from ui.shared import theme
from ui.shared.icons import pixmap
from ui.shared.workplace import WidthClass

_CENTRE = Qt.AlignmentFlag.AlignCenter


@record
class RailEntry:
    """One workplace of the rail; those ``below`` stand under the rule."""

    key: str
    icon: str
    title: str
    below: bool = False


class RailButton(QAbstractButton):
    """One entry: icon over word, or the icon alone with a tooltip."""

    def __init__(self, entry: RailEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.setText(entry.title)
        self.setAccessibleName(entry.title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the icon alone, or with its word."""
        self._narrow = narrow
        self.setFixedSize(35 if narrow else 79, 36 if narrow else 56)
        self.setToolTip(self.entry.title if narrow else "")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return self.size()

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        role = "accent" if self.isChecked() else "text2"
        middle = self.width() / 2
        if self._narrow:
            spot = QPointF(middle - 10, self.height() / 2 - 10)
            painter.drawPixmap(spot, pixmap(self.entry.icon, role, 20))
        else:
            painter.drawPixmap(QPointF(middle - 10, 9), pixmap(self.entry.icon, role, 20))
            painter.setFont(theme.font("small", 600 if self.isChecked() else 400))
            painter.setPen(theme.color(role))
            painter.drawText(QRectF(0, 31, self.width(), 20), _CENTRE, self.text())
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setPen(QPen(theme.color("line"), 1))
            painter.setBrush(theme.color("railsel"))
            painter.drawRoundedRect(frame, 6, 6)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(QRectF(0, self.height() / 2 - 10, 3, 20), 1.5, 1.5)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(frame, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(frame.adjusted(1, 1, -1, -1), 6, 6)


class Rail(QWidget):
    """All workplaces that exist, help at the bottom.

    Args:
        entries: the workplaces, top to bottom.
        parent: the window.
    """

    chosen = Signal(str)
    help_wanted = Signal()

    def __init__(self, entries: Sequence[RailEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Các nơi làm việc")
        self._buttons: dict[str, RailButton] = {}
        self._rules: list[QWidget] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(4, 8, 5, 8)
        box.setSpacing(4)
        for entry in entries:
            if entry.below and not self._rules:
                box.addWidget(self._rule())
            box.addWidget(self._button(entry))
        box.addStretch(1)
        self._help = self._button(RailEntry("help", "help", "Trợ giúp"))
        self._help.setCheckable(False)
        box.addWidget(self._help)
        self.set_width_class(WidthClass.MEDIUM)

    @property
    def current(self) -> str:
        """Key of the workplace that shows."""
        return next((k for k, b in self._buttons.items() if b.isChecked()), "")

    def show_current(self, key: str) -> None:
        """Mark the workplace that shows."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)

    def set_width_class(self, width: WidthClass) -> None:
        """Show words, or in a narrow window icons alone."""
        is_narrow = width is WidthClass.NARROW
        self.setFixedWidth(44 if is_narrow else 88)
        for button in self._buttons.values():
            button.set_narrow(narrow=is_narrow)
        self._help.set_narrow(narrow=True)
        self._help.setFixedWidth(35 if is_narrow else 79)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("rail"))
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), theme.color("line"))
        for rule in self._rules:
            middle = rule.geometry().center().y()
            painter.fillRect(QRectF(12, middle, self.width() - 25, 1), theme.color("line2"))
        painter.end()

    def _button(self, entry: RailEntry) -> RailButton:
        button = RailButton(entry, self)
        if entry.key == "help":
            button.clicked.connect(self.help_wanted)
            return button
        self._buttons[entry.key] = button
        button.clicked.connect(lambda: self._press(entry.key))
        return button

    def _rule(self) -> QWidget:
        rule = QWidget(self)
        rule.setFixedHeight(7)
        self._rules.append(rule)
        return rule

    def _press(self, key: str) -> None:
        self.show_current(key)
        self.chosen.emit(key)
