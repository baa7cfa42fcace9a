"""Files dragged over any widget of the right side, taken for the evidence panel."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from cchc_desktop.overriding import override
from ui.evidence.paths import local_paths


class DropCatcher(QObject):
    """Watches widgets for files and folders that are dragged onto them; words pass by."""

    entered = Signal()  # files are over a widget
    left = Signal()  # they are no longer
    dropped = Signal(object)  # tuple of paths

    def watch(self, widget: QWidget) -> None:
        """Let a widget take files."""
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragLeaveEvent):
            self.left.emit()
            return False
        if not isinstance(event, QDropEvent):  # entering and moving are kinds of dropping
            return False
        paths = local_paths(event.mimeData())
        if not paths:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if isinstance(event, QDragEnterEvent):
            self.entered.emit()
        elif event.type() == QEvent.Type.Drop:
            self.left.emit()
            self.dropped.emit(paths)
        return True
