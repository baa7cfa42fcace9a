"""The child process that makes and joins the pages of a book."""

import json
from collections.abc import Mapping
from typing import Any

from cchc_desktop.domain.texts import TextFault
from cchc_desktop.exchange.child import Answerer, Child, ChildError, SlowError

_TIME_LIMIT = 120.0  # seconds for a document, and for the whole book


def pages_maker() -> Answerer:
    """Return what answers in the child."""
    from cchc_desktop.exchange.book_worker import answer  # loads foreign parsers

    return answer


class BookChild:
    """Asks the child; one that dies or is slow is told as a fault of what it was asked."""

    def __init__(self, time_limit: float = _TIME_LIMIT) -> None:
        self._child = Child(pages_maker, time_limit)
        self.stop = self._child.stop

    def ask(self, do: str, **what: object) -> Mapping[str, Any]:
        """Return an answer: "pages", or "fault"; waits."""
        try:
            (found,) = self._child.ask(json.dumps({"do": do, **what}).encode())
        except SlowError:
            return {"fault": TextFault.SLOW.value}
        except ChildError:
            return {"fault": TextFault.DAMAGED.value}
        answer: Mapping[str, Any] = json.loads(found)
        return answer
