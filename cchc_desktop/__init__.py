"""The core: no Qt, no SQL."""
