"""Tài liệu: every document of the dossier, what it lacks, and its pages beside the list."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from operator import is_
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QVBoxLayout, QWidget

from cchc_desktop.clock import Clock, now
from cchc_desktop.commands.documents import BinDocuments
from cchc_desktop.domain.coverage import counts_unsplit, coverage_of, ground_of
from cchc_desktop.domain.evidence import Document
from cchc_desktop.domain.register import Entry, Standing
from cchc_desktop.overriding import override
from ui.documents.dialogs import LinkDialog
from ui.documents.empty import EmptyRegister
from ui.documents.foot import CoverageFoot
from ui.documents.ledger import Show
from ui.documents.model import RegisterModel
from ui.documents.parts import DocumentParts
from ui.documents.row_paint import LOOKS
from ui.documents.side import DocumentSide
from ui.documents.view import RegisterView
from ui.shared.bin_dialog import BinDialog, binned
from ui.shared.buttons import ghost, primary, tool
from ui.shared.desk import Desk
from ui.shared.dialogs import show_dialog
from ui.shared.fitting_row import FittingRow
from ui.shared.icons import icon
from ui.shared.pages import lay_view
from ui.shared.pills import Chip
from ui.shared.standing import standing_words
from ui.shared.timers import later
from ui.shared.view_row import View, ViewRow
from ui.shared.workplace import WidthClass

_ROW = 40
_REST = 60  # milliseconds; many files that come one after the other are shown together
_CHIPS: Mapping[Show, Standing] = {
    Show.LACKING: Standing.LACKING,
    Show.OUT_OF_YEAR: Standing.OUT_OF_YEAR,
    Show.UNLINKED: Standing.UNLINKED,
    Show.DUPLICATE: Standing.DUPLICATE,
    Show.UNREADABLE: Standing.UNREADABLE,
}
_NEEDS_ROOM = frozenset({Show.OUT_OF_YEAR, Show.UNLINKED, Show.DUPLICATE, Show.UNREADABLE})


class DocumentsPanel(QWidget):
    """The register: chips, table, coverage in one line; at the right the current document.

    Args:
        desk: what lies on the desk.
        views: the views of the workplace, for the row above.
        current: key of this view.
        parts: makes the preview and what can be done, over this panel.
        clock: where time comes from.
    """

    view_chosen = Signal(str)
    describing_asked = Signal(tuple)  # ids of documents to be described one by one
    criterion_asked = Signal(str, str)  # sheet, criterion
    explanation_asked = Signal(str, str)  # sheet, criterion

    def __init__(
        self,
        desk: Desk,
        views: Sequence[View],
        current: str,
        parts: Callable[[QWidget], DocumentParts],
        clock: Clock = now,
    ) -> None:
        super().__init__()
        self._desk, self._clock = desk, clock
        self._covered: tuple[object, ...] = ()  # what the foot was worked out from
        self.parts = parts(self)
        self.model = RegisterModel(desk)
        self.view = RegisterView(self.model, self.parts.icon_of)
        self.side = DocumentSide(desk, self.parts)
        self.foot = CoverageFoot()
        self.empty = EmptyRegister()
        self.row = ViewRow(views, current)
        self.chips = {show: _chip(show) for show in Show}
        self._chip_row = FittingRow(_ROW, (14, 0, 10, 0))
        self._rest = later(self, _REST, self.refresh)
        self._lay_out()
        self._connect()
        self.set_width_class(WidthClass.MEDIUM)
        self.refresh()

    def set_width_class(self, width: WidthClass) -> None:
        """Show the columns of a width class."""
        self.view.set_width_class(width)
        self.side.set_width_class(width)

    def toggle_right(self) -> None:
        """Show or hide the page and the facts."""
        self.side.setVisible(self.side.isHidden())

    def leave(self) -> None:
        """Finish what runs."""
        self.parts.leave()

    def refresh(self) -> None:
        """Show the register as it stands now."""
        kept = self.view.current
        self.model.refresh()
        counts = self.model.ledger.counts
        for show, chip in self.chips.items():
            chip.set_count(counts.get(show, 0))
            chip.setChecked(show is self.model.show)
        self._bin.setVisible(bool(binned(self._desk.state)))
        self._make_room(counts)
        if self.view.current is None:
            self._go_first(kept)
        has_any = bool(counts.get(Show.ALL))
        self.view.setVisible(has_any)
        self.empty.setVisible(not has_any)
        self.setFocusProxy(self.view if has_any else self.empty.button)
        self.row.say(standing_words(self._desk))
        self._describe_all.setEnabled(bool(counts.get(Show.LACKING)) and self._can_edit)
        self._add.setEnabled(self._can_edit)
        self._show_current()
        self._show_coverage()

    def show_only(self, show: Show) -> None:
        """Show some documents alone."""
        self.model.show_only(show)
        self.refresh()

    def go(self, document: str) -> None:
        """Make a document current, whatever is filtered."""
        if document not in self.model.keys:
            self.show_only(Show.ALL)
        self.view.go(document)

    def menu(self) -> QMenu:
        """Return the menu of the selected documents."""
        menu, entry = QMenu(self), self.view.current
        many = len(self.view.selected) > 1
        acts: tuple[tuple[str, str, Callable[[], object], bool] | None, ...] = (
            ("pen", "Mô tả…\tF2", self._describe, not many),
            ("describe", "Mô tả lần lượt", self._describe_selected, True),
            ("link", "Gắn với tiêu chí…\tCtrl+G", self._link, True),
            (
                "merge",
                "Thay bằng bản mới…",
                lambda: self._add_file(self.parts.add_version),
                not many,
            ),
            ("plus", "Thêm phụ lục…", lambda: self._add_file(self.parts.add_file), not many),
            ("describe", "Đổi tên tệp…", self._rename, not many),
            None,
            ("trash", "Bỏ vào thùng rác\tDelete", self._bin_selected, True),
        )
        if entry is not None and not many:
            self._add_reading(menu, entry)
        for act in acts:
            if act is None:
                menu.addSeparator()
                continue
            icon_name, words, run, is_fit = act
            added = menu.addAction(icon(icon_name), words)
            added.setEnabled(is_fit and self._can_edit and entry is not None)
            added.triggered.connect(lambda _=False, run=run: run())
        return menu

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    @property
    def _can_edit(self) -> bool:
        return not self._desk.session.store.is_read_only

    def _add_reading(self, menu: QMenu, entry: Entry) -> None:
        document = entry.document
        menu.addAction(
            icon("external"), "Mở bằng chương trình khác\tEnter",
            lambda: self.parts.open(document),
        )  # fmt: skip
        menu.addAction(icon("file"), "Lưu bản sao…", lambda: self.parts.save_copy(document))
        menu.addSeparator()

    def _lay_out(self) -> None:
        self._add = ghost("Thêm tệp", self._browse, "plus")
        self._bin = tool("trash", "Thùng rác", self._open_bin)
        self._describe_all = primary("Mô tả lần lượt", self._describe_lacking, "describe")
        self._filter = tool("filter", "Lọc tài liệu khác", self._open_filters)
        chips = (*self.chips.values(), self._filter)
        self._chip_row.fill(chips, (self._bin, self._add, self._describe_all))
        left = QVBoxLayout()
        left.setSpacing(0)
        for piece in (self._chip_row, self.view, self.empty, self.foot):
            left.addWidget(piece, 1 if piece in (self.view, self.empty) else 0)
        lay_view(self, self.row, left, self.side)
        self.setFocusProxy(self.view)

    def _make_room(self, counts: Mapping[Show, int]) -> None:
        """Let chips give way in a narrow window: the empty ones first, the one that is on last."""
        spare = [show for show in Show if show in _NEEDS_ROOM]
        spare.sort(key=lambda show: (show is self.model.show, counts.get(show, 0) > 0))
        pieces: list[QWidget] = [self.chips[show] for show in spare]
        pieces.insert(len(pieces) - (self.model.show in spare), self._add)
        self._chip_row.give_way(pieces, self._filter)

    def filters(self) -> QMenu:
        """Return the menu of the filters whose chips have no room, and of what else gave way."""
        menu = QMenu(self)
        for show, chip in self.chips.items():
            if chip.isHidden():
                count = self.model.ledger.counts.get(show, 0)
                added = menu.addAction(f"{show.value} ({count})")
                added.triggered.connect(partial(self._filter_by, show))
        if self._add.isHidden():
            menu.addSeparator()
            menu.addAction(icon("plus"), self._add.text().strip()).triggered.connect(self._browse)
        return menu

    def _filter_by(self, show: Show, _checked: object = None) -> None:
        self.show_only(show)

    def _open_filters(self) -> None:
        menu = self.filters()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._filter.mapToGlobal(self._filter.rect().bottomLeft()))

    def _connect(self) -> None:
        desk, side = self._desk, self.side
        desk.changed.connect(self._changed)
        desk.place_switched.connect(self._changed)
        self.row.chosen.connect(self.view_chosen)
        self.foot.button.setVisible("coverage" in self.row.tabs)
        self.foot.asked.connect(lambda: self.view_chosen.emit("coverage"))
        self.view.chosen.connect(self._show_current)
        self.view.opened.connect(self._open)
        self.view.keyed.connect(self._key)
        self.view.menu_asked.connect(self._show_menu)
        self.empty.add_asked.connect(self._browse)
        side.described.connect(self._describe)
        side.menu_asked.connect(self._show_menu)
        side.criterion_asked.connect(self.criterion_asked)
        side.explanation_asked.connect(self.explanation_asked)
        self.parts.opened.connect(self._open)
        self.parts.watch_drops(self)
        for show, chip in self.chips.items():
            chip.clicked.connect(lambda _checked, show=show: self.show_only(show))

    def _changed(self, event: object = None) -> None:
        if self.isVisible():
            self._rest.start()

    def _go_first(self, kept: Entry | None) -> None:
        keys = self.model.keys
        if kept is not None and self.view.go(kept.document.id):
            return
        if keys:
            self.view.go(keys[0])

    def _show_current(self) -> None:
        is_bare = not self.model.keys and self.model.show is not Show.ALL
        self.side.say_empty(self.model.show.value if is_bare else "")
        self.side.show_entry(self.view.current, self.model.ledger)

    def _show_coverage(self) -> None:
        """Show what the points stand on; worked out again only where it may be otherwise."""
        desk = self._desk
        self.foot.setVisible(bool(desk.assessment))
        if not desk.assessment:
            return
        documents, settings = desk.state.documents, desk.state.rows["setting"]
        faults = self.model.ledger.faults
        files = desk.state.rows["document_file"]
        seen = (desk.scores, documents, settings, faults, files)
        if len(self._covered) == len(seen) and all(map(is_, seen, self._covered)):
            return
        self._covered = seen
        year = desk.state.assessments[desk.assessment].year
        counts = counts_unsplit(settings, desk.assessment)
        ground = ground_of(desk.state, year, faults, splits_none=counts)
        self.foot.show_sums(coverage_of(desk.scores, ground).total)

    def _selected(self) -> list[Document]:
        entries = self.model.ledger.entries
        return [entries[key].document for key in self.view.selected if key in entries]

    def _key(self, event: QKeyEvent) -> None:
        is_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        keys: Mapping[tuple[int, bool], Callable[[], object]] = {
            (Qt.Key.Key_F2, False): self._describe,
            (Qt.Key.Key_Delete, False): self._bin_selected,
            (Qt.Key.Key_Space, False): self.parts.preview.setFocus,
            (Qt.Key.Key_G, True): self._link,
        }
        act = keys.get((event.key(), is_ctrl))
        if act is not None and (is_ctrl or not event.modifiers()):
            event.accept()
            act()

    def _open(self) -> None:
        if self.view.current is not None:
            self.parts.open(self.view.current.document)

    def _describe(self) -> None:
        entry = self.view.current
        if entry is not None and self._can_edit:
            here = [link for link in entry.links if link.sheet == self._desk.sheet]
            link = here[0] if len(here) == 1 else None
            self.parts.describe(entry.document, link)

    def _rename(self) -> None:
        if self.view.current is not None:
            self.parts.rename(self.view.current.document)

    def _link(self) -> None:
        documents = self._selected()
        if documents and self._can_edit and self._desk.sheet:
            self._show_dialog(LinkDialog(self._desk, documents, self))

    def _bin_selected(self) -> None:
        keys = self.view.selected
        if keys and self._can_edit:
            self._desk.run(BinDocuments(keys, self._now()))

    def _now(self) -> datetime:
        return self._clock()

    def _describe_selected(self) -> None:
        self.describing_asked.emit(self.view.selected)

    def _describe_lacking(self) -> None:
        self.describing_asked.emit(self.model.ledger.keys(Show.LACKING, self.model.order))

    def _browse(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, "Thêm tài liệu")
        if names:
            self.parts.take([Path(name) for name in names])

    def _add_file(self, add: Callable[[Document, Path], object]) -> None:
        entry = self.view.current
        if entry is None:
            return
        name, _ = QFileDialog.getOpenFileName(self, f"Thêm tệp vào {entry.document.title}")
        if name:
            add(entry.document, Path(name))

    def _open_bin(self) -> None:
        self._show_dialog(BinDialog(self._desk, self))

    def _show_dialog(self, dialog: QDialog) -> None:
        show_dialog(dialog)

    def _show_menu(self, spot: QPoint) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(spot)


def _chip(show: Show) -> Chip:
    standing = _CHIPS.get(show)
    icon_name, role = LOOKS[standing] if standing is not None else ("", "text2")
    return Chip(show.value, icon_name, role)
