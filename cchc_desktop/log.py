"""The program's log: a file and the one before it, what only a supporter reads."""

import logging
from pathlib import Path

_MOST_BYTES = 500_000
_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


def begin(path: Path) -> None:
    """Write the log to a file from now on; without such a file the program still runs.

    Args:
        path: the log's file; its folder is made.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _MOST_BYTES:
            path.replace(path.with_suffix(".1.log"))
        handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter(_FORMAT))
    logging.getLogger().addHandler(handler)
