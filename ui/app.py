"""The application: style, fonts, words, colours, what happens on a bug."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from cchc_desktop import PROGRAM, __version__, log, settings
from cchc_desktop.wording.numerals import shown_time
from ui.main_window import MainWindow
from ui.shared import crash, fonts, paths, theme
from ui.shared.doors import Doors
from ui.shared.icons import icon
from ui.shared.translator import QtWords

_SETTLED = 300  # milliseconds until the start screen has painted, on a slow PC too


def make_app(arguments: Sequence[str], settings_path: Path | None = None) -> QApplication:
    """Return the application with its style, fonts, words and colours.

    What was loaded until now stays: Python no longer looks for garbage in it.

    Args:
        arguments: the command line, program name first.
        settings_path: where the user's choice of light or dark lies; None for the usual place.
    """
    app = QApplication([*arguments, "-style", "Fusion"])
    app.setApplicationName(PROGRAM)
    app.setApplicationVersion(__version__)
    QLocale.setDefault(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
    fonts.register()
    app.setFont(theme.font())
    app.installTranslator(QtWords(app))
    theme.follow_system(settings.load(settings_path or paths.settings_file()).theme)
    app.setWindowIcon(icon("mark", "accent", 32))
    gc.freeze()
    gc.enable()
    return app


def run(arguments: Sequence[str], doors: Doors) -> int:
    """Open the window, on a dossier where one is named; return the exit code.

    Args:
        arguments: the command line without the program's name.
        doors: functions that open and create dossiers.
    """
    app = make_app([sys.argv[0], *arguments])
    log.begin(paths.log_file())
    window = MainWindow(doors, paths.settings_file())
    crash.install(__version__, lambda: _saved_words(window), window.error_bar.show_error)
    window.resize(1366, 728)
    window.asks_who = os.environ.get("QT_QPA_PLATFORM") != "offscreen"
    dossiers = [argument for argument in arguments if not argument.startswith("-")]
    if dossiers:
        window.open_dossier(Path(dossiers[0]))  # before it shows: all is laid out once
    else:
        QTimer.singleShot(_SETTLED, window.prepare)
    if window.asks_who:
        window.showMaximized()
    else:
        window.show()
    return app.exec()


def _saved_words(window: MainWindow) -> str:
    saved = window.opened.saved if window.opened is not None else None
    if saved is None:
        return "Hồ sơ không bị ảnh hưởng."
    moment = shown_time(saved.astimezone())
    return f"Hồ sơ giữ nguyên trạng thái đúng gần nhất, đã lưu lúc {moment}."
