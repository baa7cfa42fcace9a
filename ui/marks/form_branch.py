"""What a branch shows: its points and rank, its children, the sum written out."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.explanation import explain
from cchc_desktop.domain.losses import is_lossy
from cchc_desktop.domain.ranking import Standing, published_standing
from cchc_desktop.wording.numerals import shown
from ui.marks.explanation_card import ExplanationCard
from ui.marks.form_children import ChildTable
from ui.marks.form_facts import Facts
from ui.marks.form_words import level_word, points_or_dash
from ui.marks.signs import sign_at
from ui.shared.buttons import normal, primary
from ui.shared.desk import Desk
from ui.shared.frames import column, flush, row, upright
from ui.shared.labels import AIR, label, set_tone
from ui.shared.ranks import last_rank, rank_sign, rank_tone


class _Stat(QWidget):
    """A caption over a figure with its denominator."""

    def __init__(self, caption: str) -> None:
        super().__init__()
        self.caption = label(caption, "cap", 500, "text2")
        self.figure = label("–", "fig", 600)
        self.of = label("", "small", tone="text3")
        self.of.setContentsMargins(0, AIR, 0, AIR + 2)  # on the line that the figure stands on
        box = flush(QVBoxLayout(self))
        box.addWidget(self.caption)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.figure)
        line.addWidget(self.of, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        box.addLayout(line)

    def show_figure(self, figure: str, of: str) -> None:
        self.figure.setText(figure)
        self.of.setText(f"/ {of}" if of else "")


class BranchFigures(QFrame):
    """Points of this round, published points, rank with its change in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._points = _Stat("Điểm vòng này")
        self._published = _Stat("Công bố")
        self._rank = _Stat("Hạng")
        self.change = label("", "small", 600)
        self.last = label("", "small", tone="text3")
        self._rules = (upright(32), upright(32))
        self._change = column(None, self.change, self.last, None, gap=0)
        first, second = self._rules
        marks = row(self._points, first, self._published, gap=14)
        self._ranks = row(second, self._rank, self._change, gap=14)
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._outer.setContentsMargins(16, 8, 12, 8)
        self._outer.setSpacing(14)
        for piece in (marks, self._ranks):
            self._outer.addWidget(piece, 0, Qt.AlignmentFlag.AlignLeft)
        self._outer.addStretch(1)

    def set_tight(self, tight: bool) -> None:
        """Put the rank below the points where there is no room beside them."""
        way = QBoxLayout.Direction.TopToBottom if tight else QBoxLayout.Direction.LeftToRight
        self._outer.setDirection(way)
        self._outer.setSpacing(4 if tight else 14)
        self._rules[1].setVisible(not tight)

    def show_figures(self, desk: Desk, facts: Facts) -> None:
        """Show the figures of a branch."""
        maximum = "" if facts.row.maximum is None else shown(facts.row.maximum)
        self._points.show_figure(points_or_dash(facts.row.points), maximum)
        year = desk.state.assessments[desk.assessment].year
        cell = desk.state.cell(desk.sheet)
        now = cell.result_of(facts.criterion.id, year)
        has_score = now is not None and bool(now.score)
        self._published.show_figure(
            shown(Decimal(now.score)) if now is not None and has_score else "–",
            shown(Decimal(now.maximum)) if now is not None and now.maximum else "",
        )
        self._rank.caption.setText(f"Hạng {level_word(facts.tree, facts.criterion.id).lower()}")
        self._show_rank(published_standing(cell, facts.criterion.id, year), year)

    def _show_rank(self, standing: Standing | None, year: int) -> None:
        self._ranks.setVisible(standing is not None)
        if standing is None:
            return
        self._rank.show_figure(shown(Decimal(standing.rank)), str(standing.of or ""))
        self.change.setText("" if standing.change is None else rank_sign(standing.change))
        set_tone(self.change, rank_tone(standing.change))
        self.last.setText(last_rank(standing, year - 1))


class BranchPage(QWidget):
    """Figures, children, the sum written out, and the way to the first child."""

    chosen = Signal(str)
    losses_asked = Signal(str)  # the criteria of this branch that lost points

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._first = self._node = ""
        self.figures = BranchFigures()
        self.table = ChildTable()
        self.table.chosen.connect(self.chosen)
        self.explanation = ExplanationCard()
        self.button = primary("Đến tiêu chí đầu", self._go)
        self.button.setAutoDefault(True)
        self.losses = normal("Xem các tiêu chí bị trừ", lambda: self.losses_asked.emit(self._node))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(12)
        for piece in (self.figures, self.table, self.explanation):
            self._box.addWidget(piece)

    def show_facts(self, facts: Facts) -> None:
        """Show a branch."""
        sheet = self._desk.scores
        node = self._node = facts.criterion.id
        children = facts.tree.children_of(node)
        self._first = children[0]
        first = facts.tree[self._first]
        self.figures.show_figures(self._desk, facts)
        year = self._desk.state.assessments[self._desk.assessment].year
        signs = {child: sign_at(sheet, child, year) for child in children}
        self.table.show_children(sheet, node, signs)
        leaves = [each.id for each in facts.tree.below(node) if not facts.tree.is_branch(each.id)]
        lossy = sum(is_lossy(sheet[leaf]) for leaf in leaves)
        word = level_word(facts.tree, node).lower()
        hint = f"Điểm {word} là tổng, hãy chấm tiêu chí con. Nhấn Enter để đến {first.code}."
        self.explanation.show_steps(explain(sheet, node), hint)
        is_new = facts.is_editable and not sheet.scored
        self.button.set_text(f"{'Bắt đầu chấm' if is_new else 'Đến tiêu chí'} {first.code}")
        self.losses.set_text(f"Xem các tiêu chí bị trừ ({lossy})")
        self.losses.setEnabled(lossy > 0)

    def set_gap(self, gap: int) -> None:
        """Change the space between the cards."""
        self._box.setSpacing(gap)

    def focus_first(self) -> None:
        """Put the cursor on the way to the first child."""
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self) -> None:
        self.chosen.emit(self._first)
