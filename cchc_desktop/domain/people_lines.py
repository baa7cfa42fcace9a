"""Lists of people as they are pasted from a spreadsheet or a decision."""

import re

from cchc_desktop.domain.text import clean, fold, name_key
from cchc_desktop.records import record
from cchc_desktop.wording import people as words

_CELLS = re.compile(r";|\s{2,}")
_NUMBER = re.compile(r"\d{1,3}[.)]?")
_NUMBERED = re.compile(r"\d{1,3}[.)]\s+")
_TITLES = re.compile(r"(?:đồng chí|đ/c|ông|bà)\s*:?\s+(?=\S+\s+\S)", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_HEADINGS = frozenset({"ho ten", "ho va ten", "ten", "ho va ten can bo"})
_CELLS_READ = 3


@record
class PersonRow:
    """One person of a list: name, post, role in the body."""

    name: str
    post: str = ""
    role: str = ""


@record
class PeopleReading:
    """What was read of pasted lines, and what could not be, in words with the line's number."""

    rows: tuple[PersonRow, ...]
    problems: tuple[str, ...]


def read_people(text: str) -> PeopleReading:
    """Read lines of name, post and role; numbers in front, titles and a heading are skipped."""
    rows: list[PersonRow] = []
    problems: list[str] = []
    seen: set[object] = set()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        row = _row(line)
        if row is None:
            problems.append(words.line_refused(number, words.no_name_in_line()))
        elif fold(row.name) in _HEADINGS:
            continue
        elif name_key(row.name) in seen:
            problems.append(words.line_refused(number, words.person_twice(row.name)))
        else:
            seen.add(name_key(row.name))
            rows.append(row)
    return PeopleReading(tuple(rows), tuple(problems))


def _row(line: str) -> PersonRow | None:
    parts = line.split("\t") if "\t" in line.strip() else _CELLS.split(line.strip())
    cells = [clean(part) for part in parts]
    if len(cells) > 1 and (_NUMBER.fullmatch(cells[0]) or fold(cells[0]) in {"tt", "stt", ""}):
        cells.pop(0)
    name = _TITLES.sub("", _NUMBERED.sub("", cells[0], count=1), count=1)
    if not _LETTER.search(name):
        return None
    return PersonRow(name, *cells[1:_CELLS_READ])
