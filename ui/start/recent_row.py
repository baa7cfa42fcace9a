"""One recent dossier of the start screen."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from cchc_desktop.clock import now
from cchc_desktop.overriding import override
from cchc_desktop.settings import Recent
from cchc_desktop.wording.numerals import shown_date, shown_time
from ui.shared.buttons import normal
from ui.shared.frames import box_of, column
from ui.shared.icons import IconLabel
from ui.shared.labels import ElidedLabel, label, restyle, set_tone

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_LEFT, _BAR = 16, 3  # pixels: the margin, the bar of the selection
_RIGHT = Qt.AlignmentFlag.AlignRight


class RecentRow(QFrame):
    """Name, place, what it holds, when it was open; or why it cannot be opened.

    Args:
        recent: the dossier.
        parent: the start screen.
    """

    chosen = Signal(str)
    forgotten = Signal(str)
    backup_wanted = Signal(str)

    def __init__(self, recent: Recent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = recent.path
        self._plain = "surfacerow"
        self.setProperty("kind", self._plain)
        self.setMinimumHeight(58)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._build(recent)

    @property
    def line(self) -> str:
        """What the second line says."""
        return self._line.text()

    def set_last(self) -> None:
        """Leave out the hairline below the last row of the list."""
        self._plain = "panel"
        self.setProperty("kind", self._plain)

    def show_reason(self, reason: str, backup: datetime | None = None) -> None:
        """Say why it cannot be opened, and offer the newest backup, made at that time."""
        if backup is not None:
            when = f"{shown_date(backup.date())} {shown_time(backup)}"
            reason = f"{reason.rstrip('.')}. Bản sao lưu mới nhất: {when}."
        self.backup.setVisible(backup is not None)
        box_of(self._left).setAlignment(Qt.AlignmentFlag.AlignTop)
        self._icon.set_icon("warn", "opentext")
        self._line.setText(reason)
        self._line.setWordWrap(True)
        set_tone(self._line, "opentext")
        self._points.hide()
        self._forget.show()

    def show_chosen(self) -> None:
        """Show it as the one that Enter opens."""
        self._look("selected")

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.chosen.emit(self.path)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.chosen.emit(self.path)
        else:
            super().keyPressEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.show_chosen()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._look("selected" if self.hasFocus() else self._plain)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.show_chosen()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._look(self._plain)

    def _look(self, kind: str) -> None:
        """Show the selection, or none; its bar takes its room from the margin."""
        left = _LEFT - _BAR if kind == "selected" else _LEFT
        box_of(self).setContentsMargins(left, 8, 16, 8)
        restyle(self, "kind", kind)

    def _build(self, recent: Recent) -> None:
        path = Path(recent.path)
        self.setAccessibleName(f"Mở {path.name}, {path.parent}. {recent.line}")
        self._icon = IconLabel("score", "accent")
        name = label(path.name, "body", 600)
        place = ElidedLabel(str(path.parent), "small", tone="text3")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(name)
        head.addWidget(place, 1)
        self._line = label(recent.line or "chưa có điểm", "small", tone="text2")
        when = label(opened_words(recent.opened), "small", tone="text2")
        self._points = label(recent.points, "small", 600 if recent.points[:1].isdigit() else 400)
        self._forget = normal("Bỏ khỏi danh sách", lambda: self.forgotten.emit(self.path))
        self._forget.hide()
        self.backup = normal("Mở bản sao lưu", lambda: self.backup_wanted.emit(self.path))
        self.backup.hide()
        self._left = column()
        box_of(self._left).addLayout(head)
        box_of(self._left).addWidget(self._line)
        right = column(when, self._points, self.backup, self._forget, None, gap=4)
        for piece in (when, self._points, self.backup, self._forget):
            box_of(right).setAlignment(piece, _RIGHT)
        box = QHBoxLayout(self)
        box.setContentsMargins(_LEFT, 8, 16, 8)
        box.setSpacing(12)
        box.addWidget(column(3, self._icon, None))
        box.addWidget(self._left, 1)
        box.addWidget(right)


def opened_words(opened: str) -> str:
    """Say when a dossier was open: "hôm nay 14:32", or a day."""
    try:
        moment = datetime.fromisoformat(opened)
    except ValueError:
        return ""
    if moment.date() == now().date():
        return f"hôm nay {shown_time(moment)}"
    return shown_date(moment.date())
