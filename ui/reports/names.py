"""Names of the files that papers are saved to."""

from cchc_desktop.domain.text import fold

SUFFIX = ".pdf"
_LONGEST = 80


def proposed_name(year: int, unit: str, kind: str = "Tom-tat") -> str:
    """Return a name that any disk takes: "Tom-tat-2022-Tinh-Hai-Duong.pdf"."""
    plain = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in fold(unit))
    words = "-".join(word.capitalize() for word in plain.split())
    return f"{kind}-{year}-{words}"[:_LONGEST].rstrip("-") + SUFFIX
