"""Numbers on the pages of a paper: where each stands, and where it came from."""

from cchc_desktop.records import record
from cchc_desktop.reports.document import Origin


@record
class Spot:
    """A number on a page.

    Args:
        page: counted from 0.
        box: left, top, width, height in points from the page's upper left corner.
        text: as it is printed.
        origin: where it came from.
    """

    page: int
    box: tuple[float, float, float, float]
    text: str
    origin: Origin
