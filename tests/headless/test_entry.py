"""The command line: what it prints, and how it leaves."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

import pytest

from cchc_desktop.clock import now
from cchc_desktop.commands.criteria import AddCriterion
from cchc_desktop.commands.evidence import AttachDocument, Content
from cchc_desktop.commands.founding import OpenAssessment
from cchc_desktop.commands.marks import Place, SetPoints
from cchc_desktop.domain.changes import ChangeSet, made
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.state import State
from cchc_desktop.domain.units import AssessmentLevel, Sheet, Unit
from cchc_desktop.headless import is_command
from cchc_desktop.headless.entry import main
from cchc_desktop.headless.scores import round_from
from cchc_desktop.progress import Progress
from db.vault import FileVault
from tests.command_line import DOORS

HEADING = (
    "7: các khoản bị trừ “qua tài liệu kiểm chứng” trong báo cáo cộng được 4,105, "
    "đề mục ghi 4,01; tính lại: 4,006."
)
ROOT = Path(__file__).parents[2]


def printed_scores(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["scores", *words], DOORS) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_scores_are_those_of_the_published_report(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (assessment,) = printed_scores(capsys, str(sample))["assessments"]
    assert assessment["year"] == 2022
    (unit,) = assessment["units"]
    assert unit["total"].startswith("83.516747")
    assert unit["index"] == unit["total"]
    assert (unit["maximum"], unit["complete"]) == ("100", True)
    assert (unit["rank"], unit["of"], unit["rank_source"]) == (47, 63, "published")
    assert (unit["round"], unit["name"]) == ("first", "Tỉnh Hải Dương")
    by_code = {c["code"]: c for c in unit["criteria"]}
    assert len(by_code) == 31
    assert next(iter(by_code)) == "1"
    assert by_code["7.3"]["parent"] == by_code["7"]["id"]
    assert by_code["8.1.3"]["score"] == "0"
    assert by_code["7"]["lost"].startswith("4.1963")
    assert by_code["1"]["parent"] is None
    assert "94.385 ÷ 153.273" in by_code["7.3"]["explanation"]


def test_a_round_can_be_named_in_words(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = printed_scores(capsys, str(sample), "--round", "công bố")
    (unit,) = found["assessments"][0]["units"]
    assert unit["total"] == "8.42"
    assert unit["complete"] is False
    assert unit["index"] is None
    scores = {c["code"]: c["score"] for c in unit["criteria"]}
    assert scores["7.3"] is None
    assert scores["8.2.1"] == "1.28"
    assert round_from("Tham dinh lan 1") is Round.FIRST


class MoreUnits:
    """Three communes of one group in one assessment."""

    title = "thêm đơn vị"

    def __init__(self, assessment: str) -> None:
        self.assessment = assessment

    def plan(self, state: State) -> ChangeSet:
        group = next(iter(state.units.values())).group
        units = [Unit(f"u{n}", f"Xã {n}", group) for n in range(2)]
        sheets = [Sheet(f"s{n}", self.assessment, f"u{n}", f"z{n}") for n in range(2)]
        return made("unit", units) + made("sheet", sheets)


def test_ranks_without_a_published_result_are_computed_in_the_group(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "xã.cchc"
    session = DOORS.create_session(path)
    session.run(OpenAssessment(2026, AssessmentLevel.COMMUNE, "Xã A", id="a"))
    session.run(AddCriterion("a", "", "Lĩnh vực", maximum=Decimal(10), id="c"))
    session.run(MoreUnits("a"))
    first = session.state.sheets_of("a")[0].id
    for sheet, points in ((first, 8), ("s0", 9), ("s1", 8)):
        session.run(SetPoints(Place(sheet, "c", Round.SELF), Decimal(points)))
    session.close()
    units = printed_scores(capsys, str(path))["assessments"][0]["units"]
    assert [(u["rank"], u["of"], u["rank_source"]) for u in units] == [
        (2, 3, "computed"), (1, 3, "computed"), (2, 3, "computed"),
    ]  # fmt: skip


def test_an_empty_dossier_has_no_scores(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "trống.cchc"
    DOORS.create_session(path).close()
    assert printed_scores(capsys, str(path)) == {"assessments": []}
    assert main(["report", str(path), "--report", "summary", "--out", "x.pdf"], DOORS) == 1
    assert "chưa có bảng chấm điểm" in capsys.readouterr().err
    assert main(["check", str(path)], DOORS) == 0
    assert "Không phát hiện" in capsys.readouterr().out


def test_an_opened_year_without_marks_scores_to_null(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mới.cchc"
    session = DOORS.create_session(path)
    session.run(OpenAssessment(2026, AssessmentLevel.COMMUNE, "Xã A", id="a"))
    session.close()
    (unit,) = printed_scores(capsys, str(path))["assessments"][0]["units"]
    assert (unit["round"], unit["total"], unit["rank"]) == ("self", None, None)


def test_the_findings_of_the_sample_are_these(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(sample)], DOORS) == 1
    lines = capsys.readouterr().out.splitlines()
    head = "Cấp tỉnh 2022, Tỉnh Hải Dương, Thẩm định lần 1: "
    assert all(line.startswith(head) for line in lines)
    missing = "chưa có tài liệu kiểm chứng hoặc giải trình."
    assert [line.removeprefix(head) for line in lines] == [
        *(f"{code}: {missing}" for code in ("1.1", "1.2", "1.3")),
        HEADING,
        *(f"{code}: {missing}" for code in ("7.1", "7.2", "7.3")),
        "7.3: báo cáo in bị trừ 0,676, quy tắc cho 0,576: lệch 0,100.",
        *(f"{code}: {missing}" for code in ("8.1.2", "8.1.3")),
        "8.2.1: bị trừ 0,22 điểm, chưa có lý do.",
        "8.2.2: bị trừ 0,2 điểm, chưa có lý do.",
        "8.2.3: bị trừ 0,43 điểm, chưa có lý do.",
        "8.2.4: bị trừ 0,39 điểm, chưa có lý do.",
        "8.2.5: bị trừ 0,34 điểm, chưa có lý do.",
    ]


def test_a_total_that_somebody_changed_in_the_file_is_found(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(sample)) as file, file:
        file.execute("UPDATE unit_total SET points = '99' WHERE round = 'first'")
        file.execute("INSERT INTO unit_total SELECT sheet, 'self', points, maximum, is_complete,"
                     " areas, 0 FROM unit_total WHERE round = 'first'")  # fmt: skip
    assert main(["check", str(sample)], DOORS) == 1
    told = capsys.readouterr().out
    assert "Tổng lưu sẵn của Tỉnh Hải Dương, Thẩm định lần 1 không khớp" in told
    assert "Tự chấm" in told


def test_a_damaged_document_is_named_with_its_criteria(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scan = tmp_path / "bản quét.txt"
    scan.write_text("nội dung", encoding="utf-8")
    session = DOORS.open_session(sample)
    staged = session.store.vault.stage(scan, Progress())
    content = Content(scan.name, staged.sha256, staged.size)
    session.run(AttachDocument("hd2022-tinh", "hd2022-7.3", content, now()))
    session.close()
    with closing(sqlite3.connect(sample)) as file, file:
        file.execute("UPDATE chunk SET data = x'00'")
    assert main(["check", str(sample)], DOORS) == 1
    assert "Tài liệu bị hỏng: bản quét.txt (dùng cho 7.3)." in capsys.readouterr().out


def test_a_report_is_written_and_named(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "tóm tắt.pdf"
    assert main(["report", str(sample), "--report", "summary", "--out", str(out)], DOORS) == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert str(out) in capsys.readouterr().out
    assert main(["report", str(sample), "--report", "summary", "--out", "a.xyz"], DOORS) == 1
    listed = tmp_path / "mức phủ.pdf"
    assert main(["report", str(sample), "--report", "coverage", "--out", str(listed)], DOORS) == 0
    assert listed.read_bytes().startswith(b"%PDF")


def test_the_program_tries_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["self-test"], DOORS) == 0
    assert "đạt" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [["scores"], ["scores", "a", "--round", "vòng lạ"], ["report", "a"], ["check"], ["sample"],
     ["report", "a", "--report", "khác", "--out", "b.pdf"], ["self-test", "x"]],
)  # fmt: skip
def test_wrong_use_is_told_in_vietnamese(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words, DOORS) == 2
    assert capsys.readouterr().err.startswith("Sai cách dùng. Cách dùng: main.py")


def test_a_refusal_is_one_line_with_its_hint(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "văn bản.cchc"
    text.write_text("không phải hồ sơ", encoding="utf-8")
    for command in ("scores", "check"):
        assert main([command, str(text)], DOORS) == 1
        told = capsys.readouterr()
        assert len(told.err.splitlines()) == 1
        assert not told.out
    assert main(["sample", str(text)], DOORS) == 1
    assert text.read_text(encoding="utf-8") == "không phải hồ sơ"


def test_output_is_utf8_whatever_the_code_page(sample: Path) -> None:
    done = subprocess.run(
        [sys.executable, "main.py", "scores", str(sample)],
        cwd=ROOT, capture_output=True, check=True,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
    )  # fmt: skip
    assert "Tỉnh Hải Dương" in done.stdout.decode("utf-8")


def test_a_mistyped_command_is_wrong_use_and_opens_no_window(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert is_command("scroes")
    assert main(["scroes", "x.cchc"], DOORS) == 2
    told = capsys.readouterr()
    assert "Không có lệnh hay tệp tên “scroes”." in told.err
    assert "main.py scores" in told.err
    assert main(["--help"], DOORS) == 0
    assert "main.py check" in capsys.readouterr().out
    assert not is_command(str(tmp_path))
    assert not is_command("-platform")
    assert not is_command("demo")


def test_a_person_who_stops_a_command_is_told_in_one_line(
    sample: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(self: FileVault, hashes: Iterable[str], progress: Progress) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(FileVault, "inspect", stopped)
    assert main(["check", str(sample)], DOORS) == 1
    assert capsys.readouterr().err.startswith("Đã dừng theo yêu cầu.")
    monkeypatch.undo()
    assert main(["scores", str(sample)], DOORS) == 0


def test_a_command_may_be_written_as_an_option(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert is_command("--self-test")
    assert main(["--scores", str(sample)], DOORS) == 0
    assert json.loads(capsys.readouterr().out)["assessments"]


def test_wrong_use_names_the_rounds_there_are(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["scores", str(sample), "--round", "third"], DOORS) == 2
    assert "self|first|second|published" in capsys.readouterr().err
