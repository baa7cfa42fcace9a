"""A row that is too narrow leaves out what may give way, and nothing is cut off."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.shared.buttons import normal
from ui.shared.fitting_row import FittingRow


@pytest.mark.parametrize("wide", [900, 420, 330, 240, 120])
def test_what_gives_way_first_is_hidden_first_and_comes_back(qtbot: QtBot, wide: int) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    row = FittingRow(40, (14, 0, 10, 0), whole)
    kept, first, second = normal("Tất cả"), normal("Chưa gắn"), normal("Hỏng")
    row.fill((kept, second, first), ())
    row.resize(wide, 40)
    whole.show()
    row.give_way((first, second))
    shown = [piece for piece in (kept, second, first) if not piece.isHidden()]
    needed = 24 + sum(piece.sizeHint().width() + 8 for piece in shown)
    assert shown in ([kept, second, first], [kept, second], [kept])
    assert needed <= wide or shown == [kept]
    row.resize(900, 40)
    assert not first.isHidden()
    assert not second.isHidden()


def test_what_leads_to_the_hidden_pieces_shows_only_while_there_are_some(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    row = FittingRow(40, (14, 0, 10, 0), whole)
    kept, spare, more = normal("Tất cả"), normal("Chưa gắn"), normal("Khác")
    row.fill((kept, spare, more), ())
    whole.show()
    row.give_way((spare,), more)
    for wide, is_whole in ((900, True), (150, False), (900, True)):
        row.resize(wide, 40)
        assert spare.isHidden() is not is_whole
        assert more.isHidden() is is_whole
