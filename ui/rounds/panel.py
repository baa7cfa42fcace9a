"""So vòng: the rounds of a sheet side by side, and what still needs a decision."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from cchc_desktop.overriding import override
from cchc_desktop.wording.rounds import taken_from
from ui.rounds.card import DecisionCard
from ui.rounds.decisions import Decisions
from ui.rounds.ledger import Show
from ui.rounds.model import RoundsModel
from ui.rounds.strip import BulkStrip
from ui.rounds.view import RoundsView, TotalRow
from ui.shared.buttons import tool
from ui.shared.desk import Desk
from ui.shared.frames import flush
from ui.shared.pills import Chip
from ui.shared.standing import standing_words
from ui.shared.view_row import View, ViewRow
from ui.shared.workplace import WidthClass

_DIGITS = "0123456789,"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAKING: Mapping[int, int] = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2}
_CTRL = Qt.KeyboardModifier.ControlModifier


class RoundsPanel(QWidget):
    """The table, its chips and its strip, and the card of the current criterion.

    Args:
        desk: what lies on the desk.
        views: the views of the workplace, for the row above.
        current: key of this view.
        parent: the workplace.
    """

    view_chosen = Signal(str)
    sitting_asked = Signal(tuple)  # ids of criteria that a sitting is to decide

    def __init__(
        self, desk: Desk, views: Sequence[View], current: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._is_stale = False
        self._width = WidthClass.MEDIUM
        self.model = RoundsModel(desk)
        self.view = RoundsView(self.model)
        self.total = TotalRow(self.model, self.view)
        self.strip = BulkStrip()
        self.card = DecisionCard(desk)
        self.decisions = Decisions(desk, self.model, self.view)
        self.chips = {
            Show.OPEN: Chip(Show.OPEN.value, "cho", "opentext"),
            Show.DIFFERENT: Chip(Show.DIFFERENT.value),
            Show.ALL: Chip(Show.ALL.value),
        }
        self._more = tool("more", "Quyết định cả nhóm", self._open_more)
        self.row = ViewRow(views, current, (*self.chips.values(), self._more))
        self._lay_out()
        self._connect()
        self.view.set_width_class(self._width)
        self.refresh()

    def set_width_class(self, width: WidthClass) -> None:
        """Show the columns of a width class."""
        self._width = width
        self.view.set_width_class(width)

    def refresh(self) -> None:
        """Show the sheet as it stands now."""
        self._is_stale = False
        before = self.model.ledger
        self.model.refresh()
        after = self.model.ledger
        if (after.rounds, after.near) != (before.rounds, before.near):
            self.view.set_width_class(self._width)
        else:
            self.view.fit_codes()
        for show, chip in self.chips.items():
            chip.set_count(self.model.ledger.count(show))
            chip.setChecked(show is self.model.show)
        self._show_ticked()
        self.total.show_totals()
        self.row.say(standing_words(self._desk))
        self._show_current()

    def show_only(self, show: Show) -> None:
        """Show some rows alone; the first one is current where the last one is hidden."""
        self.model.show_only(show)
        self.refresh()
        if self.model.order and not self.view.current:
            self.view.go(self.model.order[0])

    def leave(self) -> None:
        """Take what is being typed."""
        if self.card.field.is_dirty:
            self.card.field.take()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    @override
    def event(self, event: QEvent) -> bool:
        is_mine = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_mine and isinstance(event, QKeyEvent) and _taking(event):
            event.accept()  # the menu has these keys for workplaces
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = _taking(event)
        if number:
            event.accept()
            self.decisions.take_by_key(number)
        else:
            super().keyPressEvent(event)

    def menu(self) -> QMenu:
        """Return the menu of decisions for a whole branch or the whole sheet."""
        menu = QMenu(self)
        for source in self.model.ledger.sources:
            for node, name in self.decisions.areas():
                action = menu.addAction(f"{taken_from(source.value)}: {name}")
                action.setEnabled(self.model.ledger.is_editable)
                action.triggered.connect(
                    lambda _checked, node=node, source=source: self.decisions.take_below(
                        node, source
                    )
                )
        menu.addSeparator()
        nodes = self._for_sitting()
        to_sitting = menu.addAction(f"Đưa {len(nodes)} tiêu chí vào phiên họp")
        to_sitting.setEnabled(bool(nodes) and self.model.ledger.is_editable)
        to_sitting.triggered.connect(lambda: self.sitting_asked.emit(nodes))
        menu.addAction("Chọn mọi tiêu chí chưa quyết", self._tick_open)
        return menu

    def _for_sitting(self) -> tuple[str, ...]:
        """Return the ticked criteria, else those that are still to be decided."""
        ticked = tuple(node for node in self.model.order if node in self.model.ticked)
        return ticked or tuple(row.criterion.id for row in self.model.ledger.open_rows)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(0)
        for piece in (self.row, self.strip, self.view, self.total):
            left.addWidget(piece, 1 if piece is self.view else 0)
        box = flush(QHBoxLayout(self))
        box.addLayout(left, 1)
        box.addWidget(self.card)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        desk, view, card = self._desk, self.view, self.card
        desk.changed.connect(self._changed)
        desk.place_switched.connect(self._switched)
        desk.criterion_chosen.connect(self._follow)
        view.chosen.connect(self._chosen)
        view.tick_asked.connect(self._toggle)
        view.keyed.connect(self._key)
        self.row.chosen.connect(self.view_chosen)
        self.strip.taken.connect(self.decisions.take)
        self.model.dataChanged.connect(self._show_ticked)
        card.taken.connect(self.decisions.take)
        card.typed.connect(self.decisions.type_points)
        card.field.entered.connect(self.decisions.go_next)
        card.coded.connect(self.decisions.code)
        card.stepped.connect(self._step)
        for show, chip in self.chips.items():
            chip.clicked.connect(lambda _checked, show=show: self.show_only(show))

    def _changed(self, event: object) -> None:
        self._switched()

    def _switched(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True

    def _chosen(self, node: str) -> None:
        self._desk.choose(node)
        self._show_card()

    def _follow(self, node: str) -> None:
        """Go to the criterion of the desk, even where a filter hides it."""
        if self._is_stale:
            return
        if node in self.model.ledger.rows and node not in self.model.order:
            self.model.show_only(Show.ALL)
            for show, chip in self.chips.items():
                chip.setChecked(show is Show.ALL)
        self._show_current()

    def _show_current(self) -> None:
        """Make the criterion of the desk current; one that a filter hides leaves none."""
        if not self.view.go(self._desk.criterion):
            self.view.selectionModel().clear()
        self._show_card()

    def _show_card(self) -> None:
        self.card.show_row(self.model.ledger.rows.get(self._desk.criterion), self.model.ledger)

    def _show_ticked(self) -> None:
        count = len(self.model.ticked)
        words = self.decisions.consequence() if count else ""
        self.strip.show_ticked(count, words, self.model.ledger.sources)

    def _toggle(self, node: str) -> None:
        self.model.tick(self.model.ticked ^ {node})

    def _tick_open(self) -> None:
        self.model.tick(frozenset(row.criterion.id for row in self.model.ledger.open_rows))

    def _step(self, by: int) -> None:
        order = self.model.order
        if self._desk.criterion in order:
            at = order.index(self._desk.criterion) + by
            self.view.go(order[min(max(0, at), len(order) - 1)])

    def _key(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.SelectAll):
            event.accept()
            self.model.tick(frozenset(self.model.order))
        else:
            self._bare_key(event)

    def _bare_key(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return
        event.accept()
        if event.key() in _ENTER:
            self.decisions.go_next()
        elif event.key() == Qt.Key.Key_Space:
            if self.view.current:
                self._toggle(self.view.current)
        elif event.key() == Qt.Key.Key_F2:
            self.card.begin("")
        elif event.key() == Qt.Key.Key_Escape:
            self.model.tick(frozenset())
        elif len(event.text()) == 1 and event.text() in _DIGITS:
            self.card.begin(event.text())
        else:
            event.ignore()

    def _open_more(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))


def _taking(event: QKeyEvent) -> int:
    """Return which decision Ctrl and a digit ask for, 0 for another key."""
    return _TAKING.get(event.key(), 0) if event.modifiers() & _CTRL else 0
