"""Criteria sets as JSON (docs/criteria-set.md): reading with every problem, writing."""

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.fields import is_empty, record_to_json, to_json
from cchc_desktop.domain.points import ZERO, Rounding
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.set_draft import MOST_CRITERIA, SetDraft
from cchc_desktop.domain.text import clean
from cchc_desktop.domain.units import Agency
from cchc_desktop.exchange.json_lines import lines_of
from cchc_desktop.exchange.json_text import Written, text_of, values_of
from cchc_desktop.exchange.problems import Problem
from cchc_desktop.exchange.set_shape import effect_problems, shape_problems, warnings_of
from cchc_desktop.exchange.typed_reader import FAULTY, Fields, TypedReader, fields_of
from cchc_desktop.records import record
from cchc_desktop.wording import set_files as words

FORMAT = "cchc-criteria-set"
VERSION = 1
_MOST_PLACES = 12
_YEARS = range(2000, 2101)
_SET = {"format": str, "version": int, **fields_of(SetDraft).types}
_HELD = fields_of(Criterion, without=frozenset({"id", "assessment", "order"}))
_CRITERION = Fields({"code": str, **_HELD.types}, frozenset({"code", "name"}))
_AGENCY = Fields(fields_of(Agency, without=frozenset({"id"})).types, frozenset({"name"}))


@record
class ReadSet:
    """What a file held: the set, or None where an error stands, and all problems by line."""

    draft: SetDraft | None
    problems: tuple[Problem, ...] = ()

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Problems that do not keep the set out."""
        return tuple(problem for problem in self.problems if problem.is_warning)


def set_json(draft: SetDraft) -> bytes:
    """Return a set as the bytes of a file."""
    head = {
        "format": FORMAT,
        "version": VERSION,
        "title": draft.title,
        "year": draft.year,
        "level": draft.level,
        "legal_basis": draft.legal_basis,
        "is_reconstructed": draft.is_reconstructed,
        "may_exceed": draft.may_exceed,
        "agencies": [_without(record_to_json(each), "id") for each in draft.agencies],
    }
    found = {name: to_json(value) for name, value in head.items()}
    found = {name: value for name, value in found.items() if not is_empty(value) and value != 0}
    tree = draft.tree
    rows = [_row(node, is_branch=tree.is_branch(node.id)) for node in draft.criteria]
    text = json.dumps({**found, "criteria": rows}, ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def read_set(body: bytes) -> ReadSet:
    """Read a set from the bytes of a file; nothing is thrown, every problem is collected."""
    text, problems = text_of(body)
    if problems:
        return ReadSet(None, problems)
    values, problems = values_of(text)
    if problems:
        return ReadSet(None, problems)
    stopper = _no_set(values)
    if stopper is not None:
        return ReadSet(None, _with_lines(text, [stopper]))
    reader = TypedReader()
    draft = _draft(reader, values)
    found = list(reader.problems) + shape_problems(values["criteria"])
    if draft is not None and not found:
        found = effect_problems(draft)
    if draft is None or found:
        return ReadSet(None, _with_lines(text, found))
    return ReadSet(draft, _with_lines(text, warnings_of(draft)))


def _no_set(values: Any) -> Problem | None:
    """Return why a value is not to be read as a set at all."""
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        return Problem(("format",), words.no_set())
    version = values.get("version")
    if not isinstance(version, Written) or not version.isdecimal():
        return Problem(("version",), words.wants("whole"))
    if version != str(VERSION):
        return Problem(("version",), words.other_version(version[:9], VERSION))
    return _no_criteria(values.get("criteria"))


def _no_criteria(rows: Any) -> Problem | None:
    if not isinstance(rows, list):
        return Problem(("criteria",), words.wants("list"))
    if len(rows) > MOST_CRITERIA:
        return Problem(("criteria",), words.too_many(len(rows), MOST_CRITERIA))
    return None


def _draft(reader: TypedReader, values: dict[str, Any]) -> SetDraft | None:
    parts = {"criteria", "agencies"}
    head = reader.fields(
        Fields(_SET),
        {name: [] if name in parts else value for name, value in values.items()},
        (),
    )
    if head is not None and head.get("year", 0) and head["year"] not in _YEARS:
        reader.fault(("year",), words.year_outside())
    agencies = _agencies(reader, values.get("agencies", []))
    criteria = [_criterion(reader, row, place) for place, row in enumerate(values["criteria"])]
    if head is None or reader.problems:
        return None
    kept = {name: value for name, value in head.items() if name not in {"format", "version"}}
    return SetDraft(**kept | {"agencies": tuple(agencies), "criteria": tuple(criteria)})


def _agencies(reader: TypedReader, rows: Any) -> list[Agency]:
    if not isinstance(rows, list):
        reader.fault(("agencies",), words.wants("list"))
        return []
    found = []
    for place, row in enumerate(rows):
        fields = reader.fields(_AGENCY, row, ("agencies", place))
        if fields is None:
            continue
        name = clean(fields["name"])
        if not name:
            reader.fault(("agencies", place, "name"), words.blank())
        found.append(Agency(**{**fields, "id": name, "name": name}))
    return found


def _criterion(reader: TypedReader, row: Any, place: int) -> Any:
    path = ("criteria", place)
    found = reader.fields(_CRITERION, row, path)
    if found is None:
        return FAULTY
    texts = {name: clean(found[name]) for name in ("code", "name")}
    for name, text in texts.items():
        if not text:
            reader.fault((*path, name), words.blank())
    maximum, rounding = found.get("maximum"), found.get("rounding", Rounding())
    if maximum is not None and maximum < ZERO:
        reader.fault((*path, "maximum"), words.negative())
    if not 0 <= rounding.places <= _MOST_PLACES:
        reader.fault((*path, "rounding", "places"), words.places_outside(_MOST_PLACES))
    agencies = tuple(clean(name) for name in found.get("agencies", ()))
    for number, name in enumerate(agencies):
        if not name:
            reader.fault((*path, "agencies", number), words.blank())
    own = {
        "id": texts["code"],
        "assessment": "",
        "order": "",
        "parent": clean(found.get("parent", "")),
        "agencies": agencies,
    }
    return Criterion(**{**found, **texts, **own})


def _with_lines(text: str, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    found = list(problems)
    if not found:
        return ()
    lines = lines_of(text, {problem.path for problem in found})
    placed = [replace(problem, line=lines[problem.path]) for problem in found]
    return tuple(sorted(placed, key=lambda problem: problem.line))


def _row(node: Criterion, *, is_branch: bool) -> dict[str, Any]:
    left_out = {"id", "assessment", "order", "parent", "code"}
    if node.rounding == Rounding():
        left_out.add("rounding")
    if is_branch and node.rule == Manual():
        left_out.add("rule")
    head = {"code": node.code} | ({"parent": node.parent} if node.parent else {})
    return {**head, **_without(record_to_json(node), *left_out)}


def _without(fields: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name not in names}
