"""The first tables of a dossier."""

from sqlite_utils import Database

_LATER = "DEFERRABLE INITIALLY DEFERRED"  # undo brings rows back in any order

_TABLES = (
    """
    CREATE TABLE meta (
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE assessment (
        id TEXT PRIMARY KEY,
        title TEXT, year INTEGER, level TEXT, rounds TEXT, set_title TEXT, legal_basis TEXT,
        is_reconstructed INTEGER, authority TEXT, published_on TEXT, issuer TEXT, place TEXT,
        published_units INTEGER, opens_on TEXT, self_until TEXT, first_until TEXT,
        explained_until TEXT, second_until TEXT
    ) STRICT
    """,
    """
    CREATE TABLE unit_group (
        id TEXT PRIMARY KEY,
        name TEXT
    ) STRICT
    """,
    f"""
    CREATE TABLE unit (
        id TEXT PRIMARY KEY,
        name TEXT,
        "group" TEXT REFERENCES unit_group (id) {_LATER}
    ) STRICT
    """,
    """
    CREATE TABLE agency (
        id TEXT PRIMARY KEY,
        name TEXT, short_name TEXT
    ) STRICT
    """,
    """
    CREATE TABLE member (
        id TEXT PRIMARY KEY,
        name TEXT, role TEXT
    ) STRICT
    """,
    f"""
    CREATE TABLE sheet (
        id TEXT PRIMARY KEY,
        assessment TEXT NOT NULL REFERENCES assessment (id) {_LATER},
        unit TEXT NOT NULL REFERENCES unit (id) {_LATER},
        "order" TEXT, locked TEXT
    ) STRICT
    """,
    f"""
    CREATE TABLE criterion (
        id TEXT PRIMARY KEY,
        assessment TEXT NOT NULL REFERENCES assessment (id) {_LATER},
        parent TEXT REFERENCES criterion (id) {_LATER},
        "order" TEXT, code TEXT, name TEXT, short_name TEXT, chart_name TEXT, maximum TEXT,
        is_balancing INTEGER, method TEXT, rule TEXT, rounding TEXT, agencies TEXT,
        legal_basis TEXT, guidance TEXT, note TEXT, is_reconstructed INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE document (
        id TEXT PRIMARY KEY,
        name TEXT, sha256 TEXT, size INTEGER, added_at TEXT, number TEXT, issued_on TEXT,
        issuer TEXT, subject TEXT, note TEXT
    ) STRICT
    """,
    f"""
    CREATE TABLE task (
        id TEXT PRIMARY KEY,
        assessment TEXT NOT NULL REFERENCES assessment (id) {_LATER},
        "order" TEXT, what TEXT, owners TEXT, partners TEXT, basis TEXT, areas TEXT, due TEXT,
        due_text TEXT
    ) STRICT
    """,
    """
    CREATE TABLE setting (
        name TEXT PRIMARY KEY,
        "values" TEXT
    ) STRICT
    """,
    f"""
    CREATE TABLE known_total (
        id TEXT PRIMARY KEY,
        assessment TEXT NOT NULL REFERENCES assessment (id) {_LATER},
        name TEXT, total TEXT, rank_before INTEGER, entered_on TEXT
    ) STRICT
    """,
    f"""
    CREATE TABLE mark (
        sheet TEXT NOT NULL REFERENCES sheet (id) {_LATER},
        criterion TEXT NOT NULL REFERENCES criterion (id) {_LATER},
        round TEXT NOT NULL,
        points TEXT, lost TEXT, choice TEXT, figures TEXT, not_applicable INTEGER, note TEXT,
        explanation TEXT, explanation_requested INTEGER, cause TEXT,
        PRIMARY KEY (sheet, criterion, round)
    ) STRICT, WITHOUT ROWID
    """,
    f"""
    CREATE TABLE deduction (
        id TEXT PRIMARY KEY,
        sheet TEXT NOT NULL REFERENCES sheet (id) {_LATER},
        criterion TEXT NOT NULL REFERENCES criterion (id) {_LATER},
        round TEXT, "order" TEXT, amount TEXT, reason TEXT, agencies TEXT, at_fault TEXT,
        method TEXT, category TEXT
    ) STRICT
    """,
    f"""
    CREATE TABLE link (
        id TEXT PRIMARY KEY,
        sheet TEXT NOT NULL REFERENCES sheet (id) {_LATER},
        criterion TEXT NOT NULL REFERENCES criterion (id) {_LATER},
        document TEXT NOT NULL REFERENCES document (id) {_LATER},
        "order" TEXT, page TEXT
    ) STRICT
    """,
    f"""
    CREATE TABLE published (
        id TEXT PRIMARY KEY,
        sheet TEXT NOT NULL REFERENCES sheet (id) {_LATER},
        criterion TEXT REFERENCES criterion (id) {_LATER},
        year INTEGER, label TEXT, method TEXT, category TEXT, score TEXT, maximum TEXT, lost TEXT,
        rank INTEGER, "of" INTEGER, rank_change INTEGER
    ) STRICT
    """,
    f"""
    CREATE TABLE unit_total (
        sheet TEXT NOT NULL REFERENCES sheet (id) ON DELETE CASCADE {_LATER},
        round TEXT NOT NULL,
        points TEXT, maximum TEXT, is_complete INTEGER NOT NULL, areas TEXT NOT NULL,
        PRIMARY KEY (sheet, round)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE journal_line (
        n INTEGER PRIMARY KEY,
        hash TEXT NOT NULL UNIQUE,
        parents TEXT NOT NULL,
        actor TEXT NOT NULL, session TEXT NOT NULL, at TEXT NOT NULL, command TEXT NOT NULL,
        title TEXT NOT NULL, schema INTEGER NOT NULL, changes_hash TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE journal_change (
        line INTEGER NOT NULL REFERENCES journal_line (n),
        n INTEGER NOT NULL,
        "table" TEXT NOT NULL, key TEXT NOT NULL, field TEXT NOT NULL, old TEXT, new TEXT,
        PRIMARY KEY (line, n)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE content (
        id INTEGER PRIMARY KEY,
        sha256 TEXT UNIQUE,
        size INTEGER NOT NULL,
        state TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE chunk (
        content INTEGER NOT NULL,
        n INTEGER NOT NULL,
        data BLOB NOT NULL,
        PRIMARY KEY (content, n)
    ) STRICT
    """,
)

_INDEXED = (
    ("unit", "group"),
    ("sheet", "assessment"),
    ("sheet", "unit"),
    ("criterion", "assessment"),
    ("criterion", "parent"),
    ("task", "assessment"),
    ("known_total", "assessment"),
    ("mark", "criterion"),
    ("deduction", "sheet"),
    ("deduction", "criterion"),
    ("link", "sheet"),
    ("link", "criterion"),
    ("link", "document"),
    ("published", "sheet"),
    ("published", "criterion"),
)

_META = (("head", ""), ("schema", "1"), ("min_reader", "1"), ("program", "0.1"))


def apply(database: Database) -> None:
    """Make the first tables."""
    for statement in _TABLES:
        database.execute(statement)
    for table, column in _INDEXED:
        database.execute(f'CREATE INDEX {table}_by_{column} ON {table} ("{column}")')
    database.conn.executemany("INSERT INTO meta (name, value) VALUES (?, ?)", _META)
