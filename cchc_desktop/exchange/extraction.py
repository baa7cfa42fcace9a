"""Reading the text of a dossier's documents: one content after the other, in a child process."""

import tempfile
from collections.abc import Iterable
from pathlib import Path

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.state import State
from cchc_desktop.domain.texts import ExtractedText, TextFault
from cchc_desktop.exchange.text_child import TextChild
from cchc_desktop.progress import Progress
from cchc_desktop.session import Session
from cchc_desktop.store import Vault
from cchc_desktop.wording import evidence as words


def contents_of(state: State) -> list[str]:
    """Return the hashes of all contents that count, in the order they came."""
    documents = [each for each in state.documents.values() if not each.is_binned]
    kept = {document.id for document in documents}
    files = (each for each in state.rows["document_file"].values() if each.document in kept)
    return list(dict.fromkeys(each.sha256 for each in (*documents, *files)))


def read_content(vault: Vault, sha256: str, child: TextChild) -> ExtractedText:
    """Return the text of one content; waits, so the window calls it in a thread.

    Args:
        vault: the dossier's contents.
        sha256: hash of the content.
        child: who reads.

    Raises:
        CchcError: there is no room for a copy, or nobody to read it.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="cchc-") as folder:
            return _read_copy(vault, sha256, Path(folder) / "content", child)
    except OSError as error:
        raise no_temporary_room() from error


def no_temporary_room() -> CchcError:
    """Return the refusal where no copy for a reader can be made."""
    return CchcError(words.no_temporary_room(), words.free_temporary_room())


def _read_copy(vault: Vault, sha256: str, copy: Path, child: TextChild) -> ExtractedText:
    try:
        vault.save_copy(sha256, copy)
    except CchcError as error:
        if is_whole(vault, sha256):
            raise no_temporary_room() from error
        return ExtractedText(fault=TextFault.DAMAGED)
    return child.ask(copy)


def is_whole(vault: Vault, sha256: str) -> bool:
    """Return whether a content can be read to its end."""
    try:
        for _ in vault.chunks(sha256):
            pass
    except CchcError:
        return False
    return True


def read_missing(session: Session, progress: Progress, only: Iterable[str] = ()) -> int:
    """Read every content that nobody has read yet; return how many were read.

    Args:
        session: the open dossier; one that is read-only reads nothing.
        progress: told after each content.
        only: hashes to read, all of the dossier where none are given.

    Raises:
        CancelledError: the user stopped the work; what was read stays.
        CchcError: the disk refuses.
    """
    if session.store.is_read_only:
        return 0
    texts = session.store.texts
    waiting = texts.missing(only or contents_of(session.state))
    child = TextChild()
    try:
        for done, sha256 in enumerate(waiting):
            progress.step(done, len(waiting))
            texts.keep(sha256, read_content(session.store.vault, sha256, child))
        progress.step(len(waiting), len(waiting))
    finally:
        child.stop()
    return len(waiting)
