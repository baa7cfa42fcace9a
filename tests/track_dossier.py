"""Units of one assessment, one at each stage of its way, for tests; all of it is invented."""

from datetime import UTC, date, datetime
from decimal import Decimal

from cchc_desktop.domain.changes import ChangeSet, made
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.marks import Mark, Round
from cchc_desktop.domain.rules.survey import Survey
from cchc_desktop.domain.units import Agency, Assessment, AssessmentLevel, Member, Sheet, Unit
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from tests.rounds_dossier import Founding

ASSESSMENT = "td2022"
ROUNDS = (Round.SELF, Round.FIRST, Round.SECOND, Round.PUBLISHED)
LEAVES = ("1.1", "1.2", "2.1", "2.2")
TODAY = date(2023, 2, 13)
DAYS = {
    "opens_on": date(2022, 12, 5),
    "self_until": date(2023, 1, 10),
    "first_until": date(2023, 2, 10),
    "explained_until": date(2023, 2, 20),
    "second_until": date(2023, 3, 5),
}
UNITS = (
    ("moi", "Sở Công Thương"),
    ("tu", "Sở Y tế"),
    ("chot", "Sở Tư pháp"),
    ("lan1", "Sở Xây dựng"),
    ("hoi", "Sở Nội vụ"),
    ("dap", "Sở Khoa học và Công nghệ"),
    ("lan2", "Thanh tra tỉnh"),
    ("duyet", "Cục Thuế tỉnh"),
)
"""Sheets by the stage they stand at: none has begun, two are at home, and so on."""


def clock() -> datetime:
    return datetime(2023, 2, 13, 14, 32, tzinfo=UTC)


def assessment(**days: date | None) -> Assessment:
    level = AssessmentLevel.DEPARTMENT
    return Assessment(ASSESSMENT, "Sở, ban, ngành 2022", 2022, level, ROUNDS, **(days or DAYS))


def criteria(**dues: date) -> list[Criterion]:
    """Two areas with two criteria each, and a survey; dues by code."""
    found = []
    for order, code in enumerate(("1", "1.1", "1.2", "2", "2.1", "2.2", "2.3")):
        key = chr(ord("a") + order)
        parent = code[0] if len(code) > 1 else ""
        name = f"Lĩnh vực {code}" if not parent else f"Nội dung {code}"
        maximum = Decimal(2) if parent else None
        due = dues.get(f"c{code.replace('.', '')}")
        found.append(
            Criterion(code, ASSESSMENT, parent, key, code, name, maximum=maximum, due=due)
            if code != "2.3"
            else Criterion(code, ASSESSMENT, parent, key, code, name, rule=Survey())
        )
    return found


def scored(sheet: str, in_round: Round, *codes: str) -> list[Mark]:
    return [Mark(sheet, code, in_round, Decimal(1)) for code in codes]


def asked(sheet: str, code: str, answer: str = "") -> Mark:
    return Mark(sheet, code, Round.SHEET, explanation=answer, explanation_requested=True)


def marks() -> list[Mark]:
    found = scored("tu", Round.SELF, "1.1", "1.2", "2.1")
    for sheet in ("chot", "lan1", "hoi", "dap", "lan2", "duyet"):
        found += scored(sheet, Round.SELF, *LEAVES)
    found += scored("lan1", Round.FIRST, "1.1")
    for sheet in ("hoi", "dap", "lan2", "duyet"):
        found += scored(sheet, Round.FIRST, *LEAVES)
    found += [asked("hoi", "1.1"), asked("hoi", "1.2", "Đã bổ sung"), asked("dap", "2.1", "Rồi")]
    found += scored("lan2", Round.SECOND, "1.1", "1.2", "2.1")
    found += scored("duyet", Round.SECOND, *LEAVES)
    return found + scored("duyet", Round.PUBLISHED, *LEAVES)


def sheets() -> list[Sheet]:
    locks = {"duyet": ROUNDS, "lan2": ROUNDS[:2]}
    late = {"chot", "lan1", "hoi", "dap"}
    return [
        Sheet(
            key,
            ASSESSMENT,
            f"u-{key}",
            chr(ord("a") + at),
            locks.get(key, ROUNDS[:1] if key in late else ()),
        )
        for at, (key, _) in enumerate(UNITS)
    ]


def founding(*, days: bool = True, nodes: list[Criterion] | None = None) -> ChangeSet:
    of = assessment() if days else assessment(opens_on=None)
    return (
        made("assessment", [of])
        + made("unit", [Unit(f"u-{key}", name) for key, name in UNITS])
        + made("sheet", sheets())
        + made("criterion", criteria() if nodes is None else nodes)
        + made("mark", marks())
    )


def track_session(changes: ChangeSet | None = None) -> Session:
    """Return a session on units at every stage, one day after a deadline of the first round."""
    session = Session(MemoryStore(), clock, Member("m", "Trần Thị Hoa"))
    session.run(Founding(founding() if changes is None else changes))
    return session


def province_session() -> Session:
    """Return a session on an only sheet, whose criteria two agencies have in charge."""
    in_charge = {"1": ("noi-vu",), "2.1": ("tu-phap",)}
    nodes = []
    for node in criteria(c11=date(2023, 1, 5)):
        agencies = in_charge.get(node.code, ())
        nodes.append(
            Criterion(
                node.id, ASSESSMENT, node.parent, node.order, node.code, node.name,
                maximum=node.maximum, rule=node.rule, agencies=agencies, due=node.due,
            )
        )  # fmt: skip
    return track_session(
        made("assessment", [assessment()])
        + made("unit", [Unit("tinh", "Tỉnh Hải Dương")])
        + made("agency", [Agency("noi-vu", "Sở Nội vụ"), Agency("tu-phap", "Sở Tư pháp")])
        + made("sheet", [Sheet("s", ASSESSMENT, "tinh", "a")])
        + made("criterion", nodes)
        + made("mark", scored("s", Round.SELF, "1.2", "2.1"))
    )
