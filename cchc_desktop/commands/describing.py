"""Many documents described in one step, from a list."""

from collections.abc import Iterable

from cchc_desktop.commands.evidence import DescribeDocument
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.document_list import Match
from cchc_desktop.domain.state import State
from cchc_desktop.records import record
from cchc_desktop.wording import describing as words


@record
class DescribeDocuments:
    """Write the descriptions of documents; one that is named twice takes the last one."""

    descriptions: tuple[DescribeDocument, ...]

    @property
    def title(self) -> str:
        """The step in words."""
        return words.all_described(len(self.descriptions))

    def plan(self, state: State) -> ChangeSet:
        """Give every document its fields; each is there."""
        changes = ChangeSet()
        for each in {one.document: one for one in self.descriptions}.values():
            changes += each.plan(state)
        return changes


def filling(matches: Iterable[Match]) -> DescribeDocuments:
    """Return the step that fills documents as a list says; what they have stays."""
    filled = (match.filled for match in matches if match.fields)
    return DescribeDocuments(
        tuple(
            DescribeDocument(
                each.id, each.number, each.issued_on, each.issuer, each.subject, each.note,
                each.valid_from, each.valid_until, each.type_name,
            )
            for each in filled
        )
    )  # fmt: skip
