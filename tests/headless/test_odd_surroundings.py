"""The command line where output, code page and names are not what one hopes for."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ASCII = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PATH": os.defpath}
posix = pytest.mark.skipif(sys.platform == "win32", reason="names and pipes of Linux")


def program(*words: str | bytes, stdout: int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words],
        stdout=stdout, stderr=subprocess.PIPE, encoding="utf-8", check=False, env=ASCII,
    )  # fmt: skip


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("a") / "a.cchc"
    assert program("sample", str(path)).returncode == 0
    return str(path)


@posix
@pytest.mark.parametrize("name", ["hồ sơ.cchc".encode(), b"b\xff 100%?#.cchc"])
def test_a_dossier_of_any_name_is_made_and_read(tmp_path: Path, name: bytes) -> None:
    path = os.fsencode(tmp_path / os.fsdecode(name))
    done = program("sample", path)
    assert (done.returncode, done.stderr) == (0, "")
    done = program("scores", path)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["assessments"]


@posix
@pytest.mark.parametrize(("command", "code"), [("scores", 0), ("check", 1)])
def test_a_reader_that_has_enough_is_no_fault(sample: str, command: str, code: int) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        done = program(command, sample, stdout=write)
    finally:
        os.close(write)
    assert (done.returncode, done.stderr) == (code, "")


@posix
def test_output_that_does_not_fit_is_told_in_one_line(sample: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = program("scores", sample, stdout=full.fileno())
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "Không ghi hết kết quả ra được. Kiểm tra ổ đĩa nơi nhận kết quả còn chỗ."
    ]
