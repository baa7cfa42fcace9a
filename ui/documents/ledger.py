"""What the register shows: which documents, in which order, and how each cell reads."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any

from cchc_desktop.domain.register import Entry, Register, Standing
from cchc_desktop.domain.text import code_key, name_key
from cchc_desktop.domain.texts import TextFault
from cchc_desktop.wording import register as words
from cchc_desktop.wording.numerals import shown_date
from ui.documents.columns import Column
from ui.shared.desk import Desk

DASH = "–"
NOT_LINKED = "chưa gắn"


class Show(Enum):
    """Which documents show; the value is the chip's word."""

    ALL = "Tất cả"
    LACKING = "Thiếu mô tả"
    OUT_OF_YEAR = "Ngoài năm"
    UNLINKED = "Chưa gắn"
    DUPLICATE = "Trùng"
    UNREADABLE = "Hỏng"


_STANDING_OF: Mapping[Show, Standing] = {
    Show.LACKING: Standing.LACKING,
    Show.OUT_OF_YEAR: Standing.OUT_OF_YEAR,
    Show.UNLINKED: Standing.UNLINKED,
    Show.DUPLICATE: Standing.DUPLICATE,
    Show.UNREADABLE: Standing.UNREADABLE,
}


class Ledger:
    """The register of a desk; entries that did not change are not worked out again.

    Args:
        desk: what lies on the desk.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._register = Register()
        self._faults: Mapping[str, TextFault] = {}
        self.entries: Mapping[str, Entry] = {}
        self.counts: Mapping[Show, int] = {}
        self._standings: dict[str, tuple[Entry, tuple[Standing, ...]]] = {}

    @property
    def faults(self) -> Mapping[str, TextFault]:
        """Why contents gave no text, as it was read last."""
        return self._faults

    def look(self) -> bool:
        """Look at the dossier again; return whether any entry may be another one."""
        faults = self._desk.content_faults
        if faults != self._faults:
            self._faults = faults
        before = self.entries
        self.entries = self._register.of(self._desk.state, self._faults)
        if self.entries is before and self.counts:
            return False
        self._count()
        return True

    def keys(self, show: Show, order: tuple[Column, bool] | None) -> tuple[str, ...]:
        """Return the documents that show, in their order.

        Args:
            show: which ones.
            order: the column they are sorted by, and whether it falls; None for as they came.
        """
        wanted = _STANDING_OF.get(show)
        found = [key for key in self.entries if wanted is None or wanted in self._standings[key][1]]
        if order is not None:
            column, falls = order
            found.sort(key=lambda key: self._sort_key(column, self.entries[key]), reverse=falls)
        return tuple(found)

    def text(self, entry: Entry, column: Column) -> str:
        """Return what a cell says."""
        return _TEXTS[column](self, entry)

    def codes(self, entry: Entry) -> tuple[str, ...]:
        """Return the codes of the criteria it proves, those of the desk's sheet first."""
        state, sheet = self._desk.state, self._desk.sheet
        links = sorted(entry.links, key=lambda link: link.sheet != sheet)
        codes = []
        for link in links:
            node = state.criteria.get(link.criterion)
            if node is not None:
                codes.append(node.code)
        return tuple(dict.fromkeys(codes))

    def uses(self, entry: Entry) -> Sequence[str]:
        """Return where it is used, with the unit where it is not the desk's."""
        state, found = self._desk.state, []
        for link in entry.links:
            node, sheet = state.criteria.get(link.criterion), state.sheets.get(link.sheet)
            if node is None or sheet is None:
                continue
            unit = "" if link.sheet == self._desk.sheet else f" · {state.units[sheet.unit].name}"
            found.append(f"{node.code} {node.name}{unit}")
        return found

    def standing_words(self, entry: Entry) -> str:
        """Say how a document stands, once and at its worst."""
        if entry.standing is Standing.UNREADABLE:
            return words.unreadable(entry.fault.value, entry.broken_file)
        twin = self._desk.state.documents.get(entry.twin)
        name = twin.title if twin is not None else ""
        return words.standing(
            entry.standing.value, missing=entry.missing, years=entry.years, twin=name
        )

    def _count(self) -> None:
        known, found = self._standings, {}
        counts = dict.fromkeys(Show, 0)
        counts[Show.ALL] = len(self.entries)
        by_standing: dict[Standing, int] = {}
        for key, entry in self.entries.items():
            before = known.get(key)
            if before is None or before[0] is not entry:
                before = (entry, entry.standings)
            found[key] = before
            for standing in before[1]:
                by_standing[standing] = by_standing.get(standing, 0) + 1
        for show, standing in _STANDING_OF.items():
            counts[show] = by_standing.get(standing, 0)
        self._standings, self.counts = found, counts

    def _sort_key(self, column: Column, entry: Entry) -> tuple[Any, ...]:
        if column is Column.DAY:
            day = entry.document.issued_on
            return (day is None, day.toordinal() if day is not None else 0)
        if column is Column.USES:
            codes = self.codes(entry)
            return (not codes, code_key(codes[0]) if codes else ())
        if column is Column.STATE:
            return (list(Standing).index(entry.standing), entry.missing)
        text = self.text(entry, column)
        return (text == DASH, name_key(text))


def _day(_: Ledger, entry: Entry) -> str:
    issued = entry.document.issued_on
    return shown_date(issued) if issued is not None else DASH


def _uses(ledger: Ledger, entry: Entry) -> str:
    return ", ".join(ledger.codes(entry)) or NOT_LINKED


_TEXTS: Mapping[Column, Callable[[Ledger, Entry], str]] = {
    Column.ICON: lambda _, __: "",
    Column.NUMBER: lambda _, entry: entry.document.number or DASH,
    Column.DAY: _day,
    Column.ISSUER: lambda _, entry: entry.document.issuer or DASH,
    Column.SUBJECT: lambda _, entry: entry.document.subject or entry.document.name,
    Column.USES: _uses,
    Column.STATE: Ledger.standing_words,
}
