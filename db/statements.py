"""SQL of one record: the names in it are the fields of our own records."""

from functools import cache

from db.rows import Column, columns_of, key_columns, packed_columns


@cache
def select_sql(table: str) -> str:
    """Return the statement that reads all records, as they were made, each with its key."""
    order = "sheet" if table == "mark" else "rowid"
    names = (*_columns(table), _key(table))
    return " ".join(["SELECT", ", ".join(names), "FROM", _quoted(table), "ORDER BY", order])


@cache
def packed_sql(table: str) -> str:
    """Return the statement that packs the rows of each sheet of an assessment into a text.

    Each text is a JSON list of the ``packed_columns``: a list of its values for each, and one of
    lists for those packed as one, NULL where they are empty; NULL as a whole where there are no
    rows. A look-up a sheet takes a third of the time of one sort of all rows. A column that holds
    JSON goes in as JSON; one that somebody broke goes in as a number, which no record can be read
    from.
    """
    order = "criterion" if table == "mark" else "rowid"
    single, rare = packed_columns(table)
    lists = [_packed_column(table, name) for name in single]
    if rare:
        lists.append(_packed_together(rare))
    parts = (
        "SELECT id, (SELECT CASE WHEN count(*) THEN json_array(", ", ".join(lists), ") END FROM",
        "(SELECT * FROM", _quoted(table), "WHERE sheet = unit_sheet.id ORDER BY", order, "))",
        "FROM sheet AS unit_sheet WHERE assessment = ?",
    )  # fmt: skip
    return " ".join(parts)


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


def _columns(table: str) -> list[str]:
    return [_quoted(name) for name in columns_of(table)]


def _packed_column(table: str, name: str) -> str:
    value = quoted = _quoted(name)
    if columns_of(table)[name] is Column.JSON:
        cases = f"WHEN {quoted} IS NULL THEN NULL WHEN json_valid({quoted}) THEN json({quoted})"
        value = f"CASE {cases} ELSE 0 END"
    return f"json_group_array({value})"


def _packed_together(names: tuple[str, ...]) -> str:
    """Return what packs columns of a few rows as one; none of them holds JSON."""
    values = ", ".join(map(_quoted, names))
    row = f"CASE WHEN coalesce({values}) IS NOT NULL THEN json_array({values}) END"
    return f"CASE WHEN count(coalesce({values})) THEN json_group_array({row}) END"


def _key(table: str) -> str:
    return " || '/' || ".join(_quoted(name) for name in key_columns(table))


def _where(table: str) -> str:
    return "WHERE " + " AND ".join(f"{_quoted(name)} = ?" for name in key_columns(table))


def _quoted(name: str) -> str:
    return f'"{name}"'
