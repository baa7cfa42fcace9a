"""Processes of their own for tests: ``python -m tests.db.children NAME ARGUMENTS``.

Each prints what happened, one JSON value a line, as soon as it happened.
"""

import json
import os
import random
import resource
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from cchc_desktop.domain.changes import altered, made
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence import Document
from cchc_desktop.domain.units import Agency
from cchc_desktop.progress import Progress
from db import create_dossier, open_dossier
from tests.db.samples import NOON, commit, line_for

NOBODY = 65534


def say(*values: object) -> None:
    sys.stdout.write(json.dumps(values) + "\n")
    sys.stdout.flush()


def hold(path: str) -> None:
    """Open a dossier and keep it until the input ends."""
    store = open_dossier(Path(path))
    say(store.is_read_only, store.read_only_reason)
    sys.stdin.read()
    store.close()


def look(path: str) -> None:
    """Open a dossier, say what is in it, and close it."""
    try:
        store = open_dossier(Path(path))
    except CchcError as error:
        say("refused", error.sentence, error.hint)
        return
    say(store.read_only_reason, store.head, sorted(store.load().agencies))
    store.close()


def create(path: str) -> None:
    """Try to make a dossier."""
    try:
        create_dossier(Path(path)).close()
    except CchcError as error:
        say("refused", error.sentence, error.hint)


def work(path: str, source: str, seed: str) -> None:
    """Edit and attach for ever, saying each commit after it returned."""
    dice = random.Random(seed)  # noqa: S311 - only moments and bytes
    store = open_dossier(Path(path))
    state = store.load()
    say("open", store.head)
    while True:
        n = len(state.agencies)
        if dice.random() < 0.4:
            Path(source).write_bytes(dice.randbytes(16) + bytes(dice.randint(1, 30_000_000)))
            staged = store.vault.stage(Path(source), Progress())
            document = Document(
                f"t{n}.{len(state.documents)}", "x", staged.sha256, staged.size, NOON
            )
            state = commit(store, state, made("document", [document]))
        elif n and dice.random() < 0.5:
            agency = state.agencies[f"g{n - 1}"]
            changed = altered("agency", agency, {"name": f"{agency.name}+"})
            state = commit(store, state, changed)
        else:
            state = commit(store, state, made("agency", [Agency(f"g{n}", "Sở")]))
        if dice.random() < 0.2:
            store.rest()
        say("commit", store.head)


def fill(path: str) -> None:
    """Edit and attach until the disk is full, then say what stands on it."""
    folder = Path(path)
    store = create_dossier(folder / "x.cchc")
    state = store.load()
    refused = []
    for n in range(10_000):
        changes = made("agency", [Agency(f"g{n}", "Sở " * 20_000)])
        try:
            store.write(changes, line_for(store, changes), [])
        except CchcError as error:
            refused.append(error.sentence)
            break
        state = state.applied(changes)
    small = made("agency", [Agency("still", "x")])
    say(refused, store.load().rows == state.rows, store.lines(1)[0].hash == store.head)
    try:
        create_dossier(folder / "y.cchc").close()
    except CchcError as error:
        say(error.sentence)
    state = state.applied(small)
    say(sorted(p.name for p in folder.iterdir()))
    try:
        store.close()
    except CchcError as error:
        say(error.sentence)
    kept = open_dossier(folder / "x.cchc")
    say(sorted(kept.load().agencies) == sorted(each for each in state.agencies if each != "still"))
    kept._database.close()


def crowded(path: str) -> None:
    """Open a dossier on a disk that others have filled, at rest and with steps in its log."""
    folder = Path(path)
    store = create_dossier(folder / "x.cchc")
    commit(store, store.load(), made("agency", [Agency("g", "Sở")]))
    store.close()
    with suppress(OSError), (folder / "others").open("wb", buffering=0) as others:
        while True:
            others.write(bytes(1024))
    store = open_dossier(folder / "x.cchc")
    say(store.is_read_only, store.read_only_reason, list(store.load().agencies))
    store.close()
    (folder / "others").unlink()
    store = open_dossier(folder / "x.cchc")
    say(store.is_read_only)
    store.close()


def limited(path: str, most: str) -> None:
    """Attach and edit while no file may grow beyond a limit."""
    store = create_dossier(Path(path))
    source = Path(path).with_suffix(".bin")
    source.write_bytes(b"x" * 12_000_000)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(most), int(most)))
    try:
        store.vault.stage(source, Progress())
    except CchcError as error:
        say(error.sentence)
    say(store._database.execute("SELECT count(*) FROM content").fetchone()[0])
    store.close()


def without_rights(name: str, *arguments: str) -> None:
    """Become an account that owns nothing, then do something."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    NAMES[name](*arguments)


NAMES: dict[str, Callable[..., None]] = {
    "hold": hold, "look": look, "create": create, "work": work, "fill": fill, "limited": limited,
    "crowded": crowded,
    "without_rights": without_rights,
}  # fmt: skip

if __name__ == "__main__":
    NAMES[sys.argv[1]](*sys.argv[2:])
