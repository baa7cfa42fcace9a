"""The core: no Qt, no SQL."""

__version__ = "0.1.0"
PROGRAM = "CCHC Desktop"
