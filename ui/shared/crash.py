"""What happens on a bug: logged with its traceback, told in a dialog, the work goes on."""

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSysInfo
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from cchc_desktop.clock import now
from cchc_desktop.domain.errors import CchcError
from ui.shared.buttons import normal, primary
from ui.shared.frames import box_of, column, row
from ui.shared.icons import IconLabel
from ui.shared.labels import label

_log = logging.getLogger("cchc_desktop")
_ROOT = Path(__file__).resolve().parents[2]


class CrashDialog(QDialog):
    """Says that the last action did not happen, with details that hold no data.

    Args:
        details: the trace, without values.
        state: one plain sentence on the state of the data.
        parent: the window.
    """

    def __init__(self, details: str, state: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Chương trình gặp lỗi")
        self.setFixedWidth(560)
        self._details = details
        self.wants_close = False
        self._build(state)

    @property
    def details(self) -> str:
        """What "Sao chép chi tiết" copies."""
        return self._details

    def copy(self) -> None:
        """Put the details on the clipboard."""
        QGuiApplication.clipboard().setText(self._details)

    def _build(self, state: str) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 16)
        box.setSpacing(12)
        words = column(
            label("Chương trình gặp lỗi", "title", 600),
            label(f"Việc vừa làm không được thực hiện. {state}", "body", tone="text2", wrap=True),
            None,
            gap=4,
        )
        head = row(column(IconLabel("sai", "losttext", 24), None), 12)
        box_of(head).addWidget(words, 1)
        box.addWidget(head)
        box.addWidget(self._trace())
        promise = "Chi tiết không chứa điểm hay tài liệu của hồ sơ. Gửi cho người hỗ trợ để sửa."
        box.addWidget(label(promise, "small", tone="text2", wrap=True))
        go_on = primary("Làm việc tiếp", self.reject)
        box.addWidget(
            row(
                normal("Sao chép chi tiết", self.copy, "copy"),
                None,
                normal("Đóng chương trình", self._close_program),
                8,
                go_on,
            )
        )
        go_on.setDefault(True)
        go_on.setFocus()

    def _trace(self) -> QPlainTextEdit:
        trace = QPlainTextEdit(self._details)
        trace.setReadOnly(True)
        trace.setProperty("calc", "1")
        trace.setAccessibleName("Chi tiết lỗi")
        trace.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        trace.setFixedHeight(138)
        return trace

    def _close_program(self) -> None:
        self.wants_close = True
        self.accept()


def details_of(error: BaseException, version: str) -> str:
    """Return a trace without values: kind, places in the program, versions.

    Args:
        error: the bug.
        version: the program's version.
    """
    lines = [f"{now():%H:%M:%S}  {type(error).__name__}"]
    lines += [
        f"  {_short(place.filename)}:{place.lineno}  {place.name}"
        for place in traceback.extract_tb(error.__traceback__)
    ]
    lines.append(f"CCHC Desktop {version} · {QSysInfo.prettyProductName()}")
    return "\n".join(lines)


def install(
    version: str, saved: Callable[[], str], tell: Callable[[CchcError], object] | None = None
) -> None:
    """Log and tell every bug from now on.

    Args:
        version: the program's version.
        saved: returns one plain sentence on the state of the data.
        tell: shows what a person can mend, where nobody else did; it is no bug.
    """
    is_telling = False

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal is_telling
        _log.critical("bug", exc_info=(kind, error, trace))
        if not isinstance(error, Exception) or QApplication.instance() is None or is_telling:
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, CchcError) and tell is not None:
            tell(error)
            return
        is_telling = True
        dialog = CrashDialog(details_of(error, version), saved(), _lasting_window())
        dialog.exec()
        is_telling = False
        if dialog.wants_close:
            QApplication.closeAllWindows()
        if isValid(dialog):
            dialog.deleteLater()

    sys.excepthook = hook


def _lasting_window() -> QWidget | None:
    """Return the window below the active one that outlives its dialogs."""
    window = QApplication.activeWindow()
    while window is not None and (owner := window.parentWidget()) is not None:
        window = owner.window()
    return window


def _short(filename: str) -> str:
    path = Path(filename)
    return path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) else path.name
