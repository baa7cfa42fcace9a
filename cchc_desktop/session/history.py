"""The journal of one criterion in plain words: who, when, what, old and new."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from cchc_desktop.domain.appraisal import assigned_to
from cchc_desktop.domain.changes import WHOLE, Change
from cchc_desktop.domain.errors import CchcError, readable
from cchc_desktop.domain.fields import Json
from cchc_desktop.domain.rules.levels import Levels
from cchc_desktop.domain.sitting_rows import items_at
from cchc_desktop.domain.state import State
from cchc_desktop.records import record
from cchc_desktop.store import Store
from cchc_desktop.wording import history as words
from cchc_desktop.wording.dossier import method_name
from cchc_desktop.wording.effects import name_of
from cchc_desktop.wording.numerals import shown, shown_date, shown_time
from cchc_desktop.wording.rounds import CAUSES
from cchc_desktop.wording.sittings import ruling_name

Names = Mapping[str, str]
_MOST_LINES = 200
_WHOLE = frozenset({"rule", "rounding"})
_SILENT = frozenset({"order", "id", "sheet", "criterion", "round", "assessment", "kind"})


@record
class HistoryEntry:
    """One step that touched a criterion."""

    when: str
    who: str
    title: str
    details: tuple[str, ...]


def history_of(store: Store, state: State, sheet: str, criterion: str) -> tuple[HistoryEntry, ...]:
    """Return the newest steps that touched a criterion, newest first.

    Args:
        store: the open dossier, whose journal is read.
        state: the state, for names.
        sheet: id of the sheet.
        criterion: id of the criterion.
    """
    touch, names = _Touch(state, sheet, criterion), _names(state, criterion)
    found = []
    for line in store.lines(_MOST_LINES):
        try:
            with readable():
                mine = touch.of(store.changes_of(line.hash).changes)
                details = tuple(text for change in mine for text in _words(names, change))
        except CchcError:  # the check of the dossier names the line
            continue
        if mine:
            member = state.members.get(line.actor)
            when = f"{shown_time(line.at)} {shown_date(line.at.date())}"
            who = member.name if member else line.actor or words.NOBODY
            title = line.title[:1].upper() + line.title[1:]
            found.append(HistoryEntry(when, who, title, details))
    return tuple(found)


def _names(state: State, criterion: str) -> Names:
    """Names of agencies, labels of levels, letters or labels of figures, by their keys."""
    found = {agency.id: agency.name for agency in state.agencies.values()}
    found |= {member.id: member.name for member in state.rows["council_member"].values()}
    node = state.criteria.get(criterion)
    if node is not None:
        for spec in node.rule.figures():
            found[spec.key] = spec.label if spec.is_toggle else spec.letter or spec.label
        levels = node.rule.levels if isinstance(node.rule, Levels) else ()
        found |= {level.key: level.label for level in levels}
    return found


class _Touch:
    """Which changes touch a criterion; keys of losses and links are learnt on the way."""

    def __init__(self, state: State, sheet: str, criterion: str) -> None:
        self._sheet, self._criterion = sheet, criterion
        records = state.cell(sheet).records
        self._keys = {
            (table, key)
            for table in ("deduction", "link", "published")
            for key, record in records[table].items()
            if record.criterion == criterion
        }
        self._keys |= {("assignment", each.id) for each in assigned_to(state, (criterion,))}
        items = items_at(state, criteria=(criterion,))
        self._keys |= {("sitting_item", each.id) for each in items if each.sheet == sheet}

    def of(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        return tuple(change for change in changes if self._touches(change))

    def _touches(self, change: Change) -> bool:
        if change.table == "criterion":
            return change.key == self._criterion
        if change.table == "mark":
            return change.key.startswith(f"{self._sheet}/{self._criterion}/")
        for value in (change.old, change.new):
            if change.field == WHOLE and isinstance(value, dict):
                is_here = value.get("criterion") == self._criterion
                if is_here and value.get("sheet", self._sheet) == self._sheet:
                    self._keys.add((change.table, change.key))
        return (change.table, change.key) in self._keys


def _words(names: Names, change: Change) -> tuple[str, ...]:
    if change.table == "sitting_item":
        return _sitting_words(change)
    if change.field != WHOLE:
        return (_field(names, change.field, change.old, change.new),)
    if change.table in {"published", "criterion", "link"}:
        return (words.record_moved(change.table, is_new=change.old is None),)
    old = change.old if isinstance(change.old, dict) else {}
    new = change.new if isinstance(change.new, dict) else {}
    if change.table == "assignment":
        by = str((new or old).get("member") or (new or old).get("agency", ""))
        return (words.appraiser_moved(names.get(by, ""), is_new=bool(new)),)
    fields = [name for name in (*old, *new) if name not in _SILENT and words.has_name(name)]
    return tuple(
        _field(names, name, old.get(name), new.get(name)) for name in dict.fromkeys(fields)
    )


def _sitting_words(change: Change) -> tuple[str, ...]:
    """Say what a sitting did with the criterion; its points are said by the mark."""
    if change.field == WHOLE:
        return (words.sitting_moved(is_new=change.old is None),)
    if change.field == "ruling":
        old, new = (ruling_name(str(value or ""), "") for value in (change.old, change.new))
        return (words.field_changed(change.field, old, new),)
    if change.field not in {"proposed", "note"}:
        return ()
    old, new = (_number(str(value)) if value else words.EMPTY for value in (change.old, change.new))
    return (words.field_changed(f"sitting_{change.field}", old, new),)


def _field(names: Names, name: str, old: Json, new: Json) -> str:
    if name in _WHOLE:
        return words.whole_changed(name)
    return words.field_changed(name, _value(names, name, old), _value(names, name, new))


def _value(names: Names, name: str, value: Json) -> str:
    if isinstance(value, bool) or name in {"not_applicable", "explanation_requested"}:
        return words.YES if value else words.NO
    if name == "effect":
        return name_of(str(value or ""))
    if value is None or value in ("", [], {}):
        return words.EMPTY
    if isinstance(value, list):
        return ", ".join(names.get(str(each), str(each)) for each in value)
    return _figures(names, value) if isinstance(value, dict) else _plain(names, name, str(value))


def _plain(names: Names, name: str, text: str) -> str:
    if name == "method":
        return method_name(text).lower()
    if name == "cause":
        return CAUSES[text]
    if name == "due":
        return shown_date(date.fromisoformat(text))
    if name == "choice":
        return names.get(text, text)
    return _number(text) if name in {"points", "lost", "amount", "maximum"} else text


def _figures(names: Names, value: Mapping[str, Json]) -> str:
    figures = [(key, each) for key, each in value.items() if isinstance(each, dict)]
    return "; ".join(
        f"{names.get(key, '')} {_number(str(each.get('value', '')))}".strip()
        for key, each in figures
    )


def _number(text: str) -> str:
    try:
        return shown(Decimal(text))
    except InvalidOperation:
        return text
