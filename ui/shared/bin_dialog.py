"""The bin: documents that were thrown away, brought back or purged for good."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from cchc_desktop.commands.documents import RestoreDocuments
from cchc_desktop.commands.purging import PurgeDocuments
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Document
from cchc_desktop.domain.integrity import contents_in_use
from cchc_desktop.domain.state import State
from cchc_desktop.progress import Progress
from cchc_desktop.store import Vault
from cchc_desktop.wording.numerals import shown_date
from ui.shared.buttons import normal, primary
from ui.shared.desk import Desk
from ui.shared.dialogs import show_dialog
from ui.shared.frames import row
from ui.shared.jobs import run_in_thread
from ui.shared.labels import label
from ui.shared.list_table import Cell, Head, Line, ListModel, ListTable

_HEADS = (Head("Tài liệu"), Head("Bỏ ngày", 100), Head("Cỡ", 100, "right"))
_KEPT = (
    "Nội dung còn nguyên trong hồ sơ; tài liệu lấy lại chưa gắn với tiêu chí nào. "
    "Xóa hẳn mới bỏ nội dung."
)
_EMPTY = "Thùng rác trống."
_FINAL = (
    "Nội dung mất khỏi hồ sơ và tệp hồ sơ nhỏ lại. Việc này không hoàn tác được,"
    " và các bước làm trước đó cũng không hoàn tác được nữa."
)


def binned(state: State) -> tuple[Document, ...]:
    """Return the documents in the bin, the last one thrown away first."""
    found = [each for each in state.documents.values() if each.binned_at is not None]
    return tuple(sorted(found, key=lambda each: str(each.binned_at), reverse=True))


def purge(desk: Desk, documents: tuple[str, ...]) -> None:
    """Throw documents of the bin away for good, records first, then their contents."""
    session = desk.session
    before = contents_in_use(desk.state)
    if not desk.run(PurgeDocuments(documents)):
        return
    gone = tuple(before - contents_in_use(desk.state))
    try:
        session.store.texts.forget(gone)
    except CchcError as error:
        desk.report(error)
    job = run_in_thread("Đang xóa hẳn tài liệu", _drop, session.store.vault, gone)
    desk.follow(job)
    job.done.connect(lambda _: session.store.rest())


def _drop(vault: Vault, sha256s: Sequence[str], progress: Progress) -> None:
    vault.purge(sha256s, progress)


class PurgeDialog(QDialog):
    """Asks once more, and says what cannot be taken back.

    Args:
        count: how many documents.
        parent: the bin.
    """

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Xóa hẳn")
        self.setFixedWidth(480)
        self.keep = normal("Giữ lại", self.reject)
        self.keep.setDefault(True)
        self.go = normal(f"Xóa hẳn {count} tài liệu", self.accept, "trash")
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        box.addWidget(label(f"Xóa hẳn {count} tài liệu?", "title", 600))
        box.addWidget(label(_FINAL, tone="text2", wrap=True))
        box.addWidget(row(None, self.go, 8, self.keep))
        self.keep.setFocus()


class BinDialog(QDialog):
    """Lists the bin; takes documents out of it, or throws them away for good.

    Args:
        desk: runs the commands.
        parent: the page.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle("Thùng rác")
        self.resize(640, 420)
        self.model = ListModel(_HEADS)
        self.table = ListTable(self.model, "Tài liệu trong thùng rác", many=True)
        self.restore = primary("Lấy lại", self._restore, "restore")
        self.purge = normal("Xóa hẳn…", self._ask, "trash")
        self._said = label(_KEPT, tone="text2", wrap=True)
        self._asking: PurgeDialog | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        box.addWidget(label("Thùng rác", "title", 600))
        box.addWidget(self._said)
        box.addWidget(self.table, 1)
        box.addStretch(0)
        box.addWidget(row(self.purge, None, normal("Đóng", self.reject), 8, self.restore))
        self.table.chosen.connect(lambda _: self._enable())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        desk.changed.connect(self._changed)
        self.refresh()

    @property
    def asking(self) -> PurgeDialog | None:
        """The question that waits for its answer."""
        return self._asking

    def refresh(self) -> None:
        """Show the bin as it stands; where nothing is chosen, the first document is."""
        self.model.show([_line(document) for document in binned(self._desk.state)])
        keys = self.model.keys
        if keys and not self.table.selected:
            self.table.go(keys[0])
        self.table.setVisible(bool(keys))
        self._said.setText(_KEPT if keys else _EMPTY)
        self._enable()

    def _changed(self, event: object) -> None:
        self.refresh()

    def _enable(self) -> None:
        can = bool(self._chosen()) and not self._desk.session.store.is_read_only
        self.restore.setEnabled(can)
        self.purge.setEnabled(can)

    def _chosen(self) -> Sequence[str]:
        return tuple(key for key in self.table.selected if key in self._desk.state.documents)

    def _restore(self) -> None:
        self._desk.run(RestoreDocuments(tuple(self._chosen())))

    def _ask(self) -> None:
        chosen = tuple(self._chosen())
        self._asking = dialog = PurgeDialog(len(chosen), self)
        dialog.accepted.connect(lambda: purge(self._desk, chosen))
        show_dialog(dialog)


def _line(document: Document) -> Line:
    day = shown_date(document.binned_at) if document.binned_at else ""
    size = f"{max(1, document.size // 1024):,} KB".replace(",", ".")
    return Line(document.id, (Cell(document.title), Cell(day, "text2"), Cell(size, "text2")))
