"""Text in any form survives disk, journal, undo and reopening."""

import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest

from cchc_desktop.commands.base import Command
from cchc_desktop.commands.criteria import SetRule
from cchc_desktop.commands.marks import SetNote
from cchc_desktop.commands.sample import sample_command
from cchc_desktop.domain.marks import Round
from cchc_desktop.domain.rules.levels import Levels, ScoreLevel
from cchc_desktop.domain.rules.ratio import Ratio
from cchc_desktop.session import Session
from db import create_dossier, open_dossier
from tests.db.samples import same
from tests.sample_session import fixed_clock, node, place

APART = unicodedata.normalize("NFD", "Đầy đủ hồ sơ")
TEXTS = {
    "letters and accents apart": APART,
    "an accent behind a line break": "a\n\u0301b",
    "half of a character": "a\ud800b",
    "a zero": "a\0b",
    "an overlay behind an angle": 'a<\u0338 "\u0338 {\u0338',
}


def steps() -> dict[str, Command]:
    level = ScoreLevel("a", APART, Decimal(0))
    notes = {name: SetNote(place("1.1"), text) for name, text in TEXTS.items()}
    return {
        **notes,
        "a level": SetRule(node("1.2"), Levels((level,))),
        "a figure's name": SetRule(node("1.1"), Ratio(numerator=APART)),
    }


@pytest.mark.parametrize("name", steps())
def test_text_in_any_form_is_undone_redone_and_read_again(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.cchc"
    session = Session(create_dossier(path), fixed_clock)
    session.run(sample_command())
    first = session.state
    session.run(steps()[name])
    done = session.state
    session.undo()
    assert same(session.state, first)
    session.redo()
    assert same(session.state, done)
    session.close()
    again = open_dossier(path)
    assert same(again.load(), done)
    assert not again.faults()
    again.close()


def test_a_broken_character_becomes_a_readable_one(tmp_path: Path) -> None:
    session = Session(create_dossier(tmp_path / "a.cchc"), fixed_clock)
    session.run(sample_command())
    session.run(SetNote(place("1.1"), "a\ud800b"))
    mark = session.state.cell("hd2022-tinh").mark(node("1.1"), Round.FIRST)
    assert mark is not None
    assert mark.note == "a\ufffdb"
    session.close()
