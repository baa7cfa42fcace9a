"""What a register of documents needs: types, further files, a bin, places, texts to search.

Texts are derived from contents: no line of the journal tells of them, no backup keeps them.
"""

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
    """
    CREATE TABLE extracted (
        sha256 TEXT PRIMARY KEY,
        pages INTEGER NOT NULL,
        fault TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE extracted_page (
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL,
        page INTEGER NOT NULL,
        text TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX extracted_page_by_sha256 ON extracted_page (sha256, page)",
    """
    CREATE VIRTUAL TABLE page_search USING
        fts5(folded, content='', prefix='1 2', tokenize="unicode61 remove_diacritics 0")
    """,
)

_META = (("schema", "3"), ("min_reader", "3"), ("program", "0.3"))


def apply(database: Database) -> None:
    """Add the tables and columns."""
    for statement in _STATEMENTS:
        database.execute(statement)
    database.conn.executemany("UPDATE meta SET value = ?2 WHERE name = ?1", _META)
