"""Change the rule modules one place at a time and count how many changes the tests notice."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PLACE = ROOT / "build" / "mutants"
COPIED = ("cchc_desktop", "db", "ui", "resources", "tests", "main.py", "pyproject.toml")
LEAST_PERCENT = 90


def main() -> int:
    """Run mutmut on a copy, print the score; return 1 where it is below the least."""
    shutil.rmtree(PLACE, ignore_errors=True)
    PLACE.mkdir(parents=True)
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            no_cache = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, PLACE / name, ignore=no_cache)
        else:
            shutil.copy(source, PLACE / name)
    for words in (["run"], ["results"], ["export-cicd-stats"]):
        command = [str(Path(sys.executable).with_name("mutmut")), *words]
        subprocess.run(command, cwd=PLACE, check=True)  # noqa: S603  # our own words
    stats = json.loads((PLACE / "mutants" / "mutmut-cicd-stats.json").read_text(encoding="utf-8"))
    percent = 100 * (stats["total"] - stats["survived"] - stats["no_tests"]) / stats["total"]
    print(f"{stats['total']} changes, {stats['survived']} not noticed: {percent:.1f} %")  # noqa: T201
    return int(percent < LEAST_PERCENT)


if __name__ == "__main__":
    sys.exit(main())
