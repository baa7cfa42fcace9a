"""The window: start screen or one open dossier, menus, title.

It shows before sessions, criteria and panels are loaded: an open dossier is known to it as
``Opened`` alone.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop import PROGRAM, __version__, settings
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.garbage import nothing_collected
from cchc_desktop.overriding import override
from cchc_desktop.wording.numerals import shown_date, shown_time
from ui.shared import theme
from ui.shared.banners import ErrorBar
from ui.shared.doors import Doors, Opened
from ui.shared.jobs import board, run_in_thread
from ui.shared.paths import documents_folder
from ui.shared.workplace import width_class
from ui.start import files
from ui.start.screen import StartScreen
from ui.window.menus import Menus


class MainWindow(QMainWindow):
    """The one window of the program.

    Args:
        doors: functions that open and create dossiers.
        settings_path: where this user's settings lie.
        parent: None but in tests.
    """

    def __init__(self, doors: Doors, settings_path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doors, self._settings_path = doors, settings_path
        self.settings = settings.load(settings_path)
        self.asks_who = False
        self.opened: Opened | None = None
        self._acts: dict[str, Callable[[], object]] = {
            "new": self.create_dossier,
            "open": self._ask_and_open,
            "sample": self.open_sample,
            "close": self.close_dossier,
            "quit": self.close,
            "full": self._full_screen,
            "help": self._help,
        }
        self._build()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self.state_changed)
        self._show_nothing_open()

    @cached_property
    def start(self) -> StartScreen:
        """What shows while no dossier is open; made when it is first needed."""
        start = StartScreen(self._doors.backups)
        self._pages.addWidget(start)
        start.create_wanted.connect(self.create_dossier)
        start.open_wanted.connect(self._ask_and_open)
        start.sample_wanted.connect(self.open_sample)
        start.path_chosen.connect(lambda path: self.open_dossier(Path(path)))
        start.path_forgotten.connect(self._forget)
        start.backup_wanted.connect(lambda path: self._restore(Path(path)))
        start.show_recent(self.settings.recent)
        return start

    @property
    def room(self) -> QWidget:
        """Where what shows a dossier lies."""
        return self._pages

    @property
    def acts(self) -> frozenset[str]:
        """Keys of the menu entries that the window does itself."""
        return frozenset(self._acts)

    def open_dossier(self, path: Path) -> bool:
        """Open a dossier in place of the one that is open; return whether it went."""
        if self.opened is not None and self.opened.path.absolute() == path.absolute():
            return True
        with nothing_collected():
            try:
                ready = self._doors.open(path)
            except CchcError as error:
                self._refuse(error, lambda: self.open_dossier(path), path)
                return False
            self.close_dossier()
            try:
                opened = ready.show_in(self)
            except BaseException as error:
                ready.close()  # nobody is kept from the file by a window that cannot show it
                if not isinstance(error, CchcError):
                    raise
                self._refuse(error, lambda: self.open_dossier(path), path)
                return False
            self._show_dossier(opened)
        return True

    def prepare(self) -> None:
        """Load what a dossier needs while the person still looks at the start screen."""
        run_in_thread("Chuẩn bị mở hồ sơ", lambda _: self._doors.load())

    def close_dossier(self) -> None:
        """Close the open dossier and go back to the start screen."""
        opened = self.opened
        if opened is None:
            return
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()  # a field that is left takes its value
        board.stop_all()
        self.opened = None
        opened.leave()
        self._pages.removeWidget(opened.widget)
        opened.widget.hide()
        opened.widget.deleteLater()
        try:
            opened.close()
        except CchcError as error:
            self.error_bar.show_error(error)
        self._show_start()

    def create_dossier(self) -> None:
        """Ask what a new dossier is for and where it goes; make it and open it."""
        from ui.start.new_dossier import NewDossierDialog

        dialog = NewDossierDialog(self)
        if dialog.exec():
            choice = dialog.choice()
            path = files.ask_new_path(self, files.proposed_path(choice))
            if path is not None:
                self._make(path, lambda: self._doors.create_empty(path, choice))
        dialog.deleteLater()

    def open_sample(self) -> None:
        """Open the sample dossier of an earlier time, or make it."""
        path = files.sample_path()
        if path.exists():
            self.open_dossier(path)
        else:
            self._make(path, lambda: self._doors.create_sample(path))

    def choose_theme(self, choice: theme.Choice) -> None:
        """Take the user's choice of light or dark."""
        theme.choose(choice)
        self.remember(replace(self.settings, theme=choice))

    def act(self, key: str) -> None:
        """Do what an entry of the menu does."""
        if key in self._acts:
            self._acts[key]()
        elif self.opened is not None:
            self.opened.act(key)

    def show_step(self, key: str, title: str) -> None:
        """Say which step "undo" or "redo" would take; "" where there is none."""
        self.menus.show_step(key, title)

    def enable(self, entries: Mapping[str, bool]) -> None:
        """Grey entries of the menu, or not."""
        for key, is_enabled in entries.items():
            self.menus.actions[key].setEnabled(is_enabled)

    def show_title(self, title: str) -> None:
        """Show the words of the title bar."""
        self.setWindowTitle(title)

    def remember(self, found: settings.Settings) -> None:
        """Take other settings and write them."""
        self.settings = found
        settings.save(self._settings_path, found)

    def state_changed(self, state: Qt.ApplicationState) -> None:
        """Put the file to rest at once when the program loses the focus."""
        if state is not Qt.ApplicationState.ApplicationActive and self.opened is not None:
            self.opened.put_to_rest()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._pages.count():  # no dossier was opened before it showed
            self._pages.setCurrentWidget(self.start)
            self.start.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.menus.set_width_class(width_class(event.size().width()))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_dossier()
        board.stop_all()
        event.accept()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        names = [url.toLocalFile() for url in event.mimeData().urls()]
        if files.dropped_dossier(names) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = files.dropped_dossier([url.toLocalFile() for url in event.mimeData().urls()])
        if path is not None:
            event.acceptProposedAction()
            self.open_dossier(path)

    def _build(self) -> None:
        self.setAcceptDrops(True)
        self.setMinimumSize(900, 460)
        self.error_bar = ErrorBar()
        self._pages = QStackedWidget()
        middle = QWidget()
        box = QVBoxLayout(middle)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.error_bar)
        box.addWidget(self._pages, 1)
        self.setCentralWidget(middle)
        self.menus = Menus(self.menuBar(), self.act, self)
        self.menus.add_themes(self.menus.menus["Xem"], self.choose_theme)

    def _show_start(self) -> None:
        self.start.show_recent(self.settings.recent)
        self._pages.setCurrentWidget(self.start)
        self.start.setFocus()
        self._show_nothing_open()

    def _show_nothing_open(self) -> None:
        self.menus.set_dossier_open(is_open=False)
        self.menus.show_step("undo", "")
        self.menus.show_step("redo", "")
        self.setWindowTitle(f"{PROGRAM}  chưa mở hồ sơ")

    def _show_dossier(self, opened: Opened) -> None:
        self.error_bar.close_bar()
        self.opened = opened
        self._pages.addWidget(opened.widget)
        self._pages.setCurrentWidget(opened.widget)
        self.menus.set_dossier_open(is_open=True)
        opened.begin()

    def _make(self, path: Path, create: Callable[[], None]) -> None:
        try:
            create()
        except CchcError as error:
            self._refuse(error, lambda: self._make(path, create), path)
            return
        self.open_dossier(path)

    def _refuse(self, error: CchcError, retry: Callable[[], object], path: Path) -> None:
        if self.opened is not None:
            self.opened.show_error(error, retry)
            return
        backups = self._doors.backups()
        backup = backups.newest_backup(path) if backups is not None else None
        self.start.show_refusal(str(path), error, backup)
        if backup is None:
            self.error_bar.show_error(error, retry)
        else:
            when = f"Mở bản sao lưu {shown_time(backup)} {shown_date(backup)}"
            self.error_bar.show_error(error, partial(self._restore, path), "", when)

    def _restore(self, path: Path) -> None:
        """Open a lost dossier's newest backup in its place."""
        backups = self._doors.backups()
        if backups is not None:
            self._make(path, partial(backups.restore_newest, path))

    def _ask_and_open(self) -> None:
        recent = self.settings.recent
        folder = Path(recent[0].path).parent if recent else documents_folder()
        path = files.ask_open_path(self, folder)
        if path is not None:
            self.open_dossier(path)

    def _full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _help(self) -> None:
        from ui.window.help import HelpDialog

        key = self.opened.help_key if self.opened is not None else ""
        dialog = HelpDialog(__version__, key, self)
        dialog.exec()
        dialog.deleteLater()

    def _forget(self, path: str) -> None:
        self.remember(self.settings.without_recent(path))
        self.start.show_recent(self.settings.recent)
