"""Stable text ids and order keys, made by commands and never by storage."""

import secrets
import time
from collections.abc import Sequence

_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz"
_BASE = len(_ALPHABET)
_ID_LENGTH = 20
_RANDOM_BITS = 55
_STEP_BITS = 40
_LAST = [0]  # the number of the id before: many are made in one millisecond


def new_id() -> str:
    """Return a fresh id of 20 characters; ids of one program sort in the order of their making."""
    value = (time.time_ns() // 1_000_000) << _RANDOM_BITS | secrets.randbits(_RANDOM_BITS)
    if value <= _LAST[0]:
        value = _LAST[0] + 1 + secrets.randbits(_STEP_BITS)
    _LAST[0] = value
    digits = []
    for _ in range(_ID_LENGTH):
        value, digit = divmod(value, _BASE)
        digits.append(_ALPHABET[digit])
    return "".join(reversed(digits))


def order_between(left: str, right: str) -> str:
    """Return an order key strictly between two others.

    Keys are fractions in base 36 without trailing zeros, compared as text, so an insertion
    changes one row only. At either end they are counted on, so that thousands stay short.

    Args:
        left: the key before, or "" for the beginning.
        right: the key after, or "" for the end.
    """
    if right and left >= right:
        raise ValueError(f"order keys out of order: {left!r}, {right!r}")
    if bool(left) != bool(right):
        return _counted_on(left or right, 1 if left else -1)
    key = []
    position = 0
    while True:
        low = _ALPHABET.index(left[position]) if position < len(left) else 0
        high = _ALPHABET.index(right[position]) if right and position < len(right) else _BASE
        if high - low > 1:
            key.append(_ALPHABET[(low + high) // 2])
            return "".join(key)
        key.append(_ALPHABET[low])
        if high > low:
            right = ""
        position += 1


def _counted_on(key: str, step: int) -> str:
    """Return the next key up or down: of 2 places, of twice as many where these are used up."""
    width = 2
    while True:
        value = int(key[:width].ljust(width, "0"), _BASE) + step
        if 0 < value < _BASE**width:
            return _as_key(value, width)
        width *= 2


def order_keys(count: int) -> Sequence[str]:
    """Return ``count`` rising order keys of equal length with room between them."""
    width, space = 1, _BASE
    while space < 2 * (count + 1):
        width, space = width + 1, space * _BASE
    step = space // (count + 1)
    return [_as_key(step * (n + 1), width) for n in range(count)]


def _as_key(value: int, width: int) -> str:
    digits = []
    for _ in range(width):
        value, digit = divmod(value, _BASE)
        digits.append(_ALPHABET[digit])
    return "".join(reversed(digits)).rstrip("0")
