"""The status bar: saved, what is open, the set, how much is scored."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QWidget

from cchc_desktop.domain.checks import Finding, FindingKind
from cchc_desktop.overriding import override
from cchc_desktop.records import record
from cchc_desktop.wording.numerals import shown_time
from ui.shared import theme
from ui.shared.buttons import Button, tool
from ui.shared.desk import Desk
from ui.shared.frames import row, upright
from ui.shared.icons import IconLabel
from ui.shared.labels import label, set_tone
from ui.shared.workplace import WidthClass
from ui.window.bars import Status
from ui.window.review import ReviewDialog
from ui.window.sheet_findings import SheetFindings
from ui.window.title import saved_at

_REST = 120  # milliseconds after a change before the findings are counted again
_MOST_LISTED = 30
_GAP = 6
_EDGES = 48  # both margins, and the spaces around what stands at the right


@record
class Topic:
    """Findings that the status bar counts together; some only where there is room."""

    kinds: frozenset[FindingKind]
    icon: str
    role: str
    words: str
    needs_room: bool = False

    def count(self, found: Iterable[Finding]) -> int:
        """Return how many of the findings are its own."""
        return sum(1 for _ in _of_topic(found, self))


TOPICS = (
    Topic(
        frozenset({FindingKind.LOSS_WITHOUT_REASON, FindingKind.REASONS_NOT_CLOSED}),
        "tru", "opentext", "điểm trừ chưa có lý do",
    ),
    Topic(frozenset({FindingKind.EVIDENCE_MISSING}), "thieu", "opentext", "thiếu TLKC"),
    Topic(
        frozenset({FindingKind.EVIDENCE_OUT_OF_YEAR}), "offyear", "opentext", "TLKC ngoài năm",
        needs_room=True,
    ),
    Topic(
        frozenset({FindingKind.EVIDENCE_UNREADABLE}), "broken", "losttext", "TLKC hỏng",
        needs_room=True,
    ),
    Topic(frozenset({FindingKind.EXPLANATION_ASKED}), "cho", "opentext", "chờ giải trình"),
    Topic(
        frozenset(
            {
                FindingKind.FIGURES_DIFFER,
                FindingKind.SUBTOTAL_DIFFERS,
                FindingKind.FIGURES_REFUSED,
                FindingKind.POINTS_OUTSIDE,
                FindingKind.RULE_FAULT,
                FindingKind.MAXIMA_DIFFER,
                FindingKind.DECISION_CHANGED,
                FindingKind.LAST_YEAR_DIFFERS,
            }
        ),
        "sai", "losttext", "số liệu không khớp",
    ),
    Topic(
        frozenset({FindingKind.NO_APPRAISER}), "people", "opentext", "chưa có người thẩm định",
        needs_room=True,
    ),
)  # fmt: skip


class StatusBar(Status):
    """Says what is saved and what is open; each open item leads to its places.

    Args:
        desk: the desk.
        parent: the window.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "status")
        self._desk, self._findings = desk, SheetFindings(desk)
        self._is_narrow = False
        self._counts = [0] * len(TOPICS)
        self.found: tuple[Finding, ...] = ()
        self.menu: QMenu | None = None
        self._build()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._count)
        desk.changed.connect(self._changed)
        desk.place_switched.connect(self.refresh)
        desk.faults_found.connect(self._rest.start)
        self.set_width_class(WidthClass.MEDIUM)
        self.refresh()

    @property
    def saved_words(self) -> str:
        """What it says about saving."""
        return self._saved.text()

    @property
    def open_words(self) -> tuple[str, ...]:
        """What it says is open."""
        pairs = zip(self._items, self._groups, strict=True)
        return tuple(item.accessibleName() for item, group in pairs if not group.isHidden())

    @property
    def counter_words(self) -> str:
        """How much it says is scored."""
        return self._counter.text()

    @override
    def leave(self) -> None:
        self._rest.stop()

    def refresh(self) -> None:
        """Show everything anew; findings follow when the hand rests."""
        self.show_saved()
        state = self._desk.state
        assessment = state.assessments.get(self._desk.assessment)
        set_words = assessment.set_title if assessment is not None else ""
        if assessment is not None and assessment.is_reconstructed:
            set_words += " (dựng lại từ báo cáo)"
        self._set.setText(set_words)
        self._refresh_counter()
        self._fit()
        self._rest.start()

    @override
    def show_saved(self) -> None:
        store = self._desk.session.store
        saved = saved_at(store)
        if store.is_read_only:
            self._say("lock", "opentext", "Chỉ đọc")
            self._saved.setToolTip(store.read_only_reason)
        elif saved:
            self._say("du", "oktext", f"Đã lưu {shown_time(saved)}")
        else:
            self._say("du", "oktext", "Đã lưu")

    @override
    def show_unsaved(self, words: str) -> None:
        self._say("sai", "losttext", words)

    @override
    def list_findings(self) -> None:
        self._open_list(self.found, self)

    @override
    def set_width_class(self, width: WidthClass) -> None:
        self._is_narrow = width is WidthClass.NARROW
        self.setFixedHeight(26 if self._is_narrow else 28)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _say(self, icon_name: str, role: str, words: str) -> None:
        self._saved_icon.set_icon(icon_name, role)
        self._saved.setText(words)
        self._saved.setToolTip("")
        set_tone(self._saved, "text2" if role == "oktext" else role)

    def _build(self) -> None:
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 0, 16, 0)
        box.setSpacing(_GAP)
        self._saved_icon = IconLabel("du", "oktext")
        self._saved = label("", "small", tone="text2")
        box.addWidget(self._saved_icon)
        box.addWidget(self._saved)
        self._items = [self._item(topic) for topic in TOPICS]
        self._groups = [row(4, upright(16), item, gap=6) for item in self._items]
        for group in self._groups:
            group.hide()  # until the findings are counted
            box.addWidget(group)
        self._others = tool("more", "Mọi điều cần rà soát", self.list_findings)
        self._others.hide()
        box.addWidget(self._others)
        box.addStretch(1)
        self._set = label("", "small", tone="text2")
        self._set_rule = upright(16)
        self._counter = label("", "small", tone="text2")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(72)
        self._bar.setAccessibleName("Đã chấm")
        for piece in (self._set, self._set_rule, self._counter, self._bar):
            box.addWidget(piece)
            box.addSpacing(4)

    def _item(self, topic: Topic) -> Button:
        button = Button("", "open", topic.icon, topic.role)
        button.setFont(theme.font("small", 500))
        button.setProperty("tone", topic.role)
        button.clicked.connect(lambda: self._list(topic, button))
        return button

    def _changed(self, event: object) -> None:
        self.refresh()

    def _refresh_counter(self) -> None:
        if not self._desk.sheet:
            self._counter.setText("")
            self._bar.hide()
            return
        scores = self._desk.scores
        self._counter.setText(f"Đã chấm {scores.scored}/{scores.to_score}")
        self._bar.setVisible(scores.to_score > 0)
        self._bar.setRange(0, max(1, scores.to_score))
        self._bar.setValue(scores.scored)

    def _count(self) -> None:
        self.found = self._findings.all
        self._counts = [topic.count(self.found) for topic in TOPICS]
        for topic, item, count in zip(TOPICS, self._items, self._counts, strict=True):
            item.set_text(f"{count} {topic.words}")
        self._fit()

    def _fit(self) -> None:
        """Show what has room: first the name of the set gives way, then what the review has too."""
        wanted = [n for n, count in enumerate(self._counts) if count and self._is_asked(TOPICS[n])]
        wanted.sort(key=lambda n: TOPICS[n].needs_room)
        pieces = (self._saved_icon, self._saved, self._counter, self._bar)
        room = self.width() - _EDGES - sum(_wide(piece) for piece in pieces)
        upto = list(accumulate(_wide(self._groups[n]) for n in wanted))
        is_whole = not upto or upto[-1] <= room
        least = room if is_whole else room - _wide(self._others)
        shown = wanted[: sum(1 for wide in upto if wide <= least)]
        for number, group in enumerate(self._groups):
            group.setVisible(number in shown)
        self._others.setVisible(not is_whole)
        left = room - (upto[-1] if upto else 0)
        has_set = bool(self._set.text()) and not self._is_narrow
        for piece in (self._set, self._set_rule):
            piece.setVisible(has_set and _wide(self._set) + _wide(self._set_rule) <= left)

    def _is_asked(self, topic: Topic) -> bool:
        return not (self._is_narrow and topic.needs_room)

    def _list(self, topic: Topic, button: Button) -> None:
        self._open_list(tuple(_of_topic(self.found, topic)), button)

    def _open_list(self, found: Sequence[Finding], above: QWidget) -> None:
        if len(found) > _MOST_LISTED:
            self._open_review(found)
            return
        menu = QMenu(self)
        self.menu = menu
        menu.setFont(theme.font("small"))
        for finding in found:
            action = menu.addAction(finding.sentence.replace("&", "&&"))
            action.setData(finding.criterion)
        menu.triggered.connect(lambda action: self._go(action.data()))
        menu.aboutToHide.connect(self._drop_menu)
        if not found:
            menu.addAction("Không còn gì phải rà soát").setEnabled(False)
        menu.popup(above.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _open_review(self, found: Sequence[Finding]) -> None:
        dialog = ReviewDialog(found, self._desk.tree, self)
        dialog.went.connect(self._go)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _drop_menu(self) -> None:
        if self.menu is not None:
            self.menu.deleteLater()
            self.menu = None

    def _go(self, criterion: str) -> None:
        self._desk.choose(criterion)
        self.went.emit(criterion)


def _wide(piece: QWidget) -> int:
    return piece.sizeHint().width() + _GAP


def _of_topic(found: Iterable[Finding], topic: Topic) -> Iterable[Finding]:
    return (finding for finding in found if finding.kind in topic.kinds)
