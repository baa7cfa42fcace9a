"""The pages of people for the view “Đơn vị và Hội đồng”: words, how many, how each is made."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.appraisal import appraisers_of, people_of
from cchc_desktop.domain.people import Body
from cchc_desktop.wording.people import body_name
from ui.people.list_page import PeoplePage
from ui.people.parts_page import PartsPage
from ui.shared.desk import Desk

Page = tuple[str, Callable[[Desk], int], Callable[[Desk], QWidget]]


def pages() -> Mapping[str, Page]:
    """Return each page's words, count and maker by its key, in order."""
    lists = {body.value: _list(body) for body in Body}
    parts: Page = ("Người thẩm định theo tiêu chí", _appraisers, PartsPage)
    return {**lists, "parts": parts}


def _list(body: Body) -> Page:
    def count(desk: Desk) -> int:
        return len(people_of(desk.state, desk.assessment, body))

    def make(desk: Desk) -> QWidget:
        return PeoplePage(desk, body)

    return body_name(body.value), count, make


def _appraisers(desk: Desk) -> int:
    return len(appraisers_of(desk.state, desk.assessment))
