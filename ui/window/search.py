"""Search in the head bar: criteria, documents and reasons, without regard to accents."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from cchc_desktop.domain.search import found_in
from cchc_desktop.overriding import override
from cchc_desktop.records import record
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.icons import icon

MOST_HITS = 12
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDE = 480  # names of criteria are longer than the field
_CRITERION = Qt.ItemDataRole.UserRole


@record
class Hit:
    """One place that was found: the criterion to go to, and what to show."""

    criterion: str
    text: str


def hits(desk: Desk, wanted: str, most: int = MOST_HITS) -> list[Hit]:
    """Return where all words of ``wanted`` stand, the criterion with that code first.

    Args:
        desk: where the sheet and its tree are.
        wanted: what was typed, with or without accents.
        most: how many places at most.
    """
    tree = desk.tree
    exact = tree.by_code(wanted.strip())
    found = [exact.id] if exact is not None else []
    found += [node for node in found_in(desk.state, desk.sheet, wanted) if node not in found]
    return [Hit(node, f"{tree[node].code}  {tree[node].name}") for node in found[:most]]


class SearchField(QLineEdit):
    """Type words, choose a place, go there.

    Args:
        desk: where the search looks.
        parent: the head bar.
    """

    gone = Signal(str)  # id of the criterion that was chosen
    closed = Signal()  # Esc, or the field was left
    all_wanted = Signal(str)  # words to look for in documents too

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted = ""
        self.setFont(theme.font("body"))
        self.setAccessibleName("Tìm tiêu chí, tài liệu, lý do")
        self._glass = self.addAction(
            icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition
        )
        self._glass.setText("Tìm")
        theme.switch.switched.connect(self._repaint_glass)
        self._found = QStandardItemModel(self)
        completer = QCompleter(self._found, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(MOST_HITS)
        self._popup = popup = QListView()
        popup.setFont(theme.font("body"))
        popup.setProperty("kind", "popup")
        popup.setMinimumWidth(_WIDE)
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        completer.setPopup(popup)
        completer.activated.connect(self._go_words)
        self.setCompleter(completer)
        self.textEdited.connect(self._search)
        self.returnPressed.connect(self._go_first)

    def set_long_hint(self, *, long: bool) -> None:
        """Say in the empty field what can be found, as far as there is room."""
        words = "Tìm tiêu chí, tài liệu, lý do   (Ctrl+F)" if long else "Tìm   (Ctrl+F)"
        self.setPlaceholderText(words)

    @override
    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if arg__1.key() == Qt.Key.Key_Escape:
            self.clear()
            self.closed.emit()
        elif arg__1.key() in _ENTER and arg__1.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._go_everywhere()
        else:
            super().keyPressEvent(arg__1)

    @override
    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        super().focusOutEvent(arg__1)
        if arg__1.reason() is not Qt.FocusReason.PopupFocusReason:
            self.closed.emit()

    def _search(self, text: str) -> None:
        self._wanted = text  # the completer puts its own words into the field
        self._found.clear()
        for hit in hits(self._desk, text):
            item = QStandardItem(hit.text)
            item.setData(hit.criterion, _CRITERION)
            item.setEditable(False)
            self._found.appendRow(item)
        if text.strip():
            everywhere = QStandardItem(f"Tìm “{text.strip()}” cả trong tài liệu  (Ctrl+Enter)")
            everywhere.setEditable(False)
            self._found.appendRow(everywhere)

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
        else:
            self._go_everywhere()

    def show_wanted(self) -> None:
        """Show what was typed, in place of what the completer put there."""
        self.setText(self._wanted)

    def _go_everywhere(self) -> None:
        if self._wanted.strip():
            self._popup.hide()
            self.all_wanted.emit(self._wanted.strip())

    def _repaint_glass(self) -> None:
        self._glass.setIcon(icon("search", "text3"))
