from datetime import date

import pytest

from cchc_desktop.domain.dates import parse_date
from cchc_desktop.domain.errors import CchcError


@pytest.mark.parametrize(
    "text", ["24/02/2023", "24/2/2023", "24.2.2023", " 24 - 02 - 2023", "24022023"]
)
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert parse_date(text) == date(2023, 2, 24)


def test_nothing_is_no_day() -> None:
    assert parse_date("  ") is None


@pytest.mark.parametrize("text", ["31/02/2023", "2023-02-24", "hôm qua", "24/02/23", "0/1/2023"])
def test_what_is_no_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(CchcError, match="không phải là ngày") as caught:
        parse_date(text)
    assert "24/02/2023" in caught.value.hint
