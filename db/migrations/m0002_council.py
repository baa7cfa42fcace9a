"""What the work of a council needs beyond criteria and marks."""

from sqlite_utils import Database

_LATER = "DEFERRABLE INITIALLY DEFERRED"  # undo brings rows back in any order

_STATEMENTS = (
    "ALTER TABLE unit_total ADD COLUMN is_stale INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE criterion ADD COLUMN effect TEXT",
    "ALTER TABLE assessment ADD COLUMN may_exceed INTEGER",
    "ALTER TABLE criterion ADD COLUMN evidence_required TEXT",
    "ALTER TABLE criterion ADD COLUMN due TEXT",
    "ALTER TABLE document ADD COLUMN valid_from TEXT",
    "ALTER TABLE document ADD COLUMN valid_until TEXT",
    "ALTER TABLE task ADD COLUMN done_on TEXT",
    f"""
    CREATE TABLE council_member (
        id TEXT PRIMARY KEY,
        assessment TEXT NOT NULL REFERENCES assessment (id) {_LATER},
        "order" TEXT, body TEXT, name TEXT, post TEXT, role TEXT, decision TEXT, decided_on TEXT,
        since TEXT, until TEXT
    ) STRICT
    """,
    f"""
    CREATE TABLE assignment (
        id TEXT PRIMARY KEY,
        criterion TEXT NOT NULL REFERENCES criterion (id) {_LATER},
        member TEXT REFERENCES council_member (id) {_LATER},
        agency TEXT REFERENCES agency (id) {_LATER},
        note TEXT
    ) STRICT
    """,
    "CREATE INDEX assignment_by_criterion ON assignment (criterion)",
    f"""
    CREATE TABLE sitting (
        id TEXT PRIMARY KEY,
        assessment TEXT NOT NULL REFERENCES assessment (id) {_LATER},
        round TEXT, held_on TEXT, hours TEXT, place TEXT, number TEXT, chair TEXT, secretary TEXT,
        attendees TEXT, note TEXT
    ) STRICT
    """,
    f"""
    CREATE TABLE sitting_item (
        id TEXT PRIMARY KEY,
        sitting TEXT NOT NULL REFERENCES sitting (id) {_LATER},
        sheet TEXT NOT NULL REFERENCES sheet (id) {_LATER},
        criterion TEXT NOT NULL REFERENCES criterion (id) {_LATER},
        "order" TEXT, proposed TEXT, ruling TEXT, points TEXT, note TEXT, decided_at TEXT
    ) STRICT
    """,
    "CREATE INDEX sitting_item_by_sheet ON sitting_item (sheet)",
    "CREATE INDEX sitting_item_by_criterion ON sitting_item (criterion)",
    "ALTER TABLE unit ADD COLUMN short_name TEXT",
    "ALTER TABLE unit ADD COLUMN starts_on TEXT",
    "ALTER TABLE unit ADD COLUMN ends_on TEXT",
    "ALTER TABLE unit ADD COLUMN successors TEXT",
)

_META = (("schema", "2"), ("min_reader", "2"), ("program", "0.2"))


def apply(database: Database) -> None:
    """Add the tables and columns."""
    for statement in _STATEMENTS:
        database.execute(statement)
    database.conn.executemany("UPDATE meta SET value = ?2 WHERE name = ?1", _META)
