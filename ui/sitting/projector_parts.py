"""Pieces of the projector: points of a round, the choices, key caps, the page with its head."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.overriding import override
from ui.shared import theme
from ui.shared.fields import NumberField
from ui.shared.frames import box_of, column, flush, row
from ui.shared.icons import IconLabel, pixmap
from ui.shared.labels import ElidedLabel, label, restyle, set_tone
from ui.sitting.scale import CONTENT, DECISION, FIGURE, TEXT, Scale

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_CAP = 32


class FigureBox(QWidget):
    """Points that a round gave, or that are proposed: caption, large number, a line below."""

    def __init__(self, scale: Scale, *, is_accent: bool = False) -> None:
        super().__init__()
        self._caption = ElidedLabel(tone="text2")
        self._tone = "accent" if is_accent else "text"
        self._points = label("", weight=600, tone=self._tone)
        self._of = label("", tone="text3")
        self._line = label("", tone="text2", wrap=True)
        for widget, size, weight in (
            (self._caption, TEXT, 400),
            (self._points, FIGURE, 600),
            (self._of, CONTENT, 400),
            (self._line, TEXT, 400),
        ):
            scale.add(widget, size, weight)
        number = row(self._points, self._of, None, gap=12)
        box_of(number).setAlignment(self._of, Qt.AlignmentFlag.AlignBottom)
        box = flush(QVBoxLayout(self))
        for piece in (self._caption, number, self._line):
            box.addWidget(piece)
        box.addStretch(1)

    @property
    def text(self) -> str:
        """What it says."""
        pieces = (self._caption, self._points, self._of, self._line)
        return " ".join(piece.text() for piece in pieces if piece.text())

    def show_points(self, caption: str, points: str, of: str, line: str) -> None:
        """Show points; a dash where there are none."""
        for piece, text in (
            (self._caption, caption),
            (self._points, points or "–"),
            (self._of, of),
            (self._line, line),
        ):
            piece.setText(text)
        self._line.setVisible(bool(line))
        set_tone(self._points, self._tone if points else "off")


class Option(QAbstractButton):
    """One of the three decisions: its number, its words, a tick while it is chosen."""

    def __init__(self, number: int, scale: Scale) -> None:
        super().__init__()
        self._number, self._scale = number, scale
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        """Show what it decides."""
        self.setText(words)
        self.setAccessibleName(f"{self._number}. {words}")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, self._scale.px(24) + 2 * self._scale.room(11))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        is_on = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent" if is_on else "line2"), 2 if is_on else 1))
        painter.setBrush(theme.color("soft" if is_on else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        side = self._scale.px(24) + 6
        cap = QRectF(12, (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent" if is_on else "unsel"))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(self._scale.font(TEXT, 600))
        painter.setPen(theme.color("onaccent" if is_on else "text2"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, str(self._number))
        font = self._scale.font(22, 500 if is_on else 400)
        painter.setFont(font)
        painter.setPen(theme.color("text" if self.isEnabled() else "off"))
        room = QRectF(cap.right() + 14, 0, self.width() - cap.right() - 64, self.height())
        cut = QFontMetrics(font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, _LEFT, cut)
        if is_on:
            spot = (self.width() - 42, (self.height() - 24) // 2)
            painter.drawPixmap(*spot, pixmap("du", "accent", 24))
        painter.end()


class DecisionField(NumberField):
    """The field of the decision: 60 px figures, the one ring of 4 px."""

    def __init__(self, scale: Scale) -> None:
        super().__init__(name="Hội đồng quyết định")
        self._scale = scale
        restyle(self, "big", "1")
        scale.add(self, DECISION, 600)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._scale.room(300), self._scale.px(DECISION) + self._scale.room(44))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class KeyCap(QWidget):
    """A key and what it does."""

    def __init__(self, key: str, words: str, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self._key = QLabel(key)
        self._key.setProperty("kind", "keycap")
        self._words = label(words, tone="text2")
        scale.add(self._key, TEXT, 600)
        scale.add(self._words, TEXT)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        box.addWidget(self._key)
        box.addWidget(self._words)

    def fit(self) -> None:
        """Give the cap the height of its letters."""
        self._key.setFixedHeight(max(_CAP, self._scale.room(_CAP)))


class KeyRow(QFrame):
    """The keys at the foot, as many as have room, and which criterion comes next.

    Args:
        keys: key, words and importance (1 goes last) of each.
        scale: the sizes.
    """

    def __init__(self, keys: Sequence[tuple[str, str, int]], scale: Scale) -> None:
        super().__init__()
        self.setProperty("kind", "status")
        self._caps = [(KeyCap(key, words, scale), rank) for key, words, rank in keys]
        self._next = ElidedLabel(tone="text2")
        self._next.setAlignment(Qt.AlignmentFlag.AlignRight)
        scale.add(self._next, TEXT)
        box = QHBoxLayout(self)
        box.setContentsMargins(48, 0, 48, 0)
        box.setSpacing(26)
        for cap, _ in self._caps:
            box.addWidget(cap)
        box.addWidget(self._next, 1)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, _CAP)

    @property
    def following(self) -> str:
        """What it says comes next."""
        return self._next.text()

    def show_next(self, words: str) -> None:
        """Say which criterion comes next."""
        self._next.setText(words)

    def fit(self) -> None:
        """Show the keys that have room, the most important first."""
        for cap, _ in self._caps:
            cap.fit()
        room = self.width() - 96 - 160
        for cap, _ in sorted(self._caps, key=lambda pair: pair[1]):
            room -= cap.sizeHint().width() + 26
            cap.setVisible(room >= 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class PageSide(QFrame):
    """The evidence: which document and page, and the page itself.

    Args:
        widget: shows the page.
        scale: the sizes.
    """

    def __init__(self, widget: QWidget, scale: Scale) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._title = ElidedLabel()
        self._where = label("", tone="text2")
        self._empty = label("", tone="text2", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        scale.add(self._title, 22, 600)
        scale.add(self._where, TEXT)
        scale.add(self._empty, 22)
        self._head = QFrame()
        self._head.setProperty("kind", "row")
        head = QHBoxLayout(self._head)
        head.setContentsMargins(20, 12, 20, 12)
        head.setSpacing(16)
        head.addWidget(IconLabel("file", "accent", 24))
        head.addWidget(self._title, 1)
        head.addWidget(self._where)
        self._widget = widget
        self._none = column(None, self._empty, None, margins=(32, 0, 32, 0))
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.setSpacing(0)
        for piece in (self._head, widget, self._none):
            box.addWidget(piece, 0 if piece is self._head else 1)

    @property
    def words(self) -> str:
        """What its head says, or why there is no page."""
        if self._widget.isHidden():
            return self._empty.text()
        return f"{self._title.text()}   {self._where.text()}".strip()

    def show_head(self, title: str, where: str) -> None:
        """Say which document and page shows."""
        self._title.setText(title)
        self._where.setText(where)
        self._show(is_empty=False)

    def show_empty(self, sentence: str) -> None:
        """Say that there is no document."""
        self._empty.setText(sentence)
        self._show(is_empty=True)

    def _show(self, *, is_empty: bool) -> None:
        self._head.setVisible(not is_empty)
        self._widget.setVisible(not is_empty)
        self._none.setVisible(is_empty)
