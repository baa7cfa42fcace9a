"""The command line shows only the criteria that an agency has in charge."""

import pytest

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.headless.scores import scores_of
from tests.sample_session import sample_session


def test_an_agency_sees_only_its_criteria_with_their_counter() -> None:
    session = sample_session()
    (assessment,) = scores_of(session, agency="van phong ubnd tinh")["assessments"]
    (unit,) = assessment["units"]
    assert [each["code"] for each in unit["criteria"]] == ["1", "1.1", "1.3"]
    assert (unit["agency_scored"], unit["agency_to_score"]) == (2, 2)
    (everything,) = scores_of(session)["assessments"]
    assert len(everything["units"][0]["criteria"]) == 31
    assert "agency_scored" not in everything["units"][0]


def test_an_unknown_agency_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(CchcError) as caught:
        scores_of(sample_session(), agency="Sở Không Có")
    assert "Sở Nội vụ" in caught.value.hint
