"""SQL of one record: the names in it are the fields of our own records."""

from functools import cache

from db.rows import columns_of, key_columns


@cache
def select_sql(table: str) -> str:
    """Return the statement that reads all records, each with its key behind its columns.

    A mark's key stands there alone: its parts again would double what a large dossier holds.
    """
    key = " || '/' || ".join(_quoted(name) for name in key_columns(table))
    left_out = key_columns(table) if table == "mark" else ()
    order = "sheet" if table == "mark" else "rowid"
    columns = ", ".join(_quoted(name) for name in columns_of(table) if name not in left_out)
    return " ".join(["SELECT", columns, ",", key, "FROM", _quoted(table), "ORDER BY", order])


@cache
def insert_sql(table: str) -> str:
    """Return the statement that makes a record."""
    names = [_quoted(name) for name in columns_of(table)]
    places = ", ".join("?" for _ in names)
    return " ".join(
        ["INSERT INTO", _quoted(table), "(", ", ".join(names), ") VALUES (", places, ")"]
    )


@cache
def update_sql(table: str, field: str) -> str:
    """Return the statement that gives one field of a record another value."""
    return " ".join(["UPDATE", _quoted(table), "SET", _quoted(field), "= ?", _where(table)])


@cache
def delete_sql(table: str) -> str:
    """Return the statement that takes a record away."""
    return " ".join(["DELETE FROM", _quoted(table), _where(table)])


def copy_sql(table: str) -> str:
    """Return the statement that copies all rows into the attached ``backup``."""
    name = _quoted(table)
    words = ("INSERT INTO", f"backup.{name}", "SELECT * FROM", f"main.{name}")
    return " ".join(words)


def _where(table: str) -> str:
    return "WHERE " + " AND ".join(f"{_quoted(name)} = ?" for name in key_columns(table))


def _quoted(name: str) -> str:
    return f'"{name}"'
