"""A register that is taken out and in again is the same register."""

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.commands.documents import AddFile, BinDocuments, RegisterDocument
from cchc_desktop.commands.evidence import (
    AttachDocument,
    CitePage,
    DescribeDocument,
    RenameDocument,
)
from cchc_desktop.commands.takeout import ImportRegister
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.state import State
from cchc_desktop.exchange.evidence_in import check_register, stage_register, unplaced
from cchc_desktop.exchange.evidence_out import export_register
from cchc_desktop.progress import Progress
from cchc_desktop.session import Session
from tests.evidence_register import Register, filled
from tests.sample_session import SHEET, fixed_clock, node, sample_session

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
CODES = ["7.2", "7.3", "1.2", "3.1"]
DAYS = st.none() | st.dates(date(2019, 1, 1), date(2024, 1, 1))


def taken_in(session: Session, place: Path) -> tuple[str, ...]:
    checked = check_register(place, Progress())
    draft, refused = stage_register(session.store.vault, place, checked.draft, Progress())
    session.run(ImportRegister(draft))
    told = (*checked.problems, *unplaced(session.state, checked))
    return (*(problem.words for problem in told), *refused)


def of_register(state: State) -> tuple[object, ...]:
    kept = {key for key, document in state.documents.items() if not document.is_binned}
    files = [file for file in state.rows["document_file"].values() if file.document in kept]
    return (
        {key: state.documents[key] for key in kept},
        {file.id: file for file in files},
        {link.id: link for link in state.links()},
    )


@pytest.fixture
def full(tmp_path: Path) -> Register:
    return filled(tmp_path)


@pytest.mark.parametrize("name", ["ra", "ra.zip"])
def test_a_filled_register_comes_back_whole(full: Register, tmp_path: Path, name: str) -> None:
    place = tmp_path / name
    export_register(full.session.store.vault, full.draft(), place, Progress())
    other = sample_session()
    assert taken_in(other, place) == ()
    assert of_register(other.state) == of_register(full.session.state)
    for document in other.state.documents.values():
        assert list(other.store.vault.chunks(document.sha256))
    assert other.undo()
    assert not other.state.documents


def test_what_is_here_is_linked_and_not_made_twice(full: Register, tmp_path: Path) -> None:
    place = tmp_path / "ra"
    export_register(full.session.store.vault, full.draft(), place, Progress())
    before = full.session.state
    taken_in(full.session, place)
    assert full.session.state is before
    other = Register(tmp_path)
    known = other.attach("7.3", "tên khác.pdf", b"%PDF-1.4 ke hoach")
    other.session.run(BinDocuments((known,), fixed_clock()))
    taken_in(other.session, place)
    document = other.session.state.documents[known]
    assert (document.name, document.number, document.is_binned) == (
        "tên khác.pdf",
        "55/KH-UBND",
        False,
    )
    assert len(other.session.state.documents) == 3
    assert {link.criterion for link in other.session.state.links() if link.document == known} == {
        node("7.2"),
        node("7.3"),
    }


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as found:
        yield Path(found)


class Story:
    """Random work on a register."""

    def __init__(self, folder: Path, draw: st.DataObject) -> None:
        self.register, self.draw = Register(folder), draw
        self.session = self.register.session

    def step(self) -> None:
        draw = self.draw.draw
        content = self.register.content(draw(WORDS), draw(st.binary(min_size=1, max_size=3)))
        code, now = draw(st.sampled_from(CODES)), fixed_clock()
        links = self.session.state.cell(SHEET).links.get(node(code), ())
        documents = list(self.session.state.documents)
        kind = draw(st.integers(0, 7))
        if kind <= 2 or not documents:
            self.try_it(AttachDocument(SHEET, node(code), content, now))
        elif kind == 3:
            self.try_it(RegisterDocument(content, now))
        elif kind == 4:
            self.try_it(
                AddFile(documents[0], content, now, draw(WORDS), is_newer=draw(st.booleans()))
            )
        elif kind == 5 and links:
            texts = (draw(WORDS), draw(WORDS), draw(WORDS))
            self.try_it(CitePage(SHEET, links[-1].id, *texts))
        elif kind == 6:
            self.describe(documents[-1])
        else:
            self.try_it(BinDocuments(tuple(documents[:1]), now))

    def describe(self, document: str) -> None:
        draw = self.draw.draw
        texts = [draw(WORDS) for _ in range(4)]
        days = draw(DAYS), draw(DAYS), draw(DAYS)
        number, issuer, subject, note = texts
        self.try_it(
            DescribeDocument(document, number, days[0], issuer, subject, note, days[1], days[2])
        )
        self.try_it(RenameDocument(document, draw(WORDS)))

    def try_it(self, command: object) -> None:
        try:
            self.session.run(command)  # type: ignore[arg-type]  # any of the commands above
        except CchcError:
            return


@settings(max_examples=60, deadline=None)
@given(draw=st.data(), is_zip=st.booleans())
def test_any_register_comes_back_the_same(folder: Path, draw: st.DataObject, is_zip: bool) -> None:  # noqa: FBT001  # hypothesis
    story = Story(folder, draw)
    for _ in range(draw.draw(st.integers(1, 12))):
        story.step()
    register = story.register.draft()
    with tempfile.TemporaryDirectory(dir=folder) as name:
        place = Path(name) / ("ra.zip" if is_zip else "ra")
        if not register.documents:
            with pytest.raises(CchcError):
                export_register(story.session.store.vault, register, place, Progress())
            return
        export_register(story.session.store.vault, register, place, Progress())
        other = sample_session()
        assert taken_in(other, place) == ()
        assert of_register(other.state) == of_register(story.session.state)
