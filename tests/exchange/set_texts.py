"""Files of criteria sets for tests: the sample's, and changed ones."""

import json

from cchc_desktop.domain.set_draft import draft_of
from cchc_desktop.exchange.set_json import read_set, set_json
from tests.sample_session import ASSESSMENT, sample_session


def sample_file() -> bytes:
    return set_json(draft_of(sample_session().state, ASSESSMENT))


def file_of(*rows: object, **head: object) -> bytes:
    """Return a file with some criteria, each on its own line from line 5."""
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    top = {"format": "cchc-criteria-set", "version": 1, **head}
    body = ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in top.items())
    return f'{{\n{body},\n"criteria": [\n{lines}\n]}}'.encode()


def leaf(code: str, parent: str = "", **more: object) -> dict[str, object]:
    found = {"code": code, "name": f"Tiêu chí {code}", "rule": {"kind": "manual"}, **more}
    return found | ({"parent": parent} if parent else {})


def errors(body: bytes) -> list[str]:
    found = read_set(body)
    assert found.draft is None
    return [problem.words for problem in found.problems]


def warnings(body: bytes) -> list[str]:
    found = read_set(body)
    assert found.draft is not None
    assert found.warnings == found.problems
    return [problem.words for problem in found.problems]
