"""Mergers and splits of units: who ends, who takes over, and what is handed on in one step."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from cchc_desktop.commands.agencies import reassigned
from cchc_desktop.commands.losses import agency_changes
from cchc_desktop.commands.unit_book import unit_of
from cchc_desktop.commands.units import refuse_same_name, same_name, sheet_orders
from cchc_desktop.domain.agencies import swapped
from cchc_desktop.domain.changes import ChangeSet, altered, made
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Link
from cchc_desktop.domain.ids import new_id, order_between
from cchc_desktop.domain.state import State
from cchc_desktop.domain.succession import day_before, leads_to, stands_on
from cchc_desktop.domain.text import clean, name_key
from cchc_desktop.domain.units import Assessment, Sheet, Unit
from cchc_desktop.records import record
from cchc_desktop.wording import units as words

_FEWEST_PARTS = 2


@record
class MergeUnits:
    """Let units end and another one, of the dossier or new, take over what is theirs.

    Args:
        sources: ids of the units that end.
        on: the first day of the new order.
        target: id of the unit that takes over, or "" for a new one.
        name: name of the new unit, in the group of the first source.
    """

    sources: tuple[str, ...]
    on: date
    target: str = ""
    name: str = ""

    @property
    def title(self) -> str:
        """The step in words."""
        return words.merged(clean(self.name) or words.another_unit())

    def plan(self, state: State) -> ChangeSet:
        """End the sources and hand on; their sheets stay, each for itself, never added."""
        sources = [unit_of(state, unit) for unit in dict.fromkeys(self.sources)]
        if not sources:
            raise CchcError(words.nothing_to_merge(), words.choose_units())
        if not (self.target or clean(self.name)):
            raise CchcError(words.no_heir(), words.name_the_heir())
        _refuse_ended(sources, self.on)
        if self.target:
            heir = _standing(state, self.target, self.on)
            return _handed_over(state, sources, (heir,), self.on)
        heir = Unit(new_id(), clean(self.name), sources[0].group, starts_on=self.on)
        changes = made("unit", [heir])
        return changes + _handed_over(state.applied(changes), sources, (heir,), self.on)


@record
class SplitUnit:
    """Let a unit end and several ones take over, each of which gets what was the unit's.

    Args:
        source: id of the unit that ends.
        names: names of the units after it; those that stand in its group are taken.
        on: the first day of the new order.
    """

    source: str
    names: tuple[str, ...]
    on: date

    @property
    def title(self) -> str:
        """The step in words."""
        return words.split_done()

    def plan(self, state: State) -> ChangeSet:
        """Make the new units, end the old one and hand on."""
        source = unit_of(state, self.source)
        names: dict[str, str] = {}
        for name in filter(None, map(clean, self.names)):
            names.setdefault(same_name(name), name)
        if len(names) < _FEWEST_PARTS:
            raise CchcError(words.nothing_to_split(), words.name_the_parts())
        _refuse_ended([source], self.on)
        known = {
            same_name(unit.name): unit
            for unit in state.units.values()
            if unit.group == source.group and unit.id != source.id and stands_on(unit, self.on)
        }
        fresh = {
            key: Unit(new_id(), name, source.group, starts_on=self.on)
            for key, name in names.items()
            if key not in known
        }
        changes = made("unit", fresh.values())
        heirs = tuple((known | fresh)[key] for key in names)
        return changes + _handed_over(state.applied(changes), [source], heirs, self.on)


@record
class UnlinkUnits:
    """Take back that a unit took over from another; what was handed on stays where it is."""

    source: str
    successor: str

    @property
    def title(self) -> str:
        """The step in words."""
        return words.unlinked()

    def plan(self, state: State) -> ChangeSet:
        """Drop the successor; without any left, the unit has no last day either."""
        source = unit_of(state, self.source)
        left = tuple(each for each in source.successors if each != self.successor)
        if left == source.successors:
            raise CchcError(words.not_linked(), words.choose_others())
        fields: dict[str, object] = {"successors": left}
        if not left:
            refuse_same_name(state, replace(source, ends_on=None))
            fields["ends_on"] = None
        return altered("unit", source, fields)


def handed_on(changes: ChangeSet) -> tuple[str, ...]:
    """Say what the changes of a merger or split hand on, one line each."""
    tasks, criteria, appraisals = (
        len({change.key for change in changes.in_table(table)})
        for table in ("task", "criterion", "assignment")
    )
    links = [change.new for change in changes.in_table("link")]
    documents = {link["document"] for link in links if isinstance(link, dict)}
    return words.handed_on((tasks, criteria, appraisals, len(documents)))


def _standing(state: State, unit: str, day: date) -> Unit:
    found = unit_of(state, unit)
    if not stands_on(found, day):
        raise CchcError(words.not_standing(found.name, day), words.mend_validity())
    return found


def _refuse_ended(sources: Sequence[Unit], on: date) -> None:
    last = day_before(on)
    for source in sources:
        if source.successors:
            raise CchcError(words.ended_already(source.name), words.choose_others())
        if not stands_on(source, last):
            raise CchcError(words.not_standing(source.name, last), words.mend_validity())


def _handed_over(
    state: State, sources: Sequence[Unit], heirs: tuple[Unit, ...], on: date
) -> ChangeSet:
    """End the sources and hand on sheets, evidence, assignments and tasks."""
    ids = tuple(heir.id for heir in heirs)
    changes = ChangeSet()
    for source in sources:
        for heir in heirs:
            if heir.id == source.id:
                raise CchcError(words.into_itself(source.name), words.choose_others())
            if leads_to(state.units, heir.id, source.id):
                raise CchcError(words.in_circle(source.name), words.choose_others())
        changes += altered("unit", source, {"ends_on": day_before(on), "successors": ids})
    after = state.applied(changes)
    for heir in heirs:
        refuse_same_name(after, after.units[heir.id])
    fresh = made("sheet", _sheets(state, sources, heirs, on))
    changes += fresh
    after = after.applied(fresh)
    changes += made("link", _links(after, sources, heirs, on))
    return changes + _charges(after, sources, heirs, on)


def _open(state: State, on: date) -> tuple[Assessment, ...]:
    """Return the assessments that are still worked on when the new order begins."""
    return tuple(
        each
        for each in state.assessments.values()
        if each.year >= on.year - 1 and (each.published_on is None or each.published_on >= on)
    )


def _sheets(
    state: State, sources: Iterable[Unit], heirs: Iterable[Unit], on: date
) -> Iterator[Sheet]:
    """Yield a sheet for each heir where a source is scored from the year of the change on."""
    gone = {source.id for source in sources}
    for assessment in _open(state, on):
        sheets = state.sheets_of(assessment.id)
        scored = {sheet.unit for sheet in sheets}
        missing = [heir for heir in heirs if heir.id not in scored]
        if assessment.year < on.year or not missing or scored.isdisjoint(gone):
            continue
        for heir, order in zip(missing, sheet_orders(sheets, len(missing)), strict=True):
            yield Sheet(new_id(), assessment.id, heir.id, order)


def _links(
    state: State, sources: Iterable[Unit], heirs: Iterable[Unit], on: date
) -> Iterator[Link]:
    """Yield links of the sources' documents at the same criteria of the heirs, each once."""
    for assessment in _open(state, on):
        by_unit = {sheet.unit: sheet.id for sheet in state.sheets_of(assessment.id)}
        given = [by_unit[source.id] for source in sources if source.id in by_unit]
        taking = [by_unit[heir.id] for heir in heirs if heir.id in by_unit]
        for sheet in taking:
            yield from _links_to(state, sheet, given)


def _links_to(state: State, sheet: str, given: Iterable[str]) -> Iterator[Link]:
    stands = state.cell(sheet).links
    known = {(key, link.document) for key, links in stands.items() for link in links}
    last = {key: links[-1].order for key, links in stands.items()}
    for source in given:
        for criterion, links in state.cell(source).links.items():
            for link in links:
                if (criterion, link.document) in known:
                    continue
                known.add((criterion, link.document))
                last[criterion] = order_between(last.get(criterion, ""), "")
                yield replace(link, id=new_id(), sheet=sheet, order=last[criterion])


def _charges(state: State, sources: Sequence[Unit], heirs: tuple[Unit, ...], on: date) -> ChangeSet:
    """Put the heirs in charge where the agency of a source's name is, and give them its tasks."""
    gone = {name_key(source.name) for source in sources}
    ended = [agency for agency in state.agencies.values() if name_key(agency.name) in gone]
    old = [agency.id for agency in ended]
    if not old:
        return ChangeSet()
    fresh, new = agency_changes(state, tuple(heir.name for heir in heirs))
    opened = {assessment.id for assessment in _open(state, on)}
    ends = [altered("agency", each, {"ends_on": day_before(on)}) for each in ended]
    closed, moved = sum(ends, ChangeSet()), ChangeSet()
    for node in state.criteria.values():
        if node.assessment in opened:
            moved += altered("criterion", node, {"agencies": _handed(node.agencies, old, new)})
    for task in state.tasks.values():
        if task.done_on is not None:
            continue
        owners = _handed(task.owners, old, new)
        partners = tuple(p for p in _handed(task.partners, old, new) if p not in owners)
        if (owners, task.partners) != (task.owners, _handed(task.partners, old, new)):
            moved += altered("task", task, {"owners": owners, "partners": partners})
    for each in old:
        moved += reassigned(state, each, new, opened)
    return fresh + moved + closed if moved else closed


def _handed(ids: tuple[str, ...], old: Iterable[str], new: tuple[str, ...]) -> tuple[str, ...]:
    for each in old:
        ids = swapped(ids, each, new)
    return ids
