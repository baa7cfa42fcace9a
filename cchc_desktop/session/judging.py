"""What an inspection finds is known from then on: damage stands with the text of a content."""

from collections.abc import Iterable

from cchc_desktop.domain.integrity import Condition, Inspected
from cchc_desktop.domain.texts import ExtractedText, TextFault
from cchc_desktop.store import Store


def remember(store: Store, inspected: Iterable[Inspected], mended: Iterable[str] = ()) -> None:
    """Keep which contents are damaged, so that the next opening knows it too.

    The text that was read while a content was whole stays, to be found. A content that is whole
    again is damaged no more; where no text of it is left it is read again. In a dossier that
    cannot be written nothing is kept.

    Args:
        store: the dossier.
        inspected: what was found of contents.
        mended: hashes of contents that were just mended.
    """
    if store.is_read_only:
        return
    texts, again = store.texts, frozenset(mended)
    for seen in inspected:
        is_bad = texts.faults().get(seen.sha256) is TextFault.DAMAGED
        if (seen.condition is not Condition.WHOLE) is is_bad:
            continue
        pages = tuple(texts.pages_of(seen.sha256))
        if not is_bad:
            texts.keep(seen.sha256, ExtractedText(pages, TextFault.DAMAGED))
        elif pages:
            fault = TextFault.NONE if any(map(str.strip, pages)) else TextFault.NO_TEXT
            texts.keep(seen.sha256, ExtractedText(pages, fault))
        elif seen.sha256 in again:
            texts.forget([seen.sha256])
