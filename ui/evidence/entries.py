"""Rows of the evidence list, and the model that shows them."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cchc_desktop.domain.evidence import Document, Link
from cchc_desktop.domain.state import State
from cchc_desktop.overriding import override
from cchc_desktop.records import record
from cchc_desktop.wording.numerals import shown_date

NO_NUMBER = "chưa có số, ký hiệu"
ENTRY = Qt.ItemDataRole.UserRole
_NO_INDEX = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


@record
class Entry:
    """One document of the criterion with its link."""

    link: Link
    document: Document

    @property
    def subject(self) -> str:
        """The second line: the subject, or that the number is missing."""
        if not self.document.number:
            return NO_NUMBER
        return self.document.subject or self.document.issuer or self.document.name

    @property
    def issued(self) -> str:
        """The day of issue, or a dash."""
        return shown_date(self.document.issued_on) if self.document.issued_on else "–"

    @property
    def page(self) -> str:
        """The cited page as the list shows it: "tr. 3", "Sheet 1"."""
        page = self.link.page
        return f"tr. {page}" if page[:1].isdigit() else page

    @property
    def page_index(self) -> int:
        """The cited page from 0."""
        return self.link.page_index


def entries_of(state: State, sheet: str, criterion: str) -> tuple[Entry, ...]:
    """Return the documents of a criterion, in order."""
    links = state.cell(sheet).links.get(criterion, ())
    known = state.documents
    return tuple(Entry(link, known[link.document]) for link in links if link.document in known)


class EntriesModel(QAbstractListModel):
    """The documents of one criterion; follows by the smallest steps, so selection stays."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()

    def show(self, wanted: Sequence[Entry]) -> None:
        """Show other entries."""
        keys = {entry.link.id for entry in wanted}
        for place in range(len(self.entries) - 1, -1, -1):
            if self.entries[place].link.id not in keys:
                self._remove(place)
        for place, entry in enumerate(wanted):
            here = self.entries[place] if place < len(self.entries) else None
            if here is None or here.link.id != entry.link.id:
                self._insert(place, entry)
            elif here != entry:
                self._replace(place, entry)
        for place in range(len(self.entries) - 1, len(wanted) - 1, -1):
            self._remove(place)

    def place_of(self, link: str) -> int:
        """Return the row of a link, -1 where it is not shown."""
        ids = [entry.link.id for entry in self.entries]
        return ids.index(link) if link in ids else -1

    @override
    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.entries)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.entries):
            return None
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.document.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            pieces = (entry.document.title, entry.subject, entry.document.name, entry.page)
            return "\n".join(dict.fromkeys(piece for piece in pieces if piece))
        return None

    def _remove(self, place: int) -> None:
        self.beginRemoveRows(_NO_INDEX, place, place)
        self.entries = self.entries[:place] + self.entries[place + 1 :]
        self.endRemoveRows()

    def _insert(self, place: int, entry: Entry) -> None:
        self.beginInsertRows(_NO_INDEX, place, place)
        self.entries = (*self.entries[:place], entry, *self.entries[place:])
        self.endInsertRows()

    def _replace(self, place: int, entry: Entry) -> None:
        self.entries = (*self.entries[:place], entry, *self.entries[place + 1 :])
        index = self.index(place)
        self.dataChanged.emit(index, index)
