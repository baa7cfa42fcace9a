"""Who works on the open dossier: as the settings say, asked once where they do not."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.units import Member
from cchc_desktop.session import Session
from cchc_desktop.settings import Person
from ui.shared.doors import Frame
from ui.window.person import PersonDialog


class Worker(QObject):
    """Names who works to the session, and changes it when asked.

    Args:
        session: the open dossier.
        frame: the window, with the settings.
        view: what shows the dossier; dialogs stand over it.
    """

    def __init__(self, session: Session, frame: Frame, view: QWidget) -> None:
        super().__init__(view)
        self._session, self._frame, self._view = session, frame, view
        self._account = session.worker
        self.dialog: PersonDialog | None = None

    def begin(self) -> None:
        """Take who is known; ask, once the dossier shows, where nobody was ever named."""
        found = self._frame.settings
        if found.person is not None:
            self._name(found.person)
        elif self._frame.asks_who and not found.is_person_asked and self._can_write:
            QTimer.singleShot(0, self, self.ask)

    def ask(self) -> None:
        """Ask who works here."""
        if self._account is None:
            return
        self.dialog = PersonDialog(self._account, self._frame.settings.person, self._view)
        self.dialog.accepted.connect(self._take)
        self.dialog.finished.connect(self._asked)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    @property
    def _can_write(self) -> bool:
        return not self._session.store.is_read_only

    def _take(self) -> None:
        person = self.dialog.choice() if self.dialog is not None else None
        if person is not None:
            self._frame.remember(replace(self._frame.settings, person=person))
            self._name(person)

    def _asked(self) -> None:
        self._frame.remember(replace(self._frame.settings, is_person_asked=True))

    def _name(self, person: Person) -> None:
        self._session.works_as(Member(person.id, person.name, person.post))
