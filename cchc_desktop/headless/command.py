"""One command of the command line, and the parser that speaks Vietnamese."""

import argparse
from collections.abc import Callable
from typing import NoReturn

from cchc_desktop.headless.doors import StoreDoors
from cchc_desktop.overriding import override
from cchc_desktop.records import record

DONE = 0
FOUND = 1  # findings, or refused
MISUSED = 2

Run = Callable[[argparse.Namespace, StoreDoors], int]


class UsageError(Exception):
    """The words of the command line are wrong."""


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of printing English and leaving."""

    @override
    def error(self, message: str) -> NoReturn:
        raise UsageError(message)


@record
class Command:
    """A command: how it is used, its arguments, what it does.

    Args:
        usage: the line that wrong use prints, in Vietnamese.
        declare: adds its arguments to a parser.
        run: does it; returns the exit code.
    """

    usage: str
    declare: Callable[[argparse.ArgumentParser], object]
    run: Run
