"""What goes between the window and the child that renders pages: a request, an answer."""

import struct
from dataclasses import dataclass
from enum import IntEnum

_HEAD = struct.Struct("<IIIIId")


class Fault(IntEnum):
    """Why there is no page."""

    NONE = 0
    DAMAGED = 1
    LOCKED = 2
    HUGE = 3
    SLOW = 4
    NO_CHILD = 5


@dataclass(frozen=True, slots=True)
class PageRequest:
    """One page wanted.

    Args:
        path: the file.
        page: number from 0; beyond the last one, the last is meant.
        width: pixels it is to be wide, used where ``scale`` is 0.
        scale: pixels for each point.
    """

    path: str
    page: int
    width: int
    scale: float = 0.0


@dataclass(frozen=True, slots=True)
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


def packed(answer: PageAnswer) -> tuple[bytes, bytes]:
    """Return head and pixels; no pickle, so that a bad file cannot speak to the window."""
    numbers = (answer.fault, answer.pages, answer.width, answer.height, answer.stride)
    return _HEAD.pack(*numbers, answer.points), answer.pixels


def unpacked(head: bytes, pixels: bytes) -> PageAnswer:
    """Return the answer that was packed.

    Raises:
        ValueError: it is not one.
    """
    if len(head) != _HEAD.size:
        raise ValueError(len(head))
    fault, pages, width, height, stride, points = _HEAD.unpack(head)
    if stride * height != len(pixels) or stride < width * 4:
        raise ValueError(stride)
    return PageAnswer(Fault(fault), pages, width, height, stride, points, pixels)
