"""The head of the workplace: which set, on what basis, how much it gives."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from cchc_desktop.domain.criteria import ROOT
from cchc_desktop.domain.set_checks import WHOLE_SET, areas_total
from cchc_desktop.wording.numerals import shown
from ui.shared import theme
from ui.shared.desk import Desk
from ui.shared.frames import column, fill, frame, row, upright
from ui.shared.labels import ElidedLabel, label, set_tone
from ui.shared.pills import Pill
from ui.shared.workplace import WidthClass

_HEIGHT, _NARROW = 56, 40
_CAPTIONS = ("Lĩnh vực", "Tiêu chí", "Điểm tối đa")
Figure = tuple[str, str]  # caption, number


class SetHead(QFrame):
    """Title, legal basis, whether the set is a reconstruction, and three figures."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setProperty("kind", "head")
        self._title = ElidedLabel(role="title", weight=600)
        self._basis = ElidedLabel(role="small", tone="text2")
        for words in (self._title, self._basis):
            words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._pill = Pill("dựng lại từ báo cáo", "opentext", "opensoft", "cho")
        self._other: tuple[Figure, ...] = ()
        self._is_narrow = False
        self._captions = [label(text, "cap", 500, "text2") for text in _CAPTIONS]
        self._inline = [label(text, "small", tone="text3") for text in _CAPTIONS]
        self._figures = [label("", "fig", 600) for _ in self._captions]
        self._whole = label(f"/ {shown(WHOLE_SET)}", "body", 400, "text3")
        self._lay_out()
        self.set_width_class(WidthClass.MEDIUM)
        self.refresh()

    @property
    def figures(self) -> tuple[str, ...]:
        """The three figures as shown: areas, criteria, points."""
        return tuple(figure.text() for figure in self._figures)

    @property
    def is_marked_reconstructed(self) -> bool:
        """Whether the amber pill shows."""
        return not self._pill.isHidden()

    def show_other(self, figures: Sequence[Figure]) -> None:
        """Show the assessment with three figures of another view; none shows the set."""
        if tuple(figures) != self._other:
            self._other = tuple(figures)
            self.refresh()

    def refresh(self) -> None:
        """Show the set, or the assessment with figures of another view, as it stands."""
        captions = [words for words, _ in self._other] or _CAPTIONS
        for caption, inline, words in zip(self._captions, self._inline, captions, strict=True):
            caption.setText(words)
            inline.setText(words)
        self._whole.setVisible(not self._other)
        assessment = self._desk.state.assessments.get(self._desk.assessment)
        if self._other and assessment is not None:
            self._title.setText(assessment.title)
            self._basis.setText(assessment.legal_basis)
            self._pill.hide()
            for figure, (_, number) in zip(self._figures, self._other, strict=True):
                figure.setText(number)
                set_tone(figure, "text")
        else:
            self._show_set()
        self._show_basis()

    def _show_basis(self) -> None:
        self._basis.setVisible(bool(self._basis.text()) and not self._is_narrow)

    def _show_set(self) -> None:
        assessment = self._desk.state.assessments.get(self._desk.assessment)
        tree = self._desk.tree
        total = areas_total(tree)
        if assessment is not None:
            self._title.setText(assessment.set_title or f"Bộ tiêu chí {assessment.title}")
            self._basis.setText(assessment.legal_basis)
        self._pill.setVisible(assessment is not None and assessment.is_reconstructed)
        numbers = (len(tree.children_of(ROOT)), len(tree.leaves) if len(tree) else 0)
        for figure, number in zip(self._figures, numbers, strict=False):
            figure.setText(str(number))
        self._figures[2].setText("?" if total is None else shown(total))
        set_tone(self._figures[2], "text" if total == WHOLE_SET else "opentext")

    def set_width_class(self, width: WidthClass) -> None:
        """Stand in one line where the window is narrow."""
        narrow = width is WidthClass.NARROW
        self.setFixedHeight(_NARROW if narrow else _HEIGHT)
        self._is_narrow = narrow
        self._show_basis()
        for caption, inline, figure in zip(
            self._captions, self._inline, self._figures, strict=True
        ):
            caption.setVisible(not narrow)
            inline.setVisible(narrow)
            figure.setFont(theme.font("title" if narrow else "fig", 600))

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 0, 16, 0)
        line = frame("", vertical=False, gap=20)
        titles = column(None, self._title, self._basis, None, gap=0)
        fill(line, titles, self._pill, None)
        columns = zip(self._captions, self._inline, self._figures, strict=True)
        for number, (caption, inline, figure) in enumerate(columns):
            pieces: list[QLabel] = [inline, figure] if number < 2 else [inline, figure, self._whole]
            value = row(*pieces, None, gap=4)
            fill(line, *([upright()] if number else []), column(None, caption, value, None, gap=0))
        outer.addWidget(line)
