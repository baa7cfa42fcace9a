"""The register as JSON (docs/evidence-register.md), and the list of hashes beside it."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from cchc_desktop.domain.fields import record_to_json
from cchc_desktop.domain.takeout import DocumentDraft, FileDraft, RegisterDraft
from cchc_desktop.exchange.json_lines import lines_of
from cchc_desktop.exchange.json_text import text_of, values_of
from cchc_desktop.exchange.problems import Path, Problem
from cchc_desktop.exchange.typed_reader import FAULTY, TypedReader
from cchc_desktop.records import record
from cchc_desktop.wording import takeout as words

FORMAT = "cchc-evidence"
VERSION = "1"
_HASH = re.compile(r"[0-9a-f]{64}")
_LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


@record
class ReadRegister:
    """What a register held.

    Args:
        draft: the documents that can be read; None where nothing can.
        problems: what is wrong, by line.
        lines: the line of each document, by its path in the file.
    """

    draft: RegisterDraft | None
    problems: tuple[Problem, ...] = ()
    lines: Mapping[str, int] | None = None


def register_json(draft: RegisterDraft) -> bytes:
    """Return a register as the bytes of a file."""
    head = {"format": FORMAT, "version": int(VERSION), "title": draft.title}
    rows = [record_to_json(document) for document in draft.documents]
    text = json.dumps({**head, "documents": rows}, ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def read_register(body: bytes) -> ReadRegister:
    """Read a register; a document with a fault is left out, the others stay."""
    text, problems = text_of(body)
    values: Any = None
    if not problems:
        values, problems = values_of(text)
    if problems:
        return ReadRegister(None, problems)
    stopper = _no_register(values)
    if stopper is not None:
        return ReadRegister(None, (replace(stopper, line=1),))
    reader, documents, paths = TypedReader(), list[DocumentDraft](), list[Path]()
    for place, row in enumerate(values["documents"]):
        found = _document(reader, row, ("documents", place))
        if found is not None:
            documents.append(found)
            paths.append(("documents", place))
    lines = lines_of(text, {*(problem.path for problem in reader.problems), *paths})
    placed = tuple(replace(each, line=lines[each.path]) for each in reader.problems)
    title = values.get("title")
    draft = RegisterDraft(title if type(title) is str else "", tuple(documents))
    numbered = zip(documents, paths, strict=True)
    return ReadRegister(draft, placed, {each.path: lines[path] for each, path in numbered})


def manifest_text(hashes: Iterable[tuple[str, str]]) -> bytes:
    """Return hashes by path as ``sha256sum -c`` reads them."""
    return "".join(f"{sha256}  {path}\n" for path, sha256 in sorted(hashes)).encode()


def read_manifest(body: bytes) -> dict[str, str]:
    """Return hashes by path; lines that are none are passed over."""
    found = (_LINE.fullmatch(line) for line in body.decode("utf-8", "replace").splitlines())
    return {match[2]: match[1] for match in found if match}


def _no_register(values: Any) -> Problem | None:
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        return Problem(("format",), words.no_list())
    if values.get("version") != VERSION:
        return Problem(("version",), words.other_version(str(values.get("version"))[:9]))
    if not isinstance(values.get("documents"), list):
        return Problem(("documents",), words.no_list())
    return None


def _document(reader: TypedReader, row: Any, path: Path) -> DocumentDraft | None:
    found = reader.read(DocumentDraft, row, path)
    if found is FAULTY or not isinstance(found, DocumentDraft):
        return None
    for place, file in enumerate(found.files):
        if not file.path:
            reader.fault((*path, "files", place), words.was_damaged(file.name))
    found = replace(found, files=tuple(file for file in found.files if file.path))
    before = len(reader.problems)
    for step, sentence in _faults(found):
        reader.fault((*path, *step), sentence)
    return found if len(reader.problems) == before else None


def _faults(draft: DocumentDraft) -> Iterator[tuple[Path, str]]:
    yield from _of_content(draft, ())
    for place, file in enumerate(draft.files):
        yield from _of_content(file, ("files", place))
    begins = draft.valid_from or draft.issued_on
    if begins and draft.valid_until and draft.valid_until < begins:
        yield ("valid_until",), words.bad_days()


def _of_content(draft: DocumentDraft | FileDraft, path: Path) -> Iterator[tuple[Path, str]]:
    if not draft.path:
        yield path, words.was_damaged(draft.name)
    if not _HASH.fullmatch(draft.sha256):
        yield (*path, "sha256"), words.bad_hash()
    if draft.size < 1 or draft.size != int(draft.size):
        yield (*path, "size"), words.bad_size()
