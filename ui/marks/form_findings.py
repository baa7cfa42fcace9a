"""The note at the end of the form: what does not agree at this criterion."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from cchc_desktop.domain.checks import Finding, FindingKind
from ui.shared.buttons import ghost
from ui.shared.icons import IconLabel
from ui.shared.labels import label

_SHOWN = frozenset(
    {
        FindingKind.FIGURES_DIFFER,
        FindingKind.SUBTOTAL_DIFFERS,
        FindingKind.POINTS_OUTSIDE,
        FindingKind.RULE_FAULT,
        FindingKind.MAXIMA_DIFFER,
    }
)
"""What no other part of the form says already."""


class FindingsNote(QFrame):
    """Sentences of the findings of one criterion; hidden while there is none."""

    asked = Signal()  # the person wants the whole list

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "note")
        self.words = label("", "small", wrap=True)
        self.button = ghost("Xem rà soát", self.asked.emit)
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 4, 4, 4)
        box.setSpacing(8)
        box.addWidget(IconLabel("sai", "opentext"))
        box.addWidget(self.words, 1)
        box.addWidget(self.button)
        self.setMinimumHeight(40)
        self.hide()

    def show_findings(self, findings: Iterable[Finding], code: str, *, has_list: bool) -> None:
        """Show what does not agree.

        Args:
            findings: findings of the criterion.
            code: its code; the note need not repeat it.
            has_list: whether somebody shows the whole list.
        """
        lines = [_without(f.sentence, code) for f in findings if f.kind in _SHOWN]
        self.words.setText("\n".join(lines))
        self.button.setVisible(has_list)
        self.setVisible(bool(lines))


def _without(sentence: str, code: str) -> str:
    rest = sentence.removeprefix(f"{code}: ")
    return rest[:1].upper() + rest[1:]
