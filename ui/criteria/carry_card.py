"""The card “Mang sang” of a copy: what goes along to the new year, each with a tick and a count."""

from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from cchc_desktop.domain.carrying import Handover
from cchc_desktop.domain.criteria import CriteriaTree
from ui.shared import theme
from ui.shared.frames import row
from ui.shared.icons import IconLabel
from ui.shared.labels import label

_OPEN = "{} tài liệu chưa ghi hạn hiệu lực, coi là còn hiệu lực."


class CarryCard(QFrame):
    """A line for each: three always go along, documents in force and open tasks may stay."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.rules = _always("Cách chấm, hướng dẫn, tài liệu phải có, hạn")
        self.agencies = _always("Cơ quan tham mưu")
        self.people = _always("Hội đồng, các tổ, phân công thẩm định")
        self.documents = _tick("")
        self.tasks = _tick("Nhiệm vụ khắc phục chưa xong")
        self.counts: dict[QWidget, QLabel] = {}
        self.note = label("", "small", tone="text3", wrap=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        fixed = (self.rules, self.agencies, self.people)
        for line, piece in enumerate((*fixed, self.documents, self.tasks)):
            self.counts[piece] = label("", tone="text2")
            grid.addWidget(piece, line, 0)
            grid.addWidget(self.counts[piece], line, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 10)
        box.setSpacing(6)
        box.addWidget(label("Mang sang", weight=600))
        box.addLayout(grid)
        box.addWidget(self.note)

    @property
    def chosen(self) -> tuple[bool, bool]:
        """Whether documents and tasks go along."""
        return self.documents.isChecked(), self.tasks.isChecked()

    def show_counts(self, tree: CriteriaTree, found: Handover, year: int) -> None:
        """Say how much of each there is for a year."""
        assigned = sum(1 for node, _ in tree.walk if node.agencies)
        self.documents.setText(f"Tài liệu còn hiệu lực trong năm {year}")
        self.counts[self.rules].setText(f"{len(tree)} mục")
        self.counts[self.agencies].setText(f"{assigned} mục")
        self.counts[self.people].setText(f"{found.people} người")
        self._offer(self.documents, len(found.documents), "tài liệu")
        self._offer(self.tasks, len(found.tasks), "nhiệm vụ")
        undated = sum(1 for document in found.documents if document.valid_until is None)
        self.note.setText(_OPEN.format(undated))
        self.note.setVisible(undated > 0)

    def _offer(self, tick: QCheckBox, count: int, what: str) -> None:
        self.counts[tick].setText(f"{count} {what}")
        tick.setEnabled(count > 0)
        tick.setChecked(count > 0)


def _always(words: str) -> QWidget:
    return row(IconLabel("du", "ok"), label(words), None, gap=8)


def _tick(words: str) -> QCheckBox:
    box = QCheckBox(words)
    box.setFont(theme.font())
    return box
