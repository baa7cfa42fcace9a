"""A dossier with the documents of a real register: described, late, scans, twins, damaged."""

import hashlib
from datetime import UTC, date, datetime
from pathlib import Path

from cchc_desktop.commands.documents import RegisterDocument
from cchc_desktop.commands.evidence import (
    AttachDocument,
    CitePage,
    Content,
    DescribeDocument,
    LinkDocument,
)
from cchc_desktop.domain.texts import ExtractedText, TextFault
from cchc_desktop.session import Session
from tests.memory_store import MemoryStore
from tests.sample_session import SHEET, node, sample_session
from tests.ui.pdfs import a_pdf

ADDED = datetime(2023, 3, 1, 14, 5, tzinfo=UTC)
DESCRIBED = (
    ("d1", "1.3", "876/QĐ-BNV", date(2022, 11, 10), "Bộ Nội vụ", "Phê duyệt đề án xác định CCHC"),
    ("d2", "7.3", "55/TB-VPCP", date(2023, 2, 24), "Văn phòng Chính phủ", "Thông báo kết luận"),
    ("d3", "1.1", "76/NQ-CP", date(2021, 7, 15), "Chính phủ", "Chương trình tổng thể CCHC"),
)


def documents_session(path: Path = Path("Hai-Duong-2022.cchc"), scans: int = 12) -> Session:
    store = MemoryStore(path)
    session = sample_session(store)
    body = a_pdf(3)
    for key, code, number, day, issuer, subject in DESCRIBED:
        content = _content(store, f"{key}.pdf", body + key.encode())
        session.run(AttachDocument(SHEET, node(code), content, ADDED, key, f"l{key}"))
        session.run(DescribeDocument(key, number, day, issuer, subject))
    session.run(LinkDocument(SHEET, node("7.2"), "d2", "l2b"))
    session.run(CitePage(SHEET, "ld2", "3", "mục II.1", "94.385 hồ sơ"))
    picture = _content(store, "IMG_2041.jpg", b"not a picture")
    session.run(AttachDocument(SHEET, node("8.1.2"), picture, ADDED, "broken"))
    store.texts.keep(picture.sha256, ExtractedText(fault=TextFault.DAMAGED))
    for place in range(scans):
        scan = _content(store, f"Scan{place + 1:04}.pdf", body + str(place).encode())
        session.run(RegisterDocument(scan, ADDED, f"s{place:04}"))
        if place % 3 == 0:
            session.run(LinkDocument(SHEET, node("1.2"), f"s{place:04}"))
    return session


def _content(store: MemoryStore, name: str, body: bytes) -> Content:
    sha256 = hashlib.sha256(body).hexdigest()
    store.vault.contents[sha256] = body
    return Content(name, sha256, len(body))
