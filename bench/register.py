"""The register of ten thousand documents: opened, scrolled, sorted, followed after an edit."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from bench.dossiers import make_sample, open_session
from bench.samples import Row, time_row
from bench.windows import app_of, painted
from cchc_desktop.clock import now
from cchc_desktop.commands.evidence import DescribeDocument
from cchc_desktop.domain.changes import ChangeSet, made
from cchc_desktop.domain.evidence import Document, Link
from cchc_desktop.domain.ids import order_keys
from cchc_desktop.domain.state import State
from ui.documents.columns import Column
from ui.documents.coverage_panel import CoveragePanel
from ui.documents.panel import DocumentsPanel
from ui.places import documents_view
from ui.shared.desk import Desk
from ui.window.score_layout import VIEWS

_DOCUMENTS = 10_000
_SCROLLS, _EDITS = 120, 30
_MOST_FRAME_MS, _MOST_FIRST_MS = 16.0, 500.0
_SCANS = 3  # of so many documents one is described
_UNLINKED = 5  # of so many documents one is not linked


@dataclass(frozen=True, slots=True)
class _Fill:
    """Fill a dossier with documents, most of them linked."""

    title: str = "bench"

    def plan(self, state: State) -> ChangeSet:
        sheet = next(iter(state.sheets))
        leaves = [leaf.id for leaf in state.tree_of_sheet(sheet).leaves]
        orders = order_keys(_DOCUMENTS)
        links = [
            Link(f"l{number}", sheet, leaves[number % len(leaves)], f"d{number}", orders[number])
            for number in range(_DOCUMENTS)
            if number % _UNLINKED
        ]
        documents = [_document(number) for number in range(_DOCUMENTS)]
        return made("document", documents) + made("link", links)


def rows(folder: Path) -> Iterator[Row]:
    """Yield rows for the first paint, scrolling, sorting, an edit, and the coverage.

    Args:
        folder: where temporary files may lie.
    """
    app = app_of(folder)
    path = folder / "register.cchc"
    make_sample(path)
    session = open_session(path)
    session.run(_Fill())
    desk = Desk(session)
    found: list[DocumentsPanel] = []
    first = painted(lambda: found.append(_shown(desk)))
    yield time_row("the register of 10,000 documents first shown", [first], _MOST_FIRST_MS)
    (panel,) = found
    yield from _used(panel, desk)
    panel.leave()
    coverage = CoveragePanel(desk, VIEWS, "coverage")
    yield time_row("the coverage of 10,000 documents worked out and shown",
               [painted(coverage.refresh) for _ in range(_EDITS)], None)  # fmt: skip
    for widget in (panel, coverage):
        widget.close()
        widget.deleteLater()
    app.processEvents()
    session.close()


def _shown(desk: Desk) -> DocumentsPanel:
    panel = documents_view(desk)
    if not isinstance(panel, DocumentsPanel):
        raise TypeError("the register did not open")
    panel.resize(1278, 600)
    panel.show()
    return panel


def _used(panel: DocumentsPanel, desk: Desk) -> Iterator[Row]:
    down = panel.view.verticalScrollBar()
    near = [partial(down.setValue, 60 * step) for step in range(_SCROLLS)]
    yield time_row(
        "the register scrolled by two rows", [painted(each) for each in near], _MOST_FRAME_MS
    )
    far = [partial(down.setValue, down.maximum() * step // _SCROLLS) for step in range(_SCROLLS)]
    yield time_row("the register scrolled far", [painted(each) for each in far], _MOST_FRAME_MS)
    sorts = [partial(panel.model.sort_by, column) for column in (Column.STATE, Column.NUMBER)]
    yield time_row("the register sorted by a column", [painted(each) for each in sorts], None)
    edits = []
    for number in range(_EDITS):
        command = DescribeDocument(
            f"d{number}", f"{number}/KH", date(2022, 3, 1), "UBND", "Kế hoạch"
        )
        desk.run(command)
        edits.append(painted(panel.refresh))
    yield time_row("the register follows a described document", edits, None)


def _document(number: int) -> Document:
    digits, name, at = f"{number:064x}", f"Scan{number:05}.pdf", now()
    if number % _SCANS:
        return Document(f"d{number}", name, digits, 2048, at)
    day = date(2021 + number % 3, 1 + number % 12, 1 + number % 28)
    texts = (f"{number}/BC-UBND", day, "UBND tỉnh", f"Báo cáo số {number}")
    return Document(f"d{number}", name, digits, 2048, at, *texts)
