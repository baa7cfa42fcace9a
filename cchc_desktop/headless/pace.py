"""How far long work is, for a person who looks at a terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from cchc_desktop.progress import Progress


@contextmanager
def told_pace(title: str) -> Iterator[Progress]:
    """Give a progress that is written over one line of the terminal; nowhere else.

    What the command says goes to the output, this to the other stream: a file that takes the
    output holds none of it.

    Args:
        title: what is being done.
    """
    stream = sys.stderr
    if stream is None or not stream.isatty():
        yield Progress()
        return
    shown = ""

    def report(done: int, total: int) -> None:
        nonlocal shown
        words = f"{title}: {done}/{total}"
        if words != shown:
            stream.write(f"\r{words}")
            stream.flush()
            shown = words

    try:
        yield Progress(report)
    finally:
        stream.write(f"\r{' ' * len(shown)}\r")
        stream.flush()
