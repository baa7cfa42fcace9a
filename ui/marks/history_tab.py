"""The tab "Lịch sử": who changed this criterion, when, and from what to what."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cchc_desktop.session.history import HistoryEntry, history_of
from ui.marks.form_facts import Facts
from ui.shared.desk import Desk
from ui.shared.labels import label

_EMPTY = "Chưa có thay đổi nào ở tiêu chí này."


class _EntryRow(QFrame):
    """One step."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "row")
        self.title = label("", "body", 500, wrap=True)
        self.who = label("", "small", tone="text3")
        self.details = label("", "small", tone="text2", wrap=True)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 6, 0, 6)
        box.setSpacing(0)
        for piece in (self.title, self.who, self.details):
            box.addWidget(piece)

    def show_entry(self, entry: HistoryEntry) -> None:
        self.title.setText(entry.title)
        self.who.setText(f"{entry.when}   ·   {entry.who}")
        self.details.setText("\n".join(entry.details))
        self.details.setVisible(bool(entry.details))


class HistoryTab(QWidget):
    """The journal of one criterion, read when the tab shows.

    Args:
        desk: what lies on the desk.
        parent: the widget it lies in.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[_EntryRow] = []
        self._shown: tuple[str, ...] = ()
        self._empty = label(_EMPTY, tone="text3", wrap=True)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(16, 12, 16, 12)
        self._box.setSpacing(0)
        self._box.addWidget(self._empty)
        self._box.addStretch(1)

    @property
    def texts(self) -> tuple[str, ...]:
        """Titles of the steps that show."""
        return tuple(row.title.text() for row in self._rows if not row.isHidden())

    @property
    def details(self) -> tuple[str, ...]:
        """What changed in the steps that show."""
        return tuple(row.details.text() for row in self._rows if not row.isHidden())

    def show_facts(self, facts: Facts) -> None:
        """Show the steps of a criterion; the journal is read again only after a change."""
        store = self._desk.session.store
        key = (store.head, facts.place.sheet, facts.criterion.id)
        if key == self._shown:
            return
        self._shown = key
        entries = history_of(store, self._desk.state, facts.place.sheet, facts.criterion.id)
        while len(self._rows) < len(entries):
            row = _EntryRow()
            self._box.insertWidget(len(self._rows), row)
            self._rows.append(row)
        for row, entry in zip(self._rows, entries, strict=False):
            row.show_entry(entry)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(entries))
        self._empty.setVisible(not entries)
