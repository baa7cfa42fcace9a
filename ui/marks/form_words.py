"""Words of the form: sentences under the fields, meta lines, names of parts."""

from decimal import Decimal

from cchc_desktop.domain.appraisal import who_appraises
from cchc_desktop.domain.criteria import CriteriaTree, Criterion, Level
from cchc_desktop.domain.state import State
from cchc_desktop.wording.dossier import method_name
from cchc_desktop.wording.effects import NAMES, NO_LIMIT, capped, points_added, signed
from cchc_desktop.wording.numerals import shown, shown_date
from cchc_desktop.wording.people import appraised_by
from ui.marks.form_facts import Facts, Look

DOT = "   ·   "
UNKNOWN = "?"
DERIVED = " (suy ra)"
_LEVELS = {Level.AREA: "Lĩnh vực", Level.CRITERION: "Tiêu chí", Level.COMPONENT: "Tiêu chí"}
_COUNTS = {1: "số liệu", 2: "hai số liệu", 3: "ba số liệu"}


def level_word(tree: CriteriaTree, node_id: str) -> str:
    """Return what a node is called: lĩnh vực, tiêu chí."""
    return _LEVELS[tree.level(node_id)]


def points_or_dash(value: Decimal | None) -> str:
    """Return points with at most 3 places, a dash where there are none."""
    return "–" if value is None else shown(value, 3)


def maximum_words(facts: Facts) -> str:
    """Return the maximum as the band shows it."""
    maximum = facts.row.maximum
    if not facts.row.is_applicable:
        return "–"
    if maximum is None:
        return UNKNOWN if facts.row.is_counted else NO_LIMIT
    if facts.criterion.is_balancing:
        return f"{shown(maximum)}{DERIVED}"
    return signed(facts.row.effect.value, shown(maximum))


def sentence(facts: Facts, look: Look) -> str:
    """Return the sentence that says points and loss in words; numbers are bold."""
    maximum = facts.row.maximum
    if not facts.row.is_counted:
        said = points_added(facts.row.effect.value, look.points, maximum)
        return said if look.points is None else f"{said} {computed_words(facts, look)}".strip()
    if maximum is None:
        if look.lost is not None:
            return f"Bị trừ <b>{shown(look.lost, 3)}</b>; chưa biết điểm tối đa."
        return "Chưa biết điểm tối đa: nhập số điểm bị trừ."
    if look.points is None or look.lost is None:
        return "Chưa có điểm." if not look.is_open else "Chưa có điểm. Gõ một ô, ô kia tự đổi theo."
    words = (
        f"Được <b>{shown(look.points, 3)}</b> trên {shown(maximum)} điểm, "
        f"bị trừ {shown(look.lost, 3)}."
    )
    return f"{words} {source_words(facts, look)}".strip()


def source_words(facts: Facts, look: Look) -> str:
    """Return where the points come from, in a few words."""
    return "Gõ một ô, ô kia tự đổi theo." if look.is_open else computed_words(facts, look)


def computed_words(facts: Facts, look: Look) -> str:
    """Return what points are computed from, "" where a person types them."""
    if look.is_open:
        return ""
    if facts.criterion.is_survey:
        return "Lấy theo kết quả khảo sát."
    count = len(facts.criterion.rule.figures())
    return f"Điểm tính từ {_COUNTS.get(count, 'các số liệu')} bên dưới." if count else ""


def appraiser_words(state: State, criterion: str) -> str:
    """Say who appraises a criterion; "" where nobody is assigned."""
    names = who_appraises(state, criterion)
    return appraised_by(names) if names else ""


def meta(facts: Facts, state: State, *, with_area: bool) -> str:
    """Return the line under the title: where it stands, how it is scored, who is in charge."""
    tree, criterion = facts.tree, facts.criterion
    if facts.is_branch:
        count = len(tree.children_of(criterion.id))
        parts = [level_word(tree, criterion.id), f"tổng của {count} tiêu chí con"]
        if not facts.row.is_counted:
            parts.append(capped(facts.row.effect.value, criterion.maximum))
        return DOT.join(parts)
    area = tree.area_of(criterion.id)
    parts = [f"Lĩnh vực {area.code}"] if with_area or criterion.is_balancing else []
    if not facts.row.is_counted:
        parts.append(NAMES[facts.row.effect.value])
    if criterion.is_balancing:
        parent = level_word(tree, criterion.parent).lower()
        parts.append(f"điểm tối đa suy ra từ {parent}, không tính vào thiếu TLKC")
        return DOT.join(parts)
    if criterion.method is not None:
        parts.append(method_name(criterion.method))
    parts.append(agency_names(state, criterion.agencies))
    parts.append(due_words(criterion))
    return DOT.join(part for part in parts if part)


def due_words(criterion: Criterion) -> str:
    """Return the last day of a criterion in words, "" where it has none."""
    return f"hạn {shown_date(criterion.due)}" if criterion.due else ""


def agency_names(state: State, ids: tuple[str, ...], joint: str = ", ") -> str:
    """Return names of agencies in one line."""
    return joint.join(state.agencies[each].name for each in ids if each in state.agencies)
