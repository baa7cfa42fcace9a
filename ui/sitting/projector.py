"""The window for the projector: one item of a sitting, its evidence, its decision."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.clock import Clock, now
from cchc_desktop.commands.decisions import DecideItem
from cchc_desktop.commands.sittings import NoteItem
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.sitting_rows import ItemRow, item_rows, sources_of
from cchc_desktop.domain.sittings import Ruling, Sitting
from cchc_desktop.overriding import override
from cchc_desktop.wording.dossier import round_name
from cchc_desktop.wording.numerals import shown_date
from ui.shared.desk import Desk
from ui.shared.frames import column, flush, row
from ui.shared.icons import IconLabel
from ui.shared.labels import ElidedLabel, label
from ui.sitting.daylight import Daylight
from ui.sitting.facts import documents_of, named
from ui.sitting.projector_item import RULINGS, ItemSide
from ui.sitting.projector_parts import KeyRow, PageSide
from ui.sitting.scale import TEXT, UNIT, Scale
from ui.sitting.stage import MakeStage

MARGIN = 48
_KEYS = (
    ("Ctrl+1 2 3", "chọn điểm", 1),
    ("Enter", "ghi và tiếp", 2),
    ("PgUp PgDn", "trước, sau", 3),
    ("Ctrl+PgDn", "tài liệu sau", 6),
    ("Ctrl+↓", "cuộn trang", 8),
    ("F2", "ghi chú", 5),
    ("Ctrl+B", "tắt hình", 7),
    ("Esc", "thoát", 4),
)
_NO_DOCUMENT = "Tiêu chí này chưa có tài liệu kiểm chứng."
_CHOOSE = "Chọn 1, 2, 3 hoặc gõ điểm rồi nhấn Enter."
_UNWRITTEN = "Quyết định đang chọn chưa ghi. Enter: ghi; Esc: bỏ."
_ALL_DONE = "Đã quyết định hết các tiêu chí của phiên họp."


class Projector(QWidget):
    """Shows the items of a sitting one by one; decisions go through the desk.

    Args:
        desk: the session; its sheet and criterion stay where they are.
        sitting: id of the sitting.
        make_stage: makes what shows the evidence.
        clock: when a decision is taken.
        parent: the window it belongs to.
    """

    closed = Signal()

    def __init__(
        self,
        desk: Desk,
        sitting: str,
        make_stage: MakeStage,
        clock: Clock = now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._desk, self._sitting, self._clock = desk, sitting, clock
        self._rows: tuple[ItemRow, ...] = ()
        self._at = 0
        self._document = 0
        self._daylight = Daylight(self)
        self._daylight.begin()
        self.scale = Scale()
        self.stage = make_stage()
        self.item = ItemSide(self.scale)
        self.page = PageSide(self.stage.widget, self.scale)
        self.keys = KeyRow(_KEYS, self.scale)
        self.black = QWidget(self)
        self._build()
        self._wire()
        self.refresh()
        self.go(self._first_open())

    @property
    def sitting(self) -> Sitting | None:
        """The sitting, None once it is gone."""
        return self._desk.state.sittings.get(self._sitting)

    @property
    def current(self) -> ItemRow | None:
        """The item that shows."""
        return self._rows[self._at] if self._rows else None

    @property
    def heading(self) -> str:
        """What the head says."""
        return f"{self._unit.text()}   {self._what.text()}   {self._count.text()}"

    def open_on(self, other_than: QWidget) -> None:
        """Fill another screen than that of a window, where there is one."""
        here = other_than.screen()
        others = [each for each in QGuiApplication.screens() if each is not here]
        screen = others[0] if others else here
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def go(self, at: int) -> None:
        """Show an item by its place."""
        if not 0 <= at < len(self._rows):
            return
        self._keep_note()
        self._at = at
        self._document = 0
        self._show()
        self._scroll.verticalScrollBar().setValue(0)
        self.item.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Show the item before or after, unless a decision is chosen that is not written yet."""
        if self.item.is_pending:
            self.item.say(_UNWRITTEN)
        else:
            self.go(self._at + by)

    def write(self) -> None:
        """Decide the item as it is chosen, and go on to the next one that is not decided."""
        found = self.current
        ruling = self.item.chosen
        if found is None or found.refusal:
            return
        points = self.item.points
        if ruling is None or (ruling is Ruling.OTHER and points is None):
            self.item.say(_CHOOSE)
            return
        command = DecideItem(
            found.item.id,
            ruling,
            self._clock(),
            points if ruling is Ruling.OTHER else None,
            self.item.new_note,
        )
        if self._desk.run(command):
            self._go_next_open()

    def turn_document(self, by: int) -> None:
        """Show the document before or after."""
        found = self.current
        count = len(documents_of(self._desk.state, found)) if found is not None else 0
        if count:
            self._document = (self._document + by) % count
            self._show_document()

    def refresh(self) -> None:
        """Show the sitting as it stands; an item that is gone gives way to its neighbour."""
        sitting = self.sitting
        if sitting is None:
            self.close()
            return
        shown = self.current
        self._rows = item_rows(self._desk.state, sitting, self._desk.session.scores)
        ids = [each.item.id for each in self._rows]
        if shown is not None and shown.item.id in ids:
            self._at = ids.index(shown.item.id)
        self._at = min(self._at, max(0, len(ids) - 1))
        if not ids:
            self.close()
        elif self.isVisible():
            self._show()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.black.setGeometry(self.rect())
        self.scale.fit(self.width(), self.height())
        self._fit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._keep_note()
        self.stage.stop()
        self._daylight.end()
        super().closeEvent(event)
        self.closed.emit()

    def _build(self) -> None:
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Trình chiếu phiên họp")
        self.black.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.black.setProperty("kind", "black")
        self.black.setAccessibleName("Tắt hình")
        self.black.hide()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.item)
        body = self._body = QHBoxLayout()
        body.setSpacing(MARGIN)
        self._scroll = scroll
        body.addWidget(scroll)
        body.addWidget(self.page)
        box = flush(QVBoxLayout(self))
        box.addWidget(self._head())
        box.addLayout(body, 1)
        box.addWidget(self.keys)

    def _head(self) -> QFrame:
        self._unit = ElidedLabel(weight=500)
        self._what = ElidedLabel(tone="text2")
        self._count = label("", weight=600)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(260)
        self._bar.setAccessibleName("Đã quyết định")
        self.scale.add(self._unit, UNIT, 500)
        self.scale.add(self._what, TEXT)
        caption = label("Đã quyết", tone="text2")
        self.scale.add(caption, TEXT)
        self.scale.add(self._count, 26, 600)
        self._top = QFrame()
        self._top.setProperty("kind", "head")
        box = QHBoxLayout(self._top)
        box.setContentsMargins(MARGIN, 10, MARGIN, 10)
        box.setSpacing(24)
        box.addWidget(IconLabel("building", "accent", 36))
        box.addWidget(column(self._unit, self._what, gap=2), 1)
        box.addWidget(column(row(caption, None, self._count), self._bar, gap=6))
        return self._top

    def _wire(self) -> None:
        self._desk.changed.connect(self.refresh)
        self._desk.failed.connect(self._refused)
        self.stage.placed.connect(self._placed)
        self.item.asked.connect(self.write)
        for keys, action in (
            ("PgDown", lambda: self.step(1)),
            ("PgUp", lambda: self.step(-1)),
            ("Ctrl+PgDown", lambda: self.turn_document(1)),
            ("Ctrl+PgUp", lambda: self.turn_document(-1)),
            ("Ctrl+Down", lambda: self.stage.turn(1)),
            ("Ctrl+Up", lambda: self.stage.turn(-1)),
            ("F2", self._write_note),
            ("Ctrl+Z", lambda: self._take_back(self._desk.undo)),
            ("Ctrl+Y", lambda: self._take_back(self._desk.redo)),
        ):
            self._key(keys, self._unless_black(action))
        for number, ruling in enumerate(RULINGS, start=1):
            self._key(f"Ctrl+{number}", self._chooser(ruling))
        self._key("Ctrl+B", self._toggle_black)
        self._key("Esc", self._escape)

    def _key(self, keys: str, action: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(lambda: _done(action))

    def _unless_black(self, action: Callable[[], object]) -> Callable[[], object]:
        return lambda: None if self.black.isVisible() else action()

    def _chooser(self, ruling: Ruling) -> Callable[[], object]:
        return self._unless_black(lambda: self.item.choose(ruling))

    def _take_back(self, step: Callable[[], object]) -> None:
        """Undo or redo, and show the item that this changed."""
        before = {each.item for each in self._rows}
        step()
        changed = (at for at, each in enumerate(self._rows) if each.item not in before)
        at = next(changed, None)
        if at is not None:
            self.go(at)

    def _toggle_black(self) -> None:
        self.black.setVisible(not self.black.isVisible())
        self.black.raise_()
        (self.black if self.black.isVisible() else self.item.field).setFocus()

    def _write_note(self) -> None:
        self.item.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._scroll.ensureWidgetVisible(self.item.note)

    def _escape(self) -> None:
        if self.black.isVisible():
            self._toggle_black()
        elif self.item.note.hasFocus():
            self.item.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.item.is_pending:
            self._show()
        else:
            self.close()

    def _keep_note(self) -> None:
        note, found = self.item.new_note, self.current
        is_there = found is not None and found.item.id in self._desk.state.sitting_items
        if note is not None and found is not None and is_there:
            self._desk.run(NoteItem(found.item.id, note))

    def _first_open(self) -> int:
        return next((n for n, each in enumerate(self._rows) if _waits(each)), 0)

    def _go_next_open(self) -> None:
        places = [*range(self._at + 1, len(self._rows)), *range(self._at)]
        following = next((at for at in places if _waits(self._rows[at])), None)
        if following is None:
            self.item.say(_ALL_DONE)
        else:
            self.go(following)

    def _show(self) -> None:
        found, sitting = self.current, self.sitting
        if found is None or sitting is None:
            return
        day = f" {shown_date(sitting.held_on)}" if sitting.held_on is not None else ""
        self._unit.setText(found.unit)
        self._what.setText(f"Phiên họp Hội đồng{day}   ·   {round_name(sitting.round.value)}")
        done = sum(1 for each in self._rows if each.item.is_decided)
        self._count.setText(f"{done} / {len(self._rows)}")
        self._bar.setRange(0, len(self._rows))
        self._bar.setValue(done)
        self.item.show_row(self._desk.state, found, sources_of(self._desk.state, sitting))
        self._show_document()
        after = self._rows[self._at + 1].criterion if self._at + 1 < len(self._rows) else None
        self.keys.show_next(f"Tiếp: {after.code} {after.name}" if after is not None else "")

    def _show_document(self) -> None:
        found = self.current
        documents = documents_of(self._desk.state, found) if found is not None else ()
        if not documents:
            self.stage.show(None, 0)
            self.page.show_empty(_NO_DOCUMENT)
            return
        self._document = min(self._document, len(documents) - 1)
        document, link = documents[self._document]
        self.page.show_head(named(document), self._place(0, 0))
        self.stage.show(document, link.page_index)

    def _placed(self, page: int, pages: int) -> None:
        found = self.current
        documents = documents_of(self._desk.state, found) if found is not None else ()
        if documents:
            title = named(documents[min(self._document, len(documents) - 1)][0])
            self.page.show_head(title, self._place(page, pages))

    def _place(self, page: int, pages: int) -> str:
        found = self.current
        count = len(documents_of(self._desk.state, found)) if found is not None else 0
        if self.scale.is_small:
            where = f"tr. {page}/{pages}   " if pages else ""
            return f"{where}tài liệu {self._document + 1}/{count}"
        where = f"trang {page} / {pages}   " if pages else ""
        return f"{where}tài liệu {self._document + 1} / {count}"

    def _refused(self, error: CchcError, retry: object) -> None:
        self.item.say(error.words)

    def _fit(self) -> None:
        self.stage.scale(self.scale.px(22))
        self._body.setContentsMargins(MARGIN, self.scale.room(36), MARGIN, self.scale.room(28))
        left = 62 if self.scale.is_small else 57
        self._body.setStretch(0, left)
        self._body.setStretch(1, 100 - left)
        self.item.fit()
        self._show()
        self.keys.setFixedHeight(self.scale.room(64) if self.height() >= 900 else 52)
        self.keys.fit()


def _waits(row: ItemRow) -> bool:
    return not row.item.is_decided and not row.refusal


def _done(action: Callable[[], object]) -> None:
    action()
