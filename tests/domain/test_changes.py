"""Changes: applied, inverted, hashed; records survive the way to JSON and back."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from cchc_desktop.domain.changes import Change, ChangeSet, altered, canonical, made, removed
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Document, DocumentFile, Link, safe_name
from cchc_desktop.domain.fields import record_from_json, record_to_json, to_json, with_fields
from cchc_desktop.domain.journal import Author, JournalLine, next_line
from cchc_desktop.domain.marks import Cause, Deduction, Figure, Mark, Method, Round
from cchc_desktop.domain.people import Assignment, Body, CouncilMember
from cchc_desktop.domain.points import Rounding, RoundingMode
from cchc_desktop.domain.rules.bands import Band, BandInput, Bands
from cchc_desktop.domain.rules.levels import Levels, ScoreLevel
from cchc_desktop.domain.rules.ratio import Between, Ratio
from cchc_desktop.domain.sittings import Attendee, Ruling, Sitting, SittingItem
from cchc_desktop.domain.state import State, state_of
from cchc_desktop.domain.tables import TABLES
from cchc_desktop.domain.units import (
    Agency,
    Assessment,
    AssessmentLevel,
    KnownTotal,
    Member,
    Published,
    Setting,
    Sheet,
    Task,
    Unit,
    UnitGroup,
)

D = Decimal
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
RECORDS: dict[str, list[object]] = {
    "assessment": [
        Assessment("a", "Cấp tỉnh 2022", 2022, AssessmentLevel.PROVINCE, (Round.FIRST,)),
        Assessment(
            "b", "x", 2021, AssessmentLevel.COMMUNE, is_reconstructed=True,
            published_on=date(2023, 4, 19), issuer=("UBND", "HỘI ĐỒNG"), published_units=63,
            self_until=date(2023, 1, 15), second_until=date(2023, 3, 5),
        ),
    ],
    "unit_group": [UnitGroup("g", "Tỉnh")],
    "unit": [Unit("u", "Tỉnh Hải Dương", "g"), Unit("v", "Khác")],
    "agency": [Agency("x", "Sở Nội vụ", "SNV")],
    "member": [Member("m", "Thư ký")],
    "sheet": [Sheet("s", "a", "u", "i", (Round.SELF, Round.FIRST))],
    "criterion": [
        Criterion("1", "a", "", "i", "1", "Lĩnh vực", maximum=D("9.5")),
        Criterion(
            "1.1", "a", "1", "i", "1.1", "Tiêu chí", method=Method.APPRAISAL, is_balancing=True,
            rule=Ratio(D(1), between=Between.UNKNOWN), rounding=Rounding(RoundingMode.TRUNCATE, 3),
            agencies=("x", "y"),
        ),
        Criterion(
            "1.2", "a", "1", "j", "1.2", "T",
            rule=Levels((ScoreLevel("k", "Mức", D("0.5")),), is_complete=True),
        ),
        Criterion(
            "1.3", "a", "1", "k", "1.3", "T",
            rule=Bands(BandInput.PERCENT, (Band(D(1)), Band(D(0), D(5), D(6))), label="Hạng"),
        ),
    ],
    "document": [
        Document("d", "a.pdf", "0" * 64, 5, NOON, "55/TB", date(2023, 2, 24), subject="t")
    ],
    "document_file": [DocumentFile("f", "d", "h", "b.pdf", "1" * 64, 5, NOON, "phụ lục")],
    "task": [
        Task("t", "a", "i", "Làm", ("x",), ("y",), ("CV 1",), ("1", "8.1"), date(2023, 6, 15))
    ],
    "known_total": [
        KnownTotal("k", "a", "Hòa Bình", D("84.73"), 38, date(2023, 4, 19)),
        KnownTotal("l", "a", "Sơn La", D("0.5")),
    ],
    "council_member": [
        CouncilMember(
            "cm", "a", "i", Body.COUNCIL, "Nguyễn Văn A", "Giám đốc Sở Nội vụ", "Chủ tịch",
            "1301/QĐ-UBND", date(2022, 3, 20), date(2022, 3, 20), date(2023, 6, 30),
        ),
        CouncilMember("cn", "a", "j", Body.APPRAISERS, "Trần Thị B"),
    ],
    "assignment": [
        Assignment("as", "1", "cm", note="từ 10/02"),
        Assignment("at", "1.1", agency="x"),
    ],
    "sitting": [
        Sitting(
            "ph", "a", Round.SECOND, date(2023, 2, 24), "từ 8 giờ", "Phòng họp", "05/BB-HĐ",
            "Nguyễn Văn A", "Trần Thị B",
            (Attendee("Nguyễn Văn A", "Giám đốc", "Chủ tịch"), Attendee("C", is_absent=True)), "x",
        ),
        Sitting("pi", "a", Round.PUBLISHED),
    ],
    "sitting_item": [
        SittingItem(
            "si", "ph", "s", "1.1", "i", D("0.5"), Ruling.OTHER, D("0.25"), "lý do",
            datetime(2023, 2, 24, 9, 5, tzinfo=UTC),
        ),
        SittingItem("sj", "ph", "s", "1.2", "j"),
    ],
    "setting": [Setting("theme", {"mode": "dark"}), Setting("empty")],
    "mark": [
        Mark("s", "1.1", Round.FIRST, points=D("0.50"), cause=Cause.WRONG_FORM),
        Mark(
            "s", "1.2", Round.SHEET, choice="k", not_applicable=True, explanation="vì",
            figures={"points": Figure(D("1.28"), "Bộ", date(2022, 12, 31))},
        ),
    ],
    "deduction": [
        Deduction("z", "s", "1.1", Round.FIRST, "i", D("0.1"), "chậm", ("x",), ("y",),
                  Method.OFFICIALS_SURVEY, "thanh toán"),
    ],
    "link": [Link("l", "s", "1.1", "d", "i", "3")],
    "published": [
        Published("p", "s", "1.1", 2022, score="0.5", rank=4, of=63, rank_change=-7),
        Published("q", "s", year=2022, rank_change=0),
    ],
}  # fmt: skip


def everything() -> ChangeSet:
    changes = ChangeSet()
    for table in TABLES:
        changes += made(table, RECORDS[table])  # type: ignore[arg-type]
    return changes


def test_every_table_has_an_example() -> None:
    assert set(RECORDS) == set(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_a_record_survives_json(table: str) -> None:
    for record in RECORDS[table]:
        text = json.dumps(record_to_json(record), ensure_ascii=False)
        assert record_from_json(TABLES[table], json.loads(text)) == record


def test_making_and_inverting_leaves_an_empty_state() -> None:
    changes = everything()
    full = State().applied(changes)
    empty = full.applied(changes.inverted())
    assert all(not rows for rows in empty.rows.values())
    assert not any(any(cell.records.values()) for cell in empty.cells.values())
    assert not len(empty.tree("a"))


def test_packed_rows_make_the_same_state() -> None:
    applied = State().applied(everything())
    packed = state_of(
        (change.table, change.key, change.new)  # type: ignore[misc]
        for change in everything().changes
    )
    assert packed.rows == applied.rows
    assert packed.cell("s").records == applied.cell("s").records
    assert packed.tree("a").walk == applied.tree("a").walk


def test_only_what_differs_is_a_change() -> None:
    mark = Mark("s", "c", Round.FIRST, points=D("0.50"))
    assert not altered("mark", mark, {"points": D("0.5"), "note": ""})
    (change,) = altered("mark", mark, {"points": None, "note": ""}).changes
    assert change == Change("mark", mark.key, "points", "0.5", None)


@pytest.mark.parametrize(
    "change",
    [
        Change("unit", "u", "name", "Tên khác", "Mới"),
        Change("unit", "nowhere", "name", "Tỉnh Hải Dương", "Mới"),
        Change("unit", "u", "*", None, {"id": "u", "name": "Tỉnh Hải Dương"}),
        Change("unit", "u", "*", {"id": "u", "name": "Cũ"}, None),
        Change("mark", "s/1.1/first", "points", "0.4", "0.3"),
    ],
)
def test_a_change_whose_old_value_is_gone_is_refused(change: Change) -> None:
    full = State().applied(everything())
    with pytest.raises(CchcError, match="sửa lại sau đó"):
        full.applied(ChangeSet((change,)))


def test_a_whole_record_is_a_dictionary() -> None:
    with pytest.raises(TypeError, match="dictionary"):
        State().applied(ChangeSet((Change("unit", "u", "*", None, "x"),)))


def test_a_field_edit_touches_its_cell_alone() -> None:
    full = State().applied(everything())
    mark, links = full.cell("s").marks["1.1", Round.FIRST], full.cell("s").links
    after = full.applied(altered("mark", mark, {"points": D(0)}))
    assert after.rows["unit"] is full.rows["unit"]
    assert after.trees is full.trees
    assert after.cell("s").links is links
    assert after.cell("s").marks["1.1", Round.FIRST].points == 0
    assert full.cell("s").marks["1.1", Round.FIRST].points == D("0.5")


def test_untouched_groups_of_deductions_stay_the_same_objects() -> None:
    more = [
        Deduction(str(n), "s", code, Round.FIRST, "i", D(1))
        for n, code in enumerate(["1.2", "1.3"])
    ]
    full = State().applied(everything() + made("deduction", more))
    before = full.cell("s").deductions
    after = full.applied(altered("deduction", more[0], {"reason": "mới"})).cell("s").deductions
    assert after["1.3", Round.FIRST] is before["1.3", Round.FIRST]
    assert after["1.2", Round.FIRST][0].reason == "mới"


def test_a_renamed_criterion_makes_a_new_tree() -> None:
    full = State().applied(everything())
    after = full.applied(altered("criterion", full.criteria["1"], {"name": "Mới"}))
    assert after.tree("a")["1"].name == "Mới"
    assert full.tree("a")["1"].name == "Lĩnh vực"


def test_removing_and_making_again_is_its_own_inverse() -> None:
    changes = removed("unit", RECORDS["unit"])  # type: ignore[arg-type]
    assert changes.inverted().inverted() == changes
    assert {change.table for change in changes.changes} == {"unit"}
    assert changes.in_table("mark") == ()


def test_the_digest_is_of_the_contents_in_one_form() -> None:
    nfd, nfc = "\u0061\u0301", "\u00e1"
    first = ChangeSet((Change("unit", "u", "name", None, nfd),))
    second = ChangeSet((Change("unit", "u", "name", None, nfc),))
    assert first.digest == second.digest
    assert canonical({"b": 1, "a": "đ"}) == '{"a":"đ","b":1}'.encode()


def test_a_line_hashes_its_parents() -> None:
    changes = everything()
    line = next_line("", Author("m", "s1"), NOON, ("Found", "tạo"), changes)
    after = next_line(line.hash, Author("m", "s1"), NOON, ("SetPoints", "nhập"), changes)
    assert line.parents == ()
    assert after.parents == (line.hash,)
    assert after.hash != replace(after, title="khác").hash
    assert len({line.hash, after.hash}) == 2
    assert isinstance(line, JournalLine)


def test_emptied_fields_become_their_empty_values() -> None:
    task = RECORDS["task"][0]
    after = with_fields(task, {"due": None, "owners": None, "due_text": None})
    assert isinstance(after, Task)
    assert (after.due, after.owners, after.due_text) == (None, (), "")
    setting = with_fields(RECORDS["setting"][0], {"values": None})
    assert setting == Setting("theme")
    mark = with_fields(RECORDS["mark"][1], {"not_applicable": None})
    assert isinstance(mark, Mark)
    assert mark.not_applicable is False


def test_what_has_no_json_form_is_a_bug() -> None:
    with pytest.raises(TypeError, match="no JSON form"):
        to_json(object())


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\x\\..\\thư.pdf", "thư.pdf"),
        ("CON", "_CON"),
        ("con.pdf", "_con.pdf"),
        ("LPT1.txt", "_LPT1.txt"),
        ("a:b?.pdf", "a_b_.pdf"),
        ("  .. ", "tai-lieu"),
        ("", "tai-lieu"),
        ("Tha\u0302\u0309m.pdf", "Thẩm.pdf"),
        ("evil\u202egnp.exe", "evil_gnp.exe"),
        ("b\udcffn.pdf", "b_n.pdf"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        ("y" * 300, "y" * 120),
        ("a." + "z" * 30, "a." + "z" * 30),
    ],
)
def test_a_file_name_is_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_document_is_called_by_its_number() -> None:
    document = RECORDS["document"][0]
    assert isinstance(document, Document)
    assert document.title == "55/TB"
    assert replace(document, number="").title == "a.pdf"
