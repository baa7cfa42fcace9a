"""The program's log: one rotating file, what only a supporter reads."""

import logging
from logging.handlers import RotatingFileHandler
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
        handler = RotatingFileHandler(
            path, maxBytes=_MOST_BYTES, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter(_FORMAT))
    logging.getLogger().addHandler(handler)
