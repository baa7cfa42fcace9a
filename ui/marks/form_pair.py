"""Points got and points lost, side by side: one is typed, the other follows."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.numbers import NumberKind
from cchc_desktop.domain.points import ZERO, printed
from cchc_desktop.wording.effects import NAMES
from ui.marks.form_facts import Facts, Look
from ui.marks.form_trouble import Trouble, keep, watch
from ui.shared.fields import NumberField
from ui.shared.frames import column, row
from ui.shared.icons import IconLabel
from ui.shared.labels import Steady, label, restyle

_FIELD = 96


class PointsPair(QWidget):
    """The two fields of a leaf; while one is typed the other shows what follows from it.

    A bonus or penalty has one field: what it adds or takes.
    """

    points_taken = Signal(object)  # Decimal | None
    lost_taken = Signal(object)  # Decimal | None
    live = Signal(object, object)  # points and lost while typing
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points = NumberField(NumberKind.POINTS, name="Điểm")
        self.lost = NumberField(NumberKind.POINTS, name="Bị trừ")
        self.trouble = Trouble()
        self._maximum: Decimal | None = None
        self._effect = Effect.NORMAL
        self._look = Look(None, None, is_open=False, gap=None)
        self._is_following = False
        self._fx = IconLabel("fx", "text3", 14)
        self._words = label("", "small", tone="text2", wrap=True)
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._sentence = Steady(self._words)
        self._lay_out()
        for field in (self.points, self.lost):
            watch(field, self.trouble)
            field.entered.connect(self.entered)
        self.points.typing.connect(lambda value: self._follow(self.lost, value))
        self.lost.typing.connect(lambda value: self._follow(self.points, value))
        self.points.taken.connect(self._take_points)
        self.lost.taken.connect(self._take_lost)

    @property
    def words(self) -> str:
        """The sentence beside the fields, without its bold marks."""
        return self._words.text().replace("<b>", "").replace("</b>", "")

    @property
    def first(self) -> NumberField:
        """The field that is typed first: Bị trừ where the maximum is unknown."""
        is_open_ended = self._maximum is None and self._effect is Effect.NORMAL
        return self.lost if is_open_ended else self.points

    def show_look(self, facts: Facts, look: Look) -> None:
        """Show points and loss; a field in which a person types keeps what was typed."""
        self._look, self._maximum = look, facts.row.maximum
        self._effect = facts.row.effect
        is_alone = self._effect is not Effect.NORMAL
        self._caption.setText(NAMES[self._effect.value] if is_alone else "Điểm")
        self.points.setAccessibleName(self._caption.text())
        self._beside.setVisible(not is_alone)
        for field, value in ((self.points, look.points), (self.lost, look.lost)):
            field.set_maximum(self._maximum)
            _set_open(field, is_open=look.is_open, is_flat=not facts.is_editable)
            field.set_value(_as_shown(value, is_open=look.is_open))
        self._fx.setVisible(not look.is_open)

    def show_words(self, words: str) -> None:
        """Show the sentence."""
        self._sentence.set_text(words)
        self._sentence.setVisible(bool(words))

    def set_beside(self, beside: bool) -> None:
        """Put the sentence beside the fields, or below where there is no room."""
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(way)
        side = Qt.AlignmentFlag.AlignBottom if beside else Qt.AlignmentFlag.AlignTop
        self._words.setAlignment(side | Qt.AlignmentFlag.AlignLeft)

    def focus_first(self) -> None:
        """Put the cursor into the field that is typed first."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_points(self) -> None:
        """The write of the points was refused: keep what was typed."""
        keep(self.points, _as_shown(self._look.points, is_open=True))

    def keep_lost(self) -> None:
        """The write of the loss was refused: keep what was typed."""
        keep(self.lost, _as_shown(self._look.lost, is_open=True))

    def take(self) -> None:
        """Take what is typed and not taken yet."""
        for field in (self.points, self.lost):
            if field.is_dirty:
                field.take()

    def drop(self) -> None:
        """Forget what was typed: another criterion is about to show."""
        for field in (self.points, self.lost):
            if field.is_dirty:
                field.restore()

    def _follow(self, other: NumberField, value: Decimal | None) -> None:
        if self._is_following or not self._look.is_open:
            return
        if self._effect is not Effect.NORMAL:
            is_bonus = self._effect is Effect.BONUS and value is not None
            self.live.emit(value, ZERO if is_bonus else value)
            return
        self._is_following = True
        if other.is_dirty:
            other.restore()
        follows = None
        if value is not None and self._maximum is not None and ZERO <= value <= self._maximum:
            follows = self._maximum - value
        if self._maximum is not None:
            other.set_value(follows)
        self._is_following = False
        pair = (value, follows) if other is self.lost else (follows, value)
        self.live.emit(*pair)

    def _take_points(self, value: Decimal | None) -> None:
        if value != _as_shown(self._look.points, is_open=self._look.is_open):
            self.points_taken.emit(value)

    def _take_lost(self, value: Decimal | None) -> None:
        if value != _as_shown(self._look.lost, is_open=self._look.is_open):
            self.lost_taken.emit(value)

    def _lay_out(self) -> None:
        for field in (self.points, self.lost):
            field.setFixedWidth(_FIELD)
        self._caption = label("Điểm", "small", 500, "text2")
        head = row(self._caption, self._fx, None, gap=4)
        self._beside = column(label("Bị trừ", "small", 500, "text2"), self.lost, gap=4)
        fields = row(column(head, self.points, gap=4), self._beside, None, gap=12)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.setSpacing(8)
        self._box.addWidget(fields)
        self._box.addWidget(self._sentence, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addLayout(self._box)
        outer.addWidget(self.trouble)
        self.set_beside(beside=True)


def _as_shown(value: Decimal | None, *, is_open: bool) -> Decimal | None:
    """A computed value shows 3 places; what can be typed over shows all it has."""
    return value if value is None or is_open else printed(value, 3)


def _set_open(field: NumberField, *, is_open: bool, is_flat: bool) -> None:
    field.setReadOnly(not is_open)
    field.set_calculated(calculated=not is_open and not is_flat)
    restyle(field, "flat", "1" if is_flat else "0")
    policy = Qt.FocusPolicy.StrongFocus if is_open else Qt.FocusPolicy.ClickFocus
    field.setFocusPolicy(policy)
