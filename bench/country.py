"""All communes of the country, 3,321 units x 100 components x 2 rounds, in one dossier."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from functools import partial
from pathlib import Path

from bench.dossiers import found, open_session
from bench.samples import Row, Samples, milliseconds, ratio_row
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.ids import order_keys
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.points import ZERO
from cchc_desktop.domain.rules.base import Entry
from cchc_desktop.domain.rules.ratio import DENOMINATOR, NUMERATOR, Ratio
from cchc_desktop.domain.units import Assessment, AssessmentLevel, Sheet, Unit, UnitGroup
from cchc_desktop.session import Session

_UNITS, _AREAS, _COMPONENTS = 3321, 10, 10
_ROUNDS = (Round.SELF, Round.FIRST)
_ASSESSMENT = "set"
_REPETITIONS = 5
_RECALCULATIONS = 3
_MOST_OPENING, _MOST_RECALCULATION, _MOST_MIB = 1.5, 4.0, 350
_SAMPLE = 200  # units that the bare loop goes through
_READ = "SELECT * FROM {}"
_INSERT = "INSERT INTO mark (sheet, criterion, round, points, figures) VALUES (?, ?, ?, ?, ?)"


def rows(folder: Path) -> Iterator[Row]:
    """Yield three rows: opening, working out all totals, memory of the whole program.

    Args:
        folder: where temporary files may lie.
    """
    path = folder / "country.cchc"
    make_country(path)
    yield _recalculated(path)
    yield _opened(path)
    yield _remembered(path)


def make_country(path: Path) -> None:
    """Write the dossier; half of the components are typed points, half a share of two figures."""
    nodes, units, orders = _nodes(), _units(), order_keys(_UNITS)
    sheets = [Sheet(f"s{n:05}", _ASSESSMENT, units[n].id, orders[n]) for n in range(_UNITS)]
    assessment = Assessment(
        _ASSESSMENT, "Bench", 2026, AssessmentLevel.COMMUNE, _ROUNDS, set_title="Bench"
    )
    records = (
        ("assessment", (assessment,)),
        ("unit_group", (UnitGroup("group", "Bench"),)),
        ("unit", tuple(units)),
        ("sheet", tuple(sheets)),
        ("criterion", tuple(nodes)),
    )
    found(path, records)
    with closing(sqlite3.connect(path)) as file, file:
        file.executemany(_INSERT, _marks(sheets, nodes))


def _nodes() -> list[Criterion]:
    nodes = []
    for area, order in enumerate(order_keys(_AREAS), 1):
        nodes.append(Criterion(f"n{area}", _ASSESSMENT, "", order, str(area), f"Lĩnh vực {area}"))
        for place, below in enumerate(order_keys(_COMPONENTS), 1):
            code, name = f"{area}.{place}", f"Tiêu chí {area}.{place}"
            leaf = Criterion(
                f"n{code}", _ASSESSMENT, f"n{area}", below, code, name, maximum=Decimal(1)
            )
            nodes.append(leaf if place % 2 else _by_share(leaf))
    return nodes


def _by_share(leaf: Criterion) -> Criterion:
    fields = {name: getattr(leaf, name) for name in ("id", "assessment", "parent", "order")}
    return Criterion(**fields, code=leaf.code, name=leaf.name, maximum=leaf.maximum, rule=Ratio())


def _units() -> list[Unit]:
    return [Unit(f"u{number:05}", f"Xã số {number}", "group") for number in range(_UNITS)]


def _marks(
    sheets: list[Sheet], nodes: list[Criterion]
) -> Iterator[tuple[str, str, str, str | None, str | None]]:
    leaves = [node for node in nodes if node.parent]
    for number, sheet in enumerate(sheets):
        points = str(Decimal(number * 37 % 100) / 100)
        share = {NUMERATOR: {"value": str(10 + number % 9)}, DENOMINATOR: {"value": "20"}}
        figures = json.dumps(share, sort_keys=True, separators=(",", ":"))
        for leaf in leaves:
            is_share = leaf.rule.kind == Ratio.kind
            for in_round in _ROUNDS:
                typed = (None, figures) if is_share else (points, None)
                yield sheet.id, leaf.id, in_round.value, *typed


def _recalculated(path: Path) -> Row:
    measured, packed, decoded = [], [], []
    for _ in range(_RECALCULATIONS):
        with closing(sqlite3.connect(path)) as file, file:
            file.execute("UPDATE unit_total SET is_stale = 1")
        session = open_session(path)
        ids = list(session.state.sheets)[1 : _SAMPLE + 1]
        session.state.cell("s00000").table("mark")  # what lies on disk is read
        packed.append(milliseconds(partial(_bare, session, ids)) * _UNITS / _SAMPLE)
        decoded.append(milliseconds(partial(_bare, session, ids)) * _UNITS / _SAMPLE)
        session.close()
        session = open_session(path)
        session.state.cell("s00000").table("mark")
        measured.append(milliseconds(session.recalculate))
        session.close()
    with_packed = Samples(tuple(measured)).median / Samples(tuple(packed)).median
    floor_name = f"the rules' arithmetic alone on decoded marks ({_SAMPLE} units, scaled)"
    return ratio_row(
        "all totals worked out anew", (Samples(tuple(measured)), Samples(tuple(decoded))),
        floor_name, _MOST_RECALCULATION,
        f"against a bare loop that decodes the packed marks too: {with_packed:.1f}",
    )  # fmt: skip


def _bare(session: Session, sheets: list[str]) -> list[Decimal]:
    """Apply the rules to the marks and add up, without building sheets."""
    leaves = session.state.tree(_ASSESSMENT).leaves
    totals = []
    for sheet in sheets:
        marks = session.state.cell(sheet).marks
        for in_round in _ROUNDS:
            total = ZERO
            for leaf in leaves:
                entry = Entry(leaf.maximum, marks.get((leaf.id, in_round)))
                total += leaf.rule.score(entry).points or ZERO
            totals.append(total)
    return totals


def _opened(path: Path) -> Row:
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(_REPETITIONS):
        taken[0].append(milliseconds(partial(_open_and_score, path)))
        taken[1].append(milliseconds(partial(_read, path)))
    measured, floor = (Samples(tuple(each)) for each in taken)
    return ratio_row(
        f"opening {_UNITS} units, a unit scored, all totals", (measured, floor),
        "reading its rows with bare sqlite3", _MOST_OPENING,
    )  # fmt: skip


def _open_and_score(path: Path) -> None:
    session = open_session(path)
    _ = session.scores("s01000", Round.FIRST), session.totals
    session.close()


def _read(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file:
        for table in ("unit", "sheet", "criterion", "mark", "unit_total"):
            file.execute(_READ.format(table)).fetchall()


def _remembered(path: Path) -> Row:
    command = [sys.executable, "-m", "bench.country_child", str(path)]
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    answer = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)  # noqa: S603  # our own
    mebibytes = float(answer.stdout.split()[-1])
    samples = Samples((mebibytes,))
    return Row(
        "memory of the program on it, MiB", samples, samples, "itself", mebibytes,
        f"<= {_MOST_MIB} MiB", mebibytes <= _MOST_MIB,
        "the window open, ranks shown, twenty units looked at",
    )  # fmt: skip
