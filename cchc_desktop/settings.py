"""The user's settings on this PC: a small JSON file that never stands in the way."""

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from cchc_desktop.records import record

MOST_RECENT = 8
_MOST_COPIES = 40


@record
class Recent:
    """A dossier that was open on this PC, as it looked when it was closed.

    Args:
        path: where it lies.
        opened: the last moment it was open, ISO.
        line: what it holds, in words: "Cấp tỉnh 2022 · đã chấm 21/21".
        points: its total in words: "83,52 / 100", or "".
    """

    path: str
    opened: str
    line: str = ""
    points: str = ""


@record
class Copy:
    """The copy of a dossier that was worked on last on this PC, however often it was copied.

    Args:
        origin: hash of its journal's first line, the same in every copy.
        head: hash of the last line.
        length: count of lines.
        path: where it lay.
        opened: the last moment it was open, ISO.
    """

    origin: str
    head: str
    length: int
    path: str
    opened: str


@record
class Person:
    """Who works on this PC, as the journal of every dossier names them.

    Args:
        id: key of the person in every dossier.
        name: họ tên.
        post: chức vụ, vai trò.
    """

    id: str
    name: str
    post: str = ""


@record
class Settings:
    """What the program remembers between two runs.

    Args:
        theme: "system", "light" or "dark".
        recent: dossiers, newest first.
        layouts: sizes of the panels by width class.
        is_right_hidden: the right side was hidden.
        person: who works here; None for the account of the PC.
        is_person_asked: the program has asked who works here.
        copies: the copy of each dossier that was worked on last, newest first.
    """

    theme: str = "system"
    recent: tuple[Recent, ...] = ()
    layouts: Mapping[str, tuple[int, ...]] | None = None
    is_right_hidden: bool = False
    person: Person | None = None
    is_person_asked: bool = False
    copies: tuple[Copy, ...] = ()

    def with_recent(self, dossier: Recent) -> "Settings":
        """Return the settings with a dossier at the head of the recent ones."""
        others = tuple(found for found in self.recent if found.path != dossier.path)
        return replace(self, recent=(dossier, *others)[:MOST_RECENT])

    def without_recent(self, path: str) -> "Settings":
        """Return the settings without a dossier among the recent ones."""
        return replace(self, recent=tuple(found for found in self.recent if found.path != path))

    def with_copy(self, copy: Copy) -> "Settings":
        """Return the settings with a copy in the place of others of the same dossier."""
        others = tuple(found for found in self.copies if found.origin != copy.origin)
        return replace(self, copies=(copy, *others)[:_MOST_COPIES])

    def copy_of(self, origin: str) -> Copy | None:
        """Return the copy of a dossier that was worked on last."""
        return next((found for found in self.copies if found.origin == origin), None)

    def with_layout(self, name: str, sizes: tuple[int, ...]) -> "Settings":
        """Return the settings with the panel sizes of a width class."""
        return replace(self, layouts={**(self.layouts or {}), name: sizes})


def load(path: Path) -> Settings:
    """Return the settings of a file; whatever cannot be read is as if never set."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _settings(found) if isinstance(found, dict) else Settings()


def save(path: Path, settings: Settings) -> bool:
    """Write the settings in one move; return whether it went."""
    text = json.dumps(asdict(settings), ensure_ascii=False, indent=1, sort_keys=True)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).replace(path)
    except OSError:
        return False
    return True


def _settings(found: Mapping[str, Any]) -> Settings:
    theme = found.get("theme")
    layouts = found.get("layouts")
    return Settings(
        theme if theme in {"system", "light", "dark"} else "system",
        _recent(found.get("recent")),
        _layouts(layouts) if isinstance(layouts, dict) else None,
        found.get("is_right_hidden") is True,
        _person(found.get("person")),
        found.get("is_person_asked") is True,
        _copies(found.get("copies")),
    )


def _person(found: object) -> Person | None:
    if not isinstance(found, dict):
        return None
    texts = [found.get(name, "") for name in ("id", "name", "post")]
    known = [text for text in texts if isinstance(text, str)]
    return Person(*known) if len(known) == len(texts) and all(known[:2]) else None


def _recent(found: object) -> tuple[Recent, ...]:
    if not isinstance(found, list):
        return ()
    kept = []
    for item in found:
        if isinstance(item, dict) and isinstance(item.get("path"), str):
            words = {name: str(item.get(name, "")) for name in ("opened", "line", "points")}
            kept.append(Recent(item["path"], **words))
    return tuple(kept[:MOST_RECENT])


def _copies(found: object) -> tuple[Copy, ...]:
    kept = []
    for item in found if isinstance(found, list) else ():
        if not isinstance(item, dict) or not isinstance(item.get("length"), int):
            continue
        texts = [item.get(name) for name in ("origin", "head", "path", "opened")]
        origin, head, path, opened = (text if isinstance(text, str) else "" for text in texts)
        if origin and head:
            kept.append(Copy(origin, head, item["length"], path, opened))
    return tuple(kept[:_MOST_COPIES])


def _layouts(found: Mapping[str, Any]) -> Mapping[str, tuple[int, ...]]:
    return {
        str(name): tuple(sizes)
        for name, sizes in found.items()
        if isinstance(sizes, list) and all(isinstance(size, int) for size in sizes)
    }
