"""Attaching 500 MB, against reading, hashing and writing the same bytes to a plain file."""

import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.dossiers import make_sample, open_session
from bench.opening import random_file
from bench.samples import Row, Samples, milliseconds
from cchc_desktop.progress import Progress

_MIB = 1024 * 1024
_SIZE_MIB = 500
_REPETITIONS = 5
_LEAST_THROUGHPUT = 0.25
_MOST_WAL, _MOST_GROWTH = 32 * _MIB, 32 * _MIB


class Watch:
    """The largest log and the largest memory seen while content is staged."""

    def __init__(self, dossier: Path) -> None:
        self._wal = dossier.with_name(f"{dossier.name}-wal")
        self._before = _memory()
        self.wal = 0
        self.growth = 0

    def look(self, *_: int) -> None:
        """Look once; called after each transaction."""
        if self._wal.exists():
            self.wal = max(self.wal, self._wal.stat().st_size)
        self.growth = max(self.growth, _memory() - self._before)


def rows(folder: Path) -> Iterator[Row]:
    """Yield the rows: throughput, log and memory.

    Args:
        folder: where temporary files may lie.
    """
    scan = folder / "scan.bin"
    random_file(scan, _SIZE_MIB)
    ours, bare, watches = [], [], []
    for number in range(_REPETITIONS):
        bare.append(milliseconds(lambda: copy_file(scan, folder / "copy.bin")))
        (folder / "copy.bin").unlink()
        taken, watch = _attached(scan, folder / f"{number}.cchc")
        ours.append(taken)
        watches.append(watch)
    scan.unlink()
    measured, floor = Samples(tuple(ours)), Samples(tuple(bare))
    wal = max(watch.wal for watch in watches)
    growth = max(watch.growth for watch in watches)
    share = floor.median / measured.median
    is_met = share >= _LEAST_THROUGHPUT and wal <= _MOST_WAL and growth <= _MOST_GROWTH
    speed = _SIZE_MIB / (measured.median / 1000)
    yield Row(
        "attaching 500 MB", measured, floor, "read + sha256 + write + fsync of a plain file", share,
        f"share >= {_LEAST_THROUGHPUT}", is_met,
        f"{speed:.0f} MiB/s, log at most {wal / _MIB:.1f} MiB (goal 32),"
        f" memory grew by at most {growth / _MIB:.1f} MiB (goal 32)",
    )  # fmt: skip


def _attached(scan: Path, dossier: Path) -> tuple[float, Watch]:
    make_sample(dossier)
    session = open_session(dossier)
    watch = Watch(dossier)
    taken = milliseconds(lambda: session.store.vault.stage(scan, Progress(watch.look)))
    session.close()
    dossier.unlink()
    return taken, watch


def copy_file(source: Path, target: Path) -> None:
    """Read, hash, write and fsync a plain file: what attaching cannot do without."""
    digest = hashlib.sha256()
    with source.open("rb") as read, target.open("wb") as written:
        while data := read.read(_MIB):
            digest.update(data)
            written.write(data)
        written.flush()
        os.fsync(written.fileno())


def _memory() -> int:
    """Return the resident memory in bytes; 0 where the system does not tell simply."""
    if sys.platform != "linux":
        return 0
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
