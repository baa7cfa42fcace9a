"""Points of one criterion tried out: total and rank as they would be; nothing is written."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.points import ZERO
from cchc_desktop.domain.scoring import ScoreRow, ScoreSheet, tried
from cchc_desktop.wording import marks as mark_words
from cchc_desktop.wording.numerals import shown
from cchc_desktop.wording.ranking import rank_moved
from ui.rank.provinces import Provinces
from ui.shared.combos import Combo
from ui.shared.desk import Desk
from ui.shared.fields import NumberField
from ui.shared.frames import box_of, frame, row
from ui.shared.labels import label, say_or_hide, set_tone

_FIELD = 84


class WhatIf(QWidget):
    """A criterion, a field for its points, and what would become of total and rank.

    Args:
        desk: session, sheet and round.
        parent: the panel.
    """

    tried = Signal(object)  # ScoreSheet with the points that are typed, None for what stands

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._place: tuple[object, ...] = ()
        self.leaf = Combo("Tiêu chí thử điểm")
        self.leaf.setMinimumContentsLength(8)
        self.leaf.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.field = NumberField(name="Điểm thử")
        self.field.setPlaceholderText("điểm")
        self.field.setFixedWidth(_FIELD)
        self.field.set_check(_refuse_negative)
        self.reason = label("", "small", tone="losttext", wrap=True)
        self.reason.hide()
        self.said = label("", tone="text2", wrap=True)
        self._lines: list[tuple[QLabel, QLabel, QLabel]] = []
        self._lay_out()
        self.leaf.activated.connect(self.drop)
        self.field.typing.connect(self._tell)
        self.field.reason_changed.connect(self._explain)

    @property
    def points(self) -> Decimal | None:
        """The points that are tried, None while none are."""
        return self._points

    @property
    def lines(self) -> tuple[tuple[str, str, str], ...]:
        """What the card says: name, what stands, what would be."""
        return tuple((a.text(), b.text(), c.text()) for a, b, c in self._lines)

    def refresh(self) -> None:
        """Offer the leaves of the sheet; points that are tried stay while their place does."""
        desk = self._desk
        scores = desk.scores if desk.sheet else None
        leaves = [] if scores is None else _counted(scores)
        choices = [(f"{node.code}  {node.name}", node.id) for node in leaves]
        keys = [node.id for node in leaves]
        place, kept = (desk.sheet, desk.round, desk.criterion), self.leaf.currentData()
        if self._place != place or kept not in keys:
            kept = desk.criterion if desk.criterion in keys else next(iter(keys), "")
            self._clear()
        self._place = place
        self.leaf.show_choices(choices, kept)
        self.setEnabled(bool(choices))
        self.field.set_maximum(self._row().maximum if choices else None)
        self._tell(self._points)

    def follow(self) -> None:
        """Offer the criterion on the desk, where another one was chosen there."""
        if self._place != (self._desk.sheet, self._desk.round, self._desk.criterion):
            self.refresh()

    def drop(self) -> None:
        """Forget the points that are tried."""
        self._clear()
        self.refresh()

    def show_trial(self, provinces: Provinces) -> None:
        """Say what would become of points, total and rank."""
        trial, scores = provinces.trial, self._scores
        self._card.setVisible(trial is not None)
        self.said.setVisible(trial is not None)
        if trial is None or scores is None:
            return
        row, own, new = self._row(), provinces.own, trial.row
        code = row.criterion.code
        self._say(0, f"Điểm {code}", _points(row.points, 3), _points(self._points, 3))
        self._say(1, "Tổng điểm", _points(own.total, 2), _points(new.total, 2))
        self._say(2, "Hạng", _rank(own.rank), _rank(new.rank))
        names = {each.key: each.name for each in provinces.rows}
        self.said.setText(rank_moved(own.rank, new.rank, [names[key] for key in trial.passed]))

    def _row(self) -> ScoreRow:
        return self._desk.scores[self.leaf.currentData()]

    def _clear(self) -> None:
        self._points: Decimal | None = None
        self._scores: ScoreSheet | None = None
        self.field.set_value(None)
        if self.field.is_dirty or self.field.text():
            self.field.restore()

    def _tell(self, points: Decimal | None) -> None:
        self._points = points
        leaf, self._scores = self.leaf.currentData(), None
        if points is not None and leaf:
            self._scores = tried(self._desk.scores, leaf, points)
        self.tried.emit(self._scores)

    def _explain(self, reason: str) -> None:
        say_or_hide(self.reason, reason)

    def _say(self, place: int, *words: str) -> None:
        name, before, after = self._lines[place]
        name.setText(words[0])
        before.setText(words[1])
        after.setText(f"→ {words[2]}")

    def _lay_out(self) -> None:
        self._card = frame("card", margins=(12, 6, 12, 6))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        for place in range(3):
            line = [label("", tone="text2"), label("", tone="text2"), label("", "body", 600)]
            set_tone(line[2], "accent")
            for at, piece in enumerate(line):
                side = Qt.AlignmentFlag.AlignRight if at else Qt.AlignmentFlag.AlignLeft
                grid.addWidget(piece, place, at, side)
            self._lines.append((line[0], line[1], line[2]))
        box_of(self._card).addLayout(grid)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        ask = row(self.leaf, self.field, gap=8)
        box_of(ask).setStretch(0, 1)
        pieces: tuple[QWidget, ...] = (ask, self.reason, self._card, self.said)
        for each in pieces:
            box.addWidget(each)
        self._clear()


def _counted(scores: ScoreSheet) -> list[Criterion]:
    return [node for node in scores.tree.leaves if scores[node.id].is_applicable]


def _points(value: Decimal | None, places: int) -> str:
    return "–" if value is None else shown(value, places)


def _rank(rank: int | None) -> str:
    return "–" if rank is None else str(rank)


def _refuse_negative(value: Decimal) -> None:
    if value < ZERO:
        raise CchcError(mark_words.points_negative(value), mark_words.points_range(None))
