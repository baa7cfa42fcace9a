"""One edit: from the command to the repaint of the window, and its commit alone."""

import sqlite3
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from bench.dossiers import SHEET, make_large
from bench.samples import Row, Samples, milliseconds, ratio_row
from bench.windows import app_of, opened, settled
from cchc_desktop.commands.marks import Place, SetPoints
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.journal import JournalLine
from cchc_desktop.domain.marks import Round
from cchc_desktop.session import Session
from cchc_desktop.store import UnitTotal
from ui.marks.score_view import ScoreView

_SIZES = (300, 5000)
_EDITS, _WARM = 60, 5
_MOST_MS = 16.0
_REST_MS = 250
_WRITE = "write"


@dataclass
class _Taken:
    """What the edits of one dossier took."""

    edits: list[float] = field(default_factory=list)
    commits: list[float] = field(default_factory=list)
    rests: list[float] = field(default_factory=list)
    rows_written: int = 0


def rows(folder: Path) -> Iterator[Row]:
    """Yield two rows a size: the whole edit, its commit.

    Args:
        folder: where temporary files may lie.
    """
    app = app_of(folder)
    for size in _SIZES:
        path = folder / f"{size}.cchc"
        make_large(path, size)
        taken = _edited(app, folder, path)
        floor = _bare_commits(folder / f"bare-{size}.db", taken.rows_written)
        yield _edit_row(size, taken, floor)
        words = f"bare sqlite3, WAL and FULL, {taken.rows_written} rows a commit"
        commits = Samples(tuple(taken.commits))
        yield ratio_row(f"its commit at {size} criteria", (commits, floor), words, None)


def _edit_row(size: int, taken: _Taken, floor: Samples) -> Row:
    edits = Samples(tuple(taken.edits))
    rest = Samples(tuple(taken.rests))
    note = (
        f"longest turn of the event loop while it rests: {rest.median:.1f} ms, p95 {rest.p95:.1f}"
    )
    return Row(
        f"one edit to repaint at {size} criteria", edits, floor, "its bare commit", edits.p95,
        f"p95 <= {_MOST_MS:g} ms", edits.p95 <= _MOST_MS, note,
    )  # fmt: skip


def _edited(app: QApplication, folder: Path, path: Path) -> _Taken:
    """Edit leaf after leaf in the window; every edit must reach the disk and the screen."""
    taken = _Taken()
    with opened(folder, path) as (window, found):
        desk, view = found.desk, window.findChild(ScoreView)
        if view is None:
            raise RuntimeError("the dossier did not open")
        view.expandAll()
        _watch_commits(desk.session, taken)
        leaves = [leaf.id for leaf in desk.tree.leaves]
        _rest(app)
        for number in range(_WARM + _EDITS):
            leaf = leaves[number * 7 % len(leaves)]
            desk.choose(leaf)
            _rest(app)
            points = Decimal(number + 1) / 1000  # never what stands there
            command = SetPoints(Place(SHEET, leaf, Round.FIRST), points)
            taken.edits.append(settled(partial(desk.run, command)))
            taken.rests.append(_rest(app))
    for each in (taken.edits, taken.commits, taken.rests):
        del each[:_WARM]
    return taken


def _rest(app: QApplication) -> float:
    """Let timers run out as between two edits; return the longest turn of the event loop."""
    longest, end = 0.0, time.perf_counter() + _REST_MS / 1000
    while time.perf_counter() < end:
        longest = max(longest, milliseconds(app.processEvents))
        time.sleep(0.001)
    return longest


def _watch_commits(session: Session, taken: _Taken) -> None:
    """Time the store's part of every change."""
    write = session.store.write

    def timed(changes: ChangeSet, line: JournalLine, totals: Sequence[UnitTotal]) -> None:
        taken.commits.append(milliseconds(lambda: write(changes, line, totals)))
        taken.rows_written = 2 * len(changes.changes) + 2 + len(totals)

    setattr(session.store, _WRITE, timed)


def _bare_commits(path: Path, count: int) -> Samples:
    """Return what commits of as many rows cost without anything of ours."""
    conn = sqlite3.connect(path, isolation_level=None)
    conn.executescript(
        "PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
        "CREATE TABLE kept (key TEXT PRIMARY KEY, value TEXT)"
    )
    written = [(f"key {n}", "0.25") for n in range(count)]

    def commit() -> None:
        conn.execute("BEGIN IMMEDIATE")
        conn.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", written)
        conn.execute("COMMIT")

    taken = [milliseconds(commit) for _ in range(_WARM + 3 * _EDITS)]
    conn.close()
    return Samples(tuple(taken[_WARM:]))
