"""Write requirements/*.txt anew from pyproject.toml: all systems, with hashes, no index address."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCKS = {"run": (), "dev": ("--extra", "dev"), "build": ("--extra", "build")}


def main() -> int:
    """Compile each lock; return the first exit code that is not 0."""
    for name, extra in LOCKS.items():
        command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal"]
        command += ["--python-version", "3.11", "--generate-hashes", "--no-emit-index-url"]
        command += ["--no-annotate", "--no-header", *extra, "pyproject.toml"]
        command += ["-o", f"requirements/{name}.txt"]
        done = subprocess.run(command, cwd=ROOT, check=False)  # noqa: S603  # our own words
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
