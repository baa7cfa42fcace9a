"""The right side: fields with guesses, criteria, the year's note, buttons, keys."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.describe.fields import GuessedFields
from ui.describe.keys import KeyStrip
from ui.shared.buttons import ghost, normal, primary, tool
from ui.shared.frames import box_of, column, fill, frame, hairline, row, scrolled
from ui.shared.icons import IconLabel
from ui.shared.labels import label
from ui.shared.pills import Pill

_HINT = "Gợi ý đọc từ trang 1 và tên tệp; chưa ghi gì cho đến khi nhấn Enter."
_MOST_PILLS = 4


class DescribeSide(QFrame):
    """What a person fills in for one file."""

    save_asked = Signal()
    back_asked = Signal()
    skip_asked = Signal()
    link_asked = Signal()
    explanation_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panelright")
        self.fields = GuessedFields()
        self._codes: tuple[str, ...] = ()
        self._pills: list[Pill] = []
        self._rest = label("", "small", tone="text2")
        self._links = QWidget()
        self._pill_box = QHBoxLayout(self._links)
        self.keys = KeyStrip()
        self._hint = label(_HINT, "small", tone="text2", wrap=True)
        self._build_links()
        self._build_note()
        inner = column(
            self._hint, 6, self.fields, 8, hairline(), 8, self._links, 8, self._note, None
        )
        inner.setContentsMargins(20, 8, 20, 8)
        self._area = scrolled(inner)
        self._back = normal("Tệp trước", self.back_asked.emit)
        self._skip = ghost("Bỏ qua", self.skip_asked.emit)
        self._save = primary("Lưu, sang tệp sau", self.save_asked.emit)
        buttons = row(self._back, 8, self._skip, None, self._save, margins=(20, 8, 20, 12))
        box = frame("panel")
        fill(box, self._area, buttons, self.keys)
        box_of(box).setStretch(0, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.addWidget(box)

    @property
    def note(self) -> str:
        """What is said of the day, "" where nothing is."""
        return "" if self._note.isHidden() else self._note_words.text()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that show."""
        return self._codes

    def set_low(self, *, is_low: bool) -> None:
        """Leave out what a low window has no room for."""
        self.keys.setVisible(not is_low)
        self._hint.setVisible(not is_low)

    def set_editable(self, *, editable: bool, has_before: bool) -> None:
        """Allow or refuse changes; go back only where there is a file before."""
        for field in self.fields.fields.values():
            field.line.setReadOnly(not editable)
        self._save.setEnabled(editable)
        self._plus.setEnabled(editable)
        self._back.setEnabled(has_before)

    def show_codes(self, codes: Sequence[str]) -> None:
        """Show the criteria that the document serves."""
        self._codes = tuple(codes)
        for pill in self._pills:
            self._pill_box.removeWidget(pill)
            pill.hide()
            pill.deleteLater()
        self._pills = [Pill(code) for code in codes[:_MOST_PILLS]]
        for at, pill in enumerate(self._pills):
            self._pill_box.insertWidget(at + 1, pill)
        more = len(codes) - _MOST_PILLS
        self._rest.setText(f"+{more}" if more > 0 else "" if codes else "chưa gắn tiêu chí nào")

    def say_of_day(self, words: str) -> None:
        """Say what is to know of the day; "" says nothing."""
        self._note_words.setText(words)
        self._note.setVisible(bool(words))

    def say_type(self, name: str) -> None:
        """Say which kind of document the number tells."""
        self.fields.fields["number"].aside.setText(f"Tên loại: {name}" if name else "")

    def _build_links(self) -> None:
        self._plus = tool("plus", "Gắn tiêu chí (Ctrl+G)", self.link_asked.emit)
        self._pill_box.setContentsMargins(0, 0, 0, 0)
        self._pill_box.setSpacing(8)
        self._pill_box.addWidget(label("Dùng cho", "small", 500, "text2"))
        self._pill_box.addWidget(self._rest)
        self._pill_box.addStretch(1)
        self._pill_box.addWidget(self._plus)

    def _build_note(self) -> None:
        self._note = frame("note", vertical=False, margins=(12, 4, 4, 4), gap=8)
        self._note_words = label("", "small", wrap=True)
        explain = ghost("Giải trình", self.explanation_asked.emit)
        explain.setAccessibleName("Đến phần giải trình của tiêu chí")
        fill(self._note, IconLabel("offyear", "opentext"), self._note_words, explain)
        box_of(self._note).setStretch(1, 1)
        self._note.hide()
