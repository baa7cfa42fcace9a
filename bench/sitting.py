"""A sitting of the council with 283 items: a decision repaints its own row alone."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from bench.samples import Row, time_row
from bench.windows import country, painted
from cchc_desktop.clock import now
from cchc_desktop.commands.decisions import DecideItem
from cchc_desktop.commands.sittings import AddItems, CallSitting, SittingFacts
from cchc_desktop.domain.points import ZERO
from cchc_desktop.domain.sittings import Ruling
from ui.shared.desk import Desk
from ui.sitting.panel import SittingPanel
from ui.window.score_layout import ScoreWorkplace

_ITEMS, _DECISIONS, _WARM, _SHEETS = 283, 60, 5, 3
_MOST_MS = 16.0
_SITTING = "bench"


def rows(folder: Path) -> Iterator[Row]:
    """Yield the row of a decision.

    Args:
        folder: where temporary files may lie.
    """
    with country(folder) as (opened, place):
        panel = _sitting(opened.desk, place)
        taken = [
            painted(partial(_decide, opened.desk, row.item.id))
            for row in panel.model.rows[: _WARM + _DECISIONS]
        ]
    yield time_row(f"a decision in a sitting of {_ITEMS} items", taken[_WARM:], _MOST_MS)


def _sitting(desk: Desk, place: ScoreWorkplace) -> SittingPanel:
    """Call a sitting on three units, and show it."""
    desk.run(CallSitting(desk.assessment, desk.round, SittingFacts(), _SITTING))
    sheets = desk.state.sheets_of(desk.assessment)[:_SHEETS]
    spots = [(sheet.id, leaf.id) for sheet in sheets for leaf in desk.tree.leaves]
    desk.run(AddItems(_SITTING, tuple(spots[:_ITEMS])))
    place.show_view("sitting")
    QApplication.processEvents()
    panel = place.made["sitting"]
    if not isinstance(panel, SittingPanel) or len(panel.model.rows) != _ITEMS:
        raise TypeError("the sitting did not open")
    return panel


def _decide(desk: Desk, item: str) -> None:
    desk.run(DecideItem(item, Ruling.OTHER, now(), ZERO))
