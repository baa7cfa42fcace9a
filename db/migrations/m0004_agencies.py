"""Days of validity of agencies in charge: departments are merged and renamed as units are."""

from sqlite_utils import Database

_STATEMENTS = (
    "ALTER TABLE agency ADD COLUMN starts_on TEXT",
    "ALTER TABLE agency ADD COLUMN ends_on TEXT",
)

_META = (("schema", "4"), ("min_reader", "4"), ("program", "0.4"))


def apply(database: Database) -> None:
    """Add the columns."""
    for statement in _STATEMENTS:
        database.execute(statement)
    database.conn.executemany("UPDATE meta SET value = ?2 WHERE name = ?1", _META)
