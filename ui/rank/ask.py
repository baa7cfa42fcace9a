"""Dialogs of the league: add units, rename one, take one away, how ranks are counted."""

from decimal import Decimal

from PySide6.QtWidgets import QCompleter, QWidget

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.units import (
    AddUnits,
    RemoveUnit,
    RenameUnit,
    SetRankSettings,
    what_goes_along,
)
from cchc_desktop.domain.numbers import NumberKind, parse, typed
from cchc_desktop.domain.ranking import Ties
from cchc_desktop.domain.rating import STEPS, rank_settings
from cchc_desktop.overriding import override
from cchc_desktop.wording.founding import group_name
from cchc_desktop.wording.ranking import rating_name, ties_name
from ui.shared.ask import AskDialog
from ui.shared.combos import Combo
from ui.shared.desk import Desk
from ui.shared.texts import TextArea, TextField

_EXAMPLES = ("ví dụ 90", "ví dụ 80", "ví dụ 70", "ví dụ 50")


class AddUnitsDialog(AskDialog):
    """Asks for units, one name a line, and their group."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        sentence = "Mỗi đơn vị có một bảng chấm riêng theo cùng bộ tiêu chí. Dán được từ Excel."
        super().__init__(desk, ("Thêm đơn vị", sentence, "Thêm"), parent)
        self.names = TextArea("Tên đơn vị, mỗi dòng một tên", "Mỗi dòng một đơn vị")
        self.names.setFixedHeight(200)
        self.group = TextField("Nhóm", "Ví dụ: Sở, ban, ngành")
        level = desk.state.assessments[desk.assessment].level
        groups = [group.name for group in desk.state.rows["unit_group"].values()]
        here = desk.state.units[desk.state.sheets[desk.sheet].unit].group
        found = desk.state.rows["unit_group"].get(here)
        self.group.set_text(found.name if found is not None else group_name(level.value))
        self.group.setCompleter(QCompleter(groups, self.group))
        self.add_fields((("Nhóm", self.group), ("Đơn vị", self.names)))
        self.names.setFocus()

    @override
    def command(self) -> Command:
        names = tuple(self.names.toPlainText().splitlines())
        return AddUnits(self.desk.assessment, self.group.text(), names)


class RenameUnitDialog(AskDialog):
    """Asks for another name of the desk's unit."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        sentence = "Tên mới hiện ở mọi năm có đơn vị này."
        super().__init__(desk, ("Đổi tên đơn vị", sentence, "Đổi tên"), parent)
        self._unit = desk.state.sheets[desk.sheet].unit
        self.name = TextField("Tên đơn vị")
        self.name.set_text(desk.state.units[self._unit].name)
        self.add_fields((("Đơn vị", self.name),))
        self.name.selectAll()
        self.name.setFocus()

    @override
    def command(self) -> Command:
        return RenameUnit(self._unit, self.name.text())


class RemoveUnitDialog(AskDialog):
    """Asks whether the desk's unit shall go, and says what goes along."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._sheet = desk.sheet
        name = desk.state.units[desk.state.sheets[desk.sheet].unit].name
        along = what_goes_along(desk.cell)
        lost = f"{along} của đơn vị sẽ bỏ theo" if along else "Đơn vị chưa có kết quả chấm nào"
        sentence = f"{name}: {lost}. Lấy lại được bằng Ctrl+Z."
        super().__init__(desk, ("Bỏ đơn vị khỏi đợt đánh giá", sentence, "Bỏ đơn vị"), parent)

    @override
    def command(self) -> Command:
        return RemoveUnit(self._sheet)


class RankSettingsDialog(AskDialog):
    """Asks how equal units are counted, and for the thresholds of the ratings."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        where = "Ngưỡng xếp loại tính theo chỉ số (%), lấy trong quyết định của tỉnh"
        sentence = f"{where}; để trống thì không xếp loại."
        super().__init__(desk, ("Cách xếp hạng, xếp loại", sentence, "Ghi"), parent)
        stands = rank_settings(desk.state.rows["setting"], desk.assessment)
        self.ties = Combo("Khi nhiều đơn vị bằng điểm")
        self.ties.show_choices([(ties_name(ties.value), ties) for ties in Ties], stands.ties)
        self.least = [
            TextField(f"{rating_name(rating.value)} từ", example)
            for rating, example in zip(STEPS, _EXAMPLES, strict=True)
        ]
        for field, value in zip(self.least, stands.thresholds, strict=False):
            field.set_text(typed(value, NumberKind.PERCENT))
        fields = [(field.accessibleName(), field) for field in self.least]
        self.add_fields([("Bằng điểm", self.ties), *fields])

    @override
    def command(self) -> Command:
        least = tuple(_percent(field.text()) for field in self.least)
        return SetRankSettings(self.desk.assessment, Ties(self.ties.currentData()), least)


def _percent(text: str) -> Decimal | None:
    return parse(text, NumberKind.PERCENT, Decimal(100)) if text.strip() else None
