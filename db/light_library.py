"""sqlite-utils, loaded when a dossier is made or migrated, and without numpy.

Either would take longer than everything else of an opening.

The library imports numpy where it is installed, only to know its number types as columns; a
dossier has none. The charts load numpy later, when they are first shown.
"""

import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType

from cchc_desktop.overriding import override


class _NoNumpy(MetaPathFinder):
    """Says that numpy is not installed."""

    @override
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None, /
    ) -> ModuleSpec | None:
        if fullname == "numpy":
            raise ModuleNotFoundError(fullname)
        return None


_NO_NUMPY = _NoNumpy()
sys.meta_path.insert(0, _NO_NUMPY)
try:
    from sqlite_utils import Database, Migrations
finally:
    sys.meta_path.remove(_NO_NUMPY)

__all__ = ["Database", "Migrations"]
