"""Criteria sets in and out by the command line."""

import json
from pathlib import Path

import pytest

from cchc_desktop.domain.state import State
from cchc_desktop.headless.entry import main
from tests.command_line import DOORS


@pytest.fixture
def file(sample: Path, tmp_path: Path) -> Path:
    path = tmp_path / "bộ tiêu chí.json"
    words = ["export-set", str(sample), "--assessment", "hd2022", "--out", str(path)]
    assert main(words, DOORS) == 0
    return path


def state_of(path: Path) -> State:
    session = DOORS.open_session(path)
    session.close()
    return session.state


def test_a_set_goes_out_and_into_an_empty_dossier_and_out_again_the_same(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "mới.cchc"
    DOORS.create_session(other).close()
    capsys.readouterr()
    assert main(["import-set", str(other), str(file)], DOORS) == 0
    said = capsys.readouterr()
    (assessment,) = state_of(other).assessments.values()
    assert said.out.splitlines() == [f"Đã nhập 31 mục vào kỳ “Cấp tỉnh 2022”, mã {assessment.id}"]
    again = tmp_path / "lại.json"
    words = ["export-set", str(other), "--assessment", assessment.id, "--out", str(again)]
    assert main(words, DOORS) == 0
    assert "31 mục" in capsys.readouterr().out
    assert again.read_bytes() == file.read_bytes()


def test_year_and_level_can_be_given(file: Path, sample: Path) -> None:
    words = ["import-set", str(sample), str(file), "--year", "2026", "--level", "commune"]
    assert main(words, DOORS) == 0
    titles = {each.title for each in state_of(sample).assessments.values()}
    assert titles == {"Cấp tỉnh 2022", "Cấp xã 2026"}


def test_a_set_with_marks_is_not_replaced(
    file: Path, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import-set", str(sample), str(file), "--replace", "hd2022"], DOORS) == 1
    assert "14 kết quả chấm" in capsys.readouterr().err
    assert len(state_of(sample).assessments) == 1


def test_a_set_without_marks_is_replaced(
    file: Path, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import-set", str(sample), str(file), "--year", "2026"], DOORS) == 0
    key = next(a.id for a in state_of(sample).assessments.values() if a.year == 2026)
    found = json.loads(file.read_bytes())
    found["criteria"] = found["criteria"][:5]
    file.write_text(json.dumps(found), encoding="utf-8")
    capsys.readouterr()
    assert main(["import-set", str(sample), str(file), "--replace", key], DOORS) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Lưu ý, dòng 1, criteria: cộng 1 lĩnh vực, còn thiếu 90,5")
    assert lines[-1] == f"Đã nhập 5 mục vào kỳ “Cấp tỉnh 2026”, mã {key}"
    assert len(state_of(sample).tree(key)) == 5


def test_a_wrong_file_is_told_line_by_line_and_nothing_happens(
    file: Path, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"code": "1.2"', '"code": "1.1"'), encoding="utf-8")
    before = sample.read_bytes()
    capsys.readouterr()
    assert main(["import-set", str(sample), str(file)], DOORS) == 1
    lines = capsys.readouterr().out.splitlines()
    line = text[: text.index('"code": "1.2"')].count("\n") + 1
    assert lines[0] == f"Lỗi, dòng {line}, criteria[2].code: mã 1.1 đã dùng ở criteria[1]."
    assert lines[-1].startswith("Chưa nhập bộ tiêu chí nào")
    assert sample.read_bytes() == before


def test_what_is_not_there_is_refused(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "x.json")
    for words, told in (
        (["import-set", str(sample), out], "Không đọc được tệp"),
        (["export-set", str(sample), "--assessment", "khác", "--out", out], "không có kỳ đánh giá"),
        (["export-set", str(sample), "--assessment", "hd2022", "--out", f"{out}/x/y"], "thư mục"),
    ):
        capsys.readouterr()
        assert main(words, DOORS) == 1
        assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["import-set", "a"],
        ["import-set", "a", "b", "--year", "hai"],
        ["import-set", "a", "b", "--level", "làng"],
        ["export-set", "a", "--out", "b"],
        ["export-set", "a", "--assessment", "b"],
    ],
)
def test_wrong_use_is_told(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words, DOORS) == 2
    assert capsys.readouterr().err.startswith("Sai cách dùng. Cách dùng: main.py")
