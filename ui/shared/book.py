"""What a subject hands to the view “Đơn vị và Hội đồng”: pages with their name and count."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from cchc_desktop.records import record
from ui.shared.desk import Desk

UNITS, PEOPLE, CHARGES = "Đơn vị được chấm", "Người làm việc", "Phân công"
SECTIONS = (UNITS, PEOPLE, CHARGES)
"""The sections of the list at the left, in order."""


@record
class BookPage:
    """A page of the view: table in the middle, editor at the right.

    A page may have ``refresh()``, called when it shows and after every change while it does,
    ``set_width_class(width)``, ``leave()``, and a signal ``place_asked(str)``.

    Args:
        section: one of ``SECTIONS``.
        label: what the list calls it.
        count: how many stand there; None where nothing is counted.
        make: makes the page when it is first shown.
    """

    section: str
    label: str
    count: Callable[[Desk], int | None]
    make: Callable[[Desk], QWidget]
