"""Qt's own words in Vietnamese: standard buttons, file and print dialogs, context menus."""

import json
import re

from PySide6.QtCore import QObject, QTranslator

from cchc_desktop.overriding import override
from resources import resource

_ENVELOPE = re.compile(r"Envelope (.+)")


class QtWords(QTranslator):
    """Answers from resources/words/qt_vi.json; what it does not know stays as it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        text = resource("words/qt_vi.json").read_text(encoding="utf-8")
        self._words: dict[str, str] = json.loads(text)

    @override
    def isEmpty(self) -> bool:
        return False

    @override
    def translate(
        self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        if context == "QShortcut":  # key names as they are printed on keyboards
            return sourceText
        if context == "QPageSize":
            return _ENVELOPE.sub(r"Phong bì \1", self._words.get(sourceText, sourceText))
        return self._words.get(sourceText, sourceText)
