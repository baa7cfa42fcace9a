"""Names of the files that papers are saved to."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from cchc_desktop.domain.text import fold

SUFFIX = ".pdf"
_LONGEST = 80


def proposed_name(year: int, unit: str, kind: str = "Tom-tat") -> str:
    """Return a name that any disk takes: "Tom-tat-2022-Tinh-Hai-Duong.pdf"."""
    plain = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in fold(unit))
    words = "-".join(word.capitalize() for word in plain.split())
    return f"{kind}-{year}-{words}"[:_LONGEST].rstrip("-") + SUFFIX


def ask_path(parent: QWidget, proposed: Path) -> Path | None:
    """Ask where a paper goes; None where the person thinks better of it."""
    name, _ = QFileDialog.getSaveFileName(
        parent, "Lưu bản PDF", str(proposed), f"Tệp PDF (*{SUFFIX})"
    )
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)
