"""The page that a link opens at, as people write pages."""

import pytest

from cchc_desktop.domain.evidence import Link


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("3", 2),
        ("tr. 12-14", 11),
        ("trang 12", 11),
        ("Tr 7", 6),
        ("12, 15", 11),
        ("12–14", 11),
        ("3 và 5", 2),
        ("", 0),
        ("phụ lục", 0),
        ("0", 0),
        ("123456", 0),
    ],
)
def test_a_link_opens_at_the_first_page_it_names(page: str, expected: int) -> None:
    assert Link("l", "s", "c", "d", "i", page).page_index == expected
