"""Files appear whole or not at all: a temporary name first, then renamed."""

import errno
import secrets
from contextlib import suppress
from pathlib import Path

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.wording import summary as words


def write_whole(path: Path, content: bytes) -> None:
    """Write a file's content under a temporary name beside it, then rename.

    Raises:
        CchcError: the folder is missing, the file cannot be written, or the disk is full.
    """
    if not path.parent.is_dir():
        raise CchcError(words.no_folder(str(path.parent)), words.choose_folder())
    if path.is_dir():
        raise CchcError(words.is_folder(path.name), words.name_file())
    draft = path.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    except OSError as error:
        raise _refusal(path, error) from error
    finally:
        with suppress(OSError):  # a folder that cannot be written holds no draft
            draft.unlink(missing_ok=True)


def _refusal(path: Path, error: OSError) -> CchcError:
    if error.errno == errno.ENOSPC:
        return CchcError(words.disk_full(path.name), words.free_disk())
    return CchcError(words.cannot_write(path.name), words.write_elsewhere())
