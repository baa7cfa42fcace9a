"""Copies of one dossier on this PC: which was worked on last, and what to say of an older one."""

from datetime import datetime
from pathlib import Path

from cchc_desktop.clock import now
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.settings import Copy, Settings
from cchc_desktop.store import Store
from cchc_desktop.wording.numerals import shown_date


def copy_here(store: Store) -> Copy:
    """Return the open copy as it stands now."""
    trail, path = store.trail(), str(store.path.absolute())
    return Copy(trail.origin, trail.head, trail.length, path, now().isoformat())


def further_copy(known: Settings, store: Store) -> Copy | None:
    """Return a copy, open before on this PC, with changes that the open one does not have."""
    copy = known.copy_of(store.trail().origin)
    return None if copy is None or store.holds(copy.head) else copy


def note_on(copy: Copy, store: Store) -> CchcError:
    """Say that another copy of the open dossier has changes that this one does not have."""
    here = store.path.absolute()
    kind = "mới hơn" if copy.length >= store.trail().length else "khác"
    sentence = f"Có bản {kind} đã mở {_day(copy.opened)}."
    if Path(copy.path) == here:
        hint = "Bản đó từng nằm ở đúng chỗ này; tệp đang mở không có các thay đổi về sau của nó."
    else:
        other = Path(copy.path)
        hint = f"{other.name} ở {other.parent}. Tệp đang mở không có các thay đổi của bản đó."
    return CchcError(sentence, hint)


def _day(moment: str) -> str:
    try:
        return f"ngày {shown_date(datetime.fromisoformat(moment).astimezone().date())}"
    except ValueError:
        return "trước đây"
