"""Units and agencies of a dossier, and the frame that the people's pages stand in."""
