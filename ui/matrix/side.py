"""Right of the matrix: form and evidence of the current cell, the criterion over all units."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cchc_desktop.overriding import override
from cchc_desktop.records import record
from ui.matrix.axes import Spot
from ui.matrix.dots import DotCard
from ui.matrix.model import MatrixModel
from ui.shared.desk import Desk
from ui.shared.frames import flush
from ui.shared.labels import label
from ui.shared.timers import later

WIDTH = 316
_MOST_UNITS = 60
_LEAST_FORM = 420  # a lower panel has no room for the dots
_KEYS = (
    "PgUp, PgDn: đơn vị trước, sau. Ctrl+V xem trước, Enter dán, Esc bỏ; "
    "Enter xuống ô dưới, Tab sang phải."
)


@record
class SideParts:
    """The form of the scores as the matrix uses it.

    Args:
        form: the widget, evidence in it.
        focus_first: puts the cursor into the first input.
        focus_reason: puts the cursor into the reason of the loss.
        finished: Enter on the last input.
        count_evidence: shows how many documents the criterion has.
        leave: what the form finishes before the dossier closes.
    """

    form: QWidget
    focus_first: Callable[[], None]
    focus_reason: Callable[[], None]
    finished: SignalInstance
    count_evidence: Callable[[int | None], None]
    leave: tuple[Callable[[], object], ...] = ()


class MatrixSide(QFrame):
    """The form of the current cell; PgUp and PgDn go through the units.

    Args:
        desk: what lies on the desk.
        model: the matrix.
        parts: the form.
        parent: the panel.
    """

    stepped = Signal(int)  # to another unit at the same criterion
    left = Signal()  # Esc: back to the matrix

    def __init__(
        self, desk: Desk, model: MatrixModel, parts: SideParts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._model, self._parts = desk, model, parts
        self.setProperty("kind", "panelright")
        self.setFixedWidth(WIDTH)
        self.dots = DotCard()
        self._hint = label(_KEYS, "small", tone="text3", wrap=True)
        self._hint.setContentsMargins(16, 4, 16, 8)
        self._later = later(self, 0, self._show_dots)
        box = flush(QVBoxLayout(self))
        box.addWidget(parts.form, 1)
        card = QFrame()
        inner = QVBoxLayout(card)
        inner.setContentsMargins(16, 4, 16, 4)
        inner.addWidget(self.dots)
        self._card = card
        box.addWidget(card)
        box.addWidget(self._hint)
        for key, by in ((Qt.Key.Key_PageUp, -1), (Qt.Key.Key_PageDown, 1)):
            keys = QShortcut(QKeySequence(key), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(lambda by=by: self.stepped.emit(by))

    def refresh(self) -> None:
        """Show the current cell; the dots once everything else is painted."""
        links = self._desk.cell.links if self._desk.sheet else {}
        self._parts.count_evidence(len(links.get(self._desk.criterion, ())))
        self._later.start()

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._later.start()

    def _show_dots(self) -> None:
        node, axes = self._desk.criterion, self._model.axes
        has_room = self.height() >= _LEAST_FORM + self.dots.sizeHint().height()
        is_few = 1 < len(axes.sheets) <= _MOST_UNITS
        is_leaf = node in axes.tree and not axes.tree.is_branch(node)
        maximum = axes.tree.maxima[node] if is_leaf else None
        self._hint.setVisible(has_room)
        self._card.setVisible(has_room and is_few and bool(maximum))
        if self._card.isHidden() or maximum is None:
            return
        found = {
            sheet.id: self._model.book.row(Spot(sheet.id, node)).points for sheet in axes.sheets
        }
        known = [points for points in found.values() if points is not None]
        self.dots.show_points(known, found.get(self._desk.sheet), maximum)
