"""What the window asks of a workplace."""

from enum import IntEnum
from typing import Protocol, runtime_checkable

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

LOW = 520  # a window lower than this, in logical pixels, has no room for a second row


class WidthClass(IntEnum):
    """How wide the window is, in logical pixels."""

    NARROW = 0  # under 1200
    MEDIUM = 1  # 1200 to 1600
    WIDE = 2  # over 1600


def width_class(width: int) -> WidthClass:
    """Return the class of a width in logical pixels."""
    if width < 1200:
        return WidthClass.NARROW
    return WidthClass.MEDIUM if width <= 1600 else WidthClass.WIDE


@runtime_checkable
class Leaving(Protocol):
    """A workplace that has something to finish before the dossier closes."""

    def leave(self) -> None:
        """Take what is typed, stop what runs; nothing is half-written afterwards."""
        ...


@runtime_checkable
class Headed(Protocol):
    """A workplace with a head of its own; the head bar of the scores makes room."""

    @property
    def own_head(self) -> QWidget:
        """The head."""
        ...


@runtime_checkable
class Leading(Protocol):
    """A workplace that leads on to another one."""

    @property
    def place_asked(self) -> SignalInstance:
        """The key of the workplace to go to."""
        ...


@runtime_checkable
class Lending(Protocol):
    """A workplace that lends a row to the head bar while the window is low."""

    def lend_row(self, *, low: bool) -> QWidget | None:
        """Return the row to show in the head bar, or None and keep it."""
        ...


@runtime_checkable
class Workplace(Protocol):
    """A widget that fills the work area beside the rail."""

    @property
    def title(self) -> str:
        """What the rail calls it."""
        ...

    def set_width_class(self, width: WidthClass) -> None:
        """Lay itself out for another width."""
        ...
