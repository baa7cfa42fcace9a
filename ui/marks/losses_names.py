"""Names of agencies as one line of text, and back."""

from collections.abc import Iterable

from cchc_desktop.domain.text import clean, fold

JOINT = "; "


def joined(names: Iterable[str]) -> str:
    """Return names as a field shows them."""
    return JOINT.join(names)


def split_names(text: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the names in a line; commas also split, but not inside a known name.

    Args:
        text: names with semicolons between them, or with commas.
        known: names that exist; "Sở Lao động, Thương binh và Xã hội" stays one.
    """
    if ";" in text:
        return _distinct(text.split(";"))
    parts = text.split(",")
    folded = {fold(clean(name)) for name in known}
    found = []
    while parts:
        longest = next(
            (
                size
                for size in range(len(parts), 1, -1)
                if fold(clean(",".join(parts[:size]))) in folded
            ),
            1,
        )
        found.append(",".join(parts[:longest]))
        parts = parts[longest:]
    return _distinct(found)


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    cleaned = (clean(name) for name in names)
    return tuple(dict.fromkeys(name for name in cleaned if name))
