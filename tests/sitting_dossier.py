"""A council's sitting on the department's sheet, for tests; people and days are invented."""

from datetime import UTC, date, datetime
from decimal import Decimal

from cchc_desktop.commands.decisions import DecideItem
from cchc_desktop.commands.sittings import AddItems, CallSitting, ProposePoints, SittingFacts
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.sitting_rows import items_of, undecided
from cchc_desktop.domain.sittings import Attendee, Ruling, SittingItem
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from tests.rounds_dossier import ASSESSMENT, SHEET, rounds_session

SITTING = "phien"
FACTS = SittingFacts(
    date(2023, 2, 24), "từ 8 giờ đến 11 giờ 30", "Phòng họp số 2", "05/BB-HĐ", "Ngô Văn Ẩn",
    "Trần Thị Hoa",
    (
        Attendee("Ngô Văn Ẩn", "Phó Chủ tịch UBND tỉnh", "Chủ tịch Hội đồng"),
        Attendee("Lê Thị Ổn", "Giám đốc Sở Nội vụ", "Phó Chủ tịch Hội đồng"),
        Attendee("Đỗ Minh Ước", "Giám đốc Sở Tư pháp", "Ủy viên", is_absent=True),
        Attendee("Trần Thị Hoa", "Chuyên viên Sở Nội vụ", "Thư ký"),
    ),
    "Các đơn vị gửi bổ sung tài liệu còn thiếu trước ngày 28/02/2023.",
)  # fmt: skip


def noon() -> datetime:
    return datetime(2023, 2, 24, 9, 30, tzinfo=UTC)


def sitting_session(store: MemoryStore | None = None) -> Session:
    """Return a session whose sitting has the 7 undecided criteria of the second round."""
    session = rounds_session(store)
    session.run(CallSitting(ASSESSMENT, Round.SECOND, FACTS, SITTING))
    spots = undecided(session.state, session.scores, (SHEET,), Round.SECOND)
    session.run(AddItems(SITTING, spots))
    session.run(ProposePoints(item_of(session, "2.1").id, Decimal("3.25")))
    return session


def item_of(session: Session, code: str) -> SittingItem:
    """Return the item of a criterion."""
    items = items_of(session.state, SITTING)
    return next(item for item in items if item.criterion == code)


def decide(
    session: Session, code: str, ruling: Ruling, points: str = "", note: str | None = None
) -> None:
    """Decide one criterion."""
    typed = Decimal(points) if points else None
    session.run(DecideItem(item_of(session, code).id, ruling, noon(), typed, note))
