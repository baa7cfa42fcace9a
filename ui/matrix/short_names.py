"""Names of units for columns of 66 px: short name, the rest of the name, or its initials."""

from collections.abc import Callable

_KINDS = (
    "Ủy ban nhân dân", "UBND", "Sở", "Xã", "Phường", "Thị trấn", "Thị xã", "Huyện", "Quận",
    "Thành phố",
)  # fmt: skip
_AND = "và"
_LEVEL = " tỉnh"


def head_of(name: str, short_name: str, fits: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the name of a unit in one or two lines.

    Args:
        name: the full name.
        short_name: what the person calls it in narrow columns, or "".
        fits: whether a line has room.
    """
    if short_name:
        return _lines(short_name, fits) or (short_name,)
    bare = _bare(name)
    return _lines(bare, fits) or _lines(_initials(bare), fits) or (bare,)


def _bare(name: str) -> str:
    """Return the name without the word for its kind, which all columns share."""
    for kind in _KINDS:
        rest = name.removeprefix(f"{kind} ")
        if rest != name and rest[:1].isupper():
            return rest.removesuffix(_LEVEL)
    return name.removesuffix(_LEVEL)


def _lines(text: str, fits: Callable[[str], bool]) -> tuple[str, ...]:
    """Return a text in one line or two that fit; a line rather begins with "và" than ends so."""
    if fits(text):
        return (text,)
    words = text.split()
    pairs = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    good = [pair for pair in pairs if fits(pair[0]) and fits(pair[1])]
    return min(good, key=_awkward, default=())


def _awkward(pair: tuple[str, str]) -> tuple[bool, int]:
    return pair[0].endswith(f" {_AND}"), abs(len(pair[0]) - len(pair[1]))


def _initials(text: str) -> str:
    """Return initials of every part of more than one word: "KH và ĐT", "BHXH tỉnh"."""
    parts = text.replace(",", f" {_AND}").split(f" {_AND} ")
    return f" {_AND} ".join(_initial(part.split()) for part in parts if part.strip())


def _initial(words: list[str]) -> str:
    if len(words) == 1:
        return words[0]
    return "".join(word[0].upper() for word in words if word[0].isalpha())
