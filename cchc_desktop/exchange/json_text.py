"""Bytes of a file to JSON values; no text, no JSON, a key written twice: said with its line."""

import json
from typing import Any

from cchc_desktop.exchange.json_lines import twice
from cchc_desktop.exchange.problems import Problem
from cchc_desktop.wording import set_files as words

MOST_MEGABYTES = 32


class Written(str):
    """A number as it was written, so that no digit is lost."""

    __slots__ = ()


def text_of(body: bytes) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a file, or "" and why there is none."""
    if len(body) > MOST_MEGABYTES << 20:
        return "", (Problem((), words.too_large(MOST_MEGABYTES), line=1),)
    try:
        return body.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        line = body[: error.start].count(b"\n") + 1
        return "", (Problem((), words.not_utf8(), line=line),)


def values_of(text: str) -> tuple[Any, tuple[Problem, ...]]:
    """Return the values of a JSON text, or None and what is wrong with it.

    Numbers come as ``Written``; a key that stands twice in one object is a problem.
    """
    doubled = False

    def as_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal doubled
        found = dict(pairs)
        doubled |= len(found) < len(pairs)
        return found

    try:
        found = json.loads(
            text,
            object_pairs_hook=as_object,
            parse_float=Written,
            parse_int=Written,
            parse_constant=Written,
        )
    except json.JSONDecodeError as error:
        return None, (Problem((), words.no_json(), line=error.lineno),)
    except RecursionError:
        return None, (Problem((), words.too_nested(), line=1),)
    if doubled:
        problems = [Problem(path, words.key_twice(), line=line) for path, line in twice(text)]
        return None, tuple(problems)
    return found, ()
