"""What an inspection of the dossier found so far, and its lines, the worst first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from cchc_desktop.domain.integrity import (
    Condition,
    ContentUse,
    Inspected,
    codes_of,
    content_uses,
    left_without,
)
from cchc_desktop.domain.state import State
from ui.shared.list_table import Cell, Head, Line

HEADS = (
    Head("Kết quả", 104), Head("Tệp"), Head("Dùng cho", 128), Head("SHA-256 ghi, đọc", 176),
    Head("Cách sửa", 168),
)  # fmt: skip
_MOST_CODES = 3


class Show(StrEnum):
    """Which lines show; the words are those of the chips."""

    ALL = "Đã xem"
    DAMAGED = "Hỏng"
    MISSING = "Mất"
    UNLINKED = "Chưa gắn"
    WHOLE = "Nguyên vẹn"


_LOOKS: Mapping[Show, tuple[str, str]] = {
    Show.DAMAGED: ("hỏng", "losttext"),
    Show.MISSING: ("mất", "losttext"),
    Show.UNLINKED: ("chưa gắn", "opentext"),
    Show.WHOLE: ("khớp", "oktext"),
}
_ORDER = tuple(_LOOKS)


@dataclass(slots=True)
class Findings:
    """Contents by hash with what was found of each, and faults of the file itself.

    Args:
        found: contents that were inspected.
        faults: of structure, journal and totals; None until they were looked at.
    """

    found: dict[str, Inspected] = field(default_factory=dict)
    faults: tuple[str, ...] | None = None
    uses: tuple[ContentUse, ...] = ()
    by_key: dict[str, ContentUse] = field(default_factory=dict)

    def look(self, state: State) -> None:
        """Take documents and links as they stand."""
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

    def without_ground(self) -> int:
        """Return how many criteria have no readable document left."""
        return len(left_without(self.uses, self.found))

    def lines(self, state: State, show: Show) -> list[Line]:
        """Return the lines of one kind or of all, the worst first, under their heads."""
        by_kind: dict[Show, list[Line]] = {kind: [] for kind in _ORDER}
        for key, use in self.by_key.items():
            kind = self.kind_of(use)
            if kind is not None and show in (Show.ALL, kind):
                by_kind[kind].append(self._line(state, key, use, kind))
        wrong = [line for kind in _ORDER[:-1] for line in by_kind[kind]]
        lines = [_head("wrong", "Cần xử lý", self._wrong_words(len(wrong)))] if wrong else []
        whole = by_kind[Show.WHOLE]
        lines += wrong
        if whole:
            lines.append(_head("whole", "Nguyên vẹn", f"{len(whole)} tệp, mã băm khớp"))
        return lines + whole

    def _wrong_words(self, count: int) -> str:
        lost = self.without_ground()
        tail = f", {lost} tiêu chí không còn tài liệu đọc được" if lost else ""
        return f"{count} tệp{tail}"

    def _line(self, state: State, key: str, use: ContentUse, kind: Show) -> Line:
        words, tone = _LOOKS[kind]
        seen = self.found[use.sha256]
        name = use.document.title if use.name == use.document.name else use.name
        mend, mend_tone = _mending(kind, seen)
        weight = 400 if kind is Show.WHOLE else 500
        return Line(
            key,
            (
                Cell(words, tone, 500), Cell(name, "text", weight),
                Cell(shown_codes(state, use), "accent", 500),
                Cell(shown_hashes(kind, seen), "text2"), Cell(mend, mend_tone),
            ),
        )  # fmt: skip


def shown_codes(state: State, use: ContentUse) -> str:
    """Return the codes of the criteria that use a content: "7.3, 8.1.1", or a dash."""
    codes = codes_of(state, use.links)
    more = f" +{len(codes) - _MOST_CODES}" if len(codes) > _MOST_CODES else ""
    return ", ".join(codes[:_MOST_CODES]) + more or "–"


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


def _mending(kind: Show, seen: Inspected) -> tuple[str, str]:
    if kind is Show.UNLINKED:
        return "gắn hoặc bỏ vào thùng", "text2"
    if kind is Show.WHOLE:
        return "", "text2"
    return ("có trong bản lưu", "oktext") if seen.has_backup else ("cần tệp gốc", "opentext")


def _head(key: str, title: str, words: str) -> Line:
    cells = (Cell(title, "text", 600), Cell(words, "text2"), Cell(""), Cell(""), Cell(""))
    return Line(key, cells, 0)
