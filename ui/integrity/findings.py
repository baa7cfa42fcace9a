"""What an inspection of the dossier found so far, and its lines, the worst first."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

from cchc_desktop.domain.integrity import (
    Condition,
    ContentUse,
    Inspected,
    codes_of,
    content_uses,
    left_without,
)
from cchc_desktop.domain.points import ZERO
from cchc_desktop.domain.state import State
from cchc_desktop.wording.integrity import mending
from cchc_desktop.wording.numerals import shown
from ui.shared.list_table import Cell, Head, Line

HEADS = (
    Head("Kết quả", 104), Head("Tệp"), Head("Dùng cho", 128), Head("SHA-256 ghi, đọc", 176),
    Head("Cách sửa", 168),
)  # fmt: skip


class Show(StrEnum):
    """Which lines show; the words are those of the chips."""

    ALL = "Đã xem"
    DAMAGED = "Hỏng"
    MISSING = "Mất"
    UNLINKED = "Chưa gắn"
    WHOLE = "Nguyên vẹn"


LOOKS: Mapping[Show, tuple[str, str, str]] = {
    Show.DAMAGED: ("hỏng", "broken", "losttext"),
    Show.MISSING: ("mất", "gone", "losttext"),
    Show.UNLINKED: ("chưa gắn", "link", "opentext"),
    Show.WHOLE: ("khớp", "du", "oktext"),
}
"""Word, icon and colour role of each kind of line."""
_ORDER = tuple(LOOKS)


@dataclass(slots=True)
class Findings:
    """Contents by hash with what was found of each, and faults of the file itself.

    Args:
        found: contents that were inspected.
        began_at: when; None before the first look.
        faults: of structure, journal and totals; None until they were looked at.
        uses: every file of every document.
        by_key: the same by the keys of their lines.
        lost: sheet and criterion of those that have no whole document left, as last listed.
    """

    found: dict[str, Inspected] = field(default_factory=dict)
    began_at: datetime | None = None
    faults: tuple[str, ...] | None = None
    uses: tuple[ContentUse, ...] = ()
    by_key: dict[str, ContentUse] = field(default_factory=dict)
    lost: frozenset[tuple[str, str]] = frozenset()
    _state: State | None = None
    _lines: dict[str, tuple[Inspected, Line]] = field(default_factory=dict)

    def look(self, state: State) -> None:
        """Take documents and links as they stand; what did not change is not gathered again."""
        if state is self._state:
            return
        self._state, self._lines = state, {}
        self.uses = content_uses(state)
        self.by_key = {f"{use.document.id}/{use.sha256}": use for use in self.uses}

    def kind_of(self, use: ContentUse) -> Show | None:
        """Return how a content stands, None while nobody has inspected it."""
        seen = self.found.get(use.sha256)
        if seen is None:
            return None
        if seen.condition is Condition.DAMAGED:
            return Show.DAMAGED
        if seen.condition is Condition.MISSING:
            return Show.MISSING
        return Show.WHOLE if use.links else Show.UNLINKED

    def counts(self) -> Mapping[Show, int]:
        """Return how many there are of each kind."""
        kinds = [kind for use in self.uses if (kind := self.kind_of(use)) is not None]
        return {Show.ALL: len(kinds)} | {show: kinds.count(show) for show in _ORDER}

    def lines(self, state: State, show: Show) -> list[Line]:
        """Return the lines of one kind or of all, the worst first, under their heads."""
        by_kind: dict[Show, list[Line]] = {kind: [] for kind in _ORDER}
        for key, use in self.by_key.items():
            kind = self.kind_of(use)
            if kind is not None and show in (Show.ALL, kind):
                by_kind[kind].append(self._line(state, key, use, kind))
        wrong = [line for kind in _ORDER[:-1] for line in by_kind[kind]]
        self.lost = left_without(self.uses, self.found)
        told = self._wrong_words(state, len(wrong))
        lines = [_head("wrong", "Cần xử lý", told)] if wrong else []
        whole = by_kind[Show.WHOLE]
        lines += wrong
        if whole:
            lines.append(_head("whole", "Nguyên vẹn", f"{len(whole)} tệp, mã băm khớp"))
        return lines + whole

    def _wrong_words(self, state: State, count: int) -> str:
        points, lost = shown(_points(state, self.lost)), len(self.lost)
        return f"{count} tệp" + (f", {points} điểm ở {lost} tiêu chí mất chỗ dựa" if lost else "")

    def lost_by(self, state: State, use: ContentUse) -> Decimal:
        """Return the points that have no whole document left, of the criteria a content proves."""
        return _points(state, {(each.sheet, each.criterion) for each in use.links} & self.lost)

    def _line(self, state: State, key: str, use: ContentUse, kind: Show) -> Line:
        seen, known = self.found[use.sha256], self._lines.get(key)
        if known is None or known[0] is not seen:
            known = self._lines[key] = (seen, _made_line(state, key, (use, seen), kind))
        return known[1]


def _made_line(state: State, key: str, found: tuple[ContentUse, Inspected], kind: Show) -> Line:
    words, icon, tone = LOOKS[kind]
    use, seen = found
    name = use.document.title if use.name == use.document.name else use.name
    codes = ", ".join(codes_of(state, use.links))
    return Line(
        key,
        (
            Cell(words, tone, 500, icon=icon),
            Cell(name, weight=400 if kind is Show.WHOLE else 500, under=_why(kind, use, seen)),
            Cell(codes, is_codes=True) if codes else Cell("–", "text3"),
            Cell(shown_hashes(kind, seen), "text2"), _mending(kind, seen),
        ),
    )  # fmt: skip


def _points(state: State, places: AbstractSet[tuple[str, str]]) -> Decimal:
    maxima = (state.tree_of_sheet(sheet).maxima.get(node) for sheet, node in places)
    return sum((maximum for maximum in maxima if maximum is not None), ZERO)


def _why(kind: Show, use: ContentUse, seen: Inspected) -> str:
    """Say what is wrong with a content; nothing of one that is whole and used."""
    if kind is Show.DAMAGED:
        off = abs(seen.size - use.size)
        bytes_off = f"{off:,}".replace(",", ".")
        return f"khác {bytes_off} byte so với lúc thêm vào" if off else "cùng cỡ, khác nội dung"
    if kind is Show.MISSING:
        return "trong danh mục, không còn trong hồ sơ"
    return "không tiêu chí nào dùng" if kind is Show.UNLINKED else ""


def short(sha256: str) -> str:
    """Return a hash as people compare it: "9f3c…e1"."""
    return f"{sha256[:4]}…{sha256[-2:]}"


def shown_hashes(kind: Show, seen: Inspected) -> str:
    """Return what was written and what was read: "9f3c…e1 ≠ 02ab…7d"."""
    if kind is Show.DAMAGED:
        return f"{short(seen.sha256)} ≠ {short(seen.found) if seen.found else 'không đọc được'}"
    return f"{short(seen.sha256)}, không thấy" if kind is Show.MISSING else "khớp"


def damaged_hashes(uses: Iterable[ContentUse], found: Mapping[str, Inspected]) -> Sequence[str]:
    """Return the hashes that are used and not whole, each once."""
    bad = (u.sha256 for u in uses if u.sha256 in found and found[u.sha256].found != u.sha256)
    return tuple(dict.fromkeys(bad))


def _mending(kind: Show, seen: Inspected) -> Cell:
    if kind is Show.UNLINKED:
        return Cell("gắn hoặc bỏ vào thùng", "text2")
    if kind is Show.WHOLE:
        return Cell("", "text2")
    words = mending(has_backup=seen.has_backup)
    if seen.has_backup:
        return Cell(words, "oktext", icon="restore")
    return Cell(words, "opentext", icon="warn")


def _head(key: str, title: str, words: str) -> Line:
    cells = (Cell(title, "text", 600), Cell(words, "text2"), Cell(""), Cell(""), Cell(""))
    return Line(key, cells, 0)
