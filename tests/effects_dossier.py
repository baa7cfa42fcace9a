"""A small set with bonuses and penalties, for tests; its points are invented."""

from dataclasses import replace
from decimal import Decimal

from cchc_desktop.clock import Clock
from cchc_desktop.domain.changes import ChangeSet, made
from cchc_desktop.domain.criteria import CriteriaTree, Criterion
from cchc_desktop.domain.effects import Effect
from cchc_desktop.domain.ids import order_keys
from cchc_desktop.domain.marks import Mark, Round
from cchc_desktop.domain.rules.by_formula import ByFormula, FormulaFigure
from cchc_desktop.domain.units import Assessment, AssessmentLevel, Sheet, Unit, UnitGroup
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from tests.rounds_dossier import Founding, clock

ASSESSMENT, SHEET, OTHER = "sn2026", "s", "s2"
D = Decimal
_ROWS = (
    ("1", "Chỉ đạo, điều hành", "60", Effect.NORMAL),
    ("1.1", "Kế hoạch cải cách hành chính", "40", Effect.NORMAL),
    ("1.2", "Chế độ báo cáo định kỳ", "20", Effect.NORMAL),
    ("1.3", "Báo cáo chậm hạn", "2", Effect.PENALTY),
    ("2", "Thủ tục hành chính", "40", Effect.NORMAL),
    ("2.1", "Giải quyết đúng hạn", "40", Effect.NORMAL),
    ("9", "Điểm thưởng", "3", Effect.BONUS),
    ("9.1", "Sáng kiến được công nhận", "2", Effect.NORMAL),
    ("9.2", "Dẫn đầu cụm thi đua", "2", Effect.NORMAL),
)
LATE = ByFormula("min(2; 0,5 * x)", (FormulaFigure("x", "Số báo cáo chậm", "báo cáo"),))


def criteria() -> tuple[Criterion, ...]:
    """Return the nodes, ids are codes: 100 points, a bonus area of 3, a penalty of 2."""
    orders = order_keys(len(_ROWS))
    found = [
        Criterion(code, ASSESSMENT, code.rpartition(".")[0], order, code, name,
                  maximum=D(maximum), effect=effect)
        for (code, name, maximum, effect), order in zip(_ROWS, orders, strict=True)
    ]  # fmt: skip
    return tuple(replace(node, rule=LATE) if node.id == "1.3" else node for node in found)


def effects_tree(*, may_exceed: bool = False) -> CriteriaTree:
    """Return the set as a tree."""
    return CriteriaTree(criteria(), may_exceed=may_exceed)


def points(code: str, value: str, sheet: str = SHEET) -> Mark:
    """Return a mark with typed points in the first appraisal."""
    return Mark(sheet, code, Round.FIRST, D(value))


def effects_session(
    *marks: Mark, store: MemoryStore | None = None, at: Clock = clock, may_exceed: bool = False
) -> Session:
    """Return a session on two units scored by the set."""
    session = Session(store or MemoryStore(), at)
    rounds = (Round.SELF, Round.FIRST, Round.SECOND, Round.PUBLISHED)
    assessment = Assessment(
        ASSESSMENT, "Sở, ban, ngành 2026", 2026, AssessmentLevel.DEPARTMENT, rounds,
        set_title="Bộ tiêu chí sở, ban, ngành 2026", may_exceed=may_exceed,
    )  # fmt: skip
    frame = (
        made("assessment", [assessment])
        + made("unit_group", [UnitGroup("g", "Sở, ban, ngành")])
        + made("unit", [Unit("u", "Sở A", "g"), Unit("u2", "Sở B", "g")])
        + made("sheet", [Sheet(SHEET, ASSESSMENT, "u", "i"), Sheet(OTHER, ASSESSMENT, "u2", "j")])
        + made("criterion", criteria())
    )
    session.run(Founding(frame + (made("mark", marks) if marks else ChangeSet())))
    return session
