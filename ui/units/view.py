"""The view “Đơn vị và Hội đồng”: a list of groups and lists, the chosen page beside it."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from cchc_desktop.overriding import override
from ui.shared.book import SECTIONS, UNITS, BookPage
from ui.shared.desk import Desk
from ui.shared.frames import flush, upright
from ui.shared.workplace import WidthClass
from ui.units.contents import Contents, Entry
from ui.units.groups import group_counts, group_key, group_of_key
from ui.units.page import UnitsPage

_FIGURES = ("Đơn vị", "Hội đồng", "Người chấm")
_UNITS = "units"  # the one page of all groups


class UnitsView(QWidget):
    """Shows one page at a time; each is made when it is first shown.

    Args:
        desk: the desk.
        pages: further pages by key: the people's, the agencies'.
        parent: the workplace.
    """

    place_asked = Signal(str)

    def __init__(
        self, desk: Desk, pages: Mapping[str, BookPage], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._pages = desk, pages
        self._width = WidthClass.MEDIUM
        self._made: dict[str, QWidget] = {}
        self.contents = Contents()
        self._stack = QStackedWidget()
        box = flush(QHBoxLayout(self))
        box.addWidget(self.contents)
        box.addWidget(upright(16_777_215))
        box.addWidget(self._stack, 1)
        self.setFocusProxy(self.contents)
        self._key = ""
        self.contents.chosen.connect(self.show_page)

    @property
    def key(self) -> str:
        """Key of the line that is chosen."""
        return self._key

    @property
    def page(self) -> QWidget | None:
        """The page that shows."""
        return self._stack.currentWidget()

    @property
    def units(self) -> UnitsPage:
        """The page of the groups of units."""
        found = self._page_of(_UNITS)
        if not isinstance(found, UnitsPage):
            raise TypeError(found)
        return found

    def show_page(self, key: str) -> None:
        """Show the page of a line."""
        self._key = key
        if key in self._pages:
            self._stack.setCurrentWidget(self._page_of(key))
        else:
            self.units.show_group(group_of_key(key))
            self._stack.setCurrentWidget(self.units)
        self.refresh()

    def refresh(self) -> None:
        """Follow the dossier while it shows."""
        if not self.isVisible():
            return
        entries = tuple(self._entries())
        keys = [entry.key for entry in entries if entry.key]
        if self._key not in keys:
            self.show_page(self._first(keys))
            return
        self.contents.show_entries(entries, self._key)
        _call(self.page, "refresh")

    def figures(self) -> tuple[tuple[str, str], ...]:
        """Return what the head says while this view shows: units, council, appraisers."""
        scored = len(self._desk.state.sheets_of(self._desk.assessment))
        counts = [self._pages[key].count(self._desk) if key in self._pages else 0
                  for key in ("council", "parts")]  # fmt: skip
        numbers = (scored, *counts)
        return tuple((words, str(n)) for words, n in zip(_FIGURES, numbers, strict=True))

    def set_width_class(self, width: WidthClass) -> None:
        """Lay itself out for another width."""
        self._width = width
        for page in self._made.values():
            _call(page, "set_width_class", width)

    def leave(self) -> None:
        """Let every page finish what is typed."""
        for page in self._made.values():
            _call(page, "leave")

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _follow(self, group: str) -> None:
        self._key = group_key(group)
        self.contents.show_entries(self.contents.entries, self._key)

    def _entries(self) -> Iterator[Entry]:
        for section in SECTIONS:
            found = list(self._of(section))
            if found:
                yield Entry("", section)
                yield from found

    def _of(self, section: str) -> Iterator[Entry]:
        if section == UNITS:
            for group, name, count in group_counts(self._desk):
                yield Entry(group_key(group), name, count)
        for key, page in self._pages.items():
            if page.section == section:
                yield Entry(key, page.label, page.count(self._desk))

    def _first(self, keys: list[str]) -> str:
        """Return the group of the desk's unit, else the first line."""
        sheet = self._desk.state.sheets.get(self._desk.sheet)
        own = group_key(self._desk.state.units[sheet.unit].group) if sheet is not None else ""
        return own if own in keys else keys[0]

    def _page_of(self, key: str) -> QWidget:
        if key not in self._made:
            page = self._pages[key].make(self._desk) if key in self._pages else None
            made = page if page is not None else UnitsPage(self._desk)
            self._made[key] = made
            self._stack.addWidget(made)
            _call(made, "set_width_class", self._width)
            if isinstance(made, UnitsPage):
                made.moved.connect(self._follow)
            asked = getattr(made, "place_asked", None)
            if asked is not None:
                asked.connect(self.place_asked)
        return self._made[key]


def _call(page: QWidget | None, name: str, *values: object) -> None:
    """Call what a page may have."""
    found = getattr(page, name, None)
    if callable(found):
        found(*values)
