"""``attach``, ``export-evidence``, ``import-evidence``: one dossier's documents into another."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from pypdf import PdfReader

from cchc_desktop.clock import now
from cchc_desktop.commands.sets import CopyAssessment
from cchc_desktop.commands.units import AddUnits
from cchc_desktop.domain.integrity import Condition
from cchc_desktop.domain.texts import TextFault
from cchc_desktop.exchange.evidence_in import check_register, stage_register
from cchc_desktop.headless.entry import main
from cchc_desktop.progress import CancelledError, Progress
from cchc_desktop.session import Session
from cchc_desktop.wording.headless import no_unit, units_are, which_unit
from db import open_dossier
from db.backup import back_up
from tests.command_line import DOORS
from tests.exchange.office_files import a_pdf_of


def run(*words: object) -> int:
    return main([str(word) for word in words], DOORS)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "mẫu.cchc"
    assert run("sample", path) == 0
    return path


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    path = tmp_path / "Kế hoạch.txt"
    path.write_text("cải cách", encoding="utf-8")
    return path


def test_documents_go_out_of_one_dossier_and_into_another(
    dossier: Path, scan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("attach", dossier, "--criterion", "7.3", scan) == 0
    assert run("attach", dossier, "--criterion", "7.2", "--unit", "tỉnh HẢI DƯƠNG", scan) == 0
    assert "Đã gắn 1 tài liệu vào tiêu chí 7.2" in capsys.readouterr().out
    other = tmp_path / "khác.cchc"
    assert run("sample", other) == 0
    for place in (tmp_path / "ra", tmp_path / "ra.zip"):
        assert run("export-evidence", dossier, "--out", place) == 0
        assert run("import-evidence", other, place) == 0
    said = capsys.readouterr().out
    assert "Đã nhập 1 tài liệu (1 mới), gắn 2 chỗ" in said
    assert "Đã nhập 1 tài liệu (0 mới, 1 đã có), gắn 0 chỗ" in said
    states = []
    for path in (dossier, other):
        session = DOORS.open_session(path)
        states.append((dict(session.state.documents), set(session.state.links())))
        assert b"".join(session.store.vault.chunks(next(iter(states[-1][0].values())).sha256))
        session.close()
    assert states[0] == states[1]


def test_attaching_again_is_no_fault_and_a_code_may_end_with_a_point(
    dossier: Path, scan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("attach", dossier, "--criterion", "7.3.", scan) == 0
    assert run("attach", dossier, "--criterion", "7.3", scan) == 0
    said = capsys.readouterr().out
    assert "Đã gắn 0 tài liệu vào tiêu chí 7.3 của Tỉnh Hải Dương" in said
    assert "(1 tài liệu đã gắn từ trước)" in said


def test_documents_go_to_the_assessment_that_is_named_and_the_output_says_which(
    dossier: Path, scan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = DOORS.open_session(dossier)
    (old,) = session.state.assessments
    title = session.state.assessments[old].title
    session.run(CopyAssessment(old, 2023))
    (new,) = set(session.state.assessments) - {old}
    newest = session.state.assessments[new].title
    session.close()
    capsys.readouterr()
    attach = ("attach", dossier, "--criterion", "7.3", "--assessment")
    assert run(*attach, old, scan) == 0
    place = "vào tiêu chí 7.3 của Tỉnh Hải Dương"
    assert capsys.readouterr().out == f"Đã gắn 1 tài liệu {place}, “{title}”\n"
    assert run(*attach[:-1], scan) == 0
    assert capsys.readouterr().out == f"Đã gắn 1 tài liệu {place}, “{newest}”\n"
    assert run(*attach, "lạ", scan) == 1
    assert "Hồ sơ không có kỳ đánh giá “lạ”." in capsys.readouterr().err
    session = DOORS.open_session(dossier)
    years = sorted(
        session.state.assessments[s.assessment].year
        for s in session.state.sheets.values()
        if session.state.cell(s.id).links
    )
    session.close()
    assert years == [2022, 2023]


def test_of_two_units_of_one_name_the_id_says_which(
    dossier: Path, scan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = DOORS.open_session(dossier)
    (assessment,) = session.state.assessments
    session.run(AddUnits(assessment, "Nhóm khác", ("Tỉnh Hải Dương",)))
    groups = session.state.rows["unit_group"]
    (twin,) = [u for u in session.state.units.values() if groups[u.group].name == "Nhóm khác"]
    session.close()
    attach = ("attach", dossier, "--criterion", "7.3", "--unit")
    assert run(*attach, "Tỉnh Hải Dương", scan) == 1
    said = capsys.readouterr().err
    assert "Có 2 đơn vị cùng tên “Tỉnh Hải Dương”." in said
    assert f"{twin.id} (nhóm Nhóm khác)" in said
    assert run(*attach, twin.id, scan) == 0
    session = DOORS.open_session(dossier)
    (sheet,) = [s for s in session.state.sheets.values() if session.state.cell(s.id).links]
    session.close()
    assert sheet.unit == twin.id


def test_each_command_tells_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("attach", "--help") == 0
    told = capsys.readouterr().out
    assert "Cách dùng: main.py attach" in told
    assert "[--assessment MÃ_KỲ]" in told


def test_books_of_documents_are_written_for_one_area_or_for_each(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = ("report", dossier, "--report", "evidence-book")
    assert run(*report, "--out", tmp_path / "tập") == 1
    assert "Chưa tiêu chí nào gắn tài liệu." in capsys.readouterr().err
    scan = a_pdf_of(tmp_path / "quét.pdf", ["một", "hai"])
    assert run("attach", dossier, "--criterion", "7.3", scan) == 0
    note = tmp_path / "ghi.txt"
    note.write_text("ghi chú", encoding="utf-8")
    assert run("attach", dossier, "--criterion", "1.3", scan, note) == 0
    capsys.readouterr()
    one = tmp_path / "bảy.pdf"
    assert run(*report, "--unit", "Tỉnh Hải Dương", "--criterion", "7.3", "--out", one) == 0
    assert capsys.readouterr().out == "Đã lập tập TLKC 3 trang: bảy.pdf.\n"
    assert "TLKC 7.3-01" in PdfReader(one).pages[1].extract_text()
    assert run(*report, "--out", tmp_path / "tập") == 0
    assert "\n  1.3-02 ghi.txt: tệp riêng\n" in capsys.readouterr().out
    names = sorted(path.name for path in (tmp_path / "tập").iterdir())
    assert names == ["Tap-TLKC-1.pdf", "Tap-TLKC-7.pdf"]
    wrong = {
        "lĩnh vực nào": ("--out", one),
        "không phải a.docx": ("--criterion", "7", "--out", tmp_path / "a.docx"),
        "99": ("--criterion", "99", "--out", one),
        "Không tạo được": ("--out", one / "trong"),
    }
    for said, words in wrong.items():
        assert run(*report, *words) == 1
        assert said in capsys.readouterr().err


def test_what_cannot_be_done_is_said_with_code_one(
    dossier: Path, scan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("attach", dossier, "--criterion", "7.3", scan, tmp_path / "không có") == 1
    assert run("attach", dossier, "--criterion", "7", scan) == 1
    assert run("attach", dossier, "--criterion", "99", scan) == 1
    assert run("attach", dossier, "--criterion", "7.3", "--unit", "Sở X", scan) == 1
    said = capsys.readouterr().err
    for words in ("Không thấy tệp", "không có mã “99”", "không có đơn vị “Sở X”", "Tỉnh Hải Dương"):
        assert words in said
    place = tmp_path / "ra"
    assert run("export-evidence", dossier, "--out", place, "--unit", "Tỉnh Hải Dương") == 0
    assert run("export-evidence", dossier, "--out", place) == 1
    (place / "7.3" / scan.name).write_bytes(b"x")
    assert run("import-evidence", dossier, place) == 1
    said = capsys.readouterr().out
    assert "khác với lúc xuất" in said
    assert "Không nhập được tài liệu nào." in said
    reader = DOORS.open_session(dossier)
    assert run("attach", dossier, "--criterion", "7.3", scan) == 1
    assert run("import-evidence", dossier, place) == 1
    assert "chỉ" in capsys.readouterr().err
    reader.close()


def test_wrong_use_is_said_with_code_two(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (("attach", dossier), ("export-evidence", dossier), ("import-evidence",)):
        assert run(*words) == 2
    assert "Cách dùng: main.py attach" in capsys.readouterr().err


def test_the_unit_is_asked_for_where_it_is_not_clear(
    dossier: Path, scan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    session = DOORS.open_session(dossier)
    session.run(AddUnits("hd2022", "Sở", ("Sở Nội vụ",)))
    session.close()
    assert run("attach", dossier, "--criterion", "7.3", scan) == 1
    said = capsys.readouterr().err
    assert "có 2 đơn vị" in said
    assert "Tỉnh Hải Dương; Sở Nội vụ" in said


def test_words_of_units() -> None:
    assert which_unit(0, "") == "Hồ sơ chưa có đơn vị nào được chấm."
    assert which_unit(0, "Kỳ 2023") == "“Kỳ 2023” chưa có đơn vị nào được chấm."
    assert no_unit("Sở X", "") == "Hồ sơ không có đơn vị “Sở X”."
    assert units_are([]) == "Thêm đơn vị ở “Đơn vị và Hội đồng”."
    assert units_are(["a"] * 14).endswith("và 2 đơn vị khác.")


def test_an_import_that_is_stopped_leaves_no_content_behind(dossier: Path, tmp_path: Path) -> None:
    for number in range(3):
        path = tmp_path / f"{number}.txt"
        path.write_text(f"văn bản {number}", encoding="utf-8")
        assert run("attach", dossier, "--criterion", "7.3", path) == 0
    out, other = tmp_path / "ra", tmp_path / "khác.cchc"
    assert run("export-evidence", dossier, "--out", out) == 0
    assert run("sample", other) == 0
    session = DOORS.open_session(other)
    draft = check_register(out, Progress()).draft
    progress = Progress(lambda done, _: progress.cancel() if done else None)
    with pytest.raises(CancelledError):
        stage_register(session.store.vault, out, draft, progress)
    staged = [d.sha256 for d in draft.documents if is_stored(session, d.sha256)]
    assert staged, "some were copied before"
    session.close()
    session = DOORS.open_session(other)
    assert not any(is_stored(session, d.sha256) for d in draft.documents)
    session.close()
    assert run("import-evidence", other, out) == 0
    session = DOORS.open_session(other)
    assert all(is_stored(session, d.sha256) for d in draft.documents)
    session.close()


def is_stored(session: Session, sha256: str) -> bool:
    (found,) = session.store.vault.inspect([sha256], Progress())
    return found.condition is Condition.WHOLE


def test_what_the_check_finds_damaged_is_known_from_then_on(
    dossier: Path, scan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("attach", dossier, "--criterion", "7.3", scan) == 0
    with closing(sqlite3.connect(dossier)) as database:
        database.execute("UPDATE chunk SET data = x'00'")
        database.commit()
    assert run("check", dossier) == 1
    assert "Tài liệu bị hỏng: Kế hoạch.txt (dùng cho 7.3)." in capsys.readouterr().out
    session = DOORS.open_session(dossier)
    assert list(session.store.texts.faults().values()) == [TextFault.DAMAGED]
    session.close()
    assert run("report", dossier, "--report", "coverage", "--out", tmp_path / "phủ.txt") == 0
    text = (tmp_path / "phủ.txt").read_text("utf-8-sig")
    assert "Kế hoạch.txt không đọc được" in text


def test_a_check_mends_from_the_backup_and_from_files_that_are_given(
    dossier: Path, scan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    second = tmp_path / "Báo cáo.txt"
    second.write_text("báo cáo", encoding="utf-8")
    assert run("attach", dossier, "--criterion", "7.3", scan) == 0
    store = open_dossier(dossier)
    back_up(store._database, store.path, now())
    store.close()
    assert run("attach", dossier, "--criterion", "7.3", second) == 0
    with closing(sqlite3.connect(dossier)) as database, database:
        database.execute("UPDATE chunk SET data = x'00'")
    assert run("check", dossier, "--repair") == 1
    said = capsys.readouterr().out
    assert "Đã lấy lại từ bản lưu: Kế hoạch.txt." in said
    assert "Tài liệu bị hỏng: Báo cáo.txt (dùng cho 7.3)." in said
    folder = tmp_path / "USB"
    folder.mkdir()
    second.rename(folder / "đổi tên.txt")
    assert run("check", dossier, "--repair", scan, folder) == 1
    said = capsys.readouterr().out
    assert "Đã lấy lại từ tệp gốc: Báo cáo.txt." in said
    assert "Tài liệu" not in said
    session = DOORS.open_session(dossier)
    assert TextFault.DAMAGED not in session.store.texts.faults().values()
    session.close()


def test_who_looks_at_a_terminal_sees_how_far_the_check_is(
    dossier: Path, scan: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("attach", dossier, "--criterion", "7.3", scan) == 0
    run("check", dossier)
    assert capsys.readouterr().err == "", "a file or another program is told findings alone"
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    run("check", dossier)
    said = capsys.readouterr()
    assert "\rĐang đọc lại tài liệu: 0/1\rĐang đọc lại tài liệu: 1/1\r" in said.err
    assert "Đang đọc lại" not in said.out


def test_what_was_attached_is_said_also_where_the_disk_is_full_at_the_end(
    dossier: Path, scan: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(_database: sqlite3.Connection) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr("db.store.become_single", full)
    assert run("attach", dossier, "--criterion", "7.3", scan, scan.with_name("không có.pdf")) == 1
    said = capsys.readouterr()
    assert "Đã gắn 1 tài liệu vào tiêu chí 7.3" in said.out
    assert "Không thấy tệp không có.pdf" in said.err
    assert "các bước cuối còn nằm ở tệp mẫu.cchc-wal" in said.err
