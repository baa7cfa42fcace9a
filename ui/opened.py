"""An open dossier in the window: what its menu entries do, its title, when its file rests."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.records import record
from cchc_desktop.session import Session
from cchc_desktop.wording import dossier as dossier_words
from ui.places import FLAT, bars, begin_reading, places, show_results
from ui.shared.desk import Desk
from ui.shared.doors import Carrying, Frame
from ui.window.copies import copy_here, further_copy, note_on
from ui.window.dossier_view import DossierView
from ui.window.score_layout import ScoreWorkplace
from ui.window.title import recent_of, saved_at, title_of
from ui.window.worker import Worker

_REST = 1000  # milliseconds after the last change until the file is whole by itself
_VIEWS = (
    FLAT,
    "matrix",
    "rounds",
    "sitting",
    "documents",
    "coverage",
    "integrity",
    "track",
)  # of the menu


class OpenDossier:
    """One session with its desk and its view.

    Args:
        session: the session; it is closed with this.
        frame: the window.
    """

    _head = ""  # of the journal, as it was opened

    def __init__(self, session: Session, frame: Frame) -> None:
        self._frame = frame
        self.desk = Desk(session)
        self.view = DossierView(self.desk, places(), bars(), frame.room)
        self.worker = Worker(session, frame, self.view)
        self._rest = self._timer(_REST, self._rest_now)
        self._reading = self._timer(_REST, self._read)
        self._out: Carrying | None = None
        self._stop_reading: Callable[[], None] | None = None
        self._leaving: list[Callable[[], None]] = []
        self._words = self._timer(0, self._refresh)  # the step is on the undo stack a turn later
        self._acts: dict[str, Callable[[], object]] = {
            "undo": self.desk.undo,
            "redo": self.desk.redo,
            "find": self.view.open_search,
            "chart": self._chart,
            "right": self._right,
            "mirror": self._mirror,
            "layout": self._reset_layout,
            "score": lambda: self._show_view("sheet"),
            **{key: partial(self._show_view, key) for key in _VIEWS},
            "describe": lambda: self.view.show_place("describe"),
            "list": self._fill_from_list,
            "spread": self._spread_folder,
            "lock": self._lock_round,
            "unlock": self._unlock_round,
            "days": self._set_days,
            "rank": lambda: self.view.show_place("rank"),
            "report": lambda: self.view.show_place("report"),
            "criteria": lambda: self.view.show_place("criteria"),
            "review": self.view.list_findings,
            "person": self.worker.ask,
            "evidence-out": lambda: self._takeout().give_out(),
            "evidence-in": lambda: self._takeout().take_in(),
            "evidence-book": lambda: self._takeout().make_book(),
        }

    @property
    def acts(self) -> frozenset[str]:
        """Keys of the menu entries that it does."""
        return frozenset(self._acts)

    @property
    def widget(self) -> QWidget:
        """What shows it."""
        return self.view

    @property
    def path(self) -> Path:
        """Where its file lies."""
        return self.desk.session.store.path

    @property
    def saved(self) -> datetime | None:
        """When its last change was written."""
        return saved_at(self.desk.session.store)

    @property
    def help_key(self) -> str:
        """Key of the help for the screen that shows."""
        place = self.view.workplace(self.view.current)
        key: str = getattr(place, "help_key", self.view.current)  # a view's own, if it has one
        return key

    def begin(self) -> None:
        """Show the first workplace, as its panels were the last time, and listen."""
        view, desk = self.view, self.desk
        view.help_wanted.connect(lambda: self._frame.act("help"))
        view.place_shown.connect(self._restore_layout)
        view.show_place(view.current)  # only what shows can take the focus
        self._restore_layout("score")
        view.search_wanted.connect(self._search)
        self._reading.start()
        desk.changed.connect(self._changed)
        desk.place_switched.connect(self._refresh)
        self._tell_further_copy()
        self._remember()
        self._refresh()
        self.worker.begin()
        store = desk.session.store
        if store.is_read_only:
            reason = store.read_only_reason
            hint = f"Xem và in được. {dossier_words.read_only_hint(reason)}"
            view.error_bar.show_error(CchcError(dossier_words.read_only(reason), hint))
            self._watch()

    def act(self, key: str) -> None:
        """Do what an entry of the menu does."""
        self._acts[key]()

    def show_error(self, error: CchcError, retry: Callable[[], object]) -> None:
        """Show what went wrong in the bar."""
        self.view.show_error(error, retry)

    def put_to_rest(self) -> None:
        """Make the file whole by itself at once, where a change waits for that."""
        if self._rest.isActive():
            self._rest.stop()
            self._rest_now()

    def leave(self) -> None:
        """Take what is typed, stop what runs."""
        for timer in (self._rest, self._words, self._reading):
            timer.stop()
        if self._stop_reading is not None:
            self._stop_reading()
        if self._out is not None:
            self._out.leave()
        for leave in self._leaving:
            leave()
        self._remember()
        self.view.leave()

    def close(self) -> None:
        """Close the file."""
        self.desk.session.close()

    def _timer(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self.view)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer

    def _tell_further_copy(self) -> None:
        """Say where a copy with changes that this one does not have was open on this PC."""
        store = self.desk.session.store
        self._head = store.head
        copy = further_copy(self._frame.settings, store)
        if copy is None:
            return
        path = Path(copy.path)
        go = None if path == store.path.absolute() else partial(self._frame.open_dossier, path)
        self.view.show_note(note_on(copy, store), go, "Mở bản đó")

    def _watch(self) -> None:
        """Say, once, that what only shows here was changed elsewhere since it was read."""
        from ui.window.lookout import Lookout

        self.lookout = Lookout(self.desk.session.store, self.view)
        self.lookout.moved_on.connect(self._tell_moved_on)
        self._leaving.append(self.lookout.stop)

    def _tell_moved_on(self) -> None:
        sentence = "Hồ sơ đã được sửa ở nơi khác sau khi mở ở đây."
        note = CchcError(sentence, "Đang hiện là số liệu của lúc mở.")
        self.view.show_note(note, self._reopen, "Mở lại")

    def _reopen(self) -> None:
        path = self.path
        self._frame.act("close")
        self._frame.open_dossier(path)

    def _remember(self) -> None:
        """Remember the dossier, and this copy of it unless a further one was only looked past."""
        known, store = (
            self._frame.settings.with_recent(recent_of(self.desk)),
            self.desk.session.store,
        )
        if self._head != store.head or further_copy(known, store) is None:
            known = known.with_copy(copy_here(store))
        self._frame.remember(known)

    def _changed(self, event: object) -> None:
        self._rest.start()
        self._words.start()

    def _rest_now(self) -> None:
        with suppress(CchcError):  # no room: the steps stand in the log, the next one tries again
            if not self.desk.session.store.rest():
                self._rest.start()

    def _refresh(self) -> None:
        session = self.desk.session
        self._frame.show_step("undo", session.undo_title)
        self._frame.show_step("redo", session.redo_title)
        self._frame.show_title(title_of(self.desk))
        self._show_lock()

    def _show_lock(self) -> None:
        """Offer to lock an open round, or to unlock a locked one."""
        sheet = self.desk.state.sheets.get(self.desk.sheet)
        can_write = sheet is not None and not self.desk.session.store.is_read_only
        is_locked = sheet is not None and self.desk.round in sheet.locked
        lock, unlock = can_write and not is_locked, can_write and is_locked
        self._frame.enable({"lock": lock, "unlock": unlock, "days": can_write})
        self._frame.enable({"evidence-in": not self.desk.session.store.is_read_only})

    def _takeout(self) -> Carrying:
        if self._out is None:
            from ui.exchange.takeout import Takeout

            self._out = Takeout(self.desk, self.view)
        return self._out

    def _show_view(self, key: str) -> ScoreWorkplace | None:
        place = self._score_place()
        if place is not None:
            place.show_view(key)
        return place

    def _score_place(self) -> ScoreWorkplace | None:
        self.view.show_place("score")
        place = self.view.workplace("score")
        return place if isinstance(place, ScoreWorkplace) else None

    def _search(self, text: str) -> None:
        place = self._score_place()
        if place is not None:
            show_results(place, text)

    def _read(self) -> None:
        """Begin to read the text of documents, when the window has long been painted."""
        self._stop_reading = begin_reading(self.desk)

    def _lock_round(self) -> None:
        from ui.rounds.dialogs import LockDialog

        dialog = LockDialog(self.desk, self.view)
        if dialog.exec():
            if dialog.found:
                self._show_view("sheet")
            dialog.finish()
        dialog.deleteLater()

    def _unlock_round(self) -> None:
        from cchc_desktop.commands.rounds import UnlockRound

        self.desk.run(UnlockRound(self.desk.sheet, self.desk.round))

    def _set_days(self) -> None:
        from ui.rounds.dialogs import DaysDialog

        dialog = DaysDialog(self.desk, self.view)
        dialog.exec()
        dialog.deleteLater()

    def _chart(self) -> None:
        place = self._show_view("sheet")
        if place is not None:
            place.toggle_chart()

    def _right(self) -> None:
        place = self.view.work.currentWidget()
        toggle = getattr(place, "toggle_right", None)
        if callable(toggle):
            toggle()
        if isinstance(place, ScoreWorkplace):
            hidden = place.is_right_hidden
            self._frame.remember(replace(self._frame.settings, is_right_hidden=hidden))

    def _mirror(self) -> None:
        place = self._show_view("sheet")
        if place is not None:
            place.mirror()

    def _reset_layout(self) -> None:
        place = self._show_view("sheet")
        if place is not None:
            place.reset_sizes()
            self._frame.remember(replace(self._frame.settings, layouts=None))

    def _restore_layout(self, key: str) -> None:
        place = self.view.workplace("score")
        if key == "score" and isinstance(place, ScoreWorkplace) and not place.is_restored:
            found = self._frame.settings
            place.restore(found.layouts or {}, shown=not found.is_right_hidden)
            place.layout_moved.connect(self._layout_moved)
            place.structure_asked.connect(self._edit_structure)
            place.review_asked.connect(self.view.list_findings)
            place.days_asked.connect(self._set_days)
            place.describing_asked.connect(self._describe)
            place.view_shown.connect(lambda: self.view.show_place("score"))
            self.view.finding_chosen.connect(lambda: place.show_view("sheet"))

    def _describe(self, documents: tuple[str, ...]) -> None:
        """Describe documents one after the other."""
        from ui.describe.workplace import DescribeWorkplace

        self.view.show_place("describe")
        place = self.view.workplace("describe")
        if isinstance(place, DescribeWorkplace):
            place.begin(documents)

    def _fill_from_list(self) -> None:
        from ui.describe.list_filling import ListFilling

        found = self.view.findChild(ListFilling)
        (found if found is not None else ListFilling(self.desk, self.view)).ask()

    def _spread_folder(self) -> None:
        from ui.evidence.intake import Intake
        from ui.evidence.spreading import Spreading

        found = self.view.findChild(Spreading, "menu")
        if found is None:
            found = Spreading(self.desk, Intake(self.desk, parent=self.view), self.view)
            found.setObjectName("menu")
            self._leaving.append(found.leave)
        found.ask()

    def _layout_moved(self, name: str, sizes: tuple[int, ...]) -> None:
        kept = self._frame.settings.with_layout(name, sizes)
        self._frame.settings = kept  # written when the dossier closes

    def _edit_structure(self, criterion: str) -> None:
        self.desk.choose(criterion)
        self.view.show_place("criteria")


@record
class ReadyDossier:
    """A session that no window shows yet."""

    session: Session

    def show_in(self, frame: Frame) -> OpenDossier:
        """Return the session with its desk and its view."""
        return OpenDossier(self.session, frame)

    def close(self) -> None:
        """Close the file."""
        self.session.close()


def opener(open_session: Callable[[Path], Session]) -> Callable[[Path], ReadyDossier]:
    """Return what opens a dossier for a window, from what opens its session."""
    return lambda path: ready(open_session(path))


def ready(session: Session) -> ReadyDossier:
    """Return a session for a window, when what shows first could be read; else close it.

    Raises:
        CchcError: it cannot be read.
    """
    try:
        session.state.cell(session.state.newest_sheet()).read()
    except BaseException:
        with suppress(CchcError):
            session.close()
        raise
    return ReadyDossier(session)
