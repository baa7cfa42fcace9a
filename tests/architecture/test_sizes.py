"""Files stay readable: at most 400 lines a file, 40 a function."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("cchc_desktop", "db", "ui", "resources", "bench", "packaging", "tests")
MOST_FILE = 400
MOST_FUNCTION = 40
MOST_FRONT_DOOR = 80


def sources() -> list[Path]:
    return list(_sources())


def _sources() -> Iterator[Path]:
    yield ROOT / "main.py"
    for room in ROOMS:
        yield from sorted((ROOT / room).rglob("*.py"))


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_is_short_and_so_are_its_functions(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    most = MOST_FRONT_DOOR if path.name == "main.py" else MOST_FILE
    assert len(text.splitlines()) <= most
    long = [
        f"{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > MOST_FUNCTION
    ]
    assert not long


def test_the_front_door_is_opened_by_nobody_inside() -> None:
    for path in sources():
        if path.name != "main.py" and "tests" not in path.parts:
            assert "import main\n" not in path.read_text(encoding="utf-8")
