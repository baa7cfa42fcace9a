"""What the rule audit says: a claim about a criterion, its verdict, a sentence, an example."""

from enum import StrEnum

from cchc_desktop.domain.rules.base import Entry
from cchc_desktop.records import record


class Claim(StrEnum):
    """What is claimed about a criterion, in the order it is told."""

    INSIDE = "inside"  # points stay inside 0..maximum
    REACHABLE = "reachable"  # some entry gives the maximum
    RISING = "rising"  # more of a good figure never gives less
    BANDS = "bands"  # bands without gap or overlap
    ADDS_UP = "adds_up"  # children add up to the parent's maximum
    LABELLED = "labelled"  # every figure has a label
    USED = "used"  # a formula uses every figure; told only where it does not


class Verdict(StrEnum):
    """How a claim came out."""

    PROVED = "proved"
    REFUTED = "refuted"
    UNKNOWN = "unknown"


@record
class AuditFinding:
    """One claim about a criterion.

    Args:
        criterion: id of the node.
        claim: what is claimed.
        verdict: how it came out.
        sentence: the verdict in words.
        example: entries that show it. A refuted INSIDE or BANDS has one; a refuted RISING has a
            worse and a better entry, or a step up and a step down along one figure (four);
            a proved REACHABLE has the entry that gives the maximum.
    """

    criterion: str
    claim: Claim
    verdict: Verdict
    sentence: str
    example: tuple[Entry, ...] = ()
