"""How far the sheet on the desk is, and the next day to keep, in words."""

from datetime import date

from cchc_desktop.clock import now
from cchc_desktop.domain.rounds import next_day, status_of
from cchc_desktop.wording.rounds import standing, status_name
from ui.shared.desk import Desk


def standing_words(desk: Desk, today: date | None = None) -> str:
    """Return the status of the sheet and the reminder of its next day.

    Args:
        desk: what lies on the desk.
        today: the day from which is counted, None for the day of the clock.
    """
    sheet = desk.state.sheets.get(desk.sheet)
    if sheet is None:
        return ""
    assessment = desk.state.assessments[sheet.assessment]
    status = status_of(assessment, sheet, desk.cell)
    day = today or now().date()
    found = next_day(assessment, status, day)
    return status_name(status.value) if found is None else standing(status.value, *found, day)
