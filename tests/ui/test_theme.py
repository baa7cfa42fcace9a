import re

import pytest
from PySide6.QtGui import QFont, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resources import resource
from ui.shared import fonts, theme
from ui.shared.icons import icon, pixmap
from ui.shared.labels import ElidedLabel, label
from ui.shared.numerals import hatch_brush

LETTERS = (
    "ẨỂỖẮẲẴĐƯƠỮỰỲỸàảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ−×÷…“”–▼▲"
)


def luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(
    "role", ["text", "text2", "text3", "losttext", "opentext", "oktext", "accent"]
)
@pytest.mark.parametrize("ground", ["surface", "sunken", "band", "soft"])
def test_words_can_be_read_on_every_ground(name: theme.Name, role: str, ground: str) -> None:
    theme.use(name)
    assert contrast(theme.hex_of(role), theme.hex_of(ground)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_style_sheet_leaves_no_token_open(name: theme.Name) -> None:
    theme.use(name)
    assert not re.search(r"@\w", theme.stylesheet())
    assert resource(f"icons/check-{name}.svg").exists()


def test_one_turn_changes_palette_sheet_and_pictures(qtbot: QtBot, qapp: QApplication) -> None:
    before = pixmap("score").toImage()
    with qtbot.waitSignal(theme.switch.switched):
        theme.use("dark")
    assert qapp.palette().window().color() == theme.color("window")
    assert theme.hex_of("surface") in qapp.styleSheet()
    assert pixmap("score").toImage() != before


def test_the_choice_of_a_person_stands_over_the_system() -> None:
    theme.choose("dark")
    assert theme.current() == "dark"
    theme.choose("system")
    assert theme.switch.choice == "system"


def test_every_icon_file_renders() -> None:
    for path in resource("icons").glob("*.svg"):
        assert not icon(path.stem).isNull()


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_the_font_of_the_screen_has_every_letter(weight: int) -> None:
    raw = QRawFont.fromFont(theme.font("body", weight))
    assert raw.familyName() == fonts.FAMILY
    missing = [letter for letter in LETTERS if not raw.glyphIndexesForString(letter)[0]]
    assert missing == []


@pytest.mark.parametrize("role", list(theme.POINTS))
def test_stacked_capitals_are_not_cut(qtbot: QtBot, role: str) -> None:
    found = label("ẨỂỖ", role, 600)
    qtbot.addWidget(found)
    ink = QFontMetricsF(found.font()).tightBoundingRect("ẨỂỖ")
    metrics = QFontMetricsF(found.font())
    above = -ink.top() - metrics.ascent()
    room = (found.sizeHint().height() - metrics.height()) / 2
    assert above <= room


def test_points_are_whole_pixels_at_full_scale() -> None:
    assert all((points * 4 / 3).is_integer() for points in theme.POINTS.values())
    assert theme.font("body").hintingPreference() is QFont.HintingPreference.PreferNoHinting


def test_an_elided_label_tells_the_rest_in_its_tooltip(qtbot: QtBot) -> None:
    found = ElidedLabel("Xây dựng và phát triển chính quyền điện tử, chính quyền số")
    qtbot.addWidget(found)
    found.resize(80, 20)
    found.show()
    assert found.toolTip() == found.text()
    found.resize(900, 20)
    assert found.toolTip() == ""


def test_a_hatch_is_a_tile_of_the_screen(qtbot: QtBot) -> None:
    assert not hatch_brush("lost").texture().isNull()
