"""F1 says what is done at the screen that shows; every view of the program has its own help."""

import pytest
from pytestqt.qtbot import QtBot

from tests.sample_session import sample_session
from tests.ui.screens import grab
from ui.places import RESULTS, bars, places
from ui.shared import theme
from ui.shared.desk import Desk
from ui.window.dossier_view import DossierView
from ui.window.help import HelpDialog
from ui.window.help_texts import NOWHERE, TOPICS, topic_of
from ui.window.score_layout import VIEWS


def test_every_view_has_a_help_of_its_own() -> None:
    score = {f"score.{key}" for key, _ in VIEWS} | {f"score.{RESULTS}"}
    assert score <= TOPICS.keys()
    others = {key for key in places() if key not in {"score", "rank", "criteria"}}
    assert others <= TOPICS.keys()
    assert {"rank.0", "rank.1", *(f"criteria.{n}" for n in range(4)), NOWHERE} <= TOPICS.keys()
    titles = [topic.title for topic in TOPICS.values()]
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize(("place", "title"), [
    ("score", "Bảng chấm điểm"), ("criteria", "Bộ tiêu chí"), ("report", "Báo cáo"),
])  # fmt: skip
def test_the_help_is_that_of_the_screen(qtbot: QtBot, place: str, title: str) -> None:
    view = DossierView(Desk(sample_session()), places(), bars())
    qtbot.addWidget(view)
    view.show_place(place)
    made = view.workplace(place)
    key = getattr(made, "help_key", place)
    dialog = HelpDialog("1.0", key)
    qtbot.addWidget(dialog)
    assert dialog.topic.title == title
    view.leave()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_longest_help_can_be_read(qtbot: QtBot, mode: theme.Name) -> None:
    theme.use(mode)
    dialog = HelpDialog("1.0", "score.sheet")
    qtbot.addWidget(dialog)
    dialog.show()
    assert grab(dialog, f"tro-giup-{mode}").exists()


def test_a_screen_without_a_help_has_that_of_its_workplace() -> None:
    assert topic_of("criteria.9") is TOPICS["criteria.0"]
    assert topic_of("") is TOPICS[NOWHERE]
