"""The card “Cách chấm”: kind, maximum, parameters, rounding of one criterion."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from cchc_desktop.commands.criteria import SetMaximum, SetRounding, SetRule
from cchc_desktop.domain.criteria import ROOT, CriteriaTree, Criterion
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.new_rules import starting_rule
from cchc_desktop.domain.points import ZERO, Rounding, RoundingMode
from cchc_desktop.domain.rules import Rule
from cchc_desktop.domain.set_checks import WHOLE_SET, areas_total, left_to_share
from cchc_desktop.wording.effects import EFFECT, beside_parent, capped_by
from cchc_desktop.wording.rule_forms import RULE_CHOICES, rounding_name
from cchc_desktop.wording.set_checks import shared_out
from ui.criteria.effect_line import EffectLine
from ui.criteria.rule_parameters import LABEL_WIDTH, RuleParameters
from ui.criteria.value_editors import NUMBER_WIDTH, shrinkable
from ui.shared.combos import Combo
from ui.shared.desk import Desk
from ui.shared.fields import NumberField
from ui.shared.frames import row
from ui.shared.labels import ElidedLabel, label, restyle, set_tone
from ui.shared.tab_order import as_laid_out, follow

_MOST_PLACES = 4
_ROUNDINGS = (
    Rounding(),
    *(Rounding(RoundingMode.HALF_UP, places) for places in range(1, _MOST_PLACES + 1)),
    *(Rounding(RoundingMode.TRUNCATE, places) for places in range(1, _MOST_PLACES + 1)),
)


class RuleCard(QFrame):
    """Every change here is a command at once; what a rule refuses stays with its reason."""

    tried = Signal(object)  # Rule: what stands in the form, while a person types
    left = Signal(str)  # code of a criterion whose rule stays unwritten: it is faulty

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._criterion = ""
        self._shown: Rule | None = None
        self._drafts: dict[
            str, tuple[Rule, Rule]
        ] = {}  # criterion: the rule it had, the faulty one
        self.parameters: RuleParameters | None = None
        self.setProperty("kind", "card")
        self.kind = Combo("Loại quy tắc", 500)
        self.kind.activated.connect(self._take_kind)
        self._fixed_kind = ElidedLabel("", "body", 500)
        self.maximum = NumberField(name="Điểm tối đa")
        self.maximum.setFixedWidth(NUMBER_WIDTH - 20)
        self.maximum.set_check(self._check_maximum)
        self.maximum.taken.connect(self._take_maximum)
        self.maximum.reason_changed.connect(self._show_share)
        self._share = ElidedLabel("", "small")
        self.rounding = Combo("Làm tròn")
        self.rounding.activated.connect(self._take_rounding)
        self.effect = EffectLine(desk)
        self._caption = label("Điểm tối đa", tone="text2")
        for combo in (self.kind, self.rounding):
            shrinkable(combo)
        self._lay_out()

    @property
    def share(self) -> str:
        """What stands beside the maximum: how far the parent is shared out, or a refusal."""
        return self._share.text()

    @property
    def criterion(self) -> str:
        """Id of the criterion that shows."""
        return self._criterion

    def take_all(self) -> None:
        """Take what is still being typed: another criterion is about to show."""
        if self.maximum.is_dirty:
            self.maximum.take()
        if self.parameters is not None:
            self.parameters.take_all()
            self._keep_draft(self.parameters.rule)

    def show_criterion(self, tree: CriteriaTree, node: Criterion) -> None:
        """Show a criterion; what a person is typing stays."""
        is_other = node.id != self._criterion
        is_read_only = self._desk.session.store.is_read_only
        self._criterion = node.id
        self._show_kind(tree, node, is_read_only=is_read_only)
        self._show_maximum(tree, node, is_read_only=is_read_only, is_other=is_other)
        choices: list[tuple[str, object]] = [
            (rounding_name(each.mode, each.places), each)
            for each in dict.fromkeys((*_ROUNDINGS, node.rounding))
        ]
        self.rounding.show_choices(choices, node.rounding)
        self.rounding.setEnabled(not is_read_only)
        self._show_effect(tree, node, is_read_only=is_read_only)
        if tree.is_branch(node.id) or node.is_balancing:
            self._drop_parameters()
        elif self._shown != node.rule or is_other:
            self._show_rule(node.rule, is_other=is_other, is_read_only=is_read_only)
            self._show_draft(node)

    def _show_effect(self, tree: CriteriaTree, node: Criterion, *, is_read_only: bool) -> None:
        for widget in (self.effect, self._effect_caption):
            widget.setVisible(not node.is_balancing)
        self.effect.show_criterion(tree, node, is_read_only=is_read_only)
        is_cap = tree.effects[node.id] is not Effect.NORMAL and tree.is_branch(node.id)
        self._caption.setText("Trần" if is_cap else "Điểm tối đa")

    def _show_kind(self, tree: CriteriaTree, node: Criterion, *, is_read_only: bool) -> None:
        is_leaf = not tree.is_branch(node.id) and not node.is_balancing
        self.kind.setVisible(is_leaf)
        self.kind.setEnabled(not is_read_only)
        self._fixed_kind.setVisible(not is_leaf)
        self._fixed_kind.setText(
            "Phần chưa tách: điểm tối đa suy ra" if node.is_balancing else "Tổng điểm các mục con"
        )
        choices: list[tuple[str, object]] = [(words, k) for k, words in RULE_CHOICES.items()]
        self.kind.show_choices(choices, node.rule.kind)

    def _show_maximum(
        self, tree: CriteriaTree, node: Criterion, *, is_read_only: bool, is_other: bool
    ) -> None:
        field = self.maximum
        if is_other and field.is_dirty:
            field.restore()
        field.set_value(tree.maxima[node.id] if node.is_balancing else node.maximum)
        field.setReadOnly(is_read_only or node.is_balancing)
        field.set_calculated(calculated=node.is_balancing)
        restyle(field, "flat", "1" if is_read_only else "0")
        self._show_share()

    def _show_share(self) -> None:
        tree = self._desk.tree
        if self.maximum.reason:
            self._share.setText(self.maximum.reason)
            set_tone(self._share, "losttext")
            return
        if self._criterion not in tree:
            return
        parent, effect = tree[self._criterion].parent, tree.effects[self._criterion]
        if effect is not tree.effects[parent]:
            code = tree[parent].code if parent in tree else ""
            self._share.setText(beside_parent(effect.value, code))
            set_tone(self._share, "text2")
            return
        words, left = _share_of(tree, parent)
        self._share.setText(words)
        is_cap = effect is not Effect.NORMAL
        set_tone(self._share, "text2" if is_cap else "oktext" if left == ZERO else "opentext")

    def _show_rule(self, rule: Rule, *, is_other: bool, is_read_only: bool) -> None:
        same_form = self.parameters is not None and type(self.parameters.rule) is type(rule)
        is_unfinished = is_other and self.parameters is not None and self.parameters.is_unfinished
        needs_new = is_unfinished or not same_form or _over(self._shown) != _over(rule)
        if self.parameters is None or needs_new:
            self._drop_parameters()
            self._shown = rule
            self.parameters = RuleParameters(rule, is_read_only=is_read_only)
            self.parameters.typing.connect(self._check)
            self.parameters.taken.connect(self._take_rule)
            self._slot.addWidget(self.parameters)
            follow(self.maximum, as_laid_out(self.parameters))
        else:
            self._shown = rule
            self.parameters.show_rule(rule)
        self._check(rule)

    def _keep_draft(self, draft: Rule) -> None:
        """Keep a faulty rule that is being left; it shows again with its criterion."""
        node = self._desk.tree.nodes.get(self._criterion)
        if node is None or draft == node.rule or not draft.check(node.maximum):
            return
        self._drafts[node.id] = (node.rule, draft)
        self.left.emit(node.code)

    def _show_draft(self, node: Criterion) -> None:
        """Show what was typed here before, unless the rule has changed since."""
        before, draft = self._drafts.pop(node.id, (None, node.rule))
        if before == node.rule and self.parameters is not None:
            self.parameters.show_rule(draft)
            self._check(draft)

    def _drop_parameters(self) -> None:
        self._shown = None
        if self.parameters is not None:
            self.parameters.typing.disconnect(self._check)
            self.parameters.taken.disconnect(self._take_rule)
            self._slot.removeWidget(self.parameters)
            self.parameters.hide()
            self.parameters.deleteLater()
            self.parameters = None

    def _check(self, rule: Rule) -> bool:
        """Show what is wrong with a rule; return whether it may stand."""
        maximum = self._desk.tree.maxima.get(self._criterion)
        problems = rule.check(maximum)
        if self.parameters is not None:
            self.parameters.show_problems(problems)
        self.tried.emit(rule)
        return all(problem.is_warning for problem in problems)

    def _take_rule(self, rule: Rule, parameter: str) -> None:
        if self._check(rule):
            self._shown = rule
            before = self._desk.tree[self._criterion].rule
            typed = _typed_part(getattr(before, parameter), getattr(rule, parameter))
            joins = f"rule {self._criterion} {parameter} {typed}" if typed else ""
            self._desk.run(SetRule(self._criterion, rule), joins)

    def _take_kind(self) -> None:
        maximum = self._desk.tree.maxima.get(self._criterion)
        rule = starting_rule(str(self.kind.currentData()), maximum)
        if not self._desk.run(SetRule(self._criterion, rule)):  # a refused kind does not stay
            node = self._desk.tree[self._criterion]
            self._show_kind(self._desk.tree, node, is_read_only=False)

    def _check_maximum(self, value: Decimal) -> None:
        SetMaximum(self._criterion, value).plan(self._desk.state)

    def _take_maximum(self, value: Decimal | None) -> None:
        self._desk.run(SetMaximum(self._criterion, value))

    def _take_rounding(self) -> None:
        rounding = self.rounding.currentData()
        self._desk.run(SetRounding(self._criterion, rounding))

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 10)
        box.setSpacing(6)
        box.addWidget(label("Cách chấm", "body", 600))
        kind = (label("Loại quy tắc", tone="text2"), row(self.kind, self._fixed_kind))
        box.addLayout(_lines(kind, (self._caption, self._maximum_line())))
        self._slot = QVBoxLayout()
        self._slot.setContentsMargins(0, 0, 0, 0)
        box.addLayout(self._slot)
        self._effect_caption = label(EFFECT, tone="text2")
        self._effect_caption.setContentsMargins(0, 6, 0, 0)
        rounding = (label("Làm tròn", tone="text2"), self.rounding)
        box.addLayout(_lines(rounding, (self._effect_caption, self.effect)))

    def _maximum_line(self) -> QWidget:
        line = QWidget()
        grid = QGridLayout(line)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.addWidget(self.maximum, 0, 0)
        grid.addWidget(self._share, 0, 1)
        grid.setColumnStretch(1, 1)
        return line


def _lines(*lines: tuple[QWidget, QWidget]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, LABEL_WIDTH)
    grid.setColumnStretch(1, 1)
    for number, (caption, widget) in enumerate(lines):
        is_tall = isinstance(widget, EffectLine)
        side = Qt.AlignmentFlag.AlignTop if is_tall else Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(caption, number, 0, side)
        grid.addWidget(widget, number, 1)
    return grid


def _share_of(tree: CriteriaTree, parent: str) -> tuple[str, Decimal | None]:
    if parent == ROOT:
        total = areas_total(tree)
        left = None if total is None else WHOLE_SET - total
        return shared_out("Cả bộ", WHOLE_SET, left), left
    node, maximum = tree[parent], tree.maxima[parent]
    if tree.effects[parent] is not Effect.NORMAL:
        return capped_by(node.code, node.maximum), None
    if maximum is None:
        return "", None
    left = left_to_share(tree, parent)
    name = f"Lĩnh vực {node.code}" if node.parent == ROOT else f"Mục {node.code}"
    return shared_out(name, maximum, left), left


def _over(rule: Rule | None) -> object:
    """Return what decides how the numbers of a form are read."""
    return getattr(rule, "over", None)


def _typed_part(before: object, after: object) -> str:
    """Return what words a person types into step by step, "" where each change is a step."""
    if isinstance(after, tuple) and isinstance(before, tuple) and len(after) == len(before):
        rows = [n for n, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
        return f"row {rows[0]}" if len(rows) == 1 else ""
    return "words" if type(after) is str else ""
