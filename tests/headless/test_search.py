"""``main.py search`` reads what nobody has read and prints hits as JSON."""

import json
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest

from cchc_desktop.clock import now
from cchc_desktop.commands.documents import BinDocuments
from cchc_desktop.commands.evidence import AttachDocument, Content
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.texts import TextFault
from cchc_desktop.exchange.extraction import contents_of, read_missing
from cchc_desktop.headless.entry import main
from cchc_desktop.progress import CancelledError, Progress
from cchc_desktop.session import Session
from tests.command_line import DOORS
from tests.exchange.office_files import a_docx, a_pdf_of
from tests.sample_session import SHEET, node


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "mẫu.cchc"
    assert main(["sample", str(path)], DOORS) == 0
    session = DOORS.open_session(path)
    attach(session, a_docx(tmp_path / "Thông báo.docx"), "7.3")
    attach(session, a_pdf_of(tmp_path / "Kế hoạch.pdf", ["trang một", "cải cách thể chế"]), "1.2")
    session.close()
    return path


def attach(session: Session, path: Path, code: str) -> None:
    staged = session.store.vault.stage(path, Progress())
    content = Content(path.name, staged.sha256, staged.size)
    session.run(AttachDocument(SHEET, node(code), content, now()))


def searched(
    capsys: pytest.CaptureFixture[str], path: Path, *words: str
) -> dict[str, list[dict[str, object]]]:
    capsys.readouterr()
    assert main(["search", str(path), *words], DOORS) == 0
    found: dict[str, list[dict[str, object]]] = json.loads(capsys.readouterr().out)
    return found


def test_a_document_is_found_by_its_text(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = searched(capsys, dossier, "cai", "cach", "the", "che")
    (hit,) = found["documents"]
    assert (hit["file"], hit["page"], hit["criteria"]) == ("Kế hoạch.pdf", 2, ["1.2"])
    assert hit["excerpt"] == "cải cách thể chế"
    assert [each["code"] for each in found["criteria"]] == ["2"]
    assert searched(capsys, dossier, "không có gì như vậy") == {"documents": [], "criteria": []}


def test_what_was_read_once_is_not_read_again(dossier: Path) -> None:
    session = DOORS.open_session(dossier)
    steps: list[tuple[int, int]] = []
    assert read_missing(session, Progress(lambda done, total: steps.append((done, total)))) == 2
    assert steps == [(0, 2), (1, 2), (2, 2)]
    assert read_missing(session, Progress()) == 0
    session.close()
    session = DOORS.open_session(dossier)
    assert not session.store.texts.missing(contents_of(session.state))
    assert set(session.store.texts.faults().values()) == {TextFault.NONE}
    session.close()


def test_work_that_is_stopped_keeps_what_was_read(dossier: Path) -> None:
    session = DOORS.open_session(dossier)
    progress = Progress()
    progress = Progress(lambda done, _: progress.cancel() if done == 0 else None)
    with pytest.raises(CancelledError):
        read_missing(session, progress)
    assert len(session.store.texts.faults()) == 1
    session.close()


def test_the_bin_and_a_read_only_dossier_are_not_read(dossier: Path) -> None:
    session = DOORS.open_session(dossier)
    first, _ = session.state.documents
    session.run(BinDocuments((first,), now()))
    assert len(contents_of(session.state)) == 1
    reader = DOORS.open_session(dossier)
    assert reader.store.is_read_only
    assert read_missing(reader, Progress()) == 0
    reader.close()
    session.close()


def test_no_room_for_a_copy_is_told_and_the_document_is_read_later(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = DOORS.open_session(dossier)

    def full(sha256: str, target: Path) -> None:
        raise CchcError("Ổ đĩa đã đầy.")

    with monkeypatch.context() as patched:
        patched.setattr(session.store.vault, "save_copy", full)
        with pytest.raises(CchcError, match="không đủ chỗ tạm"):
            read_missing(session, Progress())
        patched.setattr(session.store.vault, "chunks", lambda _: full("", Path()))
        with suppress(CchcError):
            read_missing(session, Progress())
    assert set(session.store.texts.faults().values()) == {TextFault.DAMAGED}
    session.close()


def test_what_was_read_before_is_searched_where_nothing_more_can_be_read(
    dossier: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "không có"))
    assert main(["search", str(dossier), "7.3"], DOORS) == 1
    said = capsys.readouterr()
    assert (
        said.err
        == "Máy không đủ chỗ tạm để đọc tài liệu. Xóa bớt tệp trên ổ đĩa của Windows rồi thử lại.\n"
    )
    assert json.loads(said.out)["criteria"]
