"""Searching a sheet: codes, names, reasons, agencies and documents, accents or not."""

from collections.abc import Iterable, Iterator

from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.marks import Deduction
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import fold


def found_in(state: State, sheet: str, text: str) -> tuple[str, ...]:
    """Return the criteria of a sheet where every word of ``text`` stands, in tree order.

    Args:
        state: the dossier.
        sheet: id of the sheet.
        text: words, with or without accents; a word that is a code finds that criterion too.
    """
    words = fold(text).split()
    if not words or sheet not in state.sheets:
        return ()
    reasons = _reasons(state, sheet)
    found = []
    for criterion, _ in state.tree_of_sheet(sheet).walk:
        listed = reasons.get(criterion.id, ())
        place = fold("\n".join(_texts(state, sheet, criterion, listed)))
        if all(word in place for word in words):
            found.append(criterion.id)
    return tuple(found)


def _reasons(state: State, sheet: str) -> dict[str, list[Deduction]]:
    found: dict[str, list[Deduction]] = {}
    for (criterion, _), deductions in state.cell(sheet).deductions.items():
        found.setdefault(criterion, []).extend(deductions)
    return found


def _texts(
    state: State, sheet: str, criterion: Criterion, deductions: Iterable[Deduction]
) -> Iterator[str]:
    yield from (criterion.code, criterion.name, criterion.short_name)
    yield from _agencies(state, criterion.agencies)
    for deduction in deductions:
        yield deduction.reason
        yield from _agencies(state, (*deduction.agencies, *deduction.at_fault))
    for link in state.cell(sheet).links.get(criterion.id, ()):
        document = state.documents.get(link.document)
        if document is not None:
            yield from (document.name, document.number, document.subject, document.issuer)


def _agencies(state: State, ids: Iterable[str]) -> Iterator[str]:
    for agency in ids:
        if agency in state.agencies:
            yield state.agencies[agency].name
            yield state.agencies[agency].short_name
