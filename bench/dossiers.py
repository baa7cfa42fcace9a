"""Dossiers to measure on: the sample, and sets of any size with a mark at every leaf."""

from decimal import Decimal
from pathlib import Path
from typing import Any

from cchc_desktop.clock import now
from cchc_desktop.commands.founding import FoundDossier
from cchc_desktop.commands.sample import sample_command
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.ids import order_keys
from cchc_desktop.domain.marks import Mark, Round
from cchc_desktop.domain.units import Assessment, AssessmentLevel, Member, Sheet, Unit, UnitGroup
from cchc_desktop.session import Session
from db import create_dossier, open_dossier

ACTOR = Member("bench", "Bench")
SHEET = "sheet"
_ASSESSMENT = "set"
_AREAS = 8
_CHILDREN = 10
_ROUNDS = (Round.SELF, Round.FIRST, Round.SECOND, Round.PUBLISHED)


def open_session(path: Path) -> Session:
    """Return a session on a dossier."""
    return Session(open_dossier(path), now, ACTOR)


def make_sample(path: Path) -> None:
    """Write the sample dossier."""
    _found(path, sample_command())


def make_large(path: Path, count: int) -> None:
    """Write a dossier of one unit whose set has so many criteria, scored in the first round."""
    nodes = _nodes(count)
    parents = {node.parent for node in nodes}
    marks = tuple(
        Mark(SHEET, node.id, in_round, points=Decimal("0.25"))
        for node in nodes
        if node.id not in parents
        for in_round in (Round.SELF, Round.FIRST)
    )
    (order,) = order_keys(1)
    assessment = Assessment(
        _ASSESSMENT, "Bench", 2026, AssessmentLevel.COMMUNE, _ROUNDS, set_title="Bench"
    )
    records = (
        ("assessment", (assessment,)),
        ("unit_group", (UnitGroup("group", "Bench"),)),
        ("unit", (Unit("unit", "Bench", "group"),)),
        ("sheet", (Sheet(SHEET, _ASSESSMENT, "unit", order),)),
        ("criterion", nodes),
        ("mark", marks),
    )
    found(path, records)


def make_units(path: Path, count: int) -> None:
    """Write a dossier of so many units, scored in the first round by a set of ten criteria."""
    nodes = [_leaf("", str(number), order) for number, order in enumerate(order_keys(10), 1)]
    units = [Unit(f"unit{number:05}", f"Xã số {number}", "group") for number in range(count)]
    orders = order_keys(count)
    sheets = [
        Sheet(f"{SHEET}{number:05}", _ASSESSMENT, unit.id, orders[number])
        for number, unit in enumerate(units)
    ]
    marks = [
        Mark(sheet.id, node.id, Round.FIRST, points=Decimal(at * 37 % 500) / 1000)
        for at, sheet in enumerate(sheets)
        for node in nodes
    ]
    assessment = Assessment(
        _ASSESSMENT, "Bench", 2026, AssessmentLevel.COMMUNE, (Round.FIRST,), set_title="Bench"
    )
    records = (
        ("assessment", (assessment,)),
        ("unit_group", (UnitGroup("group", "Bench"),)),
        ("unit", tuple(units)),
        ("sheet", tuple(sheets)),
        ("criterion", tuple(nodes)),
        ("mark", tuple(marks)),
    )
    found(path, records)


def found(path: Path, records: tuple[tuple[str, tuple[Any, ...]], ...]) -> None:
    """Write a dossier of some records.

    Args:
        path: where it goes.
        records: records by table, in the order of the tables.
    """
    _found(path, FoundDossier("Bench", records))


def _found(path: Path, command: FoundDossier) -> None:
    session = Session(create_dossier(path), now, ACTOR)
    session.run(command)
    session.recalculate()
    session.close()


def _nodes(count: int) -> tuple[Criterion, ...]:
    """Return areas, criteria of ten components each, components of half a point."""
    found: list[Criterion] = []
    per_area = count // _AREAS
    for number, order in enumerate(order_keys(_AREAS), 1):
        left = per_area + (count % _AREAS if number == _AREAS else 0) - 1
        area = _node("", str(number), order)
        found += [area, *_below(area, left)]
    return tuple(found)


def _below(area: Criterion, left: int) -> list[Criterion]:
    groups, rest = divmod(left, _CHILDREN + 1)
    found: list[Criterion] = []
    orders = iter(order_keys(groups + rest))
    for number in range(1, groups + 1):
        parent = _node(area.id, f"{area.code}.{number}", next(orders))
        found.append(parent)
        for place, order in enumerate(order_keys(_CHILDREN), 1):
            found.append(_leaf(parent.id, f"{parent.code}.{place}", order))
    numbers = range(groups + 1, groups + rest + 1)
    return found + [_leaf(area.id, f"{area.code}.{n}", next(orders)) for n in numbers]


def _node(parent: str, code: str, order: str) -> Criterion:
    name = f"Tiêu chí số {code} về cải cách hành chính"
    return Criterion(f"n{code}", _ASSESSMENT, parent, order, code, name)


def _leaf(parent: str, code: str, order: str) -> Criterion:
    name = f"Tiêu chí thành phần số {code} về cải cách hành chính"
    return Criterion(f"n{code}", _ASSESSMENT, parent, order, code, name, maximum=Decimal("0.5"))
