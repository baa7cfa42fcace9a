"""``main.py self-test``: the program tries its main job in a temporary folder."""

import argparse
import tempfile
from decimal import Decimal
from pathlib import Path

from cchc_desktop.clock import now
from cchc_desktop.commands.evidence import AttachDocument, Content
from cchc_desktop.commands.marks import Place, SetFigure
from cchc_desktop.commands.sample import sample_command
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Round
from cchc_desktop.headless.command import DONE, FOUND, Command
from cchc_desktop.headless.doors import StoreDoors
from cchc_desktop.headless.report import write_report
from cchc_desktop.headless.scores import scores_of
from cchc_desktop.progress import Progress

_FIGURE = Decimal(100000)


def _declare(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(prefix="cchc-")


def _run(options: argparse.Namespace, doors: StoreDoors) -> int:
    with tempfile.TemporaryDirectory(prefix=options.prefix) as folder:
        try:
            _try_everything(Path(folder), doors)
        except (CchcError, AssertionError, OSError) as error:
            print(f"Tự kiểm tra không đạt: {error}")
            return FOUND
    print("Tự kiểm tra đạt: tạo hồ sơ, chấm điểm, gắn tài liệu, xuất PDF, mở lại, so khớp.")
    return DONE


def _try_everything(folder: Path, doors: StoreDoors) -> None:
    path = folder / "tự kiểm tra.cchc"
    session = doors.create_session(path)
    try:
        session.run(sample_command())
        sheet, tree = next(iter(session.state.sheets)), next(iter(session.state.trees.values()))
        leaf = next(node for node in tree.leaves if node.rule.kind == "ratio")
        place = Place(sheet, leaf.id, Round.FIRST)
        session.run(SetFigure(place, leaf.rule.figures()[0].key, _FIGURE))
        session.undo()
        scan = folder / "bản quét.txt"
        scan.write_text("Tài liệu kiểm chứng thử", encoding="utf-8")
        staged = session.store.vault.stage(scan, Progress())
        content = Content(scan.name, staged.sha256, staged.size)
        session.run(AttachDocument(sheet, leaf.id, content, now()))
        pdf = folder / "tóm tắt.pdf"
        write_report(session, "summary", pdf)
        _demand(condition=pdf.read_bytes().startswith(b"%PDF"), what="tệp PDF")
        before = scores_of(session)
    finally:
        session.close()
    _compare(path, doors, before, scan)


def _compare(path: Path, doors: StoreDoors, before: dict[str, object], scan: Path) -> None:
    session = doors.open_session(path)
    try:
        _demand(condition=scores_of(session) == before, what="điểm sau khi mở lại")
        (document,) = session.state.documents.values()
        body = b"".join(session.store.vault.chunks(document.sha256))
        _demand(condition=body == scan.read_bytes(), what="nội dung tài liệu")
        _demand(condition=not session.store.faults(), what="tính toàn vẹn của tệp")
    finally:
        session.close()


def _demand(*, condition: bool, what: str) -> None:
    if not condition:
        raise AssertionError(what)


COMMAND = Command("main.py self-test", _declare, _run)
