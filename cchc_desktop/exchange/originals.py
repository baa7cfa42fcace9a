"""Files that people still have, given back for damaged contents: known by size and hash."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from cchc_desktop.domain.integrity import Inspected
from cchc_desktop.progress import Progress
from cchc_desktop.store import Vault

_PIECE = 1024 * 1024


def give_back(
    vault: Vault, wanted: Mapping[str, int], paths: Iterable[Path], progress: Progress
) -> Iterator[Inspected]:
    """Put files in the place of the damaged contents that they were; may run in a thread.

    What is none of them is passed by; nothing that is given is changed.

    Args:
        vault: where the contents stand.
        wanted: hash and size of what is damaged or missing.
        paths: files and folders.
        progress: told contents.

    Yields:
        Each content that is mended, looked at again.

    Raises:
        CchcError: there is no room.
        CancelledError: the user stopped the work; what was mended stays so.
    """
    left = dict(wanted)
    for path in _files(paths, progress):
        done = len(wanted) - len(left)
        progress.step(done, len(wanted))
        sha256 = _hash_of(path, frozenset(left.values()), progress, (done, len(wanted)))
        if sha256 in left:
            vault.repair(sha256, path, Progress())
            del left[sha256]
            yield next(iter(vault.inspect([sha256], Progress())))
        if not left:
            return


def _files(paths: Iterable[Path], progress: Progress) -> Iterator[Path]:
    """Yield the files, folders replaced by all files in them; links to folders are not followed."""
    for path in paths:
        if path.is_dir():
            for place, _, names in os.walk(path):
                progress.step(0, 0)
                yield from (Path(place) / name for name in sorted(names))
        else:
            yield path


def _hash_of(
    path: Path, sizes: frozenset[int], progress: Progress, reached: tuple[int, int]
) -> str:
    """Return the hash of a file of one of the sizes, "" for all others."""
    digest = hashlib.sha256()
    with suppress(OSError):
        if not path.is_file() or path.stat().st_size not in sizes:
            return ""
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
                progress.step(*reached)
        return digest.hexdigest()
    return ""
