import io
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from resources import resource
from tests.ui.describe_place import HEAD, Describing
from tests.ui.screens import grab
from ui.places import bars, places
from ui.shared import theme
from ui.window.dossier_view import DossierView

NAMES = ["Scan0010.pdf", "Scan0011.pdf", "55_TB-VPCP_24022023.pdf", "Scan0014.pdf", "Scan0015.pdf",
         "QD 876 QD-BNV 10.11.2022.pdf", "IMG_2041.jpg"]  # fmt: skip


def a_notice() -> bytes:
    """Return a PDF with the head of a notice."""
    stream = io.BytesIO()
    pdfmetrics.registerFont(TTFont("DescribeTest", str(resource("fonts/Tinos-Regular.ttf"))))
    canvas = Canvas(stream, invariant=1)
    canvas.setFont("DescribeTest", 13)
    places_of = ((150, 780), (400, 780), (400, 762), (150, 740), (400, 740), (297, 700), (297, 684))
    for (x, y), words in zip(places_of, HEAD.splitlines(), strict=True):
        canvas.drawCentredString(x, y, words)
    canvas.showPage()
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.mark.parametrize(
    ("wide", "high", "name"),
    [(1366, 768, "light"), (1366, 768, "dark"), (1920, 1080, "light"), (911, 480, "light")],
)
def test_the_mode_stands_in_the_window_with_its_own_head(
    qtbot: QtBot, tmp_path: Path, wide: int, high: int, name: theme.Name
) -> None:
    room = Describing(qtbot, tmp_path, NAMES[:2])
    notice = room.add(tmp_path, NAMES[2], HEAD, a_notice())
    room.ids += [notice, *(room.add(tmp_path, each) for each in NAMES[3:])]
    room.link(notice)
    theme.use(name)
    view = DossierView(room.desk, places(), bars())
    qtbot.addWidget(view, before_close_func=lambda _: view.leave())
    view.resize(wide, high)
    view.show()
    view.show_place("describe")
    place = view.workplace("describe")
    assert view.current == "score"
    assert not view.head.isVisible()
    place.begin(first=notice)  # type: ignore[union-attr]
    preview = place._page.widget  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: not preview.is_busy and preview.where != "", timeout=30_000)
    assert preview.tied == (1, 2, 3, 4)
    grab(view, f"describe-{wide}x{high}-{name}")
    place.stop()  # type: ignore[union-attr]
    assert view.head.isVisible()
    theme.use("light")
