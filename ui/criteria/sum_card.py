"""What a branch adds up: its children's maxima against its own."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cchc_desktop.domain.criteria import CriteriaTree, Criterion
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.points import ZERO
from cchc_desktop.domain.set_checks import children_total, left_to_share
from cchc_desktop.wording.effects import cap_alone, reaches_cap
from cchc_desktop.wording.numerals import shown
from cchc_desktop.wording.set_checks import shared_out
from ui.shared.labels import label, set_tone

_MOST = 12


class SumCard(QFrame):
    """The sum written out, and whether it fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "explanation")
        self._sum = label("", "body", 500, wrap=True)
        self._verdict = label("", "small", 500, "oktext", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(4)
        box.addWidget(label("Tổng các mục con", "body", 600))
        box.addWidget(self._sum)
        box.addWidget(self._verdict)

    @property
    def sum_text(self) -> str:
        """The sum as written."""
        return self._sum.text()

    @property
    def verdict(self) -> str:
        """Whether the sum fits the branch's maximum."""
        return self._verdict.text()

    def show_branch(self, tree: CriteriaTree, node: Criterion) -> None:
        """Show a branch."""
        maxima = [tree.maxima[child] for child in tree.alike(node.id)]
        parts = ["?" if maximum is None else shown(maximum) for maximum in maxima[:_MOST]]
        listed = " + ".join(parts) + (" + …" if len(maxima) > _MOST else "")
        total, maximum = children_total(tree, node.id), tree.maxima[node.id]
        self._sum.setText(listed if total is None else f"{listed} = {shown(total)}")
        if tree.effects[node.id] is not Effect.NORMAL:
            cap = node.maximum
            self._verdict.setText(cap_alone(cap) if total is None else reaches_cap(total, cap))
            set_tone(self._verdict, "text2")
            return
        left = left_to_share(tree, node.id)
        self._verdict.setText("" if maximum is None else shared_out(node.code, maximum, left))
        set_tone(self._verdict, "oktext" if left == ZERO else "opentext")
