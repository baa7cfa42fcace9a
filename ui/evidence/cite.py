"""The dialog that asks where in a document the proof of a criterion stands."""

from PySide6.QtWidgets import QWidget

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.evidence import CitePage
from cchc_desktop.overriding import override
from ui.evidence.describe import PLACES
from ui.evidence.entries import Entry
from ui.shared.ask import AskDialog
from ui.shared.desk import Desk
from ui.shared.texts import TextField


class CiteDialog(AskDialog):
    """Asks for page, section and excerpt.

    Args:
        desk: runs the command.
        entry: the document with its link.
        parent: the window.
    """

    def __init__(self, desk: Desk, entry: Entry, parent: QWidget | None = None) -> None:
        sentence = f"Chỗ nào của {entry.document.title} chứng minh tiêu chí này?"
        super().__init__(desk, ("Trang, mục dẫn chứng", sentence, "Ghi"), parent)
        self._link = entry.link
        self.fields: dict[str, TextField] = {}
        for name, caption, hint in PLACES:
            self.fields[name] = TextField(caption, hint)
            self.fields[name].setText(getattr(entry.link, name))
        self.add_fields([(caption, self.fields[name]) for name, caption, _ in PLACES])
        self.fields["page"].setFocus()

    @override
    def command(self) -> Command:
        place = tuple(self.fields[name].text() for name, _, _ in PLACES)
        return CitePage(self._link.sheet, self._link.id, *place)
