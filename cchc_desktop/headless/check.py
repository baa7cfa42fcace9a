"""``main.py check DOSSIER [--repair [FILE...]]``: findings, one a line; what is damaged mended."""

import argparse
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from cchc_desktop.clock import now
from cchc_desktop.domain.audit import refuted
from cchc_desktop.domain.checks import FindingKind, findings
from cchc_desktop.domain.errors import CchcError, readable
from cchc_desktop.domain.integrity import Condition, codes_of, content_uses
from cchc_desktop.domain.last_year import last_year_findings
from cchc_desktop.domain.people_checks import people_findings
from cchc_desktop.domain.sitting_rows import sitting_findings
from cchc_desktop.domain.unit_checks import unit_findings
from cchc_desktop.domain.units import Assessment
from cchc_desktop.exchange.originals import give_back
from cchc_desktop.headless.command import DONE, FOUND, Command
from cchc_desktop.headless.doors import StoreDoors
from cchc_desktop.headless.pace import told_pace
from cchc_desktop.progress import Progress
from cchc_desktop.session import Session
from cchc_desktop.session.judging import remember
from cchc_desktop.session.total_faults import total_faults
from cchc_desktop.wording.checks import rule_fault
from cchc_desktop.wording.dossier import round_name
from cchc_desktop.wording.integrity import (
    LOOKING,
    SEARCHING,
    damaged,
    mended_from_backup,
    mended_from_file,
    missing,
)

_OF_THE_SET = frozenset({FindingKind.RULE_FAULT, FindingKind.MAXIMA_DIFFER})


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dossier", type=Path)
    parser.add_argument("--repair", type=Path, nargs="*")


def _run(options: argparse.Namespace, doors: StoreDoors) -> int:
    if options.repair is not None:
        with doors.writing(options.dossier) as session:
            for sentence in mended(session, options.repair):
                print(sentence)
    store = doors.open_store(options.dossier)
    try:
        found = list(store.faults())
        try:
            found += faults_of(Session(store, now, doors.actor))
        except CchcError as error:
            found.append(error.words)
    finally:
        store.close()
    for sentence in found:
        print(sentence)
    if not found:
        print("Không phát hiện vấn đề nào.")
    return FOUND if found else DONE


def mended(session: Session, paths: Sequence[Path]) -> Iterator[str]:
    """Mend damaged contents from the backup folder, then from files that are given; say which.

    Args:
        session: the dossier.
        paths: files and folders in which their originals may be.

    Raises:
        CchcError: there is no room.
    """
    vault = session.store.vault
    uses = {use.sha256: use for use in content_uses(session.state)}
    with told_pace(LOOKING) as progress:
        bad = [e for e in vault.inspect(uses, progress) if e.condition is not Condition.WHOLE]
    left = {each.sha256: uses[each.sha256].size for each in bad}
    for sha256 in [each.sha256 for each in bad if each.has_backup]:
        vault.repair(sha256, None, Progress())
        del left[sha256]
        yield mended_from_backup(uses[sha256].name)
    with told_pace(SEARCHING) as progress:
        found = [each.sha256 for each in give_back(vault, left, paths, progress)]
    yield from (mended_from_file(uses[sha256].name) for sha256 in found)
    whole = vault.inspect((each.sha256 for each in bad), Progress())
    remember(session.store, whole, [each.sha256 for each in bad])


def faults_of(session: Session) -> Iterator[str]:
    """Yield every finding of a dossier's content: documents, derived totals, then each sheet.

    Raises:
        CchcError: records cannot be read.
    """
    yield from _contents(session)
    yield from (fault for found in total_faults(session) for fault in found)
    yield from (found.sentence for found in unit_findings(session.state))
    for assessment in sorted(session.state.assessments.values(), key=lambda a: (a.year, a.id)):
        told: set[str] = set()
        for sheet in session.state.sheets_of(assessment.id):
            used = session.state.last_round(sheet.id)
            unit = session.state.units[sheet.unit].name
            cell = session.state.cell(sheet.id)
            with readable():
                found = findings(session.scores(sheet.id, used), cell, assessment.year)
                found += tuple(sitting_findings(session.state, sheet.id, session.scores))
                found += tuple(last_year_findings(session.state, sheet.id, used))
            for finding in found:
                yield f"{assessment.title}, {unit}, {round_name(used.value)}: {finding.sentence}"
                if finding.kind in _OF_THE_SET:
                    told.add(finding.criterion)
        yield from _refuted(session, assessment, told)
        for about in people_findings(session.state, assessment.id, now().date()):
            yield f"{assessment.title}: {about.sentence}"


def _contents(session: Session) -> Iterator[str]:
    """Yield the documents whose content is damaged or missing, with where each is used."""
    uses = content_uses(session.state)
    hashes = (use.sha256 for use in uses)
    with told_pace(LOOKING) as progress:
        found = {each.sha256: each for each in session.store.vault.inspect(hashes, progress)}
    with suppress(CchcError):  # a disk that takes nothing more keeps no finding from being told
        remember(session.store, found.values())
    for use in uses:
        condition = found[use.sha256].condition
        if condition is not Condition.WHOLE:
            say = damaged if condition is Condition.DAMAGED else missing
            yield say(use.name, codes_of(session.state, use.links))


def _refuted(session: Session, assessment: Assessment, told: set[str]) -> Iterator[str]:
    """Yield what the audit of the rules refutes, where a sheet has not told it already."""
    tree = session.state.tree(assessment.id)
    with readable():
        found = tuple(refuted(tree))
    for finding in found:
        if finding.criterion not in told:
            code = tree[finding.criterion].code
            yield f"{assessment.title}: {rule_fault(code, finding.sentence)}"


COMMAND = Command("main.py check HỒ_SƠ.cchc [--repair [TỆP|THƯ_MỤC...]]", _declare, _run)
