"""The window: start screen or one open dossier, menus, title, what rests on disk."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from cchc_desktop import __version__, settings
from cchc_desktop.commands.rounds import UnlockRound
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.paths import documents_folder
from cchc_desktop.session import Session
from ui.places import places
from ui.shared import theme
from ui.shared.banners import ErrorBar
from ui.shared.desk import Desk
from ui.shared.doors import Doors
from ui.shared.jobs import board
from ui.shared.workplace import width_class
from ui.start import files
from ui.start.screen import StartScreen
from ui.window.dossier_view import DossierView
from ui.window.menus import Menus
from ui.window.score_layout import ScoreWorkplace
from ui.window.title import PROGRAM, recent_of, title_of

_REST = 1000  # milliseconds after the last change until the file is whole by itself


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
        self._settings = settings.load(settings_path)
        self.view: DossierView | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._put_to_rest)
        self._words = QTimer(self)  # the step is on the undo stack a turn after the event
        self._words.setSingleShot(True)
        self._words.setInterval(0)
        self._words.timeout.connect(self._refresh)
        self._build()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self.state_changed)
        self._show_start()

    @property
    def desk(self) -> Desk | None:
        """The desk of the open dossier."""
        return self.view.desk if self.view is not None else None

    def open_dossier(self, path: Path) -> bool:
        """Open a dossier in place of the one that is open; return whether it went."""
        if self.desk is not None and self.desk.session.store.path.absolute() == path.absolute():
            return True
        try:
            session = self._doors.open_session(path)
        except CchcError as error:
            self._refuse(error, lambda: self.open_dossier(path), path)
            return False
        self.close_dossier()
        self._show_dossier(session)
        return True

    def close_dossier(self) -> None:
        """Close the open dossier and go back to the start screen."""
        view = self.view
        if view is None:
            return
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()  # a field that is left takes its value
        board.stop_all()
        self._rest.stop()
        self._remember(self._settings.with_recent(recent_of(view.desk)))
        self.view = None
        view.leave()
        self._pages.removeWidget(view)
        view.hide()
        view.deleteLater()
        view.desk.session.close()
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
        self._remember(replace(self._settings, theme=choice))

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
        self.start = StartScreen()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start)
        middle = QWidget()
        box = QVBoxLayout(middle)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.error_bar)
        box.addWidget(self._pages, 1)
        self.setCentralWidget(middle)
        self.menus = Menus(self.menuBar(), self._actions(), self)
        self.menus.add_themes(self.menus.menus["Xem"], self.choose_theme)
        self.start.create_wanted.connect(self.create_dossier)
        self.start.open_wanted.connect(self._ask_and_open)
        self.start.sample_wanted.connect(self.open_sample)
        self.start.path_chosen.connect(lambda path: self.open_dossier(Path(path)))
        self.start.path_forgotten.connect(self._forget)

    def _actions(self) -> dict[str, Callable[[], object]]:
        return {
            "new": self.create_dossier,
            "open": self._ask_and_open,
            "sample": self.open_sample,
            "close": self.close_dossier,
            "quit": self.close,
            "undo": self._undo,
            "redo": self._redo,
            "find": self._find,
            "chart": self._chart,
            "right": self._right,
            "full": self._full_screen,
            "layout": self._reset_layout,
            "score": lambda: self._show_view("sheet"),
            "matrix": lambda: self._show_view("matrix"),
            "rounds": lambda: self._show_view("rounds"),
            "lock": self._lock_round,
            "unlock": self._unlock_round,
            "days": self._set_days,
            "rank": lambda: self._show_place("rank"),
            "report": lambda: self._show_place("report"),
            "criteria": lambda: self._show_place("criteria"),
            "review": self._review,
            "help": self._help,
        }

    def _show_start(self) -> None:
        self.start.show_recent(self._settings.recent)
        self._pages.setCurrentWidget(self.start)
        self.menus.set_dossier_open(is_open=False)
        self.menus.show_step("undo", "")
        self.menus.show_step("redo", "")
        self.setWindowTitle(f"{PROGRAM}  chưa mở hồ sơ")

    def _show_dossier(self, session: Session) -> None:
        self.error_bar.close_bar()
        desk = Desk(session)
        view = DossierView(desk, places())
        self.view = view
        view.help_wanted.connect(self._help)
        view.place_shown.connect(self._restore_layout)
        self._pages.addWidget(view)
        self._pages.setCurrentWidget(view)
        view.show_place(view.current)  # only what shows can take the focus
        self._restore_layout("score")
        self.menus.set_dossier_open(is_open=True)
        desk.changed.connect(self._changed)
        desk.place_switched.connect(self._refresh)
        self._remember(self._settings.with_recent(recent_of(desk)))
        self._refresh()
        if session.store.is_read_only:
            hint = "Xem và in được; muốn sửa thì đóng hồ sơ ở nơi kia rồi mở lại."
            reason = session.store.read_only_reason
            view.error_bar.show_error(CchcError("Hồ sơ đang mở chỉ để đọc. " + reason, hint))

    def _make(self, path: Path, create: Callable[[], None]) -> None:
        try:
            create()
        except CchcError as error:
            self._refuse(error, lambda: self._make(path, create), path)
            return
        self.open_dossier(path)

    def _refuse(self, error: CchcError, retry: Callable[[], object], path: Path) -> None:
        self.start.show_refusal(str(path), error)
        if self.view is not None:
            self.view.show_error(error, retry)
        else:
            self.error_bar.show_error(error, retry)

    def _ask_and_open(self) -> None:
        recent = self._settings.recent
        folder = Path(recent[0].path).parent if recent else documents_folder()
        path = files.ask_open_path(self, folder)
        if path is not None:
            self.open_dossier(path)

    def _changed(self, event: object) -> None:
        self._rest.start()
        self._words.start()

    def _refresh(self) -> None:
        if self.view is None:
            return
        session = self.view.desk.session
        self.menus.show_step("undo", session.undo_title)
        self.menus.show_step("redo", session.redo_title)
        self.setWindowTitle(title_of(self.view.desk))
        self._show_lock(self.view.desk)

    def _show_lock(self, desk: Desk) -> None:
        """Offer to lock an open round, or to unlock a locked one."""
        sheet = desk.state.sheets.get(desk.sheet)
        can_write = sheet is not None and not desk.session.store.is_read_only
        is_locked = sheet is not None and desk.round in sheet.locked
        self.menus.actions["lock"].setEnabled(can_write and not is_locked)
        self.menus.actions["unlock"].setEnabled(can_write and is_locked)
        self.menus.actions["days"].setEnabled(can_write)

    def _put_to_rest(self) -> None:
        if self.view is not None and not self.view.desk.session.store.rest():
            self._rest.start()

    def state_changed(self, state: Qt.ApplicationState) -> None:
        """Put the file to rest at once when the program loses the focus."""
        if state is not Qt.ApplicationState.ApplicationActive and self._rest.isActive():
            self._rest.stop()
            self._put_to_rest()

    def _undo(self) -> None:
        if self.desk is not None:
            self.desk.undo()

    def _redo(self) -> None:
        if self.desk is not None:
            self.desk.redo()

    def _find(self) -> None:
        if self.view is not None:
            self.view.open_search()

    def _score_place(self) -> ScoreWorkplace | None:
        if self.view is None:
            return None
        self.view.show_place("score")
        place = self.view.workplace("score")
        return place if isinstance(place, ScoreWorkplace) else None

    def _show_view(self, key: str) -> ScoreWorkplace | None:
        place = self._score_place()
        if place is not None:
            place.show_view(key)
        return place

    def _lock_round(self) -> None:
        from ui.rounds.dialogs import LockDialog

        if self.desk is not None:
            dialog = LockDialog(self.desk, self)
            if dialog.exec():
                if dialog.found:
                    self._show_view("sheet")
                dialog.finish()
            dialog.deleteLater()

    def _unlock_round(self) -> None:
        if self.desk is not None:
            self.desk.run(UnlockRound(self.desk.sheet, self.desk.round))

    def _set_days(self) -> None:
        from ui.rounds.dialogs import DaysDialog

        if self.desk is not None:
            dialog = DaysDialog(self.desk, self)
            dialog.exec()
            dialog.deleteLater()

    def _chart(self) -> None:
        place = self._show_view("sheet")
        if place is not None:
            place.toggle_chart()

    def _right(self) -> None:
        place = self._score_place()
        if place is not None:
            place.toggle_right()
            self._remember(replace(self._settings, is_right_hidden=place.is_right_hidden))

    def _full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _reset_layout(self) -> None:
        place = self._show_view("sheet")
        if place is not None:
            place.reset_sizes()
            self._remember(replace(self._settings, layouts=None))

    def _restore_layout(self, key: str) -> None:
        place = self.view.workplace("score") if self.view is not None else None
        if key == "score" and isinstance(place, ScoreWorkplace) and not place.is_restored:
            place.restore(self._settings.layouts or {}, shown=not self._settings.is_right_hidden)
            place.layout_moved.connect(self._layout_moved)
            place.structure_asked.connect(self._edit_structure)
            place.review_asked.connect(self._review)
            place.view_shown.connect(lambda: self._show_place("score"))
            if self.view is not None:
                self.view.status.went.connect(lambda: place.show_view("sheet"))

    def _layout_moved(self, name: str, sizes: tuple[int, ...]) -> None:
        self._settings = self._settings.with_layout(name, sizes)  # written when the dossier closes

    def _show_place(self, key: str) -> None:
        if self.view is not None:
            self.view.show_place(key)

    def _edit_structure(self, criterion: str) -> None:
        if self.view is not None:
            self.view.desk.choose(criterion)
            self.view.show_place("criteria")

    def _review(self) -> None:
        if self.view is not None:
            self.view.status.list_findings()

    def _help(self) -> None:
        from ui.window.help import HelpDialog

        dialog = HelpDialog(__version__, self)
        dialog.exec()
        dialog.deleteLater()

    def _forget(self, path: str) -> None:
        self._remember(self._settings.without_recent(path))
        self.start.show_recent(self._settings.recent)

    def _remember(self, found: settings.Settings) -> None:
        self._settings = found
        settings.save(self._settings_path, found)
