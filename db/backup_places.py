"""Where the backups of a dossier lie."""

from pathlib import Path

_FOLDER = "sao-luu"
CONTENT = "noi-dung"


def backup_folder(dossier: Path) -> Path:
    """Return the folder beside a dossier that holds its backups."""
    return dossier.with_name(f"{dossier.stem}-{_FOLDER}")


def kept_content(dossier: Path, sha256: str) -> Path:
    """Return where the backup folder of a dossier has a content, if it has it."""
    return backup_folder(dossier) / CONTENT / sha256
