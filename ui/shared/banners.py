"""Bars below the head bar: what went wrong and how to go on, or what a person should know."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.errors import CchcError
from ui.shared.buttons import normal, primary, tool
from ui.shared.frames import column, flush
from ui.shared.icons import IconLabel
from ui.shared.labels import AIR, label, say_or_hide

_AGAIN = "Thử lại"


class ErrorBar(QFrame):
    """Pushes the work down and stays until the trouble is solved or the bar is closed."""

    closed = Signal()
    kind, icon, tone = "error", "sai", "losttext"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", self.kind)
        self._retry: Callable[[], object] | None = None
        self._error: CchcError | None = None
        self.setMinimumHeight(50)
        self.hide()

    @property
    def sentence(self) -> str:
        """What the bar says, "" while it is closed."""
        return "" if self.isHidden() else self._sentence.text()

    def show_error(
        self,
        error: CchcError,
        retry: Callable[[], object] | None = None,
        safe: str = "",
        way_on: str = _AGAIN,
    ) -> None:
        """Show an error.

        Args:
            error: what went wrong and what to do.
            retry: tries again; None hides the primary button.
            safe: what is safe, in words.
            way_on: what the primary button says.
        """
        if self.layout() is None:  # a start does not wait for what it may never show
            self._build()
        self._retry, self._error = retry, error
        self._again.set_text(way_on)
        self._sentence.setText(error.sentence)
        hint = " ".join(part for part in (error.hint, safe) if part)
        say_or_hide(self._hint, hint)
        self._cause.setText(_cause_of(error))
        self._cause.hide()
        self._details.setVisible(bool(self._cause.text()))
        self._again.setVisible(retry is not None)
        self.setAccessibleName(f"{error.sentence} {hint}")
        self.show()

    def close_bar(self) -> None:
        """Close the bar."""
        if not self.isHidden():
            self.hide()
            self._retry = None
            self.closed.emit()

    def close_over(self, error: CchcError) -> None:
        """Close the bar where it still shows this error."""
        if self._error is error:
            self.close_bar()

    def _build(self) -> None:
        self._sentence = label("", "body", 600, wrap=True)
        self._hint = label("", "small", tone="text2", wrap=True)
        self._cause = label("", "small", tone="text3", wrap=True)
        for words in (self._sentence, self._hint, self._cause):
            words.setContentsMargins(0, AIR // 2, 0, 0)
        self._again = primary(_AGAIN, self._try_again)
        self._details = normal("Chi tiết", self._toggle_cause)
        self._close = tool("close", "Đóng thông báo", self.close_bar)
        line = QHBoxLayout()
        line.setContentsMargins(12, 6, 8, 6)
        line.setSpacing(12)
        line.addWidget(IconLabel(self.icon, self.tone, 20))
        line.addWidget(column(self._sentence, self._hint), 1)
        for piece in (self._again, self._details, self._close):
            line.addWidget(piece)
        whole = flush(QVBoxLayout(self))
        whole.addLayout(line)
        self._cause.setContentsMargins(44, 0, 16, 8)
        whole.addWidget(self._cause)

    def _try_again(self) -> None:
        retry = self._retry
        self.close_bar()
        if retry is not None:
            retry()

    def _toggle_cause(self) -> None:
        self._cause.setVisible(self._cause.isHidden())


class NoteBar(ErrorBar):
    """Says what a person should know before going on; nothing went wrong."""

    kind, icon, tone = "notebar", "info", "opentext"


def _cause_of(error: CchcError) -> str:
    cause = error.__cause__
    return f"{type(cause).__name__}: {cause}" if cause is not None else ""
