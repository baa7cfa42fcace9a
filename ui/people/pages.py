"""The pages of people for the view “Đơn vị và Hội đồng”: words, how many, how each is made."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.appraisal import appraisers_of, people_of
from cchc_desktop.domain.people import Body
from cchc_desktop.wording.people import body_name
from ui.people.list_page import PeoplePage
from ui.people.parts_page import PartsPage
from ui.shared.book import CHARGES, PEOPLE, BookPage
from ui.shared.desk import Desk

_PARTS = "Người thẩm định"


def pages() -> Mapping[str, BookPage]:
    """Return the pages by their keys, in order."""
    lists = {body.value: _list(body) for body in Body}
    return {**lists, "parts": BookPage(CHARGES, _PARTS, _appraisers, PartsPage)}


def _list(body: Body) -> BookPage:
    def count(desk: Desk) -> int:
        return len(people_of(desk.state, desk.assessment, body))

    def make(desk: Desk) -> QWidget:
        return PeoplePage(desk, body)

    return BookPage(PEOPLE, body_name(body.value), count, make)


def _appraisers(desk: Desk) -> int:
    return len(appraisers_of(desk.state, desk.assessment))
