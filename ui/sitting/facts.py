"""What the view and the projector say of an item: content, figures, documents, decision."""

from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.evidence import Document, Link
from cchc_desktop.domain.marks import Mark, Round
from cchc_desktop.domain.rules.base import Entry
from cchc_desktop.domain.scoring import same_points
from cchc_desktop.domain.sitting_rows import ItemRow
from cchc_desktop.domain.state import State
from cchc_desktop.wording.effects import with_effect
from cchc_desktop.wording.numerals import shown, shown_date
from cchc_desktop.wording.sittings import ruling_name

PLACES = 3


def name_of(row: ItemRow) -> str:
    """Return the name of a criterion, with what it does where it is a bonus or a penalty."""
    found = row.row
    if found is None or found.effect is Effect.NORMAL:
        return row.criterion.name
    return with_effect(row.criterion.name, found.effect.value, found.maximum)


def content_of(state: State, criterion: Criterion) -> str:
    """Return how a criterion is scored: as the set says, else as its rule says."""
    if criterion.guidance:
        return criterion.guidance
    maximum = state.tree(criterion.assessment).maxima[criterion.id]
    steps = criterion.rule.explain(Entry(maximum))
    return steps[0].text if steps and criterion.rule.kind != "manual" else ""


def entry_words(state: State, row: ItemRow, in_round: Round) -> str:
    """Return what stands beside the points of a round: the note, else the figures."""
    mark = state.cell(row.sheet.id).mark(row.criterion.id, in_round)
    if mark is None:
        return ""
    return mark.note or _figures(row.criterion, mark)


def explanation_of(state: State, row: ItemRow) -> str:
    """Return the unit's written explanation."""
    mark = state.cell(row.sheet.id).mark(row.criterion.id, Round.SHEET)
    return mark.explanation if mark is not None else ""


def documents_of(state: State, row: ItemRow) -> tuple[tuple[Document, Link], ...]:
    """Return the documents that prove a criterion, in order."""
    links = state.cell(row.sheet.id).links.get(row.criterion.id, ())
    known = state.documents
    return tuple((known[link.document], link) for link in links if link.document in known)


def named(document: Document) -> str:
    """Return number and day of a document."""
    day = f", {shown_date(document.issued_on)}" if document.issued_on else ""
    return document.title + day


def ruling_words(row: ItemRow) -> str:
    """Return how an item was decided."""
    item = row.item
    kept = row.row.kept.value if row.row is not None and row.row.kept is not None else ""
    is_proposed = item.proposed is not None and same_points(item.points, item.proposed)
    ruling = item.ruling.value if item.ruling is not None else ""
    return ruling_name(ruling, kept, is_proposed=is_proposed)


def _figures(criterion: Criterion, mark: Mark) -> str:
    """Return the figures: a share as "14 trên 16 văn bản", others with their labels."""
    specs = [spec for spec in criterion.rule.figures() if spec.key in mark.figures]
    values = {spec.letter or spec.key: shown(mark.figures[spec.key].value) for spec in specs}
    if set(values) == {"a", "b"}:
        unit = next((spec.unit for spec in specs if spec.unit), "")
        return f"{values['b']} trên {values['a']} {unit}".strip()
    return "; ".join(f"{spec.label} {values[spec.letter or spec.key]}".strip() for spec in specs)
