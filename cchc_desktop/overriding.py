"""The mark ``@override`` on methods that take the place of an inherited one.

The stub beside this file tells mypy that it is the one of ``typing_extensions``, and mypy then
checks every place. That library itself would cost the start what a tenth of the window costs.
"""

from collections.abc import Callable
from typing import TypeVar

_Method = TypeVar("_Method", bound=Callable[..., object])


def override(method: _Method) -> _Method:
    """Return the method as it is."""
    return method
