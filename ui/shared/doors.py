"""What the front door hands to the window: functions that reach the disk."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cchc_desktop.domain.units import AssessmentLevel
from cchc_desktop.session import Session


@dataclass(frozen=True, slots=True)
class NewDossier:
    """What a person chose for a new dossier: level, year, and the unit that is scored."""

    level: AssessmentLevel
    year: int
    unit: str


@dataclass(frozen=True, slots=True)
class Doors:
    """Functions that open and create dossiers.

    Args:
        open_session: opens a dossier; CchcError says why it cannot.
        create_sample: writes the sample dossier to a path.
        create_empty: writes a dossier without criteria to a path.
    """

    open_session: Callable[[Path], Session]
    create_sample: Callable[[Path], None]
    create_empty: Callable[[Path, NewDossier], None]
