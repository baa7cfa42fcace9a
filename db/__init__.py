"""Storage: the dossier file, one SQLite file."""

from db.opening import create_dossier, open_dossier
from db.store import DossierStore

__all__ = ["DossierStore", "create_dossier", "open_dossier"]
