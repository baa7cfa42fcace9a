"""Labels: one line with air for stacked capitals, wrapped, or elided with a tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cchc_desktop.overriding import override
from ui.shared import theme

AIR = 2  # Ẩ Ể Ỗ rise up to 1,6 px above the ascent


def label(
    text: str, role: str = "body", weight: int = 400, tone: str = "text", *, wrap: bool = False
) -> QLabel:
    """Return a plain text label.

    Args:
        text: what it says; never read as markup.
        role: a type role of the theme.
        weight: 400, 500, 600 or 700.
        tone: a text colour role of ``theme.TONES``.
        wrap: whether long text takes more lines.
    """
    found = QLabel(text)
    found.setTextFormat(Qt.TextFormat.PlainText)
    found.setFont(theme.font(role, weight))
    found.setProperty("tone", tone)
    found.setWordWrap(wrap)
    found.setContentsMargins(0, AIR, 0, AIR)
    return found


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the style sheet asks about, and show it at once.

    What the style has not seen yet it reads when it first shows.
    """
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def say_or_hide(words: QLabel, text: str) -> None:
    """Show a text in a label; hide the label where there is nothing to say."""
    words.setText(text)
    words.setVisible(bool(text))


def set_tone(widget: QWidget, tone: str) -> None:
    """Give a label another text colour role."""
    restyle(widget, "tone", tone)


class Steady(QWidget):
    """A frame around a label whose words change often.

    A label by itself has everything around it laid out anew for every new digit; in this frame
    only where its line becomes longer or shorter, or its lines more or fewer.

    Args:
        words: the label; after a change of its font or margins call ``reshape``.
        parent: the widget it lies in.
    """

    def __init__(self, words: QLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = words
        self._known: tuple[int, QSize | int] | None = None  # width, what the words need in it
        words.setParent(self)
        policy = words.sizePolicy()
        policy.setHeightForWidth(words.wordWrap())
        self.setSizePolicy(policy)

    def set_text(self, text: str) -> None:
        """Show other words."""
        if text == self.label.text():
            return
        before = self._room() if self.isVisible() else None
        self.label.setText(text)
        self._known = None
        if before is None or self._room() != before:
            self.updateGeometry()

    def reshape(self) -> None:
        """Ask for a new layout: the label has another font or other margins."""
        self._known = None
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        return self.label.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self.label.minimumSizeHint()

    @override
    def heightForWidth(self, width: int, /) -> int:
        return self.label.heightForWidth(width)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.label.setGeometry(self.rect())

    def _room(self) -> QSize | int:
        """Return what the words need: a height in the width there is, or the size of a line."""
        width, words = self.width(), self.label
        if self._known is None or self._known[0] != width:
            room = words.heightForWidth(width) if words.wordWrap() else words.sizeHint()
            self._known = (width, room)
        return self._known[1]


class ElidedLabel(QLabel):
    """One line that ends in … where there is no room; the tooltip then has all of it.

    Args:
        text: what it says.
        role, weight, tone: as for ``label``.
        parent: the widget it lies in.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        weight: int = 400,
        tone: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(role, weight))
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(24)

    @override
    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)
            self._explain()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height() + 2 * AIR)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._explain()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        metrics = QFontMetrics(self.font())
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()

    def _explain(self) -> None:
        is_cut = QFontMetrics(self.font()).horizontalAdvance(self.text()) > self.width()
        self.setToolTip(self.text() if is_cut else "")
