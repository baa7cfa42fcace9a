"""Preview, saving and printing of reports."""
