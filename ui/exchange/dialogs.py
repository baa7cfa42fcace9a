"""Dialogs of documents that go out and come in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QRadioButton, QWidget

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.evidence_book import Book, book_of
from cchc_desktop.domain.takeout import RegisterDraft, register_of
from cchc_desktop.exchange.evidence_in import CheckedRegister
from cchc_desktop.exchange.problems import Problem
from cchc_desktop.wording import takeout as words
from ui.exchange.part_fields import PartFields
from ui.shared import theme
from ui.shared.buttons import normal, primary
from ui.shared.desk import Desk
from ui.shared.dialogs import list_height
from ui.shared.frames import row
from ui.shared.job_strip import grouped
from ui.shared.labels import label
from ui.shared.problem_table import problem_table
from ui.shared.sentence_dialog import SentenceDialog

_WIDE, _NARROW = 820, 600
_MB = 1_000_000
_MOST_HIGH, _HEAD, _LINE = 300, 60, 26  # pixels of a list
_MOST_LINES = 8


class OutDialog(SentenceDialog):
    """Asks which documents go out, and into what."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        sentence = (
            "Tệp xếp vào thư mục theo mã tiêu chí, kèm danh mục Excel, danh mục mở bằng trình "
            "duyệt và mã SHA-256 để đối chiếu."
        )
        super().__init__("Xuất tài liệu", sentence, parent)
        self.setFixedWidth(_NARROW)
        self._desk = desk
        self.part = PartFields(desk, self, whole=True)
        self.folder = QRadioButton("Thư mục mới")
        self.archive = QRadioButton("Một tệp zip")
        self.folder.setChecked(True)
        for button in (self.folder, self.archive):
            button.setFont(theme.font())
        self.count = label("", "small", tone="text2", wrap=True)
        self.go = primary("Chọn nơi ghi…", self.accept)
        self.go.setDefault(True)
        self.add_fields((("Đơn vị", self.part.sheet), ("Phần", self.part.node)))
        self.add(row(self.folder, 24, self.archive, None), self.count)
        self.add(row(None, normal("Hủy", self.reject), 8, self.go))
        self.part.changed.connect(self._counted)
        self._counted()

    @property
    def draft(self) -> RegisterDraft:
        """What goes out."""
        name = self.part.name or self._desk.session.store.path.stem
        title = f"{words.INDEX_TITLE}: {name}"
        return register_of(self._desk.state, self.part.scope, title)

    def _counted(self) -> None:
        documents = self.draft.documents
        size = sum(int(each.size) for document in documents for each in document.contents)
        self.go.setEnabled(bool(documents))
        if not documents:
            self.count.setText("Phần này chưa có tài liệu nào.")
            return
        megabytes = f"{grouped(size // _MB)} MB" if size >= _MB else "dưới 1 MB"
        self.count.setText(f"{grouped(len(documents))} tài liệu, {megabytes}.")


class InDialog(SentenceDialog):
    """Asks what kind of place the documents lie in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        sentence = (
            "Nhập tài liệu đã xuất bằng “Xuất tài liệu”. Mọi tệp được đối chiếu trước; "
            "tài liệu hồ sơ đã có thì không nhập trùng."
        )
        super().__init__("Nhập tài liệu", sentence, parent)
        self.setFixedWidth(_NARROW)
        self.folder = QRadioButton("Từ thư mục")
        self.archive = QRadioButton("Từ tệp zip")
        self.folder.setChecked(True)
        for button in (self.folder, self.archive):
            button.setFont(theme.font())
        go = primary("Chọn…", self.accept)
        go.setDefault(True)
        self.add(row(self.folder, 24, self.archive, None))
        self.add(row(None, normal("Hủy", self.reject), 8, go))


class CheckedDialog(SentenceDialog):
    """Says what was found and what is wrong with it, and asks whether to take it in."""

    def __init__(
        self,
        checked: CheckedRegister,
        problems: Sequence[Problem],
        known: int,
        parent: QWidget | None = None,
    ) -> None:
        documents = checked.draft.documents
        links = sum(len(each.links) for each in documents)
        sentence = (
            f"Đọc được {grouped(len(documents))} tài liệu, {grouped(links)} chỗ gắn tiêu chí; "
            f"{grouped(known)} tài liệu hồ sơ đã có."
        )
        super().__init__("Nhập tài liệu", sentence, parent)
        self.setFixedWidth(_WIDE if problems else _NARROW)
        if problems:
            height = min(list_height(_MOST_HIGH, around=250), _HEAD + _LINE * len(problems))
            told = f"Có {grouped(len(problems))} chỗ cần xem; phần không nêu ở đây vẫn nhập được:"
            self.add(label(told, "small", 500, "opentext"), problem_table(problems, height))
        self.go = primary("Nhập", self.accept)
        self.go.setEnabled(bool(documents))
        self.go.setDefault(True)
        self.add(row(None, normal("Hủy", self.reject), 8, self.go))


class BookDialog(SentenceDialog):
    """Asks for which area a book is made."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        sentence = (
            "Một tệp PDF: danh mục, rồi từng tài liệu PDF và ảnh kèm phụ lục, đóng số TLKC ở góc "
            "trên, trang dẫn chứng có vạch lề. Tệp Word, Excel nêu trong danh mục."
        )
        super().__init__("Tập TLKC", sentence, parent)
        self.setFixedWidth(_NARROW)
        self._desk = desk
        self.part = PartFields(desk, self, whole=False)
        self.count = label("", "small", tone="text2", wrap=True)
        self.go = primary("Chọn nơi ghi…", self.accept)
        self.go.setDefault(True)
        self.add_fields((("Đơn vị", self.part.sheet), ("Phần", self.part.node)))
        self.add(self.count, row(None, normal("Hủy", self.reject), 8, self.go))
        self.part.changed.connect(self._counted)
        self._counted()

    @property
    def book(self) -> Book:
        """What goes into the book.

        Raises:
            CchcError: nothing does.
        """
        return book_of(self._desk.state, self.part.scope.sheet, self.part.scope.criterion)

    def _counted(self) -> None:
        try:
            contents = self.book.contents
        except CchcError as error:
            self.count.setText(error.words)
            self.go.setEnabled(False)
            return
        self.count.setText(f"{grouped(len(contents))} tệp tài liệu.")
        self.go.setEnabled(True)


class DoneDialog(SentenceDialog):
    """Says what was done, what was left out, and opens it."""

    def __init__(
        self,
        words_: tuple[str, str],
        left_out: Sequence[str],
        place: Path | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(*words_, parent)
        self.setFixedWidth(_WIDE if left_out else _NARROW)
        self._place = place
        if left_out:
            rest = len(left_out) - _MOST_LINES
            more = [f"và {grouped(rest)} chỗ khác."] if rest > 0 else []
            self.add(label("Những chỗ cần xem:", "small", 500, "opentext"))
            self.add(label("\n".join([*left_out[:_MOST_LINES], *more]), "small", wrap=True))
        close = primary("Đóng", self.accept)
        close.setDefault(True)
        opens = () if place is None else (normal("Mở", self.open_place, "external"), 8)
        self.add(row(None, *opens, close))

    def open_place(self) -> None:
        """Open what was made in the system's own way."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._place)))
