"""The register of ten thousand documents: opened, scrolled, sorted, followed after an edit."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from bench.dossiers import make_sample, open_session
from bench.samples import Row, Samples, milliseconds
from cchc_desktop.clock import now
from cchc_desktop.commands.evidence import DescribeDocument
from cchc_desktop.domain.changes import ChangeSet, made
from cchc_desktop.domain.evidence import Document, Link
from cchc_desktop.domain.ids import order_keys
from cchc_desktop.domain.state import State
from ui.app import make_app
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
    app = QApplication.instance() or make_app(["bench"], folder / "settings.json")
    if not isinstance(app, QApplication):
        raise TypeError("the window needs a QApplication")
    path = folder / "register.cchc"
    make_sample(path)
    session = open_session(path)
    session.run(_Fill())
    desk = Desk(session)
    found: list[DocumentsPanel] = []
    first = milliseconds(lambda: found.append(_shown(desk, app)))
    yield _row("the register of 10,000 documents first shown", [first], _MOST_FIRST_MS)
    (panel,) = found
    yield from _used(panel, desk, app)
    panel.leave()
    coverage = CoveragePanel(desk, VIEWS, "coverage")
    yield _row("the coverage of 10,000 documents worked out and shown",
               _painted(app, [coverage.refresh] * _EDITS), None)  # fmt: skip
    for widget in (panel, coverage):
        widget.close()
        widget.deleteLater()
    app.processEvents()
    session.close()


def _shown(desk: Desk, app: QApplication) -> DocumentsPanel:
    panel = documents_view(desk)
    if not isinstance(panel, DocumentsPanel):
        raise TypeError("the register did not open")
    panel.resize(1278, 600)
    panel.show()
    app.processEvents()
    return panel


def _used(panel: DocumentsPanel, desk: Desk, app: QApplication) -> Iterator[Row]:
    down = panel.view.verticalScrollBar()
    near = [partial(down.setValue, 60 * step) for step in range(_SCROLLS)]
    yield _row("the register scrolled by two rows", _painted(app, near), _MOST_FRAME_MS)
    far = [partial(down.setValue, down.maximum() * step // _SCROLLS) for step in range(_SCROLLS)]
    yield _row("the register scrolled far", _painted(app, far), _MOST_FRAME_MS)
    sorts = [partial(panel.model.sort_by, column) for column in (Column.STATE, Column.NUMBER)]
    yield _row("the register sorted by a column", _painted(app, sorts), None)
    edits = []
    for number in range(_EDITS):
        command = DescribeDocument(
            f"d{number}", f"{number}/KH", date(2022, 3, 1), "UBND", "Kế hoạch"
        )
        desk.run(command)
        edits += _painted(app, [panel.refresh])
    yield _row("the register follows a described document", edits, None)


def _painted(app: QApplication, works: Sequence[Callable[[], object]]) -> list[float]:
    """Return how long it takes each time until what some work asked for is painted."""

    def whole(work: Callable[[], object]) -> None:
        work()
        app.processEvents()

    return [milliseconds(partial(whole, work)) for work in works]


def _row(name: str, values: Sequence[float], most: float | None) -> Row:
    samples = Samples(tuple(values))
    goal = "" if most is None else f"p95 <= {most:g} ms"
    is_met = most is None or samples.p95 <= most
    return Row(name, samples, samples, "itself", samples.p95, goal, is_met)


def _document(number: int) -> Document:
    digits, name, at = f"{number:064x}", f"Scan{number:05}.pdf", now()
    if number % _SCANS:
        return Document(f"d{number}", name, digits, 2048, at)
    day = date(2021 + number % 3, 1 + number % 12, 1 + number % 28)
    texts = (f"{number}/BC-UBND", day, "UBND tỉnh", f"Báo cáo số {number}")
    return Document(f"d{number}", name, digits, 2048, at, *texts)
