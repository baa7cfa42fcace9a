"""Opening: a dossier with 1 GB of evidence against the same one without any."""

import os
from collections.abc import Iterator
from pathlib import Path

from bench.dossiers import make_sample, open_session
from bench.samples import Row, Samples, milliseconds, ratio_row
from cchc_desktop.clock import now
from cchc_desktop.commands.evidence import AttachDocument, Content
from cchc_desktop.progress import Progress

_FILES, _FILE_MIB = 8, 128
_MIB = 1024 * 1024
_REPETITIONS, _WARM = 40, 3
_MOST = 1.2


def rows(folder: Path) -> Iterator[Row]:
    """Yield the row.

    Args:
        folder: where temporary files may lie.
    """
    empty, full = folder / "empty.cchc", folder / "full.cchc"
    make_sample(empty)
    make_sample(full)
    _attach(full, folder / "scan.bin")
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(_WARM + _REPETITIONS):
        for path, found in zip((full, empty), taken, strict=True):
            found.append(_opening(path))
    size = full.stat().st_size / 2**30
    measured, floor = (Samples(tuple(found[_WARM:])) for found in taken)
    yield ratio_row(
        "opening with 1 GB of evidence", (measured, floor), "the same dossier without evidence",
        _MOST, f"the file holds {size:.2f} GiB",
    )  # fmt: skip


def _attach(dossier: Path, scan: Path) -> None:
    session = open_session(dossier)
    sheet = next(iter(session.state.sheets))
    leaves = session.state.tree_of_sheet(sheet).leaves
    for leaf in leaves[:_FILES]:
        random_file(scan, _FILE_MIB)
        staged = session.store.vault.stage(scan, Progress())
        session.run(
            AttachDocument(sheet, leaf.id, Content(scan.name, staged.sha256, staged.size), now())
        )
    scan.unlink()
    session.close()


def random_file(path: Path, mebibytes: int) -> None:
    """Write a file of bytes that no two files share."""
    with path.open("wb") as file:
        for _ in range(mebibytes):
            file.write(os.urandom(_MIB))


def _opening(path: Path) -> float:
    """Return what one opening takes, until the scores can be asked for."""
    sessions = []
    taken = milliseconds(lambda: sessions.append(open_session(path)))
    sessions[0].close()
    return taken
