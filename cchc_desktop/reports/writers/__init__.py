"""Writers turn any Document into a file; their libraries load when a writer is first used."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.reports.document import Document
from cchc_desktop.reports.spots import Spot
from cchc_desktop.wording import summary as words

Writer = Callable[[Document, Path], None]


def write(document: Document, path: Path) -> None:
    """Write a document in the format that the file's suffix names.

    Raises:
        CchcError: no writer knows the suffix, or the file cannot be written.
    """
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        known = ", ".join(WRITERS)
        raise CchcError(words.unknown_format(path.suffix), words.use_format(known))
    writer(document, path)


def as_pdf(document: Document) -> tuple[bytes, tuple[Spot, ...]]:
    """Return the bytes of a PDF file, as ``write`` would write them, and where numbers stand."""
    from cchc_desktop.reports.writers.pdf import pdf_with_spots

    return pdf_with_spots(document)


def _pdf(document: Document, path: Path) -> None:
    from cchc_desktop.reports.writers.pdf import write_pdf

    write_pdf(document, path)


def _text(document: Document, path: Path) -> None:
    from cchc_desktop.reports.writers.text import write_text

    write_text(document, path)


WRITERS: Mapping[str, Writer] = MappingProxyType({".pdf": _pdf, ".txt": _text})
