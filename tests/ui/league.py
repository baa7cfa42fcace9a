"""Twenty made-up departments for tests of the league."""

from collections.abc import Sequence
from decimal import Decimal

from pytestqt.qtbot import QtBot

from cchc_desktop.domain.changes import made
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.ids import order_keys
from cchc_desktop.domain.marks import Mark, Round
from cchc_desktop.domain.units import (
    Assessment,
    AssessmentLevel,
    Published,
    Sheet,
    Unit,
    UnitGroup,
)
from tests.ui.score_desk import Found, session_of
from ui.rank.workplace import RankWorkplace
from ui.shared.desk import Desk

MAXIMA = (12, 10, 16, 8, 12, 8, 14, 20)
NAMES = (
    "Sở Tư pháp", "Sở Nội vụ", "Sở Thông tin và Truyền thông", "Văn phòng UBND tỉnh",
    "Sở Tài chính", "Sở Khoa học và Công nghệ", "Sở Công Thương", "Thanh tra tỉnh",
    "Sở Kế hoạch và Đầu tư", "Sở Xây dựng", "Sở Nông nghiệp và Phát triển nông thôn",
    "Sở Giáo dục và Đào tạo", "Bảo hiểm xã hội tỉnh", "Sở Văn hóa, Thể thao và Du lịch",
    "Cục Thuế tỉnh", "Sở Giao thông vận tải", "Sở Lao động - Thương binh và Xã hội",
    "Ban Quản lý các khu công nghiệp", "Sở Y tế", "Sở Tài nguyên và Môi trường",
)  # fmt: skip
AREAS = (
    "Công tác chỉ đạo, điều hành", "Cải cách thể chế", "Cải cách thủ tục hành chính",
    "Cải cách tổ chức bộ máy hành chính", "Cải cách chế độ công vụ", "Cải cách tài chính công",
    "Chính quyền điện tử, chính quyền số", "Khảo sát mức độ hài lòng",
)  # fmt: skip


def place_on(qtbot: QtBot, desk: Desk) -> RankWorkplace:
    place = RankWorkplace(desk)
    qtbot.addWidget(place)
    place.resize(1278, 600)
    place.show()
    return place


def league_command(count: int = 20) -> Found:
    """Return what fills a dossier with departments, each scored in two criteria an area."""
    assessment = Assessment(
        "so", "Sở, ban, ngành 2022", 2022, AssessmentLevel.DEPARTMENT, (Round.FIRST,),
        "Bộ tiêu chí sở, ban, ngành 2022",
    )  # fmt: skip
    groups = [UnitGroup("so", "Sở và tương đương"), UnitGroup("ban", "Ban, ngành")]
    names = [NAMES[n] if n < len(NAMES) else f"Xã số {n}" for n in range(count)]
    units = [
        Unit(f"u{n:04}", name, "ban" if name.startswith(("Ban", "Bảo", "Cục")) else "so")
        for n, name in enumerate(names)
    ]
    orders = order_keys(count)
    sheets = [Sheet(f"s{n:04}", "so", u.id, orders[n]) for n, u in enumerate(units)]
    tree = _criteria()
    changes = made("assessment", [assessment]) + made("unit_group", groups) + made("unit", units)
    changes += made("sheet", sheets) + made("criterion", tree)
    changes += made("mark", [mark for n in range(count) for mark in _marks(n, tree)])
    ranks = [Published(f"p{n}", f"s{n:04}", year=2021, rank=1 + (n * 7) % count, of=count - 1)
             for n in range(count)]  # fmt: skip
    return Found(changes + made("published", ranks))


def league_desk(count: int = 20) -> Desk:
    return Desk(session_of(league_command(count)))


def _criteria() -> list[Criterion]:
    found = []
    for number, (name, maximum, order) in enumerate(
        zip(AREAS, MAXIMA, order_keys(8), strict=True), 1
    ):
        found.append(Criterion(f"{number}", "so", "", order, f"{number}", name))
        for child, child_order in enumerate(order_keys(2), 1):
            code = f"{number}.{child}"
            half = Decimal(maximum) / 2
            found.append(
                Criterion(
                    code, "so", f"{number}", child_order, code, f"Tiêu chí {code}", maximum=half
                )
            )
    return found


def _marks(n: int, tree: Sequence[Criterion]) -> list[Mark]:
    """Unit 7 has a criterion that does not apply, unit 18 misses one, 8 and 9 are equal."""
    same = 8 if n == 9 else n
    found = []
    for at, leaf in enumerate(node for node in tree if node.maximum is not None):
        maximum = leaf.maximum or Decimal(0)
        share = Decimal(99 - (same % 20) - (same * 5 + at * 7) % 13) / 100
        if n == 7 and leaf.id == "6.2":
            found.append(Mark("s0007", leaf.id, Round.SHEET, not_applicable=True))
        elif not (n == 18 and leaf.id == "7.1"):
            points = (maximum * share).quantize(Decimal("0.01"))
            found.append(Mark(f"s{n:04}", leaf.id, Round.FIRST, points=points))
    return found
