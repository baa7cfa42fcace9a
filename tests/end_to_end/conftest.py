"""The window of the end-to-end tests looks as the program does."""

from tests.ui.conftest import house_look, qapp_cls, qtbot

__all__ = ["house_look", "qapp_cls", "qtbot"]
