"""The evidence panel on a real dossier file."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.sample import sample_command
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Document
from cchc_desktop.progress import Progress
from cchc_desktop.session import Session
from db import create_dossier, open_dossier
from tests.ui.evidence_room import LEAF, MOMENT, SHEET, a_file
from tests.ui.pdfs import a_pdf
from ui.evidence.entries import entries_of
from ui.evidence.panel import EvidencePanel
from ui.evidence.previews import Previews, Wish
from ui.shared.desk import Desk
from ui.shared.jobs import board


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "ho-so.cchc"
    session = Session(create_dossier(path), lambda: MOMENT)
    session.run(sample_command())
    session.close()
    return path


@pytest.fixture
def desk(dossier: Path) -> Iterator[Desk]:
    session = Session(open_dossier(dossier), lambda: MOMENT)
    found = Desk(session)
    found.choose(LEAF)
    yield found
    session.close()


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> Iterator[EvidencePanel]:
    found = EvidencePanel(desk, clock=lambda: MOMENT)
    qtbot.addWidget(found)
    yield found
    found.cancel_all()
    qtbot.waitUntil(lambda: not found.is_busy and not board.running)


def rest(qtbot: QtBot, panel: EvidencePanel) -> None:
    qtbot.waitUntil(lambda: not panel.is_busy and not board.running, timeout=30_000)


def test_evidence_is_there_after_the_dossier_is_opened_again(
    qtbot: QtBot, desk: Desk, panel: EvidencePanel, dossier: Path, tmp_path: Path
) -> None:
    bodies = {f"{n}.pdf": bytes([n]) * 3_000_000 for n in range(3)}
    panel.accept_paths([a_file(tmp_path / "tlkc", name, body) for name, body in bodies.items()])
    rest(qtbot, panel)
    panel.cancel_all()
    desk.session.close()
    again = open_dossier(dossier)
    entries = entries_of(again.load(), SHEET, LEAF)
    found = {e.document.name: b"".join(again.vault.chunks(e.document.sha256)) for e in entries}
    again.close()
    assert found == bodies


def test_bad_names_and_bad_files_are_told_and_harm_nothing(
    qtbot: QtBot, desk: Desk, panel: EvidencePanel, tmp_path: Path
) -> None:
    told: list[str] = []
    desk.failed.connect(lambda error, _retry: told.append(error.hint))
    folder = tmp_path / "tlkc"
    long_name = "ă" * 100 + ".pdf"  # 204 bytes on disk
    good = [a_file(folder, name, name.encode()) for name in ("CON.pdf", long_name, "e\u0301.pdf")]
    empty = folder / "0.pdf"
    empty.touch()
    panel.accept_paths([*good, empty, folder / "none.pdf", folder / ".." / "tlkc" / "CON.pdf"])
    rest(qtbot, panel)
    names = [entry.document.name for entry in panel.model.entries]
    assert names == ["_CON.pdf", long_name, "é.pdf"]
    assert len(told) == 1
    assert "0.pdf" in told[0]
    assert "none.pdf" in told[0]


def test_closing_in_the_middle_leaves_whole_documents_only(
    qtbot: QtBot, desk: Desk, panel: EvidencePanel, dossier: Path, tmp_path: Path
) -> None:
    first = a_file(tmp_path / "tlkc", "0.pdf", b"0" * 1000)
    large = [a_file(tmp_path / "tlkc", f"{n}.pdf", bytes([n]) * 40_000_000) for n in (1, 2)]
    panel.accept_paths([first, *large])
    qtbot.waitUntil(lambda: bool(panel.model.entries))
    panel.cancel_all()
    desk.session.close()
    again = open_dossier(dossier)
    state = again.load()
    for document in state.documents.values():
        assert sum(len(part) for part in again.vault.chunks(document.sha256)) == document.size
    assert again.faults() == []
    again.close()
    assert 1 <= len(state.documents) < 3


def test_a_content_whose_beginning_was_damaged_is_called_damaged(
    tmp_path: Path,
) -> None:
    store = create_dossier(tmp_path / "khac.cchc")
    staged = store.vault.stage(a_file(tmp_path, "a.pdf", a_pdf(1)), Progress())
    store._database.execute("UPDATE chunk SET data = x'00112233'")
    document = Document("d", "a.pdf", staged.sha256, staged.size, MOMENT)
    previews = Previews(store.vault)
    with pytest.raises(CchcError, match="bị hỏng"):
        previews.make(Wish(document, 0, 200), Progress())
    previews.stop()
    store.close()


def test_a_page_that_is_given_up_lets_go_of_the_dossier_in_its_own_thread(
    qtbot: QtBot, desk: Desk, panel: EvidencePanel, tmp_path: Path
) -> None:
    names = ("1.pdf", "2.pdf")
    bodies = [a_pdf(1) + name.encode() * 2_000_000 for name in names]
    panel.accept_paths(
        [a_file(tmp_path / "tlkc", n, body) for n, body in zip(names, bodies, strict=True)]
    )
    rest(qtbot, panel)
    panel.show()
    shown = panel.preview
    for entry in panel.model.entries * 3:
        shown.show_document(entry.document)
        qtbot.waitUntil(lambda: shown._running is not None)
    qtbot.waitUntil(lambda: not shown.is_busy, timeout=30_000)
    gc.collect()  # what was left open would be told by the interpreter, which fails a test
