"""Every number of the summary leads back: where it stands, what it is, how it was worked out."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.sittings import Ruling
from cchc_desktop.reports.document import Origin, Quantity
from cchc_desktop.reports.minutes import minutes_of
from cchc_desktop.reports.origins import Source, source_of
from cchc_desktop.reports.spots import Spot
from cchc_desktop.reports.summary import Stamp, summary
from cchc_desktop.reports.writers import as_pdf
from tests.sample_session import SHEET, fixed_clock, node, sample_session
from tests.sitting_dossier import SITTING, decide, sitting_session


@pytest.fixture(scope="module")
def made() -> tuple[bytes, tuple[Spot, ...]]:
    session = sample_session()
    stamp = Stamp(fixed_clock(), session.store.head)
    return as_pdf(summary(session.state, SHEET, Round.FIRST, stamp))


def source(spots: tuple[Spot, ...], spot: Spot) -> Source:
    scores = sample_session().scores(SHEET, Round.FIRST)
    return source_of(scores, "Thẩm định lần 1", spot, spots)


def test_every_number_stands_on_the_page_as_it_is_printed(
    made: tuple[bytes, tuple[Spot, ...]],
) -> None:
    content, spots = made
    page = PdfReader(BytesIO(content)).pages[0]
    text = page.extract_text()
    assert len(spots) > 80
    assert all(spot.text in text for spot in spots)
    for spot in spots:
        left, top, width, height = spot.box
        assert left > 0
        assert left + width < float(page.mediabox.width)
        assert top > 0
        assert top + height < float(page.mediabox.height)


def test_a_spot_covers_its_number_on_the_page(made: tuple[bytes, tuple[Spot, ...]]) -> None:
    content, spots = made
    page = PdfReader(BytesIO(content)).pages[0]
    tall = float(page.mediabox.height)
    drawn: list[tuple[str, float, float]] = []

    def look(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        at = (tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5])
        drawn.append((text.strip(), at[0], tall - at[1]))

    page.extract_text(visitor_text=look)
    first = spots[0]
    found = [(x, y) for text, x, y in drawn if text == first.text]
    left, top, _, height = first.box
    assert any(left <= x <= left + 4 and top < y < top + height for x, y in found)


def test_points_lost_and_shares_say_how_they_were_worked_out(
    made: tuple[bytes, tuple[Spot, ...]],
) -> None:
    spots = made[1]

    def lines(quantity: Quantity, code: str) -> dict[str, str]:
        key = node(code)
        found = [s for s in spots if (s.origin.criterion, s.origin.quantity) == (key, quantity)]
        return dict(source(spots, found[0]).lines)

    lost = lines(Quantity.LOST, "7")
    assert lost == {
        "Lấy từ": "Bảng chấm điểm, Thẩm định lần 1",
        "Cách tính": "13,5 − 9,303694… = 4,196305…",
        "In ra": "2 số lẻ",
    }
    assert lines(Quantity.POINTS, "7")["Cách tính"].endswith("= 9,303694…")
    assert lines(Quantity.SHARE, "7")["Cách tính"] == "9,303694… ÷ 13,5 = 68,916259… %"
    assert lines(Quantity.MAXIMUM, "7")["Lấy từ"].startswith("Bộ tiêu chí, Quyết định 876")
    assert lines(Quantity.RANK, "7") == {"Lấy từ": "Thứ hạng đã công bố", "In ra": "số nguyên"}


def test_a_number_says_what_it_is_where_else_it_stands_and_leads_to_its_criterion(
    made: tuple[bytes, tuple[Spot, ...]],
) -> None:
    spots = made[1]
    area = next(s for s in spots if s.origin.criterion == node("7") and s.text == "4,20")
    found = source(spots, area)
    assert found.what == "Bị trừ của lĩnh vực 7"
    assert found.elsewhere == "Còn 1 chỗ khác in số này"
    assert (found.link, found.criterion) == ("Đến lĩnh vực 7", node("7"))
    total = source(spots, spots[0])
    assert (total.what, total.link) == ("Điểm của cả bảng", "Đến bảng chấm điểm")
    lost = [source(spots, s) for s in spots if s.text == "16,48"]
    assert {each.elsewhere for each in lost} == {"Còn 2 chỗ khác in số này"}


def test_a_criterion_that_is_gone_leads_to_the_whole_sheet(
    made: tuple[bytes, tuple[Spot, ...]],
) -> None:
    gone = Spot(0, (0, 0, 1, 1), "1", Origin("gone", "x", Quantity.LOST))
    assert source((gone,), gone).link == "Đến bảng chấm điểm"


def test_the_minutes_lead_back_to_the_rounds_and_to_what_was_decided() -> None:
    session = sitting_session()
    decide(session, "1.2", Ruling.ACCEPTED)
    stamp = Stamp(fixed_clock(), session.store.head)
    _, spots = as_pdf(minutes_of(session.state, session.state.sittings[SITTING], stamp))
    kinds = {spot.origin.quantity for spot in spots}
    assert {Quantity.MAXIMUM, Quantity.POINTS, Quantity.AMOUNT} <= kinds
    assert {spot.origin.round for spot in spots if spot.origin.quantity is Quantity.POINTS} - {""}
