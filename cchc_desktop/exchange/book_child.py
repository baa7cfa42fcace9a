"""The child process that makes and joins the pages of a book."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from cchc_desktop.domain.texts import TextFault
from cchc_desktop.exchange.child import Answerer, Child, ChildError, SlowError, Tell

_TIME_LIMIT = 120.0  # seconds for a document, and for the writing of the whole book


def pages_maker() -> Answerer:
    """Return what answers in the child."""
    from cchc_desktop.exchange.book_worker import answer  # loads foreign parsers

    return answer


class BookChild:
    """Asks the child; one that dies or is slow is told as a fault of what it was asked.

    Args:
        time_limit: seconds for each piece of an answer.
        tell: called as long as it works, with how many documents it joined since it was asked;
            what it raises ends the child.
    """

    def __init__(
        self, time_limit: float = _TIME_LIMIT, tell: Callable[[int], object] | None = None
    ) -> None:
        self._child = Child(pages_maker, time_limit)
        self._tell = tell
        self.stop = self._child.stop

    def ask(self, do: str, **what: object) -> Mapping[str, Any]:
        """Return an answer: "pages", or "fault"; waits."""
        try:
            *_, found = self._child.ask(json.dumps({"do": do, **what}).encode(), self._told())
        except SlowError:
            return {"fault": TextFault.SLOW.value}
        except ChildError:
            return {"fault": TextFault.DAMAGED.value}
        answer: Mapping[str, Any] = json.loads(found)
        return answer

    def _told(self) -> Tell | None:
        """Return what hears the pieces of one answer."""
        tell, joined = self._tell, 0
        if tell is None:
            return None

        def hear(piece: bytes) -> None:
            nonlocal joined
            joined = json.loads(piece).get("joined", joined) if piece else joined
            tell(joined)

        return hear
