"""The one event after a change."""

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.state import State
from cchc_desktop.records import record


@record
class Changed:
    """A change that stands in memory and on disk.

    Args:
        before, after: the states.
        changes: the list of changes.
        title: the step in words.
        criteria: ids of the criteria that the changes name.
        sheets: ids of the sheets whose marks, losses or documents changed.
    """

    before: State
    after: State
    changes: ChangeSet
    title: str
    criteria: frozenset[str]
    sheets: frozenset[str]
