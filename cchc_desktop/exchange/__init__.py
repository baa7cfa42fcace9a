"""Files of other programs and other dossiers, in and out; each module is loaded when it is used."""
