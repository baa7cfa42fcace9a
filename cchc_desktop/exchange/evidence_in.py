"""An exported register comes in: first everything is looked at, then contents are staged."""

import hashlib
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import safe_name
from cchc_desktop.domain.state import State
from cchc_desktop.domain.takeout import DocumentDraft, FileDraft, RegisterDraft, place_of
from cchc_desktop.exchange.json_text import MOST_MEGABYTES
from cchc_desktop.exchange.problems import Problem
from cchc_desktop.exchange.takeout_json import read_manifest, read_register
from cchc_desktop.exchange.takeout_paths import MANIFEST, REGISTER
from cchc_desktop.exchange.takeout_sources import RefusedError, Source, small_file, source_at
from cchc_desktop.progress import Progress
from cchc_desktop.records import record
from cchc_desktop.store import Vault
from cchc_desktop.wording import takeout as words
from cchc_desktop.wording.evidence import no_temporary_room

_MOST_REGISTER = MOST_MEGABYTES << 20
Content = DocumentDraft | FileDraft


@record
class CheckedRegister:
    """A register whose every file is there and is what it was.

    Args:
        draft: what can be taken.
        problems: what cannot, and what else is worth a look, by line of the register.
        lines: the line of each document, by its path.
    """

    draft: RegisterDraft
    problems: tuple[Problem, ...] = ()
    lines: tuple[tuple[str, int], ...] = ()


def check_register(place: Path, progress: Progress) -> CheckedRegister:
    """Look at every file of an exported register; nothing is written anywhere.

    Args:
        place: a folder or a zip file.
        progress: told bytes.

    Raises:
        CchcError: there is no register, or nothing of it can be read.
        CancelledError: the user stopped the work.
    """
    with source_at(place) as source:
        try:
            body = small_file(source, REGISTER, _MOST_REGISTER)
        except RefusedError as error:
            raise CchcError(words.unreadable(REGISTER), words.copy_again()) from error
        read = read_register(body)
        if read.draft is None:
            raise CchcError(words.unreadable(REGISTER), read.problems[0].words)
        problems = [*_manifest_problems(source, body), *read.problems]
        checker = _Checker(source, progress, read.draft)
        lines = dict(read.lines or {})
        documents = [checker.document(each) for each in read.draft.documents]
        for document, faults in documents:
            line = lines.get(document.path, 1)
            problems += [Problem((document.name,), fault, line=line) for fault in faults.values()]
        whole = tuple(
            _without(each, faults) for each, faults in documents if each.path not in faults
        )
    problems.sort(key=lambda problem: problem.line)
    return CheckedRegister(
        replace(read.draft, documents=whole), tuple(problems), tuple(lines.items())
    )


def unplaced(state: State, checked: CheckedRegister) -> tuple[Problem, ...]:
    """Return the links whose criterion a dossier does not have."""
    lines = dict(checked.lines)
    return tuple(
        Problem(
            (document.name,),
            words.no_criterion(link.code, link.unit, link.year),
            is_warning=True,
            line=lines.get(document.path, 1),
        )
        for document in checked.draft.documents
        for link in document.links
        if place_of(state, link) is None
    )


def stage_register(
    vault: Vault, place: Path, draft: RegisterDraft, progress: Progress
) -> tuple[RegisterDraft, tuple[str, ...]]:
    """Copy the contents of a checked register into the vault; may run in a thread.

    Args:
        vault: where contents go.
        place: the folder or zip file that was checked.
        draft: what is wanted of it.
        progress: told bytes.

    Returns:
        The documents whose contents stand in the vault now, and what was refused.

    Raises:
        CchcError: the place is gone.
        CancelledError: the user stopped the work.
    """
    total, done = _bytes(draft.documents), 0
    refused: list[str] = []
    staged: set[str] = set()
    found = []
    with source_at(place) as source, tempfile.TemporaryDirectory(prefix="cchc-") as folder:
        for document in draft.documents:
            faults: dict[str, str] = {}
            for content in document.contents:
                progress.step(done, total)
                if content.sha256 not in staged:
                    copy = Path(folder) / safe_name(content.name)  # what is refused is named
                    fault = _stage(vault, _copied(source, content, copy), content)
                    if fault:
                        faults[content.path] = fault
                        refused.append(fault)
                    else:
                        staged.add(content.sha256)
                done += int(content.size)
            if document.path not in faults:
                found.append(_without(document, faults))
    progress.step(done, total)
    return replace(draft, documents=tuple(found)), tuple(refused)


class _Checker:
    """Looks at each content once, whatever number of documents have it."""

    def __init__(self, source: Source, progress: Progress, draft: RegisterDraft) -> None:
        self._source, self._progress = source, progress
        self._total, self._done = _bytes(draft.documents), 0

    def document(self, draft: DocumentDraft) -> tuple[DocumentDraft, dict[str, str]]:
        """Return a document and what is wrong with its files, by path."""
        faults = {}
        for content in draft.contents:
            try:
                for _ in _proven(self._source, content):
                    self._progress.step(self._done, self._total)
            except RefusedError as error:
                faults[content.path] = str(error)
            self._done += int(content.size)
        return draft, faults


def _proven(source: Source, content: Content) -> Iterator[bytes]:
    """Yield a content's bytes; raise where they are not what they were, at the latest behind them.

    Raises:
        RefusedError: it is not there, or has changed.
    """
    digest, size = hashlib.sha256(), 0
    for piece in source.pieces(content.path):
        digest.update(piece)
        size += len(piece)
        if size > content.size:
            break
        yield piece
    if size != content.size or digest.hexdigest() != content.sha256:
        raise RefusedError(words.file_changed(content.path))


def _copied(source: Source, content: Content, copy: Path) -> Path | str:
    """Write a content to a file of our own; return it, or why it cannot be taken."""
    try:
        with copy.open("wb") as file:
            for piece in _proven(source, content):
                file.write(piece)
    except RefusedError as error:
        return str(error)
    except OSError:
        return words.refused(content.path, no_temporary_room())
    return copy


def _stage(vault: Vault, copy: Path | str, content: Content) -> str:
    """Stage a copy; return why it was refused, "" where it was not."""
    if isinstance(copy, str):
        return copy
    try:
        staged = vault.stage(copy, Progress())
    except CchcError as error:
        return words.refused(content.path, error.sentence)
    finally:
        with suppress(OSError):
            copy.unlink()
    return "" if staged.sha256 == content.sha256 else words.file_changed(content.path)


def _without(document: DocumentDraft, faults: dict[str, str]) -> DocumentDraft:
    """Return a document without the further files that cannot be taken."""
    return replace(
        document, files=tuple(file for file in document.files if file.path not in faults)
    )


def _manifest_problems(source: Source, body: bytes) -> Iterator[Problem]:
    try:
        hashes = read_manifest(small_file(source, MANIFEST, _MOST_REGISTER))
    except RefusedError:
        hashes = {}
    if hashes.get(REGISTER) != hashlib.sha256(body).hexdigest():
        yield Problem((REGISTER,), words.register_changed(), is_warning=True, line=1)


def _bytes(documents: Iterable[DocumentDraft]) -> int:
    return sum(int(each.size) for document in documents for each in document.contents)
