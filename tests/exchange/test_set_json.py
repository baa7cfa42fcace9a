"""Criteria sets as JSON: what is wrong is said with line and path, all at once."""

import time
import unicodedata
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.rules.ratio import Ratio
from cchc_desktop.domain.set_draft import draft_of
from cchc_desktop.exchange.json_text import MOST_MEGABYTES
from cchc_desktop.exchange.set_files import read_set_file, set_file
from cchc_desktop.exchange.set_json import read_set
from tests.exchange.set_texts import errors, file_of, leaf, sample_file, warnings
from tests.sample_session import ASSESSMENT, sample_session

PLACES = [
    "dòng 6, criteria[1].maximum",
    "dòng 6, criteria[1].is_balancing",
    "dòng 6, criteria[1].code",
    "dòng 7, criteria[2].rule.full_at",
    "dòng 7, criteria[2].rule.between",
    "dòng 8, criteria[3].name",
    "dòng 8, criteria[3].rule.weight",
    "dòng 9, criteria[4].rule.kind",
    "dòng 9, criteria[4].parent",
    "dòng 10, criteria[5].rule.kind",
    "dòng 11, criteria[6]",
    "dòng 12, criteria[7].method",
    "dòng 12, criteria[7].rule",
    "dòng 13, criteria[8].rule.kind",
]


def test_the_sample_comes_back_whole_and_without_a_word(tmp_path: Path) -> None:
    draft = draft_of(sample_session().state, ASSESSMENT)
    path = tmp_path / "bộ.json"
    path.write_bytes(set_file(draft))
    assert read_set_file(path) == (draft, ())


def test_every_error_is_said_with_line_and_path() -> None:
    ratio = {"kind": "ratio", "full_at": "nhiều", "between": "so-so"}
    found = errors(
        file_of(
            leaf("1"),
            leaf("1", maximum=True, is_balancing="có"),
            leaf("2", rule=ratio, agencies=["Sở A", ""]),
            {"code": "3", "rule": {"kind": "survey", "weight": 1}},
            leaf("4", "9", rule={"points": 1}),
            leaf("5", rule={"kind": "guess"}, maximum=-1),
            "6",
            leaf(
                "7",
                rule="manual",
                rounding={"mode": "none", "places": 99},
                method=5,
            ),
            leaf(" ", rule={"kind": 1}),
        )
    )
    assert [line.split(": ")[0] for line in found] == PLACES
    assert found[2].endswith("mã 1 đã dùng ở criteria[0].")
    assert "cần số, viết như 1.5" in found[3]
    assert "chọn một trong: proportional, linear, unknown" in found[4]
    assert found[8].endswith("không có tiêu chí mã 9 trong bộ.")


@pytest.mark.parametrize("day", ["31/12/2022", "2022-02-30", 20221231, "2022-1-1", True])
def test_a_last_day_is_a_day_of_the_calendar(day: object) -> None:
    (said,) = errors(file_of(leaf("7", due=day)))
    assert said == (
        "dòng 5, criteria[0].due: cần ngày có thật, viết năm-tháng-ngày như “2022-12-31”."
    )


def test_a_file_says_which_documents_prove_a_criterion_and_until_when() -> None:
    (node,) = read_set(
        file_of(leaf("7", due="2022-12-31", evidence_required="Quyết định ban hành"))
    ).draft.criteria  # type: ignore[union-attr]  # there is no error in it
    assert (node.evidence_required, node.due) == ("Quyết định ban hành", date(2022, 12, 31))


def test_a_list_is_a_list() -> None:
    (said,) = errors(file_of(leaf("7", agencies="Sở A")))
    assert said.startswith("dòng 5, criteria[0].agencies: cần danh sách")


def test_values_are_looked_at_where_the_types_fit() -> None:
    found = errors(
        file_of(
            leaf("1", maximum="-1", rounding={"mode": "half_up", "places": 99}),
            leaf(" ", agencies=["Sở A", " "]),
            agencies=[{"name": " "}, 5],
            year=1492,
        )
    )
    assert [line.split(": ")[0] for line in found] == [
        "dòng 4, agencies[0].name",
        "dòng 4, agencies[1]",
        "dòng 5, year",
        "dòng 7, criteria[0].maximum",
        "dòng 7, criteria[0].rounding.places",
        "dòng 8, criteria[1].code",
        "dòng 8, criteria[1].agencies[1]",
    ]


def test_the_head_is_read_as_strictly() -> None:
    found = errors(file_of(level="làng", year="2022", title=5, agencies="Sở A", mau="đỏ"))
    assert [line.split(": ")[0].split(", ")[1] for line in found] == [
        "level", "year", "title", "agencies", "mau",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        (b"", 1, "JSON"),
        (b'{\n"format": cchc', 2, "JSON"),
        (sample_file()[:200], 8, "JSON"),
        (b"\n\n\xff\xfe", 3, "UTF-8"),
        ("{}".encode("utf-16"), 1, "UTF-8"),
        (b"[" * 100_000, 1, "lồng nhau quá sâu"),
        (b'{"a":' * 100_000, 1, "lồng nhau quá sâu"),
        (b"[]", 1, "không phải bộ tiêu chí"),
        (b'{\n"format":\n"x"}', 2, "không phải bộ tiêu chí"),
        (b'{"format": "cchc-criteria-set"}', 1, "cần số nguyên"),
        (b'{"format": "cchc-criteria-set",\n"version": 2}', 2, "cấu trúc 2"),
        (b'{"format": "cchc-criteria-set",\n"version": 1}', 1, "cần danh sách"),
        (b" " * ((MOST_MEGABYTES << 20) + 1), 1, "lớn hơn 32 MB"),
    ],
)
def test_what_is_no_set_is_said_in_one_line(body: bytes, line: int, words: str) -> None:
    (said,) = errors(body)
    assert said.startswith(f"dòng {line}")
    assert words in said


def test_a_field_that_stands_twice_is_refused_where_it_stands_again() -> None:
    body = sample_file().replace(b'"legal_basis"', b'"title"', 1)
    assert errors(body) == ["dòng 7, title: trường này đã có ở trên, trong cùng một mục."]
    text = '{"criteria": [{"a": [{"b": 1,\n"b": 2}], "a": "}{\\"][,:"}]}'
    assert [each.split(": ")[0] for each in errors(text.encode())] == [
        "dòng 2, criteria[0].a[0].b",
        "dòng 2, criteria[0].a",
    ]


def test_circles_and_nodes_too_deep_are_said_once_each() -> None:
    ring = [leaf("1", "1"), leaf("2", "3"), leaf("3", "4"), leaf("4", "2"), leaf("5", "4")]
    assert errors(file_of(*ring)) == [
        "dòng 5, criteria[0].parent: cấp trên đi vòng: 1 → 1.",
        "dòng 6, criteria[1].parent: cấp trên đi vòng: 2 → 3 → 4 → 2.",
    ]
    long = [leaf(f"{n}", f"{(n + 1) % 40}") for n in range(40)]
    assert errors(file_of(*long))[0].endswith("0 → 1 → 2 → 3 → 4 → 5 → 6 → 7 → … → 0.")
    deep = [leaf(f"{n}", f"{n - 1}" if n else "") for n in range(14)]
    assert errors(file_of(*reversed(deep))) == [
        "dòng 5, criteria[0].parent: nằm sâu hơn 12 cấp.",
        "dòng 6, criteria[1].parent: nằm sâu hơn 12 cấp.",
    ]


def test_a_leaf_needs_a_rule_and_a_branch_none() -> None:
    bare = {"code": "1", "name": "Lĩnh vực"}
    assert errors(file_of(bare)) == [
        "dòng 5, criteria[0].rule: thiếu cách chấm (rule); tiêu chí không có cấp con phải nêu."
    ]
    assert "cần có tiêu chí con" in errors(file_of(leaf("1", rule={"kind": "sum"})))[0]
    assert read_set(file_of(bare | {"rule": {"kind": "sum"}}, leaf("1.1", "1"))).draft


def test_sums_and_rules_that_do_not_fit_are_only_warned_of() -> None:
    crossed = {"kind": "ratio", "full_at": 50, "zero_below": "60"}
    body = file_of(leaf("1", maximum="5"), leaf("1.1", "1", maximum=4.5, rule=crossed))
    assert warnings(body) == [
        "dòng 4, criteria: cộng 1 lĩnh vực, còn thiếu 95 để đủ 100 điểm.",
        "dòng 5, criteria[0].maximum: các mục con của 1 cộng còn thiếu 0,5 so với 5 điểm.",
        "dòng 6, criteria[1].rule.full_at: ngưỡng 0 điểm phải nhỏ hơn ngưỡng đủ điểm.",
    ]
    draft = read_set(body).draft
    assert draft is not None
    assert draft.criteria[1].rule == Ratio(full_at=Decimal(50), zero_below=Decimal(60))
    assert warnings(file_of()) == ["dòng 4, criteria: bộ chưa có tiêu chí nào."]


def test_numbers_keep_every_digit_and_odd_ones_are_refused() -> None:
    draft = read_set(
        file_of(leaf("1", maximum=0), leaf("2", maximum="0.12345678901234567890"))
    ).draft
    assert draft is not None
    assert draft.criteria[1].maximum == Decimal("0.12345678901234567890")
    for odd in ("NaN", "Infinity", "1e3", "-Infinity", "1" * 5000, '"1,5"', '"٣"', "[]"):
        body = file_of(leaf("1", maximum=77)).replace(b"77", odd.encode())
        assert "criteria[0].maximum: cần số" in errors(body)[0]


def test_letters_and_accents_apart_are_joined_and_half_characters_refused() -> None:
    apart = unicodedata.normalize("NFD", "Cải cách thể chế")
    draft = read_set(file_of(leaf("1", name=f"  {apart} \n "))).draft
    assert draft is not None
    assert draft.criteria[0].name == "Cải cách thể chế"
    taken = errors(file_of(leaf("Đ1ế"), leaf(unicodedata.normalize("NFD", "Đ1ế"))))
    assert "đã dùng ở criteria[0]" in taken[0]
    half = file_of(leaf("1", note="a?b")).replace(b"a?b", b"a\\ud800b")
    assert "criteria[0].note: có ký tự hỏng" in errors(half)[0]
    long = errors(file_of(leaf("1") | {"khóa lạ " * 9: 1}))[0]
    assert long.startswith(f"dòng 5, criteria[0].“{('khóa lạ ' * 9)[:40]}…”: không có trường này")


def test_a_file_with_a_byte_order_mark_is_read() -> None:
    assert read_set(b"\xef\xbb\xbf" + sample_file()).draft is not None


def test_a_hundred_thousand_nodes_are_refused_in_a_moment() -> None:
    body = file_of(*(leaf(f"{n}") for n in range(100_000)))
    start = time.monotonic()
    (said,) = errors(body)
    assert said == "dòng 4, criteria: có 100000 tiêu chí, chương trình nhận tối đa 10000."
    assert time.monotonic() - start < 10


def test_ten_thousand_wrong_nodes_are_all_named() -> None:
    body = file_of(*(leaf(f"{n}", rule={"kind": "x"}) for n in range(10_000)))
    found = errors(body)
    assert len(found) == 10_000
    assert found[-1].startswith("dòng 10004, criteria[9999].rule.kind")


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(CchcError, match="Không đọc được tệp"):
        read_set_file(tmp_path / "không có.json")


def test_bonuses_and_penalties_that_do_not_fit_are_errors_with_their_place() -> None:
    deduction = {"kind": "deduction"}
    found = errors(
        file_of(
            {"code": "9", "name": "Thưởng", "effect": "bonus"},
            leaf("9.1", "9", effect="penalty"),
            leaf("9.2", "9", is_balancing=True),
            leaf("8", effect="penalty", rule=deduction),
            leaf("7", effect="gift"),
        )
    )
    assert [line.split(": ")[0] for line in found] == ["dòng 9, criteria[4].effect"]
    assert found[0].endswith("chọn một trong: bonus, penalty.")
    found = errors(
        file_of(
            {"code": "9", "name": "Thưởng", "effect": "bonus"},
            leaf("9.1", "9", effect="penalty"),
            leaf("9.2", "9", is_balancing=True),
            leaf("8", effect="penalty", rule=deduction),
        )
    )
    assert [line.split(": ")[0] for line in found] == [
        "dòng 6, criteria[1].effect",
        "dòng 7, criteria[2].is_balancing",
        "dòng 8, criteria[3].rule",
    ]
    assert "tiêu chí 9.1 là điểm trừ thêm" in found[0]


def test_bonuses_and_penalties_are_no_part_of_the_100_points() -> None:
    body = file_of(
        {"code": "1", "name": "Chỉ đạo", "maximum": 100},
        leaf("1.1", "1", maximum=100),
        leaf("1.2", "1", maximum=2, effect="penalty"),
        {"code": "9", "name": "Thưởng", "effect": "bonus", "maximum": 3},
        leaf("9.1", "9", maximum=5),
        may_exceed=True,
    )
    assert not warnings(body)
    draft = read_set(body).draft
    assert draft is not None
    assert draft.may_exceed
