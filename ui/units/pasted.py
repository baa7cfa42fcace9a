"""What was copied elsewhere, where it looks like a list of names."""

from PySide6.QtGui import QGuiApplication

_LONGEST = 200  # characters of a name with its group beside it; longer lines are running text


def copied_list() -> str:
    """Return the lines on the clipboard, "" where they are no list."""
    text = QGuiApplication.clipboard().text().strip()
    lines = [line for line in text.splitlines() if line.strip()]
    is_list = len(lines) > 1 and all(len(line) <= _LONGEST for line in lines)
    return text if is_list else ""
