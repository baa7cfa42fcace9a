"""New dossiers for the window: the sample, or one without criteria."""

from cchc_desktop.clock import now
from cchc_desktop.commands.base import Command
from cchc_desktop.commands.founding import OpenAssessment
from cchc_desktop.commands.sample import sample_command
from cchc_desktop.domain.units import AssessmentLevel
from cchc_desktop.session.actor import machine_member
from cchc_desktop.session.session import Session
from cchc_desktop.store import Store


def found_sample(store: Store) -> None:
    """Write the sample dossier into an empty store and close it."""
    _found(store, sample_command())


def found_empty(store: Store, year: int, level: str, unit: str) -> None:
    """Write a dossier without criteria into an empty store and close it.

    Args:
        store: the empty store.
        year: the year that is scored.
        level: a value of ``AssessmentLevel``.
        unit: name of the unit that is scored.
    """
    _found(store, OpenAssessment(year, AssessmentLevel(level), unit))


def _found(store: Store, command: Command) -> None:
    session = Session(store, now, machine_member())
    found(session, command)
    session.close()


def found(session: Session, command: Command) -> None:
    """Take the first step of a new dossier; where it fails, no empty dossier is left.

    Raises:
        CchcError: the disk is full.
    """
    try:
        session.run(command)
    except BaseException:
        session.store.discard()
        raise
