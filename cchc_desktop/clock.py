"""Time, asked in one place so that tests own it."""

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]


def now() -> datetime:
    """Return the present moment with the machine's offset, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)
