"""What leans on contents that are damaged or gone."""

from cchc_desktop.domain.evidence import Document, Link
from cchc_desktop.domain.integrity import Condition, ContentUse, Inspected, left_without
from tests.sample_session import fixed_clock

GOOD, BAD = "1" * 64, "2" * 64
FOUND = {GOOD: Inspected(GOOD, GOOD, 5), BAD: Inspected(BAD, "3" * 64, 4)}


def use(sha256: str, *criteria: str) -> ContentUse:
    document = Document(sha256, "a.pdf", sha256, 5, fixed_clock())
    links = tuple(Link(code, "s", code, sha256, "V") for code in criteria)
    return ContentUse(document, "a.pdf", sha256, 5, links)


def test_the_hash_tells_what_is_damaged_and_the_bytes_what_is_gone() -> None:
    conditions = [found.condition for found in (*FOUND.values(), Inspected(BAD, "", 0))]
    assert conditions == [Condition.WHOLE, Condition.DAMAGED, Condition.MISSING]


def test_a_criterion_with_one_whole_document_still_stands() -> None:
    uses = (use(GOOD, "1.1"), use(BAD, "1.1", "1.2"), use("9" * 64, "1.3"))
    assert left_without(uses, FOUND) == {("s", "1.2")}
