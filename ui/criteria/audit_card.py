"""The card “Kiểm tra quy tắc”: what is proved, refuted or open about one criterion."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.audit_finding import AuditFinding, Verdict
from ui.shared.icons import IconLabel
from ui.shared.labels import AIR, label

_SIGNS: Mapping[Verdict, tuple[str, str, str]] = MappingProxyType(
    {
        Verdict.PROVED: ("du", "ok", "text2"),
        Verdict.REFUTED: ("sai", "losttext", "losttext"),
        Verdict.UNKNOWN: ("cho", "opentext", "opentext"),
    }
)
_SPOKEN: Mapping[Verdict, str] = MappingProxyType(
    {Verdict.PROVED: "Đúng", Verdict.REFUTED: "Sai", Verdict.UNKNOWN: "Chưa rõ"}
)


class AuditCard(QFrame):
    """One line a claim: its sign and its sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings: tuple[AuditFinding, ...] = ()
        self.setProperty("kind", "explanation")
        self._lines = QWidget()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(12, 8, 12, 8)
        self._box.setSpacing(2)
        self._box.addWidget(label("Kiểm tra quy tắc", "body", 600))
        self._box.addWidget(self._lines)

    def show_findings(self, findings: tuple[AuditFinding, ...]) -> None:
        """Show the audit of a criterion; the card hides where nothing is claimed."""
        self.setVisible(bool(findings))
        if findings == self.findings:
            return
        self.findings = findings
        old, self._lines = self._lines, QWidget()
        self._box.replaceWidget(old, self._lines)
        old.hide()
        old.deleteLater()
        grid = QGridLayout(self._lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for line, finding in enumerate(findings):
            icon, role, tone = _SIGNS[finding.verdict]
            sign = IconLabel(icon, role)
            sign.setAccessibleName(_SPOKEN[finding.verdict])
            sign.setContentsMargins(0, AIR, 0, AIR)
            grid.addWidget(sign, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(finding.sentence, "small", tone=tone, wrap=True), line, 1)
