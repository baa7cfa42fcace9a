"""What the page does off the window's thread: inspecting, repairing, purging."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from queue import SimpleQueue

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.integrity import Inspected
from cchc_desktop.exchange.originals import give_back
from cchc_desktop.progress import Progress
from cchc_desktop.store import Store, Vault
from cchc_desktop.wording.integrity import no_original, which_originals

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


def repair(vault: Vault, sha256: str, progress: Progress) -> Inspected:
    """Mend a content from the backup folder and look at it again.

    Raises:
        CchcError: there is no room, or no such backup.
    """
    vault.repair(sha256, None, progress)
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
        outcomes.put(repair(vault, sha256, Progress()))
    progress.step(len(sha256s), len(sha256s))


def take_originals(
    vault: Vault,
    wanted: Mapping[str, int],
    paths: Sequence[Path],
    outcomes: "SimpleQueue[Outcome]",
    progress: Progress,
) -> int:
    """Mend contents from files and folders that are given; return how many.

    Raises:
        CchcError: none of them is an original, or there is no room.
    """
    taken = 0
    for found in give_back(vault, wanted, paths, progress):
        outcomes.put(found)
        taken += 1
    if not taken:
        raise CchcError(no_original([path.name for path in paths]), which_originals())
    return taken
