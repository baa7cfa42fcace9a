"""The journal: who changed what, as a chain of lines that hash their parents."""

import hashlib
from datetime import datetime

from cchc_desktop.domain.changes import ChangeSet, canonical
from cchc_desktop.records import record

SCHEMA = 4


@record
class JournalLine:
    """One committed step.

    Args:
        parents: hashes of the lines before; one, or two for a merge, none for the first.
        actor: id of the member who did it.
        session: random id of the opening of the dossier.
        at: when, with its offset; for people, never for order.
        command: name of the command's class.
        title: the step in words.
        schema: version of the tables that the changes speak of.
        changes_hash: digest of the ChangeSet.
    """

    parents: tuple[str, ...]
    actor: str
    session: str
    at: datetime
    command: str
    title: str
    schema: int
    changes_hash: str

    @property
    def hash(self) -> str:
        """SHA-256 of the line's canonical JSON, parents included."""
        body = {
            "parents": list(self.parents),
            "actor": self.actor,
            "session": self.session,
            "at": self.at.isoformat(),
            "command": self.command,
            "title": self.title,
            "schema": self.schema,
            "changes": self.changes_hash,
        }
        return hashlib.sha256(canonical(body)).hexdigest()


@record
class Author:
    """Who works in this opening of the dossier: member id and session id."""

    actor: str
    session: str


def next_line(
    head: str, author: Author, at: datetime, step: tuple[str, str], changes: ChangeSet
) -> JournalLine:
    """Return the line that follows ``head``; ``step`` is the command's name and title."""
    return JournalLine(
        parents=(head,) if head else (),
        actor=author.actor,
        session=author.session,
        at=at,
        command=step[0],
        title=step[1],
        schema=SCHEMA,
        changes_hash=changes.digest,
    )
