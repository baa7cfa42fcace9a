"""What the window says about the open dossier: its title, its line among the recent ones."""

from datetime import datetime

from cchc_desktop import PROGRAM
from cchc_desktop.clock import now
from cchc_desktop.settings import Recent
from cchc_desktop.wording.numerals import shown_date, shown_time
from ui.shared.desk import Desk
from ui.window.figures import round_words


def title_of(desk: Desk) -> str:
    """Return the window's title: file, place, last change."""
    store = desk.session.store
    parts = [str(store.path.parent)]
    lines = store.lines(1)
    if store.is_read_only:
        parts.append("chỉ đọc")
    if lines:
        parts.append(f"sửa lần cuối {changed_words(lines[0].at)}")
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
