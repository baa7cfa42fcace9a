"""The command line with the real storage, as main.py hands it in."""

from cchc_desktop.domain.units import Member
from cchc_desktop.headless.doors import StoreDoors
from db import create_dossier, open_dossier

DOORS = StoreDoors(open_dossier, create_dossier, Member("m", "Thư ký"))
