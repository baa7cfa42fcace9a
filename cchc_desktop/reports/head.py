"""The official head that every paper of an assessment carries."""

from cchc_desktop.domain.units import Assessment
from cchc_desktop.reports.document import Head
from cchc_desktop.wording import summary as words


def official_head(assessment: Assessment, number: str = "", dated: str = "") -> Head:
    """Return the head of a paper (decree 30/2020).

    Args:
        assessment: whose council issues the paper.
        number: số, ký hiệu, or "" for a paper without one.
        dated: place and day, or "".
    """
    issuer = assessment.issuer
    superior = issuer[0] if len(issuer) > 1 else ""
    lines = (issuer[1:] or issuer) or (words.NO_ISSUER,)
    return Head(superior, lines, words.COUNTRY, words.MOTTO, number, dated)
