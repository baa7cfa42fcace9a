"""Taking in a folder whose subfolders are named by criterion codes."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.spreading import FolderShare, Parts, spread
from ui.evidence.intake import Batch, Intake
from ui.evidence.paths import files_in
from ui.evidence.spread_dialog import SpreadDialog
from ui.shared.desk import Desk
from ui.shared.jobs import Job, run_in_thread

_READING_MANY = "Đang đọc các thư mục"


class Spreading(QObject):
    """Lists a folder in a thread, shows where its files would go, takes them in as one step.

    Args:
        desk: the sheet whose criteria are meant.
        intake: takes the files in.
        window: what the dialog lies over.
    """

    def __init__(self, desk: Desk, intake: Intake, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._intake, self._window = desk, intake, window
        self._job: Job | None = None
        self._files: Sequence[Path] = ()
        self._shares: Sequence[FolderShare] = ()
        self._asks_always = True
        self.dialog: SpreadDialog | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a folder is being listed or taken in."""
        return self._job is not None or self._intake.is_busy

    def ask(self) -> None:
        """Ask for the folder and go on."""
        refusal = self._intake.refusal(self._desk.sheet, "")
        if refusal is not None:
            self._desk.report(refusal)
            return
        name = QFileDialog.getExistingDirectory(
            self._window, "Chọn thư mục có thư mục con mang mã tiêu chí"
        )
        if name:
            self.read((Path(name),))

    def read(self, roots: Sequence[Path], *, asks_always: bool = True) -> None:
        """List folders and show where their files would go.

        Args:
            roots: a folder, or several with the files that lie beside them.
            asks_always: also where no name has a code; else the files go to the register at once.
        """
        if self._job is None:
            self._asks_always = asks_always
            title = f"Đang đọc thư mục {roots[0].name}" if len(roots) == 1 else _READING_MANY
            self._job = run_in_thread(title, files_in, tuple(roots))
            self._job.done.connect(lambda found: self._show(roots, found))
            self._desk.follow(self._job, about="thư mục")
            self._job.ended.connect(self._ended)

    def leave(self) -> None:
        """Stop and wait; what is taken in stays."""
        if self._job is not None:
            self._job.wait()
        self._intake.cancel_all()

    def _ended(self) -> None:
        self._job = None

    def _show(self, roots: Sequence[Path], found: Sequence[tuple[Parts, Path]]) -> None:
        if not found:
            self._desk.report(
                CchcError("Thư mục này không có tệp nào.", "Chọn thư mục có tệp tài liệu.")
            )
            return
        tree = self._desk.tree
        self._files = [path for _, path in found]
        self._shares = spread([folders for folders, _ in found], tree)
        root = roots[0]
        if len(roots) == 1:
            self._shares = [_below(share, root.name) for share in self._shares]
        else:
            root = root.parent
        if not self._asks_always and not any(share.criterion for share in self._shares):
            self._take()
            return
        self.dialog = SpreadDialog(root, self._shares, tree, self._window)
        self.dialog.accepted.connect(self._take)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _take(self) -> None:
        places = {
            self._files[at]: share.target
            for share in self._shares
            for at in share.files
            if share.target
        }
        self._intake.take(Batch(tuple(self._files), self._desk.sheet, "", places=places))

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None


def _below(share: FolderShare, root: str) -> FolderShare:
    """Return a share named from below the folder that was chosen."""
    name = share.name.removeprefix(root).removeprefix("/")
    return FolderShare(name, share.fate, share.criterion, share.files)
