"""Dialogs about whole sets: what is wrong in a file, where a set goes, to which year."""

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QRadioButton, QWidget

from cchc_desktop.clock import now
from cchc_desktop.commands.sets import CopyAssessment, ImportSet, ReplaceSet
from cchc_desktop.domain.carrying import handover
from cchc_desktop.domain.set_draft import SetDraft
from cchc_desktop.domain.units import AssessmentLevel
from cchc_desktop.exchange.problems import Problem
from cchc_desktop.wording.dossier import level_name
from ui.criteria.carry_card import CarryCard
from ui.shared import theme
from ui.shared.buttons import normal, primary
from ui.shared.combos import Combo
from ui.shared.desk import Desk
from ui.shared.dialogs import list_height
from ui.shared.frames import row
from ui.shared.labels import label
from ui.shared.problem_table import problem_table
from ui.shared.sentence_dialog import SentenceDialog

_FIRST_YEAR = 2012  # no index was announced for earlier years
_YEARS_AHEAD = 5


class ProblemsDialog(SentenceDialog):
    """Names every error of a file that cannot be taken."""

    def __init__(
        self, name: str, problems: Sequence[Problem], parent: QWidget | None = None
    ) -> None:
        sentence = f"“{name}” có {len(problems)} lỗi. Sửa trong tệp rồi nhập lại; hồ sơ không đổi."
        super().__init__("Chưa nhập được bộ tiêu chí", sentence, parent)
        self.setFixedWidth(820)
        self._problems = problems
        self.table = problem_table(problems, list_height(320, around=150))
        close = primary("Đóng", self.reject)
        close.setDefault(True)
        self.add(self.table, row(normal("Sao chép danh sách", self.copy, "copy"), None, close))
        close.setFocus()

    def copy(self) -> None:
        """Put the list on the clipboard, a problem a line."""
        lines = "\n".join(problem.words for problem in self._problems)
        QGuiApplication.clipboard().setText(lines)


class ImportDialog(SentenceDialog):
    """Asks where a set that was read goes: a new assessment, or in place of the open one.

    Args:
        desk: the open dossier.
        draft: the set.
        warnings: what to look at in it.
        parent: the workplace.
    """

    def __init__(
        self,
        desk: Desk,
        draft: SetDraft,
        warnings: Sequence[Problem],
        parent: QWidget | None = None,
    ) -> None:
        areas = len(draft.tree.children_of(""))
        sentence = (
            f"{draft.title or 'Bộ chưa đặt tên'}: {areas} lĩnh vực, {len(draft.criteria)} mục."
        )
        if draft.is_reconstructed:
            sentence += " Bộ này dựng lại từ báo cáo, không phải phụ lục chính thức."
        super().__init__("Nhập bộ tiêu chí", sentence, parent)
        self.setFixedWidth(820 if warnings else 560)
        self._desk, self._draft = desk, draft
        self.year = _year_combo(draft.year or now().year)
        self.level = Combo("Cấp được chấm")
        levels = [(level_name(level.value), level) for level in AssessmentLevel]
        self.level.show_choices(levels, draft.level or AssessmentLevel.PROVINCE)
        self.as_new = QRadioButton("Thành kỳ đánh giá mới, điểm các kỳ khác giữ nguyên")
        self.in_place = QRadioButton(self._place_words())
        self.why = label("", "small", tone="text3", wrap=True)
        self._lay_out(warnings)
        self._offer_place()

    def command(self) -> ImportSet | ReplaceSet:
        """Return the command for what was chosen."""
        if self.in_place.isChecked():
            return ReplaceSet(self._desk.assessment, self._draft)
        level = AssessmentLevel(self.level.currentData())  # Qt hands it back as plain text
        return ImportSet(self._draft, self.year.currentData(), level)

    def _lay_out(self, warnings: Sequence[Problem]) -> None:
        for button in (self.as_new, self.in_place):
            button.setFont(theme.font())
        self.add(self.as_new)
        self.add_fields((("Năm", self.year), ("Cấp", self.level)))
        self.add(self.in_place, self.why)
        if warnings:
            words = f"Nhập được, nhưng có {len(warnings)} chỗ cần xem lại:"
            table = problem_table(warnings, list_height(160, around=322))
            self.add(label(words, "small", 500, "opentext"), table)
        go = primary("Nhập", self.accept)
        go.setDefault(True)
        self.add(row(None, normal("Hủy", self.reject), 8, go))
        self.as_new.toggled.connect(self._follow)

    def _offer_place(self) -> None:
        """Offer to replace the open set only where nothing stands on it."""
        refusal = self._desk.refusal(ReplaceSet(self._desk.assessment, self._draft))
        has_place = bool(self._desk.assessment)
        self.in_place.setVisible(has_place)
        self.in_place.setEnabled(refusal is None)
        self.why.setVisible(has_place and refusal is not None)
        self.why.setText(refusal.sentence if refusal is not None else "")
        is_empty = refusal is None and not len(self._desk.tree)
        (self.in_place if is_empty else self.as_new).setChecked(True)
        self._follow()

    def _follow(self) -> None:
        for field in (self.year, self.level):
            field.setEnabled(self.as_new.isChecked())

    def _place_words(self) -> str:
        found = self._desk.state.assessments.get(self._desk.assessment)
        return f"Thay bộ tiêu chí của {found.title}" if found is not None else ""


class CopyDialog(SentenceDialog):
    """Asks to which year the open set is copied, and what goes along."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        source = desk.state.assessments[desk.assessment]
        units = len(desk.state.sheets_of(source.id))
        sentence = (
            f"Sao {len(desk.tree)} mục của {source.title} và {units} đơn vị được chấm. "
            "Điểm và khoản bị trừ không sao sang."
        )
        super().__init__("Sao sang năm mới", sentence, parent)
        self.setFixedWidth(560)
        self._desk, self._source = desk, source.id
        self.year = _year_combo(source.year + 1, without=source.year)
        self.carried = CarryCard()
        go = primary("Sao", self.accept)
        go.setDefault(True)
        self.add_fields((("Năm mới", self.year),))
        self.add(self.carried)
        self.add(row(None, normal("Hủy", self.reject), 8, go))
        self.year.setFocus()
        self.year.currentIndexChanged.connect(self._count)
        self._count()

    def command(self) -> CopyAssessment:
        """Return the command for the chosen year."""
        documents, tasks = self.carried.chosen
        return CopyAssessment(
            self._source, self.year.currentData(), documents=documents, tasks=tasks
        )

    def _count(self) -> None:
        year = self.year.currentData()
        found = handover(self._desk.state, self._source, year)
        self.carried.show_counts(self._desk.tree, found, year)


def _year_combo(chosen: int, without: int = 0) -> Combo:
    combo = Combo("Năm")
    last = max(now().year + _YEARS_AHEAD, chosen)
    years = range(last, min(_FIRST_YEAR, chosen) - 1, -1)
    combo.show_choices([(str(year), year) for year in years if year != without], chosen)
    return combo
