"""What the panels share: theme, icons, widgets, the bridge to the session."""
