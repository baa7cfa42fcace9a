"""The figures of the head bar: this round, published, rank with its change in words."""

from decimal import Decimal

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cchc_desktop.domain.cells import SheetCell
from cchc_desktop.domain.explanation import effect_words
from cchc_desktop.domain.ranking import published_standing, standing_among
from cchc_desktop.domain.rating import rank_settings
from cchc_desktop.domain.scoring import ScoreSheet
from cchc_desktop.records import record
from cchc_desktop.session.league import LeagueBook
from cchc_desktop.wording.numerals import shown
from cchc_desktop.wording.ranking import rating_name
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.frames import upright
from ui.shared.labels import Steady, label, set_tone
from ui.shared.ranks import last_rank, rank_sign, rank_tone
from ui.shared.workplace import WidthClass

_PLACES = 2


@record
class FigureWords:
    """One figure in words: its value, what it is out of, and a remark with its tone."""

    value: str
    of: str = ""
    remark: str = ""
    tone: str = "text2"
    aside: str = ""


def round_words(sheet: ScoreSheet) -> FigureWords:
    """Return points of this round over the maximum of what is scored in it."""
    total = sheet.total
    if total.points is None:
        return FigureWords("–", "chưa chấm")
    of = f"/ {shown(total.scored_maximum)}"
    return FigureWords(_points(total.points), of, aside=effect_words(sheet))


def published_words(cell: SheetCell, year: int) -> FigureWords | None:
    """Return the published total, or None where there is none."""
    result = cell.result_of("", year)
    if result is None or not result.score:
        return None
    of = f"/ {shown(Decimal(result.maximum))}" if result.maximum else ""
    return FigureWords(_points(Decimal(result.score)), of)


def rank_words(cell: SheetCell, year: int) -> FigureWords | None:
    """Return the published rank with its change in words, or None where there is none."""
    standing = published_standing(cell, "", year)
    if standing is None:
        return None
    of = f"/ {standing.of}" if standing.of else ""
    aside = last_rank(standing, year - 1)
    words = "" if standing.change is None else rank_sign(standing.change)
    return FigureWords(str(standing.rank), of, words, rank_tone(standing.change), aside)


def computed_words(desk: Desk, book: LeagueBook) -> FigureWords | None:
    """Return the rank and rating among the units of its group, or None where it stands alone."""
    state, sheets = desk.state, book.peers(desk.sheet)
    settings = rank_settings(state.rows["setting"], desk.assessment)
    found = book.contenders(sheets, desk.round) if len(sheets) > 1 else ()
    standing = standing_among(found, desk.sheet, settings.ties)
    if standing is None:
        return None
    rating = settings.rating(desk.scores.index)
    words = rating_name(rating.value) if rating is not None else ""
    of = f"/ {standing.of} cùng nhóm" if book.has_other_groups else f"/ {standing.of}"
    return FigureWords(str(standing.rank), of, words)


class Figure(QWidget):
    """A caption over a large figure; in a narrow window both on one line.

    Args:
        caption: what the figure is.
        parent: the head bar.
    """

    def __init__(self, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rule = upright(28)
        self._caption = label(caption, "cap", 500, "text3")
        self._inline = label(caption, "small", tone="text3")
        self._value = label("", "fig", 600)
        self._points = Steady(self._value)
        self._of = label("", "body", tone="text3")
        self._remark = label("", "small", 600)
        self._aside = label("", "small", tone="text3")
        self._width = WidthClass.MEDIUM
        self._words: FigureWords | None = None
        self._build()

    @property
    def text(self) -> str:
        """What it says, for tests and screen readers."""
        parts = (self._caption, self._value, self._of, self._remark, self._aside)
        return " ".join(part.text() for part in parts if part.text())

    def show_words(self, words: FigureWords | None) -> None:
        """Show a figure; None hides it."""
        self.setVisible(words is not None)
        if words is None or words == self._words:
            return
        self._words = words
        self._points.set_text(words.value)
        self._of.setText(words.of)
        self._remark.setText(words.remark)
        self._remark.setVisible(bool(words.remark))
        set_tone(self._remark, words.tone)
        self._aside.setText(words.aside)
        self.setAccessibleName(self.text)
        self.setToolTip(words.aside)
        self.set_width_class(self._width)

    def set_width_class(self, width: WidthClass) -> None:
        """Lay out for another width."""
        self._width = width
        is_line = width is WidthClass.NARROW
        self._caption.setVisible(not is_line)
        self._inline.setVisible(is_line)
        self._rule.setFixedHeight(16 if is_line else 28)
        font = _font("title" if is_line else "fig")
        if self._value.font() != font:
            self._value.setFont(font)
            self._points.reshape()
        self._aside.setVisible(width is WidthClass.WIDE and bool(self._aside.text()))

    def set_first(self, *, first: bool) -> None:
        """Leave out the rule before the first figure."""
        self._rule.setVisible(not first)

    def _build(self) -> None:
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for piece in (self._inline, self._value, self._of):
            _flat(piece)
        for part in (self._inline, self._points, self._of):
            line.addWidget(part)
        line.addSpacing(4)
        line.addWidget(self._remark)
        line.addSpacing(4)
        line.addWidget(self._aside)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        _flat(self._caption)
        column.addWidget(self._caption)
        column.addLayout(line)
        column.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self._rule)
        whole.addLayout(column)


def _points(value: Decimal) -> str:
    return shown(value, _PLACES, _PLACES)


def _font(role: str) -> QFont:
    return theme.font(role, 600)


def _flat(piece: QLabel) -> None:
    piece.setContentsMargins(0, 2, 0, 0)
