"""Kinds of files by their suffix: the icon they get; what they are, their content says."""

from enum import Enum


class Kind(Enum):
    """What kind of file a document is."""

    PDF = "pdf"
    IMAGE = "image"
    SHEET = "sheet"
    WORD = "word"
    OTHER = "file"

    @property
    def icon(self) -> str:
        """Name of its icon."""
        return self.value


_SUFFIXES = {
    Kind.PDF: ("pdf",),
    Kind.IMAGE: ("png", "jpg", "jpeg", "jfif", "bmp", "gif", "webp", "tif", "tiff"),
    Kind.SHEET: ("xlsx", "xls", "xlsm", "ods", "csv"),
    Kind.WORD: ("docx", "doc", "odt", "rtf"),
}


def kind_of(name: str) -> Kind:
    """Return the kind of a file name."""
    suffix = name.rpartition(".")[2].lower()
    return next((kind for kind, known in _SUFFIXES.items() if suffix in known), Kind.OTHER)


def shown_size(size: int) -> str:
    """Return a size in bytes as people read it: 12 KB, 3,4 MB."""
    if size < 1024:
        return f"{size} byte"
    if size < 1024**2:
        return f"{size // 1024} KB"
    unit, name = (1024**2, "MB") if size < 1024**3 else (1024**3, "GB")
    tenths = size * 10 // unit
    return f"{tenths // 10},{tenths % 10} {name}"
