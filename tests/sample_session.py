"""The sample dossier in memory, for tests."""

from datetime import UTC, datetime

from cchc_desktop.commands.marks import Place
from cchc_desktop.commands.sample import sample_command
from cchc_desktop.domain.marks import Round
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore

SHEET = "hd2022-tinh"
ASSESSMENT = "hd2022"


def fixed_clock() -> datetime:
    return datetime(2026, 11, 23, 14, 5, tzinfo=UTC)


def node(code: str) -> str:
    return f"hd2022-{code}"


def place(code: str, in_round: Round = Round.FIRST) -> Place:
    return Place(SHEET, node(code), in_round)


def sample_session(store: MemoryStore | None = None) -> Session:
    session = Session(store or MemoryStore(), fixed_clock)
    session.run(sample_command())
    return session
