"""What the next step of a unit reads like."""

from datetime import date

import pytest

from cchc_desktop.domain.track import OF_THE_UNIT, Step
from cchc_desktop.wording import track as words


@pytest.mark.parametrize("step", Step)
def test_every_step_has_words(step: Step) -> None:
    said = words.next_step(step.value, 6, 0, of_the_unit=step in OF_THE_UNIT)
    assert said
    assert said[0].islower()


def test_a_late_unit_is_reminded_and_a_late_council_goes_on() -> None:
    assert words.next_step("go_on_self", 6, 34, of_the_unit=True) == "gửi nhắc, trễ 34 ngày"
    assert words.next_step("appraise", 6, 3, of_the_unit=False) == "chấm 6 tiêu chí còn lại"
    assert words.next_step("answer", 3, 0, of_the_unit=True) == "đơn vị trả lời 3 tiêu chí"


def test_days_are_short_in_a_column_and_whole_in_speech() -> None:
    day = date(2023, 2, 10)
    assert words.short_day(day) == "10/02"
    assert words.waits_for_opening(day) == "chờ mở ngày 10/02"
    spoken = words.spoken("Sở Y tế", "first", "chấm 6 tiêu chí còn lại", day, 3)
    assert spoken == (
        "Sở Y tế; đang thẩm định lần 1; hạn 10/02/2023, trễ 3 ngày; chấm 6 tiêu chí còn lại"
    )
    assert words.spoken("Sở Y tế", "published", "đã xong", None, 0).endswith("đã công bố; đã xong")


def test_what_is_left_and_who_is_reminded() -> None:
    assert (words.left_until(7), words.left_until(0)) == ("còn 7 ngày", "hôm nay")
    assert words.remind(11, agencies=False) == "Nhắc 11 đơn vị…"
    assert words.remind(2, agencies=True) == "Nhắc 2 cơ quan…"
