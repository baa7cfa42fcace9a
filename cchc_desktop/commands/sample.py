"""The sample dossier "Hải Dương 2022", made from the facts in resources/samples."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cchc_desktop.commands.founding import FoundDossier
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.fields import record_from_json
from cchc_desktop.domain.ids import order_keys
from cchc_desktop.domain.marks import Deduction, Mark, Round
from cchc_desktop.domain.set_draft import SetDraft, draft_of
from cchc_desktop.domain.state import State
from cchc_desktop.domain.text import fold
from cchc_desktop.domain.units import (
    Agency,
    Assessment,
    Published,
    Sheet,
    Task,
    Unit,
    UnitGroup,
)
from cchc_desktop.wording.founding import sample_title
from resources import resource

_FACTS = "samples/hai-duong-2022.json"
_SHEET = "hd2022-tinh"
Facts = Mapping[str, Any]


def sample_command() -> FoundDossier:
    """Return the command that fills an empty dossier with the sample."""
    return found_from(json.loads(resource(_FACTS).read_text(encoding="utf-8")))


def bundled_set() -> SetDraft:
    """Return the criteria set of the sample by itself: a provincial set put together from a report.

    Its own note says so; points of the sample do not come along.
    """
    state = State().applied(sample_command().plan(State()))
    (assessment,) = state.assessments
    return draft_of(state, assessment)


def found_from(facts: Facts) -> FoundDossier:
    """Return the command that founds a dossier from facts of the sample's form."""
    agencies = _Agencies()
    assessment = record_from_json(Assessment, facts["assessment"])
    nodes = tuple(_criteria(facts, assessment.id, agencies))
    deductions = tuple(_deductions(facts, agencies))
    tasks = tuple(_tasks(facts, assessment.id, agencies))
    return FoundDossier(
        sample_title(),
        (
            ("assessment", (assessment,)),
            ("unit_group", (UnitGroup("tinh", facts["group"]),)),
            ("unit", (Unit("hai-duong", facts["unit"], "tinh"),)),
            ("sheet", (Sheet(_SHEET, assessment.id, "hai-duong", order_keys(1)[0]),)),
            ("criterion", nodes),
            ("mark", tuple(_marks(facts))),
            ("deduction", deductions),
            ("published", tuple(_published(facts, assessment.year))),
            ("task", tasks),
            ("agency", agencies.made()),
        ),
    )


class _Agencies:
    """Agencies by name, made when first named."""

    def __init__(self) -> None:
        self._by_name: dict[str, Agency] = {}

    def ids(self, names: list[str]) -> list[str]:
        for name in names:
            if name not in self._by_name:
                key = "-".join(fold(name).replace(",", "").replace(";", "").split())
                self._by_name[name] = Agency(key, name)
        return [self._by_name[name].id for name in names]

    def made(self) -> tuple[Agency, ...]:
        return tuple(self._by_name.values())


def _node_id(code: str) -> str:
    return f"hd2022-{code}" if code else ""


def _in_order(rows: list[Facts], group: Callable[[Facts], str]) -> Iterator[tuple[Facts, str]]:
    """Yield rows with order keys counted within each group."""
    sizes: dict[str, int] = {}
    for row in rows:
        sizes[group(row)] = sizes.get(group(row), 0) + 1
    keys = {name: iter(order_keys(size)) for name, size in sizes.items()}
    for row in rows:
        yield row, next(keys[group(row)])


def _criteria(facts: Facts, assessment: str, agencies: _Agencies) -> Iterator[Criterion]:
    own = {"mark", "losses"}
    for node, order in _in_order(facts["nodes"], lambda row: str(row["parent"])):
        fields = {key: value for key, value in node.items() if key not in own}
        fields |= {
            "id": _node_id(node["code"]),
            "parent": _node_id(node["parent"]),
            "assessment": assessment,
            "order": order,
            "agencies": agencies.ids(node.get("agencies", [])),
            "legal_basis": facts["assessment"]["legal_basis"],
        }
        yield record_from_json(Criterion, fields)


def _marks(facts: Facts) -> Iterator[Mark]:
    for node in facts["nodes"]:
        if not node.get("mark"):
            continue
        is_survey = node["rule"]["kind"] == "survey"
        fields = {
            **node["mark"],
            "sheet": _SHEET,
            "criterion": _node_id(node["code"]),
            "round": (Round.SHEET if is_survey else Round.FIRST).value,
        }
        yield record_from_json(Mark, fields)


def _deductions(facts: Facts, agencies: _Agencies) -> Iterator[Deduction]:
    for node in facts["nodes"]:
        losses = node.get("losses", [])
        for number, (loss, order) in enumerate(
            zip(losses, order_keys(len(losses)), strict=True), 1
        ):
            fields = {
                **loss,
                "id": f"{_node_id(node['code'])}-tru-{number}",
                "sheet": _SHEET,
                "criterion": _node_id(node["code"]),
                "round": Round.FIRST.value,
                "order": order,
                "agencies": agencies.ids(loss.get("agencies", [])),
                "at_fault": agencies.ids(loss.get("at_fault", [])),
            }
            yield record_from_json(Deduction, fields)


def _published(facts: Facts, year: int) -> Iterator[Published]:
    for number, result in enumerate(facts["published"], 1):
        fields = {
            "year": year,
            **result,
            "id": f"hd2022-cong-bo-{number}",
            "sheet": _SHEET,
            "criterion": _node_id(result["criterion"]),
        }
        yield record_from_json(Published, fields)


def _tasks(facts: Facts, assessment: str, agencies: _Agencies) -> Iterator[Task]:
    rows = facts["tasks"]
    for number, (task, order) in enumerate(zip(rows, order_keys(len(rows)), strict=True), 1):
        fields = {
            **task,
            "id": f"hd2022-nhiem-vu-{number}",
            "assessment": assessment,
            "order": order,
            "owners": agencies.ids(task["owners"]),
            "partners": agencies.ids(task.get("partners", [])),
        }
        yield record_from_json(Task, fields)
