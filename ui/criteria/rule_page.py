"""The tab “Quy tắc” of one criterion."""

from dataclasses import replace

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cchc_desktop.domain.audit import audit, audit_leaf
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.rules import Rule
from ui.criteria.audit_card import AuditCard
from ui.criteria.rule_card import RuleCard
from ui.criteria.split_card import SplitCard
from ui.criteria.sum_card import SumCard
from ui.criteria.trial import RuleTrial
from ui.shared.desk import Desk
from ui.shared.frames import box_of, fill, frame
from ui.shared.icons import IconLabel
from ui.shared.labels import label


class RulePage(QWidget):
    """Rule, its trial, and what a change of it means."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._node: Criterion | None = None
        self.card = RuleCard(desk)
        self.sum = SumCard()
        self.split = SplitCard(desk)
        self.trial = RuleTrial(desk)
        self.audit = AuditCard()
        self._note_words = label("", "small", wrap=True)
        self._note = self._build_note()
        self.card.tried.connect(self._try)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 4, 16, 8)
        box.setSpacing(8)
        for piece in (self.card, self.sum, self.split, self.trial, self.audit, self._note):
            box.addWidget(piece)
        box.addStretch(1)

    @property
    def note(self) -> str:
        """What a change of the rule means."""
        return self._note_words.text()

    def refresh(self) -> None:
        """Show the desk's criterion as it stands."""
        desk = self._desk
        if desk.criterion != self.card.criterion and self.card.criterion in desk.tree:
            self.card.take_all()
        node = desk.tree.nodes.get(desk.criterion)
        self._node = node
        if node is None:
            return
        is_branch = desk.tree.is_branch(node.id)
        is_leaf = not is_branch and not node.is_balancing
        self.card.show_criterion(desk.tree, node)
        self.sum.setVisible(is_branch)
        self.split.setVisible(node.is_balancing and not is_branch)
        if is_branch:
            self.sum.show_branch(desk.tree, node)
        elif node.is_balancing:
            self.split.show_node(desk.tree, node)
        if is_leaf:
            self.trial.show_rule(node, node.rule)
        else:
            self.trial.hide()
        self.audit.show_findings(audit(desk.tree, node.id))
        self._show_note(is_leaf=is_leaf)

    def _try(self, rule: Rule) -> None:
        if self._node is not None:
            self.trial.show_rule(self._node, rule)
            tried = replace(self._node, rule=self.trial.rule)
            self.audit.show_findings(audit_leaf(tried, self._desk.tree.maxima[self._node.id]))

    def _show_note(self, *, is_leaf: bool) -> None:
        desk = self._desk
        units = len(desk.state.sheets_of(desk.assessment))
        self._note_words.setText(f"Đổi quy tắc sẽ tính lại {units} đơn vị. Hoàn tác bằng Ctrl+Z.")
        self._note.setVisible(is_leaf and not desk.session.store.is_read_only)

    def _build_note(self) -> QFrame:
        found = frame("info", vertical=False, margins=(12, 6, 12, 6), gap=8)
        fill(found, IconLabel("info", "accent"))
        box_of(found).addWidget(self._note_words, 1)
        return found
