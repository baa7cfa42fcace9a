"""Dialogs fit on a low screen, and begin where a person types."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.appraisal import people_of
from cchc_desktop.domain.people import Body
from tests.sitting_dossier import SITTING
from tests.ui.people_place import people_desk
from tests.ui.sitting_place import sitting_desk
from tests.ui.units_place import units_desk
from ui.people.ask import DecisionDialog, PastePeopleDialog
from ui.people.choose_parts import ChooseAppraiserDialog, ChoosePartsDialog
from ui.rank.ask import RemoveUnitDialog
from ui.shared import dialogs
from ui.shared.ask import AskDialog
from ui.shared.labels import label
from ui.sitting.add_dialogs import ChooseItemsDialog
from ui.units.agency_dialogs import AssignDialog
from ui.units.dialogs import AddUnitsDialog
from ui.units.left_out import LeaveOutDialog

LOW = 446  # 1366x768 at 150 %, less the taskbar and the title bar


def parts() -> QDialog:
    desk = people_desk()
    return ChoosePartsDialog(desk, people_of(desk.state, desk.assessment, Body.COUNCIL)[3])


def assign() -> QDialog:
    desk = people_desk()
    return AssignDialog(desk, min(desk.state.agencies))


def left_out() -> QDialog:
    desk = units_desk()
    return LeaveOutDialog(desk, desk.sheet)


def items() -> QDialog:
    desk = sitting_desk()
    return ChooseItemsDialog(desk, desk.state.sittings[SITTING])


@pytest.mark.parametrize(
    "make",
    [
        parts,
        assign,
        left_out,
        items,
        lambda: PastePeopleDialog(people_desk(), Body.COUNCIL),
        lambda: AddUnitsDialog(units_desk(), "Sở và tương đương"),
    ],
)
def test_a_dialog_with_a_list_fits_on_a_low_screen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, make: Callable[[], QDialog]
) -> None:
    monkeypatch.setattr(dialogs, "room_of_dialogs", lambda: LOW)
    dialog = make()
    qtbot.addWidget(dialog)
    dialog.open()
    QApplication.processEvents()
    assert dialog.height() <= LOW


def test_a_list_takes_what_it_wants_where_there_is_room() -> None:
    assert dialogs.list_height(200, around=100) == 200
    assert dialogs.list_height(10_000, around=100) == dialogs.room_of_dialogs() - 100


def opened(qtbot: QtBot, dialog: AskDialog) -> QWidget:
    qtbot.addWidget(dialog)
    QApplication.processEvents()  # a layout that is asked for before it shows takes no more room
    dialog.open()
    QApplication.processEvents()
    found = dialog.focusWidget()
    assert found is not None
    return found


def test_the_cursor_begins_in_the_first_field_not_on_the_way_back(qtbot: QtBot) -> None:
    desk = people_desk()
    dialog = ChooseAppraiserDialog(desk, tuple(node.id for node in desk.tree.leaves[:2]))
    assert opened(qtbot, dialog) is dialog.who
    asked = DecisionDialog(desk, Body.COUNCIL)
    assert opened(qtbot, asked).accessibleName() == "Số quyết định"


def test_tab_goes_from_the_last_field_to_the_buttons(qtbot: QtBot) -> None:
    dialog = DecisionDialog(people_desk(), Body.COUNCIL)
    opened(qtbot, dialog)
    seen = []
    for _ in range(4):
        focus = dialog.focusWidget()
        assert focus is not None
        seen.append(focus.accessibleName())
        dialog.focusNextChild()
    assert seen == ["Số quyết định", "Ngày", "Hủy", "Ghi"]


def test_a_question_without_fields_begins_on_the_way_back(qtbot: QtBot) -> None:
    assert opened(qtbot, RemoveUnitDialog(units_desk())).accessibleName() == "Hủy"


def test_a_dialog_is_no_higher_than_its_pieces(qtbot: QtBot) -> None:
    dialog = DecisionDialog(people_desk(), Body.COUNCIL)
    opened(qtbot, dialog)
    assert dialog.height() <= dialog.sizeHint().height() + 24


def test_a_high_field_has_its_caption_at_its_first_line(qtbot: QtBot) -> None:
    dialog = AddUnitsDialog(units_desk(), "Sở và tương đương")
    opened(qtbot, dialog)
    captions = [each for each in dialog.findChildren(type(label(""))) if each.text() == "Đơn vị"]
    assert captions[0].y() - dialog.names.y() < 4
