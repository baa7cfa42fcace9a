"""A register taken out to a place, and what is told of it when it comes back."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cchc_desktop.exchange.evidence_in import check_register
from cchc_desktop.exchange.evidence_out import export_register
from cchc_desktop.progress import Progress
from tests.evidence_register import Register


def exported(full: Register, place: Path) -> Path:
    export_register(full.session.store.vault, full.draft(), place, Progress())
    return place


def rows_of(out: Path) -> Any:
    return json.loads((out / "register.json").read_text(encoding="utf-8"))


def rewritten(out: Path, change: Callable[[Any], object]) -> list[str]:
    found = rows_of(out)
    change(found)
    (out / "register.json").write_text(json.dumps(found), encoding="utf-8")
    return problems(out)


def problems(place: Path) -> list[str]:
    return [each.words for each in check_register(place, Progress()).problems]
