"""What the page does off the window's thread: inspecting, repairing, purging."""

from collections.abc import Sequence
from pathlib import Path
from queue import SimpleQueue

from cchc_desktop.domain.integrity import Inspected
from cchc_desktop.progress import Progress
from cchc_desktop.store import Store, Vault

Outcome = Inspected | tuple[str, ...]


def inspect_all(
    store: Store, sha256s: Sequence[str], outcomes: "SimpleQueue[Outcome]", progress: Progress
) -> None:
    """Look at every content, then at the file itself; each outcome is told at once.

    Args:
        store: the dossier.
        sha256s: contents that documents name.
        outcomes: gets each content, and at the end the faults of the file.
        progress: told contents.
    """
    for found in store.vault.inspect(sha256s, progress):
        outcomes.put(found)
    outcomes.put(tuple(store.faults()))
    progress.step(len(sha256s), len(sha256s))


def repair(vault: Vault, sha256: str, path: Path | None, progress: Progress) -> Inspected:
    """Mend a content and look at it again.

    Raises:
        CchcError: the file is another one, or there is no room.
    """
    vault.repair(sha256, path, progress)
    return next(iter(vault.inspect([sha256], Progress())))


def repair_all(
    vault: Vault, sha256s: Sequence[str], outcomes: "SimpleQueue[Outcome]", progress: Progress
) -> None:
    """Mend all contents that the backup folder has.

    Raises:
        CchcError: there is no room.
    """
    for done, sha256 in enumerate(sha256s):
        progress.step(done, len(sha256s))
        outcomes.put(repair(vault, sha256, None, Progress()))
    progress.step(len(sha256s), len(sha256s))
