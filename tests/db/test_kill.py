"""A process that is killed at any moment loses no committed step and leaves no half content."""

import json
import random
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cchc_desktop.progress import Progress
from db import create_dossier, open_dossier
from tests.db.processes import command, started

LANES = 4
KILLS = 26  # a lane: 104 in all
MOST_SECONDS = 90.0


def killed(dossier: Path, seed: str, wait: float) -> list[str]:
    """Let a process work, kill it; return the heads it said."""
    source = dossier.with_suffix(".bin")
    child = started(command("work", dossier, source, seed))
    assert child.stdout is not None
    opened = child.stdout.readline()
    assert json.loads(opened)[0] == "open"
    with pytest.raises(subprocess.TimeoutExpired):
        child.wait(wait)
    child.kill()
    rest, _ = child.communicate()
    heads = [json.loads(line)[1] for line in (opened + rest).splitlines() if line.endswith("]")]
    return [head for head in heads if head]


def say(text: str) -> None:
    sys.stdout.write(text + "\n")


def half_contents(dossier: Path) -> int:
    conn = sqlite3.connect(dossier)
    (count,) = conn.execute("SELECT count(*) FROM content WHERE state <> 'whole'").fetchone()
    conn.close()
    return int(count)


def lane(folder: Path, number: int, seed: int, until: float) -> tuple[int, int]:
    """Kill a process again and again; return how often, and how often while it attached."""
    attaching = 0
    dossier = folder / f"{number}.cchc"
    create_dossier(dossier).close()
    dice = random.Random(f"{seed}/{number}")  # noqa: S311 - only moments
    for n in range(KILLS):
        if time.monotonic() > until:
            return n, attaching
        wait = dice.random() * 0.15
        say(f"seed {seed}/{number}/{n} killed after {wait * 1000:.1f} ms")
        heads = killed(dossier, f"{seed}/{number}/{n}", wait)
        attaching += half_contents(dossier)
        store = open_dossier(dossier)
        assert not store.is_read_only
        known = {line.hash for line in store.lines(100_000)}
        assert known.issuperset(heads)
        assert not store.faults()
        left = store._database.execute("SELECT count(*) FROM content WHERE state <> 'whole'")
        assert left.fetchone() == (0,)
        orphans = store._database.execute(
            "SELECT count(*) FROM chunk WHERE content NOT IN (SELECT id FROM content)"
        )
        assert orphans.fetchone() == (0,)
        if n % 5 == 0:
            assert store.vault.damaged(Progress()) == []
        store.close()
    return KILLS, attaching


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_a_kill_at_any_moment_loses_no_committed_step(tmp_path: Path) -> None:
    seed = random.SystemRandom().randrange(10**6)
    until = time.monotonic() + MOST_SECONDS
    with ThreadPoolExecutor(LANES) as pool:
        runs = [pool.submit(lane, tmp_path, number, seed, until) for number in range(LANES)]
    kills, attaching = (sum(both) for both in zip(*(run.result() for run in runs), strict=True))
    say(f"{kills} kills, {attaching} while content was being copied")
    assert kills >= 100, f"too slow: {kills} kills in {MOST_SECONDS:.0f} s"
    assert attaching > 5


def test_a_killed_holder_does_not_hold_the_dossier(tmp_path: Path) -> None:
    dossier = tmp_path / "x.cchc"
    create_dossier(dossier).close()
    child = started(command("hold", dossier))
    assert child.stdout is not None
    assert json.loads(child.stdout.readline()) == [False, ""]
    child.kill()
    child.communicate()
    assert dossier.with_name("x.cchc.lock").exists()
    store = open_dossier(dossier)
    assert not store.is_read_only
    store.close()
    assert [p.name for p in tmp_path.iterdir()] == ["x.cchc"]
    assert isinstance(child, subprocess.Popen)
