"""The results of a search: a list in groups, and the page of the chosen document beside it."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.evidence import Document
from cchc_desktop.domain.texts import Excerpt
from cchc_desktop.overriding import override
from cchc_desktop.records import record
from cchc_desktop.session.searching import CriterionHit, DocumentHit, Finder
from ui.results.line_paint import LineDelegate
from ui.results.lines import HitsModel, Line, Show
from ui.shared.buttons import ghost, normal, primary
from ui.shared.desk import Desk
from ui.shared.frames import box_of, column, flush, row_frame
from ui.shared.key_caps import capped
from ui.shared.labels import ElidedLabel, label
from ui.shared.pills import Chip
from ui.shared.timers import later
from ui.shared.workplace import WidthClass

_SIDE = 400
_MOST_TITLE = 40  # characters
_PATIENCE = 150  # milliseconds after a step of the list until its page is made
_KEYS = (
    ("Enter", "mở tài liệu"), ("Ctrl+Enter", "đến tiêu chí"), ("F3", "chỗ sau trong tài liệu"),
    ("Esc", "về chỗ cũ"),
)  # fmt: skip
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@record
class PreviewParts:
    """A preview, handed in.

    Args:
        widget: the preview.
        show: shows a document at a page (from 0) with words marked in it.
        step: goes to the next place of the words (1), or to the one before (-1).
        open: opens a document in its usual program.
        leave: stops what it does.
        icon_of: returns the icon of a file's name.
    """

    widget: QWidget
    show: Callable[[Document | None, int, str], object]
    step: Callable[[int], object]
    open: Callable[[Document], object]
    leave: Callable[[], object]
    icon_of: Callable[[str], str]


class _Hits(QListView):
    """The list: Enter opens the document, Ctrl+Enter goes to the criterion, Esc goes back.

    F3 and Shift+F3 walk through the places in the document.
    """

    stepped = Signal(int)
    opened = Signal()
    went = Signal()
    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in _ENTER
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.went.emit()
        elif is_enter:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_F3:
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if is_back else 1)
        else:
            super().keyPressEvent(event)


class ResultsPage(QWidget):
    """Shows what one search found.

    Args:
        desk: where the dossier is.
        preview: shows a page of a document.
        parent: the workplace.
    """

    left = Signal(str)  # back to the view that the search was begun in
    went = Signal(str)  # a criterion of the open sheet was chosen

    def __init__(self, desk: Desk, preview: PreviewParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._preview = desk, preview
        self._finder = Finder(desk.session)
        self.text, self._from = "", "sheet"
        self._has_room = True
        self.model = HitsModel(preview.icon_of)
        self.list = _Hits()
        self.title = label("", "body", 600)
        self._note = label("", "small", tone="text2")
        self.chips = {show: Chip(show.value, show.icon) for show in Show}
        self.nothing = label("", "body", tone="text2")
        self._to_criterion = normal("Đến tiêu chí", self.go)
        self._open = primary("Mở tài liệu", self.open)
        self._back = ghost("Về bảng chấm điểm", self.back, "chevron-left")
        self._named = ElidedLabel("", "body", 600)
        self._late = later(self, _PATIENCE, self._show_page)
        self._build()
        self._connect()

    def search(self, text: str) -> None:
        """Look for words and show what holds them."""
        self.text = text
        self.model.show = Show.ALL
        self.model.take(self._desk.state, self._finder.search(text))
        shown = text if len(text) <= _MOST_TITLE else f"{text[:_MOST_TITLE]}…"
        self.title.setText(f"Kết quả tìm “{shown}”")
        count = self.model.count(Show.ALL)
        self._note.setText(f"{count} chỗ, không phân biệt dấu" if count else "")
        for show, chip in self.chips.items():
            chip.set_count(self.model.count(show))
            chip.setChecked(show is Show.ALL)
        self.nothing.setText(
            f"Không thấy “{text}” trong tiêu chí, mô tả và nội dung tài liệu. Thử ít chữ hơn,"
            " hoặc bỏ dấu ngoặc kép."
        )
        self._show_found()

    def come_from(self, view: str, title: str) -> None:
        """Take note of the view that the search was begun in."""
        self._from = view
        self._back.setText(f"Về {title[:1].lower()}{title[1:]}")

    def back(self) -> None:
        """Go back to the view that the search was begun in."""
        self.left.emit(self._from)

    @property
    def line(self) -> Line | None:
        """The chosen hit."""
        return self.model.line(self.list.currentIndex())

    def go(self) -> None:
        """Go to the criterion of the chosen hit, in the sheet it belongs to."""
        line = self.line
        if line is None:
            return
        if isinstance(line.hit, CriterionHit):
            if line.hit.assessment != self._desk.assessment:
                self._desk.open_assessment(line.hit.assessment)
            self.went.emit(line.hit.criterion)
        elif line.hit.links:
            link = line.hit.links[0]
            if link.sheet != self._desk.sheet:
                self._desk.switch(link.sheet, self._desk.state.last_round(link.sheet))
            self.went.emit(link.criterion)

    def open(self) -> None:
        """Open the chosen document in its usual program; a criterion is gone to."""
        line = self.line
        if line is not None and isinstance(line.hit, DocumentHit):
            self._preview.open(line.hit.document)
        else:
            self.go()

    def set_width_class(self, width: WidthClass) -> None:
        """Leave the page out where there is no room for it."""
        self._has_room = width is not WidthClass.NARROW
        self._side.setVisible(self._has_room and self.model.rowCount() > 0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:  # also where nothing was found, from the button
            self.back()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Stop what the preview does."""
        self._late.stop()
        self._preview.leave()

    def _build(self) -> None:
        self._build_list()
        head = row_frame(40, (16, 0, 16, 0))
        box_of(head).setSpacing(8)
        for piece in (self.title, self._note, *self.chips.values()):
            box_of(head).addWidget(piece)
        box_of(head).addStretch(1)
        box_of(head).addWidget(self._back)
        head.setProperty("kind", "surfacerow")
        self._build_side()
        self._keys = _key_strip()
        self._found = column(self.list, self._keys)
        box_of(self._found).setStretch(0, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        for piece, stretch in ((self._found, 1), (self.nothing, 1), (self._side, 0)):
            middle.addWidget(piece, stretch)
        box = flush(QVBoxLayout(self))
        box.addWidget(head)
        box.addLayout(middle, 1)

    def _build_side(self) -> None:
        shown = row_frame(40, (16, 0, 16, 0))
        box_of(shown).addWidget(self._named, 1)
        foot = row_frame(48, (16, 0, 16, 0))
        box_of(foot).addStretch(1)
        box_of(foot).addWidget(self._to_criterion)
        box_of(foot).addWidget(self._open)
        policy = self._preview.widget.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the buttons stay at the foot
        self._preview.widget.setSizePolicy(policy)
        shown.setProperty("kind", "surfacerow")
        foot.setProperty("kind", "panel")
        self._side = column(shown, self._preview.widget, foot)
        self._side.setProperty("kind", "panelright")
        self._side.setFixedWidth(_SIDE)
        box_of(self._side).setStretch(1, 1)
        box_of(self._side).setContentsMargins(1, 0, 0, 0)  # its edge

    def _build_list(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(LineDelegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("Kết quả tìm")
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.nothing.setContentsMargins(16, 16, 16, 16)

    def _connect(self) -> None:
        for show, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, show=show: self._show_only(show))
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.doubleClicked.connect(self.open)
        self.list.opened.connect(self.open)
        self.list.went.connect(self.go)
        self.list.left.connect(self.back)
        self.list.stepped.connect(self._preview.step)

    def _show_only(self, show: Show) -> None:
        self.model.show_only(show)
        for each, chip in self.chips.items():
            chip.setChecked(each is show)
        self._show_found()

    def _show_found(self) -> None:
        has_any = self.model.rowCount() > 0
        for piece in (self._found, self.list):
            piece.setVisible(has_any)
        self.nothing.setVisible(not has_any)
        self._side.setVisible(has_any and self._has_room)
        self.setFocusProxy(self.list if has_any else self._back)
        self.list.setCurrentIndex(self.model.first)
        self._chosen(self.model.first)

    def _chosen(self, index: QModelIndex) -> None:
        line = self.model.line(index)
        codes = line.codes if line is not None else ()
        self._to_criterion.setEnabled(bool(codes))
        self._to_criterion.setText(f"Đến tiêu chí {codes[0]}" if codes else "Đến tiêu chí")
        self._open.setEnabled(line is not None and isinstance(line.hit, DocumentHit))
        is_document = line is not None and isinstance(line.hit, DocumentHit)
        code = f"{codes[0]}  " if codes and not is_document else ""
        self._named.setText(f"{code}{line.title}" if line is not None else "")
        self._preview.widget.setVisible(is_document)  # a criterion has no page
        self._late.start()

    def _show_page(self) -> None:
        line = self.line
        hit = line.hit if line is not None else None
        if line is not None and isinstance(hit, DocumentHit):
            words = _longest(line.excerpt) if hit.page else ""
            self._preview.show(hit.document, max(0, hit.page - 1), words)
        else:
            self._preview.show(None, 0, "")


def _longest(excerpt: Excerpt) -> str:
    """Return the longest run of the words that were found, to be looked for in the document."""
    runs: list[tuple[int, int]] = []
    for begin, end in excerpt.spans:
        if runs and not excerpt.text[runs[-1][1] : begin].strip():
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((begin, end))
    return max((excerpt.text[begin:end] for begin, end in runs), key=len, default="")


def _key_strip() -> QWidget:
    strip = row_frame(36, (16, 0, 16, 0))
    strip.setProperty("kind", "keys")
    box_of(strip).setSpacing(14)
    for keys, words in _KEYS:
        box_of(strip).addWidget(capped(keys, words))
    box_of(strip).addStretch(1)
    return strip
