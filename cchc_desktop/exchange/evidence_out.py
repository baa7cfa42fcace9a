"""The register goes out: files by criterion, two indexes, hashes; whole or not at all."""

import errno
import hashlib
import os
import secrets
import shutil
import time
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.takeout import DocumentDraft, FileDraft, RegisterDraft
from cchc_desktop.exchange.takeout_html import index_html
from cchc_desktop.exchange.takeout_json import manifest_text, register_json
from cchc_desktop.exchange.takeout_paths import (
    INDEX_HTML,
    INDEX_XLSX,
    MANIFEST,
    REGISTER,
    with_paths,
)
from cchc_desktop.exchange.takeout_xlsx import index_xlsx
from cchc_desktop.progress import Progress
from cchc_desktop.records import record
from cchc_desktop.store import Vault
from cchc_desktop.wording import takeout as words

_ZIP = ".zip"
_MB = 1024 * 1024
_INDEX_ROOM = 8 * _MB


@record
class Exported:
    """What went out.

    Args:
        place: the folder or archive.
        documents: how many documents.
        left_out: contents that are damaged, each with its reason.
    """

    place: Path
    documents: int
    left_out: tuple[str, ...] = ()


def export_register(
    vault: Vault, draft: RegisterDraft, place: Path, progress: Progress
) -> Exported:
    """Write a register to a folder, or to an archive where the place ends with .zip.

    Args:
        vault: where the contents stand.
        draft: what goes out.
        place: a new or empty folder, or a zip file.
        progress: told bytes.

    Raises:
        CchcError: nothing to write, the place is taken, no room; nothing of it stays.
        CancelledError: the user stopped the work; nothing of it stays.
    """
    if not draft.documents:
        raise CchcError(words.nothing_to_export(), words.choose_other_part())
    place = place.absolute()
    is_zip = place.suffix.lower() == _ZIP
    _refuse_place(place, is_zip=is_zip)
    draft = with_paths(draft, "" if is_zip else str(place))
    total = sum(int(each.size) for document in draft.documents for each in document.contents)
    part = place.with_name(f".{secrets.token_hex(6)}.part")
    try:
        _refuse_without_room(place.parent, total)
        with _opened(part, is_zip=is_zip) as target:
            left_out = _Writer(vault, target, progress, total).write(draft)
        if place.is_dir():
            place.rmdir()
        part.replace(place)
    except OSError as error:
        raise _refusal(error) from error
    finally:
        _remove(part)
    return Exported(place, len(draft.documents), left_out)


class _Target(Protocol):
    """What files are put into."""

    def put(self, path: str, pieces: Iterable[bytes]) -> None:
        """Write a file, or none of it."""
        ...


class _Folder:
    """A folder on a disk."""

    def __init__(self, root: Path) -> None:
        self._root = root
        root.mkdir()

    def put(self, path: str, pieces: Iterable[bytes]) -> None:
        """Write a file and see it to the disk."""
        target = self._root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with target.open("xb") as file:
                for piece in pieces:
                    file.write(piece)
                file.flush()
                os.fsync(file.fileno())
        except CchcError:
            target.unlink()
            raise


class _Archive:
    """A zip file; documents are packed already, so they are stored as they are."""

    def __init__(self, packed: zipfile.ZipFile) -> None:
        self._packed = packed

    def put(self, path: str, pieces: Iterable[bytes]) -> None:
        """Write a member."""
        info = zipfile.ZipInfo(path, time.localtime()[:6])
        with self._packed.open(info, "w", force_zip64=True) as member:
            for piece in pieces:
                member.write(piece)


class _Writer:
    """Writes contents, then what lists them."""

    def __init__(self, vault: Vault, target: _Target, progress: Progress, total: int) -> None:
        self._vault, self._target, self._progress = vault, target, progress
        self._total, self._done = total, 0
        self._hashes: dict[str, str] = {}
        self._left_out: list[str] = []

    def write(self, draft: RegisterDraft) -> tuple[str, ...]:
        """Write a register; return what was left out."""
        written = replace(draft, documents=tuple(self._document(each) for each in draft.documents))
        for path, make in (
            (REGISTER, register_json),
            (INDEX_XLSX, index_xlsx),
            (INDEX_HTML, index_html),
        ):
            self._progress.step(self._done, self._total)
            body = make(written)
            self._hashes[path] = hashlib.sha256(body).hexdigest()
            self._target.put(path, [body])
        self._target.put(MANIFEST, [manifest_text(self._hashes.items())])
        return tuple(self._left_out)

    def _document(self, document: DocumentDraft) -> DocumentDraft:
        files = tuple(replace(each, path=self._path(each)) for each in document.files)
        return replace(document, path=self._path(document), files=files)

    def _path(self, content: DocumentDraft | FileDraft) -> str:
        """Write a content; return its path, "" where it is damaged."""
        before = self._done
        try:
            for _ in self._vault.chunks(content.sha256):  # an archive takes nothing back
                self._progress.step(self._done, self._total)
            self._target.put(content.path, self._counted(content.sha256))
        except CchcError as error:
            self._left_out.append(words.left_out(content.name, error.sentence))
            self._done = before + int(content.size)
            return ""
        self._hashes[content.path] = content.sha256
        return content.path

    def _counted(self, sha256: str) -> Iterator[bytes]:
        for piece in self._vault.chunks(sha256):
            self._progress.step(self._done, self._total)
            yield piece
            self._done += len(piece)


@contextmanager
def _opened(part: Path, *, is_zip: bool) -> Iterator[_Target]:
    if not is_zip:
        yield _Folder(part)
        return
    with zipfile.ZipFile(part, "x") as packed:
        yield _Archive(packed)
    with part.open("rb+") as file:
        os.fsync(file.fileno())


def _refuse_place(place: Path, *, is_zip: bool) -> None:
    try:
        if not place.parent.is_dir():
            raise CchcError(words.no_parent(str(place.parent)), words.choose_folder())
        is_taken = place.is_dir() if is_zip else place.exists() and not _is_empty(place)
    except OSError as error:
        raise _refusal(error) from error
    if is_taken:
        raise CchcError(words.place_taken(place.name), words.choose_new_folder())


def _is_empty(place: Path) -> bool:
    return place.is_dir() and next(place.iterdir(), None) is None


def _refuse_without_room(folder: Path, total: int) -> None:
    needed, free = total + _INDEX_ROOM, shutil.disk_usage(folder).free
    if free < needed:
        raise CchcError(words.no_room(needed // _MB + 1, free // _MB), words.free_disk())


def _refusal(error: OSError) -> CchcError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return CchcError(words.disk_full(), words.free_disk())
    return CchcError(words.disk_lost(), words.check_place())


def _remove(part: Path) -> None:
    with suppress(OSError):
        if part.is_dir():
            shutil.rmtree(part, ignore_errors=True)
        else:
            part.unlink(missing_ok=True)
