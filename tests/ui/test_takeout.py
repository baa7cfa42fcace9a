"""Documents go out and come in by the menu; the book of an area is made."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.commands.documents import BinDocuments
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.takeout import Scope
from cchc_desktop.exchange.evidence_in import CheckedRegister
from cchc_desktop.exchange.problems import Problem
from tests.evidence_register import Register, filled
from tests.exchange.office_files import a_pdf_of
from tests.sample_session import SHEET, fixed_clock, node
from tests.ui.screens import grab
from ui.exchange.dialogs import BookDialog, CheckedDialog, DoneDialog, InDialog, OutDialog
from ui.exchange.takeout import Takeout
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.jobs import board


class Hands:
    """A takeout with somebody who answers its dialogs."""

    def __init__(self, qtbot: QtBot, register: Register) -> None:
        self.qtbot, self.register = qtbot, register
        self.desk = Desk(register.session)
        self.view = QWidget()
        self.desk.setParent(self.view)
        qtbot.addWidget(self.view)
        self.takeout = Takeout(self.desk, self.view, fixed_clock)
        self.told: list[CchcError] = []
        self.desk.failed.connect(lambda error, _: self.told.append(error))
        self.seen: list[str] = []
        self.acts: list[Callable[[QDialog], object]] = []
        self._eyes = QTimer(self.view)
        self._eyes.timeout.connect(self._look)
        self._eyes.start(5)

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and self.acts and dialog.isVisible():
            self.seen.append(type(dialog).__name__)
            self.acts.pop(0)(dialog)

    def rest(self, dialogs: int) -> None:
        def is_done() -> bool:
            return len(self.seen) >= dialogs and not board.running and not self.takeout.is_busy

        self.qtbot.waitUntil(is_done, timeout=30_000)


@pytest.fixture
def hands(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hands:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "ra"), ""))
    zipped = str(tmp_path / "ra.zip")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (zipped, ""))
    return Hands(qtbot, filled(tmp_path))


def accept(dialog: QDialog) -> None:
    dialog.accept()


def as_zip(dialog: QDialog) -> None:
    assert isinstance(dialog, OutDialog | InDialog)
    dialog.archive.setChecked(True)
    dialog.accept()


def test_documents_go_out_to_an_archive_and_come_back_in_one_step(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.acts = [as_zip, accept]
    hands.takeout.give_out()
    hands.rest(2)
    assert (tmp_path / "ra.zip").exists()
    assert hands.seen == ["OutDialog", "DoneDialog"]
    session = hands.desk.session
    for link in list(session.state.documents):
        session.run(BinDocuments((link,), fixed_clock()))
    assert not session.state.links()
    hands.acts = [as_zip, accept, accept]
    hands.takeout.take_in()
    hands.rest(5)
    assert hands.seen[2:] == ["InDialog", "CheckedDialog", "DoneDialog"]
    assert len(session.state.links()) == 3
    assert session.undo()
    assert not session.state.links()
    assert not hands.told


def test_documents_go_out_to_a_new_folder_that_opens(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, DoneDialog)
        dialog.open_place()
        dialog.accept()

    for name in ("TLKC-ho-so-2026-11-23", "TLKC-ho-so-2026-11-23-2"):
        hands.acts = [accept, look]
        hands.seen.clear()
        hands.takeout.give_out()
        hands.rest(2)
        assert opened[-1] == str(tmp_path / name)
        assert (tmp_path / name / "index.html").exists()


def test_a_book_is_made_for_the_chosen_area(hands: Hands, tmp_path: Path) -> None:
    pdf = a_pdf_of(tmp_path / "x", ["một"]).read_bytes()
    hands.register.attach("7.3", "Thông báo.pdf", pdf)
    hands.desk.choose(node("7.3"))
    hands.acts = [accept, accept]
    hands.takeout.make_book()
    hands.rest(2)
    assert (tmp_path / "ra.pdf").read_bytes().startswith(b"%PDF")
    assert hands.seen == ["BookDialog", "DoneDialog"]


def test_the_part_is_chosen_by_unit_and_criterion(hands: Hands) -> None:
    dialog = OutDialog(hands.desk, hands.view)
    assert (len(dialog.draft.documents), dialog.part.name) == (3, "")
    dialog.part.choose(Scope(SHEET, node("7.2")))
    assert len(dialog.draft.documents) == 1
    assert "7.2" in dialog.draft.title
    dialog.part.choose(Scope(SHEET, node("1")))
    assert not dialog.go.isEnabled()
    book = BookDialog(hands.desk, hands.view)
    book.part.choose(Scope(SHEET, node("1")))
    assert not book.go.isEnabled()
    with pytest.raises(CchcError):
        assert book.book is None


def test_a_book_is_offered_of_an_area_that_has_documents(hands: Hands) -> None:
    linked = {link.criterion for link in hands.desk.state.links()}
    tree = hands.desk.tree
    with_documents = {tree.area_of(each).code for each in linked}
    for code, offered in (("1.2", min(with_documents)), (max(with_documents), max(with_documents))):
        hands.desk.choose(node(code))
        dialog = BookDialog(hands.desk, hands.view)
        assert tree[dialog.part.scope.criterion].code == offered
        assert dialog.go.isEnabled()


def test_a_refusal_is_told_and_nothing_runs_on(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.takeout.check(tmp_path / "không có.zip")
    hands.rest(0)
    hands.qtbot.waitUntil(lambda: len(hands.told) == 1)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    for act, step in (
        (hands.takeout.give_out, accept),
        (hands.takeout.give_out, as_zip),
        (hands.takeout.take_in, accept),
        (hands.takeout.take_in, as_zip),
    ):
        hands.acts = [step]
        act()
        assert not hands.takeout.is_busy


def test_nothing_usable_is_said(hands: Hands) -> None:
    hands.acts = [accept]
    draft = hands.register.draft()
    hands.takeout._staged((type(draft)(""), ("tệp hỏng",)))
    assert hands.seen == ["DoneDialog"]


def test_answers_after_the_dossier_is_left_change_nothing(hands: Hands, tmp_path: Path) -> None:
    hands.takeout.export(hands.register.draft(), tmp_path / "ra.zip")
    hands.takeout.leave()
    hands.rest(0)
    assert hands.seen == []


def test_the_dialogs_are_seen(hands: Hands) -> None:
    hands.desk.choose(node("7.3"))
    changed = "tệp “7.3/Kế hoạch.pdf” khác với lúc xuất (mã SHA-256 không khớp)."
    missing = "hồ sơ không có tiêu chí 9.9 của Sở Nội vụ năm 2022; không gắn."
    problems = [
        Problem(("Kế hoạch.pdf",), changed, line=12),
        Problem(("Báo cáo.docx",), missing, is_warning=True, line=40),
    ]
    checked = CheckedRegister(hands.register.draft())
    done = ("Đã xuất tài liệu", "Đã xuất 3 tài liệu.")
    dialogs = {
        "xuat-tai-lieu": OutDialog(hands.desk, hands.view),
        "nhap-tai-lieu": InDialog(hands.view),
        "nhap-tai-lieu-doi-chieu": CheckedDialog(checked, problems, 1, hands.view),
        "tap-tlkc": BookDialog(hands.desk, hands.view),
        "da-xuat": DoneDialog(done, ("a.pdf: hỏng",), Path(), hands.view),
    }
    for look in ("light", "dark"):
        theme.use(look)
        for name, dialog in dialogs.items():
            dialog.show()
            grab(dialog, f"{name}-{look}")
