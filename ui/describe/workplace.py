"""Mô tả lần lượt: documents without a description, one after the other, by keyboard alone."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from cchc_desktop.commands.evidence import DescribeDocument
from cchc_desktop.domain.evidence import Document, Link
from cchc_desktop.domain.guesses import Guess, guesses_before
from cchc_desktop.domain.texts import TextFault
from cchc_desktop.overriding import override
from cchc_desktop.wording import describing as words
from ui.describe.first_page import FirstPage
from ui.describe.guesser import guesses_for, texts_of, type_told
from ui.describe.head import DescribeHead
from ui.describe.link_dialog import LinkDialog
from ui.describe.page_parts import PageParts
from ui.describe.queue import Queue, is_there, lacking
from ui.describe.side import DescribeSide
from ui.describe.strip import Cell, FileStrip
from ui.shared.buttons import normal, primary
from ui.shared.desk import Desk
from ui.shared.dialogs import show_dialog
from ui.shared.frames import box_of, column, fill, frame, row
from ui.shared.icons import IconLabel
from ui.shared.labels import label
from ui.shared.workplace import LOW, WidthClass

_SIDE = {WidthClass.NARROW: 372, WidthClass.MEDIUM: 430, WidthClass.WIDE: 480}


class DescribeWorkplace(QWidget):
    """One file at a time; each is saved when it is left.

    Args:
        desk: documents and the sheet that they serve.
        page: what shows the pages.
        parent: the window.
    """

    title = "Mô tả lần lượt"
    place_asked = Signal(str)  # back to where the user came from

    def __init__(self, desk: Desk, page: PageParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._page = desk, page
        self.setAccessibleName(self.title)
        self.queue = Queue(())
        self._scans = 0
        self._shown: Document | None = None
        self._guesses: tuple[Guess, ...] = ()
        self._last = ""  # id of the document that was saved last
        self._is_touched = False
        self.first_page = FirstPage(desk, self)
        self.head, self.side, self.strip = DescribeHead(), DescribeSide(), FileStrip()
        self.fields = self.side.fields
        self._build()
        self._wire()
        self.setFocusProxy(self.fields.fields["number"].line)

    @property
    def own_head(self) -> QWidget:
        """The head of this mode, in place of the head bar of the scores."""
        return self.head

    @property
    def document(self) -> Document | None:
        """The document that shows."""
        return self._shown

    @property
    def is_finished(self) -> bool:
        """Whether no file is left to show."""
        return self._shown is None

    def set_width_class(self, width: WidthClass) -> None:
        """Lay out for another width."""
        self.side.setFixedWidth(_SIDE[width])
        self.head.set_width_class(width)

    def begin(self, documents: tuple[str, ...] = (), first: str = "") -> None:
        """Begin with documents, or with all that lack some of their description.

        Args:
            documents: their ids; none for all that lack something.
            first: the one to begin with.
        """
        keys = documents or lacking(self._desk.state)
        self.queue = Queue(keys, first)
        self._scans = self._count_scans()
        self._last = ""
        self._show()

    def save(self) -> bool:
        """Save what stands in the fields and go on; return whether it could be saved."""
        if not self._write():
            return False
        self._go(1)
        return True

    def back(self) -> None:
        """Go to the file before; what was typed is saved."""
        self.go_to(self.queue.at - 1)

    def skip(self) -> None:
        """Go on without saving."""
        self._is_touched = False
        self._go(1)

    def go_to(self, place: int) -> None:
        """Go to another file of the queue; what was typed is saved."""
        step = place - self.queue.at
        if step and self._keep_typed():
            self._go(step)

    def stop(self) -> None:
        """Leave the mode; what was typed is saved, the rest waits for another day."""
        if self._keep_typed():
            self.queue = Queue(())
            self._page.show(None, "")
            self.place_asked.emit("score")

    def link(self) -> None:
        """Ask for a criterion that the document serves."""
        if self._shown is not None and not self._desk.session.store.is_read_only:
            dialog = LinkDialog(self._desk, self._shown, self)
            show_dialog(dialog)

    def leave(self) -> None:
        """Save what was typed as far as it can be saved; stop what runs."""
        if self._is_touched and self._shown is not None:
            self._run(self._shown, without_bad_day=True)
        self._is_touched = False
        self.first_page.stop()
        self._page.stop()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.queue.keys or self.is_finished:
            self.begin()
        elif not event.spontaneous():
            self.fields.focus_first()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_low = self.window().height() < LOW
        self.strip.setVisible(not is_low)
        self.side.set_low(is_low=is_low)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        left = frame("panel")
        fill(left, self._page.widget, self.strip)
        box_of(left).setStretch(0, 1)
        work = row(left, self.side)
        box_of(work).setStretch(0, 1)
        self._said = label("", "h3", 600, wrap=True)
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._again = normal("Mô tả các tệp đã bỏ qua", self._take_undone)
        self._home = primary("Về Chấm điểm", self.stop)
        buttons = row(None, self._again, 8, self._home, None)
        icon = IconLabel("du", "oktext", 20)
        done = column(None, icon, 8, self._said, 12, buttons, None)
        box_of(done).setAlignment(icon, Qt.AlignmentFlag.AlignHCenter)
        self._pages = QStackedWidget()
        self._pages.addWidget(work)
        self._pages.addWidget(done)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    def _wire(self) -> None:
        self.head.stop_asked.connect(self.stop)
        self.strip.chosen.connect(self.go_to)
        self._page.watch_small(self.strip.update)
        self.fields.typed.connect(self._touched)
        self.fields.entered.connect(self.save)
        self.fields.paged.connect(lambda step: self.go_to(self.queue.at + step))
        self.side.save_asked.connect(self.save)
        self.side.back_asked.connect(self.back)
        self.side.skip_asked.connect(self.skip)
        self.side.link_asked.connect(self.link)
        self.side.explanation_asked.connect(self._explain)
        self.first_page.ready.connect(self._read)
        self._desk.changed.connect(self._changed)
        keys: tuple[tuple[str, QWidget, Callable[[], object]], ...] = (
            ("Ctrl+D", self, self.fields.take_before),
            ("Ctrl+G", self, self.link),
            ("F6", self, self._to_other_side),
            ("PgUp", self.side, self.back),
            ("PgDown", self.side, lambda: self.go_to(self.queue.at + 1)),
        )
        for sequence, within, act in keys:
            shortcut = QShortcut(QKeySequence(sequence), within)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _go(self, step: int) -> None:
        self._is_touched = False
        if self.queue.go(step, self._desk.state) or step > 0:
            self._show()

    def _show(self) -> None:
        """Show the document that the queue stands at."""
        state = self._desk.state
        if self.queue.key and not is_there(state, self.queue.key):
            self.queue.go(1, state)
        self._shown = state.documents.get(self.queue.key)
        self._is_touched = False
        self._tell_done()
        if self._shown is None:
            self._show_end()
            return
        self._pages.setCurrentIndex(0)
        self._page.show(self._shown, f"tệp thứ {self.queue.at + 1}")
        self.fields.show_texts(texts_of(self._shown))
        self._offer(self.first_page.text_of(self._shown))
        self._show_use()
        can_edit = not self._desk.session.store.is_read_only
        self.side.set_editable(editable=can_edit, has_before=self.queue.at > 0)
        if self.isVisible():
            self.fields.focus_first()

    def _show_end(self) -> None:
        left = len(self.queue.undone(self._desk.state))
        said = "Mọi tài liệu đã có mô tả."
        if left:
            said = f"Đã đến tệp cuối. Còn {left} tệp thiếu mô tả."
        self._said.setText(said)
        self._again.setVisible(bool(left))
        self._page.show(None, "")
        self._pages.setCurrentIndex(1)
        (self._again if left else self._home).setFocus()

    def _take_undone(self) -> None:
        self.begin(self.queue.undone(self._desk.state))

    def _offer(self, page: str) -> None:
        document = self._shown
        if document is None:
            return
        self._guesses = guesses_for(self._desk.state, document, page)
        into = not self._is_touched and not self.queue.was_saved(self._desk.state, document.id)
        before = self._before()
        earlier = guesses_before(before) if before is not None else ()
        self.fields.fill(self._guesses, earlier, into=into)
        self._page.tie(self.fields.on_page())
        self._tell_facts()

    def _before(self) -> Document | None:
        """Return the document that was saved last, else the one before in the queue."""
        keys = self.queue.keys
        key = self._last or (keys[self.queue.at - 1] if self.queue.at else "")
        return self._desk.state.documents.get(key) if key != self.queue.key else None

    def _read(self, sha256: str) -> None:
        if self._shown is not None and self._shown.sha256 == sha256:
            self._offer(self.first_page.text_of(self._shown))

    def _touched(self) -> None:
        self._is_touched = True
        self._tell_facts()

    def _write(self) -> bool:
        """Save what stands in the fields; return whether it could be."""
        document = self._shown
        if document is None or self._desk.session.store.is_read_only:
            return document is not None
        if self.fields.refuse_day() or not self._run(document):
            return False
        self._is_touched = False
        self.queue.save(document.id, self._desk.state)
        self._last = document.id
        return True

    def _keep_typed(self) -> bool:
        return not self._is_touched or self._write()

    def _run(self, document: Document, *, without_bad_day: bool = False) -> bool:
        texts = self.fields.texts
        day = self.fields.day
        if day is None and without_bad_day and texts["issued_on"]:
            day = document.issued_on
        fields: dict[str, Any] = {
            "number": texts["number"],
            "issued_on": day,
            "issuer": texts["issuer"],
            "subject": texts["subject"],
            "type_name": type_told(document, texts["number"], self._guesses),
        }
        kept = replace(document, **fields)
        command = DescribeDocument(
            document.id, kept.number, kept.issued_on, kept.issuer, kept.subject, kept.note,
            kept.valid_from, kept.valid_until, kept.type_name,
        )  # fmt: skip
        return self._desk.run(command)

    def _changed(self, event: object) -> None:
        """Follow what another step changed; what is being typed stays."""
        if not self.isVisible() or self._shown is None:
            return
        now = self._desk.state.documents.get(self._shown.id)
        if now is None or now.is_binned:
            self._show()
            return
        before, self._shown = self._shown, now
        if texts_of(before) != texts_of(now) and not self._is_touched:
            self.fields.show_texts(texts_of(now))
            self._tell_facts()
        self._show_use()
        self._tell_done()

    def _tell_done(self) -> None:
        queue = self.queue  # a strip painted in the midst of a change still asks for this one
        count = len(queue.keys)

        def cell(place: int) -> Cell:
            key = queue.keys[place]
            document = self._desk.state.documents.get(key)
            image = self._page.small(document) if document is not None else None
            return Cell(self._name(key), queue.is_done(self._desk.state, key), image)

        self.strip.show_cells(count, cell, queue.at)
        files = words.left_to_describe(count, self._scans)
        self.head.show_done(queue.done(self._desk.state), count, files)

    def _count_scans(self) -> int:
        """Return how many documents of the queue are pictures of text."""
        documents = self._desk.state.documents
        wanted = {documents[key].sha256 for key in self.queue.keys if key in documents}
        found = self._desk.session.store.texts.faults()
        return sum(found.get(sha256) is TextFault.NO_TEXT for sha256 in wanted)

    def _name(self, key: str) -> str:
        document = self._desk.state.documents.get(key)
        return document.name.rpartition(".")[0] or document.name if document is not None else ""

    def _links(self) -> list[Link]:
        key = self._shown.id if self._shown is not None else ""
        cell = self._desk.cell
        return [link for links in cell.links.values() for link in links if link.document == key]

    def _show_use(self) -> None:
        tree = self._desk.tree
        used = {link.criterion for link in self._links()}
        self.side.show_codes([node.code for node in tree.leaves if node.id in used])
        self._tell_facts()

    def _tell_facts(self) -> None:
        """Say the kind that the number tells, and whether the day falls into the year."""
        document = self._shown
        if document is None:
            return
        number = self.fields.fields["number"].text
        self.side.say_type(type_told(document, number, self._guesses))
        assessment = self._desk.state.assessments.get(self._desk.assessment)
        day = self.fields.day
        if day is None or assessment is None or not self._links():
            self.side.say_of_day("")
            return
        is_within = replace(document, issued_on=day).is_in_force(assessment.year)
        self.side.say_of_day("" if is_within else words.out_of_year(day, assessment.year))

    def _explain(self) -> None:
        links = self._links()
        if links and self._keep_typed():
            self._desk.choose(links[0].criterion)
            self.place_asked.emit("score")

    def _to_other_side(self) -> None:
        if self._page.page.hasFocus():
            self.fields.focus_first()
        else:
            self._page.page.setFocus(Qt.FocusReason.ShortcutFocusReason)
