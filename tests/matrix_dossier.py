"""Departments scored by a small set with every kind of cell; all of it is invented for tests."""

from collections.abc import Sequence
from decimal import Decimal

from cchc_desktop.domain.changes import ChangeSet, altered, made
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.ids import order_keys
from cchc_desktop.domain.marks import Figure, Mark, Round
from cchc_desktop.domain.rules import Rule
from cchc_desktop.domain.rules.manual import Manual
from cchc_desktop.domain.rules.ratio import DENOMINATOR, NUMERATOR, Ratio
from cchc_desktop.domain.rules.survey import READY_POINTS, Survey
from cchc_desktop.domain.units import Assessment, AssessmentLevel, Member, Sheet, Unit, UnitGroup
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from tests.rounds_dossier import Founding, clock
from tests.ui.league import AREAS, NAMES

FIRST = Round.FIRST
ASSESSMENT = "so"
LEAVES: Sequence[tuple[str, str, str, Rule]] = (
    ("1.1", "Kế hoạch cải cách hành chính năm", "2", Manual()),
    ("1.2", "Mức độ hoàn thành kế hoạch", "3", Ratio()),
    ("2.1", "Tham mưu văn bản đúng tiến độ", "4", Manual()),
    ("3.1", "Công bố, công khai thủ tục hành chính", "3", Manual()),
    ("3.2", "Rà soát, đơn giản hóa thủ tục hành chính", "2.5", Manual()),
    ("3.3", "Hồ sơ giải quyết đúng hạn", "5", Ratio()),
    ("3.4", "Giải quyết theo cơ chế một cửa", "3", Manual()),
    ("3.5", "Xử lý phản ánh, kiến nghị", "2.5", Manual()),
    ("4.1", "Sắp xếp tổ chức bộ máy", "8", Manual()),
    ("5.1", "Tuyển dụng, bổ nhiệm đúng quy định", "12", Manual()),
    ("6.1", "Thực hiện cơ chế tự chủ", "8", Manual()),
    ("7.1", "Văn bản điện tử ký số", "3", Manual()),
    ("7.2", "Hồ sơ trực tuyến toàn trình", "4", Ratio()),
    ("7.3", "Thanh toán trực tuyến", "3", Ratio()),
    ("7.4", "Số hóa hồ sơ, kết quả giải quyết", "4", Ratio()),
    ("8.1", "Khảo sát lãnh đạo, quản lý", "10", Survey()),
    ("8.2", "Khảo sát người dân, doanh nghiệp", "10", Survey()),
)


def matrix_session(count: int = 20, store: MemoryStore | None = None) -> Session:
    """Return a session on departments; 5 plain cells are open, the first sheet is locked."""
    session = Session(store or MemoryStore(), clock, Member("m", "Trần Thị Hoa"))
    session.run(Founding(_frame(count)))
    session.run(Founding(_marks(count), "nhập điểm"))
    if count:
        session.run(Founding(_locked(session.state.sheets["s0000"]), "khóa vòng"))
    return session


def name_of(number: int) -> str:
    return NAMES[number] if number < len(NAMES) else f"Xã Đồng {number}"


def _frame(count: int) -> ChangeSet:
    rounds = (Round.SELF, FIRST)
    title = "Sở, ban, ngành 2022"
    assessment = Assessment(
        ASSESSMENT, title, 2022, AssessmentLevel.DEPARTMENT, rounds, f"Bộ tiêu chí {title}"
    )
    groups = [UnitGroup("so", "Sở và tương đương"), UnitGroup("ban", "Ban, ngành")]
    units = [
        Unit(f"u{n:04}", name, "ban" if name.startswith(("Ban", "Bảo", "Cục")) else "so")
        for n, name in ((n, name_of(n)) for n in range(count))
    ]
    orders = order_keys(count)
    sheets = [Sheet(f"s{n:04}", ASSESSMENT, unit.id, orders[n]) for n, unit in enumerate(units)]
    return (
        made("assessment", [assessment])
        + made("unit_group", groups)
        + made("unit", units)
        + made("sheet", sheets)
        + made("criterion", _criteria())
    )


def _criteria() -> list[Criterion]:
    areas = [(str(n), name) for n, name in enumerate(AREAS, 1)]
    orders = iter(order_keys(len(areas) + len(LEAVES)))
    found = []
    for area, name in areas:
        found.append(Criterion(area, ASSESSMENT, "", next(orders), area, name))
        for code, words, maximum, rule in LEAVES:
            if code.startswith(f"{area}."):
                node = Criterion(code, ASSESSMENT, area, next(orders), code, words)
                found.append(_scored(node, Decimal(maximum), rule))
    return found


def _scored(node: Criterion, maximum: Decimal, rule: Rule) -> Criterion:
    return Criterion(
        node.id, node.assessment, node.parent, node.order, node.code, node.name,
        maximum=maximum, rule=rule,
    )  # fmt: skip


def _marks(count: int) -> ChangeSet:
    return made("mark", [mark for n in range(count) for mark in _of_sheet(n)])


def _of_sheet(n: int) -> list[Mark]:
    """Unit 3 has two criteria that do not apply, unit 5 is asked, 8 and 9 have gaps."""
    sheet, found = f"s{n:04}", []
    for at, (code, _, maximum, rule) in enumerate(LEAVES):
        lost = Decimal((n * 5 + at * 7) % 5) / 4
        points = max(Decimal(0), Decimal(maximum) - lost)
        if n == 3 and code in {"3.4", "7.2"}:
            found.append(Mark(sheet, code, Round.SHEET, not_applicable=True))
        elif n in (8, 9) and code in {"3.2", "3.5", "7.1"} and (n, code) != (8, "3.2"):
            continue
        elif isinstance(rule, Survey):
            if code == "8.2":
                ready = {READY_POINTS: Figure(points)}
                found.append(Mark(sheet, code, Round.SHEET, figures=ready))
        elif isinstance(rule, Ratio):
            shares = {NUMERATOR: Figure(Decimal(80 + n)), DENOMINATOR: Figure(Decimal(100))}
            found.append(Mark(sheet, code, FIRST, figures=shares))
        else:
            found.append(Mark(sheet, code, FIRST, points=points))
    if n == 5:
        found.append(Mark(sheet, "7.1", Round.SHEET, explanation_requested=True))
    return found


def _locked(sheet: Sheet) -> ChangeSet:
    return altered("sheet", sheet, {"locked": (FIRST,)})
