"""The main job in one go: the window on the sample, or its pictures where there is no display."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from cchc_desktop.clock import now
from cchc_desktop.commands.marks import Place, SetFigure
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.reports.summary import Stamp, summary
from cchc_desktop.reports.writers import write
from cchc_desktop.wording.numerals import shown
from ui.app import make_app, run
from ui.criteria.workplace import CriteriaWorkplace
from ui.evidence.panel import EvidencePanel
from ui.main_window import MainWindow
from ui.opened import OpenDossier
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.doors import Doors
from ui.shared.jobs import board

_DOSSIER = "Hai-Duong-2022.cchc"
_SIZES = (("1920x1080", 1920, 1048), ("1366x768", 1366, 736), ("1093x614", 1093, 582))
_VIEWS: Mapping[str, tuple[str, int]] = MappingProxyType(
    {
        "matrix": ("matrix", 0),
        "rounds": ("rounds", 0),
        "sitting": ("sitting", 0),
        "track": ("track", 0),
        "documents": ("documents", 0),
        "rank": ("rank", 0),
        "units": ("criteria", 2),
        "schedule": ("criteria", 3),
    }
)
"""Pictures of the other views: the menu entry that opens each, its place in Bộ tiêu chí."""
_PATIENCE = 20_000  # milliseconds
_SETTLE = 150


def demo(out: Path, doors: Doors) -> int:
    """Open the window on the sample, or draw it into ``out``; return the exit code.

    Args:
        out: folder for the sample dossier and the pictures.
        doors: functions that open and create dossiers.
    """
    out.mkdir(parents=True, exist_ok=True)
    path = out / _DOSSIER
    if has_display():
        _offer_sample(path, doors)
        return run([str(path)], doors)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for old in out.glob(f"{_DOSSIER}*"):
        old.unlink()
    doors.create_sample(path)
    _draw_everything(path, doors)
    for made in sorted(out.iterdir()):
        print(made)  # noqa: T201  # the paths are what `make run` prints without a display
    return 0


def has_display() -> bool:
    """Return whether a window can be shown here."""
    if os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}:
        return False
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _offer_sample(path: Path, doors: Doors) -> None:
    """Make the sample where there is none that opens; one that does not open is set aside."""
    if path.exists():
        try:
            doors.open(path).close()
        except CchcError:
            path.replace(path.with_suffix(".cu"))
        else:
            return
    doors.create_sample(path)


def _draw_everything(path: Path, doors: Doors) -> None:
    with tempfile.TemporaryDirectory(prefix="cchc-") as folder:
        settings = Path(folder) / "settings.json"
        app = make_app(["cchc-desktop"], settings)
        with _window(doors, settings) as window:
            _picture(window, path, "00-man-hinh-dau")
            window.open_dossier(path)
            _work(window, Path(folder))
            window.close_dossier()
            window.open_dossier(path)
            for mode in ("light", "dark"):
                theme.use(mode)
                _draw_places(window, path, mode)
            theme.use("light")
            _draw_views(window, path)
        _settle(lambda: True)
        del app


@contextmanager
def _window(doors: Doors, settings: Path) -> Iterator[MainWindow]:
    window = MainWindow(doors, settings)
    window.resize(1366, 736)
    window.show()
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()


def _work(window: MainWindow, folder: Path) -> None:
    """Change a figure, take it back, drop a scan, write the summary: what a secretary does."""
    desk = _opened(window).desk
    leaf = desk.tree.by_code("7.3")
    if leaf is None:
        return
    desk.choose(leaf.id)
    before = desk.scores.total.points or Decimal(0)
    desk.run(SetFigure(Place(desk.sheet, leaf.id, Round.FIRST), "numerator", Decimal(100_000)))
    after = desk.scores.total.points or Decimal(0)
    desk.undo()
    print(f"7.3: 94.385 -> 100.000: {shown(before, 3)} -> {shown(after, 3)}")  # noqa: T201  # as above
    scan = folder / "Bản chụp số liệu 7.3 (minh họa).png"
    _draw_scan(scan)
    _settle(lambda: bool(window.findChildren(EvidencePanel)))  # it comes after the tree
    for panel in window.findChildren(EvidencePanel):
        panel.accept_paths([scan])
        _settle(lambda: bool(desk.cell.links.get(leaf.id)))
    _summary(desk)


def _summary(desk: Desk) -> None:
    stamp = Stamp(now(), desk.session.store.head)
    paper = summary(desk.state, desk.sheet, desk.round, stamp)
    write(paper, desk.session.store.path.with_name("Tom-tat-Hai-Duong-2022.pdf"))


def _opened(window: MainWindow) -> OpenDossier:
    if not isinstance(window.opened, OpenDossier):
        raise TypeError(window.opened)
    return window.opened


def _draw_scan(path: Path) -> None:
    """Draw a page that says what it is: an illustration, not a document."""
    page = QImage(620, 877, QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    painter = QPainter(page)
    painter.setFont(theme.font("title", 600))
    painter.drawText(60, 90, "TRANG MINH HỌA")
    painter.setFont(theme.font("body"))
    painter.drawText(60, 130, "Hồ sơ giải quyết trực tuyến toàn trình: 94.385")
    painter.drawText(60, 155, "Tổng số hồ sơ giải quyết: 153.273")
    painter.end()
    page.save(str(path))


def _draw_places(window: MainWindow, path: Path, mode: str) -> None:
    opened = _opened(window)
    view, desk = opened.view, opened.desk
    for name, width, height in _SIZES:
        window.resize(width, height)
        for key, code in (("score", "7.3"), ("score", "7"), ("criteria", "7.3"), ("report", "7.3")):
            node = desk.tree.by_code(code)
            view.show_place(key)
            if node is not None:
                desk.choose(node.id)
            _picture(window, path, f"{key}-{code}-{name}-{mode}")


def _draw_views(window: MainWindow, path: Path) -> None:
    """Draw the views that are the same in every width and theme once."""
    view = _opened(window).view
    window.resize(1366, 736)
    for key, (act, number) in _VIEWS.items():
        window.act(act)
        place = view.workplace(view.current)
        if isinstance(place, CriteriaWorkplace):
            place.show_view(number)
        _picture(window, path, f"{key}-1366x768-light")


def _picture(window: MainWindow, path: Path, name: str) -> None:
    _settle(lambda: False, _SETTLE)
    _settle(lambda: not any(job.is_running for job in board.running))
    _settle(lambda: False, _SETTLE)
    window.grab().save(str(path.with_name(f"{name}.png")))


def _settle(is_done: Callable[[], bool], patience: int = _PATIENCE) -> None:
    """Let the window work until something is done, or patience ends."""
    deadline = QDeadlineTimer(patience)
    while not is_done() and not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
