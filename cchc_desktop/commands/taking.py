"""Several documents that came together are taken in as one step."""

from cchc_desktop.commands.documents import RegisterDocument
from cchc_desktop.commands.evidence import AttachDocument, LinkDocument
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.state import State
from cchc_desktop.records import record
from cchc_desktop.wording import evidence as words

Entering = RegisterDocument | AttachDocument
Taking = Entering | LinkDocument


@record
class TakeDocuments:
    """Enter documents, or link them, one after the other; all of them, or none."""

    steps: tuple[Taking, ...]

    @property
    def title(self) -> str:
        """The step in words."""
        if len(self.steps) == 1:
            return self.steps[0].title
        documents = {step.document for step in self.steps if isinstance(step, LinkDocument)}
        return words.linked_many(len(documents)) if documents else words.taken(len(self.steps))

    def plan(self, state: State) -> ChangeSet:
        """Plan each upon what those before it make."""
        changes = ChangeSet()
        for step in self.steps:
            each = step.plan(state)
            state = state.applied(each)
            changes += each
        return changes
