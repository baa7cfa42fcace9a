"""Coverage (mức phủ tài liệu): which points stand on documents, and which on nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from enum import StrEnum

from cchc_desktop.domain.checks import Finding, FindingKind, needs_evidence
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.evidence import Document, DocumentFile, Link
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.points import ZERO
from cchc_desktop.domain.register import UNREADABLE, Faults, faulty_files
from cchc_desktop.domain.scoring import ScoreRow, ScoreSheet
from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import Setting
from cchc_desktop.records import record
from cchc_desktop.wording import coverage as words

_UNSPLIT = "unsplit"
_NEVER = "never"


class Proof(StrEnum):
    """What the points of a leaf stand on; the first two stand, the last two do not count."""

    DOCUMENTS = "documents"
    EXPLAINED = "explained"
    REVIEW = "review"
    MISSING = "missing"
    UNSPLIT = "unsplit"
    SURVEY = "survey"


STANDING = (Proof.DOCUMENTS, Proof.EXPLAINED)
NEEDED = (Proof.REVIEW, Proof.MISSING)
UNCOUNTED = (Proof.UNSPLIT, Proof.SURVEY)


class Flaw(StrEnum):
    """Why a document proves nothing."""

    OUT_OF_YEAR = "out_of_year"
    UNREADABLE = "unreadable"


@record
class Flawed:
    """A document that proves nothing.

    Args:
        document: the document.
        flaw: why it proves nothing.
        file: name of its further file that nobody can read, "" where it is the document's own.
    """

    document: Document
    flaw: Flaw
    file: str = ""

    @property
    def title(self) -> str:
        """What a list calls it."""
        return words.with_file(self.document.title, self.file)


@record
class LeafProof:
    """What a leaf's points stand on.

    Args:
        criterion: the leaf.
        points: its maximum, or the bonus that is claimed; 0 where unknown.
        proof: what they stand on.
        flaws: its documents that prove nothing, with the reason.
        is_asked: an explanation was asked for and is missing.
        is_counted: whether its points stand in the sums.
    """

    criterion: Criterion
    points: Decimal
    proof: Proof
    flaws: tuple[Flawed, ...] = ()
    is_asked: bool = False
    is_counted: bool = True

    @property
    def is_open(self) -> bool:
        """Whether there is something to do."""
        return self.proof in NEEDED or self.is_asked


@record
class Sums:
    """Points by what they stand on."""

    by_proof: Mapping[Proof, Decimal] = field(default_factory=dict)

    def of(self, *proofs: Proof) -> Decimal:
        """Return the points of some kinds together."""
        return sum((self.by_proof.get(proof, ZERO) for proof in proofs), ZERO)

    @property
    def standing(self) -> Decimal:
        """Points that stand on a sound document or on a written explanation."""
        return self.of(*STANDING)

    @property
    def needed(self) -> Decimal:
        """Points for which something is to be done."""
        return self.of(*NEEDED)

    @property
    def uncounted(self) -> Decimal:
        """Points that need no document, or cannot have one yet."""
        return self.of(*UNCOUNTED)

    @property
    def in_question(self) -> Decimal:
        """Points that need a document: the denominator of what stands."""
        return self.standing + self.needed

    @property
    def whole(self) -> Decimal:
        """All points."""
        return self.in_question + self.uncounted


@record
class Coverage:
    """What the points of a sheet stand on.

    Args:
        leaves: the applicable leaves in tree order.
        areas: sums by area, in order.
        total: sums of all areas.
    """

    leaves: tuple[LeafProof, ...] = ()
    areas: tuple[tuple[Criterion, Sums], ...] = ()
    total: Sums = field(default_factory=Sums)

    @property
    def open_leaves(self) -> tuple[LeafProof, ...]:
        """Leaves with something to do, the most points first."""
        found = [leaf for leaf in self.leaves if leaf.is_open]
        return tuple(sorted(found, key=lambda leaf: -leaf.points))  # stable: tree order else


@record
class Ground:
    """What documents are judged by.

    Args:
        documents: documents of the dossier by id.
        year: year of the assessment.
        faults: why contents gave no text, by hash; what is known to be damaged is among them.
        splits_none: a balancing node counts whole on one sound document.
        files: further files by document; needed are only those of contents in ``faults``.
    """

    documents: Mapping[str, Document]
    year: int
    faults: Faults = field(default_factory=dict)
    splits_none: bool = True
    files: Mapping[str, Sequence[DocumentFile]] = field(default_factory=dict)

    def judged(self, document: Document) -> Flawed | None:
        """Return why a document proves nothing in the year, None where it does.

        Every file of it has to be readable, annexes too; then it has to be in force.
        """
        if self.faults.get(document.sha256) in UNREADABLE:
            return Flawed(document, Flaw.UNREADABLE)
        for file in self.files.get(document.id, ()):
            if self.faults.get(file.sha256) in UNREADABLE:
                return Flawed(document, Flaw.UNREADABLE, file.name)
        return None if document.is_in_force(self.year) else Flawed(document, Flaw.OUT_OF_YEAR)


def ground_of(state: State, year: int, faults: Faults, *, splits_none: bool = True) -> Ground:
    """Return what the documents of a dossier are judged by, in a year."""
    return Ground(state.documents, year, faults, splits_none, faulty_files(state, faults))


def setting_name(assessment: str) -> str:
    """Return the name under which the way of counting of an assessment is kept."""
    return f"coverage/{assessment}"


def counts_unsplit(settings: Mapping[str, Setting], assessment: str) -> bool:
    """Return whether one sound document covers a balancing node whole, as is usual."""
    found = settings.get(setting_name(assessment))
    return found is None or found.values.get(_UNSPLIT) != _NEVER


def to_setting(assessment: str, *, counts: bool) -> Setting:
    """Return the way of counting balancing nodes as a record of the dossier."""
    return Setting(setting_name(assessment), {_UNSPLIT: "whole" if counts else _NEVER})


def coverage_of(sheet: ScoreSheet, ground: Ground) -> Coverage:
    """Return what the points of a sheet stand on; pure."""
    tree = sheet.tree
    leaves = tuple(
        _leaf(sheet, sheet[leaf.id], ground)
        for leaf in tree.leaves
        if sheet[leaf.id].is_applicable and not _is_idle(sheet[leaf.id])
    )
    by_area: dict[str, list[LeafProof]] = {}
    for leaf in leaves:
        by_area.setdefault(tree.area_of(leaf.criterion.id).id, []).append(leaf)
    areas = []
    for key in tree.children_of(""):
        row = sheet[key]
        if row.is_applicable and row.is_counted:
            areas.append((row.criterion, _sums(by_area.get(key, ()), row.maximum)))
    return Coverage(leaves, tuple(areas), _added(sums for _, sums in areas))


def unsound_findings(sheet: ScoreSheet, ground: Ground) -> Iterator[Finding]:
    """Yield the scored leaves whose documents all prove nothing, without an explanation."""
    links = sheet.cell.links
    if not links:
        return
    for leaf in sheet.tree.leaves:
        found = _documents(links.get(leaf.id, ()), ground.documents)
        flaws = [flawed for each in found if (flawed := ground.judged(each)) is not None]
        if not found or len(flaws) < len(found):
            continue
        row = sheet[leaf.id]
        is_scored = row.points is not None or row.lost is not None
        if is_scored and needs_evidence(row) and not _explanation(sheet, leaf.id):
            yield _unsound(leaf, flaws, ground.year)


def _unsound(leaf: Criterion, flaws: Sequence[Flawed], year: int) -> Finding:
    if all(each.flaw is Flaw.OUT_OF_YEAR for each in flaws):
        sentence = words.all_out_of_year(leaf.code, len(flaws), year)
        return Finding(FindingKind.EVIDENCE_OUT_OF_YEAR, leaf.id, sentence)
    named = [(each.title, each.flaw.value) for each in flaws]
    sentence = words.none_stands(leaf.code, named, year)
    return Finding(FindingKind.EVIDENCE_UNREADABLE, leaf.id, sentence)


def _is_idle(row: ScoreRow) -> bool:
    """Bonuses nobody claims and penalties need no document."""
    return not row.is_counted and not needs_evidence(row)


def _leaf(sheet: ScoreSheet, row: ScoreRow, ground: Ground) -> LeafProof:
    leaf = row.criterion
    documents = _documents(sheet.cell.links.get(leaf.id, ()), ground.documents)
    flaws = tuple(flawed for each in documents if (flawed := ground.judged(each)) is not None)
    is_sound = len(flaws) < len(documents)
    mark = sheet.cell.mark(leaf.id, Round.SHEET)
    is_asked = mark is not None and mark.explanation_requested and not mark.explanation
    points = (row.maximum if row.is_counted else row.bonus) or ZERO
    proof = _proof(sheet, row, (bool(documents), is_sound, ground.splits_none))
    return LeafProof(leaf, points, proof, flaws, is_asked, row.is_counted)


def _proof(sheet: ScoreSheet, row: ScoreRow, found: tuple[bool, bool, bool]) -> Proof:
    has_any, is_sound, counts_whole = found
    if row.criterion.is_survey:
        return Proof.SURVEY
    if row.criterion.is_balancing:
        return Proof.DOCUMENTS if is_sound and counts_whole else Proof.UNSPLIT
    if is_sound:
        return Proof.DOCUMENTS
    if _explanation(sheet, row.criterion.id):
        return Proof.EXPLAINED
    return Proof.REVIEW if has_any else Proof.MISSING


def _explanation(sheet: ScoreSheet, leaf: str) -> str:
    mark = sheet.cell.mark(leaf, Round.SHEET)
    return "" if mark is None else mark.explanation


def _documents(links: Iterable[Link], documents: Mapping[str, Document]) -> list[Document]:
    return [documents[link.document] for link in links if link.document in documents]


def _sums(leaves: Iterable[LeafProof], maximum: Decimal | None) -> Sums:
    found: dict[Proof, Decimal] = {}
    for leaf in leaves:
        if leaf.is_counted:
            found[leaf.proof] = found.get(leaf.proof, ZERO) + leaf.points
    left = (maximum or ZERO) - sum(found.values(), ZERO)
    if left > ZERO:  # a stated maximum that no leaf with a known maximum covers
        found[Proof.UNSPLIT] = found.get(Proof.UNSPLIT, ZERO) + left
    return Sums(found)


def _added(parts: Iterable[Sums]) -> Sums:
    found: dict[Proof, Decimal] = {}
    for part in parts:
        for proof, points in part.by_proof.items():
            found[proof] = found.get(proof, ZERO) + points
    return Sums(found)
