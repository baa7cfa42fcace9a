"""Imports as Python does them.

PySide6 puts a function of its own before every import, so that a module can ask for its
``__feature__``, and then reads the source of each module that is loaded: a tenth of the time until
a dossier shows. No module of this program asks for one.
"""

import builtins

from PySide6 import QtCore  # noqa: F401  # only then is PySide6's function in place


def restore() -> None:
    """Take PySide6's function away, where there is one."""
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
