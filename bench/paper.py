"""The summary as PDF, against a one-page table document of bare reportlab."""

from collections.abc import Iterator
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import SimpleDocTemplate, Table

from bench.dossiers import make_sample, open_session
from bench.samples import Row, Samples, milliseconds, ratio_row
from cchc_desktop.headless.report import write_report
from resources import resource

_REPETITIONS, _WARM = 40, 3
_LINES, _COLUMNS = 40, 6
_FONT = "bench"


def rows(folder: Path) -> Iterator[Row]:
    """Yield the row.

    Args:
        folder: where temporary files may lie.
    """
    make_sample(folder / "paper.cchc")
    session = open_session(folder / "paper.cchc")
    pdfmetrics.registerFont(TTFont(_FONT, resource("fonts/Tinos-Regular.ttf")))
    ours, bare = [], []
    for _ in range(_WARM + _REPETITIONS):
        ours.append(milliseconds(lambda: write_report(session, "summary", folder / "ours.pdf")))
        bare.append(milliseconds(lambda: _bare(folder / "bare.pdf")))
    session.close()
    pair = Samples(tuple(ours[_WARM:])), Samples(tuple(bare[_WARM:]))
    yield ratio_row(
        "the summary as PDF", pair, f"bare reportlab, a table of {_LINES} lines on one page", None
    )


def _bare(path: Path) -> None:
    cells = [[f"Ô {line}.{column}" for column in range(_COLUMNS)] for line in range(_LINES)]
    table = Table(cells, style=[("FONT", (0, 0), (-1, -1), _FONT, 10)])
    SimpleDocTemplate(str(path), pagesize=A4, initialFontName=_FONT).build([table])
