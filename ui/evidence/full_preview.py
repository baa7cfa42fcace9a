"""A document on the whole screen, for a meeting: the pages, search, and nothing else."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.domain.evidence import Document
from cchc_desktop.overriding import override
from ui.evidence.preview import Preview
from ui.evidence.previews import Previews


class FullPreview(QWidget):
    """A window of its own that shows one document; Esc or F11 leaves it.

    Args:
        previews: makes the pages; the one below shares it.
        document: what shows.
        page: number from 0.
        parent: the preview it came from, which it never outlives.
    """

    left = Signal(int)  # the page that showed

    def __init__(self, previews: Previews, document: Document, page: int, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(document.title)
        self.preview = Preview(previews, is_full=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.preview)
        self.preview.full_asked.connect(self.close)
        for keys, step in ((Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1)):
            shortcut = QShortcut(QKeySequence(keys), self.preview.view)
            shortcut.activated.connect(lambda by=step: self.preview.turn(by))
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.activated.connect(self.close)
        self.preview.show_document(document, page)
        self.preview.view.setFocus()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.preview.rest()
        self.left.emit(self.preview.page)
        super().closeEvent(event)
