"""The view “So hai năm”: which years, which differences, the table and one criterion of both."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.criteria import ROOT, CriteriaTree
from cchc_desktop.domain.set_checks import WHOLE_SET, areas_total
from cchc_desktop.domain.set_difference import counts, difference
from cchc_desktop.domain.units import Assessment
from cchc_desktop.overriding import override
from cchc_desktop.wording import set_difference as words
from ui.criteria.difference_bar import DifferenceBar
from ui.criteria.difference_model import DifferenceModel, Sets
from ui.criteria.difference_side import DifferenceSide
from ui.criteria.difference_table import DifferenceTable
from ui.shared.desk import Desk
from ui.shared.frames import box_of, column, fill, frame, hairline, row, scrolled
from ui.shared.labels import label, set_tone
from ui.shared.workplace import WidthClass

_SIDE = 316


class DifferenceView(QWidget):
    """Compares two assessments of the dossier; worked out only while it shows."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.bar = DifferenceBar()
        self._model = DifferenceModel(self)
        self.table = DifferenceTable(self._model)
        self.side = DifferenceSide(desk)
        self._total = label("", "body", 600)
        self._fits = label("", "small", 600, "oktext")
        self._side_frame = frame("panelright")
        self._pages = QStackedWidget()
        self._lay_out()
        self.bar.changed.connect(self._show)
        self.table.chosen.connect(lambda chosen: self.side.show_row(self._model.sets, chosen))

    @property
    def is_empty(self) -> bool:
        """Whether there is no second year to compare with."""
        return self._pages.currentIndex() == 1

    @property
    def total(self) -> tuple[str, str]:
        """What the foot says: how many, and whether the new set is whole."""
        return self._total.text(), self._fits.text()

    def refresh(self) -> None:
        """Follow the dossier while it shows."""
        if self.isVisible():
            self._follow()

    def set_width_class(self, width: WidthClass) -> None:
        """Leave the one criterion out where the window is narrow."""
        self._side_frame.setVisible(width is not WidthClass.NARROW)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def _follow(self) -> None:
        """Offer the years; the open one is compared with the one before of its level."""
        years = sorted(self._desk.state.assessments.values(), key=lambda a: (a.year, a.title))
        self._pages.setCurrentIndex(0 if len(years) > 1 else 1)
        if len(years) < 2:
            return
        keys = [year.id for year in years]
        old, new = self.bar.old.currentData(), self.bar.new.currentData()
        if old not in keys or new not in keys:
            old, new = _neighbours(years, self._desk.assessment)
        choices = [(year.title, year.id) for year in years]
        self.bar.old.show_choices(choices, old)
        self.bar.new.show_choices(choices, new)
        self._show()

    def _show(self) -> None:
        state, keys = self._desk.state, (self.bar.old.currentData(), self.bar.new.currentData())
        old, new = (state.tree(key) for key in keys)
        years = [state.assessments[key] for key in keys]
        heads = [str(year.year) for year in years]
        if heads[0] == heads[1]:
            heads = ["trước", "sau"]
        rows = difference(old, new)
        self.bar.show_counts(counts(rows))
        sets = Sets((heads[0], heads[1]), (old, new), rows, self._scored(keys[0]))
        self._model.show(sets, self.bar.wanted)
        self._show_total(old, new)

    def _show_total(self, old: CriteriaTree, new: CriteriaTree) -> None:
        total = areas_total(new)
        leaves = (len(old.leaves), len(new.leaves))
        sums = (areas_total(old), total)
        self._total.setText(words.total(len(tuple(new.alike(ROOT))), leaves, sums))
        self._fits.setText(words.fits(total, WHOLE_SET))
        set_tone(self._fits, "oktext" if total == WHOLE_SET else "opentext")

    def _scored(self, assessment: str) -> dict[str, int]:
        """Return how many units have marks at each criterion of an assessment."""
        units: dict[str, set[str]] = {}
        for sheet in self._desk.state.sheets_of(assessment):
            for mark in self._desk.state.cell(sheet.id).marks.values():
                units.setdefault(mark.criterion, set()).add(sheet.id)
        return {criterion: len(sheets) for criterion, sheets in units.items()}

    def _lay_out(self) -> None:
        foot = frame("panel", vertical=False, margins=(130, 0, 12, 0), gap=12)
        foot.setFixedHeight(28)
        fill(foot, self._total, None, self._fits)
        area = scrolled(self.side)
        self._side_frame.setFixedWidth(_SIDE)
        fill(self._side_frame, area)
        full = row()
        box_of(full).addWidget(column(self.bar, self.table, hairline(), foot), 1)
        fill(full, self._side_frame)
        title = label("Chưa có năm thứ hai để so", "title", 600)
        hint = label("Tệp bộ tiêu chí, Sao sang năm mới… tạo bộ cho năm sau.", tone="text2")
        for line in (title, hint):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._pages.addWidget(full)
        self._pages.addWidget(column(None, title, hint, None, gap=12))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._pages)


def _neighbours(years: list[Assessment], current: str) -> tuple[str, str]:
    """Return the open assessment and the one before it, of its level where there is one."""
    here = next((year for year in years if year.id == current), years[-1])
    others = [year for year in years if year.id != here.id]
    same = [year for year in others if year.level is here.level] or others
    before = [year for year in same if year.year <= here.year]
    return (before[-1].id, here.id) if before else (here.id, same[0].id)
