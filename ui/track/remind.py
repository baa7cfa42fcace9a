"""Reminders in the window: the text of one, all of them as one PDF; giving a sheet back."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QListView,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.rounds import ReturnSheet
from cchc_desktop.domain.track import TrackRow
from cchc_desktop.overriding import override
from cchc_desktop.reports.reminders import letter
from ui.shared import theme
from ui.shared.ask import AskDialog
from ui.shared.buttons import normal, primary
from ui.shared.desk import Desk
from ui.shared.frames import row
from ui.shared.labels import label
from ui.shared.texts import TextField
from ui.track.book import TrackBook


def letter_text(desk: Desk, book: TrackBook, found: TrackRow) -> str:
    """Return the reminder of one row as text."""
    if book.course is None:
        return ""
    return letter(desk.state, book.course, found, book.today).text


def copy_letter(desk: Desk, book: TrackBook, found: TrackRow) -> None:
    """Put the reminder of one row into the clipboard."""
    QGuiApplication.clipboard().setText(letter_text(desk, book, found))


class RemindDialog(QDialog):
    """Shows who is late, each with the text of the reminder.

    Args:
        desk: what lies on the desk.
        book: the rows.
        late: the rows that are late.
        parent: the window.
    """

    save_asked = Signal()

    def __init__(
        self, desk: Desk, book: TrackBook, late: Sequence[TrackRow], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._desk, self._book, self._late = desk, book, tuple(late)
        self.setWindowTitle("Giấy nhắc")
        self.resize(820, 440)
        self.names = QListView()
        self.names.setAccessibleName("Đơn vị trễ hạn")
        self.names.setFont(theme.font("body"))
        self.names.setFixedWidth(260)
        self.names.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.names.setUniformItemSizes(True)
        listed = QStringListModel([book.name(each.key) for each in late], self.names)
        self.names.setModel(listed)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("Nội dung giấy nhắc")
        self.text.setFont(theme.font("body"))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.told = label("", "small", tone="oktext")
        self.copier = normal("Chép nội dung", self.copy, "copy")
        self.saver = primary(f"Lưu PDF {len(late)} giấy nhắc…", self._save, "pdf")
        self._lay_out()
        self.names.selectionModel().currentChanged.connect(self._show)
        self.names.setCurrentIndex(listed.index(0))
        self.names.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy(self) -> None:
        """Copy the text that shows."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.told.setText("Đã chép.")

    def _show(self) -> None:
        found = self._late[self.names.currentIndex().row()]
        self.text.setPlainText(letter_text(self._desk, self._book, found))
        self.told.setText("")

    def _save(self) -> None:
        self.accept()
        self.save_asked.emit()

    def _lay_out(self) -> None:
        words = "Chọn một dòng để xem và chép; lưu PDF thì mỗi giấy nhắc một trang."
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        box.addWidget(label("Giấy nhắc", "title", 600))
        box.addWidget(label(words, tone="text2", wrap=True))
        middle = row(self.names, 12, self.text)
        box.addWidget(middle, 1)
        buttons = row(self.copier, 12, self.told, None, normal("Đóng", self.reject), 8, self.saver)
        box.addWidget(buttons)


class ReturnDialog(AskDialog):
    """Asks why a locked self-score goes back to its unit.

    Args:
        desk: where the command runs.
        sheet: the sheet.
        unit: name of the unit.
        parent: the view.
    """

    def __init__(self, desk: Desk, sheet: str, unit: str, parent: QWidget | None) -> None:
        sentence = f"{unit} sửa lại được điểm tự chấm. Lý do nằm trong nhật ký."
        super().__init__(desk, ("Trả lại đơn vị", sentence, "Trả lại"), parent)
        self._sheet = sheet
        self.reason = TextField("Lý do trả lại")
        self.add_fields([("Lý do", self.reason)])
        self.reason.setFocus()

    @override
    def command(self) -> Command:
        return ReturnSheet(self._sheet, self.reason.text())
