"""Searching a sheet with or without accents."""

from datetime import UTC, datetime

import pytest

from cchc_desktop.commands.sample import sample_command
from cchc_desktop.domain.changes import altered, made
from cchc_desktop.domain.evidence import Document, Link
from cchc_desktop.domain.search import found_in
from cchc_desktop.domain.state import State

SHEET = "hd2022-tinh"


def sample() -> State:
    state = State()
    return state.applied(sample_command().plan(state))


def codes(text: str, state: State | None = None) -> list[str]:
    state = state or sample()
    return [state.criteria[node].code for node in found_in(state, SHEET, text)]


@pytest.mark.parametrize("text", ["hồ sơ trực tuyến", "HO SO TRUC TUYEN", "tuyến hồ"])
def test_words_are_found_with_and_without_accents(text: str) -> None:
    assert "7.3" in codes(text)


def test_a_code_finds_its_criterion() -> None:
    assert "8.1.2" in codes("8.1.2")


def test_reasons_and_agencies_are_searched() -> None:
    assert "1.1" in codes("gui cham han")
    assert "1.1" in codes("van phong ubnd")


def test_documents_are_searched_by_number_and_subject() -> None:
    document = Document(
        "d",
        "a.pdf",
        "0" * 64,
        1,
        datetime(2023, 1, 1, tzinfo=UTC),
        "55/TB-VPCP",
        subject="Thông báo",
    )
    changes = made("document", [document])
    changes += made("link", [Link("l", SHEET, "hd2022-7.3", "d", "i")])
    state = sample().applied(changes)
    assert codes("55/tb-vpcp", state) == ["7.3"]
    assert codes("thong bao vpcp", state) == ["7.3"]


def test_what_is_gone_is_passed_over() -> None:
    state = sample()
    changes = made("link", [Link("l", SHEET, "hd2022-7.3", "gone", "i")])
    changes += altered("criterion", state.criteria["hd2022-7.3"], {"agencies": ("gone",)})
    assert "7.3" in codes("truc tuyen toan trinh", state.applied(changes))


def test_nothing_is_found_for_no_words_or_no_sheet() -> None:
    assert codes("   ") == []
    assert found_in(sample(), "gone", "a") == ()
