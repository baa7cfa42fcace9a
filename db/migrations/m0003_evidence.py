"""What a register of documents needs: types, further files, a bin, where a link points."""

from sqlite_utils import Database

_LATER = "DEFERRABLE INITIALLY DEFERRED"  # undo brings rows back in any order

_STATEMENTS = (
    "ALTER TABLE document ADD COLUMN type_name TEXT",
    "ALTER TABLE document ADD COLUMN binned_at TEXT",
    "ALTER TABLE link ADD COLUMN section TEXT",
    "ALTER TABLE link ADD COLUMN excerpt TEXT",
    f"""
    CREATE TABLE document_file (
        id TEXT PRIMARY KEY,
        document TEXT NOT NULL REFERENCES document (id) {_LATER},
        "order" TEXT, name TEXT, sha256 TEXT, size INTEGER, added_at TEXT, note TEXT
    ) STRICT
    """,
    "CREATE INDEX document_file_by_document ON document_file (document)",
)

_META = (("schema", "3"), ("min_reader", "3"), ("program", "0.3"))


def apply(database: Database) -> None:
    """Add the tables and columns."""
    for statement in _STATEMENTS:
        database.execute(statement)
    database.conn.executemany("UPDATE meta SET value = ?2 WHERE name = ?1", _META)
