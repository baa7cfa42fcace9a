"""Dialogs of the rounds: locking one, and the five dates of an assessment."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.commands.rounds import LockRound, SetDays
from cchc_desktop.domain.coverage import ground_of
from cchc_desktop.domain.dates import parse_date
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.register import unreadable_of
from cchc_desktop.domain.rounds import DAY_FIELDS, hindrances, publishes
from cchc_desktop.wording.dossier import round_name
from cchc_desktop.wording.numerals import shown_date
from cchc_desktop.wording.rounds import DAYS, complete_first
from ui.shared import theme
from ui.shared.buttons import normal, primary
from ui.shared.desk import Desk
from ui.shared.frames import row
from ui.shared.labels import label
from ui.shared.texts import TextField

_LOCKED = (
    "Sau khi khóa, điểm và lý do của vòng này không sửa được, tài liệu đã gắn không bỏ được; "
    "mở khóa được và có ghi nhật ký."
)
_LIST_HEIGHT, _LINE_WIDTH, _LINE_AIR = 182, 470, 10


class LockDialog(QDialog):
    """Says what keeps a round from being locked, or asks once more and locks it.

    Args:
        desk: the desk, with sheet and round.
        parent: the window.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        assessment = desk.state.assessments[desk.assessment]
        ground = ground_of(desk.state, assessment.year, desk.content_faults)
        is_last = publishes(assessment, desk.round)
        self.found = hindrances(desk.scores, desk.cell, ground, publishes=is_last)
        name = round_name(desk.round.value)
        unit = desk.state.units[desk.state.sheets[desk.sheet].unit].name
        self.setWindowTitle("Khóa vòng")
        self.setFixedWidth(560)
        self.list = _gap_list([each.sentence for each in self.found])
        self.list.itemActivated.connect(self.accept)
        self.go = primary("Đến tiêu chí" if self.found else "Khóa vòng", self.accept)
        count = len(self.found)
        words = f"Còn {count} chỗ thiếu. {complete_first()}" if count else _LOCKED
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        box.addWidget(label(f"Khóa vòng {name} của {unit}", "title", 600, wrap=True))
        box.addWidget(label(words, tone="text2", wrap=True))
        box.addWidget(self.list)
        self.list.setVisible(bool(self.found))
        self.list.setCurrentRow(0)
        box.addWidget(row(None, normal("Hủy", self.reject), 8, self.go))
        self.go.setDefault(True)
        (self.list if self.found else self.go).setFocus()

    def finish(self) -> None:
        """Lock the round, or go to the criterion that was chosen in the list."""
        if self.found:
            self._desk.choose(self.found[max(0, self.list.currentRow())].criterion)
        else:
            unreadable = unreadable_of(self._desk.content_faults)
            self._desk.run(LockRound(self._desk.sheet, self._desk.round, unreadable))


def _gap_list(sentences: Sequence[str]) -> QListWidget:
    """Return the list of what is missing; a long sentence takes more lines."""
    found = QListWidget()
    found.setAccessibleName("Chỗ còn thiếu")
    found.setFixedHeight(_LIST_HEIGHT)
    found.setWordWrap(True)
    found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    metrics, room = QFontMetrics(theme.font()), QRect(0, 0, _LINE_WIDTH, 2 * _LIST_HEIGHT)
    for sentence in sentences:
        high = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, sentence).height()
        QListWidgetItem(sentence, found).setSizeHint(QSize(_LINE_WIDTH, high + _LINE_AIR))
    return found


class DaysDialog(QDialog):
    """Asks for the five dates of an assessment.

    Args:
        desk: the desk.
        parent: the window.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        assessment = desk.state.assessments[desk.assessment]
        self.setWindowTitle("Các mốc thời gian")
        self.setFixedWidth(560)
        self.fields = [TextField(DAYS[name], "ngày/tháng/năm") for name in DAY_FIELDS]
        self.refusal = label("", "small", tone="losttext", wrap=True)
        self.refusal.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for line, (name, field) in enumerate(zip(DAY_FIELDS, self.fields, strict=True)):
            day = getattr(assessment, name)
            field.set_text("" if day is None else shown_date(day))
            caption = label(DAYS[name], "small", 500, "text3")
            caption.setBuddy(field)
            grid.addWidget(caption, line, 0)
            grid.addWidget(field, line, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        box.addWidget(label(f"Các mốc thời gian của {assessment.title}", "title", 600, wrap=True))
        words = "Chương trình nhắc mốc gần nhất ở đầu bảng. Để trống mốc chưa định."
        box.addWidget(label(words, tone="text2", wrap=True))
        box.addLayout(grid)
        box.addWidget(self.refusal)
        self.go = primary("Ghi", self.try_days)
        self.go.setDefault(True)
        box.addWidget(row(None, normal("Hủy", self.reject), 8, self.go))

    def try_days(self) -> None:
        """Write the dates and close, or say why they cannot be taken."""
        try:
            days = tuple(parse_date(field.text()) for field in self.fields)
            self._desk.session.run(SetDays(self._desk.assessment, days))
        except CchcError as error:
            self.refusal.setText(error.words)
            self.refusal.show()
            return
        self.accept()
