"""The line below a trend's figures: where last year's figure stands, and a button that takes it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cchc_desktop.domain.last_year import last_figure, year_before
from cchc_desktop.domain.rules.trend import BEFORE
from cchc_desktop.domain.state import State
from cchc_desktop.wording import last_year as words
from ui.marks.form_facts import Facts
from ui.shared.buttons import ghost
from ui.shared.labels import label, set_tone


class LastYearLine(QWidget):
    """Says what the year before has; the button shows while the form uses something else."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label("", "small", tone="text3", wrap=True)
        self.button = ghost("Lấy số năm trước", self.asked.emit, "history")
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.words, 1)
        box.addWidget(self.button)

    def show_figure(self, state: State, facts: Facts) -> None:
        """Show the figure of the year before beside the one that is used."""
        place = facts.place
        last = last_figure(state, place.sheet, place.criterion)
        used = facts.row.entry().figures.get(BEFORE)
        is_apart = last is not None and used is not None and used.value != last.figure.value
        if last is None:
            said = words.nothing_there(year_before(state, place.sheet))
        elif used is None:
            said = words.stands(last.year, last.criterion.code, last.figure.value)
        elif is_apart:
            there = (last.year, last.criterion.code)
            said = words.stands_apart(*there, last.figure.value, used.value)
        else:
            said = used.source or words.stands(last.year, last.criterion.code, used.value)
        self.words.setText(said[:1].upper() + said[1:])
        set_tone(self.words, "opentext" if is_apart else "text3")
        is_taken = used is not None and last is not None and used.source == last.source
        self.button.setVisible(
            facts.is_editable and last is not None and (is_apart or not is_taken)
        )
