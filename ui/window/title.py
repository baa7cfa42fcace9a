"""What the window says about the open dossier: its title, its line among the recent ones."""

from contextlib import suppress
from datetime import datetime

from cchc_desktop import PROGRAM
from cchc_desktop.clock import now
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.settings import Recent
from cchc_desktop.store import Store
from cchc_desktop.wording.numerals import shown_date, shown_time
from ui.shared.desk import Desk
from ui.window.figures import round_words


def saved_at(store: Store) -> datetime | None:
    """Return when the last change was written; None before the first, or where it is damaged.

    The check of the dossier tells what is damaged in the journal; nobody is kept from opening.
    """
    with suppress(CchcError):
        return next((line.at for line in store.lines(1)), None)
    return None


def title_of(desk: Desk) -> str:
    """Return the window's title: file, place, last change."""
    store = desk.session.store
    parts = [str(store.path.parent)]
    saved = saved_at(store)
    if store.is_read_only:
        parts.append("chỉ đọc")
    if saved:
        parts.append(f"sửa lần cuối {changed_words(saved)}")
    return f"{store.path.name}  {'  ·  '.join([*parts, PROGRAM])}"


def recent_of(desk: Desk) -> Recent:
    """Return what the start screen shows of a dossier that was open."""
    path, opened = str(desk.session.store.path.absolute()), now().isoformat()
    assessment = desk.state.assessments.get(desk.assessment)
    if assessment is None:
        return Recent(path, opened)
    scores = desk.scores
    line = f"{assessment.title}  ·  đã chấm {scores.scored}/{scores.to_score}"
    figure = round_words(scores)
    points = f"{figure.value} {figure.of}" if scores.total.is_complete else "chưa đủ điểm"
    return Recent(path, opened, line, points)


def changed_words(moment: datetime) -> str:
    """Say when something changed: "14:32 hôm nay", or a day."""
    local = moment.astimezone()
    if local.date() == now().date():
        return f"{shown_time(local)} hôm nay"
    return shown_date(local.date())
