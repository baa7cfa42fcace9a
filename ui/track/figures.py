"""The figures over Tiến độ: today, who is late, the next date."""

from cchc_desktop.domain.agencies import without_agency
from cchc_desktop.domain.track import last_past, next_ahead
from cchc_desktop.wording import track as words
from ui.track.book import TrackBook


def head_words(book: TrackBook) -> str:
    """Return today, how many are late since the last date that is over, and the next date."""
    if book.course is None:
        return ""
    of, today = book.course.assessment, book.today
    parts = [f"Hôm nay {words.short_day(today)}"]
    past, ahead = last_past(of, today), next_ahead(of, today)
    if past is not None and book.is_whole:
        field, day = past
        late, total = book.late, len(book.keys)
        said = f"{words.PASSED[field]}: {late}/{total}"
        parts.append(f"{said}, {words.late_by((today - day).days)}" if late else said)
    if ahead is not None:
        day = ahead[1]
        parts.append(f"Hạn tới {words.short_day(day)}, {words.left_until((day - today).days)}")
    lacking = len(without_agency(book.course.tree)) if book.has_agencies else 0
    if lacking:
        parts.append(words.without_agency(lacking))
    return "  ·  ".join(parts)
