"""What the register asks of the panel of evidence; ``ui.places`` hands it over."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.evidence import Document, DocumentFile, Link
from cchc_desktop.records import record


@record
class DocumentParts:
    """A preview, and what can be done with a document.

    Args:
        preview: shows pages.
        show: shows a document there, at a page from 0; None shows none.
        opened: a signal of the preview: the document is to be opened with the usual program.
        icon_of: name of the icon of a file name.
        size_of: a size in bytes as people read it.
        open: opens a read-only copy with the usual program.
        save_copy: asks where, and writes a copy.
        describe: asks for number, day, issuer, subject; of a link also for the place in it.
        rename: asks for another file name.
        take: enters files and folders as documents without a criterion.
        add_file: enters a file as a further file of a document.
        add_version: enters a file as the newer version of a document's file.
        watch_drops: lets a widget take files that are dropped on it.
        leave: what is to be finished before the dossier closes.
    """

    preview: QWidget
    show: Callable[[Document | None, int], None]
    opened: SignalInstance
    icon_of: Callable[[str], str]
    size_of: Callable[[int], str]
    open: Callable[[Document | DocumentFile], object]
    save_copy: Callable[[Document | DocumentFile], object]
    describe: Callable[[Document, Link | None], object]
    rename: Callable[[Document], object]
    take: Callable[[Sequence[Path]], object]
    add_file: Callable[[Document, Path], object]
    add_version: Callable[[Document, Path], object]
    watch_drops: Callable[[QWidget], object]
    leave: Callable[[], object]
