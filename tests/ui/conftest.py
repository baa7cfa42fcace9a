"""What tests of the window share: the program's style, fonts and words."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ui.shared import fonts, theme
from ui.shared.translator import QtWords


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(autouse=True)
def house_look(qapp: QApplication) -> Iterator[None]:
    if not qapp.property("house"):
        fonts.register()
        qapp.setStyle("Fusion")
        qapp.setFont(theme.font())
        words = QtWords(qapp)
        qapp.installTranslator(words)
        qapp.setProperty("house", "1")
        theme.use("light")
    yield
    if theme.current() != "light":
        theme.use("light")
