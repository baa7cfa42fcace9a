"""The lock of a dossier: held by the system for a living process, never judged by age."""

import contextlib
import errno
import getpass
import json
import os
import platform
import sys
from datetime import datetime
from pathlib import Path

from cchc_desktop.clock import Clock
from db import words

if sys.platform == "win32":  # pragma: no cover - looked at on Windows
    import msvcrt
else:
    import fcntl

_LOCKED_BYTE = 4096  # past the text, so that Windows lets others read who holds it
_MOST_TEXT = 4096
_HELD = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})


class HeldError(Exception):
    """Somebody else holds the dossier.

    Args:
        sentence: who, where, since when, in Vietnamese.
    """

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Lock:
    """A lock that this process holds until it releases it or ends.

    Args:
        path: the lock's file.
        handle: its descriptor.
    """

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle: int | None = handle

    def release(self) -> None:
        """Give the dossier free and take the lock's file away; a second time does nothing."""
        if self._handle is None:
            return
        if sys.platform != "win32":
            self._take_away()
        os.close(self._handle)
        self._handle = None
        if sys.platform == "win32":  # pragma: no cover - looked at on Windows
            self._take_away()

    def _take_away(self) -> None:
        with contextlib.suppress(OSError):
            self._path.unlink()


def take_lock(dossier: Path, clock: Clock) -> Lock:
    """Return the lock of a dossier.

    Raises:
        HeldError: another process, or another window of this one, holds it.
        OSError: the folder cannot be written, or its disk knows no locks.
    """
    path = dossier.with_name(f"{dossier.name}.lock")
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        try:
            _seize(handle)
        except OSError as error:
            sentence = _holder(handle)
            os.close(handle)
            if error.errno not in _HELD:
                raise
            raise HeldError(sentence) from error
        if _is_at(handle, path):
            _sign(handle, clock())
            return Lock(path, handle)
        os.close(handle)  # its holder took the file away just now: lock the new one


def _seize(handle: int) -> None:
    if sys.platform == "win32":  # pragma: no cover - looked at on Windows
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_at(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


def _sign(handle: int, moment: datetime) -> None:
    """Write who holds it; a full disk does not keep anyone from opening."""
    text = json.dumps(
        {"name": _user(), "computer": platform.node(), "at": moment.isoformat()},
        ensure_ascii=False,
        sort_keys=True,
    )
    with contextlib.suppress(OSError):
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, text.encode("utf-8", "replace")[:_MOST_TEXT])


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _holder(handle: int) -> str:
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        found = json.loads(os.read(handle, _MOST_TEXT).decode())
        since = datetime.fromisoformat(found["at"])
        return words.held_by(str(found["name"]), str(found["computer"]), since)
    except (OSError, ValueError, KeyError, TypeError):
        return words.held_by("", "", None)
