"""``main.py scores DOSSIER [--round NAME] [--agency NAME]``: all scores as JSON."""

import argparse
import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from cchc_desktop.domain.agencies import part_of, scored_of_part
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.explanation import as_text, explain, explain_total
from cchc_desktop.domain.marks import ROUNDS, Round
from cchc_desktop.domain.points import plain
from cchc_desktop.domain.ranking import (
    COMPUTED,
    Standing,
    contender,
    league_of,
    published_standing,
)
from cchc_desktop.domain.rating import rank_settings
from cchc_desktop.domain.scoring import ScoreRow, ScoreSheet
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import fold
from cchc_desktop.domain.units import Assessment, Sheet
from cchc_desktop.headless.command import DONE, Command
from cchc_desktop.headless.doors import StoreDoors
from cchc_desktop.session import Session
from cchc_desktop.wording import agencies as words
from cchc_desktop.wording.dossier import round_name


def round_from(name: str) -> Round:
    """Return the round of a name: ``first`` or ``Thẩm định lần 1``, accents or not.

    Raises:
        ValueError: no round has this name.
    """
    for in_round in ROUNDS:
        if fold(name.strip()) in {in_round.value, fold(round_name(in_round.value))}:
            return in_round
    raise ValueError(name)


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--round", type=round_from, default=None)
    parser.add_argument("--agency", default="")


def _run(options: argparse.Namespace, doors: StoreDoors) -> int:
    session = doors.open_session(options.dossier)
    try:
        found = scores_of(session, options.round, options.agency)
    finally:
        session.close()
    print(json.dumps(found, ensure_ascii=False, indent=1))
    return DONE


def scores_of(session: Session, in_round: Round | None = None, agency: str = "") -> dict[str, Any]:
    """Return all scores of a dossier as the JSON of ``main.py scores``.

    Args:
        session: the open dossier.
        in_round: the round; None takes each sheet's last round with any mark.
        agency: name of an agency in charge: only its criteria and those above them; "" all.

    Raises:
        CchcError: no agency has this name.
    """
    key = agency_of_name(session.state, agency) if agency else ""
    newest = sorted(session.state.assessments.values(), key=lambda a: (a.year, a.id))
    return {"assessments": [_assessment(session, each, (in_round, key)) for each in newest]}


def agency_of_name(state: State, name: str) -> str:
    """Return the id of the agency of a full or short name, accents or not.

    Raises:
        CchcError: no agency has this name.
    """
    wanted = fold(name.strip())
    for agency in state.agencies.values():
        if wanted in {fold(agency.name), fold(agency.short_name)} - {""}:
            return agency.id
    names = sorted(agency.name for agency in state.agencies.values())
    raise CchcError(words.unknown(name), words.known(tuple(names)))


def _assessment(
    session: Session, assessment: Assessment, wanted: tuple[Round | None, str]
) -> dict[str, Any]:
    in_round, agency = wanted
    sheets = session.state.sheets_of(assessment.id)
    scored = {
        sheet.id: session.scores(sheet.id, in_round or session.state.last_round(sheet.id))
        for sheet in sheets
    }
    standings = _standings(session, assessment, sheets, in_round)
    units = []
    for sheet in sheets:
        used = in_round or session.state.last_round(sheet.id)
        units.append(
            _unit(session, sheet, used)
            | _total(scored[sheet.id])
            | _standing(standings.get(sheet.id))
            | _part(scored[sheet.id], agency)
        )
    return {
        "id": assessment.id,
        "title": assessment.title,
        "year": assessment.year,
        "may_exceed": assessment.may_exceed,
        "units": units,
    }


def _part(sheet: ScoreSheet, agency: str) -> dict[str, Any]:
    """Return the criteria, or only those of an agency with how many of them are scored."""
    if not agency:
        return {"criteria": [_criterion(sheet, node.id) for node, _ in sheet.tree.walk]}
    part = part_of(sheet.tree, agency)
    wanted = {step.id for leaf in part for step in sheet.tree.path(leaf.id)}
    scored, of = scored_of_part(sheet, agency)
    return {
        "agency_scored": scored,
        "agency_to_score": of,
        "criteria": [_criterion(sheet, n.id) for n, _ in sheet.tree.walk if n.id in wanted],
    }


def _standings(
    session: Session,
    assessment: Assessment,
    sheets: Sequence[Sheet],
    in_round: Round | None,
) -> dict[str, Standing]:
    """Return where each sheet stands in its group, all of it scored in the sheet's own round."""
    used = {sheet.id: in_round or session.state.last_round(sheet.id) for sheet in sheets}
    groups: dict[str, list[Sheet]] = {}
    for sheet in sheets:
        groups.setdefault(session.state.units[sheet.unit].group, []).append(sheet)
    ties = rank_settings(session.state.rows["setting"], assessment.id).ties
    found: dict[str, Standing] = {}
    for members in groups.values():
        for each in {used[sheet.id] for sheet in members}:
            totals = ((sheet.id, session.scores(sheet.id, each).total) for sheet in members)
            league = league_of([contender(*total) for total in totals], ties)
            found |= {
                row.contender.key: Standing(row.rank, league.of, None, COMPUTED)
                for row in league.rows
                if league.of > 1 and row.rank is not None and used[row.contender.key] is each
            }
    for sheet in sheets:
        published = published_standing(session.state.cell(sheet.id), "", assessment.year)
        if published is not None:
            found[sheet.id] = published
    return found


def _unit(session: Session, sheet: Sheet, in_round: Round) -> dict[str, Any]:
    unit = session.state.units[sheet.unit]
    return {"id": unit.id, "name": unit.name, "round": in_round.value}


def _total(sheet: ScoreSheet) -> dict[str, Any]:
    total = sheet.total
    return {
        "total": _text(total.points),
        "maximum": _text(total.maximum),
        "round_maximum": _text(total.scored_maximum),
        "index": _text(sheet.index),
        "bonus": _text(total.bonus),
        "penalty": _text(total.penalty),
        "excess": _text(total.excess),
        "explanation": as_text(explain_total(sheet)),
        "complete": total.is_complete and total.points is not None,
        "scored": sheet.scored,
        "to_score": sheet.to_score,
    }


def _standing(standing: Standing | None) -> dict[str, Any]:
    if standing is None:
        return {"rank": None, "of": None, "rank_source": None}
    return {"rank": standing.rank, "of": standing.of, "rank_source": standing.source}


def _criterion(sheet: ScoreSheet, node_id: str) -> dict[str, Any]:
    row: ScoreRow = sheet[node_id]
    criterion = row.criterion
    return {
        "id": criterion.id,
        "parent": criterion.parent or None,
        "code": criterion.code,
        "name": criterion.name,
        "effect": row.effect.value,
        "maximum": _text(row.maximum),
        "applicable": row.is_applicable,
        "score": _text(row.points),
        "lost": _text(row.lost),
        "complete": row.is_complete,
        "explanation": as_text(explain(sheet, node_id)),
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


COMMAND = Command(
    "main.py scores HỒ_SƠ.cchc [--round self|first|second|published] [--agency CƠ_QUAN]",
    _declare,
    _run,
)
