"""Which file: the usual dialogs, proposed names, where the sample lies."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from cchc_desktop.domain.text import fold
from ui.shared import paths
from ui.shared.doors import NewDossier

SUFFIX = ".cchc"
_FILTER = f"Hồ sơ chấm điểm (*{SUFFIX})"
_SAMPLE = "Mau-Hai-Duong-2022.cchc"


def ask_open_path(parent: QWidget, folder: Path) -> Path | None:
    """Ask which dossier to open; None where the person thinks better of it."""
    name, _ = QFileDialog.getOpenFileName(parent, "Mở hồ sơ", str(folder), _FILTER)
    return Path(name) if name else None


def ask_new_path(parent: QWidget, proposed: Path) -> Path | None:
    """Ask where a new dossier goes; None where the person thinks better of it."""
    name, _ = QFileDialog.getSaveFileName(parent, "Nơi lưu hồ sơ mới", str(proposed), _FILTER)
    if not name:
        return None
    path = Path(name)
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def proposed_path(choice: NewDossier) -> Path:
    """Return where a new dossier may go: "Tinh-Hai-Duong-2022.cchc" among the documents."""
    words = "-".join(word.capitalize() for word in fold(choice.unit).split() if word.isalnum())
    return paths.documents_folder() / f"{words or 'Ho-so'}-{choice.year}{SUFFIX}"


def sample_path() -> Path:
    """Return where the sample dossier lies on this PC."""
    return paths.documents_folder() / _SAMPLE


def dropped_dossier(names: list[str]) -> Path | None:
    """Return the first dossier among dropped files."""
    found = [Path(name) for name in names if name.lower().endswith(SUFFIX)]
    return found[0] if found else None
