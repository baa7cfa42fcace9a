"""The tab "So vòng": one line a round, and the figures as they were printed."""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from cchc_desktop.domain.ranking import published_standing
from cchc_desktop.domain.state import State
from cchc_desktop.records import record
from cchc_desktop.wording.dossier import round_name
from cchc_desktop.wording.numerals import shown
from ui.marks.form_facts import Facts
from ui.marks.form_words import points_or_dash
from ui.shared.desk import Desk
from ui.shared.labels import label, set_tone
from ui.shared.ranks import of_units

_HEADS = ("Vòng", "Điểm", "Bị trừ", "Ghi chú")
_NAME = 110


@record
class RoundLine:
    """One line of the table."""

    name: str
    points: str
    lost: str
    note: str
    is_current: bool = False


def round_lines(desk: Desk, facts: Facts) -> tuple[RoundLine, ...]:
    """Return a line for each round of the assessment, then one for the printed result."""
    state = desk.state
    lines = []
    for in_round in state.assessments[desk.assessment].rounds:
        row = desk.session.scores(desk.sheet, in_round)[facts.criterion.id]
        mark = state.cell(desk.sheet).mark(facts.criterion.id, in_round)
        lines.append(
            RoundLine(
                round_name(in_round),
                points_or_dash(row.points),
                points_or_dash(row.lost),
                mark.note if mark else "",
                is_current=in_round is facts.place.round,
            )
        )
    return (*lines, *_printed(state, desk, facts))


def _printed(state: State, desk: Desk, facts: Facts) -> tuple[RoundLine, ...]:
    year = state.assessments[desk.assessment].year
    result = state.cell(desk.sheet).result_of(facts.criterion.id, year)
    if result is None:
        return ()
    standing = published_standing(state.cell(desk.sheet), facts.criterion.id, year)
    rank = f"hạng {of_units(standing.rank, standing.of)}" if standing is not None else ""
    return (RoundLine("Báo cáo in", _figure(result.score), _figure(result.lost), rank),)


def _figure(text: str) -> str:
    return shown(Decimal(text)) if text else "–"


class RoundsTab(QWidget):
    """Points of one criterion in all rounds.

    Args:
        desk: what lies on the desk.
        parent: the widget it lies in.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lines: list[tuple[QLabel, ...]] = []
        card = QFrame()
        card.setProperty("kind", "card")
        self._grid = QGridLayout(card)
        self._grid.setContentsMargins(12, 8, 12, 8)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, _NAME)
        self._grid.setColumnStretch(3, 1)
        for column, words in enumerate(_HEADS):
            head = label(words, "small", tone="text3")
            head.setAlignment(_side(column))
            self._grid.addWidget(head, 0, column)
        self._hint = label(
            "Chỉ vòng đang chọn ở đầu cửa sổ sửa được.", "small", tone="text3", wrap=True
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(8)
        box.addWidget(card)
        box.addWidget(self._hint)
        box.addStretch(1)

    @property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """What the lines say."""
        return tuple(
            tuple(piece.text() for piece in line) for line in self._lines if not line[0].isHidden()
        )

    def show_facts(self, facts: Facts) -> None:
        """Show the rounds of a criterion."""
        lines = round_lines(self._desk, facts)
        while len(self._lines) < len(lines):
            self._add_line()
        for pieces, line in zip(self._lines, lines, strict=False):
            words = (line.name, line.points, line.lost, line.note)
            for piece, text in zip(pieces, words, strict=True):
                piece.setText(text)
            set_tone(pieces[0], "accent" if line.is_current else "text")
            set_tone(pieces[2], "losttext" if line.lost not in {"–", "0"} else "text3")
        for number, pieces in enumerate(self._lines):
            for piece in pieces:
                piece.setVisible(number < len(lines))

    def _add_line(self) -> None:
        number = len(self._lines) + 1
        pieces = (
            label("", "body", 500, wrap=True),
            label("", "body", 500),
            label("", "body", tone="losttext"),
            label("", "small", tone="text2", wrap=True),
        )
        for column, piece in enumerate(pieces):
            piece.setAlignment(_side(column))
            self._grid.addWidget(piece, number, column)
        self._lines.append(pieces)


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in {1, 2} else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignTop
