"""``main.py attach DOSSIER --criterion CODE [--assessment ID] [--unit NAME] FILE...``."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from cchc_desktop.clock import now
from cchc_desktop.commands.evidence import AttachDocument, Content, is_attached
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.ids import new_id
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import clean, name_key
from cchc_desktop.headless.command import DONE, FOUND, Command
from cchc_desktop.headless.doors import StoreDoors
from cchc_desktop.progress import Progress
from cchc_desktop.session import Session
from cchc_desktop.wording import headless as words
from cchc_desktop.wording import set_files as set_words


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("dossier", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--criterion", required=True)
    parser.add_argument("--assessment", default="")
    parser.add_argument("--unit", default="")


def _run(options: argparse.Namespace, doors: StoreDoors) -> int:
    with doors.writing(options.dossier) as session:
        sheet = sheet_of(session.state, options.unit, options.assessment)
        criterion = _criterion(session.state, sheet, options.criterion)
        where = _named(session.state, sheet)
        refused, known = _attach(session, (sheet, criterion), options.files)
        for line in refused:
            print(line, file=sys.stderr)
        added = len(options.files) - len(refused) - known
        print(words.attached(added, (clean(options.criterion).rstrip("."), *where), known))
    return FOUND if refused else DONE


def sheet_of(state: State, unit: str, assessment: str = "") -> str:
    """Return the sheet of a unit; of the only unit where none is named.

    Args:
        state: what is in the dossier.
        unit: name or id of the unit, "" for the only one.
        assessment: id of the assessment, "" for the newest.

    Raises:
        CchcError: there is no such assessment or unit, or several units could be meant.
    """
    if assessment and assessment not in state.assessments:
        raise CchcError(set_words.no_assessment(assessment), set_words.choose_assessment())
    newest = max(state.assessments.values(), key=lambda each: (each.year, each.id), default=None)
    chosen = assessment or (newest.id if newest is not None else "")
    sheets = state.sheets_of(chosen)
    title = state.assessments[chosen].title if chosen else ""
    names = {sheet.id: state.units[sheet.unit].name for sheet in sheets}
    if unit:
        return _sheet_named(state, {sheet.id: sheet.unit for sheet in sheets}, unit, title)
    if len(names) != 1:
        raise CchcError(words.which_unit(len(names), title), words.units_are(list(names.values())))
    return next(iter(names))


def _sheet_named(state: State, units: Mapping[str, str], wanted: str, title: str) -> str:
    """Return the sheet whose unit has a name or id, among units by sheet."""
    names = {sheet: state.units[unit].name for sheet, unit in units.items()}
    found = [sheet for sheet, unit in units.items() if unit == wanted]
    found = found or [key for key, name in names.items() if name_key(name) == name_key(wanted)]
    if not found:
        raise CchcError(words.no_unit(wanted, title), words.units_are(list(names.values())))
    if len(found) > 1:
        groups = state.rows["unit_group"]
        ids = [(units[key], groups[state.units[units[key]].group].name) for key in found]
        raise CchcError(words.units_of_one_name(len(found), wanted), words.name_the_id(ids))
    return found[0]


def _named(state: State, sheet: str) -> tuple[str, str]:
    """Return the names of a sheet's unit and assessment."""
    found = state.sheets[sheet]
    return state.units[found.unit].name, state.assessments[found.assessment].title


def _criterion(state: State, sheet: str, code: str) -> str:
    node = state.tree_of_sheet(sheet).by_code(clean(code).rstrip("."))
    if node is None:
        raise CchcError(words.no_criterion(code), words.see_codes())
    return node.id


def _attach(
    session: Session, place: tuple[str, str], files: Sequence[Path]
) -> tuple[list[str], int]:
    """Attach files as one step; return why some were refused, and how many were there before."""
    sheet, criterion = place
    refused, known, step = list[str](), 0, new_id()
    for path in files:
        try:
            staged = session.store.vault.stage(path, Progress())
            if is_attached(session.state, sheet, criterion, staged.sha256):
                known += 1
                continue
            content = Content(path.name, staged.sha256, staged.size)
            command = AttachDocument(sheet, criterion, content, now())
            session.run(command, joins=f"attach/{step}")
        except CchcError as error:
            refused.append(f"{path}: {error.words}")
    return refused, known


COMMAND = Command(
    "main.py attach HỒ_SƠ.cchc --criterion MÃ [--assessment MÃ_KỲ] [--unit TÊN_ĐƠN_VỊ] TỆP...",
    _declare,
    _run,
)
