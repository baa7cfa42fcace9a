"""An evidence panel on the sample dossier, with a vault that refuses what the real one refuses."""

from datetime import datetime
from pathlib import Path

from pytestqt.qtbot import QtBot

from cchc_desktop.commands.sample import sample_command
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.overriding import override
from cchc_desktop.progress import Progress
from cchc_desktop.session import Session
from cchc_desktop.store import Staged
from tests.memory_store import MemoryStore, MemoryVault
from ui.evidence.panel import EvidencePanel
from ui.shared.desk import Desk
from ui.shared.jobs import board

SHEET, LEAF, OTHER = "hd2022-tinh", "hd2022-7.3", "hd2022-7.2"
MOMENT = datetime.fromisoformat("2023-03-01T14:32:05+07:00")


class StrictVault(MemoryVault):
    """Refuses what the real one refuses, and waits where a test wants to look."""

    def __init__(self) -> None:
        super().__init__()
        self.gate: list[Path] = []

    @override
    def stage(self, path: Path, progress: Progress) -> Staged:
        if not path.exists():
            raise CchcError(f"Không còn thấy tệp {path.name}.", "Chọn lại tệp.")
        if not path.stat().st_size:
            raise CchcError(f"Tệp {path.name} rỗng (0 byte).", "Chọn tệp khác.")
        while path in self.gate:
            progress.step(1, 2)
        return super().stage(path, progress)


class Room:
    """A panel on the sample dossier, with what it told."""

    def __init__(self, qtbot: QtBot, store: MemoryStore) -> None:
        self.qtbot, self.store = qtbot, store
        self.vault = StrictVault()
        store.vault = self.vault
        self.session = Session(store, lambda: MOMENT)
        if not store.is_read_only:
            self.session.run(sample_command())
        self.desk = Desk(self.session)
        self.desk.choose(LEAF)
        self.told: list[CchcError] = []
        self.desk.failed.connect(lambda error, _retry: self.told.append(error))
        self.panel = EvidencePanel(self.desk, clock=lambda: MOMENT)
        qtbot.addWidget(self.panel)

    def names(self) -> list[str]:
        return [entry.document.title for entry in self.panel.model.entries]

    def attach(self, *paths: Path) -> None:
        self.panel.accept_paths(paths)
        self.rest()

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.panel.is_busy and not board.running)

    def show(self, wide: int, high: int) -> None:
        self.panel.resize(wide, high)
        self.panel.show()
        self.qtbot.waitUntil(lambda: not self.panel.preview.is_busy, timeout=30_000)


def a_file(folder: Path, name: str, body: bytes = b"") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(body or name.encode())
    return path
