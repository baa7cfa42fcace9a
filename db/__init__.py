"""Storage: the dossier file, one SQLite file."""
