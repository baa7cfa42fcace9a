"""Pages of files and places of words in them, rendered by a child process."""

from collections.abc import Iterator
from threading import Lock

from cchc_desktop.exchange.child import Answerer, Child, ChildError, NoChildError, SlowError
from cchc_desktop.exchange.page_wire import (
    Fault,
    FoundPlace,
    PageAnswer,
    PageRequest,
    asked,
    packed,
    packed_places,
    places_of,
    request_of,
    unpacked,
)

TIME_LIMIT = 10.0  # seconds for a page


def renderer() -> Answerer:
    """Return what renders pages in the child."""
    from cchc_desktop.exchange.page_worker import Pages  # the window never loads PDFium

    pages = Pages(_picture)

    def answer(question: bytes) -> Iterator[bytes]:
        request = request_of(question)
        if request.words:
            for places in pages.find(request):
                yield packed_places(places)
        else:
            yield from packed(pages.answer(request))

    return answer


def _picture(request: PageRequest) -> PageAnswer:
    from cchc_desktop.exchange.picture_worker import picture_of  # with the first picture

    return picture_of(request)


class PageChild:
    """Our end: any thread may ask; one question is answered at a time.

    Args:
        time_limit: seconds for a page.
    """

    def __init__(self, time_limit: float = TIME_LIMIT) -> None:
        self._child = Child(renderer, time_limit)
        self._turn = Lock()
        self.interrupt = self._child.interrupt

    @property
    def number(self) -> int | None:
        """Process id of the child, None while there is none."""
        return self._child.number

    def ask(self, request: PageRequest) -> PageAnswer:
        """Return the page, or why there is none; waits, so it is called in a thread."""
        with self._turn:
            try:
                return unpacked(self._asked(request))
            except SlowError:
                return PageAnswer(Fault.SLOW)
            except NoChildError:
                return PageAnswer(Fault.NO_CHILD)
            except (ChildError, ValueError):
                return PageAnswer(Fault.DAMAGED)

    def find(self, request: PageRequest) -> tuple[FoundPlace, ...]:
        """Return where the words stand; none where the file cannot be read."""
        with self._turn:
            try:
                return tuple(place for each in self._asked(request) for place in places_of(each))
            except (ChildError, ValueError):
                return ()

    def stop(self) -> None:
        """End the child and wait for it."""
        self._child.interrupt()
        with self._turn:
            self._child.stop()

    def _asked(self, request: PageRequest) -> list[bytes]:
        return self._child.ask(asked(request))
