"""Asks for the code of a criterion that the document serves."""

from PySide6.QtWidgets import QWidget

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.evidence import LinkDocument
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Document
from cchc_desktop.domain.text import clean
from cchc_desktop.overriding import override
from cchc_desktop.wording import describing as words
from ui.shared.ask import AskDialog
from ui.shared.desk import Desk
from ui.shared.texts import TextField


class LinkDialog(AskDialog):
    """Links a document to a criterion of the desk's sheet.

    Args:
        desk: the sheet.
        document: what is linked.
        parent: the workplace.
    """

    def __init__(self, desk: Desk, document: Document, parent: QWidget | None = None) -> None:
        said = f"Tài liệu {document.title} được dùng cho tiêu chí nào?"
        super().__init__(desk, ("Gắn tiêu chí", said, "Gắn"), parent)
        self._document = document
        self.code = TextField("Mã tiêu chí", "ví dụ 7.3")
        self.add_fields([("Mã tiêu chí", self.code)])
        self.code.setFocus()

    @override
    def command(self) -> Command:
        code = clean(self.code.text()).rstrip(".")
        found = self.desk.tree.by_code(code)
        if found is None:
            raise CchcError(words.no_code(code), words.see_codes())
        return LinkDocument(self.desk.sheet, found.id, self._document.id)
