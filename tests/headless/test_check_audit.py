"""``main.py check``: what the audit of the rules refutes is a finding, once a set."""

from decimal import Decimal

from cchc_desktop.commands.appraisal import Assign
from cchc_desktop.commands.criteria import AddCriterion, SetRounding, SetRule
from cchc_desktop.commands.people import AddPeople
from cchc_desktop.commands.unit_book import RecordUnits
from cchc_desktop.domain.people import Body
from cchc_desktop.domain.people_lines import PersonRow
from cchc_desktop.domain.points import Rounding, RoundingMode
from cchc_desktop.domain.rules.checklist import Checklist, ChecklistItem
from cchc_desktop.domain.rules.trend import Trend
from cchc_desktop.headless.check import faults_of
from cchc_desktop.session import Session
from tests.sample_session import ASSESSMENT, node, sample_session

D = Decimal


def told(session: Session) -> list[str]:
    return [line for line in faults_of(session) if line.startswith("Cấp tỉnh 2022: ")]


def test_what_is_refuted_is_told_with_the_code() -> None:
    session = sample_session()
    assert told(session) == []
    session.run(SetRule(node("7.3"), Trend(D(0), D("1.5"), D(0))))
    items = (ChecklistItem("a", "A", D("0.25")),)
    session.run(SetRule(node("7.1"), Checklist(items)))
    session.run(SetRounding(node("8.1.1"), Rounding(RoundingMode.TRUNCATE, 1)))
    turns = "x = 0, y = 1 được 0; x = 1, y = 1 được 1,5; x = 2, y = 1 được 0."
    assert told(session) == [
        "Cấp tỉnh 2022: 7.1: Không bao giờ đạt tối đa 1, cao nhất là 0,25.",
        f"Cấp tỉnh 2022: 7.3: Số liệu tăng mà điểm lúc tăng lúc giảm: {turns}",
    ]


def test_a_sum_that_does_not_fit_is_told_once() -> None:
    session = sample_session()
    session.run(AddCriterion(ASSESSMENT, node("8.2"), "Thêm", maximum=D(1), id=node("8.2.9")))
    lines = [line for line in faults_of(session) if ": 8.2: " in line]
    assert len(lines) == 1


def test_units_are_looked_at_too() -> None:
    session = sample_session()
    session.run(RecordUnits("Sở, ban, ngành", ("Tỉnh Hải Dương",)))
    lines = list(faults_of(session))
    assert any(line.startswith("Có hai đơn vị tên “Tỉnh Hải Dương”") for line in lines)


def test_people_are_looked_at_too() -> None:
    session = sample_session()
    rows = (PersonRow("An", role="Chủ tịch"), PersonRow("Bình", role="Chủ tịch"))
    session.run(AddPeople(ASSESSMENT, Body.COUNCIL, rows))
    session.run(Assign((node("7"),), agency=min(session.state.agencies)))
    lines = told(session)
    assert lines[0] == "Cấp tỉnh 2022: Hội đồng có 2 Chủ tịch: An, Bình."
    assert lines[1].startswith("Cấp tỉnh 2022: 12 tiêu chí chưa có người thẩm định: 1.1")
