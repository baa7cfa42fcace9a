"""Dates as people type them: day, month, year."""

import re
from datetime import date

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.text import clean
from cchc_desktop.wording import typed as words

_TYPED = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})|(\d{2})(\d{2})(\d{4})")


def parse_date(text: str) -> date | None:
    """Return the day a person typed ("24/02/2023", "24.2.2023", "24022023"); None for nothing.

    Raises:
        CchcError: the text is no day.
    """
    body = clean(text)
    if not body:
        return None
    match = _TYPED.fullmatch(body)
    if match is not None:
        day, month, year = (int(part) for part in match.groups() if part is not None)
        try:
            return date(year, month, day)
        except ValueError:
            pass
    raise CchcError(words.no_date(body), words.DATES)
