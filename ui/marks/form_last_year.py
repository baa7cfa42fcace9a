"""The line below a trend's figures: where last year's figure stands, and a button that takes it."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from cchc_desktop.domain.last_year import LastFigure, last_figures, meant, year_before
from cchc_desktop.domain.rules.trend import BEFORE
from cchc_desktop.domain.state import State
from cchc_desktop.wording import last_year as words
from ui.marks.form_facts import Facts
from ui.shared.buttons import ghost
from ui.shared.labels import label, set_tone


class LastYearLine(QWidget):
    """Says what the year before has; the button shows while the form uses something else.

    Where the unit took over from others, each of them is named, and the button asks whose figure.
    """

    asked = Signal(str)  # id of the unit before a merger, "" for the unit itself

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label("", "small", tone="text3", wrap=True)
        self.button = ghost("Lấy số năm trước", self._ask, "history")
        self._found: tuple[LastFigure, ...] = ()
        self._own = ""
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(self.words, 1)
        box.addWidget(self.button)

    def show_figure(self, state: State, facts: Facts) -> None:
        """Show the figure of the year before beside the one that is used."""
        place = facts.place
        used = facts.row.entry().figures.get(BEFORE)
        self._found = last_figures(state, place.sheet, place.criterion)
        self._own = state.units[state.sheets[place.sheet].unit].name
        last = meant(self._found, used)
        if last is None and self._found:
            self._show_each(is_editable=facts.is_editable)
            return
        is_apart = last is not None and used is not None and used.value != last.figure.value
        if last is None:
            said = words.nothing_there(year_before(state, place.sheet))
        elif used is None:
            said = words.stands(last.year, _where(last), last.figure.value)
        elif is_apart:
            there = (last.year, _where(last))
            said = words.stands_apart(*there, last.figure.value, used.value)
        else:
            said = used.source or words.stands(last.year, _where(last), used.value)
        self.words.setText(said[:1].upper() + said[1:])
        set_tone(self.words, "opentext" if is_apart else "text3")
        is_taken = used is not None and last is not None and used.source == last.source
        may_take = last is not None and (is_apart or not is_taken or len(self._found) > 1)
        self.button.setVisible(facts.is_editable and may_take)

    def menu(self) -> QMenu:
        """Return the figures to choose from, each with the unit that had it."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for last in self._found:
            said = words.take_of(last.name or self._own, last.figure.value)
            menu.addAction(said).triggered.connect(partial(self._take, last.unit))
        return menu

    def _show_each(self, *, is_editable: bool) -> None:
        first = self._found[0]
        values = [(last.name or self._own, last.figure.value) for last in self._found]
        self.words.setText(words.each_apart(first.year, first.criterion.code, values))
        set_tone(self.words, "text3")
        self.button.setVisible(is_editable)

    def _ask(self) -> None:
        if len(self._found) > 1:
            self.menu().popup(self.button.mapToGlobal(QPoint(0, self.button.height())))
        elif self._found:
            self.asked.emit(self._found[0].unit)

    def _take(self, unit: str) -> None:
        self.asked.emit(unit)


def _where(last: LastFigure) -> str:
    """Return code and, where it was another one, unit of a figure."""
    return f"{last.criterion.code}, {last.name}" if last.name else last.criterion.code
