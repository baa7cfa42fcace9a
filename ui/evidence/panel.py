"""The evidence panel: documents of the criterion, their preview, and every way to add one."""

from collections.abc import Sequence
from operator import is_
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QFrame, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.clock import Clock, now
from cchc_desktop.domain.errors import CchcError
from ui.evidence.actions import DocumentActions
from ui.evidence.describe import Description
from ui.evidence.drops import DropCatcher
from ui.evidence.empty import EmptyEvidence
from ui.evidence.entries import EntriesModel, Entry, entries_of
from ui.evidence.entry_list import ROW, EntryList
from ui.evidence.full_preview import FullPreview
from ui.evidence.intake import Batch, Intake
from ui.evidence.pasting import pasted
from ui.evidence.preview import Preview
from ui.evidence.previews import Previews
from ui.evidence.thumbnails import Thumbnails
from ui.shared.buttons import ghost, tool
from ui.shared.desk import Desk
from ui.shared.frames import box_of, flush, frame, row_frame
from ui.shared.icons import IconLabel
from ui.shared.labels import ElidedLabel, label
from ui.shared.pills import Pill

Mode = Literal["tall", "flat", "tab"]
HEAD = 40
FLAT_ROWS = 3
PREVIEW_WIDTH = 268
_HINT = "Thả tệp hoặc thư mục vào đây, hay dán ảnh (Ctrl+V)"


class EvidencePanel(QFrame):
    """Documents that prove the chosen criterion.

    Args:
        desk: where the user is.
        parent: the widget it lies in.
        clock: where time comes from.
    """

    explanation_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None, clock: Clock = now) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panelright")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that Ctrl+V finds it
        self.setAccessibleName("Tài liệu kiểm chứng")
        self._desk, self._clock = desk, clock
        self._mode: Mode = "tall"
        self._place = ("", "")
        self._seen: tuple[object, ...] = ()
        self.model = EntriesModel(self)
        self.intake = Intake(desk, clock, self)
        self.actions_of = DocumentActions(desk, self)
        self._previews = Previews(desk.session.store.vault)
        self.small = Thumbnails(self._previews, self)
        self._drops = DropCatcher(self)
        self._build()
        self._wire()
        self.set_mode("tall")
        self.refresh()

    @property
    def is_busy(self) -> bool:
        """Whether files are still being taken in or copied out."""
        return self.intake.is_busy or self.actions_of.is_busy

    @property
    def notice(self) -> str:
        """What the line below the list says."""
        return self._hint_words.text()

    def cancel_all(self) -> None:
        """Stop everything and wait; what is attached stays, nothing is half-written."""
        self.intake.cancel_all()
        self.small.stop()
        self.preview.stop()
        self.actions_of.stop()

    def accept_paths(self, paths: Sequence[Path]) -> None:
        """Attach files, and all files of folders, to the criterion chosen now."""
        self.intake.take(Batch(tuple(paths), self._desk.sheet, self._desk.criterion))

    def accept_drops_of(self, widget: QWidget) -> None:
        """Take files that are dropped on another widget of the right side too."""
        self._drops.watch(widget)

    def paste(self) -> None:
        """Attach what the clipboard holds: files of the file manager, or a picture."""
        try:
            batch = pasted(self._desk.sheet, self._desk.criterion, self._clock)
        except CchcError as error:
            self._desk.report(error)
            return
        self.intake.take(batch)

    def browse_files(self) -> None:
        """Ask for files and attach them."""
        names, _ = QFileDialog.getOpenFileNames(self, "Thêm tài liệu kiểm chứng")
        self.accept_paths([Path(name) for name in names])

    def browse_folder(self) -> None:
        """Ask for a folder and attach all its files; the folder stays as it is."""
        name = QFileDialog.getExistingDirectory(self, "Quét thư mục tài liệu kiểm chứng")
        if name:
            self.accept_paths([Path(name)])

    def set_mode(self, mode: Mode) -> None:
        """Lay out: tall below each other, flat beside each other, tab in a narrow window."""
        self._mode = mode
        is_flat = mode == "flat"
        direction = (
            QBoxLayout.Direction.LeftToRight if is_flat else QBoxLayout.Direction.TopToBottom
        )
        self._body.setDirection(direction)
        self._side.setMinimumWidth(PREVIEW_WIDTH if is_flat else 0)
        self._side.setMaximumWidth(PREVIEW_WIDTH if is_flat else 16_777_215)
        self.setMinimumHeight(HEAD + FLAT_ROWS * ROW if is_flat else 0)
        self.empty.set_low(is_low=is_flat)
        self._edge.setVisible(is_flat)
        self.preview.set_tight(is_tight=is_flat)
        self._body.setStretch(0, 1 if is_flat else 0)
        self._body.setStretch(2, 0 if is_flat else 1)
        self._fit()

    def refresh(self) -> None:
        """Show the documents as they stand."""
        seen = self._sources()
        if len(seen) == len(self._seen) and all(map(is_, seen, self._seen)):
            return  # points moved, nothing of the documents
        self._seen = seen
        desk = self._desk
        place = (desk.sheet, desk.criterion)
        entries = entries_of(desk.state, *place)
        kept = self.list.entry.link.id if self.list.entry is not None else ""
        is_same_place = place == self._place
        self._place = place
        self.model.show(entries)
        row = self.model.place_of(kept) if is_same_place else 0
        self.list.choose(max(0, row) if entries else -1)
        self._count.set_text(str(len(entries)))
        self._stack.setCurrentIndex(0 if entries else 1)
        self._tell_empty()
        self._fit()
        self._show_entry(self.list.entry)

    def _sources(self) -> tuple[object, ...]:
        """Return what the panel is made from, but for the marks."""
        desk = self._desk
        state, sheet = desk.state, desk.state.sheets.get(desk.sheet)
        return sheet, desk.criterion, desk.tree, desk.cell.links, state.documents

    def _build(self) -> None:
        self.list = EntryList(self.model, self.small)
        self.preview = Preview(self._previews)
        self.description = Description()
        self.empty = EmptyEvidence()
        self._hint = row_frame(28, (12, 0, 12, 0))
        self._hint_words = ElidedLabel(_HINT, "small", tone="text3")
        box_of(self._hint).addWidget(IconLabel("drop", "text3"))
        box_of(self._hint).addWidget(self._hint_words, 1)
        self._side = frame("panel")
        box_of(self._side).addWidget(self.preview, 1)
        box_of(self._side).addWidget(self.description)
        self._edge = QFrame()
        self._edge.setProperty("kind", "upright")
        self._edge.setFixedWidth(1)
        self._left = frame("panel")
        box_of(self._left).addWidget(self.list, 1)
        box_of(self._left).addWidget(self._hint)
        full = QWidget()
        self._body = QBoxLayout(QBoxLayout.Direction.TopToBottom, full)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        for piece in (self._left, self._edge, self._side):
            self._body.addWidget(piece)
        self._stack = QStackedWidget()
        self._stack.addWidget(full)
        self._stack.addWidget(self.empty)
        outer = flush(QVBoxLayout(self))
        outer.addWidget(self._build_head())
        outer.addWidget(self._stack, 1)

    def _build_head(self) -> QFrame:
        head = row_frame(HEAD, (16, 0, 8, 0))
        self._count = Pill("0", "text2", "unsel")
        self._adders = (
            ghost("Thêm tệp", self.browse_files, "plus"),
            tool("folder-scan", "Quét thư mục", self.browse_folder),
            tool("paste", "Dán ảnh hoặc tệp (Ctrl+V)", self.paste),
        )
        box = box_of(head)
        box.addWidget(label("Tài liệu kiểm chứng", "body", 600))
        box.addSpacing(4)
        box.addWidget(self._count)
        box.addStretch(1)
        box.setSpacing(4)
        for button in self._adders:
            box.addWidget(button)
        return head

    def _wire(self) -> None:
        desk = self._desk
        for signal in (desk.changed, desk.place_switched, desk.criterion_chosen):
            signal.connect(self.refresh)
        self.list.chosen.connect(self._show_entry)
        self.list.opened.connect(self._open)
        self.list.removed.connect(self._detach)
        self.list.renamed.connect(self._rename)
        self.list.menu_asked.connect(self._show_menu)
        self.preview.open_asked.connect(self._open)
        self.preview.more_asked.connect(self._show_menu_below)
        self.preview.full_asked.connect(self._show_full)
        self.description.edit_asked.connect(self._describe)
        self.empty.add_asked.connect(self.browse_files)
        self.empty.folder_asked.connect(self.browse_folder)
        self.empty.paste_asked.connect(self.paste)
        self.empty.explanation_asked.connect(self.explanation_asked.emit)
        self.intake.finished.connect(self._tell_finished)
        self.intake.attached.connect(self._choose_content)
        self._drops.entered.connect(lambda: self._set_dropping(is_over=True))
        self._drops.left.connect(lambda: self._set_dropping(is_over=False))
        self._drops.dropped.connect(self.accept_paths)
        self._drops.watch(self)
        self.destroyed.connect(self._previews.stop)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.paste)

    def _fit(self) -> None:
        """Give the list the height of its rows, and hide what has no room."""
        is_flat = self._mode == "flat"
        has_entry = bool(self.model.entries)
        rows = max(1, min(len(self.model.entries), 6 if self._mode == "tall" else 3))
        self.list.setMinimumHeight(ROW * rows if not is_flat else ROW)
        self.list.setMaximumHeight(16_777_215 if is_flat else ROW * rows)
        self._hint.setVisible(self._mode == "tall")
        self.description.setVisible(self._mode == "tall" and has_entry)
        for button in self._adders:
            button.setVisible(has_entry)

    def _tell_empty(self) -> None:
        desk = self._desk
        refusal = self.intake.refusal(desk.sheet, desk.criterion)
        node = desk.tree.nodes.get(desk.criterion)
        if node is not None and desk.tree.is_branch(node.id):
            head = "Tài liệu được gắn vào tiêu chí con"
            self.empty.show_refusal(head, f"Chọn một tiêu chí con của {node.code} {node.name}.")
        elif node is None:
            self.empty.show_refusal("Chưa chọn tiêu chí", "Tài liệu được gắn vào từng tiêu chí.")
        elif refusal is not None:
            self.empty.show_refusal("Không thêm được tài liệu", refusal.sentence)
        else:
            self.empty.show_leaf(node.code, node.name, node.evidence_required)
        for button in self._adders:
            button.setEnabled(refusal is None)

    def _show_entry(self, entry: Entry | None) -> None:
        if entry is None:
            self.preview.show_document(None)
            return
        self.preview.show_document(entry.document, entry.page_index)
        self.description.show_entry(entry.document, self._codes(entry), entry.link)

    def _codes(self, entry: Entry) -> list[str]:
        tree = self._desk.state.tree_of_sheet(entry.link.sheet)
        links = self._desk.state.cell(entry.link.sheet).links
        return [
            node.code
            for node in tree.leaves
            if any(link.document == entry.document.id for link in links.get(node.id, ()))
        ]

    def _choose_content(self, sha256: str) -> None:
        for place, entry in enumerate(self.model.entries):
            if entry.document.sha256 == sha256:
                self.list.choose(place)

    def _tell_finished(self, batch: Batch) -> None:
        words = _HINT
        if batch.known == 1 and not batch.attached:
            words = "Tài liệu này đã gắn với tiêu chí."
        elif batch.known:
            words = f"{batch.known} tài liệu đã gắn từ trước, không thêm lần nữa."
        self._hint_words.setText(words)

    def _open(self) -> None:
        if self.list.entry is not None:
            self.actions_of.open(self.list.entry)

    def _show_full(self) -> None:
        document = self.preview.document
        if document is not None:
            full = FullPreview(self._previews, document, self.preview.page, self)
            full.left.connect(self.preview.go_to)
            full.preview.open_asked.connect(self._open)
            full.showFullScreen()

    def _detach(self) -> None:
        if self.list.entry is not None:
            self.actions_of.detach(self.list.entry)

    def _rename(self) -> None:
        if self.list.entry is not None:
            self.actions_of.rename(self.list.entry)

    def _describe(self) -> None:
        if self.list.entry is not None:
            self.actions_of.describe(self.list.entry)

    def _show_menu(self, spot: QPoint) -> None:
        if self.list.entry is not None:
            self.actions_of.show_menu(self.list.entry, spot)

    def _show_menu_below(self, button: QWidget) -> None:
        self._show_menu(button.mapToGlobal(button.rect().bottomLeft()))

    def _set_dropping(self, *, is_over: bool) -> None:
        self.empty.set_dropping(is_over=is_over)
        self._hint_words.setText("Thả để gắn vào tiêu chí này" if is_over else _HINT)
