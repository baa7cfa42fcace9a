"""``main.py search DOSSIER WORDS``: documents and criteria that hold words, as JSON."""

import argparse
import json
import sys
from pathlib import Path

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.state import State
from cchc_desktop.exchange.extraction import read_missing
from cchc_desktop.headless.command import DONE, FOUND, Command
from cchc_desktop.headless.doors import StoreDoors
from cchc_desktop.progress import Progress
from cchc_desktop.session.searching import CriterionHit, DocumentHit, Finder, Hits


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dossier", type=Path)
    parser.add_argument("words", nargs="+")


def _run(options: argparse.Namespace, doors: StoreDoors) -> int:
    session, code = doors.open_session(options.dossier), DONE
    try:
        try:
            read_missing(session, Progress())
        except CchcError as error:  # what was read before is searched all the same
            print(error.words, file=sys.stderr)
            code = FOUND
        hits = Finder(session).search(" ".join(options.words))
        state = session.state
        found = {
            "documents": [_document(state, hits, hit) for hit in hits.documents],
            "criteria": [_criterion(state, hits, hit) for hit in hits.criteria],
        }
    finally:
        session.close()
    print(json.dumps(found, ensure_ascii=False, indent=2))
    return code


def _document(state: State, hits: Hits, hit: DocumentHit) -> dict[str, object]:
    codes = [state.criteria[link.criterion].code for link in hit.links]
    return {
        "document": hit.document.id,
        "number": hit.document.number,
        "subject": hit.document.subject,
        "file": hit.file,
        "page": hit.page or None,
        "criteria": sorted(set(codes)),
        "excerpt": hits.excerpt(hit).text,
    }


def _criterion(state: State, hits: Hits, hit: CriterionHit) -> dict[str, object]:
    node = state.criteria[hit.criterion]
    return {
        "criterion": node.id,
        "assessment": hit.assessment,
        "code": node.code,
        "name": node.name,
        "excerpt": hits.excerpt(hit).text,
    }


COMMAND = Command("main.py search HỒ_SƠ.cchc TỪ...", _declare, _run)
