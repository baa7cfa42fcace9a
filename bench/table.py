"""The table on the screen and the same figures as JSON."""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.samples import Row, Samples

_HEAD = ("what", "median ms", "p95", "min..max", "floor ms", "min..max", "value", "goal", "")
_WIDTHS = (46, 10, 9, 17, 10, 17, 7, 15, 4)


def head() -> str:
    """Return the first line of the table, and how busy the machine is."""
    return f"{busy_words()}\n{_line(_HEAD)}\n{'-' * len(_line(_HEAD))}"


def line(row: Row) -> str:
    """Return a row as a line, its notes below it."""
    cells = (
        row.name, _ms(row.measured.median), _ms(row.measured.p95), _span(row.measured),
        _ms(row.floor.median), _span(row.floor), f"{row.value:.2f}", row.goal or "-",
        "ok" if row.is_met else "MISS",
    )  # fmt: skip
    notes = [f"floor: {row.floor_name}", row.note]
    if row.floor.is_noisy:
        notes.append("noisy: the floor itself varies by more than half, measure again at rest")
    below = "".join(f"\n    {note}" for note in notes if note)
    return f"{_line(cells)}{below}"


def write(rows: Sequence[Row], path: Path) -> None:
    """Write all rows as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    found = {"load": _load(), "cores": os.cpu_count(), "rows": [_record(row) for row in rows]}
    path.write_text(json.dumps(found, indent=1, sort_keys=True), encoding="utf-8")


def busy_words() -> str:
    """Say how busy the machine is before the first measurement."""
    load, cores = _load(), os.cpu_count() or 1
    if load is None:
        return f"{cores} cores"
    is_busy = load > cores / 2
    return f"{cores} cores, load {load:.1f}{': BUSY, the figures are too high' if is_busy else ''}"


def _record(row: Row) -> Mapping[str, Any]:
    return {
        "name": row.name,
        "measured": _samples(row.measured),
        "floor": _samples(row.floor) | {"name": row.floor_name},
        "value": round(row.value, 4),
        "goal": row.goal,
        "is_met": row.is_met,
        "note": row.note,
    }


def _samples(samples: Samples) -> dict[str, Any]:
    return {
        "median_ms": round(samples.median, 4),
        "p95_ms": round(samples.p95, 4),
        "min_ms": round(min(samples.values), 4),
        "max_ms": round(max(samples.values), 4),
        "count": len(samples.values),
        "is_noisy": samples.is_noisy,
    }


def _line(cells: Iterable[str]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, _WIDTHS, strict=True))
    return " ".join(padded).rstrip()


def _span(samples: Samples) -> str:
    return f"{_ms(min(samples.values))}..{_ms(max(samples.values))}"


def _ms(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.2f}"


def _load() -> float | None:
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else None
