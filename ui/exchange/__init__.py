"""Documents out of the dossier and in: folders, archives, the book of an area."""
