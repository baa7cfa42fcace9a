"""Tab visits what was made late where it stands, not last."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.sample_session import sample_session
from tests.ui.criteria_place import page_shower, table
from ui.shared.desk import Desk


def visited(qtbot: QtBot, start: QWidget, steps: int) -> list[str]:
    """Press Tab and return the names of what it visits."""
    start.setFocus()
    found = []
    for _ in range(steps):
        focus = start.window().focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
        focus = start.window().focusWidget()
        assert focus is not None
        found.append(focus.accessibleName())
    return found


def test_tab_goes_through_a_rule_from_top_to_bottom(qtbot: QtBot) -> None:
    desk = Desk(sample_session())
    page = page_shower(qtbot, desk)("1.2")
    card = page.card
    first = ["Tên mức", "Điểm", "Chuyển xuống", "Bỏ dòng này"]
    second = ["Tên mức", "Điểm", "Chuyển lên", "Bỏ dòng này"]
    assert visited(qtbot, card.maximum, 8) == first + second
    levels = table(page, "levels")
    levels.remove(1)
    qtbot.waitUntil(levels.editors[0]["label"].widget.isVisible)
    assert visited(qtbot, card.maximum, 3) == ["Tên mức", "Điểm", "Bỏ dòng này"]
