"""The first real dossier gives exactly the points that were published."""

from decimal import Decimal

import pytest

from cchc_desktop.domain.checks import FindingKind, coverage, findings
from cchc_desktop.domain.losses import losses_of, sum_by_method
from cchc_desktop.domain.marks import Method, Round
from cchc_desktop.domain.points import printed, truncated
from cchc_desktop.domain.ranking import published_standing
from cchc_desktop.session import Session
from tests.sample_session import SHEET, node, sample_session


@pytest.fixture(scope="module")
def session() -> Session:
    return sample_session()


@pytest.mark.parametrize(
    ("code", "points"),
    [("1", "8.821052631"), ("2", "9.26"), ("3", "12.976"), ("4", "9.06"), ("5", "12.3"),
     ("6", "10.876"), ("7", "9.303694975"), ("8", "10.92"), ("8.1", "2.5"), ("8.2", "8.42"),
     ("1.1", "0.4"), ("1.2", "0.5"), ("1.3", "1.421052631"), ("1.9", "6.5"), ("7.1", "0.266666666"),
     ("7.2", "0.533333333"), ("7.3", "0.923694975"), ("7.9", "7.58"), ("8.1.1", "1.5"),
     ("8.1.2", "1"), ("8.1.3", "0"), ("8.2.1", "1.28"), ("8.2.5", "1.66")],
)  # fmt: skip
def test_every_node_has_its_points(session: Session, code: str, points: str) -> None:
    found = session.scores(SHEET, Round.FIRST)[node(code)].points
    assert found is not None
    assert truncated(found, 9) == Decimal(points)


def test_the_total_is_the_published_one(session: Session) -> None:
    sheet = session.scores(SHEET, Round.FIRST)
    assert sheet.total.points is not None
    assert truncated(sheet.total.points, 6) == Decimal("83.516747")
    assert printed(sheet.total.points, 2) == Decimal("83.52")
    assert sheet.total.maximum == 100
    assert sheet.total.is_complete
    assert (sheet.scored, sheet.to_score) == (21, 21)


def test_losses_by_method_are_those_of_rules_and_figures(session: Session) -> None:
    found = sum_by_method(losses_of(session.scores(SHEET, Round.FIRST)))
    assert truncated(found[Method.APPRAISAL], 6) == Decimal("6.563252")
    assert found[Method.OFFICIALS_SURVEY] == Decimal("4.34")
    assert found[Method.SOCIO_ECONOMIC] == 4
    assert found[Method.CITIZENS_SURVEY] == Decimal("1.58")
    assert set(found) == set(Method)


def test_the_rank_is_the_published_one(session: Session) -> None:
    standing = published_standing(session.state.cell(SHEET), "", 2022)
    assert standing is not None
    assert (standing.rank, standing.of, standing.change, standing.before) == (47, 63, -28, 19)
    assert published_standing(session.state.cell(SHEET), node("8"), 2022) is None


def test_the_misprint_and_the_heading_that_does_not_close_are_found(session: Session) -> None:
    sheet, cell = session.scores(SHEET, Round.FIRST), session.state.cell(SHEET)
    found = findings(sheet, cell, 2022)
    by_kind = {kind: [f for f in found if f.kind is kind] for kind in FindingKind}
    (misprint,) = by_kind[FindingKind.FIGURES_DIFFER]
    assert misprint.criterion == node("7.3")
    assert "0,676" in misprint.sentence
    assert "0,576" in misprint.sentence
    (heading,) = by_kind[FindingKind.SUBTOTAL_DIFFERS]
    assert heading.criterion == node("7")
    assert all(figure in heading.sentence for figure in ("4,105", "4,01", "4,006"))
    reasons = [f.criterion for f in by_kind[FindingKind.LOSS_WITHOUT_REASON]]
    assert reasons == [node(f"8.2.{n}") for n in range(1, 6)]
    assert len(by_kind[FindingKind.EVIDENCE_MISSING]) == 8
    assert len(found) == 15


def test_eight_criteria_need_evidence(session: Session) -> None:
    sheet, cell = session.scores(SHEET, Round.FIRST), session.state.cell(SHEET)
    assert coverage(sheet, cell, "") == (0, 8)
    assert coverage(sheet, cell, node("7")) == (0, 3)
    assert coverage(sheet, cell, node("4.9")) == (0, 0)


def test_a_round_without_marks_has_only_the_survey(session: Session) -> None:
    sheet = session.scores(SHEET, Round.PUBLISHED)
    assert sheet.total.points == Decimal("8.42")
    assert sheet.total.scored_maximum == 10
    assert not sheet.total.is_complete
    assert sheet.index is None
    assert sheet[node("7.3")].points is None
