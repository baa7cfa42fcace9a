"""Search in the head bar: criteria, documents and reasons, without regard to accents."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from cchc_desktop.domain.text import fold
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.icons import icon

MOST_HITS = 12
_CRITERION = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that was found: the criterion to go to, and what to show."""

    criterion: str
    text: str


def hits(desk: Desk, wanted: str, most: int = MOST_HITS) -> list[Hit]:
    """Return where all words of ``wanted`` occur: codes and names first, then documents, reasons.

    Args:
        desk: where the sheet and its tree are.
        wanted: what was typed, with or without accents.
        most: how many places at most.
    """
    words = fold(wanted).split()
    if not words:
        return []
    code = wanted.strip()
    found = [Hit(node.id, f"{node.code}  {node.name}")
             for node, _ in desk.tree.walk if node.code == code]  # fmt: skip
    for hit in (*_criteria(desk), *_documents(desk), *_reasons(desk)):
        if len(found) >= most:
            break
        if hit not in found and _has_all(hit.text, words):
            found.append(hit)
    return found


def _has_all(text: str, words: list[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in words)


def _criteria(desk: Desk) -> list[Hit]:
    return [Hit(node.id, f"{node.code}  {node.name}") for node, _ in desk.tree.walk]


def _documents(desk: Desk) -> list[Hit]:
    cell, documents, tree = desk.state.cell(desk.sheet), desk.state.documents, desk.tree
    found = []
    for criterion, links in cell.links.items():
        for link in links:
            document = documents.get(link.document)
            if document is not None and criterion in tree:
                words = " ".join(filter(None, (document.number, document.subject, document.name)))
                found.append(Hit(criterion, f"{tree[criterion].code}  tài liệu: {words}"))
    return found


def _reasons(desk: Desk) -> list[Hit]:
    cell, tree = desk.state.cell(desk.sheet), desk.tree
    return [
        Hit(criterion, f"{tree[criterion].code}  bị trừ: {deduction.reason}")
        for (criterion, in_round), deductions in cell.deductions.items()
        for deduction in deductions
        if in_round is desk.round and deduction.reason and criterion in tree
    ]


class SearchField(QLineEdit):
    """Type words, choose a place, go there.

    Args:
        desk: where the search looks.
        parent: the head bar.
    """

    gone = Signal(str)  # id of the criterion that was chosen

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setFont(theme.font("body"))
        self.setAccessibleName("Tìm tiêu chí, tài liệu, lý do")
        self._glass = self.addAction(
            icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition
        )
        theme.switch.switched.connect(self._repaint_glass)
        self._found = QStandardItemModel(self)
        completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(MOST_HITS)
        popup = QListView()
        popup.setFont(theme.font("body"))
        completer.setPopup(popup)
        completer.activated.connect(self._go_words)
        self.setCompleter(completer)
        self.textEdited.connect(self._search)
        self.returnPressed.connect(self._go_first)

    def set_long_hint(self, *, long: bool) -> None:
        """Say in the empty field what can be found, as far as there is room."""
        words = "Tìm tiêu chí, tài liệu, lý do   (Ctrl+F)" if long else "Tìm   (Ctrl+F)"
        self.setPlaceholderText(words)

    def _search(self, text: str) -> None:
        self._found.clear()
        for hit in hits(self._desk, text):
            item = QStandardItem(hit.text)
            item.setData(hit.criterion, _CRITERION)
            item.setEditable(False)
            self._found.appendRow(item)
        if not self._found.rowCount() and text.strip():
            nothing = QStandardItem("Không thấy. Thử ít chữ hơn.")
            nothing.setEnabled(False)
            self._found.appendRow(nothing)

    def _go_words(self, words: str) -> None:
        for item in self._found.findItems(words):
            self._go(item.data(_CRITERION))
            return

    def _go_first(self) -> None:
        if self._found.rowCount():
            self._go(self._found.item(0).data(_CRITERION))

    def _go(self, criterion: str | None) -> None:
        if criterion:
            self._desk.choose(criterion)
            self.gone.emit(criterion)

    def _repaint_glass(self) -> None:
        self._glass.setIcon(icon("search", "text3"))
