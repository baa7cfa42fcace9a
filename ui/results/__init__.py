"""What a search of the whole dossier found: criteria, documents, the page they stand on."""
