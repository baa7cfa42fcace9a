"""Parts of the set that the tree can show alone: what one appraiser has."""

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_desktop.domain.appraisal import Appraiser, appraisers_of, named, part_of
from ui.shared.desk import Desk

ME = "me"
_PERSON, _AGENCY = "person/", "appraises/"


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its key, what the menu calls it, what the line over the tree says."""

    key: str
    words: str
    said: str


def parts_of(desk: Desk) -> Sequence[Part]:
    """Return the parts that can be chosen, the own one first; none where nobody appraises."""
    found = [_part(each) for each in appraisers_of(desk.state, desk.assessment)]
    me = _me(desk)
    if me is not None and nodes_of(desk, ME):
        found.insert(0, Part(ME, "Tôi thẩm định", f"Phần tôi thẩm định ({me.name})"))
    return found


def nodes_of(desk: Desk, key: str) -> frozenset[str]:
    """Return the criteria of a part; none where it is gone."""
    appraiser = _appraiser(desk, key) if key else None
    return part_of(desk.state, desk.assessment, appraiser) if appraiser else frozenset()


def _part(appraiser: Appraiser) -> Part:
    key = f"{_AGENCY}{appraiser.agency}" if appraiser.agency else f"{_PERSON}{appraiser.name}"
    said = f"Phần {appraiser.name} thẩm định"
    return Part(key, f"{appraiser.name} thẩm định", said)


def _appraiser(desk: Desk, key: str) -> Appraiser | None:
    if key == ME:
        return _me(desk)
    if key.startswith(_AGENCY):
        return Appraiser("", agency=key.removeprefix(_AGENCY))
    return named(desk.state, desk.assessment, key.removeprefix(_PERSON))


def _me(desk: Desk) -> Appraiser | None:
    worker = desk.session.worker
    found = named(desk.state, desk.assessment, worker.name) if worker is not None else None
    return found if found is not None and found.members else None
