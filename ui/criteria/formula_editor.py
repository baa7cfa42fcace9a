"""The editor of a formula: the field, and below it the language or the first fault."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.overriding import override
from cchc_desktop.wording import formula as words
from ui.criteria.formula_field import FormulaField
from ui.shared import theme
from ui.shared.buttons import ghost
from ui.shared.frames import flush, row
from ui.shared.labels import ElidedLabel, set_tone

_ARROW = 22  # from the arrow to the words beside it
_TIP = 3.5
_TOP = 6  # room of the arrow above the words
_LEFT = 4


class FormulaEditor(QWidget):
    """A formula with its first fault pointed at, and one offered repair.

    Args:
        name: accessible name.
        placeholder: what an empty field says.
        parent: the widget it lies in.
    """

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = FormulaField(name, placeholder)
        self._line = _FaultLine(self.field)
        box = flush(QVBoxLayout(self))
        box.addWidget(self.field)
        box.addWidget(self._line)
        self.setFocusProxy(self.field)

    @property
    def told(self) -> str:
        """What stands below the field: the language, or the fault."""
        return self._line.text

    @property
    def offered(self) -> str:
        """The repair that a button offers, "" where there is none."""
        return "" if self._line.offer.isHidden() else self._line.button.accessibleName()

    def show_formula(self, formula: str) -> None:
        """Show another formula, unless a person is typing here."""
        self.field.set_text(formula)


class _FaultLine(QWidget):
    """An arrow up to the first wrong character, what is wrong, and below it the repair."""

    def __init__(self, field: FormulaField) -> None:
        super().__init__()
        self._field = field
        self._words = ElidedLabel(words.LANGUAGE, "small", tone="text3")
        self.button = ghost("", field.take_repair)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._box = QVBoxLayout(self)
        self._box.setSpacing(0)
        self._box.addWidget(self._words)
        self.offer = row(self.button, None)
        self._box.addWidget(self.offer)
        self._judge()
        field.judged.connect(self._judge)

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def _judge(self) -> None:
        fault = self._field.fault
        self._words.setText(words.LANGUAGE if fault is None else fault.sentence)
        set_tone(self._words, "text3" if fault is None else "losttext")
        self._words.setFont(theme.font("small", 400 if fault is None else 600))
        repair = "" if fault is None else fault.repair
        if repair:
            is_word = repair.isidentifier() or repair == ";"
            self.button.set_text((words.take_repair if is_word else words.put_repair)(repair))
        self.offer.setVisible(bool(repair) and not self._field.isReadOnly())
        self._box.setContentsMargins(self._start(), _TOP, 0, 0)
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._box.setContentsMargins(self._start(), _TOP, 0, 0)

    def _start(self) -> int:
        """Return where the words begin: beside the arrow, further left where they need it."""
        if self._field.fault is None:
            return _LEFT
        room = self.width() - self._words.sizeHint().width()
        return max(_LEFT, min(self._x() + _ARROW, room))

    def _x(self) -> int:
        fault = self._field.fault
        return 0 if fault is None else self._field.place_of(fault.at).x() + _LEFT

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._field.fault is None:
            return
        x, start = self._x() + 0.5, self._start()
        middle = self._words.geometry().center().y() + 0.5
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("lost"), 1.5))
        if start > x + 2 * _LEFT:  # the words stand beside the arrow
            ends = [QPointF(start - _LEFT, middle), QPointF(x, middle), QPointF(x, 1)]
        else:
            ends = [QPointF(x, _TOP + 1), QPointF(x, 1)]
        painter.drawPolyline(QPolygonF(ends))
        tips = (x - _TIP, 1 + _TIP), (x, 1), (x + _TIP, 1 + _TIP)
        painter.drawPolyline(QPolygonF([QPointF(*tip) for tip in tips]))
        painter.end()
