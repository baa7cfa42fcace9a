"""Searching 10,000 documents of 2 KB of text each, accents or not."""

import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench.dossiers import ACTOR, open_session
from bench.samples import Row, Samples, milliseconds
from cchc_desktop.clock import now
from cchc_desktop.commands.founding import FoundDossier
from cchc_desktop.domain.evidence import Document
from cchc_desktop.domain.texts import ExtractedText
from cchc_desktop.session import Session
from cchc_desktop.session.searching import Finder
from db import create_dossier

_DOCUMENTS, _CHARACTERS = 10_000, 2000
_MOST_MS = 50.0
_SHOWN = 25
_TEXT = (
    "ủy ban nhân dân tỉnh huyện xã cải cách hành chính thủ tục hồ sơ trực tuyến toàn trình báo cáo"
    " kế hoạch quyết định thông báo sở nội vụ tư pháp tài chính văn phòng chính quyền số dịch vụ"
    " công kết quả giải quyết đúng hạn quá hạn năm quý chỉ số hài lòng khảo sát lãnh đạo"
)
_QUERIES = (
    "ho so", '"hồ sơ trực tuyến"', "cai cach hanh chinh", "55/TB-VPCP", "quyet dinh so noi",
    "văn bản 4711", '"chi so hai long"', "khảo s", "không có trong hồ sơ nào", "d",
)  # fmt: skip


def rows(folder: Path) -> Iterator[Row]:
    """Yield the row.

    Args:
        folder: where temporary files may lie.
    """
    session = _made(folder / "search.cchc")
    finder = Finder(session)
    finder.search("mở đầu")  # what is known of documents is folded once
    taken = [milliseconds(partial(_searched, finder, text)) for _ in range(6) for text in _QUERIES]
    session.close()
    searches = Samples(tuple(taken))
    yield Row(
        f"a search among {_DOCUMENTS} documents", searches, searches, "itself", searches.p95,
        f"p95 <= {_MOST_MS:g} ms", searches.p95 <= _MOST_MS,
        f"{len(_QUERIES)} queries, words, phrases, beginnings, nothing",
    )  # fmt: skip


def _searched(finder: Finder, text: str) -> None:
    """Search, and cut the excerpts of a screenful."""
    hits = finder.search(text)
    for hit in hits.documents[:_SHOWN]:
        hits.excerpt(hit)


def _made(path: Path) -> Session:
    luck = random.Random(876)  # noqa: S311  # the same texts in every run
    documents = tuple(
        Document(
            f"d{n}", f"Scan{n:05}.pdf", f"{n:064}", 1, now(), f"{n}/QĐ-UBND", subject="Văn bản"
        )
        for n in range(_DOCUMENTS)
    )
    session = Session(create_dossier(path), now, ACTOR)
    vocabulary = _TEXT.split()
    session.run(FoundDossier("Bench", (("document", documents),)))
    for document in documents:
        words: list[str] = []
        while sum(map(len, words)) + len(words) < _CHARACTERS:
            words += luck.choices(vocabulary, k=40)
        session.store.texts.keep(document.sha256, ExtractedText((" ".join(words),)))
    session.close()
    return open_session(path)
