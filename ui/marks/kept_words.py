"""Words that a refused write leaves in their field, until they are written or given up."""

from cchc_desktop.domain.text import clean
from ui.shared.texts import TextArea, TextField


class KeptWords:
    """Which fields hold words that are not on disk; refreshing leaves those alone."""

    def __init__(self) -> None:
        self._fields: set[TextField | TextArea] = set()

    def keep(self, field: TextField | TextArea) -> None:
        """Leave the words of a field as they are: their write was refused."""
        self._fields.add(field)

    def forget(self) -> None:
        """Give up what was kept: something else is about to show."""
        self._fields.clear()

    def show(self, field: TextField | TextArea, text: str) -> None:
        """Show words, unless the field holds the same ones being typed, or unwritten ones."""
        is_same = clean(_words(field)) == clean(text)
        if is_same:
            self._fields.discard(field)
        if field in self._fields or (is_same and field.hasFocus()):
            return
        field.set_text(text)


def _words(field: TextField | TextArea) -> str:
    return field.text() if isinstance(field, TextField) else field.toPlainText()
