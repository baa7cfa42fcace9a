"""The command line: ``main.py NAME ...``, Vietnamese messages, exit codes 0 / 1 / 2."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from cchc_desktop.headless import (
    attach,
    check,
    export_evidence,
    export_set,
    import_evidence,
    import_set,
    report,
    sample,
    scores,
    search,
    self_test,
)
from cchc_desktop.headless.command import Command

COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        "sample": sample.COMMAND,
        "scores": scores.COMMAND,
        "report": report.COMMAND,
        "check": check.COMMAND,
        "search": search.COMMAND,
        "attach": attach.COMMAND,
        "export-evidence": export_evidence.COMMAND,
        "import-evidence": import_evidence.COMMAND,
        "import-set": import_set.COMMAND,
        "export-set": export_set.COMMAND,
        "self-test": self_test.COMMAND,
    }
)

_FOR_THE_WINDOW = frozenset({"demo"})


def is_command(word: str) -> bool:
    """Return whether a first word is for the command line: a command, or a mistyped one.

    Options of the window begin with a dash; a file or folder of that name is opened by it.
    """
    if word.removeprefix("--") in {*COMMANDS, "help", "-h"}:
        return True
    return not (word.startswith("-") or word in _FOR_THE_WINDOW or Path(word).exists())
