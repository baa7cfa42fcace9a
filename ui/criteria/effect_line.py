"""Which effect a criterion has: chosen here, or handed down by what it stands in."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.commands.effects import SetEffect, SetMayExceed
from cchc_desktop.domain.criteria import CriteriaTree, Criterion
from cchc_desktop.domain.effects import Effect
from cchc_desktop.wording.effects import EFFECT, MAY_EXCEED, MAY_EXCEED_TIP, NAMES, follows
from ui.criteria.value_editors import shrinkable
from ui.shared import theme
from ui.shared.combos import Combo
from ui.shared.desk import Desk
from ui.shared.labels import ElidedLabel

_CHOICES: list[tuple[str, object]] = [(words, effect) for effect, words in NAMES.items()]


class EffectLine(QWidget):
    """The choice; below a bonus whether totals of the whole set may exceed their maximum.

    Args:
        desk: where commands run.
        parent: the card.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._criterion = ""
        self.choice = shrinkable(Combo(EFFECT))
        self.choice.activated.connect(self._take)
        self._from = ElidedLabel("", "small", tone="text3")
        self.may_exceed = QCheckBox(MAY_EXCEED)
        self.may_exceed.setFont(theme.font())
        self.may_exceed.setToolTip(MAY_EXCEED_TIP)
        self.may_exceed.setAccessibleDescription(MAY_EXCEED_TIP)
        self.may_exceed.clicked.connect(self._take_limit)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.choice, 1)
        line.addWidget(self._from, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(line)
        box.addWidget(self.may_exceed)
        for widget in (self._from, self.may_exceed):
            widget.hide()

    @property
    def source(self) -> str:
        """Which branch hands the effect down, "" where it is the criterion's own."""
        return "" if self._from.isHidden() else self._from.text()

    def show_criterion(self, tree: CriteriaTree, node: Criterion, *, is_read_only: bool) -> None:
        """Show what a criterion does to its parent's points."""
        self._criterion = node.id
        effect, above = tree.effects[node.id], tree.effects[node.parent]
        is_handed_down = above is not Effect.NORMAL
        self.choice.show_choices(_CHOICES, effect.value)
        self.choice.setEnabled(not is_read_only and not is_handed_down)
        self._from.setVisible(is_handed_down)
        if is_handed_down:
            self._from.setText(follows(tree[node.parent].code))
        self.may_exceed.setVisible(effect is Effect.BONUS)
        self.may_exceed.setEnabled(not is_read_only)
        self.may_exceed.setChecked(tree.may_exceed)

    def _take(self) -> None:
        effect = Effect(self.choice.currentData())
        if not self._desk.run(SetEffect(self._criterion, effect)):
            self._show_again()

    def _take_limit(self) -> None:
        may_exceed = self.may_exceed.isChecked()
        if not self._desk.run(SetMayExceed(self._desk.assessment, may_exceed=may_exceed)):
            self._show_again()

    def _show_again(self) -> None:
        """A refused choice does not stay."""
        tree = self._desk.tree
        if self._criterion in tree:
            self.show_criterion(tree, tree[self._criterion], is_read_only=False)
