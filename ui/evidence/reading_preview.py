"""A preview to read from: wide, with the name of the file at the left of its bar."""

from PySide6.QtWidgets import QSizePolicy

from cchc_desktop.domain.evidence import Document
from ui.evidence.full_preview import FullPreview
from ui.evidence.kinds import kind_of
from ui.evidence.preview import Preview
from ui.evidence.previews import Previews
from ui.shared.frames import box_of
from ui.shared.icons import IconLabel
from ui.shared.labels import ElidedLabel, label


class ReadingPreview(Preview):
    """Shows one document of several.

    Args:
        previews: makes the pages.
    """

    def __init__(self, previews: Previews) -> None:
        super().__init__(previews)
        self._bar.set_tight(is_tight=True)
        self._bar.setFixedHeight(36)
        self._file_icon = IconLabel("file", "text2")
        self._name = ElidedLabel("", "body", 600)
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._place = label("", "small", tone="text3")
        self.full_asked.connect(self._show_full)
        box = box_of(self._bar)
        box.insertWidget(0, self._file_icon)
        box.insertSpacing(1, 4)
        box.insertWidget(2, self._name)
        box.insertSpacing(3, 4)
        box.insertWidget(4, self._place)
        box.insertSpacing(5, 8)
        box.insertStretch(6, 100)

    def show_file(self, document: Document | None, place: str) -> None:
        """Show a document, and say which of several it is."""
        if document is not None:
            self._file_icon.set_icon(kind_of(document.name).icon, "text2")
            self._name.setText(document.name)
            self._place.setText(place)
        self.show_document(document)

    def _show_full(self) -> None:
        if self.document is not None:
            full = FullPreview(self.previews, self.document, self.page, self)
            full.left.connect(self.go_to)
            full.showFullScreen()
