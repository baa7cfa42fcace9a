"""The side of the register: one document's page, its facts, where it is used."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.commands.documents import RemoveFile
from cchc_desktop.domain.evidence import DocumentFile, Link
from cchc_desktop.domain.register import Entry, Standing
from cchc_desktop.overriding import override
from cchc_desktop.wording import evidence as evidence_words
from cchc_desktop.wording import register as words
from cchc_desktop.wording.numerals import shown_date, shown_time
from ui.documents.ledger import Ledger
from ui.documents.parts import DocumentParts
from ui.documents.row_paint import LOOKS
from ui.shared import theme
from ui.shared.buttons import Button, ToolButton, ghost, tool
from ui.shared.desk import Desk
from ui.shared.frames import box_of, flush, frame, row, row_frame
from ui.shared.icons import IconLabel
from ui.shared.labels import ElidedLabel, label, set_tone
from ui.shared.workplace import WidthClass

_WIDTHS = {WidthClass.NARROW: 308, WidthClass.MEDIUM: 336, WidthClass.WIDE: 452}
_MOST_USES = 40
_FACTS_HEIGHT = 320
_EMPTY = "Chọn một tài liệu để xem trang và mô tả."


class UseLine(QWidget):
    """One criterion that a document proves: its code opens the cited page.

    Args:
        code: code of the criterion.
        name: what the tooltip says.
        place: page, section and excerpt in words.
    """

    page_asked = Signal()
    criterion_asked = Signal()

    def __init__(self, code: str, name: str, place: str) -> None:
        super().__init__()
        self.code = Button(code, "code")
        self.code.setFont(theme.font("small", 600))
        self.code.setFixedHeight(22)
        self.code.setToolTip(f"{name}\nBấm để xem trang dẫn chứng")
        self.code.clicked.connect(self.page_asked)
        self._place = ElidedLabel(place, "small", tone="text2")
        go = tool("chevron-right", f"Đến tiêu chí {code}", self.criterion_asked.emit)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.code)
        box.addWidget(self._place, 1)
        box.addWidget(go)

    @property
    def place(self) -> str:
        """Where in the document the proof stands."""
        return self._place.text()


class DocumentSide(QFrame):
    """Shows the current document.

    Args:
        desk: what lies on the desk.
        parts: the preview and what can be done.
        parent: the panel.
    """

    described = Signal()
    menu_asked = Signal(QPoint)  # on the screen
    criterion_asked = Signal(str, str)  # sheet, criterion
    explanation_asked = Signal(str, str)  # sheet, criterion

    def __init__(self, desk: Desk, parts: DocumentParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._parts = desk, parts
        self.entry: Entry | None = None
        self.uses: list[UseLine] = []
        self.files: list[Button] = []
        self.removers: list[ToolButton] = []
        self._shown: tuple[Entry, tuple[DocumentFile, ...]] | None = None
        self.setProperty("kind", "panelright")
        self._build()
        self.set_width_class(WidthClass.MEDIUM)

    def set_width_class(self, width: WidthClass) -> None:
        """Be as wide as the window allows."""
        self.setFixedWidth(_WIDTHS[width])

    @property
    def said_empty(self) -> str:
        """What it says while it shows no document."""
        return self._empty.text()

    def say_empty(self, kind: str) -> None:
        """Say that there is no document of a kind; "" where one can be chosen."""
        self._empty.setText(f"Không có tài liệu nào ở mục “{kind}”." if kind else _EMPTY)

    def show_entry(self, entry: Entry | None, ledger: Ledger) -> None:
        """Show a document, at the first page that it is cited for."""
        self.entry = entry
        self._title.setText("" if entry is None else entry.document.title)
        self.pen.setEnabled(not self._desk.session.store.is_read_only)
        for piece in (self._head_tools, self._parts.preview, self._facts):
            piece.setVisible(entry is not None)
        self._empty.setVisible(entry is None)
        if entry is None:
            self._shown = None
            self._parts.show(None, 0)
            return
        files = self._desk.state.files_of(entry.document.id)
        if self._shown is not None and self._shown[0] is entry and self._shown[1] == files:
            return
        self._shown = (entry, files)
        here = [link for link in entry.links if link.sheet == self._desk.sheet]
        first = next(iter((*here, *entry.links)), None)
        self._parts.show(entry.document, first.page_index if first is not None else 0)
        self._show_facts(entry, ledger, files)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_facts()

    def _fit_facts(self) -> None:
        """Give the facts the height that their wrapped lines need, as far as there is room."""
        body = self._facts.widget()
        most = min(_FACTS_HEIGHT, self.height() * 11 // 20)
        needed = body.heightForWidth(self.width() - 1) if body is not None else 0
        self._facts.setFixedHeight(min(needed, most) if needed > 0 else most)

    def _build(self) -> None:
        self._title = ElidedLabel("", "h3", 600)
        self.pen = tool("pen", "Sửa mô tả (F2)", self.described.emit)
        self._head_tools = row(self.pen, gap=2)
        more = tool("more", "Việc với tài liệu này", lambda: self._ask_menu(more))
        box_of(self._head_tools).addWidget(more)
        head = row_frame(40, (16, 0, 8, 0))
        box_of(head).addWidget(self._title, 1)
        box_of(head).addWidget(self._head_tools)
        self._empty = label(_EMPTY, tone="text3", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(24, 0, 24, 0)
        self._facts = QScrollArea()
        self._facts.setFrameShape(QFrame.Shape.NoFrame)
        self._facts.setWidgetResizable(True)
        self._facts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._facts.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = flush(QVBoxLayout(self))
        outer.addWidget(head)
        outer.addWidget(self._parts.preview, 1)
        outer.addWidget(self._empty, 1)
        outer.addWidget(self._facts)

    def _show_facts(self, entry: Entry, ledger: Ledger, files: tuple[DocumentFile, ...]) -> None:
        document = entry.document
        days = (document.issued_on, document.valid_from, document.valid_until)
        body = frame("panel", margins=(16, 8, 16, 10), gap=6)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        self._standing(grid, entry, ledger)
        _fact(grid, "Ngày ban hành", evidence_words.days(*days))
        _fact(grid, "Cơ quan", document.issuer)
        self.uses = [self._use(link) for link in entry.links[:_MOST_USES]]
        for place, line in enumerate(self.uses):
            at = grid.rowCount()
            if not place:
                grid.addWidget(label("Dùng cho", "small", tone="text3"), at, 0)
            grid.addWidget(line, at, 1)
        _fact(grid, "Thêm vào", self._added(entry, len(files)))
        _fact(grid, "Loại", document.type_name, is_optional=True)
        _fact(grid, "Trích yếu", document.subject, is_optional=True)
        _fact(grid, "Ghi chú", document.note, is_optional=True)
        box_of(body).addLayout(grid)
        self.files = [self._file(file) for file in files]
        self.removers = [self._remover(file) for file in files]
        for button, remover in zip(self.files, self.removers, strict=True):
            box_of(body).addWidget(row(button, remover, None, gap=2))
        if entry.standing is Standing.OUT_OF_YEAR:
            box_of(body).addWidget(self._note(entry))
        box_of(body).addStretch(1)
        self._facts.setWidget(body)
        self._fit_facts()

    def _standing(self, grid: QGridLayout, entry: Entry, ledger: Ledger) -> None:
        icon_name, role = LOOKS[entry.standing]
        value = label(ledger.standing_words(entry), "small", 500, wrap=True)
        set_tone(value, role)
        pieces = row(IconLabel(icon_name, role), value, gap=6)
        box_of(pieces).setStretch(1, 1)
        grid.addWidget(label("Trạng thái", "small", tone="text3"), 0, 0)
        grid.addWidget(pieces, 0, 1)

    def _added(self, entry: Entry, further: int) -> str:
        document = entry.document
        at = document.added_at
        size = self._parts.size_of(document.size)
        size = size.replace(" ", "\u00a0")
        return f"{shown_time(at)} ngày {shown_date(at)}, {1 + further} tệp, {size}"

    def _use(self, link: Link) -> UseLine:
        state = self._desk.state
        node, sheet = state.criteria.get(link.criterion), state.sheets.get(link.sheet)
        code, name = (node.code, node.name) if node is not None else ("?", "")
        place = evidence_words.cited(link.page, link.section, link.excerpt)
        if sheet is not None and link.sheet != self._desk.sheet:
            place = f"{state.units[sheet.unit].name}   {place}"
        line = UseLine(code, name, place)
        line.page_asked.connect(lambda: self._show_page(link))
        line.criterion_asked.connect(lambda: self.criterion_asked.emit(link.sheet, link.criterion))
        return line

    def _show_page(self, link: Link) -> None:
        if self.entry is not None:
            self._parts.show(self.entry.document, link.page_index)

    def _file(self, file: DocumentFile) -> Button:
        words_ = f"{file.name}   {file.note}".rstrip()
        button = ghost(words_, lambda: self._parts.open(file), self._parts.icon_of(file.name))
        button.setToolTip("Mở bằng chương trình khác")
        return button

    def _remover(self, file: DocumentFile) -> ToolButton:
        name = f"Bỏ tệp {file.name} khỏi tài liệu (hoàn tác được)"
        button = tool("close", name, lambda: self._desk.run(RemoveFile(file.id)), 12)
        button.setEnabled(not self._desk.session.store.is_read_only)
        return button

    def _note(self, entry: Entry) -> QFrame:
        note = frame("note", vertical=False, margins=(10, 6, 6, 6), gap=8)
        box = box_of(note)
        box.addWidget(IconLabel("offyear", "opentext"))
        box.addWidget(label(words.after_the_year(), "small", wrap=True), 1)
        link = next(iter(entry.links))
        ask = ghost("Giải trình", lambda: self.explanation_asked.emit(link.sheet, link.criterion))
        box.addWidget(ask)
        return note

    def _ask_menu(self, button: QWidget) -> None:
        self.menu_asked.emit(button.mapToGlobal(button.rect().bottomLeft()))


def _fact(grid: QGridLayout, name: str, text: str, *, is_optional: bool = False) -> None:
    if is_optional and not text:
        return
    line = grid.rowCount()
    caption = label(name, "small", tone="text3")
    grid.addWidget(caption, line, 0, Qt.AlignmentFlag.AlignTop)
    value = label(text or "chưa có", "small", 500, "text" if text else "opentext", wrap=True)
    grid.addWidget(value, line, 1)
