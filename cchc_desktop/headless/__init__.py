"""The command line: the same session, no window."""
