"""Where the program keeps what is not part of a dossier."""

from pathlib import Path

import platformdirs

from cchc_desktop import PROGRAM


def settings_file() -> Path:
    """Return the file of the user's settings."""
    return Path(platformdirs.user_config_dir(PROGRAM, appauthor=False)) / "settings.json"


def log_file() -> Path:
    """Return the file of the program's log."""
    return Path(platformdirs.user_log_dir(PROGRAM, appauthor=False)) / "cchc.log"


def documents_folder() -> Path:
    """Return the folder where new dossiers are proposed; the home folder where there is none."""
    documents = Path(platformdirs.user_documents_dir())
    return documents if documents.is_dir() else Path.home()
