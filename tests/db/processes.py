"""Starting the processes of ``tests.db.children``."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def command(name: str, *arguments: object) -> list[str]:
    return [sys.executable, "-m", "tests.db.children", name, *(str(each) for each in arguments)]


def told_by(words: list[str]) -> list[Any]:
    """Run a process to its end; return what it said."""
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    return [json.loads(line) for line in done.stdout.splitlines()]


def started(words: list[str]) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
