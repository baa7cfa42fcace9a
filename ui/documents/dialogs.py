"""Dialogs of the register: linking documents to criteria, the bin."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from cchc_desktop.commands.documents import RestoreDocuments
from cchc_desktop.commands.evidence import LinkDocument
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Document
from cchc_desktop.domain.ids import new_id
from cchc_desktop.domain.text import clean
from cchc_desktop.overriding import override
from cchc_desktop.wording.numerals import shown_date, shown_time
from ui.shared.buttons import normal, primary
from ui.shared.desk import Desk
from ui.shared.frames import row
from ui.shared.labels import label
from ui.shared.texts import TextField

_KEY = Qt.ItemDataRole.UserRole
_KEPT = (
    "Nội dung còn nguyên trong hồ sơ; tài liệu lấy lại chưa gắn với tiêu chí nào. "
    "Xóa hẳn: ở Kiểm tra hồ sơ."
)


class LinkDialog(QDialog):
    """Asks for the codes of criteria and links documents to them, in one step.

    Args:
        desk: runs the commands.
        documents: the documents.
        parent: the window.
    """

    def __init__(
        self, desk: Desk, documents: Sequence[Document], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._documents = desk, tuple(documents)
        self.setWindowTitle("Gắn với tiêu chí")
        self.setFixedWidth(560)
        self.field = TextField("Mã tiêu chí", "ví dụ 7.3, 1.9")
        self.field.entered.connect(self.accept)
        self.refusal = label("", "small", tone="losttext", wrap=True)
        self.refusal.hide()
        names = documents[0].title if len(documents) == 1 else f"{len(documents)} tài liệu"
        sheet = desk.state.sheets.get(desk.sheet)
        unit = desk.state.units[sheet.unit].name if sheet is not None else ""
        words = f"{names} sẽ chứng minh tiêu chí của {unit}; tệp không bị chép thêm lần nữa."
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        box.addWidget(label("Gắn với tiêu chí", "title", 600))
        box.addWidget(label(words, tone="text2", wrap=True))
        box.addWidget(self.field)
        box.addWidget(self.refusal)
        agree = primary("Gắn", self.accept)
        agree.setDefault(True)
        box.addWidget(row(None, normal("Hủy", self.reject), agree, gap=8))
        self.field.setFocus()

    @override
    def accept(self) -> None:
        """Link and close; codes that are not there keep the dialog open."""
        try:
            criteria = self._criteria()
        except CchcError as error:
            self.refusal.setText(error.words)
            self.refusal.show()
            return
        joins = f"link/{new_id()}"
        links = self._desk.cell.links
        for criterion in criteria:
            known = {link.document for link in links.get(criterion, ())}
            for document in self._documents:
                if document.id not in known:
                    command = LinkDocument(self._desk.sheet, criterion, document.id)
                    if not self._desk.run(command, joins):
                        return
        super().accept()

    def _criteria(self) -> list[str]:
        tree, found = self._desk.tree, []
        typed = self.field.text().replace(";", ",").replace(" ", ",")
        for code in (clean(piece).rstrip(".") for piece in typed.split(",")):
            node = tree.by_code(code) if code else None
            if code and (node is None or tree.is_branch(node.id)):
                what = "là nhóm, gắn vào tiêu chí con" if node is not None else "không có"
                raise CchcError(f"Mã “{code}” {what}.", "Xem cột Mã của bảng chấm điểm.")
            if node is not None:
                found.append(node.id)
        if not found:
            raise CchcError(
                "Chưa ghi mã tiêu chí nào.", "Ghi một hay nhiều mã, cách bằng dấu phẩy."
            )
        return found


class BinDialog(QDialog):
    """Lists the documents in the bin and takes them out again.

    Args:
        desk: runs the command.
        parent: the window.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle("Thùng rác")
        self.setFixedWidth(560)
        self.list = QListWidget()
        self.list.setAccessibleName("Tài liệu trong thùng rác")
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setMinimumHeight(220)
        for document in binned(desk):
            at = document.binned_at
            day = f"   ·   bỏ lúc {shown_time(at)} ngày {shown_date(at)}" if at else ""
            item = QListWidgetItem(f"{document.title}{day}", self.list)
            item.setToolTip(document.subject or document.name)
            item.setData(_KEY, document.id)
        self.list.selectAll()
        self.back = primary("Lấy lại", self.accept)
        self.back.setEnabled(self.list.count() > 0 and not desk.session.store.is_read_only)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        box.addWidget(label("Thùng rác", "title", 600))
        words = _KEPT if self.list.count() else "Thùng rác trống."
        box.addWidget(label(words, tone="text2", wrap=True))
        box.addWidget(self.list)
        self.list.setVisible(self.list.count() > 0)
        box.addWidget(row(None, normal("Đóng", self.reject), self.back, gap=8))

    @override
    def accept(self) -> None:
        """Take the selected documents out of the bin and close."""
        keys = tuple(str(item.data(_KEY)) for item in self.list.selectedItems())
        if not keys or self._desk.run(RestoreDocuments(keys)):
            super().accept()


def binned(desk: Desk) -> list[Document]:
    """Return the documents in the bin, the newest first."""
    found = [each for each in desk.state.documents.values() if each.binned_at is not None]
    return sorted(found, key=lambda each: each.binned_at or each.added_at, reverse=True)
