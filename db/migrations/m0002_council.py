"""What the work of a council needs beyond criteria and marks."""

from sqlite_utils import Database

_STATEMENTS = (
    "ALTER TABLE unit_total ADD COLUMN is_stale INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE criterion ADD COLUMN evidence_required TEXT",
    "ALTER TABLE criterion ADD COLUMN due TEXT",
)

_META = (("schema", "2"), ("min_reader", "2"), ("program", "0.2"))


def apply(database: Database) -> None:
    """Add the tables and columns."""
    for statement in _STATEMENTS:
        database.execute(statement)
    database.conn.executemany("UPDATE meta SET value = ?2 WHERE name = ?1", _META)
