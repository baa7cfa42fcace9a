"""What an inspection found is known at the next opening, and forgotten when it is mended."""

from cchc_desktop.domain.integrity import Inspected
from cchc_desktop.domain.texts import ExtractedText, TextFault
from cchc_desktop.session.judging import remember
from tests.memory_store import MemoryStore

A = "a" * 64
WHOLE, CHANGED, GONE = Inspected(A, A, 9), Inspected(A, "b" * 64, 9), Inspected(A, "", 0)


def store_with(text: ExtractedText | None) -> MemoryStore:
    store = MemoryStore()
    if text is not None:
        store.texts.keep(A, text)
    return store


def test_a_damaged_content_keeps_the_text_it_had_while_it_was_whole() -> None:
    for seen in (CHANGED, GONE):
        store = store_with(ExtractedText(("Thông báo",)))
        remember(store, [seen])
        assert store.texts.kept[A] == ExtractedText(("Thông báo",), TextFault.DAMAGED)
        remember(store, [WHOLE])
        assert store.texts.kept[A] == ExtractedText(("Thông báo",))


def test_a_scan_that_is_whole_again_is_a_scan_again() -> None:
    store = store_with(ExtractedText((" ",), TextFault.NO_TEXT))
    remember(store, [CHANGED])
    remember(store, [WHOLE])
    assert store.texts.kept[A].fault is TextFault.NO_TEXT


def test_a_content_that_nobody_has_read_is_read_anew_once_it_is_mended() -> None:
    store = store_with(None)
    remember(store, [CHANGED])
    assert store.texts.faults() == {A: TextFault.DAMAGED}
    remember(store, [WHOLE])
    assert store.texts.faults() == {A: TextFault.DAMAGED}, "it may be a file that cannot be read"
    remember(store, [WHOLE], mended=[A])
    assert not store.texts.faults()


def test_what_is_whole_and_read_stays_as_it_is() -> None:
    store = store_with(ExtractedText(fault=TextFault.LOCKED))
    remember(store, [WHOLE])
    assert store.texts.faults() == {A: TextFault.LOCKED}


def test_nothing_is_kept_in_a_dossier_that_cannot_be_written() -> None:
    store = MemoryStore(read_only_reason="Máy khác đang mở.")
    remember(store, [CHANGED])
    assert not store.texts.faults()
