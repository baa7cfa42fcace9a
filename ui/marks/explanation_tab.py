"""The tab "Giải trình": the unit's explanation, the question for it, the appraiser's note."""

from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from cchc_desktop.commands.marks import Place, RequestExplanation, SetExplanation, SetNote
from cchc_desktop.wording.dossier import round_name
from ui.marks.form_facts import Facts
from ui.marks.kept_words import KeptWords
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.labels import label, restyle
from ui.shared.texts import TextArea

_IS_SUM = "Mục này là tổng; giải trình và ghi chú viết ở từng tiêu chí con."


class ExplanationTab(QWidget):
    """Words of the unit and of the appraiser about one leaf.

    Args:
        desk: where commands run.
        parent: the widget it lies in.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._place: Place | None = None
        self._turn = 0
        self._kept = KeptWords()
        self.explanation = TextArea(
            "Giải trình của đơn vị", "Vì sao được điểm này, vì sao không có"
        )
        self.asked = QCheckBox("Yêu cầu đơn vị giải trình")
        self.asked.setFont(theme.font("body"))
        self.note = TextArea("Ghi chú của người thẩm định", "Ghi chú chỉ dùng trong hội đồng")
        self._note_caption = _caption("")
        self._sum = label(_IS_SUM, tone="text2", wrap=True)
        self._pieces: tuple[QWidget, ...] = (
            _caption("Giải trình của đơn vị (dùng cho mọi vòng)"),
            self.explanation,
            self.asked,
            self._note_caption,
            self.note,
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(8)
        box.addWidget(self._sum)
        for piece in self._pieces:
            box.addWidget(piece)
        box.addStretch(1)
        self.setFocusProxy(self.explanation)
        self.explanation.setFixedHeight(160)
        self.note.setFixedHeight(96)
        self.explanation.taken.connect(self._write_explanation)
        self.note.taken.connect(self._write_note)
        self.asked.clicked.connect(self._write_request)

    def show_facts(self, facts: Facts) -> None:
        """Show the words of a criterion."""
        if facts.place != self._place:
            self._kept.forget()
            self._turn += 1
        self._place = facts.place
        self._sum.setVisible(facts.is_branch)
        for piece in self._pieces:
            piece.setVisible(not facts.is_branch)
        mark, sheet_mark = facts.row.mark, facts.row.sheet_mark
        self._kept.show(self.explanation, sheet_mark.explanation if sheet_mark else "")
        self._kept.show(self.note, mark.note if mark else "")
        self.asked.setChecked(bool(sheet_mark and sheet_mark.explanation_requested))
        self._note_caption.setText(
            f"Ghi chú của người thẩm định ({round_name(facts.place.round).lower()})"
        )
        self.asked.setEnabled(facts.is_editable)
        for area in (self.explanation, self.note):
            area.setReadOnly(not facts.is_editable)
            restyle(area, "flat", "0" if facts.is_editable else "1")

    def take(self) -> None:
        """Take what is typed and not taken yet."""
        if self._place is not None:
            self.explanation.take()
            self.note.take()

    def _write_explanation(self, text: str) -> None:
        if self._place is None:
            return
        command = SetExplanation(self._place.sheet, self._place.criterion, text)
        if not self._desk.run(command, f"explanation-{self._turn}-{self._place.criterion}"):
            self._kept.keep(self.explanation)

    def _write_note(self, text: str) -> None:
        if self._place is None:
            return
        command = SetNote(self._place, text)
        if not self._desk.run(command, f"note-{self._turn}-{self._place.criterion}"):
            self._kept.keep(self.note)

    def _write_request(self, requested: bool) -> None:
        if self._place is None:
            return
        place = self._place
        command = RequestExplanation(place.sheet, place.criterion, requested=requested)
        if not self._desk.run(command):
            self.asked.setChecked(not requested)


def _caption(words: str) -> QLabel:
    return label(words, "small", 500, "text2", wrap=True)
