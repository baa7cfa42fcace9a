"""What is to be done: one card a criterion that stands on nothing, the most points first."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.domain.checks import Finding
from cchc_desktop.domain.coverage import Flaw, LeafProof
from cchc_desktop.domain.points import ZERO
from cchc_desktop.records import record
from cchc_desktop.reports.coverage import reason_of
from cchc_desktop.wording.numerals import shown
from ui.shared.buttons import ghost, normal
from ui.shared.frames import box_of, flush, frame, row, row_frame
from ui.shared.icons import IconLabel
from ui.shared.labels import label
from ui.shared.pills import Pill
from ui.shared.workplace import WidthClass

_WIDTHS = {WidthClass.NARROW: 300, WidthClass.MEDIUM: 372, WidthClass.WIDE: 452}
MOST_CARDS = 24
_PLACES = 3


@record
class Needs:
    """What the side says.

    Args:
        leaves: criteria with something to do.
        year: year of the assessment.
        area: code of the area they are of, "" for all.
        hindering: what keeps the round from being locked.
        can_edit: whether the dossier can be written.
        has_criteria: whether there is anything to prove.
    """

    leaves: Sequence[LeafProof]
    year: int
    area: str = ""
    hindering: Sequence[Finding] = ()
    can_edit: bool = True
    has_criteria: bool = True


class NeedCard(QFrame):
    """One criterion: its points, what it lacks, what can be done.

    Args:
        leaf: the criterion.
        year: year of the assessment.
    """

    words_asked = Signal()
    files_asked = Signal()
    criterion_asked = Signal()

    def __init__(self, leaf: LeafProof, year: int, *, can_edit: bool) -> None:
        super().__init__()
        self.leaf = leaf
        self.setProperty("kind", "row")
        self.reason = reason_of(leaf, year)
        name = label(leaf.criterion.name, "body", 500, wrap=True)
        points = label(shown(leaf.points, _PLACES, 1) if leaf.points > ZERO else "?", "body", 600,
                       "opentext")  # fmt: skip
        head = row(Pill(leaf.criterion.code), name, points, gap=8)
        box_of(head).setStretch(1, 1)
        said = row(IconLabel(_icon_of(leaf), "opentext"),
                   label(self.reason, "small", tone="text2", wrap=True), gap=8)  # fmt: skip
        box_of(said).setStretch(1, 1)
        write = ("Viết giải trình", self.words_asked.emit)
        add = ("Thêm tệp", self.files_asked.emit)
        flaws = {each.flaw for each in leaf.flaws}
        asks_words = leaf.is_asked or (flaws and Flaw.UNREADABLE not in flaws)
        first, second = (write, add) if asks_words else (add, write)
        self.acts = (normal(*first), ghost(*second))
        for act in self.acts:
            act.setEnabled(can_edit)
        buttons = row(*self.acts, None, ghost("Đến", self.criterion_asked.emit), gap=4)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 8, 12, 10)
        box.setSpacing(4)
        for piece in (head, said, buttons):
            box.addWidget(piece)


class NeedsSide(QFrame):
    """The side of the coverage.

    Args:
        print_list: writes the list to a file.
        parent: the panel.
    """

    words_asked = Signal(str)  # criterion
    files_asked = Signal(str)
    criterion_asked = Signal(str)

    def __init__(self, print_list: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[NeedCard] = []
        self._shown: Needs | None = None
        self.setProperty("kind", "panelright")
        self._total = Pill("", "opentext", "opensoft")
        self.print_button = ghost("In danh sách", print_list, "print")
        head = row_frame(40, (16, 0, 8, 0))
        box = box_of(head)
        box.addWidget(label("Cần làm", "h3", 600))
        box.addWidget(self._total)
        box.addStretch(1)
        box.addWidget(self.print_button)
        self._area = QScrollArea()
        self._area.setAccessibleName("Cần làm")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = flush(QVBoxLayout(self))
        outer.addWidget(head)
        outer.addWidget(self._area, 1)
        self.set_width_class(WidthClass.MEDIUM)

    @property
    def total(self) -> str:
        """How many points it says are to be done."""
        return self._total.text

    @property
    def words(self) -> str:
        """What it says below the criteria."""
        return _below(self._shown) if self._shown is not None else ""

    def set_width_class(self, width: WidthClass) -> None:
        """Be as wide as the window allows."""
        self.setFixedWidth(_WIDTHS[width])

    def show_needs(self, needs: Needs) -> None:
        """Show what is to be done."""
        if needs == self._shown:
            return
        self._shown = needs
        points = sum((leaf.points for leaf in needs.leaves if leaf.is_counted), ZERO)
        self._total.set_text(f"{shown(points, _PLACES)} điểm")
        self._total.setVisible(bool(needs.leaves))
        body = frame("panel")
        self.cards = [self._card(leaf, needs) for leaf in needs.leaves[:MOST_CARDS]]
        if needs.hindering:
            box_of(body).addWidget(self._lock(needs.hindering))
        for card in self.cards:
            box_of(body).addWidget(card)
        words = _below(needs)
        if words:
            said = label(words, "small", tone="text3", wrap=True)
            said.setContentsMargins(16, 10, 16, 10)
            box_of(body).addWidget(said)
        box_of(body).addStretch(1)
        self._area.setWidget(body)

    def _card(self, leaf: LeafProof, needs: Needs) -> NeedCard:
        card, node = NeedCard(leaf, needs.year, can_edit=needs.can_edit), leaf.criterion.id
        card.words_asked.connect(lambda: self.words_asked.emit(node))
        card.files_asked.connect(lambda: self.files_asked.emit(node))
        card.criterion_asked.connect(lambda: self.criterion_asked.emit(node))
        return card

    def _lock(self, hindering: Sequence[Finding]) -> QWidget:
        first = hindering[0]
        more = f" Còn {len(hindering) - 1} tiêu chí nữa." if len(hindering) > 1 else ""
        note = frame("note", vertical=False, margins=(12, 6, 6, 6), gap=8)
        box = box_of(note)
        box.addWidget(IconLabel("lock", "opentext"))
        said = label(f"Chưa khóa được vòng. {first.sentence}{more}", "small", wrap=True)
        box.addWidget(said, 1)
        box.addWidget(ghost("Đến", lambda: self.criterion_asked.emit(first.criterion)))
        outer = QWidget()
        around = QVBoxLayout(outer)
        around.setContentsMargins(16, 10, 12, 6)
        around.addWidget(note)
        return outer


def _icon_of(leaf: LeafProof) -> str:
    flaws = {each.flaw for each in leaf.flaws}
    if Flaw.UNREADABLE in flaws:
        return "broken"
    if Flaw.OUT_OF_YEAR in flaws:
        return "offyear"
    return "cho" if leaf.is_asked else "thieu"


def _below(needs: Needs) -> str:
    left = len(needs.leaves) - MOST_CARDS
    if left > 0:
        return f"Và {left} tiêu chí nữa: chọn một lĩnh vực ở bảng bên, hoặc in danh sách."
    if needs.leaves:
        return ""
    if not needs.has_criteria:
        return "Chưa có tiêu chí. Thêm tiêu chí trong Bộ tiêu chí."
    where = f"ở lĩnh vực {needs.area}" if needs.area else "ở bảng chấm điểm này"
    return f"Không còn việc gì {where}: mọi điểm cần tài liệu đều đã đứng vững."
