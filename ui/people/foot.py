"""The line under a list: how many, and what is to be looked at."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cchc_desktop.overriding import override
from ui.shared.labels import ElidedLabel, label
from ui.shared.rows import RULE, TOTAL, paint_foot


class Foot(QWidget):
    """A total under a double rule; findings in amber beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(TOTAL + RULE)
        self.total = label("", "body", 600)
        self.findings = ElidedLabel("", "small", 500, "opentext")
        box = QHBoxLayout(self)
        box.setContentsMargins(8, 4, 12, 0)
        box.setSpacing(16)
        box.addWidget(self.total)
        box.addWidget(self.findings, 1)

    def say(self, total: str, findings: Sequence[str] = ()) -> None:
        """Show the total and the findings."""
        self.total.setText(total)
        words = "  ·  ".join(findings)
        self.findings.setText(words)
        self.findings.setAccessibleName(words)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_foot(painter, self)
        painter.end()
