"""Dossiers that the tests of papers are made from."""

from datetime import UTC, datetime
from io import BytesIO

from pypdf import PdfReader

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.founding import OpenAssessment
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import AssessmentLevel
from cchc_desktop.reports.document import Beside, Block, Document, Numbered, Table
from cchc_desktop.reports.summary import Stamp, summary
from cchc_desktop.reports.writers.pdf import pdf_bytes
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from tests.sample_session import fixed_clock

STAMP = Stamp(datetime(2026, 11, 23, 14, 5, tzinfo=UTC), "449d92199411" + "0" * 52)
ODD_NAME = "Sở Mới & Lạ <thử>"


def empty_session(
    level: AssessmentLevel = AssessmentLevel.DEPARTMENT, unit: str = ODD_NAME
) -> Session:
    session = Session(MemoryStore(), fixed_clock)
    session.run(OpenAssessment(2031, level, unit))
    return session


def run(session: Session, *commands: Command) -> Session:
    for command in commands:
        session.run(command)
    return session


def summary_of(state: State, in_round: Round = Round.FIRST) -> Document:
    (sheet,) = state.sheets
    return summary(state, sheet, in_round, STAMP)


def blocks_of(document: Document, number: int = 0) -> list[Block]:
    found: list[Block] = []
    for block in document.bodies[number]:
        found.append(block)
        if isinstance(block, Beside):
            found.extend((*block.left, *block.right))
    return found


def tables_of(document: Document) -> list[Table]:
    return [block for block in blocks_of(document) if isinstance(block, Table)]


def items_of(document: Document) -> list[str]:
    (numbered,) = [block for block in blocks_of(document) if isinstance(block, Numbered)]
    return ["".join(run.text for run in item) for item in numbered.items]


def read(document: Document) -> PdfReader:
    return PdfReader(BytesIO(pdf_bytes(document)))


def text_of(document: Document) -> str:
    (page,) = read(document).pages
    return page.extract_text()
