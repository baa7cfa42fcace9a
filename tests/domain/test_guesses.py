from datetime import UTC, date, datetime

from cchc_desktop.domain.evidence import Document
from cchc_desktop.domain.guesses import (
    Guess,
    Source,
    guesses_before,
    guesses_of,
    merged,
    words_on_page,
)

MOMENT = datetime(2023, 3, 1, tzinfo=UTC)


def test_what_page_and_name_both_say_is_offered_once_as_from_the_page() -> None:
    page = [Guess("number", "55/TB-VPCP", Source.PAGE)]
    name = [Guess("number", "55/tb - vpcp", Source.NAME), Guess("number", "55/TB", Source.NAME)]
    found = [guess for guess in guesses_of(page, name) if guess.field == "number"]
    assert found == [page[0], name[1]]


def test_the_accents_that_one_source_lost_come_from_the_other() -> None:
    lost = Guess("issuer", "Van phong Chinh phu", Source.PAGE)
    kept = Guess("issuer", "Văn phòng Chính phủ", Source.NAME)
    assert merged([lost, kept]) == (Guess("issuer", "Văn phòng Chính phủ", Source.PAGE),)
    assert merged([kept, lost]) == (kept,)


def test_a_number_tells_kind_and_issuer_where_nothing_else_does() -> None:
    found = guesses_of([Guess("number", "876/QĐ-BNV", Source.PAGE)], [])
    assert found[1:] == (
        Guess("type_name", "Quyết định", Source.PAGE),
        Guess("issuer", "Bộ Nội vụ", Source.PAGE),
    )


def test_the_file_before_offers_what_was_written_for_it() -> None:
    before = Document("d", "a.pdf", "0" * 64, 1, MOMENT, "1/BC", date(2023, 4, 7), "Bộ Nội vụ")
    assert guesses_before(before) == (
        Guess("number", "1/BC", Source.BEFORE),
        Guess("issued_on", "07/04/2023", Source.BEFORE),
        Guess("issuer", "Bộ Nội vụ", Source.BEFORE),
    )


def test_a_guess_is_looked_for_on_the_page_as_it_may_be_written_there() -> None:
    def words(field: str, text: str) -> tuple[str, ...]:
        return words_on_page(Guess(field, text, Source.PAGE))

    assert words("number", "55/TB-VPCP") == ("55/TB-VPCP",)
    assert words("subject", "Về việc đẩy mạnh") == ("đẩy mạnh",)
    assert words("issued_on", "24/12/2023") == ("ngày 24 tháng 12 năm 2023",)
    assert words("issued_on", "05/02/2023")[::3] == (
        "ngày 05 tháng 02 năm 2023",
        "ngày 5 tháng 2 năm 2023",
    )
