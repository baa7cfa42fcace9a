"""The dialog of the register that links documents to criteria."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from cchc_desktop.commands.evidence import LinkDocument
from cchc_desktop.commands.taking import TakeDocuments
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Document
from cchc_desktop.domain.text import clean
from cchc_desktop.overriding import override
from ui.shared.buttons import normal, primary
from ui.shared.desk import Desk
from ui.shared.frames import row
from ui.shared.labels import label
from ui.shared.texts import TextField


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
        links = self._desk.cell.links
        steps = []
        for criterion in criteria:
            known = {link.document for link in links.get(criterion, ())}
            steps += [
                LinkDocument(self._desk.sheet, criterion, document.id)
                for document in self._documents
                if document.id not in known
            ]
        if steps and not self._desk.run(TakeDocuments(tuple(steps))):
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
        return list(dict.fromkeys(found))
