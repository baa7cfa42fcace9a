"""The way into the command line: parse, run, say what went wrong."""

import io
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import redirect_stdout, suppress

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.headless import COMMANDS
from cchc_desktop.headless.command import DONE, FOUND, MISUSED, Command, Parser, UsageError
from cchc_desktop.headless.doors import StoreDoors


def main(arguments: Sequence[str], doors: StoreDoors) -> int:
    """Run one command and return its exit code: 0 done, 1 findings or refused, 2 wrong use.

    Args:
        arguments: the command's name and its arguments.
        doors: storage.
    """
    speak_utf8()
    command = COMMANDS.get(arguments[0].removeprefix("--"))
    if command is None:
        return _tell_commands(arguments[0])
    if {"-h", "--help"} & set(arguments[1:]):
        print(f"Cách dùng: {command.usage}")
        return DONE
    parser = Parser(prog=f"main.py {arguments[0]}", add_help=False)
    command.declare(parser)
    try:
        options = parser.parse_args(list(arguments[1:]))
    except UsageError:
        print(f"Sai cách dùng. Cách dùng: {command.usage}", file=sys.stderr)
        return MISUSED
    return _run(command, options, doors)


def _run(command: Command, options: Namespace, doors: StoreDoors) -> int:
    """Run a command; what it did before it failed is said all the same."""
    said, code, fault = io.StringIO(), FOUND, ""
    try:
        with redirect_stdout(said):
            code = command.run(options, doors)
    except CchcError as error:
        fault = error.words
    except KeyboardInterrupt:
        fault = "Đã dừng theo yêu cầu. Việc nào đã ghi xong thì vẫn còn."
    try:
        _say(said.getvalue())
    except CchcError as error:
        code, fault = FOUND, fault or error.words
    if fault:
        print(fault, file=sys.stderr)
    return code


def _tell_commands(word: str) -> int:
    asked = word in {"-h", "--help"}
    lines = ["Cách dùng:", *(f"  {each.usage}" for each in COMMANDS.values())]
    if not asked:
        lines.insert(0, f"Không có lệnh hay tệp tên “{word}”.")
    print("\n".join(lines), file=sys.stdout if asked else sys.stderr)
    return DONE if asked else MISUSED


def _say(text: str) -> None:
    """Write what a command said; a reader that has enough, as ``| head``, is no fault.

    Raises:
        CchcError: the output takes no more.
    """
    if sys.stdout is None:  # started without one
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        _give_up_output()
        if not isinstance(error, BrokenPipeError):
            raise CchcError(
                "Không ghi hết kết quả ra được.", "Kiểm tra ổ đĩa nơi nhận kết quả còn chỗ."
            ) from error


def _give_up_output() -> None:
    """Let what is left in the buffer go nowhere, so that leaving does not try once more."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def speak_utf8() -> None:
    """Write UTF-8 whatever the code page of the console is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
