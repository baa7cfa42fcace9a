"""The lines of a search: groups of criteria and documents, and how each reads."""

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.state import State
from cchc_desktop.domain.texts import Excerpt
from cchc_desktop.overriding import override
from cchc_desktop.records import record
from cchc_desktop.session.searching import CriterionHit, DocumentHit, Hits
from cchc_desktop.wording.numerals import shown_date

LINE = Qt.ItemDataRole.UserRole
_CRITERION = "score"  # the icon of a criterion
_AREA, _REST = "Lĩnh vực", "phần chưa tách"
Index = QModelIndex | QPersistentModelIndex


class Show(Enum):
    """Which hits show."""

    ALL = "Tất cả"
    CRITERIA = "Tiêu chí"
    DOCUMENTS = "Tài liệu"

    @property
    def icon(self) -> str:
        """Name of its icon, "" for all."""
        return {Show.CRITERIA: _CRITERION, Show.DOCUMENTS: "file"}.get(self, "")


@record
class Group:
    """The head of a group of hits."""

    title: str
    count: str


@record
class Line:
    """One hit as it shows.

    Args:
        hit: the hit.
        icon: name of the icon of its kind: a criterion, or what kind of file.
        title: what it is called.
        aside: what else is known of it.
        excerpt: the words around what was looked for.
        codes: the criteria it leads to.
        page: "tr. 2", or "".
    """

    hit: DocumentHit | CriterionHit
    icon: str
    title: str
    aside: str
    excerpt: Excerpt
    codes: tuple[str, ...]
    page: str = ""


class HitsModel(QAbstractListModel):
    """Hits in groups; what a line says is made when it shows.

    Args:
        icon_of: returns the icon of a file's name.
    """

    def __init__(self, icon_of: Callable[[str], str]) -> None:
        super().__init__()
        self._icon_of = icon_of
        self._state, self._hits = State(), Hits()
        self.show = Show.ALL
        self._rows: list[Group | DocumentHit | CriterionHit] = []
        self._lines: dict[int, Line] = {}

    def take(self, state: State, hits: Hits) -> None:
        """Show what a search found."""
        self._state, self._hits = state, hits
        self._fill()

    def show_only(self, show: Show) -> None:
        """Show some hits alone."""
        self.show = show
        self._fill()

    def count(self, show: Show) -> int:
        """Return how many hits there are of a kind."""
        criteria, documents = len(self._hits.criteria), len(self._hits.documents)
        counts = {Show.CRITERIA: criteria, Show.DOCUMENTS: documents}
        return counts.get(show, criteria + documents)

    @property
    def first(self) -> QModelIndex:
        """The first hit; invalid where there is none."""
        return self.index(1 if self._rows else -1, 0)

    def line(self, index: Index) -> Line | None:
        """Return the hit of a row, None for the head of a group."""
        found = self.data(index, LINE)
        return found if isinstance(found, Line) else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == LINE:
            return row if isinstance(row, Group) else self._line(index.row(), row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _spoken(row if isinstance(row, Group) else self._line(index.row(), row))
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], Group):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def _fill(self) -> None:
        self.beginResetModel()
        self._rows, self._lines = [], {}
        if self.show is not Show.DOCUMENTS:
            self._add("Tiêu chí", "", self._hits.criteria)
        if self.show is not Show.CRITERIA:
            self._add("Tài liệu", ", mô tả trước, nội dung sau", self._hits.documents)
        self.endResetModel()

    def _add(self, title: str, order: str, hits: Iterable[DocumentHit | CriterionHit]) -> None:
        found = list(hits)
        if found:
            self._rows += [Group(title, f"{len(found)}{order}"), *found]

    def _line(self, row: int, hit: DocumentHit | CriterionHit) -> Line:
        if row not in self._lines:
            make = self._document if isinstance(hit, DocumentHit) else self._criterion
            self._lines[row] = make(hit)  # type: ignore[arg-type]  # told apart just now
        return self._lines[row]

    def _document(self, hit: DocumentHit) -> Line:
        document, criteria = hit.document, self._state.criteria
        issued = shown_date(document.issued_on) if document.issued_on else ""
        aside = ", ".join(part for part in (document.issuer, issued) if part)
        codes = tuple(dict.fromkeys(criteria[link.criterion].code for link in hit.links))
        page = f"tr. {hit.page}" if hit.page else ""
        excerpt = self._hits.excerpt(hit)
        icon, aside = self._icon_of(hit.file), aside or "chưa có số, ký hiệu"
        return Line(hit, icon, document.title, aside, excerpt, codes, page)

    def _criterion(self, hit: CriterionHit) -> Line:
        node = self._state.criteria[hit.criterion]
        kind = _AREA if node.parent == ROOT else _REST if node.is_balancing else ""
        of = self._state.assessments[hit.assessment].title
        aside = ", ".join(part for part in (kind, of) if part)
        return Line(hit, _CRITERION, node.name, aside, self._hits.excerpt(hit), (node.code,))


def _spoken(line: Line | Group) -> str:
    if isinstance(line, Group):
        return f"{line.title} {line.count}"
    parts = (line.title, line.aside, line.page, line.excerpt.text)
    return ", ".join(part for part in parts if part)
