"""On which line of a JSON text each value stands."""

import json
import re
from bisect import bisect_left
from collections.abc import Collection, Iterator

from cchc_desktop.exchange.problems import Path

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


class _Walk:
    """A walk over the tokens of a text that is known to be JSON."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._path: list[str | int] = []
        self._is_key_next = False

    def places(self) -> Iterator[tuple[Path, int]]:
        """Yield the path of every value of an object or list, and where it starts."""
        for match in _TOKEN.finditer(self._text):
            mark = match.group()
            if mark in "}]":
                self._path.pop()
                self._is_key_next = False
            elif mark in ",:":
                self._separate(mark)
            elif self._takes(mark):
                yield tuple(self._path), match.start()
            if mark in "{[":
                self._path.append("" if mark == "{" else 0)
                self._is_key_next = mark == "{"

    def _separate(self, mark: str) -> None:
        self._is_key_next = False
        if mark == ",":
            last = self._path[-1]
            if isinstance(last, int):
                self._path[-1] = last + 1
            else:
                self._is_key_next = True

    def _takes(self, mark: str) -> bool:
        """Take a key or a value; return whether it starts a new place."""
        if self._is_key_next:
            self._path[-1] = json.loads(mark)
            return True
        return bool(self._path) and isinstance(self._path[-1], int)


def lines_of(text: str, wanted: Collection[Path]) -> dict[Path, int]:
    """Return the lines of some paths, from 1; a path that is absent gets its parent's line.

    Args:
        text: a text that is JSON.
        wanted: the paths.
    """
    ends = _line_ends(text)
    left = {path[:depth] for path in wanted for depth in range(1, len(path) + 1)}
    found: dict[Path, int] = {}
    for path, start in _Walk(text).places():
        if path in left:
            left.discard(path)
            found[path] = bisect_left(ends, start) + 1
            if not left:
                break
    return {path: _nearest(path, found) for path in wanted}


def twice(text: str) -> Iterator[tuple[Path, int]]:
    """Yield path and line of every key that stands in its object a second time."""
    ends = _line_ends(text)
    seen: set[Path] = set()
    for path, start in _Walk(text).places():
        if path in seen:
            yield path, bisect_left(ends, start) + 1
        seen.add(path)


def _line_ends(text: str) -> list[int]:
    return [match.start() for match in re.finditer("\n", text)]


def _nearest(path: Path, found: dict[Path, int]) -> int:
    while path and path not in found:
        path = path[:-1]
    return found.get(path, 1)
