"""The right side: one content, what is wrong with it, and how it is mended."""

from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.integrity import ContentUse, Inspected
from cchc_desktop.domain.state import State
from cchc_desktop.wording.numerals import shown, shown_date, shown_time
from ui.integrity.findings import LOOKS, Show, short
from ui.shared.buttons import normal, primary
from ui.shared.frames import box_of, column, fill, frame, row
from ui.shared.icons import IconLabel
from ui.shared.labels import label

SIDE, NARROW_SIDE = 336, 240
_HINT = "Thả các tệp gốc hay cả thư mục vào trang này: tệp trùng mã băm tự về đúng chỗ."
_SAID = {
    Show.DAMAGED: "Nội dung đã khác lúc thêm vào. Điểm giữ nguyên",
    Show.MISSING: "Có trong danh mục nhưng nội dung không còn trong hồ sơ. Điểm giữ nguyên",
    Show.UNLINKED: "Nội dung nguyên vẹn; chưa tiêu chí nào dùng tài liệu này.",
    Show.WHOLE: "Nội dung nguyên vẹn, đúng như lúc thêm vào.",
}


class IntegritySide(QFrame):
    """Shows a content, and asks for its original where that is wanted."""

    backup_asked = Signal()
    files_given = Signal(object)  # tuple of paths

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panelright")
        self.setFixedWidth(SIDE)
        self._can_mend = False
        self._icon = IconLabel("integrity", "oktext", 20)
        self._title = label("", "title", 600, wrap=True)
        self._said = label("", "small", tone="text2", wrap=True)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(12)
        self._facts.setVerticalSpacing(2)
        self._facts.setColumnStretch(1, 1)
        self._values = [self._fact(n, name) for n, name in enumerate(_FACTS)]
        self._note = label("", "body", 500, wrap=True)
        self.take = primary("Lấy lại từ bản lưu", self.backup_asked.emit, "restore")
        self.choose = normal("Chọn tệp gốc…", self._choose, "file")
        self._card = frame("note", margins=(12, 8, 12, 12), gap=8)
        fill(self._card, self._note, row(self.take, None))
        self._drop = frame("drop", margins=(12, 8, 12, 8), gap=6)
        hint = label(_HINT, "small", wrap=True)
        fill(self._drop, hint, row(self.choose, None))
        self.chain = label("", "small", tone="text2", wrap=True)
        self._sign = IconLabel("integrity", "oktext", 16)
        self._build()
        self.show_use(None, None, State())

    @property
    def words(self) -> str:
        """All that it says of the content."""
        pieces = (self._title, self._said, *self._values)
        note = [self._note.text()] if not self._card.isHidden() else []
        return "\n".join([piece.text() for piece in pieces if piece.text()] + note)

    def show_use(
        self, use: ContentUse | None, seen: Inspected | None, state: State, kind: Show = Show.WHOLE
    ) -> None:
        """Show a content, None for none."""
        is_there = use is not None and seen is not None
        self._body.setVisible(is_there)
        self._can_mend = is_there and kind in (Show.DAMAGED, Show.MISSING)
        if use is None or seen is None:
            return
        self._icon.set_icon(*LOOKS[kind][1:])
        self._title.setText(use.name)
        self._said.setText(_SAID[kind])
        for value, words in zip(self._values, _facts(use, seen, state), strict=True):
            value.setText(words)
        self._card.setVisible(self._can_mend and seen.has_backup)
        self._note.setText("Có bản nguyên vẹn trong thư mục sao lưu, cùng mã băm.")
        self._drop.setVisible(self._can_mend)

    def tell_lost(self, points: Decimal) -> None:
        """Say how many points have no readable document left."""
        if self._can_mend:
            lost = f", nhưng {shown(points)} điểm không còn tài liệu đọc được" if points else ""
            self._said.setText(f"{self._said.text().rstrip('.')}{lost}.")

    def add_act(self, act: QWidget) -> None:
        """Put a button at the foot."""
        self._acts.addWidget(act)

    def set_chain(self, words: str, *, is_whole: bool) -> None:
        """Say how the file and its journal stand."""
        self.chain.setText(words)
        self._sign.set_icon(
            "integrity" if is_whole else "warn", "oktext" if is_whole else "losttext"
        )
        self._sign.setVisible(bool(words))

    def _choose(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, "Chọn tệp gốc, một hay nhiều")
        if names:
            self.files_given.emit(tuple(Path(name) for name in names))

    def _fact(self, line: int, name: str) -> QLabel:
        value = label("", "small", 500, wrap=True)
        caption = label(name, "small", tone="text3")
        self._facts.addWidget(caption, line, 0, Qt.AlignmentFlag.AlignTop)
        self._facts.addWidget(value, line, 1)
        return value

    def _build(self) -> None:
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(10)
        head = row(self._icon, self._title, gap=8)
        box_of(head).setStretch(1, 1)
        body.addWidget(head)
        body.addWidget(self._said)
        body.addLayout(self._facts)
        body.addWidget(self._card)
        body.addWidget(self._drop)
        foot = row(self._sign, self.chain, gap=8)
        box_of(foot).setStretch(1, 1)
        box_of(foot).setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)
        acts = QWidget()
        self._acts = QHBoxLayout(acts)
        self._acts.setContentsMargins(0, 0, 0, 4)
        whole = column(self._body, None, acts, foot, margins=(16, 14, 16, 14))
        scroll = QScrollArea()
        scroll.setAccessibleName("Tài liệu đang chọn")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setWidget(whole)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scroll)


_FACTS = ("Thêm vào", "Dùng cho", "Lúc thêm", "Bây giờ")


def _facts(use: ContentUse, seen: Inspected, state: State) -> tuple[str, ...]:
    added = use.document.added_at
    names = []
    for link in use.links[:4]:
        node = state.criteria.get(link.criterion)
        unit = state.units[state.sheets[link.sheet].unit]
        names.append(f"{node.code} {node.name} ({unit.name})" if node is not None else "")
    more = [f"và {len(use.links) - 4} chỗ khác"] if len(use.links) > 4 else []
    now = f"{_bytes(seen.size)}, {short(seen.found)}" if seen.found else "không đọc được"
    return (
        f"{shown_date(added)} {shown_time(added)}",
        "\n".join([name for name in names if name] + more) or "chưa tiêu chí nào",
        f"{_bytes(use.size)}, {short(use.sha256)}",
        now if seen.size else "không còn",
    )


def _bytes(size: int) -> str:
    return f"{size:,} byte".replace(",", ".")
