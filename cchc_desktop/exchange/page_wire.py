"""What goes between the window and the child that renders pages: a wish, its answer."""

import json
import struct
from collections.abc import Sequence
from dataclasses import asdict
from enum import IntEnum

from cchc_desktop.records import record

_HEAD = struct.Struct("<IIIIId")
_MOST_EDGE = 100_000


class Fault(IntEnum):
    """Why there is no page."""

    NONE = 0
    DAMAGED = 1
    LOCKED = 2
    TOO_LARGE = 3
    SLOW = 4
    NO_CHILD = 5
    PROGRAM = 6
    UNKNOWN = 7
    NO_TEXT = 8


@record
class PageRequest:
    """One page wanted, or the places of some words in all pages.

    Args:
        path: the file.
        page: number from 0; beyond the last one, the last is meant.
        width: pixels it is to be wide, used where ``scale`` is 0.
        scale: pixels for each point.
        words: what is looked for; then no page is rendered.
        first: how many pages from the first on are looked through, 0 for all.
    """

    path: str
    page: int
    width: int
    scale: float = 0.0
    words: str = ""
    first: int = 0


@record
class PageAnswer:
    """One page as pixels of 4 bytes (blue, green, red, unused), or why there is none.

    Args:
        fault: why there is none.
        pages: how many pages the file has.
        width, height: pixels.
        stride: bytes of one line.
        points: width of the page in points.
        pixels: lines from the top.
    """

    fault: Fault = Fault.NONE
    pages: int = 0
    width: int = 0
    height: int = 0
    stride: int = 0
    points: float = 0.0
    pixels: bytes = b""


@record
class FoundPlace:
    """Where words stand on a page.

    Args:
        page: number from 0.
        boxes: left, top, right, bottom of each line of them, as shares of the page.
    """

    page: int
    boxes: tuple[tuple[float, float, float, float], ...]


def asked(request: PageRequest) -> bytes:
    """Return a request as bytes."""
    return json.dumps(asdict(request)).encode()


def request_of(question: bytes) -> PageRequest:
    """Return the request of some bytes; runs in the child."""
    return PageRequest(**json.loads(question))


def packed(answer: PageAnswer) -> tuple[bytes, bytes]:
    """Return head and pixels; no pickle, so that a bad file cannot speak to the window."""
    numbers = (answer.fault, answer.pages, answer.width, answer.height, answer.stride)
    return _HEAD.pack(*numbers, answer.points), answer.pixels


def unpacked(pieces: Sequence[bytes]) -> PageAnswer:
    """Return the answer that was packed.

    Raises:
        ValueError: it is not one.
    """
    head, pixels = pieces
    if len(head) != _HEAD.size:
        raise ValueError(len(head))
    fault, pages, width, height, stride, points = _HEAD.unpack(head)
    if stride * height != len(pixels) or stride < width * 4 or max(width, height) > _MOST_EDGE:
        raise ValueError(stride)
    return PageAnswer(Fault(fault), pages, width, height, stride, points, pixels)


def packed_places(places: Sequence[FoundPlace]) -> bytes:
    """Return places as bytes."""
    return json.dumps([(place.page, place.boxes) for place in places]).encode()


def places_of(piece: bytes) -> tuple[FoundPlace, ...]:
    """Return the places that were packed.

    Raises:
        ValueError: they are none.
    """
    try:
        return tuple(
            FoundPlace(int(page), tuple(_box(box) for box in boxes))
            for page, boxes in json.loads(piece)
        )
    except (TypeError, RecursionError) as error:
        raise ValueError(len(piece)) from error


def _box(box: Sequence[float]) -> tuple[float, float, float, float]:
    left, top, right, bottom = (min(1.0, max(0.0, float(edge))) for edge in box)
    return left, top, right, bottom
