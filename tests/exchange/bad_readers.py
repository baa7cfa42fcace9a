"""Readers for the child process that misbehave on demand."""

import os
import time
from collections.abc import Iterator

from cchc_desktop.exchange.child import Answerer


def moody() -> Answerer:
    """Return a reader that echoes, dies or hangs, as it is told."""

    def answer(question: bytes) -> Iterator[bytes]:
        if question == b"die":
            os._exit(3)
        if question == b"hang":
            time.sleep(600)
        yield question
        yield b""

    return answer


def broken() -> Answerer:
    """Fail like a program whose library is not there."""
    raise SystemExit(1)
