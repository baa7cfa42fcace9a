"""Parts of the set that the tree can show alone: what one appraiser or agency in charge has."""

from collections.abc import Sequence

from cchc_desktop.domain.agencies import in_charge
from cchc_desktop.domain.agencies import part_of as part_in_charge
from cchc_desktop.domain.appraisal import Appraiser, appraisers_of, named, part_of
from cchc_desktop.domain.scoring import ScoreSheet
from cchc_desktop.domain.text import sort_key
from cchc_desktop.domain.units import Agency
from cchc_desktop.records import record
from cchc_desktop.wording.agencies import part as part_words
from ui.shared.desk import Desk

ME = "me"
_PERSON, _AGENCY, _CHARGE = "person/", "appraises/", "charge/"
_BRANCH = "branch/"


@record
class Part:
    """One part: its key, what the menu calls it, what the line over the tree says."""

    key: str
    words: str
    said: str


def parts_of(desk: Desk) -> Sequence[Part]:
    """Return the parts that can be chosen: the own one, appraisers, then agencies in charge."""
    found = [_part(each) for each in appraisers_of(desk.state, desk.assessment)]
    me = _me(desk)
    if me is not None and nodes_of(desk, ME):
        found.insert(0, Part(ME, "Tôi thẩm định", f"Phần tôi thẩm định ({me.name})"))
    return [*found, *(_charge(each) for each in _agencies_in_charge(desk))]


def part_named(desk: Desk, key: str) -> Part | None:
    """Return the part with a key: one that can be chosen, or a branch; None where it is gone."""
    branch = key.removeprefix(_BRANCH) if key.startswith(_BRANCH) else ""
    if branch and desk.tree.is_branch(branch):
        node = desk.tree[branch]
        return Part(key, node.code, f"Chỉ mục {node.code}, {node.short_name or node.name}")
    return next((each for each in parts_of(desk) if each.key == key), None)


def branch_key(node: str) -> str:
    """Return the key of the part that a branch is."""
    return f"{_BRANCH}{node}"


def nodes_of(desk: Desk, key: str) -> frozenset[str]:
    """Return the criteria of a part; none where it is gone."""
    if key.startswith(_CHARGE):
        found = part_in_charge(desk.tree, key.removeprefix(_CHARGE))
        return frozenset(leaf.id for leaf in found)
    if key.startswith(_BRANCH):
        branch = key.removeprefix(_BRANCH)
        below = desk.tree.below(branch) if branch in desk.tree else ()
        return frozenset(each.id for each in below if not desk.tree.is_branch(each.id))
    appraiser = _appraiser(desk, key) if key else None
    return part_of(desk.state, desk.assessment, appraiser) if appraiser else frozenset()


def charge_key(agency: str) -> str:
    """Return the key of the part that an agency has in charge."""
    return f"{_CHARGE}{agency}"


def scored_of(scores: ScoreSheet, nodes: frozenset[str]) -> tuple[int, int]:
    """Return how many criteria of a part have points, of those that apply."""
    rows = [scores[node] for node in nodes if scores[node].is_applicable]
    return sum(1 for row in rows if row.is_complete), len(rows)


def _agencies_in_charge(desk: Desk) -> list[Agency]:
    ids = {each for leaf in desk.tree.leaves for each in in_charge(desk.tree, leaf.id)}
    known = [desk.state.agencies[each] for each in ids if each in desk.state.agencies]
    return sorted(known, key=lambda each: sort_key(each.name))


def _charge(agency: Agency) -> Part:
    return Part(charge_key(agency.id), f"{agency.name} tham mưu", part_words(agency.name))


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
