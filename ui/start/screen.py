"""The start screen: create, open, look at the sample, go on with a recent dossier."""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.progress import Progress
from cchc_desktop.settings import Recent
from ui.shared.buttons import ghost
from ui.shared.doors import Backups
from ui.shared.frames import box_of, fill, frame
from ui.shared.icons import IconLabel
from ui.shared.jobs import run_in_thread
from ui.shared.labels import label
from ui.start.big_button import BigButton
from ui.start.recent_row import RecentRow

_LEFT_WIDTH, _RIGHT_WIDTH = 320, 592
_ALL = 1000  # takes what there is before the margins do
Missing = tuple[str, datetime | None]  # a path where no file is, when its newest backup was made
_PAINTED = 50  # milliseconds; what a thread needs is loaded when the screen has painted


class StartScreen(QWidget):
    """What shows while no dossier is open.

    Args:
        backups: returns what knows of backups, loaded when a dossier is lost.
        parent: the window.
    """

    create_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    path_chosen = Signal(str)
    path_forgotten = Signal(str)
    backup_wanted = Signal(str)

    def __init__(
        self, backups: Callable[[], Backups | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._backups = backups
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rows: dict[str, RecentRow] = {}
        self._build()

    @property
    def rows(self) -> tuple[RecentRow, ...]:
        """The recent dossiers that show."""
        return tuple(self._rows.values())

    def show_recent(self, recent: Sequence[Recent]) -> None:
        """Show recent dossiers; whether they are still there is looked up off the UI thread."""
        for row in self._rows.values():
            self._list_box.removeWidget(row)
            row.deleteLater()
        self._rows = {found.path: RecentRow(found) for found in recent}
        for row in self._rows.values():
            row.chosen.connect(self.path_chosen)
            row.forgotten.connect(self.path_forgotten)
            row.backup_wanted.connect(self.backup_wanted)
            self._list_box.addWidget(row)
        if recent:
            self._rows[recent[-1].path].set_last()
        self._right.setVisible(bool(recent))
        self.setFocusProxy(self._rows[recent[0].path] if recent else self.create_button)
        if recent:
            self._rows[recent[0].path].show_chosen()  # as it will look with the focus
            QTimer.singleShot(_PAINTED, self, self._look_for_them)

    def show_refusal(self, path: str, error: CchcError, backup: datetime | None = None) -> None:
        """Say at a recent dossier why it cannot be opened, and offer its newest backup."""
        row = self._rows.get(path)
        if row is not None:
            row.show_reason(f"Không mở được: {error.words}", backup)

    def _look_for_them(self) -> None:
        job = run_in_thread("Tìm hồ sơ gần đây", missing, tuple(self._rows), self._backups)
        job.done.connect(self._show_missing)

    def _show_missing(self, found: tuple[Missing, ...]) -> None:
        for path, backup in found:
            row = self._rows.get(path)
            if row is not None:
                row.show_reason(missing_words(path), backup)

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QWidget()
        self._box = QHBoxLayout(ground)
        self._box.setContentsMargins(24, 24, 24, 24)
        self._box.setSpacing(56)
        self._box.addStretch(1)
        self._box.addWidget(self._left_side(), 0, Qt.AlignmentFlag.AlignTop)
        self._right = self._right_side()
        self._box.addWidget(self._right, _ALL, Qt.AlignmentFlag.AlignTop)
        self._box.addStretch(1)
        scroll.setWidget(ground)
        whole.addWidget(scroll, 1)
        whole.addWidget(_foot())

    def _left_side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(_LEFT_WIDTH)
        box = QVBoxLayout(side)
        box.setContentsMargins(0, 60, 0, 0)
        box.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(IconLabel("mark", "accent", 44))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label("CCHC Desktop", "hero", 600))
        words.addWidget(label("Chấm điểm, phân tích Chỉ số CCHC", "body", tone="text2"))
        head.addLayout(words, 1)
        box.addLayout(head)
        box.addSpacing(16)
        self.create_button = BigButton(
            "Tạo hồ sơ mới", "Chọn cấp, năm và đơn vị", "plus", primary=True
        )
        self.open_button = BigButton("Mở hồ sơ…", "Tệp .cchc trên máy, ổ mạng hoặc USB", "folder")
        self.sample_button = BigButton(
            "Mở hồ sơ mẫu (Hải Dương 2022)", "Xem cách chấm trên số liệu thật", "mark"
        )
        for button, wanted in (
            (self.create_button, self.create_wanted),
            (self.open_button, self.open_wanted),
            (self.sample_button, self.sample_wanted),
        ):
            button.clicked.connect(wanted)
            box.addWidget(button)
        box.addSpacing(8)
        box.addWidget(label("Kéo tệp .cchc vào cửa sổ cũng mở được.", "small", tone="text2"))
        return side

    def _right_side(self) -> QWidget:
        side = QWidget()
        side.setMinimumWidth(_LEFT_WIDTH)
        side.setMaximumWidth(_RIGHT_WIDTH)
        box = QVBoxLayout(side)
        box.setContentsMargins(0, 60, 0, 0)
        box.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(label("Hồ sơ gần đây", "title", 600))
        head.addStretch(1)
        head.addWidget(ghost("Mở thư mục…", self.open_wanted.emit, "folder"))
        box.addLayout(head)
        box.addSpacing(4)
        card: QFrame = frame("card", margins=(1, 1, 1, 1))
        self._list_box = box_of(card)
        box.addWidget(card)
        return side


def missing(
    paths: tuple[str, ...], backups: Callable[[], Backups | None], progress: Progress
) -> tuple[Missing, ...]:
    """Return those paths where no file is, each with the time of its newest backup.

    May wait for a network drive.
    """
    found: list[Missing] = []
    for number, path in enumerate(paths, 1):
        if not Path(path).is_file():
            known = backups()
            found.append((path, known.newest_backup(Path(path)) if known is not None else None))
        progress.step(number, len(paths))
    return tuple(found)


def missing_words(path: str) -> str:
    """Say why a dossier that is not there cannot be opened."""
    drive = Path(path).drive
    if drive and not Path(f"{drive}/").exists():
        return f"Không mở được: chưa cắm ổ {drive}"
    return "Không mở được: tệp đã bị chuyển chỗ, đổi tên hoặc xóa."


def _foot() -> QWidget:
    foot = frame("status", vertical=False, margins=(16, 0, 16, 0), gap=8)
    foot.setFixedHeight(28)
    words = "Không cần mạng. Mọi dữ liệu nằm trong tệp hồ sơ của bạn."
    help_words = label("F1 Trợ giúp", "small", tone="text2")
    return fill(foot, label(words, "small", tone="text2"), None, help_words)
