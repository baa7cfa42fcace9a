"""The tab “Thông tin” of one criterion: its texts, method and agencies."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cchc_desktop.commands.criterion_info import EditCriterion
from cchc_desktop.domain.criteria import Criterion
from cchc_desktop.domain.dates import parse_date
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.marks import Method
from cchc_desktop.wording.dossier import method_name
from cchc_desktop.wording.numerals import shown_date
from ui.criteria.rule_parameters import LABEL_WIDTH
from ui.criteria.value_editors import shrinkable
from ui.shared.combos import Combo
from ui.shared.desk import Desk
from ui.shared.labels import label, restyle
from ui.shared.texts import TextArea, TextField

_JOINT = "; "
_NO_METHOD = "Chưa nêu"
_DROP = 6  # a label stands on the first line of its field


class InfoPage(QWidget):
    """Each field is taken when typing rests or the field is left; one field is one step."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._criterion = ""
        self.fields: dict[str, TextField | TextArea] = {
            "code": TextField("Mã"),
            "name": TextArea("Tên"),
            "short_name": TextField("Tên ngắn", "dùng trong bản tóm tắt"),
            "legal_basis": TextField("Căn cứ"),
            "guidance": TextArea("Hướng dẫn chấm"),
            "evidence_required": TextArea("Tài liệu phải có", "văn bản, số liệu nào chứng minh"),
            "due": TextField("Hạn nộp", "ngày/tháng/năm"),
            "note": TextArea("Ghi chú"),
            "agencies": TextField("Cơ quan tham mưu", "cách nhau bằng dấu chấm phẩy"),
        }
        self.method = shrinkable(Combo("Phương thức"))
        self.method.activated.connect(self._take_method)
        self._trouble = label("", "small", tone="losttext", wrap=True)
        self._trouble.hide()
        for name, field in self.fields.items():
            field.taken.connect(self._taker(name))
        self._lay_out()

    @property
    def trouble(self) -> str:
        """Why the last text was refused, "" where it was not."""
        return "" if self._trouble.isHidden() else self._trouble.text()

    def take_all(self) -> None:
        """Take what is still being typed: another criterion is about to show."""
        for field in self.fields.values():
            field.take()

    def refresh(self) -> None:
        """Show the desk's criterion as it stands."""
        desk = self._desk
        if desk.criterion != self._criterion and self._criterion in desk.tree:
            self.take_all()
        node = desk.tree.nodes.get(desk.criterion)
        if node is None:
            self._criterion = ""
            return
        if node.id != self._criterion:
            self._criterion = node.id
            self._trouble.hide()
        is_read_only = desk.session.store.is_read_only
        for name, field in self.fields.items():
            field.setReadOnly(is_read_only)
            restyle(field, "flat", "1" if is_read_only else "0")
            field.set_text(self._text(node, name))
        choices: list[tuple[str, object]] = [(_NO_METHOD, None)]
        choices += [(method_name(each), each.value) for each in Method]
        self.method.show_choices(choices, node.method.value if node.method else None)
        self.method.setEnabled(not is_read_only)

    def _text(self, node: Criterion, name: str) -> str:
        if name == "due":
            return shown_date(node.due) if node.due else ""
        if name != "agencies":
            return str(getattr(node, name))
        agencies = self._desk.state.agencies
        return _JOINT.join(agencies[each].name for each in node.agencies if each in agencies)

    def _taker(self, name: str) -> Callable[[str], None]:
        def take(text: str) -> None:
            command = self._command()
            if command is None:
                return
            try:
                changes = {name: _value(name, text)}
            except CchcError as error:
                self._tell(error.words)
                return
            self._run(replace(command, **changes), name)

        return take

    def _take_method(self) -> None:
        command, chosen = self._command(), self.method.currentData()
        if command is not None:
            method = Method(chosen) if chosen is not None else None
            self._run(replace(command, method=method), "method")

    def _command(self) -> EditCriterion | None:
        """Return the command that leaves the shown criterion as it is."""
        node = self._desk.tree.nodes.get(self._criterion)
        if node is None or self._desk.session.store.is_read_only:
            return None
        return EditCriterion(
            node.id, node.code, node.name, node.short_name, node.legal_basis, node.guidance,
            node.note, node.method, tuple(self._text(node, "agencies").split(";")),
            node.evidence_required, node.due,
        )  # fmt: skip

    def _run(self, command: EditCriterion, name: str) -> None:
        refused = self._desk.refusal(command)
        self._tell("" if refused is None else refused.words)
        if refused is not None:
            return
        self._desk.run(command, f"info {command.criterion} {name}" if name != "method" else "")

    def _tell(self, reason: str) -> None:
        self._trouble.setVisible(bool(reason))
        if reason:
            self._trouble.setText(reason)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        rows: list[QWidget] = list(self.fields.values())
        rows.insert(rows.index(self.fields["agencies"]), self.method)
        heights = {"name": 52, "guidance": 84, "note": 64, "evidence_required": 64}
        for name, height in heights.items():
            self.fields[name].setFixedHeight(height)
        for number, widget in enumerate(rows):
            name_label = label(widget.accessibleName(), tone="text2")
            name_label.setContentsMargins(0, _DROP, 0, 0)
            grid.addWidget(name_label, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, number, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 4, 16, 12)
        box.setSpacing(8)
        box.addLayout(grid)
        box.addWidget(self._trouble)
        box.addStretch(1)


def _value(name: str, text: str) -> Any:
    """Return what a field's text stands for.

    Raises:
        CchcError: a last day is no day.
    """
    if name == "due":
        return parse_date(text)
    return tuple(text.split(";")) if name == "agencies" else text
