"""Attaching 300 files of 1 MB while a person edits, one of 2 GB, and the first page of 300."""

import itertools
import threading
import time
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from bench.attach import Watch, copy_file
from bench.dossiers import make_sample, open_session
from bench.opening import random_file
from bench.samples import Row, Samples, milliseconds
from cchc_desktop.clock import now
from cchc_desktop.commands.documents import RegisterDocument
from cchc_desktop.commands.evidence import Content
from cchc_desktop.commands.marks import Place, SetPoints
from cchc_desktop.domain.evidence import Document
from cchc_desktop.domain.marks import Round
from cchc_desktop.progress import Progress
from cchc_desktop.session import Session
from ui.evidence.preview import Preview
from ui.evidence.previews import Previews

_MIB = 1024 * 1024
_FILES, _REPETITIONS = 300, 3
_MOST_SHARE, _MOST_EDIT, _MOST_PAGE, _MOST_GROWTH = 4.0, 16.0, 150.0, 32 * _MIB
_LARGE_MIB = 2048
_PAUSE = 0.05  # seconds between two edits of a person who types very fast


def rows(folder: Path) -> Iterator[Row]:
    """Yield the rows: many files, edits meanwhile, a large file, a first page.

    Args:
        folder: where temporary files may lie.
    """
    yield from _many(folder)
    yield _large(folder)
    yield _first_page(folder)


def _many(folder: Path) -> Iterator[Row]:
    files = [folder / f"Scan{number:04}.pdf" for number in range(_FILES)]
    for path in files:
        random_file(path, 1)
    ours, bare, edits, stages = [], [], list[float](), list[float]()
    for number in range(_REPETITIONS):
        bare.append(milliseconds(lambda: _copied(files, folder / "copy")))
        taken = _attached(files, folder / f"{number}.cchc", edits, stages)
        ours.append(taken)
    for path in files:
        path.unlink()
    measured, floor = Samples(tuple(ours)), Samples(tuple(bare))
    share = measured.median / floor.median
    yield Row(
        f"{_FILES} files of 1 MB attached, edits meanwhile", measured, floor,
        "read + sha256 + write + fsync of the same files", share,
        f"<= {_MOST_SHARE:g}x of the floor", share <= _MOST_SHARE, f"{share:.2f}x",
    )  # fmt: skip
    edited, staged = Samples(tuple(edits)), Samples(tuple(stages))
    most = _MOST_EDIT + staged.p95
    yield Row(
        "an edit while files are attached", edited, staged, "one file staged meanwhile",
        edited.p95, f"p95 <= {_MOST_EDIT:g} ms + one stage ({most:.1f} ms)",
        edited.p95 <= most, f"{len(edits)} edits",
    )  # fmt: skip


def _attached(files: list[Path], dossier: Path, edits: list[float], stages: list[float]) -> float:
    make_sample(dossier)
    session = open_session(dossier)
    done = threading.Event()
    contents: list[Content] = []

    def stage() -> None:
        for path in files:
            began = time.perf_counter()
            staged = session.store.vault.stage(path, Progress())
            stages.append((time.perf_counter() - began) * 1000)
            contents.append(Content(path.name, staged.sha256, staged.size))
        done.set()

    began = time.perf_counter()
    thread = threading.Thread(target=stage)
    thread.start()
    _edit_until(session, done, contents, edits)
    thread.join()
    taken = (time.perf_counter() - began) * 1000
    session.close()
    dossier.unlink()
    return taken


def _edit_until(
    session: Session, done: threading.Event, contents: list[Content], edits: list[float]
) -> None:
    """Enter what is staged, and change a mark again and again, as the window does."""
    place = Place("hd2022-tinh", "hd2022-1.1", Round.FIRST)
    points = itertools.cycle((Decimal("0.25"), Decimal("0.5")))
    next_edit, entered = time.perf_counter(), 0
    while not done.is_set() or entered < len(contents):
        for content in contents[entered:]:
            session.run(RegisterDocument(content, now()))
            entered += 1
        if time.perf_counter() >= next_edit:
            edits.append(milliseconds(lambda: session.run(SetPoints(place, next(points)))))
            next_edit = time.perf_counter() + _PAUSE
        done.wait(0.002)


def _copied(files: list[Path], target: Path) -> None:
    for path in files:
        copy_file(path, target)
    target.unlink()


def _large(folder: Path) -> Row:
    scan, dossier = folder / "large.bin", folder / "large.cchc"
    random_file(scan, _LARGE_MIB)
    make_sample(dossier)
    session = open_session(dossier)
    watch = Watch(dossier)
    bare = milliseconds(lambda: copy_file(scan, folder / "copy.bin"))
    (folder / "copy.bin").unlink()
    taken = milliseconds(lambda: session.store.vault.stage(scan, Progress(watch.look)))
    session.close()
    for path in (scan, dossier):
        path.unlink()
    measured, floor = Samples((taken,)), Samples((bare,))
    return Row(
        "a file of 2 GB attached", measured, floor, "read + sha256 + write + fsync of a plain file",
        watch.growth / _MIB, f"memory grows by <= {_MOST_GROWTH // _MIB} MiB",
        watch.growth <= _MOST_GROWTH, f"by {watch.growth / _MIB:.1f} MiB",
    )  # fmt: skip


def _first_page(folder: Path) -> Row:
    """Measure from the click to the page on the screen, the child running as after any first."""
    app = QApplication.instance() or QApplication([])
    dossier = folder / "pages.cchc"
    make_sample(dossier)
    session = open_session(dossier)
    previews = Previews(session.store.vault)
    preview = Preview(previews)
    preview.resize(500, 700)
    preview.show()
    _shown(preview, _document(session, folder, 1, 0))
    documents = [_document(session, folder, 300, salt) for salt in range(1, 8)]
    taken = [milliseconds(partial(_shown, preview, document)) for document in documents]
    preview.stop()
    preview.deleteLater()
    app.processEvents()
    session.close()
    measured = Samples(tuple(taken))
    return Row(
        "first page of a PDF of 300 pages", measured, Samples((_MOST_PAGE,)), "goal",
        measured.p95, f"<= {_MOST_PAGE:g} ms after the click",
        measured.p95 <= _MOST_PAGE, "another document each time",
    )  # fmt: skip


def _document(session: Session, folder: Path, pages: int, salt: int) -> Document:
    path = folder / f"{salt}.pdf"
    canvas = Canvas(str(path))
    for number in range(pages):
        for line in range(40):
            canvas.drawString(60, 780 - 18 * line, f"{salt} {number} {line} hồ sơ" * 2)
        canvas.showPage()
    canvas.save()
    staged = session.store.vault.stage(path, Progress())
    return Document(staged.sha256, path.name, staged.sha256, staged.size, now())


def _shown(preview: Preview, document: Document) -> None:
    app = QApplication.instance()
    preview.show_document(document)
    while not preview.where and app is not None:
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    preview.repaint()
