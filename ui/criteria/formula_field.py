"""The field that takes a formula: names in accent, a wavy line below the first fault."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from cchc_desktop.domain.formula import (
    FUNCTIONS,
    FormulaError,
    Token,
    parse_formula,
    repaired,
    tokens,
    wrong_part,
)
from cchc_desktop.domain.text import nfc
from cchc_desktop.overriding import override
from ui.shared import theme
from ui.shared.labels import restyle
from ui.shared.texts import TextArea

_FAMILIES = ("Consolas", "Cousine", "Liberation Mono", "DejaVu Sans Mono")
_POINTS = 12.75  # 17 px
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LINES = 2
_FRAME = 10


class FormulaField(TextArea):
    """One formula; what stands in it is told while it is typed, faulty or not.

    Enter and rest take it, Alt+Enter takes the offered repair, Ctrl+Space lists the names,
    F8 goes to the fault.
    """

    typing = Signal(str)
    judged = Signal()  # the fault is another one now

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(name, placeholder, parent)
        self.fault: FormulaError | None = None
        self._names: Mapping[str, str] = {}
        self._judged = ""
        self.setFont(mono())
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + _FRAME)
        self._colours = _Colours(self.document())
        self.textChanged.connect(self._look)
        theme.switch.switched.connect(self._recolour)

    @property
    def formula(self) -> str:
        """What stands in the field."""
        return nfc(self.toPlainText())

    def show_names(self, names: Mapping[str, str]) -> None:
        """Tell the field which figures there are, with their labels."""
        if names != self._names:
            self._names = dict(names)
            self._judge()

    def take_repair(self) -> None:
        """Put the offered repair in, as one step of typing."""
        fault, text = self.fault, self.formula
        if fault is None or not fault.repair or self.isReadOnly():
            return
        mended = repaired(text, fault)
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(mended)
        self._go_to(fault.at - 1 + len(fault.repair))

    def names_menu(self) -> QMenu:
        """Return the list of names and functions that begin as the word at the cursor does."""
        begun = self._begun()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fitting = [name for name in self._names if name.lower().startswith(begun.lower())]
        for name in fitting or self._names:
            words = f"{name}\t{self._names[name]}"
            menu.addAction(words).triggered.connect(lambda _, n=name: self._complete(n))
        menu.addSeparator()
        for name in FUNCTIONS:
            menu.addAction(f"{name}( ; )").triggered.connect(
                lambda _, n=name: self._complete(f"{n}(")
            )
        return menu

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        held = e.modifiers()
        if e.key() in _ENTER and held & Qt.KeyboardModifier.AltModifier:
            self.take_repair()
        elif e.key() in _ENTER:
            self.take()
        elif e.key() == Qt.Key.Key_Space and held & Qt.KeyboardModifier.ControlModifier:
            self._list_names()
        elif e.key() == Qt.Key.Key_F8 and self.fault is not None:
            self._go_to(self.fault.at - 1)
        else:
            super().keyPressEvent(e)

    def place_of(self, at: int) -> QPoint:
        """Return where a character begins, below its line, in the field's coordinates."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._kept(at - 1))
        found = self.cursorRect(cursor)
        return self.viewport().mapTo(self, found.bottomLeft())

    def _list_names(self) -> None:
        if not self.isReadOnly():
            below = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
            self.names_menu().popup(below)

    def _begun(self) -> str:
        before = self.toPlainText()[: self.textCursor().position()]
        found = [token for token in tokens(before) if token.kind == "name"]
        is_here = bool(found) and found[-1].at - 1 + len(found[-1].text) == len(before)
        return found[-1].text if is_here else ""

    def _complete(self, word: str) -> None:
        cursor = self.textCursor()
        keep = QTextCursor.MoveMode.KeepAnchor
        cursor.movePosition(QTextCursor.MoveOperation.Left, keep, len(self._begun()))
        cursor.insertText(word)
        self.setTextCursor(cursor)

    def _go_to(self, place: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self._kept(place))
        self.setTextCursor(cursor)

    def _kept(self, place: int) -> int:
        """Return a place that the document has."""
        return min(place, self.document().characterCount() - 1)

    def _look(self) -> None:
        """Judge what was typed; colours alone are no typing."""
        text = self.formula
        if text == self._judged:
            return
        self._judged = text
        self._judge()
        if not self._is_filling:
            self.typing.emit(text)

    def _judge(self) -> None:
        self.fault = None
        try:
            parse_formula(self.formula, tuple(self._names))
        except FormulaError as fault:
            self.fault = fault
        restyle(self, "bad", "1" if self.fault else "0")
        self.setAccessibleDescription(self.fault.sentence if self.fault else "")
        self._underline()
        self.judged.emit()

    def _underline(self) -> None:
        marks = []
        if self.fault is not None and (wrong := wrong_part(self.formula, self.fault)):
            mark = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setBackground(theme.color("lostsoft"))
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(theme.color("lost"))
            look.setForeground(theme.color("losttext"))
            cursor = QTextCursor(self.document())
            start = self.fault.at - 1
            cursor.setPosition(self._kept(start))
            cursor.setPosition(self._kept(start + len(wrong)), QTextCursor.MoveMode.KeepAnchor)
            mark.format, mark.cursor = look, cursor
            marks.append(mark)
        self.setExtraSelections(marks)

    def _recolour(self) -> None:
        self._colours.rehighlight()
        self._underline()


class _Colours(QSyntaxHighlighter):
    """Names in accent, numbers in text, signs in text2."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    @override
    def highlightBlock(self, text: str) -> None:
        start = 0
        while start < len(text):  # the parts end at a wrong character: go on behind it
            end = len(text)
            for token in tokens(text[start:]):
                self._paint(token, start)
                end = start + token.at - 1 + len(token.text)
            start = end if end < len(text) and end > start else len(text)

    def _paint(self, token: Token, start: int) -> None:
        look = QTextCharFormat()
        look.setForeground(_colour_of(token.kind, token.text))
        if token.kind == "name" and token.text.lower() not in FUNCTIONS:
            look.setFontWeight(QFont.Weight.DemiBold)
        self.setFormat(start + token.at - 1, len(token.text), look)


def mono() -> QFont:
    """Return the font of formulas: every character as wide as the others."""
    found = theme.font("body")
    found.setFamilies(list(_FAMILIES))
    found.setStyleHint(QFont.StyleHint.Monospace)
    found.setPointSizeF(_POINTS)
    return found


def _colour_of(kind: str, text: str) -> QColor:
    if kind == "name":
        return theme.color("text2" if text.lower() in FUNCTIONS else "accent")
    return theme.color("text" if kind == "number" else "text2")
