"""A department's sheet in four rounds, for tests; its points, people and days are invented."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from cchc_desktop.clock import Clock
from cchc_desktop.commands.marks import Place
from cchc_desktop.domain.changes import ChangeSet, made
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.evidence import Document, Link
from cchc_desktop.domain.ids import order_keys
from cchc_desktop.domain.marks import Cause, Deduction, Mark, Round
from cchc_desktop.domain.rules.survey import Survey
from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import Assessment, AssessmentLevel, Member, Sheet, Unit
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore

SHEET = "s"
ASSESSMENT = "sn2022"
ROUNDS = (Round.SELF, Round.FIRST, Round.SECOND, Round.PUBLISHED)
ROWS = (
    ("1.1", "Kế hoạch CCHC năm", "2.0", "1.75", "1.75", "1.75"),
    ("1.2", "Mức độ hoàn thành kế hoạch CCHC", "3.0", "2.5", "1.75", ""),
    ("1.3", "Chế độ báo cáo CCHC định kỳ", "1.5", "1.0", "1.0", "1.0"),
    ("1.5", "Tuyên truyền CCHC", "1.5", "1.5", "1.25", "1.25"),
    ("1.9", "Khảo sát lãnh đạo, quản lý", "2.0", "", "", ""),
    ("2.1", "Tham mưu văn bản QPPL đúng tiến độ", "4.0", "3.5", "2.75", ""),
    ("2.2", "Kiểm tra văn bản (không áp dụng)", "1.0", "", "", ""),
    ("3.1", "Công bố, công khai thủ tục hành chính", "3.0", "2.5", "2.25", "2.5"),
    ("3.2", "Rà soát, đơn giản hóa thủ tục hành chính", "2.5", "2.25", "1.5", ""),
    ("4.1", "Sắp xếp tổ chức bộ máy", "3.0", "2.5", "2.0", ""),
    ("5.2", "Tuyển dụng, bổ nhiệm đúng quy định", "3.0", "3.0", "2.5", ""),
    ("6.1", "Thực hiện cơ chế tự chủ", "3.0", "2.75", "2.0", "2.25"),
    ("7.1", "Văn bản điện tử ký số", "3.0", "2.75", "2.25", ""),
)
AREAS = ("Chỉ đạo", "Thể chế", "Thủ tục", "Bộ máy", "Công vụ", "Tài chính", "Chính quyền số")
CAUSES = {
    "1.2": Cause.NO_EVIDENCE,
    "1.5": Cause.NO_EVIDENCE,
    "2.1": Cause.WRONG_FORMULA,
    "3.2": Cause.EXPIRED,
    "4.1": Cause.NO_EVIDENCE,
    "5.2": Cause.WRONG_FORM,
    "6.1": Cause.WRONG_FORMULA,
    "7.1": Cause.LATE_DATA,
}
_NOTES = {
    Round.SELF: "Đúng tiến độ 14 trên 16 văn bản",
    Round.FIRST: "Hai văn bản xin lùi hạn không tính đúng tiến độ; tính lại 11 trên 16",
}


@dataclass(frozen=True, slots=True)
class Founding:
    """Fill an empty dossier with records."""

    changes: ChangeSet
    title: str = "lập hồ sơ"

    def plan(self, state: State) -> ChangeSet:
        return self.changes


def clock() -> datetime:
    return datetime(2023, 2, 24, 14, 32, tzinfo=UTC)


def place(code: str, in_round: Round = Round.SECOND) -> Place:
    return Place(SHEET, code, in_round)


def rounds_session(store: MemoryStore | None = None, at: Clock = clock) -> Session:
    """Return a session on the sheet: 7 criteria are undecided in the second round."""
    session = Session(store or MemoryStore(), at, Member("m", "Trần Thị Hoa"))
    session.run(Founding(_frame() + _entries()))
    return session


def _frame() -> ChangeSet:
    assessment = Assessment(
        ASSESSMENT, "Sở, ban, ngành 2022", 2022, AssessmentLevel.DEPARTMENT, ROUNDS,
        opens_on=date(2023, 1, 3), self_until=date(2023, 1, 15), first_until=date(2023, 2, 5),
        explained_until=date(2023, 2, 15), second_until=date(2023, 3, 5),
    )  # fmt: skip
    nodes = [
        Criterion(str(n), ASSESSMENT, "", "", str(n), name) for n, name in enumerate(AREAS, start=1)
    ]
    orders = iter(order_keys(len(nodes) + len(ROWS)))
    found = []
    for area in nodes:
        found.append(_ordered(area, next(orders)))
        found += [_leaf(row, next(orders)) for row in ROWS if row[0].startswith(f"{area.code}.")]
    return (
        made("assessment", [assessment])
        + made("unit", [Unit("u", "Sở Tài nguyên và MT")])
        + made("sheet", [Sheet(SHEET, ASSESSMENT, "u", "i")])
        + made("criterion", found)
    )


def _ordered(area: Criterion, order: str) -> Criterion:
    return Criterion(area.id, ASSESSMENT, "", order, area.code, area.name)


def _leaf(row: tuple[str, ...], order: str) -> Criterion:
    code, name, maximum = row[:3]
    leaf = Criterion(code, ASSESSMENT, code[0], order, code, name, maximum=Decimal(maximum))
    if not name.startswith("Khảo sát"):
        return leaf
    return Criterion(
        code, ASSESSMENT, code[0], order, code, name, maximum=Decimal(maximum), rule=Survey()
    )


def _entries() -> ChangeSet:
    marks = [Mark(SHEET, "2.2", Round.SHEET, not_applicable=True)]
    losses = []
    for code, _, maximum, *points in ROWS:
        for in_round, typed in zip(ROUNDS, points, strict=False):
            if not typed:
                continue
            note = _NOTES.get(in_round, "") if code == "2.1" else ""
            cause = CAUSES.get(code) if in_round is Round.FIRST else None
            marks.append(Mark(SHEET, code, in_round, Decimal(typed), note=note, cause=cause))
            if Decimal(typed) < Decimal(maximum):
                key = f"{code}-{in_round.value}"
                losses.append(Deduction(key, SHEET, code, in_round, "i", None, "Thiếu tài liệu"))
        words = "Ba văn bản được UBND tỉnh cho lùi hạn, kèm công văn 212/UBND-NC"
        if code in {"1.2", "2.1", "4.1"}:
            marks.append(Mark(SHEET, code, Round.SHEET, explanation=words))
    document = Document(
        "d", "212.pdf", "ab" * 32, 12, clock(), "212/UBND-NC", date(2022, 12, 6),
        subject="Cho lùi hạn trình văn bản",
    )  # fmt: skip
    linked = [row[0] for row in ROWS if row[3]]
    links = [Link(f"l{code}", SHEET, code, "d", "i", "1") for code in linked]
    return (
        made("document", [document])
        + made("mark", marks)
        + made("deduction", losses)
        + made("link", links)
    )
