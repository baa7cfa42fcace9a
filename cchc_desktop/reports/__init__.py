"""Papers made from a dossier: Documents without a format, and their writers."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.state import State
from cchc_desktop.reports.coverage import coverage
from cchc_desktop.reports.document import Document
from cchc_desktop.reports.minutes import minutes
from cchc_desktop.reports.reminders import reminders
from cchc_desktop.reports.summary import Stamp, summary

Report = Callable[[State, str, Round, Stamp], Document]

REPORTS: Mapping[str, Report] = MappingProxyType(
    {"summary": summary, "minutes": minutes, "coverage": coverage, "reminders": reminders}
)
