"""Tiến độ while marks change: as one just opened, and only the units that changed are looked at."""

from datetime import date
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.marks import Place, SetPoints
from cchc_desktop.commands.rounds import SetDays
from cchc_desktop.domain.marks import Round
from tests.track_dossier import ASSESSMENT, DAYS, clock
from tests.ui.track_place import panel_on, track_desk
from ui.shared.desk import Desk
from ui.track.book import LATE
from ui.track.columns import Column
from ui.track.panel import TrackPanel
from ui.window.score_layout import VIEWS

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has none


@pytest.fixture
def desk() -> Desk:
    return track_desk()


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> TrackPanel:
    return panel_on(qtbot, desk)


@pytest.mark.parametrize(
    ("column", "show"),
    [(None, ""), (Column.SCORED, ""), (Column.NAME, LATE), (Column.NEXT, "self_scoring")],
)
def test_after_any_edit_the_view_stands_as_one_that_was_just_opened(
    qtbot: QtBot, panel: TrackPanel, desk: Desk, column: Column | None, show: str
) -> None:
    if column is not None:
        panel.model.sort_by(column)
    panel.bar.choose(show)
    steps = (
        SetPoints(Place("lan1", "1.2", Round.FIRST), Decimal(1)),
        SetPoints(Place("moi", "1.1", Round.SELF), Decimal(1)),
        SetPoints(Place("tu", "1.1", Round.SELF), None),
        SetDays(
            ASSESSMENT, (*list(DAYS.values())[:2], date(2023, 2, 12), *list(DAYS.values())[3:])
        ),
        SetPoints(Place("lan2", "2.2", Round.SECOND), Decimal(2)),
    )
    for step in steps:
        desk.run(step)
        told = seen(panel)
        other = TrackPanel(desk, VIEWS, "track", clock)
        qtbot.addWidget(other)
        if column is not None:
            other.model.sort_by(column)
        other.bar.choose(show)
        other.show()
        other.refresh()
        assert told == seen(other)
        other.hide()
        other.deleteLater()
    first = panel.book.counts()
    for _ in steps:
        desk.undo()
    assert panel.book.counts() != first


def seen(panel: TrackPanel) -> tuple[object, ...]:
    """Return all that the view says."""
    cells = [[panel.model.words(key, c) for c in panel.model.columns] for key in panel.model.order]
    chips = {show: chip.accessibleName() for show, chip in panel.bar.chips.items()}
    head = (panel.row.words, panel.reminder.accessibleName(), panel.reminder.isHidden())
    return panel.model.order, cells, chips, head, panel.strip.isHidden()


def test_an_edit_that_moves_no_row_leaves_order_and_other_rows_as_they_are(
    panel: TrackPanel, desk: Desk
) -> None:
    order, rows = panel.model.order, {row.key: row for row in panel.book.rows}
    desk.run(SetPoints(Place("lan1", "1.2", Round.FIRST), Decimal(1)))
    assert panel.model.order is order
    assert panel.model.words("lan1", Column.SCORED) == "2 / 4"
    others = [row for row in panel.book.rows if row.key != "lan1"]
    assert all(rows[row.key] is row for row in others)


def test_another_unit_on_the_desk_leaves_the_rows(panel: TrackPanel, desk: Desk) -> None:
    order = panel.model.order
    desk.switch("lan1", Round.FIRST)
    assert panel.model.order is order
