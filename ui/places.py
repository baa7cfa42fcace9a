"""The workplaces of the rail; what each shows is imported when it is first chosen."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from ui.shared.book import CHARGES, BookPage
from ui.shared.desk import Desk
from ui.window.bars import Bars, Head, Status
from ui.window.dossier_view import Place
from ui.window.rail import RailEntry
from ui.window.score_layout import VIEWS, Maker, ScoreParts, ScoreWorkplace
from ui.window.score_side import Side

RESULTS = "results"  # a view without a tab: a search shows it
FLAT = "flat"  # another: the menu shows it


def places() -> dict[str, Place]:
    """Return the workplaces in the order of the rail."""
    return {
        "score": Place(RailEntry("score", "score", "Chấm điểm"), _score),
        "describe": Place(RailEntry("describe", "describe", "Mô tả"), _describe, within="score"),
        "rank": Place(RailEntry("rank", "rank", "Xếp hạng"), _rank),
        "report": Place(RailEntry("report", "report", "Báo cáo"), _report),
        "criteria": Place(RailEntry("criteria", "criteria", "Bộ tiêu chí", below=True), _criteria),
    }


def bars() -> Bars:
    """Return how head bar and status bar are made."""
    return Bars(_head_bar, _status_bar)


def _head_bar(desk: Desk) -> Head:
    from ui.window.head_bar import HeadBar

    return HeadBar(desk)


def _status_bar(desk: Desk) -> Status:
    from ui.window.status_bar import StatusBar

    return StatusBar(desk)


def _score(desk: Desk) -> QWidget:
    from ui.marks.score_tree import ScoreTreePanel

    tree = ScoreTreePanel(desk)
    tree.setFocusProxy(tree.view)

    def made() -> ScoreWorkplace:
        return place

    def go_on() -> None:
        tree.focus_tree()
        tree.keys.go_next()

    def flat(desk: Desk) -> QWidget:
        from ui.marks.flat_page import FlatPage

        page = FlatPage(desk, tree.model)
        page.left.connect(lambda: place.show_view("sheet"))
        page.went.connect(lambda node: _to_criterion(place, desk, (desk.sheet, node)))
        return page

    side = _side(desk, go_on, made)
    views = {**_views(made), FLAT: flat}
    parts = ScoreParts(tree, side, _chart, tree.filters, tree.area_strip, views)
    place = ScoreWorkplace(desk, parts)
    place.losses_asked.connect(tree.show_losses)
    tree.chart_asked.connect(place.toggle_chart)
    tree.figure_asked.connect(place.focus_figure)
    tree.reason_asked.connect(place.focus_reason)
    tree.files_pasted.connect(place.paste)
    tree.structure_asked.connect(place.structure_asked)
    return place


def _side(
    desk: Desk, go_on: Callable[[], None], place: Callable[[], ScoreWorkplace]
) -> Iterator[Side | None]:
    """Make form and evidence of the criterion; what they need is loaded a step before."""
    from ui.marks.form import FormPanel

    yield None
    from ui.evidence.panel import EvidencePanel

    yield None
    form = FormPanel(desk)
    yield None
    evidence = EvidencePanel(desk)
    evidence.accept_drops_of(form)
    form.finished.connect(go_on)
    form.review_asked.connect(place().review_asked)
    form.losses_asked.connect(place().losses_asked)
    evidence.explanation_asked.connect(lambda: form.show_tab(form.explanation))
    yield Side(
        form, evidence, form, evidence.set_mode, form.focus_first_figure, form.focus_reason,
        evidence.paste, (form.take, evidence.cancel_all),
    )  # fmt: skip


def _views(place: Callable[[], ScoreWorkplace]) -> dict[str, Maker]:
    """Return the views beside the sheet; each is made when it is first shown."""
    return {
        "matrix": lambda desk: matrix_view(desk, place().show_view),
        "rounds": lambda desk: _rounds(desk, place()),
        "sitting": lambda desk: sitting_view(desk, place().show_view),
        "track": lambda desk: _track(desk, place()),
        "documents": lambda desk: _documents(desk, place()),
        "coverage": lambda desk: _coverage(desk, place()),
        "integrity": lambda desk: _integrity(desk, place()),
        RESULTS: lambda desk: results_view(desk, place().show_view),
    }


def _rounds(desk: Desk, place: ScoreWorkplace) -> QWidget:
    from ui.rounds.panel import RoundsPanel

    panel = RoundsPanel(desk, VIEWS, "rounds")
    panel.view_chosen.connect(place.show_view)
    panel.sitting_asked.connect(lambda nodes: _to_sitting(place, nodes))
    return panel


def _track(desk: Desk, place: ScoreWorkplace) -> QWidget:
    from ui.track.panel import TrackPanel

    panel = TrackPanel(desk, VIEWS, "track")
    panel.view_chosen.connect(place.show_view)
    panel.days_asked.connect(place.days_asked)
    return panel


def _documents(desk: Desk, place: ScoreWorkplace) -> QWidget:
    from ui.documents.panel import DocumentsPanel

    panel = documents_view(desk)
    if not isinstance(panel, DocumentsPanel):
        return panel
    panel.view_chosen.connect(place.show_view)
    panel.criterion_asked.connect(lambda sheet, node: _to_criterion(place, desk, (sheet, node)))
    panel.explanation_asked.connect(lambda sheet, node: _to_words(place, desk, (sheet, node)))
    panel.describing_asked.connect(place.describing_asked)
    return panel


def documents_view(desk: Desk) -> QWidget:
    """Return the register with the preview of the evidence beside it."""
    from ui.documents.panel import DocumentsPanel
    from ui.documents.parts import DocumentParts
    from ui.evidence.kinds import kind_of, shown_size
    from ui.evidence.register_room import RegisterRoom

    def parts(window: QWidget) -> DocumentParts:
        room = RegisterRoom(desk, window)
        return DocumentParts(
            preview=room.preview, show=room.preview.show_document,
            opened=room.preview.open_asked, icon_of=lambda name: kind_of(name).icon,
            size_of=shown_size, open=room.open, save_copy=room.save_copy,
            describe=room.describe, rename=room.rename, take=room.take,
            add_file=lambda document, path: room.add_file(document, path, is_newer=False),
            add_version=lambda document, path: room.add_file(document, path, is_newer=True),
            watch_drops=room.watch_drops, leave=room.leave,
        )  # fmt: skip

    return DocumentsPanel(desk, VIEWS, "documents", parts)


def _coverage(desk: Desk, place: ScoreWorkplace) -> QWidget:
    from ui.documents.coverage_panel import CoveragePanel

    panel = CoveragePanel(desk, VIEWS, "coverage")
    panel.view_chosen.connect(place.show_view)
    panel.criterion_asked.connect(lambda node: _to_criterion(place, desk, (desk.sheet, node)))
    panel.words_asked.connect(lambda node: _to_words(place, desk, (desk.sheet, node)))
    panel.files_asked.connect(lambda node: _to_files(place, desk, node))
    return panel


def _to_files(place: ScoreWorkplace, desk: Desk, node: str) -> None:
    """Go to a criterion and ask for its files."""
    from ui.evidence.panel import EvidencePanel

    _to_criterion(place, desk, (desk.sheet, node))
    if isinstance(place.evidence, EvidencePanel):
        place.evidence.browse_files()


def _to_criterion(place: ScoreWorkplace, desk: Desk, where: tuple[str, str]) -> None:
    sheet, criterion = where
    if sheet != desk.sheet:
        desk.switch(sheet, desk.state.last_round(sheet))
    desk.choose(criterion)
    place.show_view("sheet")


def _to_words(place: ScoreWorkplace, desk: Desk, where: tuple[str, str]) -> None:
    """Go to the explanation of a criterion."""
    from ui.marks.form import FormPanel

    _to_criterion(place, desk, where)
    if isinstance(place.form, FormPanel):
        place.form.show_tab(place.form.explanation)


def _integrity(desk: Desk, place: ScoreWorkplace) -> QWidget:
    from ui.integrity.panel import IntegrityPanel

    panel = IntegrityPanel(desk, VIEWS, "integrity")
    panel.view_chosen.connect(place.show_view)
    return panel


def matrix_view(desk: Desk, show_view: Callable[[str], None]) -> QWidget:
    """Return the matrix with the form and the evidence of its current cell."""
    from ui.evidence.panel import EvidencePanel
    from ui.marks.form import FormPanel
    from ui.matrix.panel import MatrixPanel
    from ui.matrix.side import SideParts

    form, evidence = FormPanel(desk, slim=True), EvidencePanel(desk)
    evidence.set_mode("tab")
    form.add_tab("TLKC", evidence)
    evidence.accept_drops_of(form)
    evidence.explanation_asked.connect(lambda: form.show_tab(form.explanation))
    parts = SideParts(
        form, form.focus_first_figure, form.focus_reason, form.finished,
        lambda count: form.set_tab_count(evidence, count), (form.take, evidence.cancel_all),
    )  # fmt: skip
    panel = MatrixPanel(desk, VIEWS, "matrix", parts)
    panel.view_chosen.connect(show_view)
    return panel


def sitting_view(desk: Desk, show_view: Callable[[str], None]) -> QWidget:
    """Return the sittings; the preview of the evidence shows its pages on the projector."""
    from ui.evidence.previews import Previews
    from ui.evidence.stage_preview import StagePreview
    from ui.sitting.panel import SittingPanel
    from ui.sitting.stage import Stage

    def stage() -> Stage:
        shown = StagePreview(Previews(desk.session.store.vault))
        return Stage(shown, shown.show_document, shown.turn, shown.scale, shown.stop, shown.placed)

    panel = SittingPanel(desk, VIEWS, "sitting", stage)
    panel.view_chosen.connect(show_view)
    return panel


def results_view(desk: Desk, show_view: Callable[[str], None]) -> QWidget:
    """Return the results of a search, with the preview of the evidence."""
    from ui.evidence.actions import DocumentActions
    from ui.evidence.kinds import kind_of
    from ui.evidence.preview import Preview
    from ui.evidence.previews import Previews
    from ui.results.page import PreviewParts, ResultsPage

    def leave() -> None:
        preview.stop()
        actions.stop()

    def go(criterion: str) -> None:
        show_view("sheet")
        desk.choose(criterion)

    preview = Preview(Previews(desk.session.store.vault))
    actions = DocumentActions(desk, preview)
    parts = PreviewParts(
        preview, preview.show_found, preview.finding.step, actions.open_document, leave,
        icon_of=lambda name: kind_of(name).icon,
    )  # fmt: skip
    page = ResultsPage(desk, parts)
    page.left.connect(show_view)
    page.went.connect(go)
    return page


def show_results(place: ScoreWorkplace, text: str) -> None:
    """Show what a search of the whole dossier finds."""
    from ui.results.page import ResultsPage

    before = place.view
    place.show_view(RESULTS)
    page = place.made[RESULTS]
    if isinstance(page, ResultsPage):
        if before in dict(VIEWS):
            page.come_from(before, dict(VIEWS)[before])
        page.search(text)
        page.setFocus()


def begin_reading(desk: Desk) -> Callable[[], None]:
    """Read the text of documents in the background; return what stops that."""
    from ui.evidence.reading import Reading

    return Reading(desk).stop


def _to_sitting(place: ScoreWorkplace, nodes: tuple[str, ...]) -> None:
    from ui.sitting.panel import SittingPanel

    place.show_view("sitting")
    panel = place.made["sitting"]
    if isinstance(panel, SittingPanel):
        panel.take(nodes)


def _describe(desk: Desk) -> QWidget:
    from ui.describe.page_parts import PageParts
    from ui.describe.workplace import DescribeWorkplace
    from ui.evidence.actions import DocumentActions
    from ui.evidence.previews import Previews
    from ui.evidence.reading_preview import ReadingPreview
    from ui.evidence.thumbnails import Thumbnails

    def leave() -> None:
        small.stop()
        shown.stop()
        actions.stop()

    def open_it() -> None:
        if shown.document is not None:
            actions.open_document(shown.document)

    shown = ReadingPreview(Previews(desk.session.store.vault))
    small = Thumbnails(shown.previews, shown)
    actions = DocumentActions(desk, shown)
    shown.open_asked.connect(open_it)
    parts = PageParts(
        shown, shown.view, shown.show_file, shown.tie, leave,
        small.image_of, lambda tell: small.made.connect(lambda _sha256: tell()),
    )  # fmt: skip
    return DescribeWorkplace(desk, parts)


def _chart(desk: Desk) -> QWidget:
    from ui.charts.area_chart import AreaChartPanel

    return AreaChartPanel(desk)


def _rank(desk: Desk) -> QWidget:
    from ui.rank.workplace import RankWorkplace

    return RankWorkplace(desk)


def _report(desk: Desk) -> QWidget:
    from ui.reports.preview import ReportWorkplace

    return ReportWorkplace(desk)


def _criteria(desk: Desk) -> QWidget:
    from ui.criteria.workplace import CriteriaWorkplace

    return CriteriaWorkplace(desk, (("Đơn vị và Hội đồng", _units), ("Vòng và hạn", _schedule)))


def _schedule(desk: Desk) -> QWidget:
    from ui.rounds.schedule import SchedulePage

    return SchedulePage(desk)


def _units(desk: Desk) -> QWidget:
    from cchc_desktop.domain.repairs import open_tasks
    from ui.people.pages import pages
    from ui.tasks.page import TasksPage
    from ui.units.agencies_page import AgenciesPage
    from ui.units.view import UnitsView

    def agencies(desk: Desk) -> int:
        return len(desk.state.agencies)

    def tasks(desk: Desk) -> int:
        return len(open_tasks(desk.state, desk.assessment))

    own = {"agencies": BookPage(CHARGES, "Cơ quan tham mưu", agencies, AgenciesPage)}
    repairs = {"tasks": BookPage(CHARGES, "Nhiệm vụ khắc phục", tasks, TasksPage)}
    return UnitsView(desk, {**own, **pages(), **repairs})
