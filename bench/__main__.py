"""``python -m bench [NAME ...]``: measure, print a table, write build/bench.json."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from bench import (
    attach,
    country,
    edit,
    many,
    matrix,
    opening,
    paper,
    ranks,
    register,
    search,
    sitting,
    start,
    table,
    track,
)
from bench.samples import Row

_BUILD = Path("build")
BENCHES: Mapping[str, Callable[[Path], Iterator[Row]]] = MappingProxyType(
    {
        "start": start.rows,
        "edit": edit.rows,
        "opening": opening.rows,
        "attach": attach.rows,
        "many": many.rows,
        "paper": paper.rows,
        "ranks": ranks.rows,
        "register": register.rows,
        "country": country.rows,
        "search": search.rows,
        "matrix": matrix.rows,
        "track": track.rows,
        "sitting": sitting.rows,
    }
)


def main(names: list[str]) -> int:
    """Run some measurements, all where none is named; return 2 for an unknown name."""
    if unknown := [name for name in names if name not in BENCHES]:
        print(f"unknown: {', '.join(unknown)}; there are: {', '.join(BENCHES)}", file=sys.stderr)
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _BUILD.mkdir(exist_ok=True)
    print(table.head(), flush=True)
    found: list[Row] = []
    for name in names or list(BENCHES):
        with tempfile.TemporaryDirectory(prefix="bench-", dir=_BUILD) as folder:
            for row in BENCHES[name](Path(folder).absolute()):
                print(table.line(row), flush=True)
                found.append(row)
    table.write(found, _BUILD / "bench.json")
    print(f"{table.busy_words()}\n{_BUILD / 'bench.json'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
