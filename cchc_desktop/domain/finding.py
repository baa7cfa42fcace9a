"""Words in a text: where they stand, accents or not, in the text's own characters."""

import re

from cchc_desktop.domain.text import fold, nfc

_MARGIN = r"(?<!\w)"


def found_in(text: str, words: str) -> list[tuple[int, int]]:
    """Return begin and end of every place of some words, side by side and in order.

    Args:
        text: any text, also one whose accents stand apart from their letters.
        words: what is looked for; blanks match any blanks and signs, the last word may go on.
    """
    wanted = [re.escape(word) for word in re.findall(r"\w+", fold(nfc(words)))]
    if not wanted:
        return []
    folded, places = _folded(text)
    pattern = _MARGIN + r"\W+".join(wanted)
    return [(places[a], places[b - 1] + 1) for a, b in _spans(pattern, folded)]


def _spans(pattern: str, folded: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(pattern, folded) if match.end() > match.start()]


def _folded(text: str) -> tuple[str, list[int]]:
    """Return the folded text and, for each of its characters, where it comes from."""
    whole = fold(text)
    if len(whole) == len(text):
        return whole, list(range(len(text)))
    letters, places = [], []
    for place, char in enumerate(text):
        for letter in fold(char):
            letters.append(letter)
            places.append(place)
    return "".join(letters), places
