"""The state of a dossier: frozen values, made anew by each ChangeSet."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Any

from cchc_desktop.domain.cells import Decoded, Packed, SheetCell
from cchc_desktop.domain.changes import WHOLE, Change, ChangeSet
from cchc_desktop.domain.criteria import CriteriaTree, Criterion
from cchc_desktop.domain.evidence import Document, DocumentFile, Link
from cchc_desktop.domain.fields import record_from_json
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.sittings import Sitting, SittingItem
from cchc_desktop.domain.tables import CELL_TABLES, PLAIN_TABLES, changed_record
from cchc_desktop.domain.units import Agency, Assessment, Member, Sheet, Task, Unit
from cchc_desktop.records import record

_EMPTY: Mapping[str, Mapping[str, Any]] = MappingProxyType({name: {} for name in PLAIN_TABLES})
_NO_CELL = SheetCell(decoded=Decoded())
_NO_TREE = CriteriaTree()


@record
class State:
    """Everything a dossier holds but the content of its documents.

    Args:
        rows: records of the plain tables by table and key.
        cells: what was entered, by sheet.
        trees: criteria trees by assessment.
    """

    rows: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: _EMPTY)
    cells: Mapping[str, SheetCell] = field(default_factory=dict)
    trees: Mapping[str, CriteriaTree] = field(default_factory=dict)

    @property
    def assessments(self) -> Mapping[str, Assessment]:
        """Assessments by id."""
        return self.rows["assessment"]

    @property
    def units(self) -> Mapping[str, Unit]:
        """Units by id."""
        return self.rows["unit"]

    @property
    def sheets(self) -> Mapping[str, Sheet]:
        """Score sheets by id."""
        return self.rows["sheet"]

    @property
    def agencies(self) -> Mapping[str, Agency]:
        """Agencies by id."""
        return self.rows["agency"]

    @property
    def documents(self) -> Mapping[str, Document]:
        """Documents by id."""
        return self.rows["document"]

    def files_of(self, document: str) -> tuple[DocumentFile, ...]:
        """Return the further files of a document, in order."""
        found = (each for each in self.rows["document_file"].values() if each.document == document)
        return tuple(sorted(found, key=lambda each: (each.order, each.id)))

    @property
    def members(self) -> Mapping[str, Member]:
        """Members by id."""
        return self.rows["member"]

    @property
    def criteria(self) -> Mapping[str, Criterion]:
        """Criteria of all assessments by id."""
        return self.rows["criterion"]

    @property
    def tasks(self) -> Mapping[str, Task]:
        """Repairs by id."""
        return self.rows["task"]

    @property
    def sittings(self) -> Mapping[str, Sitting]:
        """Sittings of the council by id."""
        return self.rows["sitting"]

    @property
    def sitting_items(self) -> Mapping[str, SittingItem]:
        """Items of all sittings by id."""
        return self.rows["sitting_item"]

    def tree(self, assessment: str) -> CriteriaTree:
        """Return the criteria tree of an assessment."""
        return self.trees.get(assessment, _NO_TREE)

    def tree_of_sheet(self, sheet: str) -> CriteriaTree:
        """Return the criteria tree that a sheet is scored by."""
        return self.tree(self.sheets[sheet].assessment)

    def cell(self, sheet: str) -> SheetCell:
        """Return what was entered for a sheet."""
        return self.cells.get(sheet, _NO_CELL)

    def sheets_of(self, assessment: str) -> tuple[Sheet, ...]:
        """Return the sheets of an assessment, in order."""
        found = [sheet for sheet in self.sheets.values() if sheet.assessment == assessment]
        return tuple(sorted(found, key=lambda sheet: (sheet.order, sheet.id)))

    def links(self) -> list[Link]:
        """Return all links of documents to criteria, of all sheets."""
        return [link for cell in self.cells.values() for link in cell.table("link").values()]

    def sheet_with(self, table: str, key: str) -> str:
        """Return the sheet whose cell holds a record, "" where none does.

        Cells that are decoded are looked at first.
        """
        cells = sorted(self.cells.items(), key=lambda item: not item[1].is_decoded(table))
        return next((sheet for sheet, cell in cells if key in cell.table(table)), "")

    def newest_sheet(self) -> str:
        """Return the id of the first sheet of the newest assessment that has one, else ""."""
        newest = sorted(self.assessments.values(), key=lambda each: (-each.year, each.id))
        found = (sheet.id for each in newest for sheet in self.sheets_of(each.id))
        return next(found, "")

    def last_round(self, sheet: str) -> Round:
        """Return the last round with any mark or listed loss, else its assessment's first."""
        rounds = self.assessments[self.sheets[sheet].assessment].rounds
        cell = self.cell(sheet)
        marked = {in_round for in_round, marks in cell.by_round.items() if marks}
        marked |= {in_round for _, in_round in cell.deductions}
        found = [in_round for in_round in rounds if in_round in marked]
        return next(iter((*reversed(found), *rounds)), Round.FIRST)

    def applied(self, changes: ChangeSet) -> "State":
        """Return the state after some changes; what is not touched is shared.

        Raises:
            CchcError: an old value no longer stands.
        """
        by_table: dict[str, list[Change]] = {}
        for change in changes.changes:
            by_table.setdefault(change.table, []).append(change)
        rows = dict(self.rows)
        for table, record_type in PLAIN_TABLES.items():
            if table in by_table:
                rows[table] = _changed_rows(record_type, self.rows[table], by_table[table])
        cells = _changed_cells(self, by_table)
        trees = _changed_trees(self, rows, by_table)
        return State(rows, cells, trees)


def state_of(packed: Iterable[Packed], cells: Mapping[str, SheetCell] | None = None) -> State:
    """Return the state that rows of the plain tables describe (table, key, fields).

    Args:
        packed: rows of the plain tables; those of cells too where no cells are given.
        cells: what was entered, by sheet.
    """
    rows: dict[str, dict[str, Any]] = {table: {} for table in PLAIN_TABLES}
    entered: dict[str, list[Packed]] = {}
    for table, key, fields in packed:
        if table in CELL_TABLES:
            entered.setdefault(str(fields["sheet"]), []).append((table, key, fields))
        else:
            rows[table][key] = record_from_json(PLAIN_TABLES[table], fields)
    by_assessment: dict[str, list[Criterion]] = {}
    for criterion in rows["criterion"].values():
        by_assessment.setdefault(criterion.assessment, []).append(criterion)
    trees = {
        assessment: CriteriaTree(nodes, may_exceed=_may_exceed(rows, assessment))
        for assessment, nodes in by_assessment.items()
    }
    if cells is None:
        cells = {sheet: SheetCell(found) for sheet, found in entered.items()}
    return State(rows, cells, trees)


def _changed_rows(
    record_type: type[Any], rows: Mapping[str, Any], changes: Iterable[Change]
) -> dict[str, Any]:
    found = dict(rows)
    for change in changes:
        record = changed_record(record_type, found.get(change.key), change)
        if record is None:
            del found[change.key]
        else:
            found[change.key] = record
    return found


def _changed_cells(
    state: State, by_table: Mapping[str, Iterable[Change]]
) -> Mapping[str, SheetCell]:
    by_sheet: dict[str, list[Change]] = {}
    owners: dict[tuple[str, str], str] = {}
    for table in CELL_TABLES:
        for change in by_table.get(table, ()):
            sheet = owners.get((table, change.key)) or _sheet_of(state, change)
            owners[table, change.key] = sheet
            by_sheet.setdefault(sheet, []).append(change)
    if not by_sheet:
        return state.cells
    cells = dict(state.cells)
    for sheet, changes in by_sheet.items():
        cells[sheet] = state.cell(sheet).with_changes(changes)
    return cells


def _sheet_of(state: State, change: Change) -> str:
    if change.table == "mark":
        return change.key.partition("/")[0]
    for value in (change.old, change.new):
        if change.field == WHOLE and isinstance(value, dict):
            return str(value["sheet"])
    return state.sheet_with(change.table, change.key)


def _changed_trees(
    state: State, rows: Mapping[str, Mapping[str, Any]], by_table: Mapping[str, Iterable[Change]]
) -> Mapping[str, CriteriaTree]:
    criteria, touched = rows["criterion"], set()
    for change in by_table.get("criterion", ()):
        for found in (criteria.get(change.key), state.criteria.get(change.key)):
            if found is not None:
                touched.add(found.assessment)
    for change in by_table.get("assessment", ()):
        tree = state.trees.get(change.key)
        if tree is not None and tree.may_exceed is not _may_exceed(rows, change.key):
            touched.add(change.key)
    if not touched:
        return state.trees
    trees = dict(state.trees)
    for assessment in touched:
        nodes = [node for node in criteria.values() if node.assessment == assessment]
        trees[assessment] = CriteriaTree(nodes, may_exceed=_may_exceed(rows, assessment))
    return trees


def _may_exceed(rows: Mapping[str, Mapping[str, Any]], assessment: str) -> bool:
    found = rows["assessment"].get(assessment)
    return found is not None and found.may_exceed
