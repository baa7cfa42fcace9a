"""The tab "Chấm": everything to score one criterion, in a fixed order."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.checks import findings_at
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.explanation import explain, leaf_steps
from cchc_desktop.domain.rules.base import Entry
from cchc_desktop.overriding import override
from cchc_desktop.wording.effects import name_of
from ui.marks.explanation_card import ExplanationCard
from ui.marks.form_branch import BranchPage
from ui.marks.form_card import ScoreCard
from ui.marks.form_facts import Facts
from ui.marks.form_findings import FindingsNote
from ui.marks.form_head import FormHead
from ui.marks.form_split import SplitDialog
from ui.marks.form_words import DOT, appraiser_words, due_words, meta
from ui.marks.losses_card import LossesCard
from ui.shared.buttons import normal
from ui.shared.desk import Desk
from ui.shared.dialogs import show_dialog
from ui.shared.frames import box_of, row
from ui.shared.workplace import WidthClass

_LEVELS = 8  # layouts from a word up to the page
_TIGHT, _NARROW = 420, 480  # logical pixels; below them parts stand under each other


class ScorePage(QWidget):
    """Head, card, explanation, losses and findings of a leaf; sum and children of a branch.

    Args:
        desk: what lies on the desk.
        has_list: whether somebody shows the list of all findings.
        parent: the widget it lies in.
    """

    finished = Signal()
    review_asked = Signal()

    def __init__(
        self, desk: Desk, has_list: Callable[[], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._has_list = desk, has_list
        self._facts: Facts | None = None
        self._width = WidthClass.WIDE
        self.head = FormHead()
        self.card = ScoreCard(desk)
        self.explanation = ExplanationCard()
        self.losses = LossesCard(desk)
        self.branch = BranchPage(desk)
        self.note = FindingsNote()
        self.split_button = normal("Tách thành tiêu chí…", self.split, "split")
        self.add_button = normal("Thêm khoản bị trừ", self.losses.add, "plus")
        self._foot = row(self.split_button, self.add_button, None, gap=8)
        self._way = row(self.branch.button, self.branch.losses, None, gap=8)
        self._lay_out()
        self.card.finished.connect(self.finished)
        self.card.tried.connect(self._try)
        self.head.stepped.connect(self._step)
        self.branch.chosen.connect(desk.choose)
        self.note.asked.connect(self.review_asked)

    @property
    def facts(self) -> Facts | None:
        """What shows."""
        return self._facts

    def show_facts(self, facts: Facts) -> None:
        """Show a criterion; another one than before drops what was typed."""
        is_new = self._facts is None or self._facts.place != facts.place
        if is_new:
            self.card.drop()
        self._facts = facts
        self._show_head(facts)
        is_leaf = not facts.is_branch
        for piece in (self.branch, self._way):
            piece.setVisible(not is_leaf)
        self.card.setVisible(is_leaf)
        has_losses = facts.row.is_applicable and facts.row.effect is not Effect.BONUS
        self.losses.setVisible(is_leaf and has_losses)
        self.explanation.setVisible(is_leaf)
        self._foot.setVisible(is_leaf and facts.criterion.is_balancing and facts.is_editable)
        if is_leaf:
            self._order(losses_first=facts.lists_amounts)
            self.card.show_facts(facts)
            self.losses.show_losses(facts)
            self.explanation.show_steps(explain(self._desk.scores, facts.criterion.id))
        else:
            self.branch.show_facts(facts)
        self._show_findings(facts)
        _settle()

    def set_width_class(self, width: WidthClass) -> None:
        """Lay out for a width."""
        self._width = width
        gap = 12 if width is WidthClass.WIDE else 8
        self._box.setSpacing(gap)
        self._box.setContentsMargins(16, gap, 16, gap)
        self.branch.set_gap(gap)
        self.losses.set_dense(width is WidthClass.MEDIUM)
        if width is WidthClass.MEDIUM:
            self._box.removeWidget(self.explanation)
        self.card.set_width_class(width, self.explanation)
        self._order(losses_first=False)
        if self._facts is not None:
            self.show_facts(self._facts)

    def take(self) -> None:
        """Take what is typed and not taken yet."""
        self.card.take()
        self.losses.take()

    def focus_first(self) -> None:
        """Put the cursor into the first input."""
        if self._facts is not None and self._facts.is_branch:
            self.branch.focus_first()
        else:
            self.card.focus_first()

    def split(self) -> None:
        """Ask for the criterion that is split off a balancing node."""
        if self._facts is None:
            return
        dialog = SplitDialog(self._facts, self)
        dialog.accepted.connect(lambda: self._desk.run(dialog.command))
        show_dialog(dialog)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_tight = event.size().width() < _TIGHT
        self.card.set_tight(is_tight)
        self.branch.figures.set_tight(event.size().width() < _NARROW)
        self.head.set_tight(is_tight)
        self.losses.set_tight(is_tight)
        way = QBoxLayout.Direction.TopToBottom if is_tight else QBoxLayout.Direction.LeftToRight
        for buttons in (self._foot, self._way):
            box_of(buttons).setDirection(way)

    def _lay_out(self) -> None:
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(16, 12, 16, 12)
        self._box.setSpacing(12)
        pieces = (
            self.head, self.card, self.explanation, self.losses, self.branch, self.note, self._way,
            self._foot,
        )  # fmt: skip
        for piece in pieces:
            self._box.addWidget(piece)
        self._box.addStretch(1)

    def _order(self, *, losses_first: bool) -> None:
        """Where listed losses are the input they stand before the explanation."""
        place = 3 if losses_first else 2
        is_aside = self._width is WidthClass.MEDIUM
        if not is_aside and self._box.indexOf(self.explanation) != place:
            self._box.removeWidget(self.explanation)
            self._box.insertWidget(place, self.explanation)

    def _show_head(self, facts: Facts) -> None:
        is_hidden = self._width is WidthClass.MEDIUM and not (
            facts.is_branch or facts.criterion.is_balancing
        )
        with_area = self._width is WidthClass.WIDE
        words = meta(facts, self._desk.state, with_area=with_area)
        if is_hidden:
            words = due_words(facts.criterion)
        appraisers = appraiser_words(self._desk.state, facts.criterion.id)
        words = DOT.join(each for each in (words, appraisers) if each)
        counts = facts.row.is_applicable
        effect = "" if facts.row.is_counted else name_of(facts.row.effect.value)
        self.head.show_criterion(facts.criterion, words, is_applicable=counts, effect=effect)

    def _try(self, entry: Entry) -> None:
        if self._facts is not None:
            self.explanation.show_steps(leaf_steps(self._facts.tree, self._facts.row, entry))
            _settle()

    def _step(self, by: int) -> None:
        nodes = [node.id for node, _ in self._desk.tree.walk]
        if self._desk.criterion in nodes:
            self._desk.choose(
                nodes[max(0, min(len(nodes) - 1, nodes.index(self._desk.criterion) + by))]
            )

    def _show_findings(self, facts: Facts) -> None:
        desk = self._desk
        year = desk.state.assessments[desk.assessment].year
        node = facts.criterion
        found = findings_at(desk.scores, desk.state.cell(desk.sheet), node, year)
        self.note.show_findings(found, node.code, has_list=self._has_list())


def _settle() -> None:
    """Lay out at once what asks for it, level after level, so no half-made page is painted."""
    for _ in range(_LEVELS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
