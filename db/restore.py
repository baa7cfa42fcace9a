"""The newest backup in the place of a dossier that cannot be read any more."""

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from db import words
from db.backup_places import backup_folder
from db.connection import APPLICATION_ID, SIDECARS


def newest_backup(dossier: Path) -> datetime | None:
    """Return when the newest readable backup of a lost dossier was made.

    None where the dossier itself can be read, so that nothing whole is ever replaced.
    """
    found = _newest(dossier)
    if found is None or (dossier.exists() and _is_whole(dossier)):
        return None
    return datetime.fromtimestamp(found.stat().st_mtime).astimezone()


def restore_newest(dossier: Path) -> None:
    """Put a copy of the newest backup in the place of a lost dossier, which is set aside.

    Contents of evidence stay in the backup's folder; an inspection puts them back.

    Raises:
        CchcError: there is no backup, or the folder cannot be written.
    """
    found = _newest(dossier)
    if found is None or newest_backup(dossier) is None:
        raise words.no_backup_to_restore(dossier)
    part = dossier.with_suffix(".part")
    try:
        shutil.copyfile(found, part)
        if dossier.exists():
            dossier.replace(_aside(dossier))
        for side in SIDECARS:  # steps of the lost file are none of the backup's
            dossier.with_name(dossier.name + side).unlink(missing_ok=True)
        part.replace(dossier)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise words.not_restored(dossier) from error


def _newest(dossier: Path) -> Path | None:
    """Return the newest backup that can be read; their names hold the time."""
    found = sorted(backup_folder(dossier).glob("*.cchc"), reverse=True)
    return next((path for path in found if _is_whole(path)), None)


def _is_whole(path: Path) -> bool:
    """Return whether a file is a dossier that SQLite can read to the end."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            (marked,) = database.execute("PRAGMA application_id").fetchone()
            (checked,) = database.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.OperationalError:
        return path.stat().st_size > 0  # held, or not to be read by this person: not lost
    except (sqlite3.Error, UnicodeDecodeError):  # the driver may quote what is garbled
        return False
    return bool(marked == APPLICATION_ID and checked == "ok")


def _aside(dossier: Path) -> Path:
    """Return a free name for the lost file beside its place."""
    number = 1
    while (found := dossier.with_name(f"{dossier.stem} hỏng {number}.cu")).exists():
        number += 1
    return found
