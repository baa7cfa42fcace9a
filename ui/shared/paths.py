"""Where the program keeps what is not part of a dossier."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from cchc_desktop import PROGRAM

_Location = QStandardPaths.StandardLocation


def settings_file() -> Path:
    """Return the file of the user's settings."""
    return _folder(_Location.GenericConfigLocation) / PROGRAM / "settings.json"


def log_file() -> Path:
    """Return the file of the program's log."""
    return _folder(_Location.GenericStateLocation) / PROGRAM / "log" / "cchc.log"


def documents_folder() -> Path:
    """Return the folder where new dossiers are proposed; the home folder where there is none."""
    documents = _folder(_Location.DocumentsLocation)
    return documents if documents.is_dir() else Path.home()


def _folder(location: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(location))
