"""Papers as files: asked for, then written in a process of their own."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from cchc_desktop.progress import Progress
from cchc_desktop.reports.document import Document
from cchc_desktop.reports.writers import write

_WORDS = {".pdf": "Tệp PDF", ".txt": "Văn bản"}


def ask_paper(
    parent: QWidget, title: str, proposed: str, suffixes: Sequence[str] = (".pdf",)
) -> Path | None:
    """Ask where a paper goes; None where the person thinks better of it.

    Args:
        parent: the window.
        title: of the dialog.
        proposed: name or path that is offered.
        suffixes: the formats, the first one for a name without any.
    """
    filters = ";;".join(f"{_WORDS[suffix]} (*{suffix})" for suffix in suffixes)
    name, chosen = QFileDialog.getSaveFileName(parent, title, proposed, filters)
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() in suffixes:
        return path
    suffix = next((each for each in suffixes if f"*{each}" in chosen), suffixes[0])
    return path.with_name(path.name + suffix)


def write_paper(document: Document, path: Path, progress: Progress) -> None:
    """Write a paper to a file; runs in a process of its own."""
    progress.step(0, 1)
    write(document, path)
    progress.step(1, 1)
