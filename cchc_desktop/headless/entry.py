"""The way into the command line: parse, run, say what went wrong."""

import sys
from collections.abc import Sequence

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.headless import COMMANDS
from cchc_desktop.headless.command import FOUND, MISUSED, Parser, UsageError
from cchc_desktop.headless.doors import StoreDoors


def main(arguments: Sequence[str], doors: StoreDoors) -> int:
    """Run one command and return its exit code: 0 done, 1 findings or refused, 2 wrong use.

    Args:
        arguments: the command's name and its arguments.
        doors: storage.
    """
    speak_utf8()
    command = COMMANDS[arguments[0]]
    parser = Parser(prog=f"main.py {arguments[0]}", add_help=False)
    command.declare(parser)
    try:
        options = parser.parse_args(list(arguments[1:]))
    except UsageError:
        print(f"Sai cách dùng. Cách dùng: {command.usage}", file=sys.stderr)
        return MISUSED
    try:
        return command.run(options, doors)
    except CchcError as error:
        print(error.words, file=sys.stderr)
        return FOUND


def speak_utf8() -> None:
    """Write UTF-8 whatever the code page of the console is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8")
