"""A small dossier with every kind of record, and the steps that tests write."""

import itertools
from datetime import UTC, date, datetime
from decimal import Decimal

from cchc_desktop.domain.changes import ChangeSet, made
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.evidence import Document, DocumentFile, Link
from cchc_desktop.domain.journal import Author, JournalLine, next_line
from cchc_desktop.domain.marks import ROUNDS, Cause, Deduction, Figure, Mark, Method, Round
from cchc_desktop.domain.people import Assignment, Body, CouncilMember
from cchc_desktop.domain.points import Rounding, RoundingMode
from cchc_desktop.domain.rules import Rule
from cchc_desktop.domain.rules.bands import Band, Bands
from cchc_desktop.domain.rules.deduction import DeductionRule
from cchc_desktop.domain.rules.levels import Levels, ScoreLevel
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.rules.ratio import Ratio
from cchc_desktop.domain.rules.survey import Survey
from cchc_desktop.domain.rules.total import Total
from cchc_desktop.domain.sittings import Attendee, Ruling, Sitting, SittingItem
from cchc_desktop.domain.state import State
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
from cchc_desktop.store import Store, UnitTotal

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SOME_HASH = "ab" * 32

RULES: tuple[Rule, ...] = (
    Manual(Decimal("0.25"), Decimal("0.25")),
    Levels((ScoreLevel("day-du", "Đầy đủ", Decimal(1)), ScoreLevel("khong", "Không", Decimal(0)))),
    Ratio(Decimal("0.5"), Decimal(100), Decimal("79.5"), numerator="đúng hạn", unit="hồ sơ"),
    Bands(bands=(Band(Decimal(2), None, Decimal(10)), Band(Decimal(1), Decimal(11)))),
    DeductionRule(Decimal("0.1"), "số văn bản chậm"),
    Survey(),
    Total(),
)


def assessment() -> Assessment:
    return Assessment(
        "a1", "Cấp tỉnh 2022", 2022, AssessmentLevel.PROVINCE, ROUNDS, "Bộ tiêu chí", "QĐ 876",
        is_reconstructed=True, authority="Bộ Nội vụ", published_on=date(2023, 4, 19),
        issuer=("ỦY BAN NHÂN DÂN", "HỘI ĐỒNG"), place="Hải Dương", published_units=63,
        opens_on=date(2023, 1, 3), self_until=date(2023, 1, 15), first_until=date(2023, 2, 5),
        explained_until=date(2023, 2, 15), second_until=date(2023, 3, 5),
    )  # fmt: skip


def criteria() -> list[Criterion]:
    area = Criterion("c0", "a1", "", "g", "1", "Chỉ đạo, điều hành", maximum=Decimal("9.5"))
    leaves = [
        Criterion(
            f"c{n}", "a1", "c0", f"k{n}", f"1.{n}", f"Tiêu chí “{n}”", "ngắn", "biểu đồ",
            is_balancing=n == 1, method=Method.APPRAISAL, rule=rule,
            rounding=Rounding(RoundingMode.HALF_UP, 2), agencies=("g1", "g2"),
            legal_basis="Điều 3", guidance="Hai dòng\nở đây", note="'; DROP TABLE mark; --",
            is_reconstructed=True,
        )
        for n, rule in enumerate(RULES, start=1)
    ]  # fmt: skip
    return [area, *leaves]


def everything() -> ChangeSet:
    """One step that makes records of every table, full ones and bare ones."""
    return _frame() + _papers() + _entries() + _sittings()


def _frame() -> ChangeSet:
    return (
        made("assessment", [assessment(), Assessment("a2", "Xã", 2025, AssessmentLevel.COMMUNE)])
        + made("unit_group", [UnitGroup("ug", "Tỉnh")])
        + made("unit", [Unit("u1", "Hải Dương", "ug"), Unit("u2", "Trống")])
        + made("agency", [Agency("g1", "Sở Nội vụ", "SNV"), Agency("g2", "Sở Tư pháp")])
        + made("member", [Member("m1", "Nguyễn Thị Ánh", "thư ký"), Member("m2", "Khách")])
        + made("sheet", [Sheet("s1", "a1", "u1", "g", (Round.SELF,)), Sheet("s2", "a1", "u2", "k")])
        + made("criterion", criteria())
    )


def _papers() -> ChangeSet:
    document = Document(
        "t1", "Kế hoạch.pdf", SOME_HASH, 12, NOON, "12/KH-UBND", date(2022, 1, 5), "UBND", "Về...",
        "ghi chú",
    )  # fmt: skip
    task = Task(
        "n1", "a1", "h", "Khắc phục", ("g1",), ("g2",), ("KH 12",), ("1", "2"), date(2023, 6, 30),
        "Quý II",
    )  # fmt: skip
    return (
        made("document", [document, Document("t2", "b.png", "cd" * 32, 1, NOON)])
        + made(
            "document_file",
            [
                DocumentFile("f1", "t1", "h", "phụ lục.xlsx", "ef" * 32, 9, NOON, "phụ lục"),
                DocumentFile("f2", "t1", "k", "a.pdf", "0f" * 32, 1, NOON),
            ],
        )
        + made("task", [task, Task("n2", "a1", "k", "Việc")])
        + made(
            "known_total",
            [
                KnownTotal("k1", "a1", "Hòa Bình", Decimal("84.73"), 38, date(2023, 4, 19)),
                KnownTotal("k2", "a1", "Sơn La", Decimal(0)),
            ],
        )
        + _people()
        + made("setting", [Setting("giao diện/1", {"cỡ chữ": "12", "màu": "tối"}), Setting("x")])
        + made(
            "link", [Link("l1", "s1", "c1", "t1", "g", "3-5"), Link("l2", "s2", "c1", "t2", "g")]
        )
    )


def _people() -> ChangeSet:
    chairman = CouncilMember(
        "p1", "a1", "g", Body.COUNCIL, "Ngô Ẩn", "Phó Chủ tịch UBND tỉnh", "Chủ tịch",
        "1301/QĐ-UBND", date(2022, 3, 20), date(2022, 3, 21), date(2023, 6, 30),
    )  # fmt: skip
    parts = [
        Assignment("as1", "c0", "p1", note="thay người khác"),
        Assignment("as2", "c1", agency="g2"),
    ]
    bare = CouncilMember("p2", "a1", "k", Body.SECRETARIES, "B")
    return made("council_member", [chairman, bare]) + made("assignment", parts)


def _sittings() -> ChangeSet:
    who = (Attendee("Ngô Ẩn", "Phó Chủ tịch", "Chủ tịch"), Attendee("Vắng", is_absent=True))
    sitting = Sitting(
        "ph1", "a1", Round.SECOND, date(2023, 2, 24), "từ 8 giờ", "Phòng 2", "05/BB-HĐ",
        "Ngô Ẩn", "Thư ký", who, "Kết luận\nhai dòng",
    )  # fmt: skip
    item = SittingItem(
        "pi1", "ph1", "s2", "c1", "g", Decimal("0.75"), Ruling.OTHER, Decimal("0.5"), "lý do", NOON
    )
    return made("sitting", [sitting, Sitting("ph2", "a1", Round.PUBLISHED)]) + made(
        "sitting_item", [item, SittingItem("pi2", "ph1", "s2", "c2", "k")]
    )


def _entries() -> ChangeSet:
    share = Figure(Decimal("94.385"), "Báo cáo 12", date(2022, 12, 31))
    figures = {"b": share, "a": Figure(Decimal(100000))}
    marks = [
        Mark("s1", "c1", Round.FIRST, Decimal("8.82"), None, note="ghi chú", cause=Cause.EXPIRED),
        Mark("s1", "c3", Round.FIRST, figures=figures, lost=Decimal("0.5")),
        Mark("s1", "c2", Round.SHEET, choice="day-du", not_applicable=True),
        Mark("s2", "c1", Round.SELF, explanation="Giải trình", explanation_requested=True),
    ]
    loss = Deduction(
        "d1", "s1", "c5", Round.FIRST, "i", Decimal("0.125"), "Ban hành chậm", ("g1",), ("g2",),
        Method.OFFICIALS_SURVEY, "chậm",
    )  # fmt: skip
    results = [
        Published("p1", "s1", "c0", 2022, "", "", "", "8.82", "9.5", "0.68", 31, 63, -28),
        Published("p2", "s1", year=2022, label="Khảo sát", method="appraisal"),
    ]
    return (
        made("mark", marks)
        + made("deduction", [loss, Deduction("d2", "s2", "c5", Round.SELF, "k")])
        + made("published", results)
    )


_sessions = itertools.count()


def line_for(store: Store, changes: ChangeSet, title: str = "Một bước") -> JournalLine:
    author = Author("m1", f"phiên {next(_sessions)}")
    return next_line(store.head, author, NOON, ("Step", title), changes)


def commit(
    store: Store, state: State, changes: ChangeSet, totals: tuple[UnitTotal, ...] = ()
) -> State:
    """Write one step; return the state after it, as a session would keep it."""
    after = state.applied(changes)
    store.write(changes, line_for(store, changes), totals)
    return after


def same(first: State, second: State) -> bool:
    """Whether two states hold equal records, in the same order where an order is seen."""
    cells = {key for state in (first, second) for key in state.cells}
    return first.rows == second.rows and all(
        first.cell(key).records == second.cell(key).records for key in cells
    )


def garbled(dossier: bytes) -> bytes:
    """Return a dossier whose definition of a table, its name too, is no text any more."""
    name, head = b"tabledeductiondeduction", b"CREATE TABLE deduction"
    assert dossier.count(name) == dossier.count(head) == 1
    return dossier.replace(name, b"table" + b"\xf9" * 18).replace(head, b"\x9b" * len(head))
