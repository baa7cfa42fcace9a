"""Tiến độ of every commune of the country: first shown, all worked out, and an edit in it."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from bench.samples import Row, milliseconds, time_row
from bench.windows import country, painted
from cchc_desktop.commands.marks import Place, SetPoints
from ui.shared.desk import Desk
from ui.track.panel import TrackPanel

_EDITS = 20
_MOST_FIRST_MS, _MOST_EDIT_MS = 200.0, 30.0


def rows(folder: Path) -> Iterator[Row]:
    """Yield rows: the view first shown, until every row is worked out, an edit while it shows.

    Args:
        folder: where temporary files may lie.
    """
    with country(folder) as (opened, place):
        first = painted(partial(place.show_view, "track"))
        panel = place.made["track"]
        if not isinstance(panel, TrackPanel):
            raise TypeError("the view did not open")
        whole = milliseconds(partial(_worked_out, panel))
        edits = list(_edited(opened.desk))
    yield time_row("Tiến độ of 3,321 units first shown", [first], _MOST_FIRST_MS)
    yield time_row("until all of them are counted", [whole], None)
    yield time_row("an edit while it shows", edits, _MOST_EDIT_MS)


def _worked_out(panel: TrackPanel) -> None:
    while not panel.is_whole:
        QApplication.processEvents()


def _edited(desk: Desk) -> Iterator[float]:
    leaf = next(each for each in desk.tree.leaves if each.rule.kind == "manual")
    sheets = desk.state.sheets_of(desk.assessment)
    for number in range(_EDITS):
        place = Place(sheets[number * 37].id, leaf.id, desk.round)
        command = SetPoints(place, Decimal(number % 3) / 100)
        yield painted(partial(desk.run, command))
