"""The start: our first paint, and the sample dossier usable, against a bare QMainWindow."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bench.dossiers import make_sample
from bench.samples import Row, Samples, ratio_row

_Start = tuple[
    float, float, float
]  # milliseconds by the clock, of the processor; to the last paint

_REPETITIONS = 15
_MOST_START, _MOST_SAMPLE = 1.6, 3.0
_LIMIT = 60.0
_NOT_FROZEN = {"PYTHONDONTWRITEBYTECODE", "PYTHONOPTIMIZE"}
_FLOOR = "process start to the first paint of an empty QMainWindow"


def rows(folder: Path) -> Iterator[Row]:
    """Yield both rows.

    Args:
        folder: where temporary files may lie.
    """
    dossier = folder / "sample.cchc"
    make_sample(dossier)
    kinds = {"bare": ["bare"], "window": ["window"], "dossier": ["dossier", str(dossier)]}
    for words in kinds.values():
        _start(words, folder)  # the files come into the system's cache, the bytecode to its place
    taken: dict[str, list[_Start]] = {kind: [] for kind in kinds}
    for _ in range(_REPETITIONS):
        for kind, words in kinds.items():
            taken[kind].append(_start(words, folder))
    yield _row("first paint of the start screen", taken["window"], taken["bare"], _MOST_START)
    name = "sample dossier usable, tree painted"
    row = _row(name, taken["dossier"], taken["bare"], _MOST_SAMPLE)
    whole = Samples(tuple(last for _, _, last in taken["dossier"])).median
    yield replace(
        row, note=f"{row.note}; head bar, form and evidence beside it after {whole:.0f} ms"
    )


def _row(name: str, ours: list[_Start], bare: list[_Start], most: float) -> Row:
    """Return a row by the clock; its note says the same by processor time, steadier under load."""
    measured, wall_floor = (Samples(tuple(wall for wall, _, _ in kind)) for kind in (ours, bare))
    busy, floor = (Samples(tuple(used for _, used, _ in kind)).median for kind in (ours, bare))
    note = f"processor time {busy:.0f} ms against {floor:.0f} ms, ratio {busy / floor:.2f}"
    return ratio_row(name, (measured, wall_floor), _FLOOR, most, note)


def _start(words: list[str], home: Path) -> _Start:
    """Return the milliseconds from the start of a process to its first paint."""
    kept = {key: value for key, value in os.environ.items() if key not in _NOT_FROZEN}
    surroundings = kept | {
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
        "PYTHONPYCACHEPREFIX": str(home / "bytecode"),  # all of it compiled once, as when frozen
    }
    before = time.monotonic_ns()
    done = subprocess.run(  # noqa: S603  # our own words
        [sys.executable, "-m", "bench.start_child", *words],
        env=surroundings, capture_output=True, text=True, timeout=_LIMIT, check=False,
    )  # fmt: skip
    if done.returncode or not done.stdout.strip():
        raise RuntimeError(f"{words[0]} did not start: {done.stderr}")
    told = done.stdout.split()
    painted, used, last = int(told[0]), int(told[1]), int(told[-2])
    return (painted - before) / 1e6, used / 1e6, (last - before) / 1e6
