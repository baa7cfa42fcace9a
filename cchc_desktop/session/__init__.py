"""The only door for change: run, undo, redo, listen."""

from cchc_desktop.session.event import Changed
from cchc_desktop.session.session import Session

__all__ = ["Changed", "Session"]
